"""Takes a bar code scanner's keys out of the keyboard, in whatever window they come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.core.key_burst import KeyBurst, KeyKind, Scan
from desktop_app.core.receipts import is_paper_code
from desktop_app.ui.kit.keyboard import ENTER_KEYS, NO_SCAN, TAKES_SCAN, is_typing

_NOT_TYPED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that waits, and the window for which it came."""

    window: QWindow
    event: QKeyEvent


class ScanFilter(QObject):
    """Holds each key for the moment that a scanner takes for the next one.

    What a person typed goes on to its window then. A bar code goes to the field that has the
    keyboard, if it takes any; otherwise it is told, and presses nothing. It sits in front of every
    native window that has the keyboard.
    """

    scanned = Signal(str)
    """The text of a bar code that no field took."""
    refused = Signal()
    """An Enter was dropped because it came at a scanner's pace, or a bar code was no field's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._burst: KeyBurst[_Key] = KeyBurst(self._hand_on, self._take, self.refused.emit)
        self._hands_on = False
        self._patience = QTimer(self)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._turn)
        # After a stall the time is over, but keys that came meanwhile are heard first.
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._burst.settle)
        self._watched: list[QWindow] = []

    @property
    def is_holding(self) -> bool:
        """Keys wait."""
        return self._burst.is_holding

    def install(self, window: QWindow) -> None:
        """Begin to watch a window, and every other that gets the keyboard from now on."""
        application = QGuiApplication.instance()
        if not self._watched and isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a key."""
        if event.type() == QEvent.Type.MouseButtonPress and self.is_holding:
            self._burst.settle()
        if self._hands_on or not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._precede_shortcut(event)
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return False
        key = _Key(watched, event.clone())
        if event.type() == QEvent.Type.KeyRelease:
            return self._burst.release(key, event.key())
        kind, at = _kind_of(event), event.timestamp()
        if not self._burst.press(kind, key, event.key(), at, event.text()):
            return False
        self._next_turn.stop()
        self._patience.start(self._burst.wait_ms)
        return True

    def _precede_shortcut(self, event: QKeyEvent) -> bool:
        """Within a burst no shortcut acts; else what was typed before it arrives before it acts."""
        if self._burst.is_in_burst(event.timestamp()):
            event.accept()
            return True
        is_typed = event.key() not in _MODIFIERS and not event.isAutoRepeat()
        if is_typed and not self._burst.waits(_kind_of(event), event.timestamp()):
            self._burst.settle()
        return False

    def _watch(self, window: QWindow | None) -> None:
        self._watched = [one for one in self._watched if isValid(one)]
        if window is not None and window not in self._watched:
            window.installEventFilter(self)
            self._watched.append(window)

    def _turn(self) -> None:
        self._next_turn.start(0)

    def _hand_on(self, key: _Key) -> None:
        if not isValid(key.window) or not key.window.isVisible() or _is_blocked(key.window):
            # It was for a window that has been closed meanwhile, or waits for an answer.
            return
        self._hands_on = True
        try:
            QCoreApplication.sendEvent(key.window, key.event)
        finally:
            self._hands_on = False

    def _take(self, scan: Scan[_Key]) -> None:
        focus = QApplication.focusWidget()
        takes = is_typing(focus) and focus is not None and not focus.property(NO_SCAN)
        if takes and focus is not None and not _is_for_the_window(scan.text, focus):
            for key in scan.keys:
                self._hand_on(key)
            if scan.enter is not None and focus.property(TAKES_SCAN):
                self._hand_on(scan.enter)
            return
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self.scanned.emit(scan.text)
        self.refused.emit()


def _kind_of(event: QKeyEvent) -> KeyKind:
    modifiers = event.modifiers() & _NOT_TYPED
    if modifiers not in (Qt.KeyboardModifier.NoModifier, _ALT_GR):
        return KeyKind.OTHER
    if event.key() in ENTER_KEYS:
        return KeyKind.ENTER
    if not event.text() or not event.text().isprintable():
        return KeyKind.OTHER
    if event.key() == Qt.Key.Key_Space and not is_typing(QApplication.focusWidget()):
        return KeyKind.SPACE
    return KeyKind.CHARACTER


def _is_for_the_window(text: str, focus: QWidget) -> bool:
    """A paper of ours is looked for, wherever a customer could be."""
    return bool(focus.property(TAKES_SCAN)) and is_paper_code(text)


def _is_blocked(window: QWindow) -> bool:
    """A dialog has come before it."""
    modal = QApplication.activeModalWidget()
    return modal is not None and modal.window().windowHandle() is not window
