"""The drawer: the cash that must be in it is the sum of what moved, to the paisa."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shifts.shift import CashCount, Closing, Opening
from desktop_app.core.shop import Till
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.fakes import HandClock, ScriptedService, desk_with
from tests.unit.drawer_kit import DAY, HOUR, LIVE, TILL, Drawer, kinds, moved_for, rupees
from tests.unit.test_ledger_kit import MINUTE, NOON, add, add_in, move, order, raw, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

S = PaymentState
RECORD = Path(__file__).parents[1] / "data" / "record-0.1.0.db"
LONG_AGO = (NOON - 10_000 * DAY, NOON + 10_000 * DAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


@pytest.fixture
def drawer(ledger: SqliteLedger) -> Iterator[Drawer]:
    drawer = Drawer(ledger)
    yield drawer
    assert ledger.check_chain() is None


# --- what a payment does to the drawer ----------------------------------------------------


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


@pytest.mark.parametrize(
    ("paisa", "due", "received", "moved"),
    [
        (277_98, 278_00, 278_00, [("cash_taken", 277_98), ("rounding", 2)]),
        (277_40, 277_00, 277_00, [("cash_taken", 277_40), ("rounding", -40)]),
        (277_00, 277_00, 277_00, [("cash_taken", 277_00)]),
        (277_00, 277_00, 500_00, [("cash_taken", 500_00), ("change_given", -223_00)]),
        (277_98, 277_98, 277_98, [("cash_taken", 277_98)]),
        (30, 0, 0, []),
        # Less than is due was never asked for.
        (277_00, 277_00, 0, [("cash_taken", 277_00)]),
    ],
)
def test_rounding_and_change_come_to_the_cash_that_was_due(
    drawer: Drawer, path: Path, paisa: int, due: int, received: int, moved: list[tuple[str, int]]
) -> None:
    number = drawer.pay(
        S.PAID,
        lines=(),
        amount=Money(paisa),
        cash_due=Money(due),
        cash_received=Money(received),
    ).number
    assert moved_for(path, number) == moved
    assert drawer.expected == Money(due)


@pytest.mark.parametrize("state", [S.RECORDED, S.SENDING, S.WAITING, S.REVIEW, S.PAID, S.NOT_PAID])
def test_cash_is_in_the_drawer_from_the_moment_the_payment_is_recorded(
    drawer: Drawer, state: PaymentState
) -> None:
    drawer.open(0)
    drawer.pay(state)
    assert drawer.expected == Money.rupees(278)


def test_what_was_given_up_before_sending_stayed_with_the_customer(
    drawer: Drawer, path: Path
) -> None:
    number = drawer.pay(S.RECORDED).number
    drawer.ledger.append(number, Event(EventKind.ABANDONED, drawer.at, S.NOT_PAID))
    assert moved_for(path, number)[-1] == ("cash_returned", -278_00)
    assert drawer.expected == ZERO


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


def test_cash_goes_back_from_the_drawer_where_the_clerk_stands(
    ledger: SqliteLedger, drawer: Drawer
) -> None:
    other = Drawer(ledger, Till(counter="2", drawer="left", operator="Hari"))
    other.open(500)
    number = drawer.pay(S.NOT_PAID).number
    other.give_back(number)
    assert (drawer.expected, other.expected) == (Money.rupees(278), Money.rupees(222))
    assert ledger.events(number)[-1].counter == "2"
    assert ledger.events(number)[-1].operator == "Hari"


def test_cash_goes_back_once(drawer: Drawer) -> None:
    number = drawer.pay(S.NOT_PAID).number
    drawer.give_back(number)
    with pytest.raises(LedgerError) as refused:
        drawer.give_back(number)
    assert refused.value.problem is Problem.ILLEGAL_STEP
    assert drawer.expected == ZERO


def test_a_reversal_settled_in_cash_leaves_the_drawer_when_it_is_settled(drawer: Drawer) -> None:
    number = drawer.pay(S.PAID).number
    drawer.close()
    drawer.at += DAY
    drawer.open(278)
    append = drawer.ledger.append
    append(number, Event(EventKind.REVERSED, drawer.at))
    assert drawer.expected == Money.rupees(278)
    settled = append(
        number, Event(EventKind.REVERSAL_SETTLED, drawer.at), update=PaymentUpdate(cash=True)
    )
    assert settled.state is S.PAID
    assert not settled.owes_reversal
    assert drawer.expected == ZERO
    for kind in (EventKind.REVERSED, EventKind.REVERSAL_SETTLED):
        with pytest.raises(LedgerError) as refused:
            append(number, Event(kind, drawer.at))
        assert refused.value.problem is Problem.ILLEGAL_STEP
        # Told by the rules themselves: the database's triggers are the second lock.
        assert refused.value.details["step"] is kind


def test_a_reversal_settled_by_paying_again_moves_no_cash(drawer: Drawer) -> None:
    number = drawer.pay(S.PAID).number
    drawer.ledger.append(number, Event(EventKind.REVERSED, drawer.at))
    drawer.ledger.append(number, Event(EventKind.REVERSAL_SETTLED, drawer.at))
    assert drawer.expected == Money.rupees(278)


def test_only_cash_touches_the_drawer(drawer: Drawer, path: Path) -> None:
    wallet = Tender(TenderKind.WALLET, Money.rupees(78), "FP-1234")
    number = drawer.pay(S.NOT_PAID, other_tenders=(wallet,)).number
    assert drawer.expected == Money.rupees(200)
    found = drawer.ledger.payment(number)
    assert found is not None
    assert [(t.kind, t.amount.paisa) for t in found.order.tenders] == [
        (TenderKind.CASH, 200_00),
        (TenderKind.WALLET, 78_00),
    ]
    drawer.give_back(number)
    assert drawer.expected == ZERO
    all_by_wallet = Tender(TenderKind.WALLET, Money.rupees(278), "FP-1235")
    number = drawer.pay(S.PAID, other_tenders=(all_by_wallet,)).number
    assert moved_for(path, number) == []


# --- shifts -------------------------------------------------------------------------------


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


def test_two_sessions_share_the_shift_of_one_drawer(drawer: Drawer, path: Path) -> None:
    drawer.open(100)
    second = open_ledger(path)
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


def test_a_drawer_that_is_right_closes_without_a_word(drawer: Drawer) -> None:
    drawer.open(1000)
    drawer.pay(S.PAID)
    assert drawer.close().difference == ZERO


def test_cash_that_moved_since_the_screen_showed_the_sum_stops_the_close(drawer: Drawer) -> None:
    drawer.open(1000)
    seen = Closing(drawer.at, rupees(1000), drawer.expected)
    drawer.pay(S.PAID)
    with pytest.raises(LedgerError) as refused:
        drawer.shifts.close(TILL, seen)
    assert refused.value.problem is Problem.STALE
    assert drawer.shift.is_open


def test_what_waits_and_what_is_owed_is_listed_by_number_and_carried_over(drawer: Drawer) -> None:
    waiting, owed = drawer.pay(S.WAITING, "1").number, drawer.pay(S.NOT_PAID, "2").number
    review, begun = drawer.pay(S.REVIEW, "3").number, drawer.pay(S.RECORDED, "4").number
    for _ in range(2):
        report = drawer.close()
        assert [one.number for one in report.waiting] == [waiting, review, begun]
        assert [one.number for one in report.owed] == [owed]
        drawer.at += DAY
        drawer.open(4 * 278)


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


def test_payments_after_a_close_are_in_the_next_shift(drawer: Drawer) -> None:
    """None is missing, and none is in both."""
    drawer.pay(S.PAID, "1")
    first = drawer.close()
    drawer.pay(S.PAID, "2")
    second = drawer.close()
    assert (first.paid.count, second.paid.count) == (1, 1)
    assert drawer.sum_of(1) == drawer.sum_of(2) == Money.rupees(278)


def test_who_did_it_is_known_after_a_restart(drawer: Drawer, path: Path) -> None:
    drawer.open(100)
    drawer.pay(S.PAID, operator="Sita", operator_id="a" * 32)
    drawer.till = Till(operator="Hari", operator_id="b" * 32)
    drawer.move(MovementKind.PAID_OUT, 30, "tea")
    drawer.close()
    ledger = open_ledger(path)
    again = ledger.shifts_of(LIVE)
    shift = again.shift(1)
    assert shift is not None
    assert (shift.opened_by, shift.closed_by) == ("Sita", "Hari")
    names = [(one.kind, one.operator) for one in again.movements(1)]
    assert names[0] == (MovementKind.FLOAT, "Sita")
    assert names[-1] == (MovementKind.PAID_OUT, "Hari")
    assert {name for kind, name in names[1:-1]} == {"Sita"}
    ledger.close()


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


# --- numbers of receipts ------------------------------------------------------------------


def test_receipts_are_numbered_from_one_in_each_series_and_counter(path: Path) -> None:
    def series_of(moment: object) -> str:
        return "2083/84" if moment == NOON + MINUTE else "2084/85"

    ledger = open_ledger(path, series_of=series_of)
    numbers = []
    for offer, (counter, minutes) in enumerate((("1", 1), ("1", 1), ("2", 1), ("1", 2), ("1", 1))):
        payment = add(ledger, str(offer), counter=counter)
        paid = move(ledger, payment.number, S.SENDING, S.PAID, at=NOON + minutes * MINUTE)
        numbers.append((paid.order.counter, paid.receipt_series, paid.receipt))
    assert numbers == [
        ("1", "2083/84", 1),
        ("1", "2083/84", 2),
        ("2", "2083/84", 1),
        ("1", "2084/85", 1),
        ("1", "2083/84", 3),
    ]
    assert ledger.check_chain() is None
    ledger.close()


def test_old_numbers_go_on_where_there_is_no_series(drawer: Drawer) -> None:
    assert [drawer.pay(S.PAID, str(n)).receipt for n in range(3)] == [1, 2, 3]


# --- several counters ---------------------------------------------------------------------


def test_open_payments_can_be_asked_for_by_counter(ledger: SqliteLedger) -> None:
    mine = add(ledger, "1").number
    other = add(ledger, "2", counter="2").number
    assert [p.number for p in ledger.open_payments(counter="1")] == [mine]
    assert [p.number for p in ledger.open_payments(counter="2")] == [other]
    assert len(ledger.open_payments()) == 2
    found = ledger.payment(other)
    assert found is not None
    assert found.order == order("2", counter="2", reference=found.order.reference)
    assert ledger.events(other) == (recorded(),)


@pytest.mark.parametrize("state", [S.RECORDED, S.SENDING])
def test_a_start_leaves_the_payments_of_another_counter_alone(
    ledger: SqliteLedger, clock: HandClock, state: PaymentState
) -> None:
    """It may be sending at this very moment."""
    mine = add_in(ledger, state, "1")
    other = add_in(ledger, state, "2", counter="2")
    desk = desk_with(ledger, clock, ScriptedService())
    assert [payment.number for payment in desk.recover()] == [mine.number]
    assert ledger.payment(other.number) == other


# --- a record of before there were shifts -------------------------------------------------


def test_cash_of_older_payments_enters_the_first_shift_and_leaves_it_once(tmp_path: Path) -> None:
    path = Path(shutil.copy(RECORD, tmp_path))
    ledger = open_ledger(path)
    drawer = Drawer(ledger)
    drawer.shifts = ledger.shifts_of(Environment.TEST)
    older = (*ledger.open_payments(), *ledger.cash_to_return())
    here = [one for one in older if one.order.environment is Environment.TEST]
    held = sum((one.order.cash_due for one in here), start=ZERO)
    assert all(one.shift is None for one in here)
    with raw(path) as connection:
        assert connection.execute("SELECT count(*) FROM movements").fetchone() == (0,)
    drawer.open(20_000)
    # What lay in the drawer is what was counted: the older cash was among it.
    assert drawer.expected == Money.rupees(20_000)
    moved = drawer.shifts.movements(drawer.shift.number)
    carried = {one.payment: one.amount for one in moved if one.kind is MovementKind.CARRIED}
    assert carried == {one.number: one.order.cash_due for one in here}
    owed = [one for one in here if one.owes_cash]
    for one in owed:
        drawer.give_back(one.number)
        assert sum(amount for _, amount in moved_for(path, one.number)) == 0
    drawer.close()
    drawer.open()
    moved = drawer.shifts.movements(drawer.shift.number)
    assert moved == ()
    assert held == sum(carried.values(), start=ZERO)
    assert ledger.check_chain() is None
    ledger.close()


def test_older_cash_that_goes_back_before_any_shift_was_opened_comes_to_nothing(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(RECORD, tmp_path))
    ledger = open_ledger(path)
    owed = ledger.cash_to_return()[0]
    elsewhere = Drawer(ledger, Till(counter="2"))
    elsewhere.give_back(owed.number)
    cash = owed.order.cash_due.paisa
    assert moved_for(path, owed.number) == [("carried", cash), ("cash_returned", -cash)]
    assert ledger.check_chain() is None
    ledger.close()


def test_older_cash_that_goes_back_after_the_drawer_was_counted_is_missing_from_it(
    tmp_path: Path,
) -> None:
    """What was carried into no shift: a bill PAID before there were any, and another counter's."""
    path = Path(shutil.copy(RECORD, tmp_path))
    ledger = open_ledger(path)
    drawer = Drawer(ledger, Till(counter="2"))
    drawer.shifts = ledger.shifts_of(Environment.TEST)
    drawer.open(5000)
    (owed, *_) = _in_test(ledger.cash_to_return())
    drawer.give_back(owed.number)
    left = Money.rupees(5000) - owed.order.cash_due
    assert drawer.expected == left
    (paid, *_) = (p for p in _in_test(ledger.between(*LONG_AGO)) if p.state is S.PAID)
    ledger.append(paid.number, Event(EventKind.REVERSED, drawer.at))
    ledger.append(
        paid.number,
        Event(EventKind.REVERSAL_SETTLED, drawer.at, counter="2"),
        update=PaymentUpdate(cash=True, drawer=drawer.till.drawer),
    )
    assert drawer.expected == left - paid.order.cash_due
    with raw(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO movements SELECT NULL, environment, counter, drawer, shift, kind, at,"
            " amount, payment, operator, operator_id, reason, content FROM movements"
            f" WHERE kind = 'cash_returned' AND payment = {owed.number}"
        )
    assert ledger.check_chain() is None
    ledger.close()


