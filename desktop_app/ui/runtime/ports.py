"""What the window asks of the rest of the program. Fulfilled by ``app.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.core.backups import Backup, BackupOverview
from desktop_app.core.billing.provider import Provider
from desktop_app.core.environment import Environment
from desktop_app.core.lessons import PracticeCustomer
from desktop_app.core.money import Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import Payment
from desktop_app.core.payments.ports import Ledger
from desktop_app.core.ports import Vault
from desktop_app.core.settings import Settings


class Backend(Protocol):
    """The slow side of the program. Every method may wait: call it from a worker only."""

    def providers(self) -> tuple[Provider, ...]:
        """All providers, those that are retired by the service too."""

    def practice_customers(self) -> tuple[PracticeCustomer, ...]:
        """Whom to practise with, in the order of the lessons; nobody outside practice."""

    def desk(self, environment: Environment | None = None) -> PaymentDesk:
        """The desk of an environment, the chosen one by default.

        Whoever acts on a payment that is on the screen names its environment: numbers count anew
        in each, and another one may have been chosen since.
        """

    def ledger(self, environment: Environment | None = None) -> Ledger:
        """The ledger of an environment, the chosen one by default."""

    def vault(self) -> Vault:
        """Where tokens are kept."""

    def save(self, settings: Settings) -> None:
        """Store the settings and act on them; a change of environment changes desk and ledger."""

    def follow_up(self) -> tuple[Payment, ...]:
        """Make one due look-up of a waiting payment; what was looked up, empty if none was due."""

    def try_token(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token; raises ``ServiceError``."""

    def backups(self) -> BackupOverview:
        """The backups of the chosen environment, and whether its record is sound."""

    def back_up(self) -> Backup:
        """Make a checked backup of the chosen environment's record now."""

    def back_up_if_due(self) -> None:
        """Make the day's first backup of each environment but practice."""

    def check_integrity(self) -> None:
        """Look the chosen environment's record over; raises ``LEDGER_DAMAGED``."""

    def restore(self, name: str) -> str:
        """Put a backup in the place of the record; the name that the old file has now.

        On the money worker only: a payment under way is finished first.
        """

    def start_new_ledger(self) -> str:
        """Set a damaged record aside where there is no backup, as ``restore`` does."""

    def support_bundle(self, folder: Path) -> Path:
        """Write a file for support into a folder: no token, no customer's name or phone."""
