"""Rule 14: nothing is paid whose amount is zero, untyped, or not the one last answered.

Three locks, each tried without the others.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.billing.accounts import (
    Account,
    AmountRange,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.provider import Call
from desktop_app.core.errors import LedgerError, NotUnderstood
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payment_flow import Flow, Step
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from desktop_app.providers.parsing import require_own_offer
from tests.fakes import (
    PLAIN,
    HandClock,
    PlainProvider,
    ScriptedService,
    account,
    counter,
    desk_with,
    looked_up,
    offer,
    pay_request,
)
from tests.unit.test_ledger_kit import add

BILL = offer("b1", 27798)
OPEN = Offer(
    "any",
    OfferKind.AMOUNT,
    "Top-up",
    Quote(Money(500_00)),
    open_amount=AmountRange(Money(100_00), Money(900_00)),
)
UNBOUNDED = replace(OPEN, open_amount=AmountRange(Money(100_00)))
PICKED = replace(
    OPEN, open_amount=AmountRange(Money(100_00), only=(Money(100_00), Money(350_00), Money(50_00)))
)
FREE = replace(OPEN, quote=Quote(ZERO), open_amount=AmountRange(ZERO, Money(900_00)))


def priced(chosen: Offer, paisa: int) -> Offer:
    amount = Money(paisa)
    return replace(chosen, quote=Quote(amount, (QuoteLine(LineKind.BILL, amount),)))


REFUSED = {
    "zero": (BILL, priced(BILL, 0)),
    "zero, as it was answered": (priced(BILL, 0), priced(BILL, 0)),
    "less than zero": (priced(BILL, -100), priced(BILL, -100)),
    "a paisa less than answered": (BILL, priced(BILL, 27797)),
    "of an older look-up": (priced(BILL, 30000), BILL),
    "not offered any more": (offer("b2", 27798), BILL),
    "another's session": (BILL, replace(BILL, data={"payment_id": "x"})),
    "not typed": (OPEN, OPEN),
    "typed below the least": (OPEN, OPEN.with_amount(Money(99_99))),
    "typed above the most": (OPEN, OPEN.with_amount(Money(900_01))),
    "typed zero where zero is the least": (FREE, FREE.with_amount(ZERO)),
    "typed below the least where no most is named": (UNBOUNDED, UNBOUNDED.with_amount(ZERO)),
    "not on the list": (PICKED, PICKED.with_amount(Money(200_00))),
    "on the list, below the least": (PICKED, PICKED.with_amount(Money(50_00))),
    "picked, not yet": (PICKED, PICKED),
    "an amount typed for a bill": (BILL, BILL.with_amount(Money(100))),
}
ALLOWED = {
    "a bill as answered": (BILL, BILL),
    "one paisa": (priced(BILL, 1), priced(BILL, 1)),
    "the least": (OPEN, OPEN.with_amount(Money(100_00))),
    "the most": (OPEN, OPEN.with_amount(Money(900_00))),
    "any amount where no most is named": (UNBOUNDED, UNBOUNDED.with_amount(Money(90_000_00))),
    "one of the list": (PICKED, PICKED.with_amount(Money(350_00))),
    "what stood there before it was typed": (OPEN, OPEN.with_amount(Money(500_00))),
}


def at_choice(answered: Offer, clock: HandClock) -> Flow:
    flow = Flow()
    flow.choose_provider(PLAIN)
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), looked_up(clock, account(offers=(answered,))))
    return flow


def request_for(answered: Offer, chosen: Offer, clock: HandClock) -> PaymentRequest:
    request = pay_request(clock, chosen=chosen)
    return replace(request, found=looked_up(clock, account(offers=(answered,))))


@pytest.mark.parametrize(("answered", "chosen"), REFUSED.values(), ids=REFUSED)
def test_the_flow_does_not_pay_it(answered: Offer, chosen: Offer, clock: HandClock) -> None:
    flow = at_choice(answered, clock)
    flow.choose(chosen)
    assert not flow.confirm()
    assert flow.step is Step.CHOICE
    # And not from Confirm either, however it got there.
    flow.step, flow.cash = Step.CONFIRM, Money.rupees(99_999)
    flow.agree_to_cash(True)
    assert not flow.can_pay(counter())
    assert flow.start_sending(counter()) is None


@pytest.mark.parametrize(("answered", "chosen"), REFUSED.values(), ids=REFUSED)
def test_the_order_is_not_drawn_up(
    answered: Offer, chosen: Offer, clock: HandClock, ledger: SqliteLedger
) -> None:
    request = request_for(answered, chosen, clock)
    with pytest.raises(NotUnderstood):
        build_order(request, ScriptedService.connection, ScriptedService.connection_id)
    service = ScriptedService()
    with pytest.raises(NotUnderstood):
        desk_with(ledger, clock, service).pay(request)
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


@pytest.mark.parametrize(("answered", "chosen"), ALLOWED.values(), ids=ALLOWED)
def test_what_was_answered_or_typed_within_its_bounds_is_paid(
    answered: Offer, chosen: Offer, clock: HandClock
) -> None:
    flow = at_choice(answered, clock)
    flow.choose(chosen)
    assert flow.confirm()
    flow.cash = Money.rupees(99_999)
    flow.agree_to_cash(True)
    request = flow.start_sending(counter())
    assert request is not None
    order = build_order(request, ScriptedService.connection, ScriptedService.connection_id)
    assert order.amount == chosen.total


@pytest.mark.parametrize(("answered", "chosen"), ALLOWED.values(), ids=ALLOWED)
def test_a_provider_takes_an_amount_that_was_typed(answered: Offer, chosen: Offer) -> None:
    require_own_offer(account(offers=(answered,)), chosen)


@pytest.mark.parametrize(
    "chosen", [OPEN, OPEN.with_amount(Money(99_99)), OPEN.with_amount(Money(900_01)), BILL]
)
def test_a_provider_takes_no_other(chosen: Offer) -> None:
    with pytest.raises(NotUnderstood):
        require_own_offer(account(offers=(OPEN,)), chosen)


class SendsAnother(PlainProvider):
    """A provider whose call names another amount than its offer."""

    def __init__(self, amount: object) -> None:
        self.amount = amount

    def commit(self, account: Account, offer: Offer) -> Call:
        return Call("/api/servicegroup/commit/plain/", {"amount": self.amount})


@pytest.mark.parametrize("amount", [0, 277, "278", "many", 277.98])
def test_a_call_that_would_send_another_amount_is_not_made(
    clock: HandClock, amount: object
) -> None:
    request = replace(pay_request(clock), provider=SendsAnother(amount))
    with pytest.raises(NotUnderstood):
        build_order(request, ScriptedService.connection, ScriptedService.connection_id)


def test_the_ledger_takes_no_payment_of_nothing(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError):
        add(ledger, amount=ZERO, lines=(), cash_due=ZERO)
    assert ledger.payment(1) is None
    assert add(ledger, amount=Money(1)).number == 1
