"""One page takes the place of another, and the keyboard with it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


@contextmanager
def page_turn(before: QWidget | None) -> Iterator[None]:
    """Takes the keyboard off the page that was shown ``before``, for the next one to take it.

    When a page is hidden that has the keyboard, Qt looks through the whole window for the stop
    after it: for nothing, as the next page says itself where the keyboard begins.
    """
    focus = QApplication.focusWidget()
    if before is None or focus is None or not before.isAncestorOf(focus):
        yield
        return
    window = before.window()
    focus.clearFocus()
    yield
    if QApplication.focusWidget() is None and QApplication.activeWindow() is window:
        window.focusNextPrevChild(True)
