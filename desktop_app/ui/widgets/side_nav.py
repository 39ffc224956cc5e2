"""The sections of a page, on its left, as in the settings."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.paint import LEFT, rounded, start, text, text_width
from desktop_app.ui.widgets.painted_button import PaintedButton


class _Section(PaintedButton):
    def __init__(self, theme: Theme, icon: str, words: str, name: str) -> None:
        super().__init__(theme, words, 10, name=name)
        self._icon = icon
        self.be_one_of_several()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Size of the design."""
        theme = self._theme
        return QSize(theme.scaled(216), theme.scaled(40 if theme.compact else 46))

    def cut_text(self) -> str:
        """The words, if they have too little room."""
        width = text_width(self._words, self._theme.sized_font(12.0, SEMIBOLD))
        return self._words if width > self.width() - 47 else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the section."""
        theme = self._theme
        painter = start(QPainter(self))
        chosen = self.isChecked()
        if chosen:
            rounded(painter, self.rect(), 10, theme.colour("surface"), theme.colour("border"))
            bar = QPainterPath()
            bar.addRoundedRect(QRectF(self.rect()), 10, 10)
            painter.save()
            painter.setClipRect(QRect(0, 0, 5, self.height()))
            painter.fillPath(bar, theme.colour("accent"))
            painter.restore()
        elif self.underMouse():
            rounded(painter, self.rect(), 10, theme.colour("sunken"))
        colour = theme.colour("text" if chosen else "text2")
        icon = theme.icon(self._icon, colour.name(), 18, self)
        painter.drawPixmap(16, (self.height() - 18) // 2, icon)
        font = theme.sized_font(12.0, SEMIBOLD if chosen else REGULAR_WEIGHT)
        text(painter, self.rect().adjusted(47, 0, 0, 0), self._words, font, colour, LEFT)


class SideNav(QWidget):
    """Exclusive sections; `chosen` carries the id that a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._sections: dict[str, _Section] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, section: str, icon: str, words: str) -> None:
        """Add a section with the id `section`."""
        button = _Section(self._theme, icon, words, f"{self.objectName()}.{section}")
        self._sections[section] = button
        self._group.addButton(button)
        self._column.insertWidget(self._column.count() - 1, button)
        button.clicked.connect(lambda: self.chosen.emit(section))

    def set_text(self, section: str, words: str) -> None:
        """Other words, e.g. after a change of language."""
        self._sections[section].setText(words)

    def select(self, section: str) -> None:
        """Mark a section without emitting `chosen`."""
        self._sections[section].setChecked(True)

    def current(self) -> str:
        """Id of the marked section, empty if none."""
        return next((name for name, at in self._sections.items() if at.isChecked()), "")
