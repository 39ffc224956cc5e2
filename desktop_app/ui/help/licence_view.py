"""The text of a licence, as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Panel, PanelLook, RingWatch


class LicenceView(Panel):
    """Shows plain text in a well. The arrow keys scroll it, Tab leaves it."""

    def __init__(self, theme: Theme, label: str, *, name: str) -> None:
        super().__init__(theme, PanelLook.SUBTLE, radius=theme.metrics.control_radius)
        self._text = _Text()
        self._text.setObjectName(name)
        self._text.setAccessibleName(label)
        self.setFocusProxy(self._text)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius, focus=self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 2, 4)
        column.addWidget(self._text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self._text.setPlainText(text)

    def _restyle(self) -> None:
        # Licences come broken into lines of 80 letters: these must fit.
        self._text.setFont(self._theme.font(TextRole.HINT))
        colours = self._text.palette()
        colours.setColor(QPalette.ColorRole.Text, self._theme.colour("text"))
        self._text.setPalette(colours)


class _Text(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        # With a text cursor, the arrow keys would move that before anything scrolls.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)

    def event(self, event: QEvent) -> bool:
        """Tab and Esc are for the page."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.ignore()
            return False
        return super().event(event)
