"""Breaks of receipt numbers: their fiscal year, and the days of which it is certain."""

from __future__ import annotations

from tests.mutants.mutant import Mutant

_CALENDAR = "desktop_app/formatting/bikram_sambat.py"
_NUMBERS = "desktop_app/formatting/numbers.py"
_RECEIPTS = "desktop_app/core/receipts.py"

CALENDAR = ("tests/unit/test_calendar.py",)
RECEIPTS = ("tests/unit/test_receipts.py",)

IN_RECEIPTS = (
    Mutant(
        "a day that is not certain has a Nepali date",
        "money",
        _CALENDAR,
        "return self.tabled(day) if self.first <= day <= self.last else None",
        "return self.tabled(day)",
        CALENDAR,
    ),
    Mutant(
        "a fiscal year begins with Baisakh",
        "money",
        _CALENDAR,
        "begun = found.year if found.month >= _SHRAWAN else found.year - 1",
        "begun = found.year",
        CALENDAR,
    ),
    Mutant(
        "a later table may be certain of less",
        "money",
        _CALENDAR,
        "return covers and self.compiled > other.compiled",
        "return self.compiled > other.compiled",
        CALENDAR,
    ),
    Mutant(
        "an older table takes the place of ours",
        "money",
        _CALENDAR,
        "return covers and self.compiled > other.compiled",
        "return covers",
        CALENDAR,
    ),
    Mutant(
        "a year whose days do not add up is believed",
        "money",
        _CALENDAR,
        '_require(following.first_day == _day_after(year), f"{year.year} has another length")',
        "_require(following.first_day > year.first_day, str(year.year))",
        CALENDAR,
    ),
    Mutant(
        "the fiscal year changes at the computer's midnight",
        "money",
        _NUMBERS,
        "    day = local(at).date()\n",
        "    day = at.date()\n",
        RECEIPTS,
    ),
    Mutant(
        "a typed number finds the receipt of another fiscal year",
        "money",
        _RECEIPTS,
        "and self.series in (None, receipt.series)",
        "and True",
        RECEIPTS,
    ),
    Mutant(
        "receipts of version 0.1.0 are numbered anew",
        "money",
        _RECEIPTS,
        'prefix = self.prefix if self.series else ""',
        "prefix = self.prefix",
        RECEIPTS,
    ),
    Mutant(
        "receipts of a new fiscal year go on with the old numbers",
        "money",
        "desktop_app/application/environments.py",
        "ledger_path(self._data_folder, environment), series_of=receipt_series",
        "ledger_path(self._data_folder, environment)",
        ("tests/gui/test_receipt_numbers.py",),
    ),
)
