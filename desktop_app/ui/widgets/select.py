"""A drop-down choice with its name inside, as the filters have it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop_app.ui.theme import REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.paint import LEFT, rounded, start, text, text_width
from desktop_app.ui.widgets.ring import RingWatch

_SIDE = 13


class Select(QComboBox):
    """`label` stands before the value, inside the box; without it the value is not bold.

    Use `addItem(words, value)`, `currentData()` and the signal `activated` as with any QComboBox.
    """

    def __init__(
        self,
        theme: Theme,
        spoken: str,
        *,
        label: str = "",
        icon: str = "",
        height: int = 42,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label, self._icon, self._high = label, icon, height
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._ring = RingWatch(theme, self, theme.metrics.control_radius)
        theme.changed.connect(self._restyle)
        self.currentTextChanged.connect(self._restyle)

    def set_label(self, label: str) -> None:
        """The word before the value."""
        self._label = label
        self._restyle()

    def sizeHint(self) -> QSize:
        """Room for icon, label, the widest value and the arrow."""
        strong = self._theme.sized_font(11.5 if self._label else 12.0, SEMIBOLD)
        words = [self.itemText(number) for number in range(self.count())]
        widest = max((text_width(word, strong) for word in words), default=60)
        return QSize(self._left() + widest + 12 + 18 + _SIDE, self._theme.scaled(self._high))

    def minimumSizeHint(self) -> QSize:
        """Room for the value that is shown."""
        strong = self._theme.sized_font(11.5 if self._label else 12.0, SEMIBOLD)
        now = text_width(self.currentText(), strong)
        return QSize(
            min(self.sizeHint().width(), self._left() + now + 43), self._theme.scaled(self._high)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        theme = self._theme
        painter = start(QPainter(self))
        radius = theme.metrics.control_radius
        enabled = self.isEnabled()
        fill = theme.colour("subtle" if self.underMouse() or not enabled else "surface")
        edge = theme.colour("control" if enabled else "border")
        rounded(painter, self.rect(), radius, fill, edge, 1 if self._label else 2)
        if self._icon:
            icon = theme.icon(self._icon, "text2" if self._label else "text", 18, self)
            painter.drawPixmap(_SIDE, (self.height() - 18) // 2, icon)
        plain = theme.sized_font(11.5)
        left = self._left()
        if self._label:
            box = QRect(self._label_left(), 0, left, self.height())
            text(painter, box, self._label, plain, theme.colour("text2"), LEFT)
        points, weight = (11.5, SEMIBOLD) if self._label else (12.0, REGULAR_WEIGHT)
        ink = theme.colour("text" if enabled else "text3")
        where = QRect(left, 0, self.width() - left - 18 - _SIDE, self.height())
        text(painter, where, self.currentText(), theme.sized_font(points, weight), ink, LEFT)
        arrow = theme.icon("chevron-down", "text2", 18, self)
        painter.drawPixmap(self.width() - 18 - _SIDE + 3, (self.height() - 18) // 2, arrow)

    def _label_left(self) -> int:
        return _SIDE + (25 if self._icon else 0)

    def _left(self) -> int:
        """Return the left edge of the value."""
        if not self._label:
            return self._label_left()
        return self._label_left() + text_width(self._label, self._theme.sized_font(11.5)) + 8

    def _restyle(self) -> None:
        self.setFont(self._theme.sized_font(12.0))
        self.updateGeometry()
        self.update()
