"""How long the credit lasts: from the same weekdays alone, and never from nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.clock import NEPAL
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.shifts.credit_pace import earlier_days, pace_of
from tests.paper import payment

TODAY = datetime(2026, 11, 22, tzinfo=NEPAL)
NOON = TODAY + timedelta(hours=12)


def paid(weeks: int, clock: str, rupees: int, **changes: object) -> Payment:
    """A payment so many weeks ago, at a time of the day."""
    hours, minutes = map(int, clock.split(":"))
    at = TODAY - timedelta(weeks=weeks) + timedelta(hours=hours, minutes=minutes)
    amount = Money.rupees(rupees)
    made = payment(amount=amount, cash_due=amount)
    return replace(made, **{"sent_at": at, "changed_at": at, **changes})  # type: ignore[arg-type]


def day(weeks: int) -> list[Payment]:
    """Rs. 10,000 an hour from 10:00 to 17:00."""
    return [paid(weeks, f"{hour}:42", 10_000) for hour in range(10, 18)]


def test_it_lasts_until_the_payment_that_is_too_much() -> None:
    pace = pace_of([*day(1), *day(2)])
    # 12:42, 13:42 and 14:42 are paid for; 15:42 is not any more.
    assert pace.lasts_until(Money.rupees(35_000), NOON) == TODAY + timedelta(hours=15, minutes=40)
    assert pace.lasts_until(Money.rupees(30_000), NOON) == TODAY + timedelta(hours=15, minutes=40)
    assert pace.lasts_until(Money.rupees(29_999), NOON) == TODAY + timedelta(hours=14, minutes=40)


def test_days_are_averaged() -> None:
    busy = [paid(3, "12:10", 100_000)]
    pace = pace_of([*day(1), *day(2), *busy])
    assert pace.lasts_until(Money.rupees(33_000), NOON) == TODAY + timedelta(hours=12, minutes=10)
    assert pace.lasts_until(Money.rupees(34_000), NOON) == TODAY + timedelta(hours=12, minutes=40)


def test_what_lasts_the_day_is_told_no_time() -> None:
    pace = pace_of([*day(1), *day(2)])
    assert pace.lasts_until(Money.rupees(60_000), NOON) is None
    assert pace.lasts_until(Money(0), TODAY + timedelta(hours=18)) is None


def test_nothing_is_guessed_from_nothing_or_from_one_day() -> None:
    assert pace_of([]).lasts_until(Money(0), NOON) is None
    assert pace_of(day(1)).lasts_until(Money(0), NOON) is None


def test_only_what_took_credit_counts() -> None:
    others = [
        paid(1, "12:30", 900_000, state=PaymentState.NOT_PAID),
        paid(2, "12:30", 900_000, state=PaymentState.WAITING),
        paid(2, "12:30", 900_000, reversed_at=NOON),
    ]
    pace = pace_of([*day(1), *day(2), *others])
    assert pace.lasts_until(Money.rupees(35_000), NOON) == TODAY + timedelta(hours=15, minutes=40)


def test_the_days_are_the_same_weekday_of_four_weeks() -> None:
    days = earlier_days(TODAY.date())
    assert {one.weekday() for one in days} == {TODAY.weekday()}
    assert days[0] == TODAY.date() - timedelta(days=7)
    assert len(days) == 4


@given(st.integers(0, 10**7), st.integers(0, 23 * 60))
def test_a_time_is_never_past_and_more_credit_lasts_no_shorter(paisa: int, minute: int) -> None:
    now = TODAY + timedelta(minutes=minute)
    pace = pace_of([*day(1), *day(2), paid(3, "14:00", 5)])
    until = pace.lasts_until(Money(paisa), now)
    longer = pace.lasts_until(Money(paisa + 100), now)
    assert until is None or now <= until < TODAY + timedelta(days=1)
    assert longer is None or (until is not None and until <= longer)
