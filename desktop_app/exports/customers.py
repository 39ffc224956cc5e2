"""Customers as a workbook for Excel or as CSV: one row for each account, and for who has none."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import xlsxwriter

from desktop_app.core.cancellation import raise_if_given_up
from desktop_app.core.customers import NEVER
from desktop_app.exports.comma_separated import defused
from desktop_app.exports.table import ExportKind
from desktop_app.exports.whole_file import whole_file
from desktop_app.exports.wide_buffer import BUFFER, widen
from desktop_app.formatting.dates import local
from desktop_app.formatting.typed_day import bs_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from desktop_app.core.customer_book import CustomerLine

Cell = str | date | None

_OFTEN = 500
_HEAD = 2
_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Nothing that a customer's name can hold becomes a formula or a link."""


class CustomerColumn(StrEnum):
    """A column, in the order of the file."""

    NAME = "name"
    PHONE = "phone"
    COMPANY = "company"
    ACCOUNT = "account"
    NOTE = "note"
    COMPANY_NAME = "company_name"
    FAVOURITE = "favourite"
    RUNS_OUT = "runs_out"
    RUNS_OUT_BS = "runs_out_bs"
    ASKED = "asked"
    TOLD = "told"
    PAID = "paid"
    OFFER = "offer"


_WIDTHS = {CustomerColumn.NAME: 26, CustomerColumn.NOTE: 36, CustomerColumn.OFFER: 30}
_WIDTH = 16


@dataclass(frozen=True, slots=True)
class CustomerWords:
    """The words of the file in one language; ``companies`` are names by slug."""

    columns: Mapping[CustomerColumn, str]
    sheet: str
    description: str
    yes: str
    companies: Mapping[str, str]


def write_customers(
    path: Path,
    kind: ExportKind,
    lines: Iterable[CustomerLine],
    words: CustomerWords,
    on_progress: Callable[[int], None],
) -> int:
    """Write customers, in their order, into a file in place of what has that name; return how
    many.

    Raises:
        OSError: it cannot be written there; the old file, if any, is as it was.
        GivenUp: nobody waits for it any more (``core.cancellation``); likewise.
    """
    rows = 0
    opened = _workbook if kind is ExportKind.EXCEL else _comma_separated
    with whole_file(path) as new:
        with opened(new, words) as write:
            for line in lines:
                raise_if_given_up()
                write(_cells(line, words))
                rows += 1
                if rows % _OFTEN == 0:
                    on_progress(rows)
        on_progress(rows)
        # To put a long workbook together takes seconds after its last row.
        raise_if_given_up()
    return rows


def _cells(line: CustomerLine, words: CustomerWords) -> tuple[Cell, ...]:
    card, known = line.card, line.account
    kept = (card.name, card.phone, card.note) if card is not None else (line.name, "", "")
    name, phone, note = kept
    is_favourite = card is not None and card.is_favourite
    told = _day(line.reminded_at)
    runs_out = line.expires_on
    bs = "" if runs_out is None else bs_numbers(runs_out)
    star = words.yes if is_favourite else ""
    if known is None:
        return (name, phone, "", "", note, "", star, runs_out, bs, None, told, None, "")
    company = words.companies.get(known.provider, known.provider)
    asked = None if known.looked_up_at == NEVER else _day(known.looked_up_at)
    return (
        name,
        phone,
        company,
        known.account_id,
        note,
        known.customer_name,
        star,
        runs_out,
        bs,
        asked,
        told,
        _day(known.last_paid_at),
        known.last_offer,
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else local(moment).date()


@contextmanager
def _comma_separated(
    path: Path, words: CustomerWords
) -> Iterator[Callable[[tuple[Cell, ...]], object]]:
    with path.open("w", BUFFER, encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(words.columns.values())

        def write(cells: tuple[Cell, ...]) -> None:
            texts = (c.isoformat() if isinstance(c, date) else defused(c or "") for c in cells)
            writer.writerow(texts)

        yield write


@contextmanager
def _workbook(path: Path, words: CustomerWords) -> Iterator[Callable[[tuple[Cell, ...]], object]]:
    options = {"constant_memory": True, "tmpdir": str(path.parent), **_SAFE}
    book = xlsxwriter.Workbook(path, options)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(words.sheet)
    widen(sheet)
    for index, column in enumerate(CustomerColumn):
        sheet.set_column(index, index, _WIDTHS.get(column, _WIDTH))
    sheet.write_string(0, 0, words.description, book.add_format({"italic": True}))
    for index, name in enumerate(words.columns.values()):
        sheet.write_string(_HEAD - 1, index, name, head)
    sheet.freeze_panes(_HEAD, 0)
    at = _HEAD

    def write(cells: tuple[Cell, ...]) -> None:
        nonlocal at
        for index, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(at, index, cell, day)
            elif cell:
                sheet.write_string(at, index, cell)
        at += 1

    try:
        yield write
        book.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error
    finally:
        # Its parts lie in the folder that is about to be removed.
        if not book.fileclosed:
            sheet.row_data_fh.close()
