"""Shows the steps of a payment and how far each has come."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import ColourName, TextRole, Theme
from desktop_app.ui.widgets.discard import clear
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.mixed_label import MixedLabel, Span
from desktop_app.ui.widgets.paint import rounded, start
from desktop_app.ui.widgets.spinner import paint_spinner

_MARK = 26
_LEFT = 40
_TICK = ((8.5, 13.5), (11.5, 16.5), (17.5, 10.0))


class StepState(Enum):
    """States of a step."""

    DONE = "done"
    ACTIVE = "active"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step of sending: title, and the time or a remark below it."""

    title: str
    below: str = ""
    state: StepState = StepState.LATER


class Timeline(QWidget):
    """Steps with ticks; the active one turns. The words are labels: they wrap and are read out."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[TimelineStep] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._angle = -45
        self._labels: list[tuple[PlainLabel, PlainLabel]] = []
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT, 1, 0, 2)
        self._column.setSpacing(0)
        self._timer = QTimer(self)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._turn)
        theme.changed.connect(self.update)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[TimelineStep]) -> None:
        """Show other steps."""
        self._steps = tuple(steps)
        said = "; ".join(f"{step.title} {step.below}".strip() for step in self._steps)
        self.setAccessibleName(said)
        while len(self._labels) < len(self._steps):
            self._add_labels()
        for number, (title, below) in enumerate(self._labels):
            step = self._steps[number] if number < len(self._steps) else TimelineStep("")
            title.setText(step.title)
            title.set_colour("text3" if step.state is StepState.LATER else "text")
            title.setVisible(bool(step.title))
            below.setText(step.below)
            below.setVisible(bool(step.below))
        self.update()
        self._run()

    def _add_labels(self) -> None:
        title = PlainLabel(self._theme, "", TextRole.STRONG, wrap=True, parent=self)
        below = PlainLabel(self._theme, "", TextRole.LABEL, "text2", wrap=True, parent=self)
        # Room for the mark beside a step of one line, and between two steps.
        title.setMinimumHeight(_MARK)
        if self._labels:
            self._column.addSpacing(3 if self._theme.compact else 9)
        self._column.addWidget(title)
        self._column.addWidget(below)
        self._labels.append((title, below))

    def showEvent(self, event: QShowEvent) -> None:
        """Turn while on the screen."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop turning."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks and the lines between them."""
        painter = start(QPainter(self))
        tops = [title.y() for title, _ in self._labels[: len(self._steps)]]
        for top, after in itertools.pairwise(tops):
            line = QRect(_MARK // 2 - 1, top + _MARK, 2, after - top - _MARK)
            painter.fillRect(line, self._theme.colour("border"))
        for top, step in zip(tops, self._steps, strict=True):
            self._paint_mark(painter, QRect(0, top, _MARK, _MARK), step.state)

    def _paint_mark(self, painter: QPainter, box: QRect, state: StepState) -> None:
        theme = self._theme
        if state is StepState.DONE:
            paint_tick(painter, theme, box)
        elif state is StepState.ACTIVE:
            paint_spinner(painter, theme, QRectF(box), self._angle)
        else:
            rounded(painter, box, _MARK / 2, theme.colour("surface"), theme.colour("control"), 2)

    def _run(self) -> None:
        active = any(step.state is StepState.ACTIVE for step in self._steps)
        if active and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _turn(self) -> None:
        self._angle = (self._angle + 15) % 360
        self.update(0, 0, _MARK, self.height())


class EventMark(Enum):
    """Colour of an event's dot: edge, fill."""

    PLAIN = ("accenttext", "surface")
    PAID = ("paidsolid", "paidsolid")
    WAITING = ("waitsolid", "waitsolid")
    NOT_PAID = ("failsolid", "failsolid")

    def __init__(self, edge: ColourName, fill: ColourName) -> None:
        self.edge: ColourName = edge
        self.fill: ColourName = fill


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event of a payment: time, bold words, more words."""

    time: str
    lead: str
    words: str = ""
    mark: EventMark = EventMark.PLAIN


class EventList(QWidget):
    """The events of a payment, oldest first, with dots on a line."""

    def __init__(
        self,
        theme: Theme,
        events: Sequence[EventLine] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(28, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[PlainLabel] = []
        theme.changed.connect(self.update)
        self.set_events(events)

    def set_events(self, events: Sequence[EventLine]) -> None:
        """Show other events."""
        clear(self._grid)
        self._labels.clear()
        self._events = tuple(events)
        top = Qt.AlignmentFlag.AlignTop
        for number, event in enumerate(self._events):
            label = PlainLabel(self._theme, event.time, TextRole.LABEL, "text2")
            gap = " " if event.words else ""
            spans = (Span(event.lead + gap, strong=True), Span(event.words))
            words = MixedLabel(self._theme, spans, TextRole.LABEL)
            self._grid.addWidget(label, number, 0, top)
            self._grid.addWidget(words, number, 1)
            self._labels.append(label)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots and the line between them."""
        painter = start(QPainter(self))
        theme = self._theme
        middles = [label.y() + label.height() // 2 for label in self._labels]
        if len(middles) > 1:
            line = QRect(6, middles[0], 2, middles[-1] - middles[0])
            painter.fillRect(line, theme.colour("border"))
        for part, middle in zip(self._events, middles, strict=True):
            dot = QRect(0, middle - 7, 14, 14)
            fill, edge = theme.colour(part.mark.fill), theme.colour(part.mark.edge)
            rounded(painter, dot, 7, fill, edge, 3)


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
