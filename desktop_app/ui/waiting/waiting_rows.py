"""Reads what waits and what is owed, and holds it for the page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.payments.complaint import ComplaintLimits
from desktop_app.ui.waiting.waiting_row import WaitingRow, load_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class WaitingRows(QObject):
    """The rows by their payments' numbers.

    A payment that becomes PAID stays until ``drop_paid``: a person is to see that it did.
    """

    changed = Signal()
    """The rows were read again."""
    refused = Signal(object)
    """They could not be read; carries the error."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = 0
        self._is_reading = self._is_behind = False
        self._rows: dict[int, WaitingRow] = {}

    def __iter__(self) -> Iterator[WaitingRow]:
        """Open payments, oldest first, then those whose cash is owed."""
        return iter(self._rows.values())

    def get(self, number: int) -> WaitingRow | None:
        """The row of a payment; None if it is not here any more."""
        return self._rows.get(number)

    def read(self) -> None:
        """Read again on a worker."""
        watched = tuple(self._rows)
        context, settings = self._context, self._context.session.settings
        limits = ComplaintLimits(settings.complain_within, settings.complain_between)
        names = context.on_account.name_of_debtor
        load = partial(load_items, context.catalog, context.clock, limits, names, watched)
        self._context.tasks.cancel(self._job)
        self._is_reading, self._is_behind = True, False
        self._job = self._context.tasks.read(
            self._context.record_job("read what waits", load), self._take
        )

    def follow(self) -> None:
        """Read again, or once more after the read that is under way.

        Many look-ups end in the time of one read: each with a read of its own would show none of
        them before the last.
        """
        if self._is_reading:
            self._is_behind = True
        else:
            self.read()

    def read_if_outdated(self) -> None:
        """Read again once the pause before a first look-up has ended."""
        now = self._context.clock.monotonic()
        checks = (row.check for row in self)
        if not self._is_reading and any(check and check.is_outdated(now) for check in checks):
            self.read()

    def drop_paid(self) -> None:
        """Forget what is PAID and was seen."""
        self._rows = {number: row for number, row in self._rows.items() if not row.is_paid}

    def update(self, payment: Payment) -> WaitingRow | None:
        """Return the row with the payment as it is now; None if it is not here any more."""
        row = self._rows.get(payment.number)
        if row is not None:
            row = self._rows[payment.number] = replace(row, payment=payment)
        return row

    def _take(self, done: Result[tuple[WaitingRow, ...]]) -> None:
        self._is_reading = False
        if done.value is not None:
            self._rows = {row.number: row for row in done.value}
            self.changed.emit()
        elif done.error is not None:
            self.refused.emit(done.error)
        if self._is_behind:
            self.read()
