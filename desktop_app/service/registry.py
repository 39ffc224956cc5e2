"""Finds the connection that a payment is, or was, sent with (rule 10)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.payments.balance import balance_of
from desktop_app.service.client import HttpService
from desktop_app.vault.keyring_vault import connection_id

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from desktop_app.core.money import Money
    from desktop_app.core.payments.payment import Payment


class HttpServiceRegistry:
    """Implements ``core.payments.ports.ServiceRegistry`` over HTTP.

    Args:
        chosen: the environment and base URL of new payments.
        token_for: the token of an environment, None if there is none; may raise ``VaultError``.
        salt: this computer's salt, so that a token's name tells nothing elsewhere.
        transport: what carries the calls, where it is not the network.
    """

    def __init__(
        self,
        chosen: Connection,
        token_for: Callable[[Environment], str | None],
        salt: str,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._chosen = chosen
        self._token_for = token_for
        self._salt = salt
        self._transport = transport
        self._lock = threading.Lock()
        self._services: dict[tuple[Connection, str], HttpService] = {}

    @property
    def chosen(self) -> Connection:
        """The environment and base URL of new payments."""
        return self._chosen

    def current(self) -> HttpService | None:
        """The chosen connection, None while it has no token."""
        return self._find(self._chosen)

    def for_payment(self, payment: Payment) -> HttpService | None:
        """The connection the payment was sent with; None while its token is not there."""
        order = payment.order
        service = self._find(Connection(order.environment, order.base_url))
        if service is None or service.connection_id != order.connection_id:
            return None
        return service

    def try_token(self, token: str) -> Money:
        """The balance that the chosen environment answers for a token; nothing is kept.

        Raises:
            ServiceError: no usable answer, or the token was refused.
        """
        service = HttpService(
            self._chosen, token, connection_id(token, self._salt), transport=self._transport
        )
        try:
            return balance_of(service.balance())
        finally:
            if self._transport is None:
                service.close()

    def close(self) -> None:
        """Close the connections to the service."""
        with self._lock:
            for service in self._services.values():
                service.close()
            self._services.clear()

    def _find(self, connection: Connection) -> HttpService | None:
        token = self._token_for(connection.environment)
        if not token:
            return None
        name = connection_id(token, self._salt)
        with self._lock:
            service = self._services.get((connection, name))
            if service is None:
                service = HttpService(connection, token, name, transport=self._transport)
                self._services[connection, name] = service
            return service
