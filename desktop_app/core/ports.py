"""Ports of the core: Protocols that other rooms implement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment


class Vault(Protocol):
    """Stores tokens, one per environment. Raises ``VaultError`` when it is locked."""

    @property
    def is_persistent(self) -> bool:
        """False where tokens are forgotten when the program ends."""

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none."""

    def save(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""

    def delete(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""
