"""Rule 14: nothing is paid whose amount is zero, untyped, or not the one last answered.

Three locks, each tried without the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.accounts import (
    Account,
    AmountLimits,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.errors import LedgerError, NotUnderstood
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.order import build_order
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

if TYPE_CHECKING:
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

BILL = offer("b1", 27798)
OPEN = Offer(
    "any",
    OfferKind.AMOUNT,
    "Top-up",
    None,
    open_amount=AmountLimits(Money(100_00), Money(900_00)),
)
UNBOUNDED = replace(OPEN, open_amount=AmountLimits(Money(100_00)))
STEPPED = replace(OPEN, open_amount=AmountLimits(Money(100_00), step=Money(50_00)))
PICKED = replace(
    OPEN,
    open_amount=AmountLimits(Money(100_00), allowed=(Money(100_00), Money(350_00), Money(50_00))),
)
FREE = replace(OPEN, open_amount=AmountLimits(ZERO, Money(900_00)))
PRICELESS = replace(BILL, quote=None)


def priced(chosen: Offer, paisa: int) -> Offer:
    amount = Money(paisa)
    return replace(chosen, quote=Quote(amount, (QuoteLine(LineKind.BILL, amount),)))


REFUSED = {
    "zero, as it was answered": (priced(BILL, 0), None),
    "less than zero": (priced(BILL, -100), None),
    "without a price": (PRICELESS, None),
    "not typed": (OPEN, None),
    "typed below the least": (OPEN, Money(99_99)),
    "typed above the most": (OPEN, Money(900_01)),
    "typed zero where zero is the least": (FREE, ZERO),
    "typed below the least where no most is named": (UNBOUNDED, ZERO),
    "not a multiple of the step": (STEPPED, Money(120_00)),
    "not on the list": (PICKED, Money(200_00)),
    "on the list, below the least": (PICKED, Money(50_00)),
    "picked, not yet": (PICKED, None),
    "an amount typed for a bill": (BILL, Money(100)),
    "the very price typed for a bill": (BILL, BILL.total),
}
ALLOWED = {
    "a bill as answered": (BILL, None, 27798),
    "one paisa": (priced(BILL, 1), None, 1),
    "the least": (OPEN, Money(100_00), 100_00),
    "the most": (OPEN, Money(900_00), 900_00),
    "any amount where no most is named": (UNBOUNDED, Money(90_000_00), 90_000_00),
    "a multiple of the step": (STEPPED, Money(150_00), 150_00),
    "one of the list": (PICKED, Money(350_00), 350_00),
}
TAMPERED = {
    "zero": (BILL, priced(BILL, 0)),
    "a paisa less than answered": (BILL, priced(BILL, 27797)),
    "of an older look-up": (priced(BILL, 30000), BILL),
    "another's session": (BILL, replace(BILL, data={"payment_id": "x"})),
}


def at_choice(answered: Offer, clock: HandClock) -> Flow:
    flow = Flow()
    flow.choose_provider(PLAIN)
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), looked_up(clock, account(offers=(answered,))))
    return flow


def dialogue_for(answered: Offer, amount: Money | None, clock: HandClock) -> Inquiry:
    return looked_up(clock, account(offers=(answered,))).chosen(answered.id, amount)


@pytest.mark.parametrize(("answered", "amount"), REFUSED.values(), ids=REFUSED)
def test_the_flow_does_not_pay_it(answered: Offer, amount: Money | None, clock: HandClock) -> None:
    flow = at_choice(answered, clock)
    flow.choose(answered, amount)
    assert not flow.go_on()
    assert flow.step is Step.CHOICE
    assert flow.start_sending(counter()) is None


@pytest.mark.parametrize(("answered", "chosen"), TAMPERED.values(), ids=TAMPERED)
def test_the_flow_takes_only_what_was_answered(
    answered: Offer, chosen: Offer, clock: HandClock
) -> None:
    flow = at_choice(answered, clock)
    flow.choose(chosen)
    assert not flow.go_on()


@pytest.mark.parametrize(("answered", "amount"), REFUSED.values(), ids=REFUSED)
def test_the_order_is_not_built(
    answered: Offer, amount: Money | None, clock: HandClock, ledger: SqliteLedger
) -> None:
    """Whatever the screen says that it shows."""
    shown = pay_request(clock, chosen=priced(BILL, 27798))
    request = replace(shown, inquiry=dialogue_for(answered, amount, clock))
    service = ScriptedService()
    with pytest.raises(NotUnderstood):
        desk_with(ledger, clock, service).pay(request)
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


@pytest.mark.parametrize(("answered", "chosen"), TAMPERED.values(), ids=TAMPERED)
def test_what_is_shown_is_what_is_paid(
    answered: Offer, chosen: Offer, clock: HandClock, ledger: SqliteLedger
) -> None:
    """The dialogue, asked anew, comes to another offer than the clerk's screen."""
    request = pay_request(clock, chosen=answered)
    ready = request.ready
    other = (
        replace(ready, offer=chosen),
        replace(ready, call=replace(ready.call, fields={"amount": chosen.total.number})),
        replace(ready, account=replace(ready.account, account_id="110872")),
    )
    service = ScriptedService()
    for shown in other:
        if shown == ready:
            continue
        with pytest.raises(NotUnderstood):
            desk_with(ledger, clock, service).pay(replace(request, ready=shown))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


@pytest.mark.parametrize(("answered", "amount", "paisa"), ALLOWED.values(), ids=ALLOWED)
def test_what_was_answered_or_typed_within_its_bounds_is_paid(
    answered: Offer, amount: Money | None, paisa: int, clock: HandClock
) -> None:
    flow = at_choice(answered, clock)
    flow.choose(answered, amount)
    assert flow.go_on()
    flow.taken.cash = Money.rupees(99_999)
    flow.taken.agree_to_cash(True)
    request = flow.start_sending(counter())
    assert request is not None
    order = build_order(request, ScriptedService.connection, ScriptedService.connection_id)
    assert order.amount == Money(paisa)


def test_a_choice_that_was_not_offered_is_not_paid(clock: HandClock, ledger: SqliteLedger) -> None:
    request = pay_request(clock)
    other = looked_up(clock, account(offers=(offer("b2", 27798),))).chosen("b1")
    with pytest.raises(NotUnderstood):
        desk_with(ledger, clock, ScriptedService()).pay(replace(request, inquiry=other))


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
    request = pay_request(clock, provider=SendsAnother(amount))
    with pytest.raises(NotUnderstood):
        build_order(request, ScriptedService.connection, ScriptedService.connection_id)


def test_the_ledger_takes_no_payment_of_nothing(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError):
        add(ledger, amount=ZERO, lines=(), cash_due=ZERO)
    assert ledger.payment(1) is None
    assert add(ledger, amount=Money(1)).number == 1
