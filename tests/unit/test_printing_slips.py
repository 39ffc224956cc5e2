"""Slips for cash that is held or goes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Paper
from desktop_app.printing.blocks import Code, Columns, Document, Text
from desktop_app.printing.content import (
    held_slip,
    receipt,
    return_slip,
)
from tests.paper import (
    ENGLISH,
    REPRINTED_AT,
    holds,
    payment,
    rows,
)
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)
NOT_LIVE = pytest.mark.parametrize(
    ("environment", "bar", "letter"),
    [
        (Environment.PRACTICE, "PRACTICE — NOT A PAYMENT", "P"),
        (Environment.TEST, "TEST — NOT A PAYMENT", "T"),
    ],
)


HELD = (PaymentState.WAITING, PaymentState.REVIEW, PaymentState.WRITTEN_BY_NEWER)


@each("state", PaymentState)
def test_slips_are_for_their_states_only(state: PaymentState) -> None:
    made = replace(payment(), state=state)
    checks: list[tuple[Callable[..., Document], bool]] = [
        (held_slip, state in HELD),
        (return_slip, state is PaymentState.NOT_PAID),
    ]
    for make, allowed in checks:
        if allowed:
            make(made, ENGLISH, paper=Paper.ROLL_80)
        else:
            with pytest.raises(ValueError, match="only a"):
                make(made, ENGLISH, paper=Paper.ROLL_80)


@ALL_PAPERS
@NOT_LIVE
@pytest.mark.parametrize("state", [PaymentState.WAITING, PaymentState.NOT_PAID])
def test_slips_that_are_not_live_say_so_three_times(
    paper: Paper, environment: Environment, bar: str, letter: str, state: PaymentState
) -> None:
    make = held_slip if state is PaymentState.WAITING else return_slip
    document = make(payment(state, environment), ENGLISH, paper=paper)
    assert document.texts().count(bar) == 3
    assert holds(document, f"{letter}-{'H' if make is held_slip else 'N'}-000007")


@ALL_PAPERS
@pytest.mark.parametrize("state", [PaymentState.WAITING, PaymentState.REVIEW])
def test_a_held_slip_is_no_receipt_and_promises_nothing(paper: Paper, state: PaymentState) -> None:
    waiting = replace(payment(state), phone="9841000000")
    document = held_slip(waiting, ENGLISH, paper=paper)
    said = document.texts()
    assert holds(document, "NOT A RECEIPT", "CASH HELD SLIP", "H-000131", "WAITING", "9841000000")
    assert "PAID" not in said
    assert "NOT PAID" not in said
    whole = " ".join(said).lower()
    assert "give back" not in whole
    assert "return" not in whole
    assert rows(document)["Cash held"] == "1,657.00"


@ALL_PAPERS
def test_a_return_slip_says_what_goes_back(paper: Paper) -> None:
    refused = replace(
        payment(PaymentState.NOT_PAID), reason="Customer not found.", reason_code="4000"
    )
    document = return_slip(refused, ENGLISH, paper=paper)
    assert holds(document, "NOT PAID", "CASH RETURN SLIP", "N-000131", "Customer’s signature")
    assert holds(document, "“Customer not found.” (4000)")
    assert rows(document)["Cash to give back"] == "1,657.00"
    returned = return_slip(replace(refused, cash_returned_at=REPRINTED_AT), ENGLISH, paper=paper)
    assert rows(returned)["Cash returned"] == "1,657.00"
    assert rows(returned)["Returned on"] == "2083 Mangsir 7, 10:05 AM"
    assert "Cash to give back" not in rows(returned)


@pytest.mark.parametrize("paper", [Paper.A5, Paper.A4])
def test_on_a_sheet_the_code_says_below_it_what_it_is_for(paper: Paper) -> None:
    """In the column of the labels it would look like a field that was left empty."""
    for document, words in (
        (receipt(payment(), ENGLISH, paper=paper), "Receipt details"),
        (held_slip(payment(PaymentState.WAITING), ENGLISH, paper=paper), "To find this slip"),
    ):
        columns = [
            column.blocks
            for block in document.blocks
            if isinstance(block, Columns)
            for column in block.columns
            if any(isinstance(part, Code) for part in column.blocks)
        ]
        [(code, caption)] = columns
        assert isinstance(code, Code)
        assert isinstance(caption, Text)
        assert caption.text == words
