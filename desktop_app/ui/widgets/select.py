"""A drop-down choice."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.icon import Icon
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.styled import set_style

_SIDE, _ICON, _BEFORE_ARROW = 13, 18, 12


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
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for icon, the widest value and the arrow."""
        words = [self.itemText(number) for number in range(self.count())]
        widest = max((text_width(word, self.font()) for word in words), default=60)
        return QSize(self._beside() + widest, self._theme.scaled(self._high))

    def minimumSizeHint(self) -> QSize:
        """Return the room for the value that is shown."""
        now = text_width(self.currentText(), self.font())
        return QSize(self._beside() + now, self._theme.scaled(self._high))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands before the value, the arrow at the end."""
        super().resizeEvent(event)
        top = (self.height() - _ICON) // 2
        self._arrow.move(self.width() - _ICON - _SIDE + 3, top)
        if self._icon is not None:
            self._icon.move(_SIDE, top)

    def _beside(self) -> int:
        """Width of all that is not the value."""
        icon = _ICON + 7 if self._icon is not None else 0
        return _SIDE + icon + _BEFORE_ARROW + _ICON + _SIDE

    def _restyle(self) -> None:
        self.setFont(self._theme.sized_font(12.0))
        self.updateGeometry()
