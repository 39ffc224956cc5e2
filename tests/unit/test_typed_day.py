"""A typed day is one of Bikram Sambat or of AD, as its year says; an uncertain one is none."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.formatting.dates import calendar
from desktop_app.formatting.typed_day import bs_numbers, day_numbers, is_bs_year, read_day
from tests.tables import each

CALENDAR = calendar()
assert CALENDAR is not None
ONE_DAY = timedelta(days=1)


@given(st.dates(CALENDAR.first, CALENDAR.last))
def test_each_certain_day_is_read_in_both_calendars(day: date) -> None:
    assert read_day(bs_numbers(day)) == day
    assert read_day(day.isoformat()) == day
    assert is_bs_year(day_numbers(day, is_bs=True))
    assert not is_bs_year(day_numbers(day, is_bs=False))


@each(
    "text",
    ["2083-08-01", "2083/8/1", "2083.8.1", "2083 8 1", " 2083-8-01 ", "२०८३-०८-०१", "2026-11-17"],
)
def test_it_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2026, 11, 17)


@each(
    "text",
    ["", "2083-08", "2083-13-01", "2083-00-01", "2083-08-00", "2083-09-33", "2026-02-29", "83-8-1"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None


def test_beyond_the_certain_days_only_ad_is_read() -> None:
    assert CALENDAR is not None
    after, before = CALENDAR.last + ONE_DAY, CALENDAR.first - ONE_DAY
    for day in (after, before):
        tabled = CALENDAR.tabled(day)
        assert tabled is not None
        assert read_day(f"{tabled.year}-{tabled.month}-{tabled.day}") is None
        assert day_numbers(day, is_bs=True) == day.isoformat()
        assert read_day(day.isoformat()) == day
