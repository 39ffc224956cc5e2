"""Shows the steps of a payment and how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.discard import clear
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.mixed_label import MixedLabel, Span
from desktop_app.ui.widgets.panel import Line, Surface
from desktop_app.ui.widgets.spinner import Spinner
from desktop_app.ui.widgets.step_bar import StepMark
from desktop_app.ui.widgets.styled import set_style

_MARK, _DOT = 26, 14
_LEFT, _LEFT_OF_EVENTS = 40, 28
_BETWEEN_EVENTS = 5


class StepState(Enum):
    """States of a step."""

    DONE = "done"
    ACTIVE = "active"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """Describes a step of sending: title, and the time or a remark below it."""

    title: str
    below: str = ""
    state: StepState = StepState.LATER


class _Track(QWidget):
    """A mark, with the lines that join it to those before and after it."""

    def __init__(self, theme: Theme, *marks: QWidget, first: bool, above: int = 0) -> None:
        """`above` is the height of the line before the mark; the first has none."""
        super().__init__()
        self._after = Line(theme, vertical=True, thick=2)
        self._after.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, above if first else 0, 0, 0)
        column.setSpacing(0)
        centre = Qt.AlignmentFlag.AlignHCenter
        if not first:
            before = Line(theme, vertical=True, thick=2)
            before.setFixedHeight(above)
            column.addWidget(before, 0, centre)
        for mark in marks:
            column.addWidget(mark, 0, centre)
        column.addWidget(self._after, 1, centre)
        column.addStretch(0)

    def go_on(self, goes_on: bool) -> None:
        """Show the line to the next mark."""
        self._after.setVisible(goes_on)


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
        self._rows: list[_Step] = []
        self._steps: tuple[TimelineStep, ...] = ()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 1, 0, 2)
        self._grid.setHorizontalSpacing(_LEFT - _MARK)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.set_steps(steps)
        theme.changed.connect(self._restyle)

    def set_steps(self, steps: Sequence[TimelineStep]) -> None:
        """Show other steps; most of them stay as they are."""
        before, self._steps = self._steps, tuple(steps)
        said = "; ".join(f"{step.title} {step.below}".strip() for step in self._steps)
        self.setAccessibleName(said)
        while len(self._rows) < len(self._steps):
            self._rows.append(_Step(self._theme, self._grid, len(self._rows)))
        for row, old, step in zip_longest(self._rows, before, self._steps):
            if step is None or step != old:
                row.show_step(step)
        for number, row in enumerate(self._rows, 1):
            row.track.go_on(number < len(self._steps))

    def _restyle(self) -> None:
        for row, step in zip(self._rows, self._steps, strict=False):
            row.show_step(step)


class _Step:
    """The widgets of one step: its mark, title and remark, in three rows of the grid."""

    def __init__(self, theme: Theme, grid: QGridLayout, number: int) -> None:
        self._mark, self._turning = StepMark(theme, ""), Spinner(theme, _MARK)
        self.track = _Track(theme, self._mark, self._turning, first=True)
        self._title = PlainLabel(theme, "", TextRole.STRONG, wrap=True)
        self._below = PlainLabel(theme, "", TextRole.LABEL, "text2", wrap=True)
        # Room for the mark beside a step of one line.
        self._title.setMinimumHeight(_MARK)
        row = number * 3
        if number:
            grid.setRowMinimumHeight(row - 1, 3 if theme.compact else 9)
        grid.addWidget(self.track, row, 0, 3, 1)
        grid.addWidget(self._title, row, 1)
        grid.addWidget(self._below, row + 1, 1)

    def show_step(self, step: TimelineStep | None) -> None:
        """Show a step, or nothing."""
        is_active = step is not None and step.state is StepState.ACTIVE
        self._turning.setVisible(is_active)
        self._mark.setVisible(step is not None and not is_active)
        title, below = (step.title, step.below) if step is not None else ("", "")
        if step is not None:
            self._mark.show_stage(step.state.value)
            self._title.set_colour("text3" if step.state is StepState.LATER else "text")
        for label, words in ((self._title, title), (self._below, below)):
            label.setText(words)
            label.setVisible(bool(words))


class EventMark(Enum):
    """Colour of an event's dot, as the style sheet names it."""

    PLAIN = "plain"
    PAID = "paid"
    WAITING = "waiting"
    NOT_PAID = "not_paid"


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event of a payment: time, bold words, more words; ``day`` where another day begins."""

    time: str
    lead: str
    words: str = ""
    mark: EventMark = EventMark.PLAIN
    day: str = ""


class EventDot(Surface):
    """Shows the dot of an event."""

    def __init__(self, theme: Theme, mark: EventMark) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_style(self, mark=mark.value)

    def sizeHint(self) -> QSize:
        """Return a circle."""
        return QSize(_DOT, _DOT)


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
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, _LEFT_OF_EVENTS - 18)
        self._grid.setColumnStretch(2, 1)
        self.set_events(events)

    def set_events(self, events: Sequence[EventLine]) -> None:
        """Show other events."""
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        row = 0
        for number, event in enumerate(events):
            is_last = number + 1 == len(events)
            if event.day:
                # Over the words: beside them it would take their room.
                day = PlainLabel(self._theme, event.day, TextRole.LABEL, "text2")
                self._grid.addWidget(day, row, 1, 1, 2)
                row += 1
            time = PlainLabel(self._theme, event.time, TextRole.LABEL, "text2")
            gap = " " if event.words else ""
            spans = (Span(event.lead + gap, strong=True), Span(event.words))
            words = MixedLabel(self._theme, spans, TextRole.LABEL)
            above = max(0, (time.sizeHint().height() - _DOT) // 2)
            dot = EventDot(self._theme, event.mark)
            track = _Track(self._theme, dot, first=not number, above=above)
            track.go_on(not is_last)
            below = 1 if is_last else 2 + bool(events[number + 1].day)
            self._grid.addWidget(track, row, 0, below, 1)
            self._grid.addWidget(time, row, 1, top)
            self._grid.addWidget(words, row, 2)
            self._grid.setRowMinimumHeight(row + 1, 0 if is_last else _BETWEEN_EVENTS)
            row += 2
