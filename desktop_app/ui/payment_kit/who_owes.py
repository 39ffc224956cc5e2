"""Reads who owes the part of a bill that is on account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.tenders import debtor_of
from desktop_app.ui.runtime.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.tenders import Tender
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class WhoOwes(QObject):
    """Reads the name on a worker; ``told`` carries what was asked about last, and the name."""

    told = Signal(object, str)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = 0

    def ask_of_payment(self, payment: Payment) -> None:
        """Read it, if somebody owes a part of the payment."""
        order = payment.order
        self.ask(payment, order.environment, order.other_tenders)

    def ask(self, asked: object, environment: Environment, tenders: Sequence[Tender]) -> None:
        """Read it, if somebody owes one of the tenders. ``told`` then carries ``asked``."""
        tasks = self._context.tasks
        tasks.cancel(self._job)
        if debtor_of(tenders) is not None:
            work = partial(self._context.on_account.name_of_debtor, environment, tenders)
            self._job = tasks.read(
                Job("read who owes a bill", work), partial(self._take, environment, asked)
            )

    def _take(self, environment: Environment, asked: object, done: Result[str]) -> None:
        if environment is self._context.session.environment:
            # Of another one's record the window says nothing: it leads to the backups of this one.
            self._context.session.report(done.error)
        if done.value:
            self.told.emit(asked, done.value)