def _in_test(found: tuple[Payment, ...]) -> list[Payment]:
    return [one for one in found if one.order.environment is Environment.TEST]


# --- the database itself ------------------------------------------------------------------


def test_the_database_refuses_what_is_not_the_drawer_s(drawer: Drawer, path: Path) -> None:
    """Whoever asks: a closed shift, other cash than was taken, a second float."""
    drawer.open(100)
    number = drawer.pay(S.NOT_PAID, "1").number
    paid = drawer.pay(S.PAID, "2").number
    drawer.close()
    drawer.open(100)
    columns = (
        "environment, counter, drawer, shift, kind, at, amount, payment, operator, operator_id,"
        " reason, content"
    )

    def moved(kind: str, amount: int, payment: object = "NULL", shift: int = 2) -> str:
        told = f"'live', '1', '1', {shift}, '{kind}', '2026-11-22T07:00:00.000000+00:00', {amount}"
        return f"INTO movements ({columns}) VALUES ({told}, {payment}, '', '', 'x', '{{}}')"

    forbidden = [
        "INSERT " + moved("paid_in", 5, shift=1),
        "INSERT " + moved("paid_in", -5),
        "INSERT " + moved("paid_out", 5),
        "INSERT " + moved("no_sale", 5),
        "INSERT " + moved("gift", 5),
        "INSERT " + moved("float", 5),
        "INSERT OR REPLACE " + moved("float", 5),
        "INSERT " + moved("cash_taken", 5),
        "INSERT " + moved("cash_taken", 278_00, paid),
        "INSERT " + moved("carried", 278_00, paid),
        "INSERT " + moved("cash_returned", -277_00, number),
        "INSERT " + moved("cash_returned", -279_00, number),
        "UPDATE movements SET amount = 5 WHERE id = 1",
        "DELETE FROM movements WHERE id = 1",
        "UPDATE tenders SET amount = 5 WHERE id = 1",
        "DELETE FROM tenders",
        "UPDATE shifts SET note = 'x' WHERE number = 1",
        "UPDATE shifts SET closed_at = NULL, z_number = NULL WHERE number = 1",
        "UPDATE shifts SET opened_by = 'x' WHERE number = 2",
        "UPDATE shifts SET closed_at = opened_at, z_number = 1 WHERE number = 2",
        "UPDATE shifts SET closed_at = opened_at, z_number = 3 WHERE number = 2",
        "DELETE FROM shifts",
        "INSERT INTO shifts SELECT 9, environment, counter, drawer, opened_at, '', '',"
        " 'counted', NULL, '', '', NULL, '' FROM shifts WHERE number = 2",
        "INSERT OR REPLACE INTO shifts SELECT 2, environment, counter, drawer, opened_at, '', '',"
        " 'counted', NULL, '', '', NULL, '' FROM shifts WHERE number = 2",
        "UPDATE reports SET content = '{}' WHERE id = 1",
        "DELETE FROM reports",
        "UPDATE journal SET kind = 'x' WHERE id = 1",
        "DELETE FROM journal",
        "UPDATE links SET hash = hash WHERE position = 1",
        "DELETE FROM links WHERE position = (SELECT max(position) FROM links)",
        "INSERT INTO links SELECT '1', position + 2, form, source, 99, hash FROM links"
        " ORDER BY position DESC LIMIT 1",
        f"UPDATE payments SET shift = 2 WHERE number = {paid}",
        f"UPDATE payments SET counter = '2' WHERE number = {paid}",
        f"UPDATE payments SET receipt_series = 'x' WHERE number = {paid}",
        f"UPDATE payments SET reversed_at = recorded_at WHERE number = {paid}",
    ]
    with raw(path) as connection:
        for statement in forbidden:
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
        connection.execute("BEGIN")
        connection.execute("INSERT " + moved("cash_returned", -278_00, number))
        connection.execute("ROLLBACK")
