"""Papers say how a bill was paid; no cash stands on them that nobody took."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.money import ZERO, Money, grouped
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Paper
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.printing.content import held_slip, receipt, return_slip
from tests.paper import ENGLISH, REPRINTED_AT, payment, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.printing.blocks import Document

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)


def paid_with(state: PaymentState, *others: Tender) -> Payment:
    """The payment of the other papers, with these tenders beside cash."""
    made = payment()
    order = replace(made.order, other_tenders=others)
    if not order.cash_tender:
        order = replace(order, cash_received=ZERO)
    return replace(made, state=state, order=order)


def part(kind: TenderKind, amount: Money) -> Tender:
    is_wallet = kind is TenderKind.WALLET
    return Tender(kind, amount, "FP-77" if is_wallet else "", None if is_wallet else 1)


@ALL_PAPERS
def test_a_receipt_says_how_it_was_paid(paper: Paper) -> None:
    due = payment().order.cash_due
    hundred = Money.rupees(100)
    split = paid_with(PaymentState.PAID, part(TenderKind.WALLET, hundred))
    told = rows(receipt(split, ENGLISH, paper=paper))
    assert told["By QR or wallet · FP-77"] == "100.00"
    assert "Cash received" in told
    whole = paid_with(PaymentState.PAID, part(TenderKind.ON_ACCOUNT, due))
    told = rows(receipt(whole, ENGLISH, paper=paper))
    assert told["On account"] == grouped(due)
    assert not {"Cash received", "Change given", "Cash to take"} & told.keys()


@ALL_PAPERS
def test_each_paper_names_who_the_bill_is_charged_to(paper: Paper) -> None:
    owed = part(TenderKind.ON_ACCOUNT, Money.rupees(100))
    makers: dict[PaymentState, Callable[..., Document]] = {
        PaymentState.PAID: receipt,
        PaymentState.WAITING: held_slip,
        PaymentState.NOT_PAID: return_slip,
    }
    for state, make in makers.items():
        told = rows(
            make(paid_with(state, owed), ENGLISH, paper=paper, debtor="Hari\u202e Maharjan")
        )
        assert told["On account · Hari Maharjan"] == "100.00"
    wallet = paid_with(PaymentState.PAID, part(TenderKind.WALLET, Money.rupees(100)))
    told = rows(receipt(wallet, ENGLISH, paper=paper, debtor="Hari"))
    assert not any("Hari" in label for label in told), "a wallet owes nothing"


@ALL_PAPERS
def test_a_held_slip_names_the_cash_alone_as_held(paper: Paper) -> None:
    due = payment().order.cash_due
    split = paid_with(PaymentState.WAITING, part(TenderKind.WALLET, due - Money.rupees(100)))
    assert rows(held_slip(split, ENGLISH, paper=paper))["Cash held"] == "100.00"
    whole = paid_with(PaymentState.WAITING, part(TenderKind.WALLET, due))
    assert "Cash held" not in rows(held_slip(whole, ENGLISH, paper=paper))


@ALL_PAPERS
def test_each_kind_of_money_goes_back_as_it_came(paper: Paper) -> None:
    due, hundred = payment().order.cash_due, Money.rupees(100)
    split = paid_with(PaymentState.NOT_PAID, part(TenderKind.WALLET, due - hundred))
    told = rows(return_slip(split, ENGLISH, paper=paper))
    assert told["Cash to give back"] == "100.00"
    assert "To give back by QR or wallet" in told
    told = rows(return_slip(replace(split, cash_returned_at=REPRINTED_AT), ENGLISH, paper=paper))
    assert told["Cash returned"] == "100.00"
    assert "Given back by QR or wallet" in told
    owed = paid_with(PaymentState.NOT_PAID, part(TenderKind.ON_ACCOUNT, due))
    told = rows(return_slip(owed, ENGLISH, paper=paper))
    assert "Not owed any more" in told
    assert "Cash to give back" not in told
