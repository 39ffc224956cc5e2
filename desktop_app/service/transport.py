"""Carries requests over the network, within a deadline and with proof of what was sent.

httpx bounds every single wait, so that a server that sends one byte a second holds a call for
ever. Here each wait is also cut to what is left of the whole call's time. The same place, where
bytes pass to the operating system, is where it is known whether any byte of a request left.
"""

from __future__ import annotations

import selectors
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from desktop_app.service.connecting import AddressBook, connect_first

if TYPE_CHECKING:
    import socket
    import threading

_MAX_CONNECTIONS = 8
_KEPT_CONNECTIONS = 2
_KEPT_SECONDS = 10.0
_UNTRACKED_SECONDS = 60.0
_PIECE_SECONDS = 0.2


class CallProgress:
    """The deadline of a call, and how far the call has come.

    Attributes:
        handed_over: a transport has the request; what fails before that fails on this computer.
        wrote: bytes of the request were handed to the operating system, or may have been.
        on_kept: they went to a connection that had served another call before.
        received: bytes of an answer have come.
        given_up: ends the waits of a read that nobody waits for any more; None for a payment.
    """

    def __init__(self, seconds: float, given_up: threading.Event | None = None) -> None:
        self._end = time.monotonic() + seconds
        self.handed_over = False
        self.wrote = False
        self.on_kept = False
        self.received = False
        self.given_up = given_up

    @property
    def lost_a_kept_connection(self) -> bool:
        """The other end closed a connection that was used again, before it answered anything."""
        wanted = self.given_up is None or not self.given_up.is_set()
        return self.on_kept and not self.received and wanted

    def again(self) -> CallProgress:
        """The track of a second attempt, within what is left of the first one's time."""
        return CallProgress(self._end - time.monotonic(), self.given_up)

    def at_most(self, seconds: float | None, late: type[Exception]) -> float:
        """The time that one wait may take: ``seconds``, or what is left if that is less.

        Raises:
            Exception: ``late``, if nothing is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise late("the call's time is over")
        return left if seconds is None else min(seconds, left)

    def waits(
        self, seconds: float | None, late: type[Exception], lost: type[Exception]
    ) -> Callable[[], float]:
        """Asked before each piece of one wait: how long it may be.

        A read waits in pieces, so that it ends soon after nobody waits for it any more: no call
        that every operating system has wakes a thread which reads from a socket.

        Raises:
            Exception: ``late`` when the time of the wait is over, ``lost`` when it is given up.
        """
        end = time.monotonic() + self.at_most(seconds, late)

        def left() -> float:
            if self.given_up is not None and self.given_up.is_set():
                raise lost("nobody waits for it any more")
            remaining = end - time.monotonic()
            if remaining <= 0:
                raise late("the wait is over")
            return remaining if self.given_up is None else min(remaining, _PIECE_SECONDS)

        return left


_current: ContextVar[CallProgress | None] = ContextVar("service_call", default=None)


@contextmanager
def reporting_to(track: CallProgress) -> Iterator[None]:
    """Let the network calls of this thread, until the end of the block, count for ``track``.

    A connection serves several calls, one after the other, so it cannot hold the track itself.
    """
    token = _current.set(track)
    try:
        yield
    finally:
        _current.reset(token)


def _track() -> CallProgress:
    return _current.get() or CallProgress(_UNTRACKED_SECONDS)


@contextmanager
def _faults(late: type[Exception], lost: type[Exception]) -> Iterator[None]:
    """The operating system's errors in httpcore's names."""
    try:
        yield
    except TimeoutError as error:
        raise late(str(error)) from error
    except OSError as error:
        raise lost(str(error)) from error


class _Stream(httpcore.NetworkStream):
    """A connection whose waits end with the call that uses it."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._served: CallProgress | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        track = _track()
        left = track.waits(timeout, httpcore.ReadTimeout, httpcore.ReadError)
        while True:
            self._socket.settimeout(left())
            with suppress(_PieceOver), _faults(_PieceOver, httpcore.ReadError):
                data = self._socket.recv(max_bytes)
                track.received = track.received or bool(data)
                return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        track = _track()
        late = httpcore.WriteTimeout if track.wrote else httpcore.ConnectTimeout
        seconds = track.at_most(timeout, late)
        if self._served is not track:
            track.on_kept = self._served is not None
            self._served = track
        track.wrote = track.wrote or bool(buffer)
        with _faults(httpcore.WriteTimeout, httpcore.WriteError):
            self._socket.settimeout(seconds)
            self._socket.sendall(buffer)

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = _track().at_most(timeout, httpcore.ConnectTimeout)
        try:
            with _faults(httpcore.ConnectTimeout, httpcore.ConnectError):
                self._socket.settimeout(seconds)
                secured = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return _Stream(secured)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return _is_readable(self._socket)
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        return None


class _PieceOver(Exception):
    """Raised when one slice of a wait is over, before the whole wait is."""


def _is_readable(connection: socket.socket) -> bool:
    """Something has come: on an idle connection that can only be its end."""
    if connection.fileno() < 0:
        return True
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        return bool(selector.select(0))


class _Backend(httpcore.NetworkBackend):
    """Opens connections within the call's time, to whichever address answers first."""

    def __init__(self, addresses: AddressBook) -> None:
        self._addresses = addresses

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = _track().waits(timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        try:
            with _faults(httpcore.ConnectTimeout, httpcore.ConnectError):
                found = self._addresses.find(host, port, left)
                connection, address = connect_first(found, left)
        except UnicodeError as error:
            raise httpcore.ConnectError("name not found") from error
        self._addresses.connected(host, address)
        return _Stream(connection)


# A subclass before its base, as the first that fits is taken.
_SAME_IN_HTTPX: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.TimeoutException, httpx.TimeoutException),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.NetworkError, httpx.NetworkError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.ProtocolError, httpx.ProtocolError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
)


@contextmanager
def _as_httpx() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        for ours, theirs in _SAME_IN_HTTPX:
            if isinstance(error, ours):
                raise theirs(str(error)) from error
        raise


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._stream

    def close(self) -> None:
        close = getattr(self._stream, "close", None)
        if close is not None:
            with _as_httpx():
                close()


class NetworkTransport(httpx.BaseTransport):
    """HTTP/1.1 without retries, redirects, cookies or proxies.

    ``httpx.Client`` is left out on purpose: it brings redirects, cookies that are sent back, the
    proxies and the netrc file of the environment, and a log line with the URL of every call.

    Args:
        ssl_context: for https; None where only loopback is called.
        keeps: connections are used again. False: each request gets a separate connection.
        addresses: which address of a host worked last; shared by transports to the same host.
    """

    def __init__(
        self,
        ssl_context: ssl.SSLContext | None,
        *,
        keeps: bool,
        addresses: AddressBook | None = None,
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            max_connections=_MAX_CONNECTIONS,
            max_keepalive_connections=_KEPT_CONNECTIONS if keeps else 0,
            keepalive_expiry=_KEPT_SECONDS if keeps else 0.0,
            http1=True,
            http2=False,
            retries=0,
            network_backend=_Backend(addresses or AddressBook()),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        carried = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
            ),
            headers=request.headers.raw,
            content=request.read(),
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = self._pool.handle_request(carried)
        if not isinstance(answer.stream, Iterable):
            raise TypeError("not a stream to read from")
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        self._pool.close()
