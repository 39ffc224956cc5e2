"""What stands in the way of a payment at Confirm: earlier ones like it, and trouble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.ui.runtime.jobs import DeskJob

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow
    from desktop_app.core.payments.duplicates import Duplicates
    from desktop_app.ui.runtime.changes import PaymentsChanged
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_PASSING = frozenset(
    {
        Problem.DISK_FULL,
        Problem.LEDGER_LOCKED,
        Problem.LEDGER_READ_ONLY,
        Problem.LEDGER_FAILED,
        Problem.VAULT_LOCKED,
        Problem.VAULT_FAILED,
        Problem.TENDERS_DIFFER,
        Problem.OVER_LIMIT,
    }
)
"""Trouble after which the same payment may be tried again: the desk checks all anew."""

_ASKED_ABOUT = (Problem.ALREADY_OPEN, Problem.ALREADY_PAID)
"""The question about the payment that came in between says more."""


class PaymentBlockers(QObject):
    """Looks for earlier payments, and holds what the clerk must know before Pay.

    ``looked`` is sent when the answer is there. It is True where other earlier payments were found
    than were known, or some are gone; the flow has them by then.
    """

    looked = Signal(bool)

    def __init__(self, context: AppContext, flow: Flow, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._flow = flow
        self._job = 0
        self._is_known = False
        self._error: BhuktaniError | None = None

    def begin(self) -> None:
        """Another payment stands at Confirm, or the same one again."""
        self._is_known, self._error = False, None

    def take_change(self, change: PaymentsChanged) -> None:
        """Look again where an open payment of this customer has moved."""
        request = self._flow.request(self._context.session.counter())
        if request is not None and change.may_unblock(request.customer):
            self.look()

    def look(self) -> None:
        """Look for earlier payments: one that is spoken of may have been settled meanwhile.

        What was known stays until the answer is there: Pay, and the keyboard on it, do not move
        for news that change nothing, and the desk looks by itself before it sends.
        """
        request = self._flow.request(self._context.session.counter())
        if request is None or self._flow.sending:
            return
        job = DeskJob(
            "look for earlier payments",
            request.counter.environment,
            self._context.environments,
            lambda desk: desk.duplicates(request),
        )
        self._context.tasks.cancel(self._job)
        self._job = self._context.tasks.read(job, self._take)

    def _take(self, done: Result[Duplicates]) -> None:
        self._is_known, self._error = done.value is not None, done.error
        before = self._flow.confirmations.duplicates
        if done.value is not None:
            self._flow.confirmations.take_duplicates(done.value)
            said = self._flow.send_error
            if said is not None and self.is_asked_about(said):
                self._flow.send_error = None
        self.looked.emit(self._flow.confirmations.duplicates != before)

    @property
    def trouble(self) -> BhuktaniError | None:
        """Return why nothing was sent, else why earlier payments could not be read."""
        return self._flow.send_error or self._error

    @property
    def is_looking(self) -> bool:
        """It is not known yet whether there are earlier payments."""
        return not self._is_known and self.trouble is None

    @property
    def is_final(self) -> bool:
        """Return True if an error stops the payment and trying again cannot help."""
        return self.trouble is not None and self.trouble.problem not in _PASSING

    @staticmethod
    def is_asked_about(error: BhuktaniError) -> bool:
        """Another payment came in between: the question about it says more."""
        return error.problem in _ASKED_ABOUT
