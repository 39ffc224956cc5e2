"""Removes what the program keeps on this computer, for an owner who is rid of it.

Only files whose names are exactly those that the program gives are deleted, one by one; folders
only when nothing is left in them. Papers and bundles that people saved elsewhere stay.
"""

from __future__ import annotations

import os
import re
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.core.environment import Environment
from desktop_app.core.errors import VaultError
from desktop_app.data_folder import ledger_path, logo_path, settings_path
from desktop_app.instance import lock as folder_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.core.ports import Vault

REMOVED: Final = 0
"""Nothing of the program's is left."""
IN_USE: Final = 3
"""A program works with the data folder: nothing was removed."""
NOT_ALL: Final = 4
"""Something could not be removed; the rest is gone."""

_STAMP = r"[0-9]{8}-[0-9]{6}"
_LOGS_OF_SQLITE = r"(-wal|-shm|-journal)?"
_LEDGERS = [ledger_path(Path(), environment) for environment in Environment]
_FILES = "|".join(re.escape(ledger.name) for ledger in _LEDGERS)
_STEMS = "|".join(re.escape(ledger.stem) for ledger in _LEDGERS)
_SETTINGS = re.escape(settings_path(Path()).name)
_LOGO = re.escape(logo_path(Path()).name)

_OURS: Final = {
    "backups": re.compile(rf"({_STEMS})-{_STAMP}\.db(\.new)?{_LOGS_OF_SQLITE}"),
    "logs": re.compile(r"bhuktani\.log(\.[0-9])?|crash\.log|fault\.log"),
    "": re.compile(
        rf"({_FILES})(\.restoring(\.new)?|\.(damaged|before)-{_STAMP})?{_LOGS_OF_SQLITE}"
        rf"|{_SETTINGS}(\.bad\d*|\.[a-z0-9_]{{8}}\.new)?"
        rf"|{_LOGO}(\.[a-z0-9_]{{8}}\.new)?"
        rf"|practice-service\.json(\.part|\.damaged-{_STAMP})?"
    ),
}
"""The names of files in the data folder and in the folders that the program makes in it."""

# On Windows a virus scanner or an indexer may hold a file for a moment.
_TRIES = 10
_PAUSE_SECONDS = 0.05


def remove_data(folder: Path, vault: Vault | None = None) -> int:
    """Remove what is kept in the data folder, and the tokens.

    ``REMOVED``, ``IN_USE`` or ``NOT_ALL``. What is in the way is named on standard error.

    Args:
        folder: the data folder; nothing is touched in one that no program has worked with.
        vault: where tokens are kept, in place of the operating system's keyring.
    """
    try:
        lock = folder_lock.take(folder, make=False)
    except BlockingIOError:
        _say(f"Bhuktani is running ({folder})")
        return IN_USE
    # A person may have named any folder, and many have a "settings.json": ours has a lock.
    is_ours = os.path.lexists(folder / folder_lock.NAME)
    left = [*(_remove_files(folder) if is_ours else ()), *_remove_tokens(vault)]
    if left:
        # The lock stays: what is left can be removed another time.
        if lock is not None:
            os.close(lock)
    elif is_ours:
        left += _remove_folder(folder, lock)
    for line in left:
        _say(line)
    return NOT_ALL if left else REMOVED


def _remove_files(folder: Path) -> Iterator[str]:
    """Remove what is ours; a line about each thing that stays."""
    for name, ours in _OURS.items():
        inside = folder / name
        try:
            found = sorted(inside.iterdir()) if inside.is_dir() else []
        except OSError as error:
            yield _line(inside, error)
            continue
        for path in found:
            if ours.fullmatch(path.name):
                yield from _removed(path, path.unlink)
        if name and inside.is_dir():
            yield from _remove_if_empty(inside)


def _remove_folder(folder: Path, lock: int | None) -> Iterator[str]:
    """Remove the lock, while it is held where an open file can be removed, and then the folder."""
    if lock is not None and sys.platform == "win32":
        os.close(lock)
        lock = None
    path = folder / folder_lock.NAME
    yield from _removed(path, path.unlink)
    if lock is not None:
        os.close(lock)
    yield from _remove_if_empty(folder)


def _remove_if_empty(folder: Path) -> Iterator[str]:
    """A folder with something in it that is not ours stays, and so does a link to one."""
    try:
        is_empty = not folder.is_symlink() and not any(folder.iterdir())
    except OSError as error:
        yield _line(folder, error)
        return
    if is_empty:
        yield from _removed(folder, folder.rmdir)


def _removed(path: Path, remove: Callable[[], object]) -> Iterator[str]:
    """Remove it; a line if it stays."""
    for tries_left in reversed(range(_TRIES)):
        try:
            remove()
        except FileNotFoundError:
            return
        except OSError as error:
            if tries_left and sys.platform == "win32" and isinstance(error, PermissionError):
                time.sleep(_PAUSE_SECONDS)
                continue
            yield _line(path, error)
        return


def _remove_tokens(vault: Vault | None) -> Iterator[str]:
    from desktop_app.vault.keyring_vault import open_vault

    vault = vault or open_vault()
    for environment in (Environment.TEST, Environment.LIVE):
        try:
            vault.delete(environment)
        except VaultError as error:
            yield f"the token of {environment.value}: {error.details.get('reason', error.problem)}"


def _line(path: Path, error: OSError) -> str:
    return f"{path}: {error.strerror or type(error).__name__}"


def _say(line: str) -> None:
    # A program without a console has no standard error.
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")
