"""A record of before there were shifts: its cash enters a drawer once, and leaves it once."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shop import Till
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.unit.drawer_kit import DAY, Drawer
from tests.unit.test_ledger_kit import NOON, raw

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment

S = PaymentState
RECORD = Path(__file__).parents[1] / "data" / "record-0.1.0.db"
LONG_AGO = (NOON - 10_000 * DAY, NOON + 10_000 * DAY)


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
        assert sum(amount for _, amount in _moved(path, one.number)) == 0
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
    assert _moved(path, owed.number) == [("carried", cash), ("cash_returned", -cash)]
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
    (paid, *_) = (p for p in _in_test(ledger.history.between(*LONG_AGO)) if p.state is S.PAID)
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


def _moved(path: Path, number: int) -> list[tuple[str, int]]:
    with raw(path) as connection:
        return connection.execute(
            "SELECT kind, amount FROM movements WHERE payment = ? ORDER BY id", (number,)
        ).fetchall()
