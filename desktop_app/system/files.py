"""Files that are whole or not there: written beside their place, flushed, renamed with patience."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

# On Windows a virus scanner or an indexer may hold a file for a moment after it was written.
_TRIES = 10
_PAUSE = 0.05


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of what has that name, as a whole or not at all, on disk afterwards.

    Only this user can read it. What breaks leaves the old file as it was, and nothing beside it;
    a kill leaves one named ``<name>.<letters>.new``.

    Raises:
        OSError: it cannot be written there.
    """
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        rename(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def rename(source: Path, target: Path) -> None:
    """Give a file its new name, in place of what has that name. Raises ``OSError``."""
    for _ in range(_TRIES - 1):
        try:
            source.replace(target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(_PAUSE)
        else:
            return
    source.replace(target)


def flush_file(path: Path) -> None:
    """The content on disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """The names in it on disk, where a folder can be flushed (not on Windows)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
