"""What was recorded and then not sent: it owes no cash, counts for nothing and blocks nobody."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.money import ZERO
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.backup import Backups
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock, ScriptedService, desk_with, offer, pay_request
from tests.other_program import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})


class InterruptedLedger(SqliteLedger):
    """A real file, before and after whose writes something can happen."""

    before_sending: Callable[[], None] | None = None
    after_adding: Callable[[], None] | None = None

    def add(self, order: PaymentOrder, event: Event) -> Payment:
        payment = super().add(order, event)
        if self.after_adding is not None:
            self.after_adding()
        return payment

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        if self.before_sending is not None and event.kind is EventKind.SENT:
            self.before_sending()
        return super().append(number, event, update=update)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[InterruptedLedger]:
    put_blank_ledger(tmp_path / "ledger.db")
    opened = InterruptedLedger(tmp_path / "ledger.db", busy_seconds=0.05)
    yield opened
    opened.close()


class Lock:
    """Takes the file away when it is called, and gives it back when it is told to."""

    def __init__(self, file: Path) -> None:
        self._lock = locked(file)
        self._is_held = False

    def take(self) -> None:
        if not self._is_held:
            self._lock.__enter__()
            self._is_held = True

    def release(self) -> None:
        self._lock.__exit__(None, None, None)


@pytest.fixture
def lock(tmp_path: Path) -> Lock:
    return Lock(tmp_path / "ledger.db")


def again(clock: HandClock) -> PaymentRequest:
    """The same customer and offer, looked up again."""
    return pay_request(clock)


def test_a_locked_file_between_two_writes_leaves_no_cash_to_return(
    ledger: InterruptedLedger, lock: Lock, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    desk = desk_with(ledger, clock, service)
    ledger.before_sending = lock.take
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    lock.release()
    ledger.before_sending = None
    assert service.commit_calls == []

    paid = desk.pay(again(clock)).payment

    assert paid.state is PaymentState.PAID
    assert len(service.commit_calls) == 1
    (given_up,) = (p for p in ledger.history.between(*_day(clock)) if p.number != paid.number)
    assert given_up.state is PaymentState.NOT_PAID
    assert given_up.abandoned
    assert not given_up.owes_cash
    assert ledger.cash_to_return() == ()
    assert ledger.history.day(*_day(clock)).cash_in == paid.order.cash_due
    assert [e.kind for e in ledger.events(given_up.number)] == ["recorded", "abandoned"]


def test_it_counts_for_nothing_while_the_record_cannot_be_written(
    ledger: InterruptedLedger, lock: Lock, clock: HandClock
) -> None:
    desk = desk_with(ledger, clock, ScriptedService(commits=[SUCCESS]))
    ledger.before_sending = lock.take
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    (recorded,) = ledger.open_payments()
    assert recorded.state is PaymentState.RECORDED

    figures = ledger.history.day(*_day(clock))
    assert (figures.waiting_count, figures.cash_in, figures.to_return_count) == (0, ZERO, 0)
    assert desk.waiting() == ()
    assert desk.duplicates(again(clock)).open is None
    lock.release()


@pytest.mark.parametrize("then", ["check_next", "duplicates"])
def test_it_is_ended_in_the_same_run(
    ledger: InterruptedLedger, lock: Lock, clock: HandClock, then: str
) -> None:
    desk = desk_with(ledger, clock, ScriptedService())
    ledger.before_sending = lock.take
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    lock.release()
    if then == "check_next":
        desk.check_next()
    else:
        desk.duplicates(again(clock))
    assert ledger.open_payments() == ()
    assert ledger.cash_to_return() == ()


def test_a_write_that_was_refused_and_is_in_the_file_all_the_same_is_ended_too(
    ledger: InterruptedLedger, clock: HandClock
) -> None:
    def fail() -> None:
        raise LedgerError(Problem.LEDGER_FAILED)

    desk = desk_with(ledger, clock, ScriptedService(commits=[SUCCESS]))
    ledger.after_adding = fail
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    ledger.after_adding = None
    assert desk.pay(again(clock)).payment.state is PaymentState.PAID
    assert ledger.cash_to_return() == ()


@pytest.mark.parametrize("error", [LedgerError(Problem.DISK_FULL), RuntimeError("a bug")])
def test_any_error_before_the_first_byte_is_of_this_kind(
    ledger: InterruptedLedger, clock: HandClock, error: Exception
) -> None:
    def fail() -> None:
        raise error

    service = ScriptedService(commits=[SUCCESS])
    desk = desk_with(ledger, clock, service)
    ledger.before_sending = fail
    with pytest.raises(type(error)):
        desk.pay(pay_request(clock))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()
    assert ledger.cash_to_return() == ()


def test_a_used_reference_never_ends_the_payment_that_was_sent_with_it(
    ledger: InterruptedLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    desk = desk_with(ledger, clock, service)
    request = pay_request(clock, chosen=offer("one"))
    sent = ledger.add(_order_of(request), _recorded(clock))
    ledger.append(sent.number, Event(EventKind.SENT, clock.now(), PaymentState.SENDING))
    other = pay_request(clock, chosen=offer("two"), another_bill=True)
    clash = replace(other, reference=sent.order.reference)
    with pytest.raises(BhuktaniError):
        desk.pay(clash)
    (still,) = ledger.open_payments()
    assert (still.number, still.state) == (sent.number, PaymentState.SENDING)


def test_what_a_start_finds_recorded_still_asks_for_its_cash(
    ledger: InterruptedLedger, lock: Lock, clock: HandClock
) -> None:
    """Nobody saw its end: the clerk may hold the cash."""
    desk = desk_with(ledger, clock, ScriptedService())
    ledger.before_sending = lock.take
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    lock.release()
    (found,) = desk_with(ledger, clock, ScriptedService()).recover()
    assert found.owes_cash
    assert [e.kind for e in ledger.events(found.number)] == ["recorded", "recovered"]


def test_a_backup_made_between_recording_and_sending_never_says_never_sent(
    ledger: InterruptedLedger, clock: HandClock, tmp_path: Path
) -> None:
    may_go_on, made = threading.Event(), []

    def caught(_seconds: float) -> None:
        may_go_on.set()
        sent.wait(20)

    def back_up() -> None:
        made.append(backups.make())
        may_go_on.set()

    def meanwhile() -> None:
        thread.start()
        assert may_go_on.wait(20), "the copy has caught the payment as it begins"

    sent = threading.Event()
    backups = Backups(tmp_path / "ledger.db", clock, caught)
    thread = threading.Thread(target=back_up)
    service = ScriptedService(commits=[SUCCESS], at_commit=lambda reference: sent.set())
    ledger.before_sending = meanwhile
    assert desk_with(ledger, clock, service).pay(pay_request(clock)).payment.receipt
    thread.join(20)

    (backup,) = made
    restored = open_ledger(backups.path_of(backup.name))
    desk_with(restored, clock, service).recover()
    assert restored.cash_to_return() == ()
    (payment,) = restored.history.between(*_day(clock))
    assert payment.state in (PaymentState.WAITING, PaymentState.PAID)
    restored.close()


@pytest.mark.parametrize("state", [PaymentState.WAITING, PaymentState.PAID])
def test_the_ledger_abandons_nothing_that_was_answered(
    ledger: InterruptedLedger, clock: HandClock, tmp_path: Path, state: PaymentState
) -> None:
    request = pay_request(clock)
    one = ledger.add(_order_of(request), _recorded(clock))
    ledger.append(one.number, Event(EventKind.SENT, clock.now(), PaymentState.SENDING))
    ledger.append(one.number, Event(EventKind.ANSWERED, clock.now(), state))
    raw = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE payments SET abandoned = 1")
    # Each of the two locks holds alone.
    raw.execute("DROP TRIGGER payments_abandoned")
    raw.close()
    with pytest.raises(LedgerError):
        ledger.append(one.number, Event(EventKind.ABANDONED, clock.now(), PaymentState.NOT_PAID))


def _day(clock: HandClock) -> tuple[datetime, datetime]:
    start = clock.start_of_day()
    return start, start + timedelta(days=1)


def _order_of(request: PaymentRequest) -> PaymentOrder:
    return build_order(request, ScriptedService.connection, ScriptedService.connection_id)


def _recorded(clock: HandClock) -> Event:
    return Event(EventKind.RECORDED, clock.now(), PaymentState.RECORDED)
