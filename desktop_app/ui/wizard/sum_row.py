"""The total and its parts, beside the button that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Figure, IdLabel, PlainLabel
from desktop_app.ui.widgets.discard import discard

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 16
_GAP_COMPACT = 8


class SumRow(QWidget):
    """Parts with signs between them, then the total: all figures stand on one line.

    Each has its label above it. A low strip has no room for two lines: the labels stand beside the
    figures there, and those of the parts give way where it is narrow, too.
    """

    def __init__(self, theme: Theme, total_label: str) -> None:
        super().__init__()
        self._theme = theme
        self._parts: list[tuple[PlainLabel, PlainLabel]] = []
        self._signs: list[PlainLabel] = []
        self._shape: tuple[int, str] | None = None
        """How many parts there are, and the signs between them."""
        self._label = PlainLabel(theme, total_label, TextRole.LABEL, "text2")
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._total = Figure(theme, "", TextRole.TOTAL, align=align, name="choice.total")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP_COMPACT if theme.compact else _GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(3, 1)
        self.show_sum("—", ())

    def show_sum(self, total: str, parts: Sequence[tuple[str, str]], signs: str = "") -> None:
        """Show a total and what comes before it; a sign follows each part, if there are any."""
        if self._shape != (len(parts), signs):
            self._shape = (len(parts), signs)
            self._build(len(parts), signs)
        self._total.setText(total)
        for (label, figure), (words, value) in zip(self._parts, parts, strict=True):
            label.setText(words)
            figure.setText(value)
        beside = [*self._signs, *(figure for _, figure in self._parts)]
        if self._theme.compact:
            beside += [self._label, *(label for label, _ in self._parts)]
        for one in beside:
            one.stand_on(self._total)

    def _build(self, count: int, signs: str) -> None:
        """Make the labels of another number of parts; each row of a list has mostly the same."""
        for old in (*self._signs, *(label for part in self._parts for label in part)):
            discard(self._grid, old)
        for kept in (self._label, self._total):
            self._grid.removeWidget(kept)
        self._parts = [self._part() for _ in range(count)]
        self._signs = [PlainLabel(self._theme, sign, TextRole.HEADING, "text2") for sign in signs]
        column = 0
        for number, (label, value) in enumerate(self._parts):
            column = self._place(column, label, value)
            if number < len(self._signs):
                column = self._place(column, None, self._signs[number])
        self._place(column, self._label, self._total)

    def _part(self) -> tuple[PlainLabel, PlainLabel]:
        figure = IdLabel(self._theme, "", TextRole.VALUE)
        figure.setMaximumWidth(self._theme.scaled(180 if self._theme.compact else 280))
        return PlainLabel(self._theme, "", TextRole.LABEL, "text2"), figure

    def _place(self, column: int, label: PlainLabel | None, figure: PlainLabel) -> int:
        """Put a figure and its label into the grid; the next free column."""
        if label is not None:
            self._grid.addWidget(label, 2 if self._theme.compact else 1, column)
            label.show()
            column += self._theme.compact
        self._grid.addWidget(figure, 2, column)
        figure.show()
        return column + 1

    def fit(self, room: int) -> None:
        """Leave out the labels of the parts where ``room`` is too narrow for them."""
        if not self._theme.compact:
            return
        shown = [self._label, self._total, *self._signs]
        shown += [label for part in self._parts for label in part]
        widths = [min(label.sizeHint().width(), label.maximumWidth()) for label in shown]
        whole = sum(widths) + _GAP_COMPACT * (len(shown) - 1)
        for label, _ in self._parts:
            label.setVisible(whole <= room)
