"""Counts on the rail what waits, and what must be given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.clock import AND_LATER
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged

if TYPE_CHECKING:
    from desktop_app.core.payments.ports import DayFigures
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result
    from desktop_app.ui.widgets import Rail

_UNCOUNTED = frozenset({Cause.PRINTED, Cause.PHONE_NOTED})
"""What leaves the count as it is."""


class WaitingBadge(QObject):
    """Keeps the number beside Waiting."""

    troubled = Signal(object)
    """The payments could not be counted; carries the error."""

    def __init__(self, context: AppContext, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._rail = rail
        self._job = 0
        context.changes.changed.connect(self._payments_changed)

    def refresh(self) -> None:
        """Count again."""
        clock = self._context.clock
        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(
            self._context.ledger_job(
                "count the day",
                lambda ledger: ledger.history.day(clock.start_of_day(), clock.now() + AND_LATER),
            ),
            self._take_day,
        )

    def _payments_changed(self, change: PaymentsChanged) -> None:
        if change.cause not in _UNCOUNTED:
            self.refresh()

    def _take_day(self, done: Result[DayFigures]) -> None:
        if done.value is None:
            if done.error is not None:
                self.troubled.emit(done.error)
            return
        day = done.value
        count = day.waiting_count + day.to_return_count + day.came_back_count
        self._rail.set_badge("waiting", str(count) if count else "")
