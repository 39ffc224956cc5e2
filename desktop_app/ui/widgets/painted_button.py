"""What tiles, cards, switches and small painted buttons share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.ring import RingKind, RingWatch


class PaintedButton(QAbstractButton):
    """A button that paints itself; Space and Enter press it, Enter held down does not repeat."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        radius: int,
        *,
        ring: RingKind = RingKind.CONTROL,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = RingWatch(theme, self, radius, ring)
        self.setText(words)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """The label, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the label; an ampersand is an ampersand."""
        self._words = words
        super().setText(words.replace("&", "&&"))
        self.setAccessibleName(self.spoken())
        self._restyle()

    def spoken(self) -> str:
        """What a screen reader says."""
        return self._words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, once for each press of the key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
