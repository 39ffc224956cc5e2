"""The wizard's steps, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import ZERO, CashRounding, Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.duplicates import Duplicates
from desktop_app.core.payments.execution import Outcome
from desktop_app.core.payments.payment import PaymentState
from tests.fakes import (
    PLAIN,
    HandClock,
    PlainProvider,
    account,
    counter,
    looked_up,
    offer,
    paid_payment,
)
from tests.tables import each
from tests.unit.flow_kit import NO_ROOM, TWO_BILLS, at_choice, at_confirm


def test_the_steps_follow_one_another() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    request = flow.start_sending(counter())
    assert request is not None
    assert request.offer.id == "b2"
    flow.settled(Outcome(paid_payment()))
    assert flow.step is Step.RESULT


def test_why_a_look_up_came_to_nothing_is_known_until_something_else_is_typed() -> None:
    flow = Flow()
    flow.choose_provider(PLAIN)
    flow.type("1")
    assert flow.lookup_failed(flow.start_lookup(), NO_ROOM)
    assert flow.lookup_error is NO_ROOM
    flow.type("12")
    assert flow.lookup_error is None
    flow.lookup_failed(flow.start_lookup(), NO_ROOM)
    flow.start_lookup()
    assert flow.lookup_error is None
    flow.lookup_failed(flow.start_lookup(), NO_ROOM)
    flow.restart()
    assert flow.lookup_error is None


def test_a_late_answer_is_ignored() -> None:
    flow, clock = Flow(), HandClock()
    flow.choose_provider(PLAIN)
    flow.type("1")
    first = flow.start_lookup()
    second = flow.start_lookup()
    assert not flow.looked_up(first, looked_up(clock))
    assert flow.step is Step.CUSTOMER
    assert flow.looked_up(second, looked_up(clock))


def test_a_cancelled_look_up_is_not_awaited() -> None:
    flow, clock = Flow(), HandClock()
    flow.choose_provider(PLAIN)
    flow.type("1")
    ticket = flow.start_lookup()
    flow.cancel_lookup()
    assert not flow.looked_up(ticket, looked_up(clock))
    assert not flow.lookup_failed(ticket, NO_ROOM)


def test_typing_another_customer_ends_the_wait_for_the_first() -> None:
    flow, clock = Flow(), HandClock()
    flow.choose_provider(PLAIN)
    flow.type("1")
    ticket = flow.start_lookup()
    flow.type("2")
    assert not flow.looked_up(ticket, looked_up(clock))
    assert flow.account is None


def test_another_customer_forgets_the_account() -> None:
    flow, clock = Flow(), HandClock()
    at_choice(flow, clock)
    flow.back()
    flow.type("110872")
    assert flow.account is None
    assert flow.offer is None


def test_back_keeps_what_was_typed_for_each_provider() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    for _ in range(3):
        assert flow.back()
    assert flow.step is Step.PROVIDER
    flow.choose_provider(PLAIN)
    assert flow.entries.account_id == "110871"
    assert flow.offer is not None


def test_each_confirmation_has_a_reference_of_its_own() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    first = flow.reference
    flow.back()
    flow.go_on()
    assert len(first) == 32
    assert flow.reference != first


@each(
    ("rounding", "cash", "enough"),
    [
        (CashRounding.NEAREST, 27800, True),
        (CashRounding.NEAREST, 27798, False),
        (CashRounding.UP, 27800, True),
        (CashRounding.EXACT, 27798, True),
        (CashRounding.EXACT, 27797, False),
    ],
)
def test_pay_needs_the_cash_that_the_setting_asks_for(
    rounding: CashRounding, cash: int, enough: bool
) -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money(cash)
    assert flow.can_pay(counter(rounding)) is enough


def test_what_was_paid_today_must_be_asked_for() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    flow.confirmations.duplicates = Duplicates(paid_today=paid_payment())
    assert flow.start_sending(counter()) is None
    flow.confirmations.duplicate_confirmed = True
    request = flow.start_sending(counter())
    assert request is not None
    assert request.duplicate_confirmed


def test_cash_far_beyond_the_due_must_be_agreed_to() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(2000)
    assert flow.can_pay(counter()), "two notes for a bill of Rs. 278"
    flow.taken.cash = Money.rupees(2001)
    assert flow.taken.asks_for_cash(flow.cash_due(counter()))
    assert flow.start_sending(counter()) is None
    flow.taken.agree_to_cash(True)
    assert flow.can_pay(counter())
    flow.taken.agree_to_cash(False)
    assert not flow.can_pay(counter())
    flow.taken.agree_to_cash(True)
    flow.taken.cash = Money.rupees(20010)
    assert flow.start_sending(counter()) is None, "agreed to another sum"
    flow.taken.cash = Money.rupees(2001)
    flow.back()
    flow.go_on()
    flow.taken.cash = Money.rupees(2001)
    assert not flow.can_pay(counter()), "agreed to at another confirmation"


@pytest.mark.parametrize("balance", [27797, 0, -500_000])
def test_a_balance_below_the_bill_is_a_question_not_a_wall(balance: int) -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    flow.balance = Money(balance)
    assert flow.needs_confirmation
    assert flow.start_sending(counter()) is None
    flow.confirmations.tries_low_balance = True
    assert not flow.needs_confirmation
    assert flow.can_pay(counter())
    flow.back()
    flow.go_on()
    flow.taken.cash = Money.rupees(300)
    assert not flow.can_pay(counter()), "each payment is asked about"


@pytest.mark.parametrize("balance", [None, Money(27798), Money.rupees(90_000)])
def test_an_unknown_or_sufficient_balance_asks_nothing(balance: Money | None) -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    flow.balance = balance
    assert not flow.needs_confirmation
    assert flow.can_pay(counter())


class ByHand(PlainProvider):
    """Nothing is known of its customers."""

    info = replace(PlainProvider.info, knows_customer=False)


def test_an_account_that_nobody_has_checked_is_confirmed_for_each_payment() -> None:
    flow, clock, provider = Flow(), HandClock(), ByHand()
    flow.choose_provider(provider)
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), looked_up(clock, TWO_BILLS, provider))
    flow.choose(TWO_BILLS.offers[1])
    assert flow.go_on()
    flow.taken.cash = Money.rupees(300)
    assert flow.needs_confirmation
    assert flow.start_sending(counter()) is None
    flow.confirmations.account_confirmed = True
    assert flow.can_pay(counter())
    flow.confirmations.duplicates = Duplicates(paid_today=paid_payment())
    assert flow.start_sending(counter()) is None, "another question"
    flow.back()
    flow.go_on()
    flow.taken.cash = Money.rupees(300)
    assert flow.start_sending(counter()) is None, "each payment is asked about"


def test_an_account_that_was_read_needs_no_word_of_the_customer() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    assert not flow.is_account_unknown
    assert not flow.asks_for_account


def test_trying_with_a_low_balance_does_not_answer_for_an_earlier_payment() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash, flow.balance = Money.rupees(300), ZERO
    flow.confirmations.duplicates = Duplicates(paid_today=paid_payment())
    flow.confirmations.tries_low_balance = True
    assert flow.start_sending(counter()) is None
    flow.confirmations.duplicate_confirmed, flow.confirmations.tries_low_balance = True, False
    assert flow.start_sending(counter()) is None
    flow.confirmations.tries_low_balance = True
    assert flow.start_sending(counter()) is not None


def test_what_was_agreed_to_counts_for_the_payment_that_was_shown() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    paid, waiting = paid_payment(), replace(paid_payment(PaymentState.WAITING), number=2)
    flow.confirmations.take_duplicates(Duplicates(other_open=waiting, paid_today=paid))
    flow.confirmations.duplicate_confirmed = True
    assert not flow.can_pay(counter()), "one answer is not the other"
    flow.confirmations.another_bill = True
    assert flow.can_pay(counter())
    flow.confirmations.take_duplicates(Duplicates(other_open=waiting, paid_today=paid))
    assert flow.can_pay(counter()), "nothing has changed"
    # The one that waited is PAID now: that is another question.
    flow.confirmations.take_duplicates(
        Duplicates(paid_today=replace(waiting, state=PaymentState.PAID))
    )
    assert not flow.can_pay(counter())
    said = flow.confirmations
    assert (said.duplicate_confirmed, said.another_bill) == (False, False)
    flow.confirmations.take_duplicates(Duplicates())
    assert flow.can_pay(counter())


def test_an_open_one_cannot_be_paid_at_all() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.taken.cash = Money.rupees(300)
    flow.confirmations.duplicates = Duplicates(open=paid_payment(PaymentState.WAITING))
    flow.confirmations.duplicate_confirmed = True
    assert flow.start_sending(counter()) is None


def test_a_price_that_changed_since_the_first_look_up_is_told() -> None:
    flow, clock = Flow(), HandClock()
    at_confirm(flow, clock)
    flow.back()
    flow.back()
    dearer = account(offers=(offer("b1", 10000), offer("b2", 30000)))
    assert flow.looked_up(flow.start_lookup(), looked_up(clock, dearer))
    assert flow.is_renewed
    assert flow.price_before == Money(27798)
    assert flow.offer is not None
    assert flow.offer.total == Money(30000)
