"""The customer's phone, kept with the payment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import PlainLabel, TextField
from desktop_app.ui.widgets.announce import announce

SHORTEST = 7


class PhoneField(QWidget):
    """``noted`` carries a number that was typed to its end, or the empty text to remove it."""

    noted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        words = self.tr("Customer’s phone")
        self._kept = ""
        self._said = PlainLabel(theme, "", TextRole.LABEL, "text2", name=f"{name}.said")
        self.field = TextField(theme, words, height=38, placeholder="98…", name=name)
        self.field.setMaxLength(20)
        self.field.editingFinished.connect(self._done)
        self.field.setMaximumWidth(theme.scaled(190))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(theme, words, TextRole.LABEL, "text2"))
        row.addWidget(self.field, 1)
        row.addWidget(self._said)
        row.addStretch(1)

    def show_phone(self, phone: str) -> None:
        """Show the ledger's phone number; a number that is being typed stays."""
        if self.field.hasFocus() and self.field.isModified():
            return
        self._kept = phone
        self.field.setText(phone)
        if phone:
            self.show_kept()

    def show_kept(self) -> None:
        """The ledger has it."""
        self._said.setText(self.tr("saved") if self._kept else "")

    def tell_kept(self, *, kept: bool) -> None:
        """The ledger has just taken it, or did not."""
        if kept:
            self.show_kept()
        else:
            self._said.setText(self.tr("not saved"))
            self._kept = ""
        self._tell()

    def _done(self) -> None:
        phone = " ".join(self.field.text().split())
        if phone == self._kept:
            return
        if phone and len(phone) < SHORTEST:
            self._said.setText(self.tr("too short"))
            self._tell()
            return
        self._kept = phone
        self._said.setText("")
        self.field.setModified(False)
        self.noted.emit(phone)

    def _tell(self) -> None:
        said = self._said.text()
        announce(self.field, f"{self.field.accessibleName()}: {said}" if said else "")
