"""The shop's tokens: kept in a vault that is opened when it is first needed, and tried."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem, VaultError
from desktop_app.vault.redacting_vault import RedactingVault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.application.connections import ConnectionMaker
    from desktop_app.application.environments import Environments
    from desktop_app.core.money import Money
    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import SaltedStore
    from desktop_app.redaction.tokens import Redactor


_MAX_SECONDS = 3.0
_UNLIMITED = -1.0


class TokenVault:
    """Fulfils ``Vault``, and opens the real one when it is first needed.

    The lock is its own: a keyring that asks its user something holds up nobody but those who want
    a token. Those who read what waits, or call the service, are told soon that it is locked, so
    that they do not take all workers while its question stands open.

    Args:
        redactor: every token that passes is made known to it.
        vault: in place of the operating system's keyring.
        max_seconds: how long ``token_soon`` waits for another who is at the vault.
    """

    def __init__(
        self, redactor: Redactor, vault: Vault | None = None, max_seconds: float = _MAX_SECONDS
    ) -> None:
        self._redactor = redactor
        self._max_seconds = max_seconds
        self._given = vault
        self._lock = threading.Lock()
        self._vault: Vault | None = None

    @property
    def is_persistent(self) -> bool:
        """False where tokens are forgotten when the program ends."""
        with self._alone() as vault:
            return vault.is_persistent

    def token(self, environment: Environment, max_seconds: float = _UNLIMITED) -> str | None:
        """The token of that environment, None if there is none; practice needs no vault."""
        if environment is Environment.PRACTICE:
            from desktop_app.sandbox.practice import PRACTICE_TOKEN

            return PRACTICE_TOKEN
        with self._alone(max_seconds) as vault:
            return vault.token(environment)

    def token_soon(self, environment: Environment) -> str | None:
        """The token of that environment, while nobody else waits long for the vault.

        Raises:
            VaultError: somebody does.
        """
        return self.token(environment, self._max_seconds)

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""
        with self._alone() as vault:
            vault.save(environment, token)

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
        with self._alone() as vault:
            vault.delete(environment)

    @contextmanager
    def _alone(self, max_seconds: float = _UNLIMITED) -> Iterator[Vault]:
        if not self._lock.acquire(timeout=max_seconds):
            raise VaultError(Problem.VAULT_LOCKED, reason="another waits for it")
        try:
            if self._vault is None:
                from desktop_app.vault.keyring_vault import open_vault

                self._vault = RedactingVault(self._given or open_vault(), self._redactor)
            yield self._vault
        finally:
            self._lock.release()


class TokenTester:
    """Asks the service for the balance with a token that need not be kept."""

    def __init__(
        self,
        environments: Environments,
        connections: ConnectionMaker,
        store: SaltedStore,
        redactor: Redactor,
    ) -> None:
        self._environments = environments
        self._connections = connections
        self._store = store
        self._redactor = redactor

    def balance(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token. Raises ``ServiceError``."""
        self._redactor.add(token)
        # Its name is not kept, so that any salt will do.
        connection = self._environments.connection(environment)
        connections = self._connections.make(connection, self._store.salt())
        try:
            return connections.try_token(token)
        finally:
            connections.close()
