"""Dates and times as they are printed: Bikram Sambat first, AD beside it, Kathmandu time.

No text depends on the computer's locale. Where the Bikram Sambat day is not certain, the AD day
stands in its place and is marked as AD: a wrong date on a paper is worse than a foreign one.
"""

from __future__ import annotations

import logging
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop_app.core.settings import Language
from desktop_app.formatting.bikram_sambat import choose
from desktop_app.system.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.formatting.bikram_sambat import BikramSambat, BsDate

log = logging.getLogger(__name__)

_BS_MONTHS = {
    Language.ENGLISH: (
        "Baisakh",
        "Jestha",
        "Asar",
        "Shrawan",
        "Bhadra",
        "Asoj",
        "Kartik",
        "Mangsir",
        "Poush",
        "Magh",
        "Falgun",
        "Chaitra",
    ),
    Language.NEPALI: (
        "वैशाख",
        "जेठ",
        "असार",
        "साउन",
        "भदौ",
        "असोज",
        "कात्तिक",
        "मंसिर",
        "पुस",
        "माघ",
        "फागुन",
        "चैत",
    ),
}
_WEEKDAYS = {
    Language.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    Language.NEPALI: (
        "सोमबार",
        "मङ्गलबार",
        "बुधबार",
        "बिहीबार",
        "शुक्रबार",
        "शनिबार",
        "आइतबार",
    ),
}
_NOON = 12
_AD_MONTHS = {
    Language.ENGLISH: (
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ),
    Language.NEPALI: (
        "जनवरी",
        "फेब्रुअरी",
        "मार्च",
        "अप्रिल",
        "मे",
        "जुन",
        "जुलाई",
        "अगस्ट",
        "सेप्टेम्बर",
        "अक्टोबर",
        "नोभेम्बर",
        "डिसेम्बर",
    ),
}
_AD_MARK = {Language.ENGLISH: "AD", Language.NEPALI: "ई.सं."}
_PARTS_OF_DAY = ((4, "राति"), (12, "बिहान"), (17, "दिउँसो"), (20, "साँझ"), (24, "राति"))
"""Nepali says a time with the part of the day: each with the hour that it ends before."""


def calendar() -> BikramSambat | None:
    """The calendar, read when it is first asked for; None where its file is damaged."""
    return _calendar(resource("calendar", "bikram_sambat.json"))


@cache
def _calendar(path: Path) -> BikramSambat | None:
    try:
        return choose(path.read_bytes())
    except OSError as fault:
        log.error("The Bikram Sambat calendar cannot be read: %s", fault.strerror)
        return None


def bs_date(day: date) -> BsDate | None:
    """The Bikram Sambat day of an AD day; None where it is not certain."""
    # A datetime is a date that cannot be compared with one.
    return _bs_date(calendar(), date(day.year, day.month, day.day))


@lru_cache(maxsize=512)
def _bs_date(of: BikramSambat | None, day: date) -> BsDate | None:
    """Lists and exports ask for the same day with each of its payments."""
    return None if of is None else of.certain(day)


def bs_text(day: date, language: Language) -> str:
    """``2083 Mangsir 6`` or ``2083 मंसिर 6``.

    Where that is not certain, ``15 Jun 2027 AD`` or ``15 जुन 2027 ई.सं.``.
    """
    found = bs_date(day)
    if found is None:
        return f"{ad_text(day, language)} {_AD_MARK[language]}"
    return f"{found.year} {_BS_MONTHS[language][found.month - 1]} {found.day}"


def weekday_text(day: date, language: Language) -> str:
    """``Sun`` or ``आइतबार``."""
    return _WEEKDAYS[language][day.weekday()]


def bs_text_with_weekday(day: date, language: Language) -> str:
    """``Sun, 2083 Mangsir 6`` or ``आइतबार, 2083 मंसिर 6``."""
    return f"{weekday_text(day, language)}, {bs_text(day, language)}"


def ad_text(day: date, language: Language = Language.ENGLISH) -> str:
    """``22 Nov 2026`` or ``22 नोभेम्बर 2026``."""
    return f"{day.day} {_AD_MONTHS[language][day.month - 1]} {day.year}"


def bs_month_text(day: date, language: Language) -> str:
    """``2083 Mangsir``; empty where that is not certain."""
    found = bs_date(day)
    return "" if found is None else f"{found.year} {_BS_MONTHS[language][found.month - 1]}"


def ad_month_text(day: date, language: Language) -> str:
    """``Nov 2026``."""
    return f"{_AD_MONTHS[language][day.month - 1]} {day.year}"


def time_text(at: datetime, language: Language) -> str:
    """``2:18 PM`` or ``दिउँसो 2:18``, of the time as given: make it :func:`local` first."""
    return _of_day(at, f"{_hour(at)}:{at.minute:02d}", language)


def time_text_with_seconds(at: datetime, language: Language) -> str:
    """``2:18:11 PM`` or ``दिउँसो 2:18:11``, of the time as given."""
    return _of_day(at, clock_text(at), language)


def clock_text(at: datetime) -> str:
    """``2:18:11``, where the part of the day stands beside it already."""
    return f"{_hour(at)}:{at.minute:02d}:{at.second:02d}"


def _of_day(at: datetime, clock: str, language: Language) -> str:
    if language is Language.NEPALI:
        part = next(words for end, words in _PARTS_OF_DAY if at.hour < end)
        return f"{part} {clock}"
    return f"{clock} {_half(at)}"


def bs_moment_text(at: datetime, language: Language) -> str:
    """``2083 Mangsir 7, 10:05 AM`` or ``2083 मंसिर 7, बिहान 10:05``, of the time as given."""
    return f"{bs_text(at, language)}, {time_text(at, language)}"


def local(at: datetime) -> datetime:
    """An aware time as Kathmandu's clocks show it, whatever the computer's own zone is.

    Raises:
        ValueError: the time is not aware.
    """
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(kathmandu())


@cache
def kathmandu() -> ZoneInfo:
    """Nepal's time zone. Windows has no zones of its own: the package ``tzdata`` brings them."""
    return ZoneInfo("Asia/Kathmandu")


def _hour(at: datetime) -> int:
    return at.hour % _NOON or _NOON


def _half(at: datetime) -> str:
    return "AM" if at.hour < _NOON else "PM"
