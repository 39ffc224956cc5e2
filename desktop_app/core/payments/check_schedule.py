"""Schedules the next look-up of a waiting payment from its history (rule 6).

Derived from the payment's events alone, so that a restart changes nothing.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.payments.event_content import answer_in
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.core.payments.verdict import SHOP_REFUSED, ReviewReason

if TYPE_CHECKING:
    from collections.abc import Sequence

UNANSWERED_PAUSE = timedelta(minutes=5)
"""How long an unanswered call may still arrive: a 002 before that proves nothing."""

INTERVALS = (UNANSWERED_PAUSE, *(timedelta(minutes=m) for m in (10, 20, 40, 60)))
"""Pauses before the first, second, ... look-up; the last one repeats permanently.

Before the first no look-up by hand is possible either: it could prove nothing.
"""

FIRST_CHECK_MINUTES = UNANSWERED_PAUSE // timedelta(minutes=1)
"""The first pause as screens say it."""


@dataclass(frozen=True, slots=True)
class LookupHistory:
    """A summary of the look-ups of an open payment.

    Attributes:
        sent_at: when the call left; None if it never did.
        was_answered: the call was answered with a refusal, so it is not on its way any more.
        acknowledged: the service has known the payment at some time.
        checks: how many look-ups were made after sending.
        last_check: when the last one was made.
        status_errors: how often in a row, up to now, a look-up said "Status Error".
        doubt: why a person must decide.
        refused_code: the service's code where the last look-up was refused for the shop's token
            or account, so that no look-up tells anything until somebody does something.
        pause: how long to wait for the next look-up, from the last one or from sending.
    """

    sent_at: datetime | None
    was_answered: bool
    acknowledged: bool
    checks: int
    last_check: datetime | None
    status_errors: int
    doubt: ReviewReason | None
    pause: timedelta
    refused_code: str = ""

    @property
    def counts_from(self) -> datetime | None:
        """The moment that the pause is counted from."""
        return self.last_check or self.sent_at


def summarize(events: Sequence[Event]) -> LookupHistory:
    """Read a payment's history."""
    sent_at: datetime | None = None
    answered = acknowledged = False
    checks = status_errors = 0
    last_check: datetime | None = None
    doubt: ReviewReason | None = None
    refused_code = ""
    for event in events:
        content = answer_in(event)
        if event.kind is EventKind.SENT:
            sent_at = event.at
        elif event.kind is EventKind.ANSWERED:
            answered = content.needs_lookup
        elif event.kind is EventKind.LOOKED_UP:
            checks += 1
            code = content.code
            is_final = event.state not in (None, PaymentState.WAITING)
            refused_code = code if code in SHOP_REFUSED and not is_final else ""
            last_check = event.at
            again = content.state == "Status Error"
            status_errors = status_errors + 1 if again else 0
        acknowledged = acknowledged or content.acknowledged
        doubt = content.doubt or doubt
    pause = INTERVALS[min(checks, len(INTERVALS) - 1)]
    if answered and checks == 0:
        pause = timedelta()
    return LookupHistory(
        sent_at=sent_at,
        was_answered=answered,
        acknowledged=acknowledged,
        checks=checks,
        last_check=last_check,
        status_errors=status_errors,
        doubt=doubt,
        pause=pause,
        refused_code=refused_code,
    )


class Schedule:
    """Turns pauses into moments of the clock that no one can set back. Any thread may use it.

    A payment that was sent in an earlier run has only the time of day to go by. A clock that was
    set back makes its pause start again, never longer than the pause itself; one that was set
    forward lets a look-up come early, but see :meth:`may_be_final`.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[int, tuple[LookupHistory, float]] = {}
        self._first_seen: dict[int, float] = {}

    def due_at(self, number: int, history: LookupHistory, now: datetime, monotonic: float) -> float:
        """Return the time at which the payment is to be looked up, in monotonic seconds."""
        with self._lock:
            self._first_seen.setdefault(number, monotonic)
            known = self._due.get(number)
            if known is not None and known[0] == history:
                return known[1]
            left = history.pause
            if history.counts_from is not None:
                gone = max(now - history.counts_from, timedelta())
                left = min(history.pause, max(timedelta(), history.pause - gone))
            due = monotonic + left.total_seconds()
            self._due[number] = (history, due)
            return due

    def may_be_final(self, number: int, history: LookupHistory, monotonic: float) -> bool:
        """A 002 ends the payment: the call was answered, or has had its pause in this run.

        Time that only the clock on the wall claims does not count.
        """
        if history.was_answered:
            return True
        with self._lock:
            since = monotonic - self._first_seen.get(number, monotonic)
        return since >= UNANSWERED_PAUSE.total_seconds()

    def started(self, number: int, monotonic: float) -> None:
        """The payment was sent now, by this run."""
        with self._lock:
            self._first_seen.setdefault(number, monotonic)

    def remove(self, number: int) -> None:
        """The payment is settled."""
        with self._lock:
            self._due.pop(number, None)
            self._first_seen.pop(number, None)
