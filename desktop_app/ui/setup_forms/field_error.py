"""Says below a field what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.widgets import FieldState, InlineMessage, TextField
from desktop_app.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme


class FieldErrorMessage(InlineMessage):
    """Marks its field and stands below it; hidden while nothing is wrong."""

    def __init__(self, theme: Theme, field: TextField) -> None:
        super().__init__(theme, "", bad=True, name=f"{field.objectName()}.error", about=field)
        self._field = field
        self.hide()

    def show_message(self, words: str) -> None:
        """Show the reason why the field is not accepted; hide itself if the text is empty."""
        self._field.set_state(FieldState.INVALID if words else FieldState.REST)
        self.set_message(words, bad=True)
        self.setVisible(bool(words))
        announce(self._field, words)
