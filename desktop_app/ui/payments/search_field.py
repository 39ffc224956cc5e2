"""The field that searches all payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt

from desktop_app.ui.kit.keyboard import TAKES_SCAN
from desktop_app.ui.widgets import TextField

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class SearchField(TextField):
    """Takes what is typed on the page as well as in it, and what is scanned."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            self.tr("Search all payments"),
            height=44,
            icon="search",
            key="" if theme.compact else "Ctrl F",
            name="payments.search",
        )
        hint = self.tr("Name, ID, amount, phone, receipt")
        self.set_hints(hint, self.tr("Name, ID, amount"), self.tr("Search"))
        self.setToolTip(hint)
        self.setMaximumWidth(theme.scaled(420))
        self.setProperty(TAKES_SCAN, True)

    def go_on(self, letters: str) -> None:
        """Take the keyboard and these letters; without any, all that is there is chosen."""
        if letters:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.insert(letters)
        else:
            self.select_all()

    def put(self, words: str) -> None:
        """Show these words without telling of it; who calls it searches."""
        blocker = QSignalBlocker(self)
        self.setText(words)
        blocker.unblock()
