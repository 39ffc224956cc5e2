"""A field for a token: hidden while it is entered, its last four characters once it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.kit.keyboard import TAKES_SCAN
from desktop_app.ui.setup_forms.tokens import MAX_CHARACTERS, ending, tidy
from desktop_app.ui.widgets import FieldState, TextField

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class TokenField(TextField):
    """Hides the token; never shows more than its last four characters."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        name: str,
        height: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, label, mono=True, icon="key-round", height=height, name=name, parent=parent
        )
        self.setMaxLength(MAX_CHARACTERS)
        self.setProperty(TAKES_SCAN, True)
        self._shows_kept = False
        self.show_entry()

    def show_entry(self) -> None:
        """Ready for a token to be entered or pasted."""
        if self._shows_kept:
            self.clear()
        self._shows_kept = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.set_state(FieldState.REST)

    def show_kept(self, shown: str) -> None:
        """A text that stands for a kept token; nothing can be entered."""
        self._shows_kept = True
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        self.set_state(FieldState.LOCKED)
        self.setText(shown)

    def token(self) -> str:
        """Return the entered token; empty while a saved token is shown."""
        return "" if self._shows_kept else tidy(self.text())

    def entry_text(self) -> str:
        """Describe its length and ending, to see whether all of it was pasted."""
        token = self.token()
        if not token:
            return ""
        words = self.tr("%n characters", "", len(token))
        last = ending(token)
        if not last:
            return self.tr("{length}.").format(length=words)
        return self.tr("{length}, ending in {last}.").format(length=words, last=last)
