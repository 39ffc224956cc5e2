"""What a person pastes is taken for what it looks like."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payment_flow import Flow
from desktop_app.core.typed_text import latin_digits, typed_code, typed_text, visible_text
from desktop_app.providers import all_providers
from desktop_app.ui.setup_forms.shop_rules import pan_error, tidy_pan
from desktop_app.ui.setup_forms.tokens import tidy
from tests.tables import each

UNSEEN = {
    "zero-width space": "\u200b",
    "left-to-right mark": "\u200e",
    "embedding": "\u202a",
    "end of embedding": "\u202c",
    "isolate": "\u2066",
    "soft hyphen": "\u00ad",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "joiner outside a Devanagari word": "\u200d",
    "variation selector": "\ufe0f",
    "Hangul filler": "\u3164",
    "bell": "\x07",
    "lone surrogate": "\ud800",
}


@each("unseen", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_is_dropped_wherever_it_stands(unseen: str) -> None:
    assert typed_code(f"{unseen}online{unseen}_renew{unseen}") == "online_renew"
    assert tidy(f"{unseen}TEST:AbCd{unseen}EfGh") == "TEST:AbCdEfGh"
    assert pan_error(f"1234{unseen}56789{unseen}") == ""
    assert tidy_pan(f"{unseen}१२३४५६७८९") == "123456789"


def test_a_joiner_inside_a_nepali_word_stays() -> None:
    word = "गर्\u200dयो"
    assert typed_text(f" {word} ") == word
    assert typed_text("राम\u200c बहादुर") == "राम बहादुर"


@each("blank", ["\t", "\n", "\u00a0", "\u2009", "\u3000"])
def test_every_kind_of_white_space_is_a_blank(blank: str) -> None:
    assert typed_text(f"{blank}Ram{blank}Thapa{blank}") == "Ram Thapa"


def test_nepali_digits_are_digits() -> None:
    assert latin_digits("०१२३४५६७८९ kg") == "0123456789 kg"
    assert typed_code(" ९०९९\u200e") == "9099"


@given(st.text())
def test_nothing_unseen_is_left_and_nothing_seen_is_lost(text: str) -> None:
    shown = visible_text(text)
    left = [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} or c in "\u200b\u202e"]
    assert left == []
    assert visible_text(shown) == shown, "taking it again changes nothing"
    letters = [c for c in text if unicodedata.category(c) in {"Lu", "Ll", "Nd", "Po"}]
    assert [c for c in shown if unicodedata.category(c) in {"Lu", "Ll", "Nd", "Po"}] == letters


@each("unseen", UNSEEN.values(), ids=UNSEEN)
def test_a_pasted_customer_is_looked_up_as_it_looks(unseen: str) -> None:
    for provider in all_providers():
        flow = Flow()
        flow.choose_provider(provider)
        flow.type(f"{unseen}९०{unseen}99{unseen}")
        assert flow.step is Step.CUSTOMER
        assert flow.entries.account_id == "9099"
        assert flow.entries.account_error == provider.info.account_field.validate("9099")
