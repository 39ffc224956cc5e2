"""Putting another file in a ledger's place. Nothing is overwritten and nothing deleted.

A crash in between leaves either the old file in its place, or the new one complete beside it:
:func:`finish` then ends what was begun.
"""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite.backup import STAMP, checked
from desktop_app.system.files import flush_file, flush_folder, rename

if TYPE_CHECKING:
    from pathlib import Path

_TAILS = ("", "-wal", "-shm")
"""A ledger and the log beside it: payments may be in the log alone."""

_READY = ".restoring"
_PART = ".restoring.new"
_SECOND = timedelta(seconds=1)


def restore(ledger: Path, backup: Path, at: datetime, *, damaged: bool) -> str:
    """Put a copy of a backup in the ledger's place; the name that the old file has now.

    The ledger must be closed. The name is empty where there was no file.

    Raises:
        LedgerError: it cannot be done, or the backup is not sound; the ledger is as it was.
    """
    checked(backup, thorough=True)
    ready, part = _named(ledger, _READY), _named(ledger, _PART)
    with map_ledger_errors():
        try:
            ready.unlink(missing_ok=True)
            shutil.copyfile(backup, part)
            part.chmod(0o600)
            flush_file(part)
            checked(part, thorough=True)
            rename(part, ready)
            flush_folder(ledger.parent)
            aside = quarantine(ledger, at, "damaged" if damaged else "before")
        except BaseException:
            if ledger.exists():
                ready.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
            raise
        rename(ready, ledger)
        flush_folder(ledger.parent)
    return aside


def quarantine(ledger: Path, at: datetime, why: str) -> str:
    """Rename the file and its log to ``<name>.<why>-<time>``; that name, empty if it had none.

    Raises:
        LedgerError: it cannot be done; the files are as they were.
    """
    with map_ledger_errors():
        aside = _free_name(ledger, at, why)
        moved: list[tuple[Path, Path]] = []
        try:
            for tail in _TAILS:
                source = _named(ledger, tail)
                if source.exists():
                    rename(source, _named(aside, tail))
                    moved.append((source, _named(aside, tail)))
        except OSError:
            for source, target in reversed(moved):
                rename(target, source)
            raise
        flush_folder(ledger.parent)
    return aside.name if moved else ""


def finish(ledger: Path, at: datetime) -> None:
    """Before a ledger is opened: end what a crash interrupted.

    A log without its file belongs to another one: SQLite would mix it into the next.

    Raises:
        LedgerError: it cannot be done.
    """
    ready = _named(ledger, _READY)
    with map_ledger_errors():
        _named(ledger, _PART).unlink(missing_ok=True)
        if ledger.exists():
            ready.unlink(missing_ok=True)
            return
        if any(_named(ledger, tail).exists() for tail in _TAILS):
            quarantine(ledger, at, "damaged")
        if ready.exists():
            rename(ready, ledger)
            flush_folder(ledger.parent)


def _free_name(ledger: Path, at: datetime, why: str) -> Path:
    at = at.astimezone(NEPAL)
    while True:
        aside = _named(ledger, f".{why}-{at.strftime(STAMP)}")
        if not any(_named(aside, tail).exists() for tail in _TAILS):
            return aside
        at += _SECOND


def _named(path: Path, tail: str) -> Path:
    return path.with_name(path.name + tail)
