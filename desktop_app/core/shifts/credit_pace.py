"""How long the shop's credit lasts, by what was paid on the same weekday of the last weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Payment, PaymentState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

WEEKS = 4
_FEWEST_DAYS = 2
"""One day is no habit: from fewer nothing is guessed."""
_STEP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class CreditPace:
    """What was paid on the earlier days together: how long after midnight, and how much.

    ``days`` counts those on which something was paid: on the others the shop was closed.
    """

    days: int
    spent: tuple[tuple[timedelta, Money], ...]

    def lasts_until(self, credit: Money, now: datetime) -> datetime | None:
        """When the credit will not be enough any more, at five minutes or before.

        None where it lasts the day, or where there are too few days to tell.
        """
        if self.days < _FEWEST_DAYS:
            return None
        midnight = _midnight(now)
        gone = now - midnight
        left = credit.paisa * self.days
        for moment, amount in self.spent:
            if moment <= gone:
                continue
            left -= amount.paisa
            if left < 0:
                return max(midnight + moment // _STEP * _STEP, now)
        return None


def earlier_days(today: date) -> tuple[date, ...]:
    """The same weekday of the last weeks, the nearest first."""
    return tuple(today - timedelta(weeks=weeks) for weeks in range(1, WEEKS + 1))


def pace_of(payments: Iterable[Payment]) -> CreditPace:
    """The pace of the payments of earlier days."""
    spent: list[tuple[timedelta, Money]] = []
    days = set()
    for payment in payments:
        is_paid = payment.state is PaymentState.PAID and payment.reversed_at is None
        if is_paid and payment.sent_at is not None and payment.order.payable > ZERO:
            midnight = _midnight(payment.sent_at)
            days.add(midnight)
            spent.append((payment.sent_at - midnight, payment.order.payable))
    return CreditPace(len(days), tuple(sorted(spent)))


def _midnight(at: datetime) -> datetime:
    return at.astimezone(NEPAL).replace(hour=0, minute=0, second=0, microsecond=0)
