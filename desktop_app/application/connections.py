"""Makes the connections to the service of an environment, and the practice service in them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    import httpx

    from desktop_app.core.environment import Connection
    from desktop_app.sandbox.practice import PracticeService
    from desktop_app.service.registry import HttpServiceRegistry

_MIN_PRACTICE_CREDIT = 30_000


class Practice:
    """The practice service of this data folder, made when it is first needed."""

    def __init__(self, data_folder: Path) -> None:
        self._state = data_folder / "practice-service.json"
        self._lock = threading.Lock()
        self._service: PracticeService | None = None

    def transport(self) -> httpx.BaseTransport:
        """A transport that leads to the practice service instead of the network."""
        from desktop_app.sandbox.practice import PracticeService
        from desktop_app.sandbox.transport import PracticeTransport

        with self._lock:
            if self._service is None:
                self._service = PracticeService(state_file=self._state)
                self._service.refill(_MIN_PRACTICE_CREDIT)
            return PracticeTransport(self._service)

    @property
    def tried(self) -> Collection[str]:
        """The practice customers that were looked up or paid so far."""
        service = self._service
        return service.tried if service is not None else ()


class ConnectionMaker:
    """Makes connections: to a test's transport, to the practice service, or to the network.

    Args:
        pinned: environment and base URL of one run, whatever the settings say.
        transport: what carries every call, in place of the network.
        token: the token of an environment, asked when a call needs it.
    """

    def __init__(
        self,
        practice: Practice,
        token: Callable[[Environment], str | None],
        pinned: Connection | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.pinned = pinned
        self._practice = practice
        self._token = token
        self._transport = transport

    def make(self, connection: Connection, salt: str) -> HttpServiceRegistry:
        """Connections to that base URL; ``salt`` goes into the names of tokens."""
        from desktop_app.service.registry import HttpServiceRegistry

        transport = self._transport
        is_practice = connection.environment is Environment.PRACTICE
        if is_practice and transport is None and connection != self.pinned:
            transport = self._practice.transport()
        return HttpServiceRegistry(connection, self._token, salt, transport)
