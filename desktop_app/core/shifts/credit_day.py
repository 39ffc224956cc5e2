"""What a page shows of the shop's credit on a day, and what became of a request for more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.core.shifts.credit import CreditCheck, CreditNote


@dataclass(frozen=True, slots=True)
class CreditDay:
    """A day's credit.

    Attributes:
        day: the day in Nepal.
        opening: the reading that the comparison begins with; None where there is none.
        closing: the one that it ends with.
        check: the comparison; None as long as a reading is missing.
        notes: all notes since the opening, oldest first.
        is_asked: the opening is what the service told of the end of the day before.
    """

    day: date
    opening: CreditNote | None = None
    closing: CreditNote | None = None
    check: CreditCheck | None = None
    notes: tuple[CreditNote, ...] = ()
    is_asked: bool = False


class RequestOutcome(StrEnum):
    """What became of a request for more credit. None of them adds any."""

    RECEIVED = "received"
    """The service has the request; a person there decides."""
    REFUSED = "refused"
    UNANSWERED = "unanswered"
    """It may have arrived: asking again could ask twice."""
    NOT_SENT = "not_sent"
    REPEATED = "repeated"
    """The same was asked for a moment before: nothing was sent."""


@dataclass(frozen=True, slots=True)
class CreditRequest:
    """A request and what became of it. ``reason`` is the service's own sentence for a refusal."""

    outcome: RequestOutcome
    note: CreditNote
    reason: str = ""
