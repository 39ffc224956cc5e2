"""The computer's own clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

NEPAL = timezone(timedelta(hours=5, minutes=45), "NPT")
"""Nepal's time: one offset for the whole country and year since 1986."""

AND_LATER = timedelta(days=36_500)
"""The end of today: what was recorded later than now is not hidden. The clock was ahead then, or
has been set back since."""


class SystemClock:
    """``core.ports.Clock`` of this computer."""

    def now(self) -> datetime:
        """The time now, in UTC."""
        return datetime.now(UTC)

    def start_of_day(self) -> datetime:
        """Midnight in Kathmandu that began today."""
        return self.now().astimezone(NEPAL).replace(hour=0, minute=0, second=0, microsecond=0)

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic()


class Clock(Protocol):
    """The time of day, and a clock that no one can set back."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""

    def start_of_day(self) -> datetime:
        """Midnight at the shop (Kathmandu) that began today, aware."""

    def monotonic(self) -> float:
        """Seconds of a clock that only moves forward."""
