"""Records a person's actions on a payment in Waiting: cash returned, a decision, a phone number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.runtime.changes import Cause
from desktop_app.ui.runtime.jobs import DeskJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class PaymentActions(QObject):
    """Runs on the worker for records; one thing at a time for a payment."""

    recorded = Signal(object)
    """The payment after its decision, or after its cash was returned."""
    refused = Signal(object)
    """Neither could be recorded; carries the error."""
    phone_kept = Signal(object)
    phone_refused = Signal(int)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._environment = context.environment
        self._busy: set[int] = set()

    def is_busy(self, number: int) -> bool:
        """Something is being recorded about this payment."""
        return number in self._busy

    def return_cash(self, number: int) -> None:
        """The customer has the cash back: recorded once."""
        if number in self._busy:
            return
        self._busy.add(number)
        job = self._at_desk(
            "record that the cash was given back", lambda desk: desk.cash_returned(number)
        )
        self._context.tasks.record(job, partial(self._take, number))

    def decide(self, number: int, was_paid: bool, reason: str, by: str) -> None:
        """The owner's decision."""
        if number in self._busy:
            return
        self._busy.add(number)
        job = self._at_desk(
            "record the owner's decision",
            lambda desk: desk.decide(number, was_paid=was_paid, reason=reason, by=by),
        )
        self._context.tasks.record(job, partial(self._take, number))

    def note_phone(self, number: int, phone: str) -> None:
        """The customer's phone; empty to remove it."""
        job = self._at_desk("note the phone number", lambda desk: desk.note_phone(number, phone))
        self._context.tasks.record(job, partial(self._take_phone, number))

    def _at_desk(self, name: str, work: Callable[[PaymentDesk], Payment]) -> DeskJob[Payment]:
        return DeskJob(name, self._environment, self._context.environments, work)

    def _take(self, number: int, done: Result[Payment]) -> None:
        self._busy.discard(number)
        if done.value is not None:
            self.recorded.emit(done.value)
            self._context.changes.tell(Cause.RECORDED, done.value)
        else:
            self.refused.emit(done.error)

    def _take_phone(self, number: int, done: Result[Payment]) -> None:
        if done.value is not None:
            self.phone_kept.emit(done.value)
            self._context.changes.tell(Cause.PHONE_NOTED, done.value)
        else:
            self.phone_refused.emit(number)
