"""The practice service inside the program: an httpx transport without sockets."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import httpx

from desktop_app.sandbox.replies import Failure, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.sandbox.practice import PracticeService


class PracticeTransport(httpx.BaseTransport):
    """Serves a :class:`PracticeService` to an ``httpx.Client(transport=...)``.

    Broken calls are raised as httpx raises them over a network, with the client's own time limit
    for reading. Closing the client ends calls that are still being slow.
    """

    def __init__(
        self, service: PracticeService, *, sleep: Callable[[float], object] | None = None
    ) -> None:
        self._service = service
        self._closed = threading.Event()
        self._sleep = sleep or self._closed.wait

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request; raises the errors of ``httpx.TransportError``."""
        path = request.url.raw_path.decode("ascii")
        reply = self._service.handle(request.method, path, request.read())
        if reply.failure is Failure.UNREACHABLE:
            raise httpx.ConnectError("practice: no network", request=request)
        self._wait(reply, request)
        if reply.failure is Failure.DROPPED:
            raise httpx.ReadError("practice: the connection broke", request=request)
        headers = {"content-type": reply.content_type, "content-length": str(len(reply.body))}
        return httpx.Response(reply.status, headers=headers, content=reply.body, request=request)

    def close(self) -> None:
        """End calls that are still being slow."""
        self._closed.set()

    def _wait(self, reply: Reply, request: httpx.Request) -> None:
        if reply.delay <= 0:
            return
        limits = request.extensions.get("timeout") or {}
        limit = limits.get("read")
        if limit is not None and limit < reply.delay:
            self._sleep(limit)
            raise httpx.ReadTimeout("practice: no answer in time", request=request)
        self._sleep(reply.delay)
        if self._closed.is_set():
            raise httpx.ReadError("practice: closed", request=request)
