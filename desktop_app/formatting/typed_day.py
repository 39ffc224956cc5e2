"""Days as people type them, in either calendar: ``2083-08-01`` and ``2026-11-17`` are one day."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.core.typed_text import typed_code
from desktop_app.formatting.bikram_sambat import BsDate
from desktop_app.formatting.dates import bs_date, calendar

_PARTS = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_FIRST_BS_YEAR = 2050
"""No day that a shop writes is in a later AD year, or in an earlier one of Bikram Sambat: the year
alone says which calendar is meant."""


def read_day(text: str) -> date | None:
    """The day that was typed; None where it is none, or where its calendar is not certain of it."""
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    if year >= _FIRST_BS_YEAR:
        of = calendar()
        return None if of is None else of.day_of(BsDate(year, month, day))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_bs_year(text: str) -> bool:
    """Tell whether a day was typed that only the Bikram Sambat calendar can have."""
    parts = _parts(text)
    return parts is not None and parts[0] >= _FIRST_BS_YEAR


def bs_numbers(day: date) -> str:
    """``2083-08-14``; empty where the calendar is not certain."""
    bs = bs_date(day)
    return "" if bs is None else f"{bs.year}-{bs.month:02}-{bs.day:02}"


def day_numbers(day: date, *, is_bs: bool) -> str:
    """The day to be typed over: of Bikram Sambat where it is certain and wanted, else of AD."""
    return (bs_numbers(day) if is_bs else "") or day.isoformat()


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as typed."""
    parts = _PARTS.fullmatch(typed_code(text))
    return None if parts is None else (int(parts[1]), int(parts[2]), int(parts[3]))
