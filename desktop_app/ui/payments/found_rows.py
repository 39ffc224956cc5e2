"""Reads what a search finds around the rows that are seen: a million rows scroll like a hundred."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.payments.search import Position

if TYPE_CHECKING:
    from desktop_app.core.payments.search import FoundPage
    from desktop_app.ui.payments.day_list import DayList
    from desktop_app.ui.payments.reading import Shown
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

PAGE = 100
"""Payments of a search that are read at once."""

KEPT = 1000
"""Rows of a search that the table has; those that are farthest away are let go."""


class FoundRows(QObject):
    """Shows the next page where the table is near its end, and the one before near its start."""

    moved = Signal(object)
    """Other rows are shown (``Shown``)."""
    troubled = Signal(object)
    """More could not be read (``BhuktaniError``)."""

    def __init__(self, context: AppContext, table: DayList, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._shown: Shown | None = None
        self._job = 0
        table.near_end.connect(self.read_on)
        table.near_start.connect(self.read_back)

    def put(self, shown: Shown) -> None:
        """These rows are shown; what was read on to others is dropped."""
        self.stop()
        self._shown = shown

    def stop(self) -> None:
        """What is under way is not wanted any more."""
        self._context.tasks.cancel(self._job)
        self._job = 0

    def read_on(self) -> None:
        """Read the next ones, once at a time."""
        shown = self._shown
        if shown is None or shown.next is None or self._job:
            return
        wanted, order, after, most = shown.wanted, shown.chosen.order, shown.next, PAGE
        job = self._context.ledger_job(
            "read on",
            lambda ledger: ledger.history.find(wanted, order=order, after=after, most=most),
        )
        self._job = self._context.tasks.read(job, self._take_next)

    def read_back(self) -> None:
        """Read those before the first again, once at a time."""
        shown = self._shown
        if shown is None or shown.before is None or not shown.payments or self._job:
            return
        wanted, order, most = shown.wanted, shown.chosen.order.backwards, PAGE
        after = Position.of(shown.payments[0])
        job = self._context.ledger_job(
            "read back",
            lambda ledger: ledger.history.find(wanted, order=order, after=after, most=most),
        )
        self._job = self._context.tasks.read(job, self._take_before)

    def _take_next(self, done: Result[FoundPage]) -> None:
        self._job = 0
        if done.error is not None:
            self.troubled.emit(done.error)
        page, shown = done.value, self._shown
        if page is None or shown is None:
            return
        payments = shown.payments + page.payments
        gone = max(0, len(payments) - KEPT)
        before = Position.of(payments[gone - 1]) if gone else shown.before
        self._move(replace(shown, payments=payments[gone:], before=before, next=page.next))
        self._table.append_payments(page.payments, shown.providers)
        if gone:
            self._table.drop_first(gone)
        self._table.look_on()

    def _take_before(self, done: Result[FoundPage]) -> None:
        self._job = 0
        if done.error is not None:
            self.troubled.emit(done.error)
        page, shown = done.value, self._shown
        if page is None or shown is None:
            return
        # The farthest is where the rest ends, and is read again with it.
        found = page.payments if page.next is None else page.payments[:-1]
        payments = (*reversed(found), *shown.payments)
        gone = max(0, len(payments) - KEPT)
        kept = payments[: len(payments) - gone]
        after = Position.of(kept[-1]) if gone else shown.next
        # First: the table asks for more while its rows move.
        self._move(replace(shown, payments=kept, before=page.next, next=after))
        self._table.prepend_payments(tuple(reversed(found)), shown.providers)
        if gone:
            self._table.drop_last(gone)

    def _move(self, shown: Shown) -> None:
        self._shown = shown
        self.moved.emit(shown)
