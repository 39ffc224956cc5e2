"""Looks after one environment's ledger: is it sound, what is kept of it, the way back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from desktop_app.core.backups import Backup, BackupOverview
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite import restore
from desktop_app.ledger.sqlite.backup import Backups, checked
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.clock import Clock

log = logging.getLogger(__name__)

Close = Callable[[], object]
"""Closes the ledger; it stays closed until the call that it is given to has returned."""


class LedgerMaintenance:
    """``backups_enabled`` is False for practice, of which no backups are made."""

    def __init__(self, ledger: Path, clock: Clock, *, backups_enabled: bool) -> None:
        self._ledger = ledger
        self._clock = clock
        self._is_kept = backups_enabled
        self._backups = Backups(ledger, clock)
        # On Windows a file that is being read cannot be renamed.
        self._lock = threading.Lock()

    def repair_before_open(self) -> None:
        """End what a crash interrupted, and make no empty record where there was a full one.

        Raises:
            LedgerError: ``LEDGER_DAMAGED`` where the file is gone but backups have payments.
        """
        restore.finish(self._ledger, self._clock.now())
        if self._is_gone() and self._has_good():
            raise LedgerError(Problem.LEDGER_DAMAGED, cause="missing")

    def check(self) -> None:
        """Look the file over; about 60 ms for 10,000 payments.

        Raises:
            LedgerError: ``LEDGER_DAMAGED``.
        """
        with self._lock:
            checked(self._ledger, thorough=False)

    def overview(self) -> BackupOverview:
        """List the backups, and tell whether the ledger is damaged."""
        with self._lock:
            backups = self._backups.listed() if self._is_kept else ()
            damaged = self._is_damaged()
            payments = self._last_number()
            return BackupOverview(self._backups.folder, self._is_kept, damaged, payments, backups)

    def back_up(self, *, keep_all: bool = False) -> Backup:
        """Make a backup now; with `keep_all` without letting go of an old one."""
        self._refuse_practice()
        with self._lock:
            return self._backups.make(keep_all=keep_all)

    def is_backup_due(self) -> bool:
        """There is no backup of today yet, and there is something to keep."""
        if not self._is_kept or self._is_gone():
            return False
        with self._lock:
            return self._backups.is_due()

    def restore(self, name: str, close: Close) -> str:
        """Put a backup in the place of the ledger; the name that the old file has now."""
        self._refuse_practice()
        with self._lock:
            backup = self._backups.path_of(name)
            damaged = self._is_damaged()
            close()
            aside = restore.restore(self._ledger, backup, self._clock.now(), damaged=damaged)
        log.warning("restored %s; the old record is %s", name, aside or "gone")
        return aside

    def start_new_ledger(self, close: Close) -> str:
        """Set a damaged ledger aside, so that the next opening makes an empty one.

        Raises:
            LedgerError: it is not damaged, or there is a good backup to go back to.
        """
        with self._lock:
            if not self._is_damaged() or self._has_good():
                raise LedgerError(Problem.ILLEGAL_STEP, cause="it can be used")
            close()
            aside = restore.quarantine(self._ledger, self._clock.now(), "damaged")
        log.warning("a new record was begun; the old one is %s", aside or "gone")
        return aside

    def _refuse_practice(self) -> None:
        if not self._is_kept:
            raise LedgerError(Problem.ILLEGAL_STEP, cause="practice")

    def _has_good(self) -> bool:
        return self._is_kept and any(backup.payments for backup in self._backups.listed())

    def _is_damaged(self) -> bool:
        try:
            checked(self._ledger, thorough=False)
        except LedgerError as error:
            return error.problem is Problem.LEDGER_DAMAGED or self._is_gone()
        return False

    def _is_gone(self) -> bool:
        with map_ledger_errors():
            return not self._ledger.exists() or not self._ledger.stat().st_size

    def _last_number(self) -> int | None:
        """Payments are numbered from 1 and never deleted: the last number is their count."""
        try:
            with (
                map_ledger_errors(),
                closing(open_file(self._ledger, BUSY_SECONDS, mode="ro")) as raw,
            ):
                (last,) = raw.execute("SELECT max(number) FROM payments").fetchone()
                return int(last or 0)
        except (LedgerError, TypeError):
            return None
