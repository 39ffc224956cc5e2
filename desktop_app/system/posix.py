"""Calls of systems other than Windows, with the functions of the module ``windows``.

What only the Windows installer needs does nothing here: there the files of a running program can be
replaced, and the lock of the data folder is all that shows that it runs.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    raise ImportError("this module is not for Windows")

import fcntl


def lock_file(file: int) -> None:
    """Lock an open file for this process; the lock ends with the descriptor.

    Raises:
        BlockingIOError: another process has it.
        OSError: the file cannot be locked by anyone.
    """
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold_mark(name: str) -> int | None:
    """Hold nothing: no installer looks for a mark."""
    return None


def release_mark(handle: int | None) -> None:
    """Do nothing: no mark is held on this system."""


def is_marked(name: str) -> bool:
    """No process holds a mark."""
    return False


class WatchedProcess:
    """A process of another program, whose files are never in its way."""

    def watch(self, number: int) -> None:
        """Watch nothing."""

    def has_ended(self, seconds: float) -> bool:
        """Return True: no process is watched on this system."""
        return True

    def release(self) -> None:
        """Do nothing: no process is watched on this system."""


def allow_foreground(process: int) -> None:
    """Do nothing: no permission is needed on this system."""


def registry_text(key: str, name: str) -> str:
    """Return an empty text: there is no registry on this system."""
    return ""


def show_box(text: str, title: str) -> None:
    """Show nothing: a program always has somewhere to print."""


def set_app_id(app_id: str) -> None:
    """Change nothing: a program is known by its desktop file."""
