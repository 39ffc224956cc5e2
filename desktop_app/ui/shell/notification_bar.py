"""A line above every page: a payment that waited is settled. It stays until it is closed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.payments.payment import Payment
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.shell.notice import Notice


class NotificationBar(QWidget):
    """Says what became of the payments that were settled since it was last closed, except of the
    one that the page below shows.
    """

    opened = Signal()
    """A person wants to see the payments."""

    def __init__(self, context: AppContext, is_shown: Callable[[Payment], bool]) -> None:
        super().__init__()
        self._context = context
        self._is_shown = is_shown
        self._count = 0
        self._last: Payment | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(
            context.theme.metrics.padding, 8, context.theme.metrics.padding, 0
        )
        self.hide()
        context.changes.changed.connect(self._payments_changed)

    @cached_property
    def _notice(self) -> Notice:
        from desktop_app.ui.shell.notice import Notice

        notice = Notice(self._context)
        notice.opened.connect(self._open_payments)
        notice.closed.connect(self.dismiss)
        self._row.addWidget(notice)
        return notice

    def _payments_changed(self, change: PaymentsChanged) -> None:
        has_sound = self._context.session.settings.sounds
        if change.ended and change.cause is Cause.CHECKED_AUTOMATICALLY and has_sound:
            # No person has asked for it.
            self._context.chime()
        if change.cause is Cause.CAME_BACK and change.payments and has_sound:
            self._context.chime()
        told = change.payments if change.cause is Cause.CAME_BACK else change.ended
        for payment in told:
            if not self._is_shown(payment):
                self._show_payment(payment)

    def _show_payment(self, payment: Payment) -> None:
        self._count += 1
        self._last = payment
        self._notice.put(payment, before=self._count - 1)
        self.show()
        self._notice.announce()

    def show_scan(self, text: str) -> None:
        """A bar code was read where it means nothing. What is told of a payment stays."""
        self._notice.read_scan(text, shown=not self._count)
        if not self._count:
            self.show()

    def forget_scan(self) -> None:
        """Another page is shown: what was read on the one before is told no more."""
        if not self._count:
            self.hide()

    def keep(self) -> object:
        """The payment shown last, and how many it has shown."""
        return (self._last, self._count) if self._last is not None and self._count else None

    def resume(self, kept: object) -> None:
        """Show it again, in the place of one that is gone."""
        match kept:
            case (Payment() as payment, int(count)):
                self._count = count - 1
                self._show_payment(payment)

    def dismiss(self) -> None:
        """Hide the bar, whose payments were seen."""
        self._count = 0
        self.hide()

    def _open_payments(self) -> None:
        self.dismiss()
        self.opened.emit()
