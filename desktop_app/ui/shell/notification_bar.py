"""A line above every page: a payment that waited is settled. It stays until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.formatting.plain_text import sanitize
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import Banner, BannerKind, Button, ButtonSize
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.runtime.context import AppContext

_MAX_SCAN = 40
"""Characters of a bar code that are shown."""

_KINDS = {
    PaymentState.PAID: BannerKind.GOOD,
    PaymentState.NOT_PAID: BannerKind.GIVE_BACK,
    PaymentState.REVIEW: BannerKind.CAUTION,
}


class NotificationBar(QWidget):
    """Says what became of the payments that were settled since it was last closed, except of the
    one that the page below shows.
    """

    opened = Signal()
    """A person wants to see the payments."""

    def __init__(self, context: AppContext, is_shown: Callable[[Payment], bool]) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self._is_shown = is_shown
        self._count = 0
        self._last: Payment | None = None
        self._banner = Banner(theme, BannerKind.GOOD, "", name="window.notice")
        small = ButtonSize.SMALL
        self._open = Button(theme, self.tr("Show"), size=small, name="window.notice.show")
        self._close = Button(theme, self.tr("Close"), size=small, name="window.notice.close")
        self._open.clicked.connect(self._open_payments)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.metrics.padding, 8, theme.metrics.padding, 0)
        row.setSpacing(12)
        row.addWidget(self._banner, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        context.changes.changed.connect(self._payments_changed)

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
        """A payment is settled; one before it that was not closed yet is counted.

        Money may have waited in another environment than the one on the screen: that is named.
        """
        self._count += 1
        self._last = payment
        order = payment.order
        who = f"{order.provider_name} {order.customer_name or order.account_id}"
        if order.environment is not self._context.session.environment:
            who = f"{environment_word(order.environment)} · {who}"
        lead, words = self._words(payment)
        lead = lead.format(who=who, amount=rupees(order.amount))
        if self._count > 1:
            more = self.tr("%n more before it.", "", self._count - 1)
            words = f"{words} {more}"
        has_changed = payment.owes_reversal or payment.is_doubted
        kind = BannerKind.CAUTION if has_changed else _KINDS.get(payment.state, BannerKind.INFO)
        self._banner.set_kind(kind)
        self._banner.set_text(lead, words)
        self._open.show()
        self.show()
        announce(self, f"{lead} {words}")

    def show_scan(self, text: str) -> None:
        """A bar code was read where it means nothing. What is told of a payment stays."""
        lead = self.tr("A bar code was read: {text}").format(text=sanitize(text, _MAX_SCAN))
        words = self.tr("Nothing was done with it.")
        announce(self, f"{lead} {words}")
        if not self._count:
            self._banner.set_kind(BannerKind.INFO)
            self._banner.set_text(lead, words)
            self._open.hide()
            self.show()

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

    def _words(self, payment: Payment) -> tuple[str, str]:
        if payment.owes_reversal:
            return (
                self.tr("{amount} for {who} came back from the company."),
                self.tr("Pay it again, or give the cash back."),
            )
        if payment.is_doubted:
            return (
                self.tr("{amount} for {who} needs the owner."),
                self.tr("It was PAID, and the service says otherwise now."),
            )
        if payment.state is PaymentState.PAID:
            return (
                self.tr("{amount} for {who} is PAID now."),
                self.tr("The cash stays in the drawer. Call the customer."),
            )
        if payment.state is PaymentState.NOT_PAID:
            return (
                self.tr("{amount} for {who} is NOT PAID."),
                self.tr("Call the customer and give the cash back."),
            )
        return (
            self.tr("{amount} for {who} needs the owner."),
            self.tr("Keep the cash and ask support."),
        )
