"""Asks the running program to end, as the installer does before it replaces the program's files."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from desktop_app.installer import running_marks
from desktop_app.instance import ipc, lock
from desktop_app.system import native

if TYPE_CHECKING:
    from pathlib import Path

ENDED: Final = 0
"""No program works with the data folder any more, or none did."""
STAYS: Final = 3
"""A payment is being sent: the program stays."""
NO_END: Final = 4
"""It does not answer, or has not ended in time."""

PATIENCE_SECONDS = 20.0

_PAUSE_SECONDS = 0.05


def close_running(folder: Path, patience: float = PATIENCE_SECONDS) -> int:
    """Have the program of that data folder end as if its window were closed, and wait for it.

    ``ENDED``, ``STAYS`` or ``NO_END``. Nothing is made in the folder. A program that is starting is
    waited for until it listens, and then asked. On Windows it is seen by its running mark also
    before it has the folder, and where the folder cannot be locked.
    """
    end = time.monotonic() + patience
    process = native.WatchedProcess()
    asked = False
    try:
        while lock.is_taken(folder) or running_marks.is_running(folder):
            if not asked:
                # Starting or ending it does not listen, so it is asked again.
                answer = ipc.ask(ipc.address(folder), ipc.CLOSE, process.watch)
                if answer == ipc.SENDING:
                    return STAYS
                asked = answer == ipc.CLOSING
            if time.monotonic() > end:
                return NO_END
            time.sleep(_PAUSE_SECONDS)
        return ENDED if process.has_ended(end - time.monotonic()) else NO_END
    finally:
        process.release()
