"""Carries requests over the network, within a deadline and with proof of what was sent.

httpx bounds every single wait, so that a server that sends one byte a second holds a call for
ever. Here each wait is also cut to what is left of the whole call's time. The same place, where
bytes pass to the operating system, is where it is known whether any byte of a request left.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

_MOST_CONNECTIONS = 8
_KEPT_CONNECTIONS = 2
_KEPT_SECONDS = 10.0
_UNTRACKED_SECONDS = 60.0


class Track:
    """One call's time and what it has done so far.

    Attributes:
        handed_over: a transport has the request; what fails before that fails on this computer.
        wrote: bytes of the request were handed to the operating system, or may have been.
        received: bytes of an answer have come.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.handed_over = False
        self.wrote = False
        self.received = False

    def at_most(self, seconds: float | None, late: type[Exception]) -> float:
        """The time that one wait may take: ``seconds``, or what is left if that is less.

        Raises:
            Exception: ``late``, if nothing is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise late("the call's time is over")
        return left if seconds is None else min(seconds, left)


_current: ContextVar[Track | None] = ContextVar("service_call", default=None)


@contextmanager
def tracked(track: Track) -> Iterator[None]:
    """Let the network calls of this thread, until the end of the block, count for ``track``.

    A connection serves several calls, one after the other, so it cannot hold the track itself.
    """
    token = _current.set(track)
    try:
        yield
    finally:
        _current.reset(token)


def _track() -> Track:
    return _current.get() or Track(_UNTRACKED_SECONDS)


class _Stream(httpcore.NetworkStream):
    """A connection whose waits end with the call that uses it."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        track = _track()
        data = self._inner.read(max_bytes, track.at_most(timeout, httpcore.ReadTimeout))
        track.received = track.received or bool(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        track = _track()
        late = httpcore.WriteTimeout if track.wrote else httpcore.ConnectTimeout
        seconds = track.at_most(timeout, late)
        track.wrote = track.wrote or bool(buffer)
        self._inner.write(buffer, seconds)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        seconds = _track().at_most(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections, one address after the other, within the call's time."""

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        fault: Exception = httpcore.ConnectError("no address")
        for address in _addresses(host, port):
            # A wait for each address: Python's own loop would not see the deadline in between.
            seconds = _track().at_most(timeout, httpcore.ConnectTimeout)
            try:
                return _Stream(
                    self._inner.connect_tcp(address, port, seconds, local_address, socket_options)
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


def _addresses(host: str, port: int) -> list[str]:
    """The host's addresses. The operating system bounds the time of this by itself."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError("name not found") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


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
        keeps: connections are used again. False: each request gets a connection of its own.
    """

    def __init__(self, ssl_context: ssl.SSLContext | None, *, keeps: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            max_connections=_MOST_CONNECTIONS,
            max_keepalive_connections=_KEPT_CONNECTIONS if keeps else 0,
            keepalive_expiry=_KEPT_SECONDS if keeps else 0.0,
            http1=True,
            http2=False,
            retries=0,
            network_backend=_Backend(),
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
