"""The port of shifts: where they are opened, moved in and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.money import Money
    from desktop_app.core.shifts.movement import Movement, MovementKind
    from desktop_app.core.shifts.shift import CashCount, Closing, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.core.shop import Till


class ShiftLedger(Protocol):
    """The shifts of one environment. Every method raises ``LedgerError`` when it cannot be done.

    A till names a counter, one of its drawers, and who stands there. A step that is not allowed is
    refused with ``ILLEGAL_STEP``, and nothing is written.
    """

    def current(self, till: Till) -> Shift | None:
        """The open shift of a till's drawer."""

    def shift(self, number: int) -> Shift | None:
        """The shift with that number."""

    def movements(self, shift: int) -> tuple[Movement, ...]:
        """What moved in a shift, oldest first. Its sum is the cash that must be there."""

    def open(self, till: Till, at: datetime, counted: CashCount | None) -> Shift:
        """Open a shift; None for nothing counted. Refused while one is open."""

    def note_float(self, till: Till, at: datetime, counted: CashCount) -> Shift:
        """Note what lay in the drawer when its open shift began; once."""

    def move(
        self, till: Till, at: datetime, kind: MovementKind, amount: Money, reason: str
    ) -> Movement:
        """Write what a clerk put in, took out, or opened the drawer for without a sale."""

    def x_report(self, till: Till, at: datetime) -> ShiftReport:
        """The figures of the open shift so far. Nothing is written."""

    def close(self, till: Till, closing: Closing) -> ShiftReport:
        """Close the open shift: its Z report, numbered and kept for good.

        Raises:
            LedgerError: ``NO_REASON`` where the count differs and nobody said why; ``STALE`` where
                cash moved since the clerk's screen showed the sum.
        """

    def reports(self, till: Till, most: int) -> tuple[ShiftReport, ...]:
        """The last Z reports of a till's drawer, newest first."""

    def z_report(self, counter: str, z_number: int) -> ShiftReport | None:
        """A Z report as it was printed first."""
