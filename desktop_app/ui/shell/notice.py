"""The words of the line above every page: what became of a payment that waited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.payments.payment import PaymentState
from desktop_app.formatting.plain_text import sanitize
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.widgets import Banner, BannerKind, Button, ButtonSize
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ui.runtime.context import AppContext

_MAX_SCAN = 40
"""Characters of a bar code that are shown."""

_KINDS = {
    PaymentState.PAID: BannerKind.GOOD,
    PaymentState.NOT_PAID: BannerKind.GIVE_BACK,
    PaymentState.REVIEW: BannerKind.CAUTION,
}


class Notice(QWidget):
    """One settled payment, with the way to it, and how many were settled before."""

    opened = Signal()
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        theme = context.theme
        self._session = context.session
        self._said = ""
        self._banner = Banner(theme, BannerKind.GOOD, "", name="window.notice")
        small = ButtonSize.SMALL
        self._show = Button(theme, self.tr("Show"), size=small, name="window.notice.show")
        close = Button(theme, self.tr("Close"), size=small, name="window.notice.close")
        self._show.clicked.connect(self.opened)
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._banner, 1)
        row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)

    def put(self, payment: Payment, before: int) -> None:
        """Show a payment that is settled; those before it that were not closed yet are counted.

        Money may have waited in another environment than the one on the screen: that is named.
        """
        order = payment.order
        who = f"{order.provider_name} {order.customer_name or order.account_id}"
        if order.environment is not self._session.environment:
            who = f"{environment_word(order.environment)} · {who}"
        lead, words = self._words(payment)
        lead = lead.format(who=who, amount=rupees(order.amount))
        if before:
            more = self.tr("%n more before it.", "", before)
            words = f"{words} {more}"
        has_changed = payment.owes_reversal or payment.is_doubted
        kind = BannerKind.CAUTION if has_changed else _KINDS.get(payment.state, BannerKind.INFO)
        self._banner.set_kind(kind)
        self._banner.set_text(lead, words)
        self._show.show()
        self._said = f"{lead} {words}"

    def announce(self) -> None:
        """Have a screen reader say it."""
        announce(self, self._said)

    def read_scan(self, text: str, *, shown: bool) -> None:
        """Say that a bar code was read; ``shown`` here as well, where nothing else is told."""
        lead = self.tr("A bar code was read: {text}").format(text=sanitize(text, _MAX_SCAN))
        words = self.tr("Nothing was done with it.")
        announce(self, f"{lead} {words}")
        if shown:
            self._banner.set_kind(BannerKind.INFO)
            self._banner.set_text(lead, words)
            self._show.hide()

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
