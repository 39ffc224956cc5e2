"""Keys that several pages understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from desktop_app.core.typed_text import latin_digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


NO_SCAN = "noScan"
"""Property of a text field that takes no bar code: an amount, a PIN, the filter of companies."""

TAKES_SCAN = "takesScan"
"""Property of a text field in which the Enter after a bar code is meant: an account, a search.

Every other field takes the characters alone."""


def is_typing(focus: QWidget | None) -> bool:
    """The keyboard is in a text that a person can change."""
    return isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) and not focus.isReadOnly()


def on_alt_digit(page: QWidget, digit: int, act: Callable[[int], object]) -> None:
    """Call ``act`` with the digit when Alt and it are pressed on the page.

    A shortcut, since a text field would take the digit as text.
    """
    shortcut = QShortcut(QKeySequence(f"Alt+{digit}"), page)
    shortcut.activated.connect(lambda: act(digit))


def digit_of(event: QKeyEvent) -> int | None:
    """Return 1 to 9 for a plain digit key, also of the number pad; None for any other key."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if plain != Qt.KeyboardModifier.NoModifier or len(event.text()) != 1:
        return None
    text = latin_digits(event.text())
    return int(text) if text in "123456789" else None
