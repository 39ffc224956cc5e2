"""Dates and times as texts in both languages. The calendar has tests of its own: test_calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop_app.core.settings import Language
from desktop_app.formatting import dates
from desktop_app.formatting.bikram_sambat import BsDate
from desktop_app.formatting.numbers import digits
from tests.tables import each


def test_texts_in_both_languages() -> None:
    day = date(2026, 11, 22)
    assert dates.bs_text(day, Language.ENGLISH) == "2083 Mangsir 6"
    assert dates.bs_text(day, Language.NEPALI) == "2083 मंसिर 6"
    assert dates.bs_text_with_weekday(day, Language.ENGLISH) == "Sun, 2083 Mangsir 6"
    assert dates.bs_text_with_weekday(day, Language.NEPALI) == "आइतबार, 2083 मंसिर 6"
    assert dates.ad_text(day) == "22 Nov 2026"


@each(
    "day",
    [date(1, 1, 1), date(2005, 6, 14), date(2027, 6, 15), date(2044, 4, 13), date(9999, 12, 31)],
)
def test_days_of_which_the_calendar_is_not_certain_fall_back_to_ad_and_say_so(day: date) -> None:
    assert dates.bs_date(day) is None
    for language, mark in ((Language.ENGLISH, " AD"), (Language.NEPALI, " ई.सं.")):
        assert dates.bs_text(day, language) == dates.ad_text(day, language) + mark


def test_a_datetime_is_a_day_too() -> None:
    assert dates.bs_date(datetime(2026, 11, 22, 23, 59, tzinfo=UTC)) == BsDate(2083, 8, 6)


@each(
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


@each(
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


@each(
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
