"""The workbook for Excel: payments with real dates and numbers, and the totals of each day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

import xlsxwriter

from desktop_app.core.money import PAISA_PER_RUPEE, Money
from desktop_app.exports.table import (
    AMOUNTS,
    Cell,
    Column,
    DayColumn,
    ExportWords,
    Row,
    Totals,
)
from desktop_app.exports.wide_buffer import widen
from desktop_app.formatting.typed_day import bs_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_000_000
"""Payments on one sheet; Excel has room for 48,576 more."""
_HEAD = 2
"""Rows above the payments: what was asked for, and the names of the columns."""
_MONEY = "[>=10000000]#\\,##\\,##\\,##0.00;[>=100000]#\\,##\\,##0.00;#,##0.00"
"""1,00,000.00, as amounts are written in Nepal."""
_WIDE = {
    Column.COMPANY: 20,
    Column.CUSTOMER: 26,
    Column.ACCOUNT: 18,
    Column.OFFER: 30,
    Column.RECEIPT: 18,
    Column.DEBTOR: 20,
    Column.TRANSACTION_ID: 26,
    Column.REFERENCE: 36,
}
_WIDTH = 13
_DAY_NOUGHT = date(1899, 12, 30).toordinal()
"""Excel counts days from here, for all after February 1900."""
_DAY_SECONDS = 86_400


class Workbook:
    """Writes one row after the other, and holds none of them (``exports.table.Writer``)."""

    def __init__(self, path: Path, words: ExportWords) -> None:
        self._words = words
        # Nothing that a customer's name can hold becomes a formula or a link.
        safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(
            path, {"constant_memory": True, "tmpdir": str(path.parent), **safe}
        )
        self._formats = {
            name: self._book.add_format(look)
            for name, look in (
                ("head", {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
                ("about", {"italic": True}),
                ("date", {"num_format": "yyyy-mm-dd"}),
                ("time", {"num_format": "hh:mm:ss"}),
                ("money", {"num_format": _MONEY}),
                ("total", {"bold": True, "top": 1}),
                ("sum", {"bold": True, "top": 1, "num_format": _MONEY}),
            )
        }
        self._sheets = 0
        self._sheet = self._begin()
        self._at = _HEAD

    def _begin(self) -> Worksheet:
        self._sheets += 1
        words, name = self._words, self._words.payments
        sheet = self._book.add_worksheet(name if self._sheets == 1 else f"{name} {self._sheets}")
        widen(sheet)
        for index, column in enumerate(Column):
            sheet.set_column(index, index, _WIDE.get(column, _WIDTH))
        self._head(sheet, words.columns)
        return sheet

    def _head(self, sheet: Worksheet, columns: Mapping[Any, str]) -> None:
        sheet.write_string(0, 0, self._words.description, self._formats["about"])
        for index, name in enumerate(columns.values()):
            sheet.write_string(_HEAD - 1, index, name, self._formats["head"])
        sheet.freeze_panes(_HEAD, 0)

    def add(self, row: Row) -> None:
        """Write one payment."""
        if self._at == MAX_ROWS + _HEAD:
            self._sheet, self._at = self._begin(), _HEAD
        # As numbers, as Excel has them: XlsxWriter takes longer to convert than to write them.
        day, time = row.at.toordinal() - _DAY_NOUGHT, row.at.time()
        seconds = (time.hour * 60 + time.minute) * 60 + time.second + time.microsecond / 1e6
        self._sheet.write_number(self._at, 0, day, self._formats["date"])
        self._sheet.write_number(self._at, 1, seconds / _DAY_SECONDS, self._formats["time"])
        self._cells(self._sheet, self._at, row.cells)
        self._at += 1

    def _cells(self, sheet: Worksheet, at: int, cells: Iterable[Cell]) -> None:
        money = self._formats["money"]
        for index, cell in enumerate(cells, start=2):
            if isinstance(cell, Money):
                sheet.write_number(at, index, cell.paisa / PAISA_PER_RUPEE, money)
            elif isinstance(cell, int):
                sheet.write_number(at, index, cell)
            elif cell:
                sheet.write_string(at, index, cell)

    def finish(self, totals: Totals) -> None:
        """Write the sums below the payments, and the sheet of the days; the file is there then.

        Raises:
            OSError: the file cannot be written.
        """
        if totals.rows:
            sums = ((self._words.total_paid, totals.paid), (self._words.total_all, totals.all))
            for words, amounts in sums:
                self._sums(words, amounts)
                self._at += 1
        self._days(totals)
        try:
            self._book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(str(error)) from error

    def abandon(self) -> None:
        """Let the parts go, so that their folder can be removed."""
        for sheet in self._book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()

    def _sums(self, words: str, amounts: Mapping[Column, Money]) -> None:
        for index, column in enumerate(Column):
            if column in AMOUNTS:
                value = amounts[column].paisa / PAISA_PER_RUPEE
                self._sheet.write_number(self._at, index, value, self._formats["sum"])
            else:
                text = words if index == 0 else ""
                self._sheet.write_string(self._at, index, text, self._formats["total"])

    def _days(self, totals: Totals) -> None:
        sheet = self._book.add_worksheet(self._words.days)
        sheet.set_column(0, len(DayColumn) - 1, _WIDTH)
        self._head(sheet, self._words.day_columns)
        for at, (day, sums) in enumerate(sorted(totals.days.items()), start=_HEAD):
            sheet.write_datetime(at, 0, day, self._formats["date"])
            sheet.write_string(at, 1, bs_numbers(day))
            self._cells(sheet, at, sums.cells)
