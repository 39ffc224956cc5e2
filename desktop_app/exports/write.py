"""Writes an export beside its place, and puts it there when it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.cancellation import raise_if_given_up
from desktop_app.exports.comma_separated import CommaSeparated
from desktop_app.exports.table import ExportKind, ExportWords, Totals, Writer, row_of
from desktop_app.exports.whole_file import whole_file
from desktop_app.exports.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop_app.core.payments.exported import ExportedPayment
    from desktop_app.core.payments.ports import PaymentHistory
    from desktop_app.core.payments.search import PaymentFilter

_MANY = 500
"""Payments that are read at once."""

_OFTEN = 500
"""Rows between two words on how far it is."""


def all_found(history: PaymentHistory, wanted: PaymentFilter) -> Iterator[ExportedPayment]:
    """What is exported of all payments that a search finds, oldest first, read page by page.

    Payments go on between two pages: what is recorded meanwhile comes at the end.

    Raises:
        LedgerError: the record cannot be read.
    """
    after = 0
    while True:
        page = history.exported(wanted, after=after, most=_MANY)
        yield from page
        if len(page) < _MANY:
            return
        after = page[-1].number


def write_export(
    path: Path,
    kind: ExportKind,
    payments: Iterable[ExportedPayment],
    words: ExportWords,
    on_progress: Callable[[int], None],
) -> Totals:
    """Write payments, in their order, into a file in place of what has that name.

    Args:
        payments: read one after the other; none is held.
        on_progress: told now and then how many rows are written.

    Raises:
        OSError: it cannot be written there; the old file, if any, is as it was.
        GivenUp: nobody waits for it any more (``core.cancellation``); likewise.
    """
    with whole_file(path) as new:
        totals = _write(new, kind, payments, words, on_progress)
        # To put a long workbook together takes seconds after its last row.
        raise_if_given_up()
        return totals


def _write(
    new: Path,
    kind: ExportKind,
    payments: Iterable[ExportedPayment],
    words: ExportWords,
    on_progress: Callable[[int], None],
) -> Totals:
    totals = Totals()
    writer: Writer = (
        Workbook(new, words) if kind is ExportKind.EXCEL else CommaSeparated(new, words)
    )
    try:
        for payment in payments:
            raise_if_given_up()
            row = row_of(payment, words)
            writer.add(row)
            totals.add(payment, row)
            if totals.rows % _OFTEN == 0:
                on_progress(totals.rows)
        writer.finish(totals)
    except BaseException:
        writer.abandon()
        raise
    on_progress(totals.rows)
    return totals
