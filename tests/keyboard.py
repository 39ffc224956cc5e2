"""Keys with their times, as the window system gives them to the native window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from desktop_app.ui.shell.scan_filter import ScanFilter
from tests.clerk import ENTER, Clerk

SCANNER_MS = 4
PERSON_MS = 130
MOMENT_MS = 1500

_TEXTS = {"\n": (ENTER, "\r"), "\t": (Qt.Key.Key_Tab, "\t")}


class Keyboard:
    """A person's keyboard and a scanner at the same computer."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self._at = MOMENT_MS

    def scan(self, text: str, end: Qt.Key = ENTER, gap: int = SCANNER_MS) -> None:
        """Read a bar code: its characters and Enter, at a scanner's pace."""
        self._ready()
        self.burst(text, end, gap)
        self.let_moment_pass()

    def burst(self, text: str, end: Qt.Key = ENTER, gap: int = SCANNER_MS) -> None:
        """The keys of a bar code alone; nothing waits for what comes of them."""
        self._at += MOMENT_MS
        self._characters(text, gap)
        self._send(end, {Qt.Key.Key_Space: " "}.get(end, "\r"), gap)

    def type(self, text: str, gap: int = PERSON_MS) -> None:
        """Type as a person does."""
        self._ready()
        self._characters(text, gap)
        self.let_moment_pass()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys as a person does."""
        self._ready()
        for key in keys:
            texts = {ENTER: "\r", Qt.Key.Key_Space: " "}
            self._send(key, texts.get(key, ""), PERSON_MS)
        self.let_moment_pass()

    def settle(self) -> None:
        """A moment later no key waits any more."""
        scans = self._scans()
        self._clerk.wait(lambda: not scans.is_holding)

    def let_moment_pass(self) -> None:
        """As ``settle`` after keys of this keyboard: they have times of their own, so that the
        moment need not pass on the wall.
        """
        scans = self._scans()
        if scans._patience.isActive():
            scans._patience.start(0)
        self.settle()

    def _scans(self) -> ScanFilter:
        found = self._clerk.app.window.findChild(ScanFilter)
        assert found is not None
        return found

    def _ready(self) -> None:
        """A moment later, when the page takes Enter."""
        guard = self._clerk.app.window.findChild(EnterKeyFilter)
        assert guard is not None
        self._clerk.wait(lambda: not guard.is_pausing)
        self._at += MOMENT_MS

    def _characters(self, text: str, gap: int) -> None:
        for character in text:
            key, sent = _TEXTS.get(character, (Qt.Key(ord(character.upper())), character))
            self._send(key, sent, gap)

    def _send(self, key: Qt.Key, text: str, gap: int) -> None:
        native = QGuiApplication.focusWindow() or self._clerk.app.window.windowHandle()
        held = gap // 2
        for kind, later in (
            (QEvent.Type.KeyPress, gap - held),
            (QEvent.Type.KeyRelease, held),
        ):
            self._at += later
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._at)
            QCoreApplication.sendEvent(native, event)
