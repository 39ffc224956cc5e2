"""A choice of few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import REGULAR_WEIGHT, SEMIBOLD, Theme
from desktop_app.ui.widgets.paint import CENTRE, start, text, text_width
from desktop_app.ui.widgets.painted_button import PaintedButton

_RADIUS = 9.0


class _Segment(PaintedButton):
    def __init__(self, theme: Theme, words: str, name: str, points: float) -> None:
        self.first = self.last = False
        self._points = points
        super().__init__(theme, words, int(_RADIUS), name=name)
        self.be_one_of_several()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Room for the bold word."""
        width = text_width(self._words, self._theme.sized_font(self._points, SEMIBOLD))
        return QSize(width + 37, 33)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def _shape(self) -> QPainterPath:
        """Round only where the whole control is."""
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        if not self.first:
            path.addRect(QRectF(0, 0, _RADIUS, box.height()))
        if not self.last:
            path.addRect(QRectF(box.width() - _RADIUS, 0, _RADIUS, box.height()))
        path.setFillRule(Qt.FillRule.WindingFill)
        return path.simplified()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, fill and word."""
        theme = self._theme
        painter = start(QPainter(self))
        shape = self._shape()
        painter.fillPath(shape, theme.colour("control" if self.isEnabled() else "border"))
        chosen = self.isChecked()
        lit = self.underMouse() or self.isDown()
        fill = theme.colour("subtle" if lit or not self.isEnabled() else "surface")
        ink = theme.colour("text" if self.isEnabled() else "text3")
        if chosen:
            fill = theme.colour("accent" if self.isEnabled() else "sunken")
            ink = theme.colour("onaccent" if self.isEnabled() else "text3")
        inner = QRectF(self.rect()).adjusted(1 if self.first else 0, 1, -1, -1)
        painter.save()
        clip = QPainterPath()
        clip.addRect(inner)
        inside = QPainterPath()
        inside.addRoundedRect(inner, _RADIUS - 1, _RADIUS - 1)
        if not self.first:
            inside.addRect(QRectF(inner.left(), inner.top(), _RADIUS, inner.height()))
        if not self.last:
            inside.addRect(QRectF(inner.right() - _RADIUS, inner.top(), _RADIUS, inner.height()))
        inside.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(inside.simplified(), fill)
        painter.restore()
        weight = SEMIBOLD if chosen else REGULAR_WEIGHT
        font = theme.sized_font(self._points, weight)
        text(painter, QRect(0, 0, self.width(), self.height()), self._words, font, ink, CENTRE)


class Segments(QWidget):
    """One of a few values; arrow keys move the choice. `chosen` is emitted for people's choices."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        height: int = 42,
        points: Sequence[float] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of value and word; `points` gives each word its own size."""
        super().__init__(parent)
        self._theme = theme
        self._high = height
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, words) in enumerate(choices):
            size = points[number] if points else 12.0
            self._add(key, words, f"{name}.{key}", size)
        buttons = list(self._buttons.values())
        if buttons:
            buttons[0].first = buttons[-1].last = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if value:
            self.set_value(value)

    def value(self) -> str:
        """The chosen value, empty if none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without emitting `chosen`."""
        self._buttons[value].setChecked(True)

    def set_text(self, value: str, words: str) -> None:
        """Another word for a value, e.g. after a change of language."""
        self._buttons[value].setText(words)

    def sizeHint(self) -> QSize:
        """Height as asked."""
        return QSize(super().sizeHint().width(), self._theme.scaled(self._high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = list(self._buttons)
        if step is None or self.value() not in keys:
            super().keyPressEvent(event)
            return
        at = keys.index(self.value()) + step
        if 0 <= at < len(keys):
            self._buttons[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[keys[at]].click()

    def _add(self, key: str, words: str, name: str, points: float) -> None:
        button = _Segment(self._theme, words, name, points)
        self._buttons[key] = button
        self._group.addButton(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        button.clicked.connect(lambda: self.chosen.emit(key))
