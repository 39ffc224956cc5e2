"""What the window asks of the rest of the program. Fulfilled by ``app.py``."""

from __future__ import annotations

from typing import Protocol

from desktop_app.core.desk import PaymentDesk
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.payment import Payment
from desktop_app.core.ports import Ledger, Vault
from desktop_app.core.provider import Provider
from desktop_app.core.settings import Settings


class Backend(Protocol):
    """The slow side of the program. Every method may wait: call it from a worker only."""

    def providers(self) -> tuple[Provider, ...]:
        """All providers, those that are retired by the service too."""

    def desk(self) -> PaymentDesk:
        """The desk of the chosen environment."""

    def ledger(self) -> Ledger:
        """The ledger of the chosen environment."""

    def vault(self) -> Vault:
        """Where tokens are kept."""

    def save(self, settings: Settings) -> None:
        """Store the settings and act on them; a change of environment changes desk and ledger."""

    def follow_up(self) -> tuple[Payment, ...]:
        """Make one due look-up of a waiting payment; what was looked up, empty if none was due."""

    def try_token(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token; raises ``ServiceError``."""
