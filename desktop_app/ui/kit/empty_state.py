"""The message in the middle of a section that has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets import Icon, PlainLabel

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_WIDTH = 540


class EmptyState(QWidget):
    """An icon, what there is not, and what to do."""

    def __init__(self, theme: Theme, icon: str, colour: ColourName, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._width = theme.scaled(_WIDTH)
        size = 48 if theme.compact else 68
        middle = _CENTRE | Qt.AlignmentFlag.AlignVCenter
        self._title = PlainLabel(
            theme, "", TextRole.HEADING, wrap=True, align=middle, name=f"{name}.title"
        )
        self._words = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True, align=middle)
        for label in (self._title, self._words):
            label.setFixedWidth(self._width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addStretch(1)
        self.column.addWidget(Icon(theme, icon, size, colour), 0, _CENTRE)
        self.column.addSpacing(12)
        self.column.addWidget(self._title, 0, _CENTRE)
        self.column.addWidget(self._words, 0, _CENTRE)
        self.column.addStretch(1)

    def set_text(self, title: str, words: str = "") -> None:
        """Say what there is not."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for label in (self._title, self._words):
            label.setMinimumHeight(label.heightForWidth(self._width))

    def add_below(self, widget: QWidget) -> None:
        """Put a control below the words."""
        at = self.column.count() - 1
        self.column.insertSpacing(at, 14)
        self.column.insertWidget(at + 1, widget, 0, _CENTRE)

    def text(self) -> str:
        """Return the title."""
        return self._title.text()
