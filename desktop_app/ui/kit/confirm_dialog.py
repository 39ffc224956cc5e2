"""A question before something that is not meant to happen by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.widgets import Button, Variant

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme

_WIDTH = 560


class Ask(Dialog):
    """A question with two buttons; emits ``accepted`` for yes. The keyboard starts on no, and Esc
    is no.
    """

    def __init__(
        self, theme: Theme, window: QWidget, lead: str, words: str, *, yes: str, no: str
    ) -> None:
        super().__init__(theme, window, lead, name="ask")
        self._no = Button(theme, no, key="Esc", name="ask.no")
        self._no.clicked.connect(self.reject)
        self._yes = Button(theme, yes, Variant.PRIMARY, name="ask.yes")
        self._yes.clicked.connect(self.accept)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(22)
        self.add_head("triangle-alert", "waittext", words)
        self.add_buttons(self._no, self._yes)
        self.fix_size(_WIDTH)

    def ask(self) -> None:
        """Show it above its window."""
        self.show_above(self._no)
