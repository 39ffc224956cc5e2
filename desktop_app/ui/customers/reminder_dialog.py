"""Reminds one customer that an account runs out: WhatsApp with the text, or a code for a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.kit.whatsapp_dialog import WhatsAppDialog
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import BannerKind, ButtonSize, PlainLabel
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop_app.ui.customers.customer_rows import Customer
    from desktop_app.ui.runtime.context import AppContext

_WIDTH, _HEIGHT = 760, 460
_CODE = 300


class ReminderDialog(WhatsAppDialog):
    """The phone, the text and its code. A person looks at it in WhatsApp, and sends it there."""

    def __init__(self, context: AppContext, window: QWidget, customer: Customer) -> None:
        super().__init__(
            context,
            window,
            self.tr("Remind the customer"),
            name="reminder",
            size=ButtonSize.NORMAL,
        )
        card, text = customer.line.card, self._reminder(customer)
        self.code.setAccessibleName(self.tr("Code that opens WhatsApp with the reminder"))
        self.set_text(text, "" if card is None else card.phone, _CODE)
        self.fill(self._parts(text), _WIDTH, _HEIGHT)

    def _parts(self, text: str) -> QHBoxLayout:
        theme, side = self.theme, QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(PlainLabel(theme, self.accessibleName(), TextRole.HEADING))
        side.addWidget(PlainLabel(theme, self.phone.accessibleName(), TextRole.LABEL, "text2"))
        side.addWidget(self.phone)
        side.addWidget(PlainLabel(theme, text, TextRole.BODY, wrap=True, name="reminder.words"))
        side.addWidget(self.goes_to)
        side.addStretch(1)
        for button in (self.opens, self.copies, self.closes):
            side.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        return row

    def _reminder(self, customer: Customer) -> str:
        session, line, provider = self.context.session, customer.line, customer.provider
        day = line.expires_on
        words = self.tr(
            "Namaste {name}. Your {company} internet ({account}) runs out on {day}. You can pay for"
            " it at our shop. {shop}"
        )
        if day is not None and day < local(self.context.clock.now()).date():
            words = self.tr(
                "Namaste {name}. Your {company} internet ({account}) ran out on {day}. You can pay"
                " for it at our shop. {shop}"
            )
        return words.format(
            name=line.name,
            company="" if provider is None else provider.info.name,
            account="" if line.account is None else line.account.account_id,
            day="" if day is None else bs_text(day, session.settings.language),
            shop=session.shop_name,
        ).strip()

    def say(self, kind: BannerKind, lead: str, words: str) -> None:
        """Show an outcome in the line about the number, and announce it."""
        said = f"{lead} {words}"
        self.goes_to.setText(said)
        announce(self.goes_to, said)
