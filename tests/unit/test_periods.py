"""Spans of days with a name are those that both calendars know."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.settings import Language
from desktop_app.formatting.dates import bs_date
from desktop_app.formatting.periods import Period, days_of, is_known, period_name
from tests.tables import each

TODAY = date(2026, 11, 22)
"""Sunday, 2083 Mangsir 6."""
ENGLISH, NEPALI = Language.ENGLISH, Language.NEPALI
SPANS = {
    Period.TODAY: (TODAY, date(2026, 11, 23)),
    Period.YESTERDAY: (date(2026, 11, 21), TODAY),
    Period.WEEK: (TODAY, date(2026, 11, 23)),
    Period.MONTH: (date(2026, 11, 17), date(2026, 11, 23)),
    Period.LAST_MONTH: (date(2026, 10, 18), date(2026, 11, 17)),
    Period.FISCAL_YEAR: (date(2026, 7, 17), date(2026, 11, 23)),
    Period.AD_MONTH: (date(2026, 11, 1), date(2026, 11, 23)),
    Period.AD_LAST_MONTH: (date(2026, 10, 1), date(2026, 11, 1)),
    Period.ALL: None,
}


@each("period", Period)
def test_the_days_of_a_period(period: Period) -> None:
    assert days_of(period, TODAY) == SPANS[period]
    assert is_known(period, TODAY)


def test_periods_have_the_names_of_their_calendar() -> None:
    assert period_name(Period.MONTH, TODAY, ENGLISH) == "2083 Mangsir"
    assert period_name(Period.LAST_MONTH, TODAY, NEPALI) == "2083 कात्तिक"
    assert period_name(Period.FISCAL_YEAR, TODAY, ENGLISH) == "2083/84"
    assert period_name(Period.AD_MONTH, TODAY, ENGLISH) == "Nov 2026"
    assert period_name(Period.AD_LAST_MONTH, TODAY, ENGLISH) == "Oct 2026"
    assert period_name(Period.TODAY, TODAY, ENGLISH) == ""


def test_a_day_that_is_not_certain_has_no_bikram_sambat_periods() -> None:
    unsure = date(2027, 6, 20)
    assert bs_date(unsure) is None
    known = {period for period in Period if is_known(period, unsure)}
    assert set(Period) - known == {Period.MONTH, Period.LAST_MONTH, Period.FISCAL_YEAR}
    assert period_name(Period.MONTH, unsure, ENGLISH) == ""


@given(st.dates(date(2020, 1, 1), date(2027, 5, 1)))
def test_periods_hold_whole_months_up_to_today(today: date) -> None:
    for period in Period:
        span = days_of(period, today)
        if span is None:
            continue
        first, after = span
        assert first < after <= today + timedelta(days=1)
        if period in (Period.MONTH, Period.LAST_MONTH, Period.FISCAL_YEAR):
            begins = bs_date(first)
            assert begins is not None
            assert begins.day == 1
            assert period is not Period.FISCAL_YEAR or begins.month == 4
    month, last = days_of(Period.MONTH, today), days_of(Period.LAST_MONTH, today)
    assert (month is None) or (last is None) or last[1] == month[0]
