"""Keys with their times, as the window system gives them to the native window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from tests.clerk import ENTER, Clerk

SCANNER_MS = 4
PERSON_MS = 130
MOMENT_MS = 1500


class Keyboard:
    """A person's keyboard and a scanner at the same computer."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._at = MOMENT_MS

    def scan(self, text: str, end: Qt.Key = ENTER) -> None:
        """Read a bar code: its characters and Enter, at a scanner's pace."""
        self._ready()
        self._characters(text, SCANNER_MS)
        self._send(end, "\r", SCANNER_MS)

    def type(self, text: str) -> None:
        """Type as a person does."""
        self._ready()
        self._characters(text, PERSON_MS)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys as a person does."""
        self._ready()
        for key in keys:
            texts = {ENTER: "\r", Qt.Key.Key_Space: " "}
            self._send(key, texts.get(key, ""), PERSON_MS)

    def _ready(self) -> None:
        """A moment later, when the page takes Enter."""
        guard = self._clerk.app.window.findChild(EnterKeyFilter)
        assert guard is not None
        self._clerk.wait(lambda: not guard.is_pausing)
        self._at += MOMENT_MS

    def _characters(self, text: str, gap: int) -> None:
        for character in text:
            self._send(Qt.Key(ord(character.upper())), character, gap)

    def _send(self, key: Qt.Key, text: str, gap: int) -> None:
        native = self._clerk.app.window.windowHandle()
        held = gap // 2
        for kind, later in (
            (QEvent.Type.KeyPress, gap - held),
            (QEvent.Type.KeyRelease, held),
        ):
            self._at += later
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._at)
            QCoreApplication.sendEvent(native, event)
