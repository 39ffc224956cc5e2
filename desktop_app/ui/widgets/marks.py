"""Check box, switch, and the dot of a radio choice; the style sheet draws their boxes."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.panel import Surface
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.styled import set_style

_BOX = 26
_TICK = 18
_GAP = 10
_TRACK = QSize(48, 26)
_KNOB = 20


class _Box(QCheckBox):
    """A check box that Enter ticks, too, and that is clicked anywhere on it."""

    def __init__(
        self, theme: Theme, words: str, radius: int, *, name: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = RingWatch(theme, self, radius)
        theme.changed.connect(self._restyle)
        self.setText(words)

    def text(self) -> str:
        """Return the words, as given."""
        return self._words

    def setText(self, words: str) -> None:
        """Change the words; an ampersand is an ampersand."""
        self._words = words
        super().setText(self._shown(words.replace("&", "&&")))
        self.setAccessibleName(words)
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        """The same as its hint."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Accept clicks anywhere in the widget, not only on the mark."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks it, once for each press of the key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _shown(self, words: str) -> str:
        return words

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.STRONG))
        self.updateGeometry()


class CheckBox(_Box):
    """A box to tick, with its words; `toggled(bool)` as every QAbstractButton."""

    def __init__(
        self, theme: Theme, words: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, 7, name=name, parent=parent)
        self._tick = Icon(theme, "check", _TICK, "onaccent", parent=self)
        self._tick.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tick.setVisible(False)
        self.toggled.connect(self._tick.setVisible)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def checkStateSet(self) -> None:
        """The tick is there also where nobody is told that the box was ticked."""
        super().checkStateSet()
        self._tick.setVisible(self.isChecked())

    def sizeHint(self) -> QSize:
        """Box and words."""
        width = text_width(self._words, self._theme.font(TextRole.STRONG))
        return QSize(_BOX + (_GAP + width if width else 0), self._theme.scaled(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tick stands in the box."""
        super().resizeEvent(event)
        inset = (_BOX - _TICK) // 2
        self._tick.move(inset, (self.height() - _BOX) // 2 + inset)


class Toggle(_Box):
    """A switch; `toggled(bool)` as every QAbstractButton. `words` are for screen readers."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        on: bool = False,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, 13, name=name, parent=parent)
        self._knob = Knob(theme, parent=self)
        self._knob.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._knob.resize(_KNOB, _KNOB)
        self.toggled.connect(self._place)
        self.setChecked(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._place()

    def checkStateSet(self) -> None:
        """The knob stands right also where nobody is told that the switch was set."""
        super().checkStateSet()
        self._place()

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return _TRACK

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The knob stands in the track."""
        super().resizeEvent(event)
        self._place()

    def _shown(self, words: str) -> str:
        return ""

    def _place(self) -> None:
        left = _TRACK.width() - _KNOB - 3 if self.isChecked() else 3
        self._knob.move(left, (self.height() - _KNOB) // 2)
        set_style(self._knob, on="yes" if self.isChecked() else "no")


class Knob(Surface):
    """The part of a switch that moves."""


class RadioMark(Surface):
    """The dot alone, inside a card that is the button."""

    def __init__(
        self, theme: Theme, chosen: bool = False, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setFixedSize(22, 22)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_chosen(chosen)

    def set_chosen(self, chosen: bool) -> None:
        """Fill the dot."""
        set_style(self, chosen="yes" if chosen else "no")
