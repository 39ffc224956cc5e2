"""The customer's phone, kept with the payment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import PlainLabel, TextField
from desktop_app.ui.widgets.announce import announce

SHORTEST = 7
_WIDEST = ("8" * 10, "८" * 10)
"""A mobile number in either digits, as wide as it can be."""


class PhoneField(QWidget):
    """``noted`` carries a number that was typed to its end, or the empty text to remove it."""

    noted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._words = self.tr("Customer’s phone")
        self._kept = self._outcome = ""
        self._recorded = ""
        """The ledger's, as it was shown last."""
        self._is_unsaved = False
        """The ledger did not take what was typed; it stays, to be noted or saved again."""
        # In a narrow card it wraps: the number that is typed needs the room.
        self._label = PlainLabel(
            theme, self._words, TextRole.LABEL, "text2", wrap=True, name=f"{name}.said"
        )
        self.field = TextField(theme, self._words, height=38, placeholder="98…", name=name)
        self.field.setMaxLength(20)
        self.field.editingFinished.connect(self._done)
        least = max(self.field.width_for(number) for number in _WIDEST)
        self.field.setMinimumWidth(least)
        self.field.setMaximumWidth(max(least, theme.scaled(190)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        row.addStretch(1)

    def show_phone(self, phone: str) -> None:
        """Show the ledger's phone number; one that is being typed, or was not saved, stays."""
        is_typed = self.field.hasFocus() and self.field.isModified()
        if is_typed or (self._is_unsaved and phone == self._recorded):
            return
        self._is_unsaved = False
        self._kept = self._recorded = phone
        self.field.setText(phone)
        if phone:
            self.show_kept()

    def show_kept(self) -> None:
        """The ledger has it."""
        self._say(self.tr("saved") if self._kept else "")

    def tell_kept(self, *, kept: bool) -> None:
        """The ledger has just taken it, or did not."""
        self._is_unsaved = not kept
        if kept:
            self.show_kept()
        else:
            self._say(self.tr("not saved"))
            self._kept = ""
        self._tell()

    def _done(self) -> None:
        phone = " ".join(self.field.text().split())
        if phone == self._kept:
            return
        if phone and len(phone) < SHORTEST:
            self._say(self.tr("too short"))
            self._tell()
            return
        self._kept = phone
        self._say("")
        self.field.setModified(False)
        self.noted.emit(phone)

    def _say(self, outcome: str) -> None:
        self._outcome = outcome
        self._label.setText(f"{self._words} · {outcome}" if outcome else self._words)

    def _tell(self) -> None:
        announce(self.field, f"{self._words}: {self._outcome}" if self._outcome else "")
