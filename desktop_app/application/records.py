"""The care of an environment's record: backups, checks, and another file in its place."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.core.audit import record_changed
from desktop_app.core.backups import BackupMade
from desktop_app.core.errors import LedgerError

if TYPE_CHECKING:
    from desktop_app.application.environments import Environments
    from desktop_app.core.backups import BackupOverview
    from desktop_app.core.environment import Environment

log = logging.getLogger(__name__)

_PAUSE = 0.02
"""Rests of a check that nobody waits for, while the clerk works: in seconds."""


class Records:
    """Backs records up, checks and replaces them. Every method may wait."""

    def __init__(self, environments: Environments) -> None:
        self._environments = environments

    def backups(self, environment: Environment) -> BackupOverview:
        """The backups of an environment, and whether its record is sound."""
        with suppress(LedgerError):
            self._environments.ledger(environment)
        return self._environments.maintenance(environment).overview()

    def back_up(self, environment: Environment) -> BackupMade:
        """Make a checked backup of an environment's record now.

        Where the record was changed outside of the program, no old backup is let go of.
        """
        # What a crash left unfinished is ended first: no backup is made of it.
        broken = self._environments.broken_link(environment)
        keep_all = broken is not None
        backup = self._environments.maintenance(environment).back_up(keep_all=keep_all)
        return BackupMade(backup, broken)

    def back_up_if_due(self) -> None:
        """Make the day's backup of each environment with a record; trouble is logged."""
        for environment in self._environments.with_records():
            try:
                # What a crash left unfinished is ended first: no backup is made of it.
                self._environments.ledger(environment)
                if self._environments.maintenance(environment).is_backup_due():
                    self.back_up(environment)
            except LedgerError as error:
                log.warning("no backup of %s: %s", environment.value, error)

    def check_integrity(self, environment: Environment) -> None:
        """Look an environment's record over; raises ``LEDGER_DAMAGED``."""
        self._environments.ledger(environment)
        self._environments.maintenance(environment).check()

    def check_chain(self, environment: Environment) -> None:
        """Compare the audit chain with the record, without haste; raises ``RECORD_CHANGED``."""
        broken = self._environments.broken_link(environment, pause=_PAUSE)
        if broken is not None:
            raise record_changed(broken)

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
