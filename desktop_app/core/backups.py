"""Backups of the record of payments, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop_app.core.audit import FoundBreak
    from desktop_app.core.environment import Environment


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of an environment's ledger. ``payments`` is None where it cannot be used."""

    name: str
    made_at: datetime
    size: int
    payments: int | None


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A new backup. ``found`` is the first row of the record that is not what was written: no
    older backup was deleted then.
    """

    backup: Backup
    found: FoundBreak | None


@dataclass(frozen=True, slots=True)
class DueBackups:
    """What came of the backups that were due.

    Attributes:
        compared: whose records were compared with their audit chain for it.
        unseen: the breaks that were found on the way and that no owner has seen.
    """

    compared: frozenset[Environment]
    unseen: tuple[FoundBreak, ...]


@dataclass(frozen=True, slots=True)
class BackupOverview:
    """The backups of one environment, newest first, and the record that they are of.

    Attributes:
        folder: where the backups are.
        is_kept: False for practice, of which no backups are made.
        is_damaged: the record itself cannot be used, or is gone.
        payments: how many are in the record now, as far as it can be read.
    """

    folder: Path
    backups_enabled: bool
    is_damaged: bool
    payments: int | None
    backups: tuple[Backup, ...]

    @property
    def newest_good(self) -> Backup | None:
        """The backup to go back to."""
        return next((backup for backup in self.backups if backup.payments is not None), None)
