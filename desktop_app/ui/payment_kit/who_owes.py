"""Reads who owes the part of a bill that is on account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class WhoOwes(QObject):
    """``told`` carries the payment that was asked for last, and the name."""

    told = Signal(object, str)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = 0

    def ask(self, payment: Payment) -> None:
        """Read it, if somebody owes a part of the payment."""
        tasks = self._context.tasks
        tasks.cancel(self._job)
        if payment.order.on_account:
            work = partial(self._context.on_account.name_of_debtor, payment.order)
            self._job = tasks.read(Job("read who owes a bill", work), partial(self._take, payment))

    def _take(self, payment: Payment, done: Result[str]) -> None:
        self._context.session.report(done.error)
        if done.value:
            self.told.emit(payment, done.value)
