"""A shop's drawer: payments with cash, and a sum of its own to compare the record with."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.shifts.shift import CashCount, Closing
from desktop_app.core.shop import Till
from tests.unit.test_ledger_kit import NOON, add_in

if TYPE_CHECKING:
    from desktop_app.core.shifts.movement import Movement, MovementKind
    from desktop_app.core.shifts.shift import Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

LIVE = Environment.LIVE
TILL = Till(operator="Sita", operator_id="a" * 32)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def rupees(amount: int) -> CashCount:
    """A drawer with that many rupees in it."""
    return CashCount(other=Money.rupees(amount))


class Drawer:
    """One till of a ledger, at a time that the test moves on."""

    def __init__(self, ledger: SqliteLedger, till: Till = TILL, at: datetime = NOON) -> None:
        self.ledger = ledger
        self.till = till
        self.at = at
        self.shifts = ledger.shifts_of(LIVE)

    def open(self, float_: int | None = None) -> Shift:
        counted = None if float_ is None else rupees(float_)
        return self.shifts.open(self.till, self.at, counted)

    @property
    def shift(self) -> Shift:
        found = self.shifts.current(self.till)
        assert found is not None
        return found

    @property
    def expected(self) -> Money:
        """The cash that the record says is in the drawer."""
        return self.sum_of(self.shift.number)

    def sum_of(self, shift: int) -> Money:
        return sum((one.amount for one in self.shifts.movements(shift)), start=ZERO)

    def pay(self, state: PaymentState, offer: str = "7", **changes: Any) -> Payment:
        """A payment at this till that came to a state."""
        here = {"counter": self.till.counter, "drawer": self.till.drawer}
        return add_in(self.ledger, state, offer, at=self.at, **{**here, **changes})

    def give_back(self, number: int) -> Payment:
        event = Event(EventKind.CASH_RETURNED, self.at).by(self.till)
        update = PaymentUpdate(cash_returned_at=self.at, drawer=self.till.drawer)
        return self.ledger.append(number, event, update=update)

    def move(self, kind: MovementKind, amount: int, reason: str = "") -> Movement:
        return self.shifts.move(self.till, self.at, kind, Money.rupees(amount), reason)

    def close(self, counted: Money | None = None, reason: str = "", note: str = "") -> ShiftReport:
        """Close the open shift, with the drawer right unless something else was counted."""
        expected = self.expected
        count = CashCount(other=expected if counted is None else counted)
        return self.shifts.close(self.till, Closing(self.at, count, expected, reason, note))


def kinds(movements: tuple[Movement, ...]) -> list[tuple[str, int]]:
    """Kinds and paisa of movements."""
    return [(one.kind.value, one.amount.paisa) for one in movements]


def moved_for(record: Record, number: int) -> list[tuple[str, int]]:
    """What a payment did to drawers, read past the program."""
    with record.stranger() as connection:
        rows: list[tuple[str, int]] = connection.execute(
            f"SELECT kind, amount FROM movements WHERE payment = {number} ORDER BY id"
        ).fetchall()
        return rows
