"""Files that are whole or not there: renamed with patience, and flushed to the disk."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

# On Windows a virus scanner or an indexer may hold a file for a moment after it was written.
_TRIES = 10
_PAUSE = 0.05


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
