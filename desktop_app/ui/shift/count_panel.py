"""Counts the cash of a drawer by denomination: one field each, and Enter walks down."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from desktop_app.core.money import Money, grouped
from desktop_app.core.shifts.shift import DENOMINATIONS, CashCount
from desktop_app.core.typed_text import typed_code
from desktop_app.ui.kit.keyboard import ENTER_KEYS, NO_SCAN
from desktop_app.ui.texts.money import cash_text, rupees
from desktop_app.ui.theme import TextRole
from desktop_app.ui.widgets import Figure, KeyHint, Line, Panel, PlainLabel, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import Theme

NOTHING_TYPED: Mapping[int, str] = MappingProxyType({})
_MOST_DIGITS = 5
_WIDE, _NARROW = 96, 70
_LOW_LINES = 5
_PARTS = 5
"""Columns of a denomination: its name, the sign, the field, the sum, and room behind it."""


class CountPanel(Panel):
    """Nine fields from 1,000 to 1 rupee with what they come to, and the sum of all.

    A field that is left empty counts none. ``changed`` tells that a number was typed, ``finished``
    that Enter was pressed in the last field.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name="shift.count")
        self._preset: Money | None = None
        self._fields: dict[int, TextField] = {}
        self._sums: dict[int, Figure] = {}
        self._total_words = self.tr("Counted cash")
        self._total = PlainLabel(theme, "", TextRole.TOTAL, name="shift.counted")
        side = theme.metrics.panel_padding
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side - 8, side, side - 8)
        column.setSpacing(3 if theme.compact else 4)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, self.tr("Count the cash"), TextRole.HEADING), 1)
        head.addWidget(KeyHint(theme, "Enter", self.tr("next row"), gap=6))
        column.addLayout(head)
        column.addLayout(self._grid())
        column.addStretch(1)
        column.addWidget(Line(theme))
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(theme, self._total_words, TextRole.SUBHEADING), 1)
        foot.addWidget(self._total)
        column.addLayout(foot)
        self._show_sums()

    def _grid(self) -> QGridLayout:
        """Lay the fields out: below each other, or in two columns where the window is low."""
        theme = self._theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(8 if theme.compact else 12)
        grid.setVerticalSpacing(4 if theme.compact else 2)
        lines = _LOW_LINES if theme.compact else len(DENOMINATIONS)
        for at, face in enumerate(DENOMINATIONS):
            words = self.tr("Rs. {amount}").format(amount=cash_text(Money.rupees(face)))
            field, total = self._field(face, words), Figure(theme, "", name=f"shift.sum.{face}")
            total.set_role(TextRole.LABEL if theme.compact else TextRole.BODY)
            self._fields[face], self._sums[face] = field, total
            left, line = _PARTS * (at // lines), at % lines
            grid.addWidget(PlainLabel(theme, words, TextRole.STRONG), line, left)
            grid.addWidget(PlainLabel(theme, "×", TextRole.BODY, "text2"), line, left + 1)
            grid.addWidget(field, line, left + 2)
            grid.addWidget(total, line, left + 3, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(left + 3, 1)
            grid.setColumnMinimumWidth(left + 4, 12 if theme.compact else 0)
        return grid

    def _field(self, face: int, words: str) -> TextField:
        theme = self._theme
        field = TextField(
            theme,
            self.tr("Pieces of {name}").format(name=words),
            height=26 if theme.compact else 32,
            right=True,
            name=f"shift.count.{face}",
        )
        field.setMaxLength(_MOST_DIGITS)
        field.setProperty(NO_SCAN, True)
        field.setFixedWidth(theme.scaled(_NARROW if theme.compact else _WIDE))
        field.textEdited.connect(self._edited)
        return field

    # --- what was counted -----------------------------------------------------------------

    def begin(self, preset: Money | None, typed: Mapping[int, str] = NOTHING_TYPED) -> None:
        """Begin a count; ``preset`` is what counts as counted as long as nothing is typed.

        ``typed`` are texts by denomination, of a page that this one takes the place of.
        """
        self._preset = preset
        for face, field in self._fields.items():
            field.setText(typed.get(face, ""))
        self._show_sums()

    def typed(self) -> Mapping[int, str]:
        """What stands in the fields, by denomination."""
        return {face: field.text() for face, field in self._fields.items()}

    def count(self) -> CashCount | None:
        """What was counted; None where nothing was, or something typed is no number."""
        typed = {face: typed_code(field.text()) for face, field in self._fields.items()}
        if not any(typed.values()):
            return None if self._preset is None else CashCount(other=self._preset)
        if any(text and not _is_number(text) for text in typed.values()):
            return None
        return CashCount.of({face: int(text or 0) for face, text in typed.items()})

    def take_focus(self) -> None:
        """Put the keyboard on the first field, or on the one where the count goes on."""
        fields = list(self._fields.values())
        filled = max((at for at, field in enumerate(fields, 1) if field.text()), default=0)
        next_one = fields[min(filled, len(fields) - 1)]
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)
        next_one.selectAll()

    def _edited(self) -> None:
        self._show_sums()
        self.changed.emit()

    def _show_sums(self) -> None:
        for face, field in self._fields.items():
            typed = typed_code(field.text())
            pieces = int(typed) if _is_number(typed) else 0
            total = Money.rupees(face * pieces)
            self._sums[face].setText(grouped(total) if typed else "—")
        count = self.count()
        words = "—" if count is None else rupees(count.total)
        self._total.setText(words)
        self._total.setAccessibleName(f"{self._total_words}: {words}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows walk through the fields; Enter in the last one has finished."""
        fields = list(self._fields.values())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        at = next((n for n, field in enumerate(fields) if field.hasFocus()), None)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1} | dict.fromkeys(ENTER_KEYS, 1)
        step = steps.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        elif at + step == len(fields) and event.key() in ENTER_KEYS:
            self.finished.emit()
        elif 0 <= at + step < len(fields):
            fields[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            fields[at + step].selectAll()


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal()
