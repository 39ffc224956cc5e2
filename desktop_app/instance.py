"""One running program for each data folder: a second start shows the window of the first.

Two programs on one ledger would each bring the other's unfinished payments to an end (rule 5), so
a folder is claimed before its ledger is opened. The claim is a lock of the operating system, which
dies with the process: after a crash or a power cut nothing is left to clean up. A file that names
a process (QLockFile) would not do: its number may belong to another program by then.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket
    from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 15.0
"""How long a second start waits for the first, which may itself be starting or ending."""

_LOCK = "program.lock"
_SHOW, _SHOWN = b"show\n", b"shown\n"
_MOST_BYTES = 32
_ONE_WAIT_MS = 3000
_PAUSE_SECONDS = 0.05


class NoAnswer(Exception):
    """Another program has the folder and does not answer."""


class Claim:
    """This program's right to a data folder, until it is released or the process ends.

    ``lock`` is the locked file; None where the folder does not let itself be locked. The program
    starts all the same, and the ledger says what is wrong with the folder.
    """

    def __init__(self, folder: Path, lock: int | None) -> None:
        self._folder = folder
        self._lock = lock
        self._server: QLocalServer | None = None

    def listen(self, show: Callable[[], None]) -> None:
        """Call ``show`` whenever the program is started again with this folder."""
        if self._lock is None:
            return
        from PySide6.QtNetwork import QLocalServer

        name = _server_name(self._folder)
        # The folder is ours, so a socket of that name is what a crash left behind.
        QLocalServer.removeServer(name)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: _greet(server, show))
        if not server.listen(name):
            log.warning("a second start will not be heard: %s", server.errorString())
        self._server = server

    def stop_listening(self) -> None:
        """The window is going: a second start waits for the folder instead."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def release(self) -> None:
        """Let another program have the folder."""
        self.stop_listening()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def claim(folder: Path, patience: float = PATIENCE_SECONDS) -> Claim | None:
    """The folder for this program; None if another has it, which was brought to the front.

    Raises:
        NoAnswer: another has it, and neither answered nor ended within ``patience`` seconds.
    """
    end = time.monotonic() + patience
    while True:
        try:
            return Claim(folder, _lock(folder))
        except BlockingIOError:
            if _ask_to_show(_server_name(folder)):
                return None
        if time.monotonic() > end:
            raise NoAnswer(f"Bhuktani is running already, but does not answer ({folder}).")
        time.sleep(_PAUSE_SECONDS)


def bring_to_front(window: QWidget) -> None:
    """Show the window above all others, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    log.info("started once more: brought to the front")


# --- the lock -----------------------------------------------------------------------------------


def _lock(folder: Path) -> int | None:
    """The locked file's descriptor; None where it cannot be locked by anyone.

    Raises:
        BlockingIOError: another process has it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    try:
        _lock_file(file)
    except BlockingIOError:
        os.close(file)
        raise
    except OSError:
        os.close(file)
        return None
    return file


if sys.platform == "win32":

    def _lock_file(file: int) -> None:
        import errno
        import msvcrt

        try:
            # One byte, which need not exist.
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EBADF, errno.EINVAL):
                raise
            # Windows says "permission denied" of a locked file; Wine gives no number at all.
            raise BlockingIOError(*error.args) from None

    def _let_come_to_front(process: int) -> None:
        """Windows lets only the program that was started last hand the front to another."""
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_ulong(process))

else:

    def _lock_file(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_come_to_front(process: int) -> None:
        """Other systems ask for no permission."""


# --- from the second to the first ---------------------------------------------------------------
# The first says its process number, the second "show", the first "shown"; a line each.


def _server_name(folder: Path) -> str:
    """The same for all spellings of the folder."""
    spelling = os.path.normcase(folder.resolve())
    return f"bhuktani-{hashlib.sha256(os.fsencode(spelling)).hexdigest()[:32]}"


def _ask_to_show(name: str) -> bool:
    """Ask the program that listens there to come to the front; True if it did."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    try:
        if not socket.waitForConnected(_ONE_WAIT_MS):
            return False
        process = _line(socket).strip()
        if not process.isdigit():
            return False
        _let_come_to_front(int(process))
        socket.write(_SHOW)
        socket.waitForBytesWritten(_ONE_WAIT_MS)
        return _line(socket) == _SHOWN
    finally:
        socket.abort()


def _line(socket: QLocalSocket) -> bytes:
    """The next line; what came of it if it does not come in time."""
    while not socket.canReadLine() and socket.bytesAvailable() < _MOST_BYTES:
        if not socket.waitForReadyRead(_ONE_WAIT_MS):
            break
    return bytes(socket.readLine(_MOST_BYTES).data())


def _greet(server: QLocalServer, show: Callable[[], None]) -> None:
    while (socket := server.nextPendingConnection()) is not None:
        socket.setReadBufferSize(_MOST_BYTES)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda socket=socket: _answer(socket, show))
        socket.write(b"%d\n" % os.getpid())


def _answer(socket: QLocalSocket, show: Callable[[], None]) -> None:
    if not socket.canReadLine():
        return
    if bytes(socket.readLine(_MOST_BYTES).data()) == _SHOW:
        show()
        socket.write(_SHOWN)
    socket.disconnectFromServer()
