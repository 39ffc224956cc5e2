"""Servers on real sockets that answer as a script tells them, also in ways no real one should."""

from __future__ import annotations

import gzip
import json
import queue
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    import ssl
    from types import TracebackType

_PATIENCE = 10.0
LOOK_SECONDS = 0.1
"""How often a server looks whether it is to stop, where nothing wakes it."""
_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Ending(StrEnum):
    """What happens to the connection after an answer."""

    KEEP = "keep"
    CLOSE = "close"
    RESET = "reset"
    HANG = "hang"
    """Say nothing more until the client or the server goes away."""


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came. Names of headers are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        found = json.loads(self.body)
        assert isinstance(found, dict)
        return found


@dataclass(frozen=True, slots=True)
class Reply:
    """Bytes for the wire. With ``gap``, one byte at a time, that many seconds apart."""

    data: bytes = b""
    ending: Ending = Ending.KEEP
    gap: float = 0.0
    delay: float = 0.0


Handler: TypeAlias = Callable[[Received], Reply]


def raw(
    status: int,
    body: bytes,
    *,
    headers: Mapping[str, str] | None = None,
    ending: Ending = Ending.KEEP,
    gap: float = 0.0,
    delay: float = 0.0,
) -> Reply:
    """A complete HTTP answer. A header given here takes the place of the usual one."""
    lines = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines.update(headers or {})
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    data = f"HTTP/1.1 {status} X\r\n{head}\r\n".encode() + body
    return Reply(data, ending, gap, delay)


def json_reply(body: object, status: int = 200) -> Reply:
    """A complete answer with a JSON body."""
    return raw(status, json.dumps(body).encode())


def gzip_reply(body: bytes, status: int = 200) -> Reply:
    """A complete, packed answer."""
    return raw(status, gzip.compress(body), headers={"Content-Encoding": "gzip"})


def cut(reply: Reply, lost: int, ending: Ending = Ending.CLOSE) -> Reply:
    """The same answer without its last ``lost`` bytes, then the end of the connection."""
    return Reply(reply.data[:-lost], ending)


class ScriptedServer:
    """Answers on 127.0.0.1 with a handler, or with replies in order (the last one repeats).

    Args:
        script: what to answer.
        greeting: what to do with a connection before reading anything; KEEP is to serve it.
        tls: answer https.
        at: the address and port to listen on; port 0 is any free one.

    Attributes:
        received: the requests, in order.
        connections: how many connections were accepted.
    """

    def __init__(
        self,
        script: Handler | Iterable[Reply] | Reply,
        *,
        greeting: Ending = Ending.KEEP,
        tls: ssl.SSLContext | None = None,
        at: tuple[str, int] = ("127.0.0.1", 0),
    ) -> None:
        self._handler = script if callable(script) else _in_order(script)
        self._greeting = greeting
        self._tls = tls
        self.received: list[Received] = []
        self.connections = 0
        self._stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(at)
        self._listener.settimeout(LOOK_SECONDS)
        self.host: str = at[0]
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://{self.host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.received]

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        wake(self._listener)
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(_PATIENCE)
        self._listener.close()

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            with suppress(OSError):
                connection, _ = self._listener.accept()
                connection.settimeout(_PATIENCE)
                self.connections += 1
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)
        try:
            if self._greeting is not Ending.KEEP:
                self._end(connection, self._greeting)
                return
            if self._tls is not None:
                with self._lock:
                    self._open.discard(connection)
                connection = self._tls.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.add(connection)
            while (request := _request(connection)) is not None:
                self.received.append(request)
                reply = self._handler(request)
                self._send(connection, reply)
                if reply.ending is not Ending.KEEP:
                    self._end(connection, reply.ending)
                    return
        except (OSError, ValueError):
            pass  # the client went away, or refused the handshake
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _send(self, connection: socket.socket, reply: Reply) -> None:
        self._stopping.wait(reply.delay)
        if not reply.gap:
            connection.sendall(reply.data)
            return
        for at in range(len(reply.data)):
            connection.sendall(reply.data[at : at + 1])
            if self._stopping.wait(reply.gap):
                return

    def _end(self, connection: socket.socket, ending: Ending) -> None:
        if ending is Ending.HANG:
            # Ends when the client closes or the server shuts the connection down.
            with suppress(OSError):
                while connection.recv(65536):
                    pass
        elif ending is Ending.RESET:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)


def _in_order(replies: Iterable[Reply] | Reply) -> Handler:
    if isinstance(replies, Reply):
        only = replies
        return lambda _: only
    waiting: queue.SimpleQueue[Reply] = queue.SimpleQueue()
    for reply in replies:
        waiting.put(reply)
    last = Reply(ending=Ending.CLOSE)

    def answer(_: Received) -> Reply:
        nonlocal last
        if not waiting.empty():
            last = waiting.get()
        return last

    return answer


def _request(connection: socket.socket) -> Received | None:
    """The next request; None when the client has closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        piece = connection.recv(65536)
        if not piece:
            return None
        body += piece
    return Received(method, path, headers, body)


class BlackHole:
    """An address whose queue of connections is full: whoever connects hears nothing (on Linux).

    So does an IPv6 address without a route, or a host behind a firewall that drops.
    """

    def __init__(self, at: tuple[str, int]) -> None:
        self._listener = socket.create_server(at, backlog=0)
        self._waiting = [socket.socket() for _ in range(4)]
        for one in self._waiting:
            one.setblocking(False)
            one.connect_ex(at)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for one in (*self._waiting, self._listener):
            one.close()


def wake(listener: socket.socket) -> None:
    """End the wait of the thread that accepts connections; Windows lets it wait on."""
    with suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_until(true: Callable[[], bool], seconds: float = _PATIENCE) -> None:
    """Wait for another thread; fails when it takes too long."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.005)
