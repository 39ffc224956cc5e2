"""Shifts: opened once at a drawer, counted, closed with a number, and never changed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shifts.shift import CashCount, Closing, Opening
from desktop_app.core.shop import Till
from tests.unit.drawer_kit import DAY, HOUR, TILL, Drawer, rupees
from tests.unit.test_ledger_kit import NOON, move

if TYPE_CHECKING:
    from tests.engines import Record

S = PaymentState


def test_no_payment_is_refused_for_want_of_a_shift(drawer: Drawer) -> None:
    payment = drawer.pay(S.RECORDED, operator="Sita")
    assert drawer.shift.opened_how == Opening.BY_PAYMENT
    assert (drawer.shift.opened_by, drawer.shift.number) == ("Sita", payment.shift)
    drawer.shifts.note_float(TILL, drawer.at, rupees(1000))
    assert drawer.expected == Money.rupees(1278)
    with pytest.raises(LedgerError):
        drawer.shifts.note_float(TILL, drawer.at, rupees(1000))
    assert drawer.expected == Money.rupees(1278)


def test_one_shift_is_open_at_a_drawer(drawer: Drawer) -> None:
    drawer.open(100)
    with pytest.raises(LedgerError) as refused:
        drawer.open(100)
    assert refused.value.problem is Problem.ILLEGAL_STEP
    other = Drawer(drawer.ledger, Till(drawer="2"))
    other.open(7)
    assert (drawer.expected, other.expected) == (Money.rupees(100), Money.rupees(7))


def test_two_sessions_share_the_shift_of_one_drawer(drawer: Drawer, record: Record) -> None:
    drawer.open(100)
    second = record.open()
    other = Drawer(second)
    drawer.pay(S.PAID, "1")
    other.pay(S.PAID, "2")
    with pytest.raises(LedgerError):
        other.open(100)
    assert drawer.expected == other.expected == Money.rupees(100 + 2 * 278)
    other.close()
    with pytest.raises(LedgerError):
        drawer.move(MovementKind.PAID_IN, 1, "late")
    drawer.pay(S.PAID, "3")
    assert (drawer.shift.number, other.shift.number) == (2, 2)
    second.close()


def test_an_empty_shift_can_be_closed(drawer: Drawer) -> None:
    drawer.open()
    report = drawer.close()
    assert (report.z_number, report.expected, report.difference) == (1, ZERO, ZERO)
    assert report.movements == ()


def test_a_shift_that_was_forgotten_for_three_days_is_closed_with_its_own_span(
    drawer: Drawer,
) -> None:
    drawer.open(100)
    drawer.at += 3 * DAY
    report = drawer.close(note="the PC was off")
    assert (report.opened_at, report.at) == (NOON, NOON + 3 * DAY)
    closed = drawer.shifts.shift(1)
    assert closed is not None
    assert (closed.note, closed.is_open, closed.closed_at) == ("the PC was off", False, drawer.at)


def test_z_numbers_have_no_gap_and_each_counter_has_its_own(drawer: Drawer) -> None:
    left = Drawer(drawer.ledger, Till(drawer="2"))
    other = Drawer(drawer.ledger, Till(counter="2"))
    given = []
    for _ in range(3):
        for one in (drawer, left, other):
            one.open(0)
            with pytest.raises(LedgerError):
                one.close(Money.rupees(5))
            given.append((one.till.counter, one.close().z_number))
    assert given == [("1", 1), ("1", 2), ("2", 1), ("1", 3), ("1", 4), ("2", 2), ("1", 5),
                     ("1", 6), ("2", 3)]  # fmt: skip


def test_a_difference_needs_a_reason_and_is_kept(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.pay(S.PAID)
    with pytest.raises(LedgerError) as refused:
        drawer.close(Money.rupees(1270))
    assert refused.value.problem is Problem.NO_REASON
    assert drawer.shift.is_open
    report = drawer.close(Money.rupees(1270), reason=" a wrong note ")
    assert report.difference == Money.rupees(-8)
    kept = drawer.shifts.z_report("1", 1)
    assert kept == report
    assert kept.reason == "a wrong note"


def test_cash_that_moved_since_the_screen_showed_the_sum_stops_the_close(drawer: Drawer) -> None:
    drawer.open(1000)
    seen = Closing(drawer.at, rupees(1000), drawer.expected)
    drawer.pay(S.PAID)
    with pytest.raises(LedgerError) as refused:
        drawer.shifts.close(TILL, seen)
    assert refused.value.problem is Problem.STALE
    assert drawer.shift.is_open


def test_a_bill_counts_as_paid_in_the_shift_in_which_it_became_so(drawer: Drawer) -> None:
    late = drawer.pay(S.WAITING, "1").number
    drawer.pay(S.PAID, "2")
    first = drawer.close()
    drawer.at += DAY
    drawer.open(556)
    # The clock was set back meanwhile: the order in which things were written tells.
    move(drawer.ledger, late, S.PAID, at=NOON - DAY)
    drawer.pay(S.PAID, "3")
    second = drawer.close()
    assert (first.paid.count, second.paid.count) == (1, 2)
    assert [(r.first, r.last) for r in (*first.receipts, *second.receipts)] == [(1, 1), (2, 3)]
    assert second.expected == Money.rupees(556 + 278)


def test_money_is_put_in_and_taken_out_with_a_reason(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.move(MovementKind.PAID_IN, 500, "change from the bank")
    drawer.move(MovementKind.PAID_OUT, 120, "tea")
    drawer.move(MovementKind.SAFE_DROP, 1000)
    drawer.move(MovementKind.NO_SALE, 0)
    assert drawer.expected == Money.rupees(380)
    refused = (
        (MovementKind.PAID_IN, 500, " "),
        (MovementKind.PAID_OUT, 0, "tea"),
        (MovementKind.PAID_OUT, -5, "tea"),
        (MovementKind.NO_SALE, 5, ""),
        (MovementKind.CASH_TAKEN, 5, "mine"),
        (MovementKind.FLOAT, 5, "mine"),
    )
    for kind, amount, reason in refused:
        with pytest.raises(LedgerError) as error:
            drawer.move(kind, amount, reason)
        assert error.value.problem is Problem.ILLEGAL_STEP
    assert drawer.expected == Money.rupees(380)


def test_an_x_report_changes_nothing(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.pay(S.PAID)
    first, second = (drawer.shifts.x_report(TILL, drawer.at + HOUR) for _ in range(2))
    assert first == second
    assert (first.z_number, first.counted, first.difference) == (None, None, None)
    assert first.expected == Money.rupees(1278)


def test_environments_have_shifts_of_their_own(drawer: Drawer) -> None:
    drawer.pay(S.PAID, "1")
    drawer.pay(S.PAID, "2", environment=Environment.TEST)
    test = drawer.ledger.shifts_of(Environment.TEST)
    other = test.current(TILL)
    assert other is not None
    assert other.number != drawer.shift.number
    assert test.shift(drawer.shift.number) is None


def test_a_count_is_the_sum_of_its_notes_and_coins() -> None:
    count = CashCount.of({1000: 2, 500: 1, 5: 3, 1: 0})
    assert count.pieces == ((1000, 2), (500, 1), (5, 3))
    assert count.total == Money.rupees(2515)
    assert CashCount.read(count.write()) == count
    for wrong in ({3: 1}, {5: -1}):
        with pytest.raises(ValueError, match="not a count"):
            CashCount.of(wrong)
