"""The Bikram Sambat calendar: a table of month lengths, and the days for which it is certain.

The months follow no rule that a program could work out. Almanacs fix them a year at a time, and
tables for years to come disagree. So the table is a data file that names its source and the days on
which independent sources agree; it answers for no other day. A file with any fault is refused.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

_FORMAT = 1
_MONTHS = 12
_MONTH_LENGTHS = range(29, 33)
_YEAR_LENGTHS = range(365, 367)
_YEARS_AHEAD = 57
"""A year begins in April of the AD year that is 57 behind."""
_APRIL = 4
_SHRAWAN = 4


class CalendarDamaged(ValueError):
    """The table is not a whole and possible calendar."""


@dataclass(frozen=True, order=True, slots=True)
class BsDate:
    """A day of the Bikram Sambat calendar; ``month`` is 1 for Baisakh."""

    year: int
    month: int
    day: int


class _Year(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: int
    first_day: date
    months: tuple[int, ...]


class _Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    compiled: date
    source: str
    certain: _Span
    years: tuple[_Year, ...]


class BikramSambat:
    """A checked table. ``first`` and ``last`` are the first and the last certain day."""

    def __init__(self, content: bytes) -> None:
        """Read the content of a calendar file.

        Raises:
            CalendarDamaged: the content is not a table, or not one of a possible calendar.
        """
        table = _decoded(content)
        _check(table)
        self.compiled = table.compiled
        self.source = table.source
        self.first, self.last = table.certain.first, table.certain.last
        self._years = table.years
        self._first_days = [year.first_day for year in table.years]

    def certain(self, day: date) -> BsDate | None:
        """The Bikram Sambat day of an AD day; None where it is not certain."""
        return self.tabled(day) if self.first <= day <= self.last else None

    def tabled(self, day: date) -> BsDate | None:
        """The day by the table alone, certain or not; None outside the table.

        To compare tables; what people read asks :meth:`certain`.
        """
        at = bisect_right(self._first_days, day) - 1
        if at < 0:
            return None
        year = self._years[at]
        gone = (day - year.first_day).days
        begins = [0, *accumulate(year.months)]
        month = bisect_right(begins, gone)
        return BsDate(year.year, month, gone - begins[month - 1] + 1) if month <= _MONTHS else None

    def day_of(self, wanted: BsDate) -> date | None:
        """The AD day of a Bikram Sambat day; None where there is none, or it is not certain."""
        at = wanted.year - self._years[0].year
        if not 0 <= at < len(self._years) or not 1 <= wanted.month <= _MONTHS:
            return None
        year = self._years[at]
        if not 1 <= wanted.day <= year.months[wanted.month - 1]:
            return None
        gone = sum(year.months[: wanted.month - 1]) + wanted.day - 1
        day = year.first_day + timedelta(days=gone)
        return day if self.first <= day <= self.last else None

    def fiscal_year(self, day: date) -> str | None:
        """``2083/84``: 1 Shrawan to the last day of Asar; None where the day is not certain."""
        found = self.certain(day)
        if found is None:
            return None
        begun = found.year if found.month >= _SHRAWAN else found.year - 1
        return f"{begun}/{(begun + 1) % 100:02d}"

    def replaces(self, other: BikramSambat) -> bool:
        """True if this table is newer than another and certain of at least the same days."""
        covers = self.first <= other.first and self.last >= other.last
        return covers and self.compiled > other.compiled


def choose(built_in: bytes, verified: bytes | None = None) -> BikramSambat | None:
    """The calendar to use; None, and a word in the log, where no file is whole.

    Args:
        built_in: the content of the file that ships with the program.
        verified: the content of a later file. Only one whose signature was checked may be handed
            in: a wrong table gives wrong dates and wrong fiscal years.
    """
    ours = _read(built_in, "that ships with the program")
    theirs = None if verified is None else _read(verified, "that was added later")
    if theirs is None or (ours is not None and not theirs.replaces(ours)):
        return ours
    return theirs


def _read(content: bytes, which: str) -> BikramSambat | None:
    try:
        return BikramSambat(content)
    except CalendarDamaged as fault:
        log.error("The Bikram Sambat calendar %s is not used: %s", which, fault)
        return None


def _decoded(content: bytes) -> _Table:
    try:
        return msgspec.json.decode(content, type=_Table)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise CalendarDamaged(str(fault)) from fault


def _check(table: _Table) -> None:
    _require(table.format == _FORMAT, f"its format is {table.format}")
    _require(bool(table.source.strip()), "it names no source")
    _require(bool(table.years), "it has no years")
    for year in table.years:
        _check_year(year)
    for year, following in pairwise(table.years):
        in_order = following.year == year.year + 1
        _require(in_order, f"{following.year} follows {year.year}")
        _require(following.first_day == _day_after(year), f"{year.year} has another length")
    first, last = table.certain.first, table.certain.last
    _require(first <= last, "it is certain of no day")
    _require(first >= table.years[0].first_day, "its first certain day is not in it")
    _require(last < _day_after(table.years[-1]), "its last certain day is not in it")


def _check_year(year: _Year) -> None:
    name = year.year
    _require(len(year.months) == _MONTHS, f"{name} has {len(year.months)} months")
    _require(_all_in(year.months, _MONTH_LENGTHS), f"{name} has a month of an impossible length")
    _require(sum(year.months) in _YEAR_LENGTHS, f"{name} has {sum(year.months)} days")
    begins = (year.first_day.year, year.first_day.month)
    _require(begins == (name - _YEARS_AHEAD, _APRIL), f"{name} begins on {year.first_day}")


def _all_in(numbers: Sequence[int], allowed: range) -> bool:
    return all(number in allowed for number in numbers)


def _day_after(year: _Year) -> date:
    return year.first_day + timedelta(days=sum(year.months))


def _require(holds: bool, fault: str) -> None:
    if not holds:
        raise CalendarDamaged(fault)
