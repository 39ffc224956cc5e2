"""The care of an environment's record: backups, checks, and another file in its place."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.core.audit import FoundBreak
from desktop_app.core.backups import BackupMade, DueBackups
from desktop_app.core.errors import LedgerError
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.shop import NO_TILL, Till

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.application.environments import Environments
    from desktop_app.core.audit import BrokenLink
    from desktop_app.core.backups import BackupOverview
    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Environment

log = logging.getLogger(__name__)

_PAUSE = 0.02
"""Rests of a check that nobody waits for, while the clerk works: in seconds."""


class Records:
    """Backs records up, checks and replaces them. Every method may wait.

    A till names who has it done; nobody where the program does it by itself.
    """

    def __init__(self, environments: Environments, clock: Clock) -> None:
        self._environments = environments
        self._clock = clock

    def backups(self, environment: Environment) -> BackupOverview:
        """The backups of an environment, and whether its record is sound."""
        with suppress(LedgerError):
            self._environments.ledger(environment)
        return self._environments.maintenance(environment).overview()

    def back_up(self, environment: Environment, by: Till = NO_TILL) -> BackupMade:
        """Make a checked backup of an environment's record now.

        Where the record was changed outside of the program, no old backup is let go of.
        """
        return self._back_up(environment, by)

    def _back_up(self, environment: Environment, by: Till, *, pause: float = 0) -> BackupMade:
        # What a crash left unfinished is ended first: no backup is made of it.
        broken = self._environments.broken_link(environment, pause=pause)
        keep_all = broken is not None
        backup = self._environments.maintenance(environment).back_up(keep_all=keep_all)
        self._note(environment, JournalKind.BACKED_UP, by, {"file": backup.name})
        return BackupMade(backup, self._found(environment, broken))

    def back_up_if_due(self) -> DueBackups:
        """Make the day's backup of each environment with a record, without haste; trouble is
        logged.
        """
        compared: set[Environment] = set()
        unseen: list[FoundBreak] = []
        for environment in self._environments.with_records():
            try:
                # What a crash left unfinished is ended first: no backup is made of it.
                self._environments.ledger(environment)
                if self._environments.maintenance(environment).is_backup_due():
                    found = self._back_up(environment, NO_TILL, pause=_PAUSE).found
                    compared.add(environment)
                    if found is not None and not found.is_seen:
                        unseen.append(found)
            except LedgerError as error:
                log.warning("no backup of %s: %s", environment.value, error)
        return DueBackups(frozenset(compared), tuple(unseen))

    def check_integrity(self, environment: Environment) -> None:
        """Look an environment's record over; raises ``LEDGER_DAMAGED``."""
        self._environments.ledger(environment)
        self._environments.maintenance(environment).check()

    def check_chain(self, environment: Environment, by: Till | None = None) -> FoundBreak | None:
        """Compare the audit chain with the record: for a person, or without haste."""
        broken = self._environments.broken_link(environment, pause=0 if by else _PAUSE)
        if broken is None and by is not None:
            self._note(environment, JournalKind.RECORD_CHECKED, by, {})
        return self._found(environment, broken)

    def note_seen(self, found: FoundBreak, by: Till) -> None:
        """An owner has read of a break: it is not told again at each start."""
        self._note(found.environment, JournalKind.BREAK_SEEN, by, found.broken.content)

    def _found(self, environment: Environment, broken: BrokenLink | None) -> FoundBreak | None:
        """Tell log and journal of a break, the journal once."""
        if broken is None:
            return None
        log.error("the record of %s was changed: %s", environment.value, broken)
        content, is_seen = broken.content, False
        with suppress(LedgerError):
            journal = self._environments.journal(environment)
            is_seen = journal.has(JournalKind.BREAK_SEEN, content)
            if not journal.has(JournalKind.CHAIN_BROKEN, content):
                self._note(environment, JournalKind.CHAIN_BROKEN, NO_TILL, content)
        return FoundBreak(environment, broken, is_seen)

    def restore(self, environment: Environment, name: str, by: Till = NO_TILL) -> str:
        """Put a backup in the place of the record; the name that the old file has now.

        On the money worker only: a payment under way is finished first.
        """
        with self._environments.replacing(environment) as close:
            aside = self._environments.maintenance(environment).restore(name, close)
        self._note(environment, JournalKind.RESTORED, by, {"file": name, "aside": aside})
        return aside

    def start_new_ledger(self, environment: Environment, by: Till = NO_TILL) -> str:
        """Set a damaged record aside where there is no backup, as ``restore`` does."""
        with self._environments.replacing(environment) as close:
            aside = self._environments.maintenance(environment).start_new_ledger(close)
        self._note(environment, JournalKind.RECORD_BEGUN, by, {"aside": aside})
        return aside

    def _note(
        self, environment: Environment, kind: JournalKind, by: Till, content: Mapping[str, str]
    ) -> None:
        """Tell the record's journal; what was done stays done where it cannot be told."""
        entry = JournalEntry(kind, self._clock.now(), content=content).by(by)
        try:
            self._environments.journal(environment).note(entry)
        except LedgerError as error:
            log.error("the journal of %s lacks %s: %s", environment.value, kind.value, error)
