"""The shop's tokens: kept in a vault that is opened when it is first needed, and tried."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.vault.redacting_vault import RedactingVault

if TYPE_CHECKING:
    from desktop_app.application.connections import ConnectionMaker
    from desktop_app.application.environments import Environments
    from desktop_app.core.money import Money
    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import SaltedStore
    from desktop_app.redaction.tokens import Redactor


class TokenVault:
    """Fulfils ``Vault``, and opens the real one when it is first needed.

    The lock is its own: a keyring that asks its user something holds up nobody but those who want
    a token.
    """

    def __init__(self, redactor: Redactor, vault: Vault | None = None) -> None:
        self._redactor = redactor
        self._given = vault
        self._lock = threading.Lock()
        self._vault: Vault | None = None

    @property
    def is_persistent(self) -> bool:
        """False where tokens are forgotten when the program ends."""
        return self._open().is_persistent

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none; practice needs no vault."""
        if environment is Environment.PRACTICE:
            from desktop_app.sandbox.practice import PRACTICE_TOKEN

            return PRACTICE_TOKEN
        return self._open().token(environment)

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""
        self._open().save(environment, token)

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
        self._open().delete(environment)

    def _open(self) -> Vault:
        with self._lock:
            if self._vault is None:
                from desktop_app.vault.keyring_vault import open_vault

                self._vault = RedactingVault(self._given or open_vault(), self._redactor)
            return self._vault


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
