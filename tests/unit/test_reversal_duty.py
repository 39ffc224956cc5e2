"""A paid bill that came back: what the owner records, and the duty that it leaves."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.clock import NEPAL
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.event_content import reversal_in, settlement_in
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentUpdate,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.fakes import HandClock, desk_with, offer, pay_request
from tests.unit.drawer_kit import DAY, Drawer
from tests.unit.sweep_kit import (
    NOT_KNOWN,
    PAID_NOW,
    TILL,
    S,
    TakesBack,
    expected,
    now,
    pay,
    swept,
)
from tests.unit.test_drawer_older import RECORD

if TYPE_CHECKING:
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger


@pytest.fixture
def desk(ledger: SqliteLedger, clock: HandClock, service: TakesBack) -> PaymentDesk:
    return desk_with(ledger, clock, service)


# --- the owner ----------------------------------------------------------------------------


def in_doubt(desk: PaymentDesk, clock: HandClock, service: TakesBack) -> Payment:
    (paid,) = pay(desk, clock)
    service.takes_back(paid, NOT_KNOWN)
    return swept(desk, clock).doubtful[0]


def test_the_owner_ends_a_doubt(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    paid = in_doubt(desk, clock, service)
    after = desk.decide(paid.number, was_paid=True, reason="the portal shows it", by="Hari")
    assert (after.state, after.is_doubted, after.owes_reversal) == (S.PAID, False, False)
    assert after.receipt == paid.receipt
    assert ledger.came_back() == ()
    with pytest.raises(LedgerError) as refused:
        desk.decide(paid.number, was_paid=True, reason="again", by="Hari")
    assert refused.value.problem is Problem.ILLEGAL_STEP


def test_the_owner_records_that_it_came_back(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    paid = in_doubt(desk, clock, service)
    after = desk.decide(paid.number, was_paid=False, reason="support says so", by="Hari", till=TILL)
    assert (after.state, after.is_doubted, after.owes_reversal) == (S.PAID, False, True)
    event = ledger.events(paid.number)[-1]
    assert (event.kind, event.state, event.operator) == (EventKind.REVERSED, None, "Sita")
    assert (reversal_in(event).reason, reversal_in(event).by) == ("support says so", "Hari")


def test_a_payment_is_made_only_instead_of_one_that_came_back(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock
) -> None:
    (paid,) = pay(desk, clock)
    for number in (paid.number, 99):
        order = fresh(paid, instead_of=number)
        with pytest.raises(LedgerError):
            ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))


def test_only_what_is_paid_can_be_in_doubt(ledger: SqliteLedger, clock: HandClock) -> None:
    drawer = Drawer(ledger)
    waiting, paid = drawer.pay(S.WAITING, "w"), drawer.pay(S.PAID, "p")
    told = PaymentUpdate(doubted=True)
    for number, kind in (
        (waiting.number, EventKind.LOOKED_UP),
        (paid.number, EventKind.PHONE_NOTED),
    ):
        with pytest.raises(LedgerError) as refused:
            ledger.append(number, Event(kind, drawer.at), update=told)
        assert refused.value.details["step"] is kind


# --- the duty -----------------------------------------------------------------------------


def taken_back(desk: PaymentDesk, clock: HandClock, service: TakesBack) -> Payment:
    (paid,) = pay(desk, clock)
    service.takes_back(paid)
    return swept(desk, clock).came_back[0]


def taken_back_of(desk: PaymentDesk, clock: HandClock, service: TakesBack, bill: str) -> Payment:
    paid = desk.pay(pay_request(clock, chosen=offer(bill), another_bill=True)).payment
    service.takes_back(paid)
    return swept(desk, clock).came_back[0]


def test_cash_of_a_reversal_leaves_once_in_the_shift_that_is_open_then(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    assert expected(ledger) == Money.rupees(278)
    after = desk.settle_reversal(gone.number, in_cash=True, till=TILL)
    assert (after.state, after.owes_reversal, after.cash_returned_at) == (S.PAID, False, None)
    assert expected(ledger) == ZERO
    event = ledger.events(gone.number)[-1]
    assert (event.operator, settlement_in(event).in_cash) == ("Sita", True)
    for in_cash in (True, False):
        with pytest.raises(LedgerError) as refused:
            desk.settle_reversal(gone.number, in_cash=in_cash, till=TILL)
        assert refused.value.problem is Problem.ILLEGAL_STEP
    assert expected(ledger) == ZERO


def test_a_reversal_settled_by_hand_moves_no_cash(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    desk.settle_reversal(gone.number, in_cash=False, note="paid by his son", till=TILL)
    assert expected(ledger) == Money.rupees(278)
    assert settlement_in(ledger.events(gone.number)[-1]).note == "paid by his son"
    assert ledger.came_back() == ()


def fresh(gone: Payment, *, instead_of: int) -> PaymentOrder:
    """The same bill once more."""
    return replace(gone.order, reference="5" * 32, details_reference=None, instead_of=instead_of)


def pay_instead(desk: PaymentDesk, clock: HandClock, gone: Payment) -> Payment:
    request = pay_request(clock, chosen=offer("b0"))
    return desk.pay(replace(request, instead_of=gone.number)).payment


@pytest.mark.parametrize("answer", [PAID_NOW, ServiceResponse(problem=Problem.TIMED_OUT)])
def test_paying_again_moves_the_cash_from_the_one_to_the_other(
    desk: PaymentDesk,
    ledger: SqliteLedger,
    clock: HandClock,
    service: TakesBack,
    answer: ServiceResponse,
) -> None:
    """Also where the new one waits: it holds the customer's money from then on, the old no more."""
    gone = taken_back(desk, clock, service)
    service._commits.insert(0, answer)
    new = pay_instead(desk, clock, gone)
    assert not now(ledger, gone).owes_reversal
    settled = ledger.events(gone.number)[-1]
    assert (settled.kind, settlement_in(settled).paid_again) == (
        EventKind.REVERSAL_SETTLED,
        new.number,
    )
    # The customer paid once: one bill's cash is in the drawer.
    assert expected(ledger) == Money.rupees(278)
    assert ledger.check_chain() is None


