"""How what is asked of a record grows with it, from a thousand payments to a million.

Each answer is compared with the best statement by hand over the same file.
"""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.exports.table import ExportKind, Row, row_of
from desktop_app.exports.write import all_found, write_export
from desktop_app.ledger.schema.column_types import read_moment, write_moment
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.ui.texts.exports import export_words
from tests.bench.bulk import EACH, LongRecord
from tests.bench.figure import Figure, Goal, at_most, times
from tests.bench.plot import Point, svg
from tests.bench.scale import FULL
from tests.bench.timing import take_turns
from tests.blank_ledger import blank_ledger
from tests.fakes import NOON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.bench.scale import Scale

_PLOT = Path(__file__).resolve().parents[2] / "docs" / "performance.svg"
_FIRST = 1000
_ACCOUNTS = 50_000
_QUICK = 10_000
"""Payments in the largest record of which each answer takes no more than milliseconds."""
_FEWEST = 10
"""Repeats of what takes longer; a median of fewer says little."""
_SECONDS = 15.0
"""For the repeats of one question. Only what takes longer than half a second has fewer than ten."""
_SHOWN = 200
"""As many as the start page reads."""
_DAY = """
    SELECT * FROM (
        SELECT count(*) FILTER (WHERE state = 'paid'), sum(amount) FILTER (WHERE state = 'paid'),
            sum(cash_tender) FILTER (WHERE NOT (
                state = 'not_paid' AND cash_returned_at IS NOT NULL AND cash_returned_at < :until)
                AND state <> 'recorded' AND abandoned = 0),
            min(recorded_at)
        FROM payments WHERE recorded_at >= :since AND recorded_at < :until
    ), (
        SELECT count(*), sum(cash_tender) FROM payments
        WHERE state NOT IN ('paid', 'not_paid') AND state <> 'recorded'
    ), (
        SELECT count(*), sum(cash_tender) FROM payments
        WHERE state = 'not_paid' AND cash_returned_at IS NULL AND abandoned = 0
        AND NOT EXISTS (SELECT 1 FROM tenders WHERE payment = payments.number
            AND kind = 'on_account' AND amount = payments.cash_due)
    ), (
        SELECT count(*), sum(cash_tender) FROM payments WHERE cash_returned_at IS NOT NULL
        AND cash_returned_at >= :since AND cash_returned_at < :until AND recorded_at < :since
    ), (
        SELECT (SELECT count(*) FROM payments
            WHERE reversed_at IS NOT NULL AND reversal_settled_at IS NULL)
        + (SELECT count(*) FROM payments WHERE doubted_at IS NOT NULL
            AND NOT (reversed_at IS NOT NULL AND reversal_settled_at IS NULL))
    )
"""
"""All figures of a day that the program shows."""
_PROVIDER = "vianet-updated"
_TOTALS = "SELECT state, count(*), sum(amount) FROM payments WHERE provider = ? GROUP BY state"
_TYPED = "99"
"""What is typed: it begins the receipt numbers of some payments."""
_SEARCH = """
    SELECT number, reference, environment, recorded_at, state, middle_references, provider,
        provider_name, account_id, customer_name, amount, operator, receipt, abandoned,
        cash_returned_at, reversed_at, reversal_settled_at, doubted_at
    FROM payment_words JOIN payments ON payments.number = payment_words.rowid
    WHERE payment_words MATCH ? ORDER BY payment_words.rowid DESC LIMIT ?
"""
"""What a list shows of each payment."""
_EXPORTED = 100_000
_FEW = 100
_LAST_OF = "SELECT recorded_at FROM payments ORDER BY recorded_at LIMIT 1 OFFSET ?"


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the record, and the same by hand."""

    name: str
    goals: tuple[Goal, ...]
    ask: Callable[[], object]
    by_hand: Callable[[], object]


def sizes(largest: int) -> list[int]:
    """The sizes at which is measured: each ten times the one before."""
    steps = round(math.log10(largest / _FIRST))
    return [_FIRST * 10**step for step in range(steps + 1)]


def bench(scale: Scale) -> list[Figure]:
    """The figures of the largest record; a full run draws how they came to be."""
    figures, points = _measured(scale)
    if scale == FULL:
        _PLOT.write_text(svg(points), encoding="utf-8")
    return figures


def _measured(scale: Scale) -> tuple[list[Figure], list[Point]]:
    """The figures of the largest record, and how they were on the way there."""
    figures: list[Figure] = []
    points: list[Point] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growing.db"
        ledger = blank_ledger(path)
        raw = open_file(path, BUSY_SECONDS)
        record = LongRecord(ledger, raw)
        for size in sizes(scale.largest):
            record.grow(size)
            figures.clear()
            for one in _questions(ledger, raw, size):
                repeats = scale.repeats if size <= _QUICK else min(scale.repeats, _FEWEST)
                ours, bare = take_turns(repeats, one.ask, one.by_hand, seconds=_SECONDS)
                points.append(Point(one.name, size, ours, bare))
                figures.append(
                    Figure(f"{one.name}, {size:,} payments", "ms", ours, bare, one.goals)
                )
        figures += (_suggestions(ledger, raw, scale), _export(ledger, raw, scale, Path(folder)))
        raw.close()
        ledger.close()
    return figures, points


def _questions(ledger: SqliteLedger, raw: sqlite3.Connection, size: int) -> list[Question]:
    end = NOON + (size + 1) * EACH
    since = end - timedelta(days=1)
    day = {"since": write_moment(since), "until": write_moment(end)}
    everything = PaymentFilter(provider=_PROVIDER)
    wanted = PaymentFilter(text=_TYPED)
    return [
        Question(
            "totals of a day",
            (times(1.5),),
            lambda: ledger.history.day(since, end),
            lambda: raw.execute(_DAY, day).fetchall(),
        ),
        Question(
            "totals of a filter that finds all",
            (times(1.5),),
            lambda: ledger.history.totals(everything),
            lambda: raw.execute(_TOTALS, (_PROVIDER,)).fetchall(),
        ),
        Question(
            "search as you type, first 200 rows",
            (times(1.5), at_most(50)),
            lambda: ledger.history.find(wanted, most=_SHOWN),
            lambda: raw.execute(_SEARCH, (f'"{_TYPED}"*', _SHOWN + 1)).fetchall(),
        ),
    ]


def _suggestions(ledger: SqliteLedger, raw: sqlite3.Connection, scale: Scale) -> Figure:
    """What the start page's list of known customers costs."""
    raw.execute(
        """
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        INSERT INTO accounts (company, account_key, provider, account_id, customer_name, branch,
            looked_up_at, entry)
        SELECT 'worldlink', printf('customer%07d', n), 'vianet-updated', 'customer' || n,
            'Sabina ' || n, '', ?, '{}' FROM numbers
        """,
        (min(_ACCOUNTS, scale.largest), write_moment(NOON)),
    )

    def by_hand() -> object:
        newest = "SELECT * FROM accounts ORDER BY looked_up_at DESC LIMIT ?"
        return raw.execute(newest, (_SHOWN,)).fetchall()

    ours, bare = take_turns(
        scale.repeats, lambda: ledger.accounts.known(Environment.TEST, most=_SHOWN), by_hand
    )
    name = f"suggestions, {min(_ACCOUNTS, scale.largest):,} accounts"
    return Figure(name, "ms", ours, bare, (at_most(16),))


