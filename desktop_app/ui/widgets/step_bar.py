"""Shows the steps of a payment and the one the clerk is at."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.theme import BOLD, ColourName, TextRole, Theme
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.discard import clear
from desktop_app.ui.widgets.labels import PlainLabel
from desktop_app.ui.widgets.paint import RIGHT, text_width
from desktop_app.ui.widgets.panel import Line
from desktop_app.ui.widgets.styled import set_style

_CIRCLE = 26
_TICK = 16
_STAGES = ("done", "active", "later")


class StepMark(BoxLabel):
    """A step in a circle, with its number; a tick where it is done."""

    def show_stage(self, stage: str, number: int = 0) -> None:
        """Show a step, counted from 1; 0 for one without a number."""
        set_style(self, stage=stage)
        words = str(number) if number else ""
        self.setAccessibleName(words)
        if stage == "done":
            self.setPixmap(self._theme.icon("check", "accenttext", _TICK, self))
        else:
            # Qt leaves a picture where it is if there are no words in its place.
            self.clear()
            self.set_text(words)

    def box_font(self) -> QFont:
        """Return a bold font."""
        return self._theme.sized_font(11.0, BOLD)

    def sizeHint(self) -> QSize:
        """Return a circle."""
        return QSize(_CIRCLE, _CIRCLE)


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
        self._current = current
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._marks: list[StepMark] = []
        self._labels: list[PlainLabel] = []
        self._note = PlainLabel(theme, "", TextRole.LABEL, "text2", align=RIGHT, parent=self)
        self.set_steps(steps)
        theme.changed.connect(self._restyle)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Names of the steps, e.g. after a change of language."""
        self._steps = tuple(steps)
        if len(self._labels) != len(self._steps):
            self._build()
        self._restyle()

    def set_current(self, current: int) -> None:
        """The step that is under way, counted from 0."""
        if current != self._current:
            self._current = current
            self._restyle()

    def set_note(self, note: str) -> None:
        """A sentence at the right end; left out where there is no room."""
        self._note.setText(note)
        self._place_note()

    def steps_width(self) -> int:
        """Width of the steps alone."""
        gap, line = self._gaps()
        width = sum(_CIRCLE + 8 + self._label_width(n) for n in range(len(self._steps)))
        return width + (2 * gap + line) * max(0, len(self._steps) - 1)

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(self.steps_width(), self._theme.metrics.step_bar)

    def minimumSizeHint(self) -> QSize:
        """The steps are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note takes what room is left."""
        super().resizeEvent(event)
        self._place_note()

    def _build(self) -> None:
        clear(self._row)
        self._lines: list[Line] = []
        self._marks, self._labels = [], []
        for number in range(len(self._steps)):
            if number:
                self._lines.append(Line(self._theme))
                set_style(self._lines[-1], between="yes")
                self._row.addWidget(self._lines[-1], 0, Qt.AlignmentFlag.AlignVCenter)
            self._marks.append(StepMark(self._theme, ""))
            self._row.addWidget(self._marks[-1], 0, Qt.AlignmentFlag.AlignVCenter)
            self._labels.append(PlainLabel(self._theme, "", TextRole.LABEL))
            self._row.addSpacing(8)
            self._row.addWidget(self._labels[-1])
        self._row.addStretch(1)

    def _place_note(self) -> None:
        left = self.steps_width() + 16
        self._note.setGeometry(left, 0, max(0, self.width() - left), self.height())
        words = self._note.text()
        self._note.setVisible(
            bool(words) and text_width(words, self._note.font()) <= self._note.width()
        )

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
        gap, length = self._gaps()
        inks: tuple[ColourName, ...] = ("text2", "text", "text3")
        for number, (mark, label) in enumerate(zip(self._marks, self._labels, strict=True)):
            stage = self._stage(number) + 1
            mark.show_stage(_STAGES[stage], number + 1)
            label.set_colour(inks[stage])
            label.set_points(0, BOLD if number == self._current else None)
            label.setText(self._steps[number])
        for number, line in enumerate(self._lines, 1):
            line.setFixedSize(length + 2 * gap, 2)
            line.set_marked(number <= self._current)
        words = self._steps[self._current] if self._current < len(self._steps) else ""
        self.setAccessibleName(f"{self._current + 1}/{len(self._steps)} {words}")
        self.updateGeometry()
        self._place_note()
