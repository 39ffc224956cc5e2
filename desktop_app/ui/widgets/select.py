"""A drop-down choice."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.paint import literal, text_width
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.styled import set_style

_SIDE, _ICON, _BEFORE_ARROW = 13, 18, 12
_SPARE = 10
"""So much of the room beside a value can be done without."""


class Select(QComboBox):
    """Looks as the style sheet has it; icon and arrow are labels, which follow the theme.

    Use `addItem(words, value)`, `currentData()` and the signal `activated` as with any QComboBox.
    """

    def __init__(
        self,
        theme: Theme,
        spoken: str,
        *,
        icon: str = "",
        height: int = 42,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._high = height
        self._longest: int | None = None
        """So wide the value may be; None: it is never cut."""
        self._icon = Icon(theme, icon, _ICON, "text", parent=self) if icon else None
        self._arrow = Icon(theme, "chevron-down", _ICON, parent=self)
        for part in (self._icon, self._arrow):
            if part is not None:
                part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Qt's own delegate of a drop-down list does not ask the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        set_style(self, icon="yes" if icon else "no")
        self._ring = RingWatch(theme, self, theme.metrics.control_radius)
        theme.changed.connect(self._restyle)
        self.currentTextChanged.connect(self.updateGeometry)
        self.currentTextChanged.connect(self._explain)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for icon, the widest value and the arrow."""
        words = [self.itemText(number) for number in range(self.count())]
        widest = max((text_width(word, self.font()) for word in words), default=60)
        return QSize(self.beside() + _SPARE + widest, self._theme.scaled(self._high))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the value that is shown, or for as much of it as is allowed."""
        if self._longest is None:
            wide = _SPARE + self.value_width()
        else:
            wide = min(self.value_width(), self._longest)
        return QSize(self.beside() + wide, self._theme.scaled(self._high))

    def value_width(self) -> int:
        """Width of the value that is shown."""
        return text_width(self.currentText(), self.font())

    def limit(self, longest: int) -> None:
        """Let the value be cut where it is longer; a tooltip then tells all of it."""
        if longest != self._longest:
            self._longest = longest
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt would cut the value through a letter."""
        if self._room() >= self.value_width():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        cut = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.currentText(), cut, self._room())
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """The list shows each value whole, also where the select itself has less room."""
        self.view().setMinimumWidth(self.sizeHint().width())
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter with Ctrl is the page's: Qt would look for a value that begins with it."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.text():
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: Qt would choose another value, which nobody asked for."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands before the value, the arrow at the end."""
        super().resizeEvent(event)
        top = (self.height() - _ICON) // 2
        self._arrow.move(self.width() - _ICON - _SIDE + 3, top)
        if self._icon is not None:
            self._icon.move(_SIDE, top)
        self._explain()

    def beside(self) -> int:
        """Return the least width of all that is not the value."""
        icon = _ICON + 7 if self._icon is not None else 0
        return _SIDE + icon + _BEFORE_ARROW + _ICON + _SIDE - _SPARE

    def _room(self) -> int:
        """What the value has of the width that there is now."""
        return self.width() - self.beside()

    def _explain(self) -> None:
        is_cut = self._room() < self.value_width()
        self.setToolTip(literal(self.currentText()) if is_cut else "")

    def _restyle(self) -> None:
        self.setFont(self._theme.sized_font(12.0))
        self.updateGeometry()
