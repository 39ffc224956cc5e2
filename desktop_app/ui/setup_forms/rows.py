"""Rows of a form that sets something up."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.settings import Language
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import Line, PlainLabel, Segments


class OptionRow(QWidget):
    """A setting on a line: its name, a hint below it, and the control beside them."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        control: QWidget | QHBoxLayout,
        hint: str = "",
        *,
        fills: bool = False,
    ) -> None:
        """`fills` gives the control all the room beside the name."""
        super().__init__()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(PlainLabel(theme, words, TextRole.STRONG, wrap=True))
        if hint:
            names.addWidget(PlainLabel(theme, hint, TextRole.LABEL, "text2", wrap=True))
        names.addStretch(1)
        box = QWidget()
        # In a small window the names wrap rather than push the controls out of it.
        box.setFixedWidth(196 if theme.compact else theme.scaled(252))
        names.setContentsMargins(0, 0, 0, 0)
        box.setLayout(names)
        row = QHBoxLayout(self)
        room = 4 if theme.compact else 11
        row.setContentsMargins(0, room, 0, room)
        row.setSpacing(16)
        row.addWidget(box)
        if isinstance(control, QWidget):
            row.addWidget(control, 1 if fills else 0)
        else:
            row.addLayout(control, 1 if fills else 0)
        if not fills:
            row.addStretch(1)


def add_rows(form: QVBoxLayout, theme: Theme, rows: list[OptionRow]) -> None:
    """Rows with lines between them."""
    for number, row in enumerate(rows):
        if number:
            form.addWidget(Line(theme))
        form.addWidget(row)


def labelled(
    theme: Theme, words: str, control: QWidget, below: QWidget | None = None
) -> QVBoxLayout:
    """A control with its name above it, and what is wrong with it below."""
    label = PlainLabel(theme, words, TextRole.LABEL, "text2")
    label.setBuddy(control)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(control)
    if below is not None:
        column.addWidget(below)
    return column


def theme_gap(theme: Theme) -> int:
    """Room between the parts of the page."""
    return 12 if theme.compact else 16


def language_segments(theme: Theme, name: str) -> Segments:
    """The two languages, each in its own name."""
    choices = ((Language.ENGLISH.value, "English"), (Language.NEPALI.value, "नेपाली"))
    return Segments(theme, choices, height=segment_height(theme), name=name)


def segment_height(theme: Theme) -> int:
    """Low enough that all rows stand in a small window."""
    return 36 if theme.compact else 42
