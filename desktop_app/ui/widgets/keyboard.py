"""Gives the keyboard to a control that can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def takes_keyboard(widget: QWidget) -> bool:
    """It is there still, is seen, and is not disabled."""
    return isValid(widget) and widget.isVisible() and widget.isEnabled()


def give_keyboard(wanted: QWidget | None, window: QWidget) -> None:
    """Give it to the control that is wanted, else to the first that Tab comes to in the window."""
    if wanted is not None and takes_keyboard(wanted):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    window.setFocus(Qt.FocusReason.OtherFocusReason)
    window.focusNextChild()
