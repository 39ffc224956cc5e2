"""The lock on a data folder: whoever has it is the one program that works with the folder.

It is a lock of the operating system, which dies with the process: after a crash or a power cut
nothing is left to clean up. A file that names a process (QLockFile) would not do: its number may
belong to another program by then.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from desktop_app.system import native

if TYPE_CHECKING:
    from pathlib import Path

NAME = "program.lock"

_TRIES = 10


def take(folder: Path, *, make: bool = True) -> int | None:
    """The locked file's descriptor; None where it cannot be locked by anyone.

    ``make`` is False for who only looks: folder and file are not made, and without them it is None.

    Raises:
        BlockingIOError: another process has it.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            if make:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(folder / NAME, os.O_RDWR | (os.O_CREAT if make else 0), 0o600)
        except OSError:
            return None
        try:
            native.lock_file(file)
            # Removed while it was being locked, it would keep nobody out.
            if os.fstat(file).st_nlink or not tries_left:
                return file
        except BlockingIOError:
            os.close(file)
            raise
        except OSError:
            os.close(file)
            return None
        os.close(file)
    return None


def short_name(folder: Path) -> str:
    """Letters and digits that stand for the folder; the same for all spellings of it."""
    spelling = os.path.normcase(folder.resolve())
    return hashlib.sha256(os.fsencode(spelling)).hexdigest()[:32]


def is_taken(folder: Path) -> bool:
    """A program works with the folder."""
    try:
        file = take(folder, make=False)
    except BlockingIOError:
        return True
    if file is not None:
        os.close(file)
    return False
