"""Numbers what a payment does at its borders, and ends the process at one of the numbers.

Nothing in the program knows of it: calls of the desk, statements and commits of SQLite, and every
operation on a socket are stepped on from outside.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar, cast

import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop_app.core.payments.ports import Ledger, Service

KILL: int = getattr(signal, "SIGKILL", signal.SIGTERM)
"""On Windows Python's SIGTERM is TerminateProcess: nothing of the process gets to run after it."""

_OPCODES = 150
_WRITING = ("statement INSERT", "statement UPDATE", "statement DELETE")


class Steps:
    """Counts steps by name; at number ``kill_at`` the process is dead before the next one.

    Args:
        kill_at: 1 is the first step; None to count only.
        tell: hears the name of the last step, before the end.

    Attributes:
        names: the steps that were taken since :meth:`begin`.
    """

    def __init__(self, kill_at: int | None, tell: Callable[[str], None]) -> None:
        self._kill_at = kill_at
        self._tell = tell
        self._counting = False
        self.names: list[str] = []

    def begin(self) -> None:
        """What comes now is what is to be killed."""
        self._counting = True

    def end(self) -> None:
        """What comes now does not count."""
        self._counting = False

    def step(self, name: str) -> None:
        """One point at which a process can end."""
        if not self._counting:
            return
        self.names.append(name)
        if len(self.names) == self._kill_at:
            self._tell(name)
            os.kill(os.getpid(), KILL)


def borders(names: Sequence[str], turn: int) -> Iterator[int]:
    """The steps after which the disk, the line or the desk may be at another point.

    Of the statements of one transaction one in turn: none of it is kept, whichever was the last.
    """
    for is_inside, group in groupby(
        enumerate(names, 1), lambda step: step[1].startswith(("statement ", "sqlite: "))
    ):
        steps = [at for at, _ in group]
        yield from [steps[turn % len(steps)]] if is_inside else steps


def moments(names: Sequence[str]) -> Iterator[list[int]]:
    """The steps, in groups within which nothing outside of the process changes.

    What a writer has not committed and a socket has not carried is gone with the process, so each
    step of a group leaves the same behind.
    """
    group, writes = [], False
    for at, name in enumerate(names, 1):
        group.append(at)
        writes = writes or name.startswith(_WRITING)
        is_carried = name.startswith("socket.") and name.endswith(": before")
        if is_carried or (writes and name == "sqlite commit: before"):
            yield group
            group, writes = [], False
    yield group


class Stepped:
    """Another object, with a step before and after each call of it."""

    def __init__(self, inner: object, name: str, steps: Steps) -> None:
        self._inner = inner
        self._name = name
        self._steps = steps

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        def call(*args: object, **named: object) -> object:
            self._steps.step(f"{self._name}.{name}: before")
            result = found(*args, **named)
            self._steps.step(f"{self._name}.{name}: after")
            return result

        return call


def stepped_ledger(ledger: Ledger, steps: Steps) -> Ledger:
    """A ledger whose calls are steps."""
    return cast("Ledger", Stepped(ledger, "ledger", steps))


def stepped_service(service: Service, steps: Steps) -> Service:
    """A service whose calls are steps."""
    return cast("Service", Stepped(service, "service", steps))


class SteppedSocket(socket.socket):
    """A socket that carries a few bytes at a time, with a step before and after each piece."""

    steps: ClassVar[Steps]
    piece: ClassVar[int]

    def connect(self, address: Any) -> None:
        self.steps.step("socket.connect: before")
        super().connect(address)
        self.steps.step("socket.connect: after")

    def send(self, data: Any, flags: int = 0) -> int:
        self.steps.step("socket.send: before")
        sent = super().send(memoryview(data)[: self.piece], flags)
        self.steps.step("socket.send: after")
        return sent

    def sendall(self, data: Any, flags: int = 0) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self.send(rest, flags) :]

    def recv(self, bufsize: int, flags: int = 0) -> bytes:
        self.steps.step("socket.recv: before")
        data = super().recv(min(bufsize, self.piece), flags)
        self.steps.step("socket.recv: after")
        return data

    def close(self) -> None:
        self.steps.step("socket.close: before")
        super().close()


class SteppedConnection(sqlite3.Connection):
    """A connection to the file with steps around each commit, and within long statements."""

    steps: ClassVar[Steps]

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.set_progress_handler(self._inside, _OPCODES)

    def commit(self) -> None:
        self.steps.step("sqlite commit: before")
        super().commit()
        self.steps.step("sqlite commit: after")

    def _inside(self) -> int:
        self.steps.step("sqlite: inside a statement")
        return 0


def install(steps: Steps, piece: int) -> None:
    """Step on every statement, commit and socket of this process from now on.

    Args:
        steps: counts them.
        piece: the most bytes that a socket carries at once.
    """
    SteppedSocket.steps, SteppedSocket.piece = steps, piece
    SteppedConnection.steps = steps
    socket.socket = SteppedSocket  # type: ignore[misc]
    connect = sqlite3.connect

    def connect_stepped(*args: Any, **named: Any) -> sqlite3.Connection:
        return connect(*args, **named, factory=SteppedConnection)

    sqlite3.connect = cast("Any", connect_stepped)

    def before(_c: object, _cursor: object, statement: str, *_: object) -> None:
        steps.step(f"statement {_first_text(statement)}: before")

    def after(_c: object, _cursor: object, statement: str, *_: object) -> None:
        steps.step(f"statement {_first_text(statement)}: after")

    sa.event.listen(sa.Engine, "before_cursor_execute", before)
    sa.event.listen(sa.Engine, "after_cursor_execute", after)


def _first_text(statement: str) -> str:
    words = statement.split()
    if words[0] == "SELECT" and "FROM" in words:
        return f"SELECT FROM {words[words.index('FROM') + 1].strip('(,')}"
    return " ".join(words[:3] if words[0] in ("INSERT", "UPDATE") else words[:2])
