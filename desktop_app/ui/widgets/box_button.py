"""Base classes of cards, round amounts and small buttons, whose content are widgets."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.ring import RingKind, RingWatch

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class BoxButton(QPushButton):
    """A push button whose box the style sheet draws; the widgets inside show its content.

    Space and Enter press it; Enter held down does not repeat.
    """

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
        # A dialogue's Enter is no press of it.
        self.setAutoDefault(False)
        self._ring = RingWatch(theme, self, radius, ring)
        self.setText(words)
        theme.changed.connect(self._restyle)

    def text(self) -> str:
        """Return the label, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the label, which Qt itself does not draw."""
        self._words = words
        self.setAccessibleName(self.spoken())
        self._restyle()

    def enable(self, on: bool, reason: str) -> None:
        """Switch it on or off; a screen reader says the reason while it is off."""
        self.setEnabled(on)
        self.setAccessibleDescription("" if on else reason)

    def be_one_of_several(self) -> None:
        """Be a choice that excludes the others of its group, and say so to a screen reader."""
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def spoken(self) -> str:
        """Return the name that a screen reader says."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the room that its content likes."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room for its content."""
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.totalMinimumSize()

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


class PointedButton(BoxButton):
    """A choice among several that the page sets; a click alone does not change it."""

    def __init__(
        self, theme: Theme, words: str, radius: int, *, name: str, parent: QWidget | None
    ) -> None:
        super().__init__(theme, words, radius, name=name, parent=parent)
        self.be_one_of_several()
        # A separate group that allows none to be chosen: Qt keeps one of those that share a
        # parent.
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)
        self.toggled.connect(self.update)

    def nextCheckState(self) -> None:
        """A click chooses nothing by itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the page's."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)
