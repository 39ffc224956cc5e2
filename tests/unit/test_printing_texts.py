"""Text from outside, translations and bounds on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Language, Paper
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts
from desktop_app.printing.content import (
    held_slip,
    receipt,
    return_slip,
)
from desktop_app.printing.texts import Wording
from tests.paper import (
    ENGLISH,
    NASTY,
    bill_payment,
    holds,
    nasty_payment,
    payment,
)
from tests.paper_nepali import NEPALI as NEPALI_WORDS

if TYPE_CHECKING:
    from desktop_app.printing.blocks import Document

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)


def make_all(made: Payment, wording: Wording, paper: Paper) -> list[Document]:
    states = ((receipt, PaymentState.PAID), (held_slip, PaymentState.WAITING))
    documents = [make(replace(made, state=state), wording, paper=paper) for make, state in states]
    return [
        *documents,
        return_slip(replace(made, state=PaymentState.NOT_PAID), wording, paper=paper),
    ]


@ALL_PAPERS
def test_text_from_outside_is_bounded_and_literal(paper: Paper) -> None:
    for document in make_all(nasty_payment(), ENGLISH, paper):
        assert holds(document, "<b>Ram</b> & Sita[31m", "<img src=x>")
        for text in document.texts():
            assert len(text) <= 400
            assert text.isprintable() or text == ""
            assert "\u202e" not in text


@ALL_PAPERS
def test_every_word_of_a_nepali_paper_is_translated(paper: Paper) -> None:
    asked: list[str] = []

    def translate(context: str, source: str) -> str:
        assert context == texts.CONTEXT
        asked.append(source)
        return NEPALI_WORDS[source]

    wording = Wording(Language.NEPALI, translate)
    for made in (payment(), bill_payment(), payment(environment=Environment.PRACTICE)):
        make_all(replace(made, reason="x", phone="1"), wording, paper)
    assert "PAYMENT RECEIPT" in asked


def test_a_broken_translation_prints_as_english() -> None:
    wording = Wording(Language.NEPALI, lambda _context, _source: "{wrong} {")
    assert wording.text(texts.DAYS, days="30") == "30 days"
    missing = Wording(Language.NEPALI, lambda _context, _source: "")
    assert missing.text(texts.OPERATOR) == "Operator"


def test_values_are_never_taken_for_format_fields() -> None:
    document = receipt(payment(provider_name="{days} {0.__class__}"), ENGLISH, paper=Paper.A5)
    assert holds(document, "{days} {0.__class__}")


@given(st.text(max_size=300), st.integers(min_value=1, max_value=50))
def test_plain_text_is_one_printable_bounded_line(text: str, most: int) -> None:
    found = sanitize(text, most)
    assert len(found) <= most
    assert found == found.strip()
    assert all(part.isprintable() or part in "\u200c\u200d" for part in found)


def test_plain_text_keeps_nepali_and_cuts_piles_of_accents() -> None:
    assert sanitize("श्री राम बहादुर क्षेत्री", 50) == "श्री राम बहादुर क्षेत्री"
    assert sanitize("a" + "\u0301" * 50, 80) == "a" + "\u0301" * 4
    assert sanitize("one\ttwo\r\nthree", 50) == "one two three"
    assert sanitize("x" * 10_000, 10) == "x" * 9 + "…"
    assert len(sanitize(NASTY, 120)) <= 120
