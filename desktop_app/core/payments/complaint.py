"""When the answer about a payment is due, and what a complaint about it is built from.

Qt-free. A payment that waits must not wait for ever: after the owner's limits the shop complains at
the service. The usual limits are those of the central bank for payments that went wrong: one
working day within one institution, three where a second one takes part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import OPEN_STATES, PaymentState

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment

MAX_DAYS = 30
"""The longest limit there is, in working days."""

_SATURDAY = 5
_COMPLAINABLE = OPEN_STATES - {PaymentState.RECORDED, PaymentState.SENDING}


@dataclass(frozen=True, slots=True)
class ComplaintLimits:
    """Working days after which the shop complains.

    Attributes:
        within: the service alone has the payment: it is not known to have passed it on.
        between: the service has taken it on, so that the company takes part as well.
    """

    within: int = 1
    between: int = 3

    def days_for(self, payment: Payment) -> int:
        """The limit that counts for a payment, whatever stands in a settings file."""
        days = self.between if payment.acknowledged else self.within
        return min(max(1, days), MAX_DAYS)


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """The last day on which the answer is in time."""

    day: date

    def days_over(self, today: date) -> int:
        """Days that it is over the limit; 0 or less while the answer is in time."""
        return (today - self.day).days

    def is_over(self, today: date) -> bool:
        """It is time to complain."""
        return today > self.day


def answer_due(payment: Payment, sent_on: date, limits: ComplaintLimits) -> AnswerDue | None:
    """Return the day by which the answer about an open payment is due; None for any other.

    What is PAID has one due where the service said later what the owner must judge.

    Args:
        payment: the payment; one that was never sent has no answer to come.
        sent_on: the day in Nepal on which it was sent, or came to be in doubt.
        limits: the owner's.
    """
    if payment.state not in _COMPLAINABLE and not payment.is_doubted:
        return None
    return AnswerDue(after_working_days(sent_on, limits.days_for(payment)))


def after_working_days(day: date, count: int) -> date:
    """The day that is ``count`` working days later. Saturdays are none in Nepal."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() != _SATURDAY:
            count -= 1
    return day
