"""Loads what papers and screens need of libraries, ahead of their first use."""

from __future__ import annotations

from datetime import date

from desktop_app.formatting.amount_in_words import english_number
from desktop_app.formatting.dates import bs_date


def prepare() -> None:
    """Load calendar and number words; slow, so call it on a worker."""
    bs_date(date(2026, 1, 1))
    english_number(1)
