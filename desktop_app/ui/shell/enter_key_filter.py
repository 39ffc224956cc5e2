"""Keeps an Enter from acting where it was not meant: on the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.kit.keyboard import ENTER_KEYS, is_typing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class EnterKeyFilter(QObject):
    """Drops Enter and Space for a moment after a page has appeared, and Enter while it repeats.

    A Space that is typed into a text presses nothing, and is part of it. The filter sits in front
    of the native window, where all keys of a person pass.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pause_ms = 0
        self._since = QElapsedTimer()
        self._window = window
        self._installed = False

    def install(self) -> None:
        """Begin to watch; the native window exists once the window is shown."""
        if not self._installed:
            self._window.windowHandle().installEventFilter(self)
            self._installed = True

    def pause(self, milliseconds: int) -> None:
        """Drop Enter from now on for this long."""
        self._pause_ms = milliseconds
        self._since.start()

    @property
    def is_pausing(self) -> bool:
        """A page has just appeared and ignores Enter."""
        return self._since.isValid() and self._since.elapsed() < self._pause_ms

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop what must not arrive."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (*ENTER_KEYS, Qt.Key.Key_Space):
            return False
        if event.key() == Qt.Key.Key_Space and is_typing(QApplication.focusWidget()):
            return False
        repeats = event.isAutoRepeat() and event.key() in ENTER_KEYS
        return self.is_pausing or repeats
