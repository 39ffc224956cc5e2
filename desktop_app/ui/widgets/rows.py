"""Facts about a payment: label, value, amount."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets.discard import discard
from desktop_app.ui.widgets.labels import Figure, PlainLabel
from desktop_app.ui.widgets.paint import LEFT, RIGHT, text_width
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

    With `opposite` the value stands at the right end, as on the result page. Few rows have a note
    or an amount: they are made for the first one.
    """

    def __init__(
        self,
        theme: Theme,
        text: RowText,
        *,
        opposite: bool = False,
        height: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._low = False
        self.label = PlainLabel(theme, "", TextRole.BODY, "text2", wrap=True)
        role = TextRole.STRONG if opposite else TextRole.VALUE
        self.value = PlainLabel(theme, "", role, wrap=True, align=RIGHT if opposite else LEFT)
        self.value.let_select()
        self._note: PlainLabel | None = None
        self._amount: Figure | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.label, 1 if opposite else 0)
        row.addWidget(self.value, 2 if opposite else 1)
        self._opposite = opposite
        theme.changed.connect(self._restyle)
        self._restyle()
        self.put(text)

    def put(self, text: RowText) -> None:
        """Say something else."""
        self.label.setText(text.label)
        self.value.setText(text.value)
        if text.note and self._note is None:
            self._note = PlainLabel(self._theme, "", TextRole.LABEL, "text2", wrap=True)
            self._row.insertWidget(2, self._note, 1)
        if text.amount and self._amount is None:
            self._amount = Figure(self._theme)
            self._row.addWidget(self._amount)
        if self._note is not None:
            self._note.setText(text.note)
            self._note.setVisible(bool(text.note))
        if self._amount is not None:
            self._amount.setText(text.amount)
            self._amount.set_role(TextRole.HEADING if text.is_total else TextRole.VALUE)
            self._amount.setVisible(bool(text.amount))
        self.value.setVisible(bool(text.value) or not text.note)

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
            self.label.setFixedWidth(self._theme.scaled(width))

    def wanted_label_width(self) -> int:
        """Width that shows the label on one line; 0 where the label has no column of its own."""
        if self._opposite:
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
                self._append(KeyValueRow(self._theme, text, opposite=opposite, height=height))
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
