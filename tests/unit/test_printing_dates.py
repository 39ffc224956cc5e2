"""Bikram Sambat and other dates against known days and a second library."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.core.settings import Language
from desktop_app.formatting import dates
from desktop_app.formatting.dates import BsDate
from desktop_app.formatting.numbers import digits

KNOWN_DAYS = [
    # New year's days, public holidays
    (date(1943, 4, 14), BsDate(2000, 1, 1)),
    (date(2018, 4, 14), BsDate(2075, 1, 1)),
    (date(2019, 4, 14), BsDate(2076, 1, 1)),
    (date(2020, 4, 13), BsDate(2077, 1, 1)),
    (date(2021, 4, 14), BsDate(2078, 1, 1)),
    (date(2022, 4, 14), BsDate(2079, 1, 1)),
    (date(2023, 4, 14), BsDate(2080, 1, 1)),
    (date(2024, 4, 13), BsDate(2081, 1, 1)),
    (date(2025, 4, 14), BsDate(2082, 1, 1)),
    (date(2026, 4, 14), BsDate(2083, 1, 1)),
    # Days of history, known by both dates
    (date(1951, 2, 18), BsDate(2007, 11, 7)),  # democracy day
    (date(2001, 6, 1), BsDate(2058, 2, 19)),  # the royal family's death
    (date(2006, 4, 24), BsDate(2063, 1, 11)),  # Loktantra day
    (date(2008, 5, 28), BsDate(2065, 2, 15)),  # republic day
    (date(2015, 4, 25), BsDate(2072, 1, 12)),  # earthquake
    (date(2015, 9, 20), BsDate(2072, 6, 3)),  # constitution day
    # Ends of months, where older tables were wrong
    (date(2024, 6, 14), BsDate(2081, 2, 32)),
    (date(2025, 4, 13), BsDate(2081, 12, 31)),
    (date(2025, 7, 16), BsDate(2082, 3, 32)),
    (date(2026, 4, 13), BsDate(2082, 12, 30)),
    (date(2026, 10, 17), BsDate(2083, 6, 31)),
    (date(2026, 11, 22), BsDate(2083, 8, 6)),  # the design's pictures
    (date(2026, 12, 15), BsDate(2083, 8, 29)),
]


@pytest.mark.parametrize(("day", "expected"), KNOWN_DAYS)
def test_known_days(day: date, expected: BsDate) -> None:
    assert dates.bs_date(day) == expected


def test_each_day_follows_the_day_before() -> None:
    day, before = dates.FIRST_DAY, dates.bs_date(dates.FIRST_DAY)
    assert before == BsDate(1975, 1, 1)
    while day < dates.LAST_DAY:
        day += timedelta(days=1)
        found = dates.bs_date(day)
        assert before is not None
        assert found is not None
        next_month = (before.year + before.month // 12, before.month % 12 + 1, 1)
        same_month = (before.year, before.month, before.day + 1)
        assert (found.year, found.month, found.day) in (next_month, same_month)
        assert 1 <= found.day <= 32
        before = found
    assert before == BsDate(2100, 12, 30)


# The library bikram 2.1.4, whose lengths of months these are, has the months of 2082 that almanacs
# have since corrected, and 367 days in 2087.
SECOND_LIBRARY = Path(__file__).with_name("months_of_second_library.json")
YEARS_IT_HAS_WRONG = {2082, *range(2087, 2090)}


def test_agrees_with_a_second_library() -> None:
    months: dict[str, list[int]] = json.loads(SECOND_LIBRARY.read_text(encoding="utf-8"))
    compared = 0
    for year, lengths in ((int(name), lengths) for name, lengths in months.items()):
        if year in YEARS_IT_HAS_WRONG:
            continue
        ours = Counter(found.month for found in days_of(year))
        assert [ours[month] for month in range(1, 13)] == lengths, year
        compared += 1
    assert compared == 85


def days_of(year: int) -> list[BsDate]:
    """All days of a Bikram Sambat year, which lies in two of ours."""
    around = (date(year - 57, 1, 1) + timedelta(days=n) for n in range(2 * 366))
    return [found for day in around if (found := dates.bs_date(day)) and found.year == year]


def test_texts_in_both_languages() -> None:
    day = date(2026, 11, 22)
    assert dates.bs_text(day, Language.ENGLISH) == "2083 Mangsir 6"
    assert dates.bs_text(day, Language.NEPALI) == "2083 मंसिर 6"
    assert dates.bs_text_with_weekday(day, Language.ENGLISH) == "Sun, 2083 Mangsir 6"
    assert dates.bs_text_with_weekday(day, Language.NEPALI) == "आइतबार, 2083 मंसिर 6"
    assert dates.ad_text(day) == "22 Nov 2026"


@pytest.mark.parametrize(
    "day", [date(1, 1, 1), date(1918, 4, 12), date(2044, 4, 13), date(9999, 12, 31)]
)
def test_days_outside_the_calendar_fall_back_to_ad(day: date) -> None:
    assert dates.bs_date(day) is None
    for language in Language:
        assert dates.bs_text(day, language) == dates.ad_text(day, language)


def test_a_datetime_is_a_day_too() -> None:
    assert dates.bs_date(datetime(2026, 11, 22, 23, 59, tzinfo=UTC)) == BsDate(2083, 8, 6)


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (0, "12:05:09 AM"),
        (1, "1:05:09 AM"),
        (11, "11:05:09 AM"),
        (12, "12:05:09 PM"),
        (14, "2:05:09 PM"),
        (23, "11:05:09 PM"),
    ],
)
def test_times_do_not_depend_on_a_locale(hour: int, text: str) -> None:
    at = datetime(2026, 11, 22, hour, 5, 9, tzinfo=UTC)
    assert dates.time_text_with_seconds(at, Language.ENGLISH) == text
    assert dates.time_text(at, Language.ENGLISH) == text.replace(":09", "")


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (0, "राति 12:05:09"),
        (4, "बिहान 4:05:09"),
        (12, "दिउँसो 12:05:09"),
        (17, "साँझ 5:05:09"),
        (20, "राति 8:05:09"),
    ],
)
def test_times_in_nepali_name_the_part_of_the_day(hour: int, text: str) -> None:
    at = datetime(2026, 11, 22, hour, 5, 9, tzinfo=UTC)
    assert dates.time_text_with_seconds(at, Language.NEPALI) == text
    assert dates.time_text(at, Language.NEPALI) == text.replace(":09", "")


def test_moments() -> None:
    at = dates.local(datetime(2026, 11, 22, 8, 33, 11, tzinfo=UTC))
    assert dates.bs_moment_text(at, Language.ENGLISH) == "2083 Mangsir 6, 2:18 PM"
    assert dates.bs_moment_text(at, Language.NEPALI) == "2083 मंसिर 6, दिउँसो 2:18"


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (0, "राति 12:05"),
        (3, "राति 3:05"),
        (4, "बिहान 4:05"),
        (11, "बिहान 11:05"),
        (12, "दिउँसो 12:05"),
        (16, "दिउँसो 4:05"),
        (17, "साँझ 5:05"),
        (20, "राति 8:05"),
        (23, "राति 11:05"),
    ],
)
def test_a_time_in_nepali_has_its_part_of_the_day(hour: int, text: str) -> None:
    at = datetime(2026, 11, 22, hour, 5, tzinfo=UTC)
    assert dates.time_text(at, Language.NEPALI) == text


def test_kathmandu_is_five_and_three_quarter_hours_ahead() -> None:
    assert dates.local(datetime(2026, 11, 22, 18, 15, tzinfo=UTC)).date() == date(2026, 11, 23)
    assert dates.local(datetime(2026, 11, 22, 18, 14, tzinfo=UTC)).date() == date(2026, 11, 22)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.local(datetime(2026, 11, 22, 14, 18))  # noqa: DTZ001


def test_digits() -> None:
    assert digits("1,23,456.00 on 2083", nepali=True) == "१,२३,४५६.०० on २०८३"
    assert digits("1,23,456.00", nepali=False) == "1,23,456.00"
