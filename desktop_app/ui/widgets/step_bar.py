"""Where the clerk is in the payment."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import BOLD, ColourName, TextRole, Theme
from desktop_app.ui.widgets.paint import CENTRE, LEFT, RIGHT, rounded, start, text, text_width

_CIRCLE = 26
_TICK = ((8.5, 13.5), (11.5, 16.5), (17.5, 10.0))


class StepBar(QWidget):
    """Steps: done with a tick, the current one filled, later ones outlined. Not clickable."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[str],
        current: int = 0,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._steps = tuple(steps)
        self.set_current(current)
        theme.changed.connect(self._restyle)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Names of the steps, e.g. after a change of language."""
        self._steps = tuple(steps)
        self._restyle()

    def set_current(self, current: int) -> None:
        """The step that is under way, counted from 0."""
        self._current = current
        self._restyle()

    def set_note(self, note: str) -> None:
        """A sentence at the right end; left out where there is no room."""
        self._note = note
        self.update()

    def steps_width(self) -> int:
        """Width of the steps alone."""
        gap, line = self._gaps()
        width = sum(_CIRCLE + 8 + self._label_width(n) for n in range(len(self._steps)))
        return width + (2 * gap + line) * max(0, len(self._steps) - 1)

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(self.steps_width(), self._theme.metrics.step_bar)

    def minimumSizeHint(self) -> QSize:
        """The steps are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        theme = self._theme
        painter = start(QPainter(self))
        gap, line = self._gaps()
        left, middle = 0, self.height() // 2
        for number in range(len(self._steps)):
            if number:
                done: ColourName = "accenttext" if number <= self._current else "border"
                painter.fillRect(left + gap, middle - 1, line, 2, theme.colour(done))
                left += 2 * gap + line
            self._paint_circle(
                painter, QRect(left, middle - _CIRCLE // 2, _CIRCLE, _CIRCLE), number
            )
            left += _CIRCLE + 8
            width = self._label_width(number)
            colours: tuple[ColourName, ...] = ("text2", "text", "text3")
            ink = colours[self._stage(number) + 1]
            box = QRect(left, 0, width, self.height())
            text(painter, box, self._steps[number], self._font(number), theme.colour(ink), LEFT)
            left += width
        self._paint_note(painter, left)

    def _paint_note(self, painter: QPainter, left: int) -> None:
        font = self._theme.font(TextRole.LABEL)
        area = QRect(left + 16, 0, self.width() - left - 16, self.height())
        if self._note and text_width(self._note, font) <= area.width():
            text(painter, area, self._note, font, self._theme.colour("text2"), RIGHT)

    def _paint_circle(self, painter: QPainter, box: QRect, number: int) -> None:
        theme = self._theme
        font = theme.sized_font(11.0, BOLD)
        stage = self._stage(number)
        if stage < 0:
            paint_tick(painter, theme, box)
        elif stage == 0:
            rounded(painter, box, _CIRCLE / 2, theme.colour("accent"))
            text(painter, box, str(number + 1), font, theme.colour("onaccent"), CENTRE)
        else:
            rounded(painter, box, _CIRCLE / 2, theme.colour("surface"), theme.colour("control"), 2)
            text(painter, box, str(number + 1), font, theme.colour("text2"), CENTRE)

    def _stage(self, number: int) -> int:
        """-1 done, 0 current, 1 later."""
        return (number > self._current) - (number < self._current)

    def _gaps(self) -> tuple[int, int]:
        """Gap on both sides of a line, length of the line."""
        return (10, 18) if self._theme.compact else (10, 30)

    def _font(self, number: int) -> QFont:
        theme = self._theme
        points = 11.5 if theme.nepali else 11.0
        return (
            theme.sized_font(points, BOLD) if number == self._current else theme.sized_font(points)
        )

    def _label_width(self, number: int) -> int:
        return text_width(self._steps[number], self._font(number))

    def _restyle(self) -> None:
        words = self._steps[self._current] if self._current < len(self._steps) else ""
        self.setAccessibleName(f"{self._current + 1}/{len(self._steps)} {words}")
        self.updateGeometry()
        self.update()


def paint_tick(painter: QPainter, theme: Theme, box: QRect) -> None:
    """A done step: a tick in a circle."""
    rounded(
        painter, box, box.width() / 2, theme.colour("accentsoft"), theme.colour("accenttext"), 2
    )
    pen = QPen(theme.colour("accenttext"), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    unit = box.width() / 26
    corner = QPointF(box.topLeft())
    painter.drawPolyline([corner + QPointF(x, y) * unit for x, y in _TICK])
