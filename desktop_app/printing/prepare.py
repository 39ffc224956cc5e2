"""Loads what papers and screens need of libraries, ahead of their first use."""

from __future__ import annotations

from datetime import date

from desktop_app.printing.dates import bs_date
from desktop_app.printing.words import english_number


def prepare() -> None:
    """Load calendar and number words; slow, so call it on a worker."""
    bs_date(date(2026, 1, 1))
    english_number(1)
