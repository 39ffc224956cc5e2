"""The same rows as CSV, for programs that read no workbook."""

from __future__ import annotations

import csv
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.core.money import Money
from desktop_app.exports.wide_buffer import BUFFER

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.exports.table import Cell, ExportWords, Row, Totals

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for a formula at the start of a cell."""


class CommaSeparated:
    """Writes one row after the other (``exports.table.Writer``), in UTF-8 with Excel's mark."""

    def __init__(self, path: Path, words: ExportWords) -> None:
        self._file = path.open("w", BUFFER, encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(words.columns.values())

    def add(self, row: Row) -> None:
        """Write one payment."""
        at = row.at
        day, time = f"{at:%Y-%m-%d}", f"{at:%H:%M:%S}"
        self._csv.writerow([day, time, *(_text(cell) for cell in row.cells)])

    def finish(self, totals: Totals) -> None:
        """Close the file. It has no sums: a program that reads it would take them for payments."""
        self._file.close()

    def abandon(self) -> None:
        """Let the file go as it is."""
        with suppress(OSError):
            self._file.close()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Money():
            return f"{cell.decimal:.2f}"
        case int():
            return str(cell)
        case _:
            return defused(cell)


def defused(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
