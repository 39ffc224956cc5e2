"""What a drawer shows now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.money import Money
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
