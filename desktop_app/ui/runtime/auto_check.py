"""Looks waiting payments up automatically, and tells what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.runtime.changes import Cause, PaymentChanges
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.ports import EnvironmentsPort
    from desktop_app.ui.runtime.tasks import Result, Tasks

_INTERVAL_MS = 10_000
_MAX_IN_A_ROW = 5
"""A few at a time: the rest of a long list waits for the timer."""


class AutoChecker(QObject):
    """Asks the desk every few seconds for the next due look-up.

    One look-up is one job on the worker for look-ups, so that what a person asks for waits behind
    one at most; a payment waits behind none. While one is being sent, none is begun.
    """

    troubled = Signal(object)
    """The look-ups could not go on."""

    def __init__(
        self,
        environments: EnvironmentsPort,
        changes: PaymentChanges,
        tasks: Tasks,
        flow: Flow,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._environments = environments
        self._changes = changes
        self._tasks = tasks
        self._flow = flow
        self._under_way = False
        self._in_a_row = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Start the timer, and look up what is due now."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look the next few due payments up, while nothing is being sent."""
        self._in_a_row = 0
        self._look()

    def _look(self) -> None:
        if self._under_way or self._flow.sending:
            return
        self._under_way = True
        job = Job("check the next waiting payment", self._environments.check_next)
        self._tasks.check(job, self._take)

    def _take(self, done: Result[tuple[Payment, ...]]) -> None:
        self._under_way = False
        if done.error is not None:
            self.troubled.emit(done.error)
        checked = done.value or ()
        if checked:
            self._changes.notify(Cause.CHECKED_AUTOMATICALLY, *checked)
            self._in_a_row += 1
            if self._in_a_row < _MAX_IN_A_ROW:
                # Another may be due, and need not wait for the timer.
                QTimer.singleShot(0, self._look)
