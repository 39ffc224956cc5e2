"""The Bikram Sambat table: against known days, against three libraries, and what is refused."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.settings import Language
from desktop_app.formatting import dates
from desktop_app.formatting.bikram_sambat import BikramSambat, BsDate, CalendarDamaged, choose
from desktop_app.system.resources import resource
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SHIPPED = resource("calendar", "bikram_sambat.json").read_bytes()
CALENDAR = BikramSambat(SHIPPED)
ONE_DAY = timedelta(days=1)

KNOWN_DAYS = [
    # New year's days, as the press had them on the day
    (date(2016, 4, 12), BsDate(2072, 12, 30)),  # "the last day of 2072"
    (date(2018, 4, 14), BsDate(2075, 1, 1)),
    (date(2019, 4, 14), BsDate(2076, 1, 1)),
    (date(2020, 4, 13), BsDate(2077, 1, 1)),
    (date(2021, 4, 14), BsDate(2078, 1, 1)),
    (date(2022, 4, 14), BsDate(2079, 1, 1)),
    (date(2023, 4, 14), BsDate(2080, 1, 1)),
    (date(2024, 4, 13), BsDate(2081, 1, 1)),
    (date(2025, 4, 14), BsDate(2082, 1, 1)),
    (date(2026, 4, 14), BsDate(2083, 1, 1)),
    # The fiscal year: interim report of Nepal Bank for the third quarter of 2080/81
    (date(2022, 7, 17), BsDate(2079, 4, 1)),
    (date(2023, 4, 13), BsDate(2079, 12, 30)),
    (date(2023, 7, 17), BsDate(2080, 4, 1)),
    (date(2024, 4, 12), BsDate(2080, 12, 30)),
    # and the press of 17 July 2025: "from Thursday (Shrawan 1)"
    (date(2025, 7, 16), BsDate(2082, 3, 32)),
    (date(2025, 7, 17), BsDate(2082, 4, 1)),
    # Notices of general meetings, with both dates
    (date(2019, 12, 19), BsDate(2076, 9, 3)),
    (date(2020, 1, 10), BsDate(2076, 9, 25)),
    (date(2020, 12, 22), BsDate(2077, 9, 7)),
    (date(2021, 1, 13), BsDate(2077, 9, 29)),
    (date(2021, 2, 21), BsDate(2077, 11, 9)),
    (date(2021, 12, 17), BsDate(2078, 9, 2)),
    # The holidays of 2080 as the chamber of commerce (FNCCI) lists them
    (date(2023, 5, 1), BsDate(2080, 1, 18)),
    (date(2023, 5, 5), BsDate(2080, 1, 22)),
    (date(2023, 8, 31), BsDate(2080, 5, 14)),
    (date(2023, 9, 20), BsDate(2080, 6, 3)),
    (date(2023, 10, 15), BsDate(2080, 6, 28)),
    (date(2023, 10, 22), BsDate(2080, 7, 5)),
    (date(2024, 1, 12), BsDate(2080, 9, 27)),
    (date(2024, 1, 15), BsDate(2080, 10, 1)),
    (date(2024, 2, 13), BsDate(2080, 11, 1)),
    # The months of 2083 in Nepali Patro, after which libraries mended theirs in 2026
    (date(2026, 10, 17), BsDate(2083, 6, 31)),
    (date(2026, 11, 17), BsDate(2083, 8, 1)),
    (date(2026, 12, 15), BsDate(2083, 8, 29)),
    (date(2026, 12, 16), BsDate(2083, 9, 1)),
    (date(2027, 1, 15), BsDate(2083, 10, 1)),
    (date(2027, 2, 13), BsDate(2083, 11, 1)),
    # Days of history, known by both dates
    (date(2006, 4, 24), BsDate(2063, 1, 11)),  # Loktantra day
    (date(2008, 5, 28), BsDate(2065, 2, 15)),  # republic day
    (date(2015, 4, 25), BsDate(2072, 1, 12)),  # earthquake
    (date(2015, 9, 20), BsDate(2072, 6, 3)),  # constitution day
    # Ends of months, where older tables were wrong
    (date(2024, 6, 14), BsDate(2081, 2, 32)),
    (date(2025, 4, 13), BsDate(2081, 12, 31)),
    (date(2026, 4, 13), BsDate(2082, 12, 30)),
    (date(2026, 11, 22), BsDate(2083, 8, 6)),  # the design's pictures
]
EARLIER_DAYS = [
    (date(1943, 4, 14), BsDate(2000, 1, 1)),
    (date(1951, 2, 18), BsDate(2007, 11, 7)),  # democracy day
    (date(2001, 4, 3), BsDate(2057, 12, 21)),  # a bank's first day
    (date(2001, 6, 1), BsDate(2058, 2, 19)),  # the royal family's death
]


@each(("day", "expected"), KNOWN_DAYS)
def test_known_days(day: date, expected: BsDate) -> None:
    assert dates.bs_date(day) == expected


@pytest.mark.parametrize(("day", "expected"), EARLIER_DAYS)
def test_the_table_holds_earlier_days_too_and_gives_none_of_them(
    day: date, expected: BsDate
) -> None:
    assert CALENDAR.tabled(day) == expected
    assert dates.bs_date(day) is None


# --- three libraries ------------------------------------------------------------------------------


def _plain(found: Any) -> BsDate:
    return BsDate(found.year, found.month, found.day)


def _by_nepali_datetime(day: date) -> BsDate:
    import nepali_datetime

    return _plain(nepali_datetime.date.from_datetime_date(day))


def _by_nepali(day: date) -> BsDate:
    from nepali.datetime import nepalidate

    return _plain(nepalidate.from_date(day))


def _by_bikram_sambat(day: date) -> BsDate:
    import bikram_sambat

    return _plain(bikram_sambat.date.fromgregorian(day))


LIBRARIES: dict[str, Callable[[date], BsDate]] = {
    "nepali-datetime": _by_nepali_datetime,
    "nepali": _by_nepali,
    "bikram-sambat": _by_bikram_sambat,
}


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=gone) for gone in range((last - first).days + 1))


def _agree(day: date) -> bool:
    return len({library(day) for library in LIBRARIES.values()}) == 1


@pytest.mark.parametrize("library", LIBRARIES.values(), ids=LIBRARIES)
def test_each_library_has_the_same_day_wherever_the_table_is_certain(
    library: Callable[[date], BsDate],
) -> None:
    """Every day, and so the first of every month."""
    differ = [
        day for day in _days(CALENDAR.first, CALENDAR.last) if library(day) != CALENDAR.certain(day)
    ]
    assert differ == []


def test_the_table_is_certain_up_to_the_first_day_on_which_the_libraries_disagree() -> None:
    assert not _agree(CALENDAR.first - ONE_DAY)
    assert not _agree(CALENDAR.last + ONE_DAY)
    first = next(day for day in _days(date(2026, 1, 1), date(2040, 1, 1)) if not _agree(day))
    assert first == date(2027, 6, 15)


def test_the_libraries_disagree_on_the_first_day_of_two_fiscal_years_to_come() -> None:
    """Whoever believed one of them would give receipts of one day to two fiscal years."""

    def first_days(year: int) -> set[date]:
        around = list(_days(date(year - 57, 7, 10), date(year - 57, 7, 25)))
        first = BsDate(year, 4, 1)
        return {
            next(day for day in around if library(day) == first) for library in LIBRARIES.values()
        }

    assert [year for year in range(2063, 2093) if len(first_days(year)) > 1] == [2086, 2090]


# --- days and fiscal years ------------------------------------------------------------------------


def test_each_day_follows_the_day_before() -> None:
    before = CALENDAR.certain(CALENDAR.first)
    assert before == BsDate(2062, 3, 1)
    for day in _days(CALENDAR.first + ONE_DAY, CALENDAR.last):
        found = CALENDAR.certain(day)
        assert found is not None
        next_month = (before.year + before.month // 12, before.month % 12 + 1, 1)
        same_month = (before.year, before.month, before.day + 1)
        assert (found.year, found.month, found.day) in (next_month, same_month)
        before = found
    assert before == BsDate(2084, 2, 31)


@each(
    ("day", "year"),
    [
        (date(2025, 7, 16), "2081/82"),
        (date(2025, 7, 17), "2082/83"),
        (date(2026, 4, 13), "2082/83"),
        (date(2026, 4, 14), "2082/83"),
        (date(2026, 7, 16), "2082/83"),
        (date(2026, 7, 17), "2083/84"),
        (date(2027, 6, 14), "2083/84"),
        (date(2027, 6, 15), None),
        (date(2029, 7, 16), None),
    ],
)
def test_a_fiscal_year_is_known_or_not_and_never_guessed(day: date, year: str | None) -> None:
    assert CALENDAR.fiscal_year(day) == year


@given(day=st.dates())
def test_no_day_outside_the_certain_range_has_a_date_or_a_fiscal_year(day: date) -> None:
    inside = date(2005, 6, 15) <= day <= date(2027, 6, 14)
    assert (CALENDAR.certain(day) is not None) is inside
    assert (CALENDAR.fiscal_year(day) is not None) is inside


# --- a damaged file -------------------------------------------------------------------------------


@cache
def _shipped_text() -> str:
    return SHIPPED.decode()


def _changed(**changes: object) -> bytes:
    return json.dumps({**json.loads(_shipped_text()), **changes}).encode()


def _with_year(at: int, **changes: object) -> bytes:
    years = json.loads(_shipped_text())["years"]
    years[at].update(changes)
    return _changed(years=years)


MONTHS_2083 = [31, 31, 32, 31, 31, 31, 30, 29, 30, 29, 30, 30]
DAMAGED = {
    "nothing": b"",
    "no table": b"[]",
    "no text": b"\xff\xfe\x00",
    "another format": _changed(format=2),
    "no source": _changed(source="  "),
    "no years": _changed(years=[]),
    "more than is known": _changed(more=1),
    "eleven months": _with_year(-2, months=MONTHS_2083[:-1]),
    "thirteen months": _with_year(-2, months=[*MONTHS_2083, 30]),
    "a month of 28 days": _with_year(-2, months=[28, 34, *MONTHS_2083[2:]]),
    "a month of 33 days": _with_year(-2, months=[33, 29, *MONTHS_2083[2:]]),
    "a year of 364 days": _with_year(-1, months=[30, *MONTHS_2083[1:]]),
    "a year of 367 days": _with_year(-1, months=[*MONTHS_2083[:-3], 30, 31, 30]),
    "a year of another length": _with_year(-2, months=[*MONTHS_2083[:-1], 31]),
    "a year left out": _changed(
        years=[year for year in json.loads(SHIPPED)["years"] if year["year"] != 2070]
    ),
    "two years exchanged": _changed(years=[*json.loads(SHIPPED)["years"][::-1]]),
    "a first day moved": _with_year(-1, first_day="2027-04-15"),
    "another century": _with_year(0, year=1900),
    "a day that there is not": _with_year(-1, first_day="2027-02-30"),
    "a length in words": _with_year(-1, months=["31", *MONTHS_2083[1:]]),
    "certain before the table": _changed(certain={"first": "1943-04-13", "last": "2027-06-14"}),
    "certain after the table": _changed(certain={"first": "2005-06-15", "last": "2028-04-14"}),
    "certain of nothing": _changed(certain={"first": "2027-06-15", "last": "2027-06-14"}),
}


@each("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_table_is_refused(content: bytes) -> None:
    with pytest.raises(CalendarDamaged):
        BikramSambat(content)


@given(length=st.integers(0, len(SHIPPED.rstrip()) - 1))
def test_a_file_that_was_cut_off_is_refused(length: int) -> None:
    with pytest.raises(CalendarDamaged):
        BikramSambat(SHIPPED[:length])


@given(at=st.integers(0, 84), month=st.integers(0, 11), days=st.integers(-40, 40))
def test_one_wrong_month_makes_the_whole_table_refused(at: int, month: int, days: int) -> None:
    months = json.loads(_shipped_text())["years"][at]["months"]
    if months[month] == days or (at == 84 and sum(months) - months[month] + days in (365, 366)):
        return  # the last year has no year behind it that would show its length
    months[month] = days
    with pytest.raises(CalendarDamaged):
        BikramSambat(_with_year(at, months=months))


@pytest.mark.parametrize("content", [None, b"{}", SHIPPED[:2000]], ids=["none", "empty", "cut"])
def test_without_a_whole_file_each_date_is_ad_and_the_log_says_why(
    content: bytes | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = tmp_path / "resources" / "calendar" / "bikram_sambat.json"
    file.parent.mkdir(parents=True)
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    day = date(2026, 11, 22)
    assert dates.bs_date(day) is None
    assert dates.bs_text(day, Language.ENGLISH) == "22 Nov 2026 AD"
    assert dates.bs_text(day, Language.NEPALI) == "22 नोभेम्बर 2026 ई.सं."
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "Bikram Sambat calendar" in caplog.text


# --- a later table --------------------------------------------------------------------------------


def _later(**changes: object) -> bytes:
    return _changed(**{"compiled": "2027-05-01", **changes})


LONGER = {"first": "2005-06-15", "last": "2028-04-12"}


def test_a_newer_table_that_is_certain_of_more_takes_the_place_of_ours() -> None:
    chosen = choose(SHIPPED, _later(certain=LONGER))
    assert chosen is not None
    assert chosen.last == date(2028, 4, 12)
    assert chosen.fiscal_year(date(2027, 7, 20)) == "2084/85"


@each(
    "content",
    [
        _later(certain={"first": "2005-06-15", "last": "2027-06-13"}),
        _later(certain={"first": "2005-06-16", "last": "2028-04-12"}),
        _changed(certain=LONGER),
        _changed(certain=LONGER, compiled="2026-11-28"),
        _later(certain=LONGER, format=2),
        SHIPPED[:-100],
    ],
    ids=["ends sooner", "begins later", "of the same day", "older", "not understood", "cut off"],
)
def test_any_other_later_table_changes_nothing(content: bytes) -> None:
    chosen = choose(SHIPPED, content)
    assert chosen is not None
    assert (chosen.compiled, chosen.last) == (CALENDAR.compiled, CALENDAR.last)


def test_a_whole_later_table_stands_in_for_a_damaged_one_of_ours() -> None:
    assert choose(SHIPPED[:-100], None) is None
    chosen = choose(SHIPPED[:-100], _later())
    assert chosen is not None
    assert chosen.compiled == date(2027, 5, 1)
