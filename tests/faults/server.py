"""The practice service on real sockets, behind a wire that breaks as a script tells it to.

The practice service keeps the truth; an *act* decides whether a call reaches it and what comes
back of its answer.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from desktop_app.service.status_lookup import LookupForm
from tests.servers import (
    LOOK_SECONDS,
    Ending,
    Received,
    Reply,
    ScriptedServer,
    json_reply,
    raw,
    wait_until,
    wake,
)

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.sandbox import replies
    from desktop_app.sandbox.practice import PracticeService

Fields: TypeAlias = dict[str, object]


class Kind(StrEnum):
    """What a call is for."""

    DETAILS = "details"
    COMMIT = "commit"
    LOOKUP = "lookup"
    BULK = "bulk"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came, with the moment of the shop's clock."""

    kind: Kind
    request: Received
    references: tuple[str, ...]
    at: datetime
    carry_out: Callable[[], replies.Reply]

    @property
    def reference(self) -> str:
        return self.references[0] if self.references else ""

    def honest(self) -> Fields:
        """The body that the service itself answers."""
        found = json.loads(self.carry_out().body)
        assert isinstance(found, dict)
        return found


Act: TypeAlias = Callable[[Call], Reply]
Script: TypeAlias = Mapping[Kind, Iterable[Act]]

RESET = Reply(ending=Ending.RESET)
CLOSED = Reply(ending=Ending.CLOSE)
HANG = Reply(ending=Ending.HANG)


def honest(call: Call) -> Reply:
    """What the practice service says, broken connections included."""
    reply = call.carry_out()
    if reply.failure is not None:
        return CLOSED
    return raw(reply.status, reply.body, headers={"Content-Type": reply.content_type})


_HANGING: set[Act] = set()


def hangs(act: Act) -> bool:
    """The caller has to give up by itself."""
    return act in _HANGING


def _noted(act: Act, reply: Reply) -> Act:
    if reply.ending is Ending.HANG or reply.gap:
        _HANGING.add(act)
    return act


def booked(reply: Reply) -> Act:
    """The service carries the call out; the wire says something else."""

    def act(call: Call) -> Reply:
        call.carry_out()
        return reply

    return _noted(act, reply)


def lost(reply: Reply) -> Act:
    """The call never reaches the service; something else answers."""
    return _noted(lambda call: reply, reply)


def changed(**fields: object) -> Act:
    """The service's own answer with other fields; ``...`` takes one out."""

    def act(call: Call) -> Reply:
        body = {**call.honest(), **fields}
        return json_reply({name: value for name, value in body.items() if value is not ...})

    return act


def rewritten(change: Callable[[bytes], Reply]) -> Act:
    """The bytes of the service's own answer, packed or broken in another way."""
    return lambda call: change(call.carry_out().body)


def echoing(http: int = 200, /, **fields: object) -> Act:
    """An invented answer about the reference that was asked for; the service is not asked."""

    def act(call: Call) -> Reply:
        body: Fields = {"reference": call.reference, **fields}
        return json_reply({k: v for k, v in body.items() if v is not ...}, http)

    return act


class FaultServer(ScriptedServer):
    """Answers with the next act of the script, and honestly when there is none left.

    Args:
        service: the truth.
        now: the shop's clock.

    Attributes:
        calls: what came, in order.
        withdrawn: a form of the look-up that is gone from this service.
    """

    def __init__(self, service: PracticeService, now: Callable[[], datetime]) -> None:
        self._service = service
        self._now = now
        self._script: dict[Kind, Iterator[Act]] = {}
        self._guard = threading.Lock()
        self._refusing = threading.Event()
        self.calls: list[Call] = []
        self.withdrawn: LookupForm | None = None
        self.files_own = True
        """A payment is known by the reference that went with it. Where not, whoever asks by that
        is told so honestly: the script is for the look-ups that the payment is found by."""
        super().__init__(self._answer)

    def follow(self, script: Script) -> None:
        """What to do with the calls of each kind, in order."""
        self._script = {kind: iter(acts) for kind, acts in script.items()}

    def of(self, kind: Kind) -> list[Call]:
        """The calls of that kind."""
        return [call for call in self.calls if call.kind is kind]

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Nobody listens: the operating system refuses new connections."""
        self._refusing.set()
        wake(self._listener)
        self._listener.close()
        wait_until(lambda: not _connects(self.port))
        try:
            yield
        finally:
            self._listener = socket.create_server(("127.0.0.1", self.port))
            self._listener.settimeout(LOOK_SECONDS)
            self._refusing.clear()

    @contextmanager
    def greeting(self, ending: Ending) -> Iterator[None]:
        """New connections end before anything is read of the request that came."""
        self._greeting = ending
        try:
            yield
        finally:
            self._greeting = Ending.KEEP

    def _accept(self) -> None:
        while not self._stopping.is_set():
            if self._refusing.is_set():
                self._stopping.wait(0.005)
                continue
            with suppress(OSError):
                connection, _ = self._listener.accept()
                connection.settimeout(10)
                self.connections += 1
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        if self._greeting in (Ending.CLOSE, Ending.RESET):
            with suppress(OSError):
                connection.recv(1, socket.MSG_PEEK)
        super()._serve(connection)

    def _answer(self, request: Received) -> Reply:
        call = self._call(request)
        if call.kind is Kind.LOOKUP and form_of(request) is self.withdrawn:
            return raw(404, b"<h1>Not Found</h1>", headers={"Content-Type": "text/html"})
        with self._guard:
            self.calls.append(call)
            beside = not self.files_own and call.kind is Kind.LOOKUP and self._went_along(call)
            act = honest if beside else next(self._script.get(call.kind, iter(())), honest)
        return act(call)

    def _went_along(self, call: Call) -> bool:
        return call.reference in (commit.reference for commit in self.of(Kind.COMMIT))

    def _call(self, request: Received) -> Call:
        def carry_out() -> replies.Reply:
            return self._service.handle(request.method, request.path, request.body)

        kind, references = _read(request)
        return Call(kind, request, references, self._now(), carry_out)


def form_of(request: Received) -> LookupForm:
    """How a look-up of one payment names its reference."""
    return LookupForm.BODY if request.body else LookupForm.PATH


def _read(request: Received) -> tuple[Kind, tuple[str, ...]]:
    parts = request.path.split("/")
    fields = request.json if request.body else {}
    reference = str(fields.get("reference", ""))
    if "details" in parts:
        return Kind.DETAILS, (reference,)
    if "commit" in parts or "use" in parts:
        return Kind.COMMIT, (reference,)
    if "bulk" in parts:
        return Kind.BULK, tuple(str(fields.get("references", "")).split(","))
    if "status" in parts:
        return Kind.LOOKUP, (reference or unquote(parts[-1]),)
    return Kind.OTHER, ()


def _connects(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0
