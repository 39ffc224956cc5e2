"""Digits to press with the mouse or a finger."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets import Button, ButtonSize

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

_ROWS = ("123", "456", "789")


class PinPad(QWidget):
    """The keyboard stays in the field: no button of the pad takes it."""

    pressed = Signal(str)
    erased = Signal()

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Digits"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6 if theme.compact else 8)
        for row, digits in enumerate(_ROWS):
            for column, digit in enumerate(digits):
                grid.addWidget(self._digit(digit), row, column)
        grid.addWidget(self._digit("0"), len(_ROWS), 1)
        erase = self._button("⌫", f"{name}.erase")
        erase.setAccessibleName(self.tr("Delete the last digit"))
        erase.clicked.connect(self.erased)
        grid.addWidget(erase, len(_ROWS), 2)

    def _digit(self, digit: str) -> Button:
        button = self._button(digit, f"{self.objectName()}.{digit}")
        button.clicked.connect(partial(self.pressed.emit, digit))
        return button

    def _button(self, words: str, name: str) -> Button:
        high = 40 if self._theme.compact else 48
        button = Button(self._theme, words, height=high, size=ButtonSize.NORMAL, name=name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button
