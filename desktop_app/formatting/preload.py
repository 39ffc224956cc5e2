"""Loads what papers and screens need of files and libraries, ahead of their first use."""

from __future__ import annotations

from desktop_app.formatting.amount_in_words import english_number
from desktop_app.formatting.dates import calendar


def prepare() -> None:
    """Load calendar and number words; slow, so call it on a worker."""
    calendar()
    english_number(1)
