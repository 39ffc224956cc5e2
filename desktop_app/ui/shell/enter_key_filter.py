"""Keeps an Enter from acting where it was not meant: on the next page, or after a scan."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.core.typing_pace import TypingPace
from desktop_app.ui.kit.keyboard import ENTER_KEYS, NO_SCAN


class EnterKeyFilter(QObject):
    """Drops Enter and Space for a moment after a page has appeared, and Enter while it repeats.

    It also drops those that end a bar code, unless a field has the keyboard that a bar code may
    fill: read twice at Confirm, it would be the cash and pay.

    It sits in front of the native window, where all keys of a person pass.
    """

    scanned = Signal()
    """An Enter was dropped because it came at a scanner's pace."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pause_ms = 0
        self._since = QElapsedTimer()
        self._window = window
        self._installed = False
        self._pace = TypingPace()

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
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._pace.released(event.timestamp())
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (*ENTER_KEYS, Qt.Key.Key_Space):
            if event.text().isprintable() and event.text():
                self._pace.character(event.timestamp())
            return False
        repeats = event.isAutoRepeat() and event.key() in ENTER_KEYS
        if self.is_pausing or repeats:
            return True
        return self._is_scan(event)

    def _is_scan(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        typing = isinstance(focus, QLineEdit) and not focus.isReadOnly()
        if event.key() == Qt.Key.Key_Space and typing:
            self._pace.character(event.timestamp())
            return False
        if not self._pace.is_scan(event.timestamp()):
            return False
        if typing and focus is not None and not focus.property(NO_SCAN):
            return False
        self.scanned.emit()
        return True
