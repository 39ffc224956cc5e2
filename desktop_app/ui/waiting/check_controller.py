"""Look-ups of waiting payments that a person asks for: of one, or of all that are due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

T = TypeVar("T")


class CheckController(QObject):
    """Runs on the worker for look-ups, one call to the service at a time."""

    progressed = Signal()
    """What is being looked up has changed."""
    answered = Signal()
    """Some of those that are due were looked up while the page is seen."""
    finished = Signal()
    """All that were due were looked up, without an error."""
    refused = Signal(object)
    """A look-up was not made; carries the error."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        # Queued: not while a page and its neighbours are being taken down.
        self.destroyed.connect(context.changes.notify_gathered, Qt.ConnectionType.QueuedConnection)
        self._context = context
        self._environment = context.environment
        self._numbers: set[int] = set()
        self._seen: set[int] = set()
        self._total = self._errors = 0
        self.is_running = False
        self.has_settled = False

    def covers(self, number: int) -> bool:
        """The payment is being looked up, or may be any moment."""
        return self.is_running or number in self._numbers

    @property
    def at(self) -> tuple[int, int]:
        """The position of the payment that is being looked up, and their number."""
        total = max(self._total, 1)
        return min(len(self._seen) + 1, total), total

    @property
    def done(self) -> int:
        """The number of payments that the last run looked up."""
        return len(self._seen)

    # --- one ------------------------------------------------------------------------------

    def check(self, number: int) -> None:
        """Look one payment up; nothing while it is being looked up."""
        if self.covers(number):
            return
        self._numbers.add(number)
        till = self._context.session.counter().till
        job = self._at_desk("check a payment", lambda desk: desk.check(number, till))
        self._context.tasks.check(job, partial(self._take_one, number))
        self.progressed.emit()

    def _take_one(self, number: int, done: Result[Payment]) -> None:
        self._numbers.discard(number)
        if done.value is not None:
            self._context.changes.notify(Cause.CHECKED, done.value)
        else:
            self._refuse(done.error)
        self.progressed.emit()

    # --- all that are due -----------------------------------------------------------------

    def check_due(self) -> None:
        """Look up until nothing is due any more; an error of one does not stop the others.

        It is one request, so that it is told of once, at its end; the list follows meanwhile.
        """
        if self.is_running:
            return
        self.is_running, self.has_settled = True, False
        self._seen.clear()
        self._total = self._errors = 0

        def count(desk: PaymentDesk) -> int:
            waiting = desk.waiting()
            return sum(one.seconds_left <= 0 and one.blocker is None for one in waiting)

        self._context.tasks.read(self._at_desk("count what is due", count), self._take_count)
        self.progressed.emit()

    def _take_count(self, done: Result[int]) -> None:
        self._total = done.value or 0
        self._refuse(done.error)
        self._next()

    def _next(self) -> None:
        till = self._context.session.counter().till
        job = self._at_desk("check the next payment", lambda desk: desk.check_next(till))
        self._context.tasks.check(job, self._take_next)
        self.progressed.emit()

    def _at_desk(self, name: str, work: Callable[[PaymentDesk], T]) -> DeskJob[T]:
        return DeskJob(name, self._environment, self._context.environments, work)

    def _take_next(self, done: Result[tuple[Payment, ...]]) -> None:
        if done.value:
            self._seen.update(payment.number for payment in done.value)
            self._context.changes.gather(Cause.CHECKED, *done.value)
            if any(payment.state is not PaymentState.WAITING for payment in done.value):
                self.has_settled = True
            if self._page.isVisible():
                self.answered.emit()
            else:
                # Nobody follows the run: who looks at something else is told at once.
                self._context.changes.notify_gathered()
            self._next()
            return
        if done.value is None:
            self._errors += 1
            self._refuse(done.error)
            if self._errors <= self._total:
                self._next()  # it has put the payment behind the others
                return
        self.is_running = False
        self._context.changes.notify_gathered()
        if not self._errors:
            self.finished.emit()
        self.progressed.emit()

    def _refuse(self, error: BhuktaniError | None) -> None:
        if error is not None:
            self.refused.emit(error)