def test_what_is_paid_again_is_asked_about_the_second_time(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    request = replace(pay_request(clock, chosen=offer("b0")), instead_of=gone.number)
    assert desk.duplicates(request).paid_today is None
    other = taken_back_of(desk, clock, service, "b9")
    desk.settle_reversal(other.number, in_cash=True)
    settled = replace(pay_request(clock, chosen=offer("b9")), instead_of=other.number)
    asked = desk.duplicates(settled).paid_today
    assert asked is not None
    assert asked.number == other.number
    new = pay_instead(desk, clock, gone)
    again = replace(pay_request(clock, chosen=offer("b0")), instead_of=gone.number)
    assert desk.duplicates(again).paid_today == new
    service.takes_back(new)
    swept(desk, clock)
    found = desk.duplicates(replace(again, instead_of=new.number)).paid_today
    assert found is not None
    assert found.number == gone.number


def test_a_payment_that_was_never_sent_settles_nothing(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    order = fresh(gone, instead_of=gone.number)
    new = ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))
    ledger.append(new.number, Event(EventKind.ABANDONED, clock.now(), S.NOT_PAID))
    assert now(ledger, gone).owes_reversal
    assert expected(ledger) == Money.rupees(278)


def test_a_payment_of_another_customer_settles_nothing(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    order = replace(fresh(gone, instead_of=gone.number), account_id="9", account_key="9")
    new = ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))
    ledger.append(new.number, Event(EventKind.SENT, clock.now(), S.SENDING))
    ledger.append(new.number, Event(EventKind.ANSWERED, clock.now(), S.PAID))
    assert now(ledger, gone).owes_reversal


def test_cash_of_before_there_were_shifts_leaves_a_drawer_that_nobody_counted(
    tmp_path: Path,
) -> None:
    """It was taken home long ago: it is not carried in first."""
    ledger = open_ledger(Path(shutil.copy(RECORD, tmp_path)))
    drawer = Drawer(ledger)
    drawer.shifts = ledger.shifts_of(Environment.TEST)
    long_ago = datetime(2020, 1, 1, tzinfo=NEPAL)
    paid = next(
        one
        for one in ledger.sweeps.may_come_back(long_ago, drawer.at + 3000 * DAY)
        if one.order.environment is Environment.TEST
    )
    drawer.open()
    carried = drawer.expected
    ledger.append(paid.number, Event(EventKind.REVERSED, drawer.at))
    settled = Event(EventKind.REVERSAL_SETTLED, drawer.at).by(TILL)
    ledger.append(paid.number, settled, update=PaymentUpdate(cash=True))
    assert drawer.expected == carried - paid.order.cash_due
    assert ledger.check_chain() is None
    ledger.close()


def test_a_reversal_is_on_the_report_of_the_shift_in_which_it_was_found(
    ledger: SqliteLedger,
) -> None:
    """The day on which it was paid stays what it was; the duty is carried over until it is done."""
    drawer = Drawer(ledger)
    paid = drawer.pay(S.PAID)
    first = drawer.close()
    drawer.at += DAY
    drawer.open(278)
    ledger.append(paid.number, Event(EventKind.REVERSED, drawer.at))
    report = drawer.shifts.x_report(TILL, drawer.at)
    numbers = [one.number for one in report.came_back]
    assert (numbers, report.to_settle, report.paid.count) == ([paid.number], report.came_back, 0)
    second = drawer.close()
    assert drawer.shifts.reports(TILL, 1) == (second,)
    assert drawer.shifts.z_report("1", first.z_number or 0) == first
    drawer.open(278)
    third = drawer.shifts.x_report(TILL, drawer.at)
    assert (third.came_back, [one.number for one in third.to_settle]) == ((), numbers)
    settled = Event(EventKind.REVERSAL_SETTLED, drawer.at).by(TILL)
    ledger.append(paid.number, settled, update=PaymentUpdate(cash=True))
    assert drawer.shifts.x_report(TILL, drawer.at).to_settle == ()
