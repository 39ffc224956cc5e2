"""The screen says what to do with which money."""

from __future__ import annotations

import pytest

from desktop_app.core.money import Money
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ui.texts.tenders import give_back_text, keep_text, paid_with_text, returned_text
from tests.unit.test_ledger_kit import order

WALLET = Tender(TenderKind.WALLET, Money.rupees(78), "FP-77")
ALL_WALLET = Tender(TenderKind.WALLET, Money.rupees(278), "FP-77")
OWED = Tender(TenderKind.ON_ACCOUNT, Money.rupees(78), "", 1)


@pytest.mark.parametrize(
    ("others", "back", "keep", "button"),
    [
        ((), "Give back Rs. 278.00", "Keep the cash. Do not pay again.", "Cash returned"),
        (
            (WALLET,),
            "Give back Rs. 200.00 in cash · Give back Rs. 78.00 by QR or wallet",
            "Keep the cash. Do not pay again.",
            "Money returned",
        ),
        (
            (ALL_WALLET,),
            "Give back Rs. 278.00 by QR or wallet",
            "Give nothing back. Do not pay again.",
            "Money returned",
        ),
        (
            (OWED,),
            "Give back Rs. 200.00 in cash · Rs. 78.00 is not owed any more",
            "Keep the cash. Do not pay again.",
            "Cash returned",
        ),
    ],
)
def test_the_words_follow_the_money(
    others: tuple[Tender, ...], back: str, keep: str, button: str
) -> None:
    bill = order(other_tenders=others)
    assert give_back_text(bill) == back
    assert keep_text(bill) == keep
    assert returned_text(bill) == button


def test_how_it_was_paid_is_said_where_it_was_not_all_cash() -> None:
    assert paid_with_text(order()) == ""
    assert paid_with_text(order(other_tenders=(WALLET,))) == (
        "Cash Rs. 200.00 + QR or wallet Rs. 78.00 · FP-77"
    )


def test_who_owes_is_named_beside_what_is_on_account_alone() -> None:
    bill = order(other_tenders=(OWED,))
    assert paid_with_text(bill, "Hari") == (
        "Cash Rs. 200.00 + On account Rs. 78.00 · charged to Hari"
    )
    assert paid_with_text(order(other_tenders=(WALLET,)), "Hari").endswith("FP-77")
    assert give_back_text(bill, "Hari") == (
        "Give back Rs. 200.00 in cash · Hari does not owe Rs. 78.00 any more"
    )
