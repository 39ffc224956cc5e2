"""A vault whose tokens are kept out of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment
    from desktop_app.core.ports import Vault
    from desktop_app.redaction.tokens import Redactor


class RedactingVault:
    """Another vault; every token that passes is made known to the redactor first."""

    def __init__(self, vault: Vault, redactor: Redactor) -> None:
        self._vault = vault
        self._redactor = redactor

    @property
    def is_persistent(self) -> bool:
        """False where tokens are forgotten when the program ends."""
        return self._vault.is_persistent

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none."""
        token = self._vault.token(environment)
        if token:
            self._redactor.add(token)
        return token

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""
        self._redactor.add(token)
        self._vault.save(environment, token)

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
        self._vault.delete(environment)
