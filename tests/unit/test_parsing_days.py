"""The day on which an account runs out, as companies write it."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.providers.families import parsing
from tests.tables import each


@each(
    ("written", "day"),
    [
        ("2026-12-25T23:59:59", date(2026, 12, 25)),
        ("2031-05-14", date(2031, 5, 14)),
        (" 2031-05-14 ", date(2031, 5, 14)),
        ("2031-02-28 11:15:00", date(2031, 2, 28)),
        # 23:00 in Greenwich is the next morning in Nepal.
        ("2026-12-25T23:00:00Z", date(2026, 12, 26)),
        ("2026-12-25T23:00:00+05:45", date(2026, 12, 25)),
        ("", None),
        ("soon", None),
        ("2026-02-30", None),
        ("0000-00-00", None),
        (None, None),
        (20261225, None),
        (True, None),
        ({"at": "2026-12-25"}, None),
    ],
)
def test_a_day_is_read_in_every_form_that_companies_write(written: Any, day: date | None) -> None:
    assert parsing.day_of(written) == day
