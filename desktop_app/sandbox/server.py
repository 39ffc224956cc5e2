"""The practice service over real HTTP/1.1, for tests and for practice with other programs."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any

from desktop_app.sandbox.practice import MAX_BYTES, PracticeService
from desktop_app.sandbox.replies import Reply, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

HOST = "127.0.0.1"
_IDLE_SECONDS = 30
_LOOK_SECONDS = 0.1
"""How often the server looks whether it is to stop, where nothing wakes it."""
_MAX_DIGITS = 9
_TOKEN_IN_PATH = re.compile(r"(/api/service/status/)[^/\s]+(?=/[^/\s])")


class SandboxServer:
    """A running practice service on 127.0.0.1, as a context manager.

    ``service`` is the service itself with its own truth; ``url`` has no slash at the end.
    """

    def __init__(
        self, service: PracticeService | None = None, *, port: int = 0, quiet: bool = True
    ) -> None:
        self.service = service or PracticeService()
        self._server = _Server(self.service, port, quiet=quiet)
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://{HOST}:{self.port}"

    def start(self) -> SandboxServer:
        """Begin to answer, in separate threads."""
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_LOOK_SECONDS,), name="sandbox", daemon=True
        )
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop listening, break what is still under way, and wait for all threads."""
        if self._thread is not None:
            # Wakes the thread that waits for connections; Windows only lets it look again.
            with contextlib.suppress(OSError):
                self._server.socket.shutdown(socket.SHUT_RDWR)
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.break_connections()
        self._server.server_close()

    def __enter__(self) -> SandboxServer:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    """Runs one thread per connection and joins all at the end, so that none outlives a test."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64
    # On Windows this option would let a second server take over the port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, service: PracticeService, port: int, *, quiet: bool) -> None:
        self.service = service
        self.quiet = quiet
        self.stopping = threading.Event()
        self._connections: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who 127.0.0.1 is, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def opened(self, connection: socket.socket) -> None:
        """A connection begins."""
        with self._guard:
            self._connections.add(connection)
        if self.stopping.is_set():
            _break(connection)

    def ended(self, connection: socket.socket) -> None:
        """A connection is over."""
        with self._guard:
            self._connections.discard(connection)

    def break_connections(self) -> None:
        """End all connections, also those that wait for their next request."""
        self.stopping.set()
        with self._guard:
            open_ones: Iterable[socket.socket] = tuple(self._connections)
        for connection in open_ones:
            _break(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that goes away is no fault; anything else is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _break(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Handles the requests of a connection."""

    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "Practice"
    sys_version = ""
    timeout = _IDLE_SECONDS
    # One write per answer: a head and a body sent apart make the caller wait for 40 ms.
    wbufsize = -1
    disable_nagle_algorithm = True

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.ended(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        """Answer a GET, whose body counts as well."""
        self._serve()

    def do_POST(self) -> None:
        """Answer a POST."""
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """Write one line per request to standard error, without the token that a look-up's path
        holds.
        """
        if not self.server.quiet:
            sys.stderr.write(_TOKEN_IN_PATH.sub(r"\1***", format % args) + "\n")

    def _serve(self) -> None:
        length = self._length()
        if length is None:
            self.close_connection = True
            self._send(too_large())
            return
        reply = self.server.service.handle(self.command, self.path, self.rfile.read(length))
        stopped = reply.delay > 0 and self.server.stopping.wait(reply.delay)
        if stopped or reply.failure is not None:
            self.close_connection = True
            return
        self._send(reply)

    def _length(self) -> int | None:
        """Bytes of the body; None where it is too long, or of unknown length."""
        text = self.headers.get("content-length", "0")
        if "transfer-encoding" in self.headers or not text.isascii() or not text.isdigit():
            return None
        if len(text) > _MAX_DIGITS or int(text) > MAX_BYTES:
            return None
        return int(text)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body)
