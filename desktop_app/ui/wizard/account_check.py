"""The account that nobody has checked: read back to the customer before cash is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop_app.formatting.numbers import spaced_id
from desktop_app.ui.kit.keyboard import ENTER_KEYS
from desktop_app.ui.texts.labels import field_word
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import CheckBox, Icon, Panel, PanelLook, PlainLabel
from desktop_app.ui.widgets.announce import announce, as_sentences
from desktop_app.ui.wizard.bill_panel import Room

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.core.payments.order import PaymentRequest

_ROLES = ((20, TextRole.RESULT), (32, TextRole.TITLE))
"""Up to how many characters the account has which size; a longer one gets a smaller one."""


class AgreeBox(CheckBox):
    """Ticked with Space or the mouse. Enter is pressed out of habit, so it does not agree."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the page."""
        if event.key() in ENTER_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)


class AccountCheck(Panel):
    """The account in large letters, and the box for what the customer says of it."""

    confirmed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, PanelLook.CAUTION, name="confirm.account")
        self._lead = PlainLabel(theme, "", TextRole.HEADING, name="confirm.account.lead", wrap=True)
        self._why = PlainLabel(
            theme, "", TextRole.BODY, "text2", name="confirm.account.why", wrap=True
        )
        self._label = PlainLabel(theme, "", TextRole.LABEL, "text2")
        self._id = PlainLabel(theme, "", TextRole.RESULT, name="confirm.account.id", wrap=True)
        self.box = AgreeBox(
            theme, self.tr("The customer says that it is right"), name="confirm.accountright"
        )
        self.box.toggled.connect(self.confirmed)
        self._icon = Icon(theme, "triangle-alert", 34, "waittext")
        account = QVBoxLayout()
        account.setSpacing(0)
        account.addStretch(1)
        account.addWidget(self._label)
        account.addWidget(self._id)
        account.addStretch(1)
        asked = QVBoxLayout()
        asked.setSpacing(4)
        asked.addStretch(1)
        asked.addWidget(self._lead)
        asked.addWidget(self._why)
        asked.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        asked.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(18)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(account, 4)
        row.addLayout(asked, 5)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        self.set_room(Room.USUAL)

    def show_request(self, request: PaymentRequest) -> None:
        """Show the account that would be paid for."""
        info, account_id = request.provider.info, request.account.account_id
        spaced = spaced_id(account_id)
        label = field_word(info.account_field.label)
        self._label.setText(label)
        self._id.setText(spaced)
        roles = (role for most, role in _ROLES if len(spaced) <= most)
        self._id.set_role(next(roles, TextRole.HEADING))
        self._lead.setText(self.tr("Read this back to the customer"))
        why = self.tr(
            "{provider} does not say whose account this is. With a typing error, a stranger gets"
            " the payment."
        )
        self._why.setText(why.format(provider=info.name))
        self.box.setAccessibleName(f"{label} {spaced}: {self.box.text()}")

    def set_confirmed(self, confirmed: bool) -> None:
        """Show what the customer has said."""
        with QSignalBlocker(self.box):
            self.box.setChecked(confirmed)
        self.set_look(PanelLook.SUBTLE if confirmed else PanelLook.CAUTION)
        self._icon.set_icon(
            "circle-check" if confirmed else "triangle-alert",
            "text2" if confirmed else "waittext",
        )

    def set_room(self, room: Room) -> None:
        """Leave out the reason where there is no room; the account and the box always stay."""
        low = room is not Room.USUAL
        self._why.setVisible(not low)
        above = 4 if low else 6 if self._theme.compact else 10
        self._row.setContentsMargins(22, above, 22, above)

    def say(self) -> None:
        """Tell a screen reader what is asked, with the account."""
        asked = f"{self._lead.text()}: {self._id.text()}"
        announce(self, as_sentences(asked, self._why.text()))
