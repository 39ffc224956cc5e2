"""Copies of a ledger in the folder ``backups`` beside it, each checked before it counts."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import threading
import time
from contextlib import closing
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.backups import Backup
from desktop_app.core.clock import NEPAL, Clock
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.ledger.sqlite.upgrade import SchemaState, look_at
from desktop_app.system.files import flush_file, flush_folder, rename

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

KEPT = 30
"""Backups of one environment; older ones are deleted."""

STAMP = "%Y%m%d-%H%M%S"
"""Kathmandu's time in the name of a file. It has no summer time, so no name comes twice."""

TRIES = 50
"""How often a copy is made anew that has caught a payment which just begins."""

_PAUSE_SECONDS = 0.1
_FOLDER = "backups"
_SECOND = timedelta(seconds=1)
_UNFINISHED = ".new"
_BEGUN = PaymentState.RECORDED.value


def checked(path: Path, *, thorough: bool) -> int:
    """Check a ledger's file with SQLite's integrity checks and return its number of payments.

    ``thorough`` compares the indexes with their tables too, which takes several times as long.

    Raises:
        LedgerError: ``LEDGER_DAMAGED`` where anything is wrong with it.
    """
    if look_at(path, BUSY_SECONDS) is SchemaState.NEW:
        raise LedgerError(Problem.LEDGER_DAMAGED, cause="empty")
    with map_ledger_errors(), closing(open_file(path, BUSY_SECONDS, mode="ro")) as raw:
        raw.execute("PRAGMA trusted_schema = OFF").fetchall()
        raw.execute("PRAGMA cell_size_check = ON").fetchall()
        check = "integrity_check" if thorough else "quick_check"
        if raw.execute(f"PRAGMA {check}(1)").fetchall() != [("ok",)]:
            raise LedgerError(Problem.LEDGER_DAMAGED, cause=check)
        if thorough and raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise LedgerError(Problem.LEDGER_DAMAGED, cause="foreign_key_check")
        (count,) = raw.execute("SELECT count(*) FROM payments").fetchone()
        return int(count)


