"""Reads the sums of a search beside its rows, which do not wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.search import FoundTotals
    from desktop_app.ui.payments.day_list import DayList
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class FoundSums(QObject):
    """Shows below the list how many payments a search finds, and for how much."""

    troubled = Signal(object)
    """They could not be read (``BhuktaniError``)."""

    def __init__(self, context: AppContext, table: DayList, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self._job = 0
        self._totals: FoundTotals | None = None
        self._has_rows = False

    def read(self, job: Callable[[Ledger], FoundTotals], *, is_same_search: bool) -> None:
        """Read the sums; those of the same search stay until there are others."""
        self._context.tasks.cancel(self._job)
        self._has_rows = self._has_rows and is_same_search
        if not is_same_search:
            self._totals = None
        summing = self._context.ledger_job("sum what is found", job)
        self._job = self._context.tasks.read(summing, self._take)

    def stop(self) -> None:
        """Cancel the reading: nothing is searched for."""
        self._context.tasks.cancel(self._job)
        self._totals, self._has_rows = None, False

    def show(self) -> None:
        """Show the sums below the rows, which have arrived."""
        self._has_rows = True
        if self._totals is None and self._context.tasks.awaits(self._job):
            self._table.show_counting()
        else:
            self._table.show_totals(self._totals)

    def _take(self, done: Result[FoundTotals]) -> None:
        if done.error is not None:
            self.troubled.emit(done.error)
        self._totals = done.value
        if self._has_rows:
            self.show()
