"""A push button that is one of several choices; the style sheet draws it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.theme import REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.ring import RingWatch


class ChoiceButton(QPushButton):
    """Bold while it is chosen; Space and Enter choose it. Put it into an exclusive QButtonGroup."""

    def __init__(
        self, theme: Theme, words: str, radius: int, points: float = 12.0, *, name: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._points = points
        self._words = ""
        self.setObjectName(name)
        self.setCheckable(True)
        # The group decides; this tells a screen reader that it is one of several.
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = RingWatch(theme, self, radius)
        self.toggled.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self.setText(words)

    def text(self) -> str:
        """Return the words, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the words; an ampersand is an ampersand."""
        self._words = words
        super().setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._restyle()

    def words_width(self) -> int:
        """Width of the words where they are chosen."""
        return text_width(self._words, self._theme.sized_font(self._points, SEMIBOLD))

    def minimumSizeHint(self) -> QSize:
        """The same as its hint: it is never squeezed."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, too, once for each press of the key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        weight = SEMIBOLD if self.isChecked() else REGULAR_WEIGHT
        self.setFont(self._theme.sized_font(self._points, weight))
        self.updateGeometry()