class Backups:
    """The backups of one ledger file; any thread may call it.

    Only files whose names are exactly those of its own backups are ever looked at or deleted.
    ``pause`` waits for so many seconds.
    """

    def __init__(
        self, ledger: Path, clock: Clock, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self.folder = ledger.parent / _FOLDER
        self._ledger = ledger
        self._clock = clock
        self._pause = pause
        self._lock = threading.Lock()
        self._name = re.compile(rf"{re.escape(ledger.stem)}-([0-9]{{8}}-[0-9]{{6}})\.db")
        self._looked_at: dict[tuple[str, int, int], int | None] = {}

    def listed(self) -> tuple[Backup, ...]:
        """List all backups, newest first.

        Raises:
            LedgerError: the folder cannot be read.
        """
        return tuple(self._described(path, at) for at, path in reversed(self._files()))

    def path_of(self, name: str) -> Path:
        """The file of a backup; raises ``LedgerError`` for any other name."""
        path = self.folder / name
        if self._made_at(name) is None or not path.is_file():
            raise LedgerError(Problem.LEDGER_FAILED, cause="no such backup")
        return path

    def make(self, *, keep_all: bool = False) -> Backup:
        """Copy the ledger while others read and write it, check the copy, and let go of old ones.

        With `keep_all` none is let go of: the record may have been changed outside of the program,
        and an old one be the last that tells what was there.

        Raises:
            LedgerError: ``LEDGER_DAMAGED`` where the copy does not pass: then it is deleted, and
                the backups are as they were. ``PAYMENT_BEGINS`` where a payment stays recorded
                and is not sent. Others where it cannot be written.
        """
        with self._lock:
            return self._make_between_payments(keep_all)

    def is_due(self) -> bool:
        """The shop has no backup of today yet, and there is something to copy."""
        with self._lock:
            today = self._now().date()
            return self._has_payments() and all(at.date() != today for at, _ in self._files())

    # --- making ---------------------------------------------------------------------------

    def _make_between_payments(self, keep_all: bool) -> Backup:
        """A backup without a payment that is recorded and not sent yet: that takes a moment."""
        for _ in range(TRIES - 1):
            try:
                return self._make(keep_all)
            except LedgerError as error:
                if error.problem is not Problem.PAYMENT_BEGINS:
                    raise
            self._pause(_PAUSE_SECONDS)
        return self._make(keep_all)

    def _make(self, keep_all: bool) -> Backup:
        with map_ledger_errors():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path, at = self._free_name()
            new = path.with_name(path.name + _UNFINISHED)
            self._remove_unfinished()
            try:
                os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                _copy(self._ledger, new)
                payments = checked(new, thorough=True)
                _refuse_begun(new)
                flush_file(new)
                size = new.stat().st_size
                rename(new, path)
                flush_folder(self.folder)
            except BaseException:
                self._remove_unfinished()
                raise
            if not keep_all:
                self._remove_oldest(path)
        log.info("backup made: %s payments", payments)
        return Backup(path.name, at, size, payments)

    def _free_name(self) -> tuple[Path, datetime]:
        at = self._now().replace(microsecond=0)
        while True:
            path = self.folder / f"{self._ledger.stem}-{at.strftime(STAMP)}.db"
            if not path.exists():
                return path, at
            at += _SECOND

    def _has_payments(self) -> bool:
        with map_ledger_errors(), closing(open_file(self._ledger, BUSY_SECONDS, mode="ro")) as raw:
            (found,) = raw.execute("SELECT EXISTS (SELECT 1 FROM payments)").fetchone()
            return bool(found)

    def _remove_unfinished(self) -> None:
        """Delete the files of backups that were interrupted."""
        for path in list(self.folder.iterdir()):
            name, mark, rest = path.name.partition(_UNFINISHED)
            if mark and rest in ("", "-journal", "-wal", "-shm") and self._name.fullmatch(name):
                path.unlink(missing_ok=True)

    def _remove_oldest(self, new: Path) -> None:
        older = [path for _, path in self._files() if path != new]
        for path in older[: max(0, len(older) - (KEPT - 1))]:
            path.unlink(missing_ok=True)

    # --- looking --------------------------------------------------------------------------

    def _now(self) -> datetime:
        return self._clock.now().astimezone(NEPAL)

    def _files(self) -> list[tuple[datetime, Path]]:
        """Backups with their times, oldest first."""
        with map_ledger_errors():
            if not self.folder.is_dir():
                return []
            found = [(self._made_at(path.name), path) for path in self.folder.iterdir()]
            return sorted((at, path) for at, path in found if at is not None and path.is_file())

    def _made_at(self, name: str) -> datetime | None:
        found = self._name.fullmatch(name)
        if found is None:
            return None
        try:
            return datetime.strptime(found.group(1), STAMP).replace(tzinfo=NEPAL)
        except ValueError:
            return None

    def _described(self, path: Path, at: datetime) -> Backup:
        with map_ledger_errors():
            facts = path.stat()
        # A file that has not changed is looked over once in a run of the program.
        key = (path.name, facts.st_size, facts.st_mtime_ns)
        if key not in self._looked_at:
            try:
                self._looked_at[key] = checked(path, thorough=False)
            except LedgerError as error:
                log.warning("a backup cannot be used: %s", error)
                self._looked_at[key] = None
        return Backup(path.name, at, facts.st_size, self._looked_at[key])


def _refuse_begun(copy: Path) -> None:
    """Raise ``PAYMENT_BEGINS`` for a copy with a payment that is recorded and not sent yet.

    It may be sent in the next moment, and be paid. Whoever goes back to such a copy would read
    that it was never sent, and give the cash back (rule 5).
    """
    with closing(open_file(copy, BUSY_SECONDS, mode="ro")) as raw:
        begun = raw.execute("SELECT number FROM payments WHERE state = ?", (_BEGUN,)).fetchone()
    if begun is not None:
        raise LedgerError(Problem.PAYMENT_BEGINS, number=begun[0])


def _copy(ledger: Path, target: Path) -> None:
    """Copy a consistent snapshot of the ledger to a file that needs no WAL file."""
    with (
        closing(open_file(ledger, BUSY_SECONDS, mode="ro")) as source,
        closing(open_file(target, BUSY_SECONDS)) as copy,
    ):
        copy.execute("PRAGMA synchronous = FULL").fetchall()
        # In one step: whoever writes meanwhile writes to the log and waits for nothing.
        source.backup(copy)
    with closing(open_file(target, BUSY_SECONDS)) as copy:
        if copy.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise sqlite3.OperationalError("the copy keeps a log beside it")
