"""Communication between a second start and the running program: a named pipe on Windows, a socket
elsewhere.

Three messages: the running program says its process number, the other what it asks for, the first
what became of it. They are plain bytes of bounded size (pickled objects could run code), and each
is waited for so long and no longer: who hangs at one end must not hang the other.
"""

from __future__ import annotations

import logging
import os
import queue
import stat
import sys
import tempfile
import threading
from contextlib import suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.instance import lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import _ConnectionBase

    _Connection: TypeAlias = _ConnectionBase[Any, Any]

log = logging.getLogger(__name__)

SHOW, CLOSE = b"show", b"close"
"""What is asked for."""

SHOWN, CLOSING, SENDING, NO = b"shown", b"closing", b"sending", b"no"
"""What became of it. ``NO``: nothing, and nothing will."""

_FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
_MAX_BYTES = 32
_ONE_WAIT_SECONDS = 3.0
_PAUSE_SECONDS = 0.5
_WAITING_OTHERS = 8


def address(folder: Path) -> str:
    """Return the address at which the program of that data folder listens; the same for all
    spellings of the folder.
    """
    name = lock.short_name(folder)
    if sys.platform == "win32":
        return rf"\\.\pipe\bhuktani-{name}"
    # Not in the data folder: the path of a socket must be short.
    return str(Path(tempfile.gettempdir(), f"bhuktani-{os.getuid()}", name))


def ask(at: str, request: bytes, met: Callable[[int], object]) -> bytes:
    """Send a request to the program that listens there; return its answer, empty if there is none.

    ``met`` is told its process number before it is asked.
    """
    connection = _connect(at)
    if connection is None:
        return b""
    with connection, suppress(OSError, EOFError):
        process = _receive(connection)
        if process.isdigit():
            met(int(process))
            connection.send_bytes(request)
            return _receive(connection)
    return b""


class Listening:
    """Hears other starts on a thread of its own, one after the other, until it is stopped.

    ``answer`` is called on that thread and must return in bounded time. The folder's lock must be
    held: whatever has the address then is what a crash left behind.

    Raises:
        OSError: nobody can listen there.
    """

    def __init__(self, at: str, answer: Callable[[bytes], bytes]) -> None:
        self._at = at
        self._answer = answer
        self._stopping = threading.Event()
        _make_room(at)
        self._listener = Listener(at, _FAMILY, backlog=_WAITING_OTHERS)
        self._thread = threading.Thread(target=self._listen, name="other-starts", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hear nobody any more."""
        self._stopping.set()
        # It waits for a connection; closing the socket or pipe under it would not wake it.
        waking = _connect(self._at)
        if waking is not None:
            waking.close()
        self._thread.join(_ONE_WAIT_SECONDS)
        # Here and not on the thread: one that were late would remove the next program's socket.
        with suppress(OSError):
            self._listener.close()

    def _listen(self) -> None:
        while not self._stopping.is_set():
            try:
                connection = self._listener.accept()
            except (OSError, AssertionError) as error:
                # Mostly who asked has gone; multiprocessing asserts what Windows answers then.
                log.info("another start was not heard: %s", type(error).__name__)
                self._stopping.wait(_PAUSE_SECONDS)
                continue
            try:
                # Who goes away or hangs is heard no further.
                with connection, suppress(OSError, EOFError):
                    if not self._stopping.is_set():
                        self._speak(connection)
            except BaseException:
                # Every later start would wait for this thread, and be told that nobody answers.
                log.exception("another start was not answered")

    def _speak(self, connection: _Connection) -> None:
        _bound(connection)
        connection.send_bytes(b"%d" % os.getpid())
        connection.send_bytes(self._answer(_receive(connection)))


def _connect(at: str) -> _Connection | None:
    """A connection made in time: Windows waits for a free end of a pipe, others for a busy one.

    One that is made too late is closed by the garbage collector, and nothing was asked by it.
    """
    made: queue.SimpleQueue[_Connection | None] = queue.SimpleQueue()

    def connect() -> None:
        try:
            connection = Client(at, _FAMILY)
            _bound(connection)
        except (OSError, EOFError):
            made.put(None)
        else:
            made.put(connection)

    threading.Thread(target=connect, name="connect", daemon=True).start()
    try:
        return made.get(timeout=_ONE_WAIT_SECONDS)
    except queue.Empty:
        return None


def _receive(connection: _Connection) -> bytes:
    """The next message; raises ``OSError`` if none comes in time, or one that is too long."""
    if not connection.poll(_ONE_WAIT_SECONDS):
        raise TimeoutError
    return connection.recv_bytes(_MAX_BYTES)


if sys.platform == "win32":

    def _make_room(at: str) -> None:
        """Do nothing: a pipe leaves no file, and other users may only read it, so they send no
        request.

        The pipe has Windows' own rights: all for this user, system and administrators, reading
        for the rest.
        """

    def _bound(connection: _Connection) -> None:
        """A pipe carries whole messages or none."""

else:

    def _make_room(at: str) -> None:
        """A folder that only this user can enter, without what a crash left behind."""
        folder = Path(at).parent
        folder.mkdir(mode=0o700, exist_ok=True)
        facts = folder.lstat()
        is_ours = stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.getuid()
        if not is_ours or facts.st_mode & 0o077:
            raise PermissionError("the folder of sockets is open to others")
        Path(at).unlink(missing_ok=True)

    def _bound(connection: _Connection) -> None:
        """Half a message is not waited for longer than a whole one."""
        import socket
        import struct

        whole, part = divmod(round(_ONE_WAIT_SECONDS * 1_000_000), 1_000_000)
        most = struct.pack("@ll", whole, part)
        with socket.socket(fileno=os.dup(connection.fileno())) as same:
            for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
                same.setsockopt(socket.SOL_SOCKET, option, most)
