"""What the users of other tills complain of, each with the test that it is not so here."""

from __future__ import annotations

import multiprocessing
from itertools import count
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from desktop_app.core.money import ZERO, CashRounding, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shop import Till
from tests.unit.drawer_kit import DAY, LIVE, Drawer, kinds
from tests.unit.two_sessions import CLOSED, PAYMENTS, session

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

S = PaymentState


def test_change_is_not_counted_as_takings(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.pay(S.PAID)
    assert kinds(drawer.shifts.movements(1)) == [
        ("float", 1000_00),
        ("cash_taken", 499_98),
        ("rounding", 2),
        ("change_given", -222_00),
    ]
    assert drawer.expected == Money.rupees(1278)


def test_a_return_on_another_day_is_in_the_shift_of_that_day(drawer: Drawer) -> None:
    drawer.open(1000)
    number = drawer.pay(S.NOT_PAID).number
    assert drawer.close().expected == Money.rupees(1278)
    drawer.at += 3 * DAY
    drawer.open(1278)
    drawer.give_back(number)
    report = drawer.close()
    assert report.expected == Money.rupees(1000)
    assert [(line.key, line.total.paisa) for line in report.movements] == [
        ("float", 1278_00),
        ("cash_returned", -278_00),
    ]
    first = drawer.shifts.z_report("1", 1)
    assert first is not None
    assert first.expected == Money.rupees(1278)


def test_a_drawer_that_is_right_closes_without_a_word(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.pay(S.PAID)
    assert drawer.close().difference == ZERO


def test_what_waits_and_what_is_owed_is_listed_by_number_and_carried_over(drawer: Drawer) -> None:
    waiting, owed = drawer.pay(S.WAITING, "1").number, drawer.pay(S.NOT_PAID, "2").number
    review, begun = drawer.pay(S.REVIEW, "3").number, drawer.pay(S.RECORDED, "4").number
    for _ in range(2):
        report = drawer.close()
        assert [one.number for one in report.waiting] == [waiting, review, begun]
        assert [one.number for one in report.owed] == [owed]
        drawer.at += DAY
        drawer.open(4 * 278)


def test_payments_after_a_close_are_in_the_next_shift(drawer: Drawer) -> None:
    """None is missing, and none is in both."""
    drawer.pay(S.PAID, "1")
    first = drawer.close()
    drawer.pay(S.PAID, "2")
    second = drawer.close()
    assert (first.paid.count, second.paid.count) == (1, 1)
    assert drawer.sum_of(1) == drawer.sum_of(2) == Money.rupees(278)


def test_who_did_it_is_known_after_a_restart(drawer: Drawer, record: Record) -> None:
    drawer.open(100)
    drawer.pay(S.PAID, operator="Sita", operator_id="a" * 32)
    drawer.till = Till(operator="Hari", operator_id="b" * 32)
    drawer.move(MovementKind.PAID_OUT, 30, "tea")
    drawer.close()
    ledger = record.open()
    again = ledger.shifts_of(LIVE)
    shift = again.shift(1)
    assert shift is not None
    assert (shift.opened_by, shift.closed_by) == ("Sita", "Hari")
    names = [(one.kind, one.operator) for one in again.movements(1)]
    assert names[0] == (MovementKind.FLOAT, "Sita")
    assert names[-1] == (MovementKind.PAID_OUT, "Hari")
    assert {name for kind, name in names[1:-1]} == {"Sita"}
    ledger.close()


def test_what_is_counted_at_the_opening_is_no_error_of_the_day_before(drawer: Drawer) -> None:
    """The owner took Rs. 100 home: the next shift begins with what lies there."""
    drawer.open(1000)
    drawer.close()
    drawer.at += DAY
    drawer.open(900)
    assert drawer.expected == Money.rupees(900)
    drawer.pay(S.PAID)
    second = drawer.close()
    assert (second.expected, second.difference) == (Money.rupees(1178), ZERO)
    first = drawer.shifts.z_report("1", 1)
    assert first is not None
    assert (first.expected, first.difference) == (Money.rupees(1000), ZERO)


def test_two_sessions_on_one_drawer_have_one_shift_and_one_close(
    record: Record, ledger: SqliteLedger
) -> None:
    """Two processes pay, open and close at the same time: each payment is in one shift."""
    spawn = multiprocessing.get_context("spawn")
    start, ended = spawn.Barrier(2), spawn.Queue()
    both = [spawn.Process(target=session, args=(record, start, ended, name)) for name in ("a", "b")]
    for one in both:
        one.start()
    told = [ended.get(timeout=120) for _ in both]
    for one in both:
        one.join(60)
        assert one.exitcode == 0
    drawer = Drawer(ledger)
    closes = sum(outcomes.count(CLOSED) for outcomes in told)
    reports = [drawer.shifts.z_report("1", number) for number in range(1, closes + 1)]
    assert drawer.shifts.z_report("1", closes + 1) is None
    sums = [drawer.sum_of(report.shift) for report in reports if report is not None]
    assert sums == [report.expected for report in reports if report is not None]
    if drawer.shifts.current(drawer.till) is not None:
        sums.append(drawer.expected)
    floats = sum(
        (m.amount for n in range(1, len(sums) + 1) for m in drawer.shifts.movements(n)
         if m.kind is MovementKind.FLOAT), start=ZERO,
    )  # fmt: skip
    assert sum(sums, start=ZERO) == floats + Money.rupees(278 * 2 * PAYMENTS)
    paid = [ledger.payment(number) for number in range(1, 2 * PAYMENTS + 1)]
    assert sorted(one.receipt or 0 for one in paid if one) == list(range(1, 2 * PAYMENTS + 1))
    assert closes >= 1
    assert ledger.check_chain() is None


@pytest.mark.parametrize("rounding", CashRounding)
def test_no_paisa_is_lost_in_rounding(drawer: Drawer, rounding: CashRounding) -> None:
    """Bills of each number of paisa, with exact cash and with a note of 500."""
    drawer.open(0)
    taken, rounded = ZERO, ZERO
    for paisa in range(0, 100, 7):
        for note in (ZERO, Money.rupees(500)):
            amount = Money(277_00 + paisa)
            due = amount.rounded(rounding)
            drawer.pay(S.PAID, f"{paisa} {note}", lines=(), amount=amount, cash_due=due,
                       cash_received=note or due)  # fmt: skip
            taken, rounded = taken + due, rounded + (due - amount)
    assert drawer.expected == taken
    report = drawer.close()
    assert report.rounding == rounded
    assert report.paid.total + report.rounding == taken
    assert report.difference == ZERO


class PowerCut(BaseException):
    """The computer is off in the middle of a statement."""


def test_numbers_have_no_gap_wherever_the_power_goes(record: Record) -> None:
    """Before each statement in turn of a bill that becomes PAID, and of a close."""
    given: dict[str, list[int | None]] = {"receipt": [], "close": []}

    def pay(drawer: Drawer) -> None:
        drawer.pay(S.PAID, str(next(offers)))

    def close(drawer: Drawer) -> None:
        given["close"].append(drawer.close().z_number)
        drawer.open(278)

    offers = count(1)
    acts: tuple[Callable[[Drawer], None], ...] = (pay, close)
    cuts = 0
    for act in acts:
        for at in count():
            ledger = record.open()
            drawer = Drawer(ledger)
            if drawer.shifts.current(drawer.till) is None:
                drawer.open(0)
            left = [at]

            def hear(*_: object, left: list[int] = left) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise PowerCut

            sa.event.listen(ledger._store._engine, "before_cursor_execute", hear)
            try:
                act(drawer)
            except PowerCut:
                cuts += 1
            else:
                break
            finally:
                sa.event.remove(ledger._store._engine, "before_cursor_execute", hear)
                ledger.close()
    ledger = record.open()
    drawer = Drawer(ledger)
    for act in acts * 2:
        act(drawer)
    found = (ledger.payment(number) for number in count(1))
    for payment in iter(lambda: next(found), None):
        if payment.state is S.PAID:
            given["receipt"].append(payment.receipt)
    assert cuts > 20
    assert given["receipt"] == list(range(1, len(given["receipt"]) + 1))
    assert given["close"] == list(range(1, len(given["close"]) + 1))
    assert len(given["receipt"]) >= 3
    assert ledger.check_chain() is None
