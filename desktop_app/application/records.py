"""The care of an environment's record: backups, checks, and another file in its place."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError

if TYPE_CHECKING:
    from desktop_app.application.environments import Environments
    from desktop_app.core.backups import Backup, BackupOverview
    from desktop_app.core.environment import Environment

log = logging.getLogger(__name__)


class Records:
    """Backs records up, checks and replaces them. Every method may wait."""

    def __init__(self, environments: Environments) -> None:
        self._environments = environments

    def backups(self, environment: Environment) -> BackupOverview:
        """The backups of an environment, and whether its record is sound."""
        with suppress(LedgerError):
            self._environments.ledger(environment)
        return self._environments.maintenance(environment).overview()

    def back_up(self, environment: Environment) -> Backup:
        """Make a checked backup of an environment's record now."""
        # What a crash left unfinished is ended first: no backup is made of it.
        self._environments.ledger(environment)
        return self._environments.maintenance(environment).back_up()

    def back_up_if_due(self) -> None:
        """Make the day's backup of each environment with a record; trouble is logged."""
        for environment in self._environments.with_records():
            try:
                self._environments.ledger(environment)
                self._environments.maintenance(environment).back_up_if_due()
            except LedgerError as error:
                log.warning("no backup of %s: %s", environment.value, error)

    def check_integrity(self, environment: Environment) -> None:
        """Look an environment's record over; raises ``LEDGER_DAMAGED``."""
        self._environments.ledger(environment)
        self._environments.maintenance(environment).check()

    def restore(self, environment: Environment, name: str) -> str:
        """Put a backup in the place of the record; the name that the old file has now.

        On the money worker only: a payment under way is finished first.
        """
        with self._environments.replacing(environment) as close:
            return self._environments.maintenance(environment).restore(name, close)

    def start_new_ledger(self, environment: Environment) -> str:
        """Set a damaged record aside where there is no backup, as ``restore`` does."""
        with self._environments.replacing(environment) as close:
            return self._environments.maintenance(environment).start_new_ledger(close)
