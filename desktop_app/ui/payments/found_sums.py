"""Sums what a search finds, beside its rows: those wait for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.search import FoundTotals
    from desktop_app.ui.payments.day_list import DayList
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class FoundSums(QObject):
    """Shows below the list how many payments a search finds, and for how much."""

    def __init__(self, context: AppContext, table: DayList, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._job = 0
        self._totals: FoundTotals | None = None
        self._has_rows = False

    def read(self, job: Callable[[Ledger], FoundTotals], *, again: bool) -> None:
        """Sum what is found; the sums of the same search stay until there are others."""
        self._context.tasks.cancel(self._job)
        self._has_rows = self._has_rows and again
        if not again:
            self._totals = None
        summing = self._context.ledger_job("sum what is found", job)
        self._job = self._context.tasks.read(summing, self._take)

    def stop(self) -> None:
        """Nothing is searched for."""
        self._context.tasks.cancel(self._job)
        self._totals, self._has_rows = None, False

    def show(self) -> None:
        """The rows are there."""
        self._has_rows = True
        self._table.show_totals(self._totals)

    def _take(self, done: Result[FoundTotals]) -> None:
        self._context.session.report(done.error)
        self._totals = done.value
        if self._has_rows:
            self._table.show_totals(self._totals)
