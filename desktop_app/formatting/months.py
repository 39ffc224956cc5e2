"""Months as spans of days: those of Bikram Sambat where they are certain, and those of AD."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.formatting.dates import ad_text, bs_date, bs_text

if TYPE_CHECKING:
    from desktop_app.core.settings import Language

_DAY = timedelta(days=1)
_LONGEST = 33


@dataclass(frozen=True, slots=True)
class Month:
    """A month from its first day to its last, both included. ``is_bs``: of Bikram Sambat."""

    first: date
    last: date
    is_bs: bool

    def text(self, language: Language) -> str:
        """``2083 Mangsir`` or ``Nov 2026``."""
        if self.is_bs:
            return bs_text(self.first, language).rsplit(" ", 1)[0]
        return ad_text(self.first, language).split(" ", 1)[1]

    def days_text(self, language: Language) -> str:
        """The first and the last day as the other calendar has them: ``17 Nov – 15 Dec 2026``."""
        write = ad_text if self.is_bs else bs_text
        return f"{write(self.first, language)} – {write(self.last, language)}"


def bs_month(day: date) -> Month | None:
    """The Bikram Sambat month of a day; None where one of its days is not certain."""
    found = bs_date(day)
    if found is None:
        return None
    first = day - (found.day - 1) * _DAY
    begun = bs_date(first)
    if begun is None or (begun.month, begun.day) != (found.month, 1):
        return None
    for length in range(1, _LONGEST + 1):
        after = bs_date(first + length * _DAY)
        if after is None:
            return None
        if after.month != found.month:
            return Month(first, first + (length - 1) * _DAY, is_bs=True)
    return None


def ad_month(day: date) -> Month:
    """The month of a day in the other calendar."""
    first = day.replace(day=1)
    after = (first + _LONGEST * _DAY).replace(day=1)
    return Month(first, after - _DAY, is_bs=False)


def month_beside(month: Month, *, later: bool) -> Month:
    """The month after or before; of AD where Bikram Sambat is not certain any more."""
    day = month.last + _DAY if later else month.first - _DAY
    return (bs_month(day) if month.is_bs else None) or ad_month(day)