def _export(ledger: SqliteLedger, raw: sqlite3.Connection, scale: Scale, folder: Path) -> Figure:
    """An Excel workbook of many payments, beside XlsxWriter with the same rows in hand."""
    count = min(_EXPORTED, scale.largest)
    (last,) = raw.execute(_LAST_OF, (count - 1,)).fetchone()
    wanted = PaymentFilter(until=read_moment(last) + EACH / 2)
    words = export_words("")
    rows = [row_of(payment, words) for payment in all_found(ledger.history, wanted)]

    def program(wanted: PaymentFilter = wanted) -> None:
        found = all_found(ledger.history, wanted)
        write_export(folder / "found.xlsx", ExportKind.EXCEL, found, words, lambda _rows: None)

    def alone(rows: Sequence[Row] = rows) -> None:
        book = xlsxwriter.Workbook(folder / "alone.xlsx", {"constant_memory": True})
        sheet = book.add_worksheet()
        day, time, money = (
            book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "hh:mm:ss", "#,##0.00")
        )
        for at, row in enumerate(rows):
            moment = row.at.replace(tzinfo=None)
            sheet.write_datetime(at, 0, moment.date(), day)
            sheet.write_datetime(at, 1, moment.time(), time)
            for column, cell in enumerate(row.cells, start=2):
                if isinstance(cell, Money):
                    sheet.write_number(at, column, cell.paisa / 100, money)
                elif isinstance(cell, int):
                    sheet.write_number(at, column, cell)
                elif cell:
                    sheet.write_string(at, column, cell)
        book.close()

    # To load what is loaded once, a few rows are enough.
    program(PaymentFilter(until=NOON + _FEW * EACH))
    alone(rows[:_FEW])
    ours, bare = take_turns(2, program, alone, is_warm=True)
    return Figure(f"export of {len(rows):,} payments to Excel", "ms", ours, bare, (times(1.5),))
