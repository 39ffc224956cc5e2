"""Facts about a payment: label, value, amount."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.labels import Figure, IdLabel, PlainLabel
from desktop_app.ui.widgets.paint import text_width
from desktop_app.ui.widgets.panel import Line


class RowText(NamedTuple):
    """What a row says."""

    label: str
    value: str = ""
    note: str = ""
    amount: str = ""
    is_total: bool = False


class KeyValueRow(QWidget):
    """Label, value (wraps), small note, and an amount at the right end.

    With `opposite` the value stands at the right end, as on the result page. `identifier` cuts a
    value in the middle instead of wrapping it.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        value: str = "",
        *,
        note: str = "",
        amount: str = "",
        opposite: bool = False,
        identifier: bool = False,
        total: bool = False,
        height: int = 0,
        label_width: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._low = False
        self._label_width = label_width
        self.setObjectName(name)
        self.label = PlainLabel(theme, label, TextRole.BODY, "text2", wrap=True)
        kind = IdLabel if identifier else PlainLabel
        role = TextRole.STRONG if opposite else TextRole.VALUE
        self.value = kind(theme, value, role, name=f"{name}.value" if name else "")
        self.value.let_select()
        if not identifier:
            self.value.setWordWrap(True)
        self.note = PlainLabel(theme, note, TextRole.LABEL, "text2", wrap=True)
        size = TextRole.HEADING if total else TextRole.VALUE
        self.amount = Figure(theme, amount, size, name=f"{name}.amount" if name else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.label, 1 if opposite else 0)
        if opposite:
            self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.value, 2 if opposite else 1)
        row.addWidget(self.note, 1)
        row.addWidget(self.amount)
        # Only now that they have a parent: without one, a part would show as a separate window.
        self.note.setVisible(bool(note))
        self.value.setVisible(bool(value) or not note)
        self.amount.setVisible(bool(amount))
        self._opposite = opposite
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_value(self, value: str) -> None:
        """Show another value."""
        self.value.setText(value)
        self.value.setVisible(bool(value) or not self.note.text())

    def put(self, text: RowText) -> None:
        """Say something else."""
        self.label.setText(text.label)
        self.value.setText(text.value)
        self.note.setText(text.note)
        self.amount.setText(text.amount)
        self.amount.set_role(TextRole.HEADING if text.is_total else TextRole.VALUE)
        self.note.setVisible(bool(text.note))
        self.value.setVisible(bool(text.value) or not text.note)
        self.amount.setVisible(bool(text.amount))

    def set_low(self, low: bool) -> None:
        """Take the height of a small window where the page needs the room."""
        self._low = low
        self._restyle()

    def _restyle(self) -> None:
        compact = self._theme.compact or self._low
        least = self._height or (29 if compact else (40 if self._opposite else 42))
        self.setMinimumHeight(self._theme.scaled(least))
        if not self._opposite:
            width = 108 if self._theme.compact else 138
            self.label.setFixedWidth(self._theme.scaled(self._label_width or width))

    def wanted_label_width(self) -> int:
        """Width that shows the label on one line; 0 where the label has no column of its own."""
        if self._opposite or self._label_width:
            return 0
        return text_width(self.label.text(), self.label.font())


class KeyValueList(QWidget):
    """Rows with thin lines between them (and one above the first, if wanted)."""

    def __init__(
        self,
        theme: Theme,
        *,
        first_line: bool = True,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first_line = first_line
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[KeyValueRow] = []
        self._lines: list[Line] = []
        theme.changed.connect(self._align)

    @property
    def rows(self) -> Sequence[KeyValueRow]:
        """The rows in order."""
        return tuple(self._rows)

    def add(self, row: KeyValueRow) -> KeyValueRow:
        """Add a row at the end."""
        self._append(row)
        self._align()
        return row

    def show_texts(
        self, texts: Sequence[RowText], *, opposite: bool = False, height: int = 0
    ) -> None:
        """Show these rows alone, in the widgets that are there as far as they go.

        Making them anew is most of what a page takes to come, and its balance to be told.
        """
        for row, text in list(zip_longest(self._rows, texts)):
            if text is None:
                self._remove_last()
            elif row is None:
                made = KeyValueRow(
                    self._theme,
                    text.label,
                    text.value,
                    note=text.note,
                    amount=text.amount,
                    opposite=opposite,
                    total=text.is_total,
                    height=height,
                )
                self._append(made)
            else:
                row.put(text)
        self.show_first(len(texts))
        self._align()

    def _append(self, row: KeyValueRow) -> None:
        line = Line(self._theme)
        self._lines.append(line)
        self._column.addWidget(line)
        line.setVisible(bool(self._rows) or self._first_line)
        self._column.addWidget(row)
        # Added to a page on screen it would be shown later, and be measured as nothing till then.
        row.show()
        self._rows.append(row)

    def _remove_last(self) -> None:
        for gone in (self._lines.pop(), self._rows.pop()):
            discard(self._column, gone)

    def _align(self) -> None:
        """Give all labels one width: that of the longest, within limits."""
        scaled = self._theme.scaled
        least = scaled(108 if self._theme.compact else 138)
        widest = max((row.wanted_label_width() for row in self._rows), default=0)
        for row in self._rows:
            if row.wanted_label_width():
                row.label.setFixedWidth(min(max(least, widest), scaled(190)))

    def set_low(self, low: bool) -> None:
        """Let all rows take the height of a small window, or not."""
        for row in self._rows:
            row.set_low(low)
        self._align()

    def show_first(self, count: int) -> None:
        """Show only so many rows, each with the line above it."""
        for number, (line, row) in enumerate(zip(self._lines, self._rows, strict=True)):
            line.setVisible(number < count and (number > 0 or self._first_line))
            row.setVisible(number < count)


class FactText(NamedTuple):
    """What a fact says; a long ``value`` may wrap."""

    label: str
    value: str
    below: str = ""
    role: TextRole = TextRole.STRONG
    wrap: bool = False


class Fact(QWidget):
    """A small label above a value, and a line below it, as in the customer strip."""

    def __init__(self, theme: Theme, text: FactText, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(theme, "", TextRole.LABEL, "text2")
        self.value = PlainLabel(theme, "", TextRole.STRONG)
        self.below = PlainLabel(theme, "", TextRole.LABEL, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        for part in (self.label, self.value, self.below):
            column.addWidget(part)
        column.addStretch(1)
        self.put(text)

    def put(self, text: FactText) -> None:
        """Say something else."""
        self.label.setText(text.label)
        self.value.set_role(text.role)
        self.value.setWordWrap(text.wrap)
        self.value.setText(text.value)
        self.below.setText(text.below)
        self.below.setVisible(bool(text.below))
