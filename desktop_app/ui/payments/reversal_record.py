"""The owner records that support said of a paid bill: it was sent back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.core.operators import OwnerAction
from desktop_app.ui.payment_kit.decide import Decide
from desktop_app.ui.payment_kit.payment_writes import DECISION, payment_write
from desktop_app.ui.runtime.changes import Cause

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.core.operators import Proof
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext


class ReversalRecord(QObject):
    """Asks the owner for the reason and the name, and records both."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def ask(self, payment: Payment, window: QWidget) -> None:
        """Ask above a window, once an owner has proved to be one."""
        ask = partial(self._open, payment, window)
        self._context.gate.require(OwnerAction.REVIEWS, ask)

    def _open(self, payment: Payment, window: QWidget, proof: Proof | None) -> None:
        why = self.tr("It is PAID here. Record it only if support says that they sent it back.")
        by = proof.name if proof is not None else ""
        dialog = Decide(self._context.theme, window, payment, why, by)
        dialog.decided.connect(partial(self._record, payment))
        dialog.ask()

    def _record(self, payment: Payment, number: int, was_paid: bool, reason: str, by: str) -> None:
        till = self._context.session.counter().till
        job = self._context.desk_job(
            "record that a paid bill came back",
            lambda desk: desk.decide(number, was_paid=was_paid, reason=reason, by=by, till=till),
        )
        write = payment_write(self._context, None, payment, DECISION)
        # The page may have given way to another record's by then.
        tell = partial(self._context.changes.take, Cause.CAME_BACK)
        self._context.tasks.record(job, tell, write)
