"""Opens, counts and closes shifts; every method may wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.shifts.drawer import DrawerOpening, DrawerState
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shifts.shift import Closing, Opening

if TYPE_CHECKING:
    from desktop_app.application.environments import Environments
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.shifts.shift import CashCount, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.core.shop import Till


class Shifts:
    """The shifts of each environment, at whichever till asks."""

    def __init__(self, environments: Environments, clock: Clock) -> None:
        self._environments = environments
        self._clock = clock

    def state(self, environment: Environment, till: Till) -> DrawerState:
        """Read the open shift of a till's drawer with its figures. Nothing is written."""
        opening = self.opening(environment, till)
        last = opening.last_counted
        last_counted = None if last is None else last.total
        if opening.shift is None:
            return DrawerState(None, last_counted=last_counted)
        report = self._environments.shifts(environment).x_report(till, self._clock.now())
        return DrawerState(report, opening.lacks_float, last_counted)

    def opening(self, environment: Environment, till: Till) -> DrawerOpening:
        """Read how the shift of a till's drawer was begun, or can be. Nothing is written."""
        shifts = self._environments.shifts(environment)
        last = next(iter(shifts.reports(till, 1)), None)
        shift = shifts.current(till)
        if shift is None or shift.opened_how != Opening.BY_PAYMENT.value:
            return DrawerOpening(shift, last=last)
        moved = {one.kind for one in shifts.movements(shift.number)}
        return DrawerOpening(shift, MovementKind.FLOAT not in moved, last)

    def open(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Open a shift with what lies in the drawer."""
        return self._environments.shifts(environment).open(till, self._clock.now(), counted)

    def note_float(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Note what lay in the drawer before the payment that opened its shift; once."""
        return self._environments.shifts(environment).note_float(till, self._clock.now(), counted)

    def begin(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Open a shift; where a payment has done so meanwhile, note what lay there before it."""
        try:
            return self.open(environment, till, counted)
        except LedgerError as error:
            if error.problem is not Problem.ILLEGAL_STEP:
                raise
            return self.note_float(environment, till, counted)

    def move(
        self, environment: Environment, till: Till, kind: MovementKind, amount: Money, reason: str
    ) -> None:
        """Record what a clerk put in, took out, or opened the drawer for without a sale."""
        shifts = self._environments.shifts(environment)
        shifts.move(till, self._clock.now(), kind, amount, reason)

    def close(
        self,
        environment: Environment,
        till: Till,
        counted: CashCount,
        expected: Money,
        reason: str = "",
        note: str = "",
    ) -> ShiftReport:
        """Close the open shift; its Z report.

        Args:
            environment: whose record.
            till: whose drawer.
            counted: what lies in it.
            expected: what the clerk's screen showed.
            reason: why both differ.
            note: on a shift that was closed late, for example.

        Raises:
            LedgerError: ``NO_REASON`` where they differ and there is none; ``STALE`` where cash has
                moved since; ``ILLEGAL_STEP`` where no shift is open.
        """
        shifts = self._environments.shifts(environment)
        last = next(iter(shifts.reports(till, 1)), None)
        set_anew = self._environments.pins_set_anew(None if last is None else last.at)
        closing = Closing(self._clock.now(), counted, expected, reason, note, set_anew)
        return shifts.close(till, closing)

    def closed(self, environment: Environment, till: Till, most: int) -> tuple[ShiftReport, ...]:
        """The last Z reports of a till's drawer, newest first."""
        return self._environments.shifts(environment).reports(till, most)
