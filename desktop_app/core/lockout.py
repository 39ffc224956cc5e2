"""How long a person's PIN is not asked for after wrong ones.

What is needed lies in the record: the number of wrong PINs and when the next may be tried. So it
outlives a restart. The clock of the computer can be set by whoever stands at it, hence two rules:
set back, it opens nothing early, and a lock that would last longer than any lock does (the clock
was ahead when it began, and is right again) begins anew and lasts its own time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 5
"""The wrong PIN that locks for the first time."""
_FIRST = timedelta(minutes=1)
_MOST = timedelta(hours=1)
_MAX_DOUBLINGS = 6
"""2 ** 6 minutes are more than the hour that is the most."""


@dataclass(frozen=True, slots=True)
class Lockout:
    """Wrong PINs in a row, and the time from which the next one may be tried."""

    failures: int = 0
    locked_until: datetime | None = None

    def is_locked(self, now: datetime) -> bool:
        """Tell whether no PIN may be tried now."""
        return self.locked_until is not None and now < self.locked_until

    def remaining(self, now: datetime) -> timedelta:
        """The time until the next PIN may be tried; zero if it may be now."""
        if self.locked_until is None or now >= self.locked_until:
            return timedelta()
        return self.locked_until - now

    def after_clock(self, now: datetime) -> Lockout:
        """The lockout to go on with, as the clock may have been set back since it was written.

        It is itself as long as nothing is odd. Where it is another one, the caller stores it: else
        each look would begin the lock anew.
        """
        length = lock_length(self.failures)
        if self.remaining(now) <= length:
            return self
        return Lockout(self.failures, now + length)

    def after_failure(self, now: datetime) -> Lockout:
        """The lockout after one more wrong PIN."""
        failures = self.failures + 1
        length = lock_length(failures)
        return Lockout(failures, now + length if length else None)


OPEN = Lockout()
"""Nothing wrong was typed since the last right PIN."""


def lock_length(failures: int) -> timedelta:
    """The time that so many wrong PINs in a row lock for: a minute from the fifth on, then twice as
    long for each further one, an hour at most.
    """
    if failures < FREE_TRIES:
        return timedelta()
    return min(_MOST, _FIRST * (1 << min(failures - FREE_TRIES, _MAX_DOUBLINGS)))
