"""Spans of days that people ask for by name, in both calendars."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.formatting.dates import ad_month_text, bs_date, bs_month_text, calendar

if TYPE_CHECKING:
    from desktop_app.core.settings import Language

_DAY = timedelta(days=1)
_SHRAWAN = 4
_DAYS_OF_WEEK = 7


class Period(StrEnum):
    """A span of days. Months are those of the Bikram Sambat calendar but where AD is said."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    FISCAL_YEAR = "fiscal_year"
    AD_MONTH = "ad_month"
    AD_LAST_MONTH = "ad_last_month"
    ALL = "all"


def days_of(period: Period, today: date) -> tuple[date, date] | None:
    """The first day and the one after the last; None for all, and where the days are not certain.

    A week begins on Sunday. What goes on ends with today.
    """
    after = today + _DAY
    match period:
        case Period.TODAY:
            return today, after
        case Period.YESTERDAY:
            return today - _DAY, today
        case Period.WEEK:
            return today - _DAY * ((today.weekday() + 1) % _DAYS_OF_WEEK), after
        case Period.AD_MONTH:
            return today.replace(day=1), after
        case Period.AD_LAST_MONTH:
            first = today.replace(day=1)
            return (first - _DAY).replace(day=1), first
        case Period.MONTH | Period.LAST_MONTH | Period.FISCAL_YEAR:
            return _in_bikram_sambat(period, today)
        case Period.ALL:
            return None


def is_known(period: Period, today: date) -> bool:
    """The period has days: those of a calendar that is not certain today have none."""
    return period is Period.ALL or days_of(period, today) is not None


def period_name(period: Period, today: date, language: Language) -> str:
    """The month or fiscal year that a period is; empty for others."""
    span = days_of(period, today)
    if span is None:
        return ""
    if period in (Period.AD_MONTH, Period.AD_LAST_MONTH):
        return ad_month_text(span[0], language)
    if period in (Period.MONTH, Period.LAST_MONTH):
        return bs_month_text(span[0], language)
    found = calendar()
    if period is Period.FISCAL_YEAR and found is not None:
        return found.fiscal_year(today) or ""
    return ""


def _in_bikram_sambat(period: Period, today: date) -> tuple[date, date] | None:
    first = _first_of_month(today)
    if first is None:
        return None
    if period is Period.MONTH:
        return first, today + _DAY
    if period is Period.LAST_MONTH:
        before = _first_of_month(first - _DAY)
        return None if before is None else (before, first)
    while first is not None and (found := bs_date(first)) is not None:
        if found.month == _SHRAWAN:
            return first, today + _DAY
        first = _first_of_month(first - _DAY)
    return None


def _first_of_month(day: date) -> date | None:
    found = bs_date(day)
    return None if found is None else day - _DAY * (found.day - 1)
