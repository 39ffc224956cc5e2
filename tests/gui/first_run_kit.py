"""What the tests of the first start share: its keys, and the way to the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from tests.gui.settings_kit import (
        Window,
    )

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def enter(window: Window) -> None:
    """Enter, and whatever it sets going."""
    window.key(ENTER)
    window.settle()


def to_token(window: Window) -> None:
    """2, the shop's name, Enter."""
    window.key(Qt.Key.Key_2)
    assert window.focus_name() == "first.shop_name"
    window.type("Hari Stores")
    window.key(TAB)
    assert window.focus_name() == "first.operator"
    window.type("Gita")
    enter(window)
    assert window.focus_name() == "first.token"


def choose_test(window: Window) -> None:
    """Back to the environments with Shift+Tab, right arrow, and Tab to the token."""
    window.key(TAB, Qt.KeyboardModifier.ShiftModifier)
    window.key(Qt.Key.Key_Right)
    assert window.focus_name() == "first.environment.test"
    window.key(TAB)
    assert window.focus_name() == "first.token"
