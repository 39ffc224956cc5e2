"""What a drawer shows now, and what is asked of it before the first cash of a day is taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop_app.core.shifts.shift import CashCount

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.money import Money
    from desktop_app.core.shifts.shift import Shift
    from desktop_app.core.shifts.z_report import ShiftReport


@dataclass(frozen=True, slots=True)
class DrawerState:
    """What a till's drawer shows now.

    Attributes:
        report: the figures so far; None where no shift is open.
        lacks_float: the open shift was opened by a payment, and nobody has noted what lay in the
            drawer before it.
        last_counted: what the last close of this drawer counted; None before the first.
    """

    report: ShiftReport | None
    lacks_float: bool = False
    last_counted: Money | None = None


class OpeningQuestion(Enum):
    """What is asked before cash is taken."""

    NOTHING = auto()
    FLOAT = auto()
    """No shift is open, or a payment has opened it: what lay in the drawer?"""
    FORGOTTEN = auto()
    """The open shift is of an earlier day: is it to be closed first?"""


@dataclass(frozen=True, slots=True)
class DrawerOpening:
    """How the shift of a drawer was begun, or can be.

    Attributes:
        shift: the open one; None where there is none.
        lacks_float: as in :class:`DrawerState`.
        last: the last Z report of the drawer; None before the first.
    """

    shift: Shift | None
    lacks_float: bool = False
    last: ShiftReport | None = None

    @property
    def last_counted(self) -> CashCount | None:
        """What the last close counted, as a sum: the notes and coins may be others by now."""
        if self.last is None or self.last.counted is None:
            return None
        return CashCount(other=self.last.counted.total)

    def question(self, start_of_day: datetime) -> OpeningQuestion:
        """What is asked before the next cash is taken.

        A shift of a time that is still to come is of a clock that was set back, and not forgotten.
        """
        if self.shift is None:
            return OpeningQuestion.FLOAT
        if self.shift.opened_at < start_of_day:
            return OpeningQuestion.FORGOTTEN
        return OpeningQuestion.FLOAT if self.lacks_float else OpeningQuestion.NOTHING
