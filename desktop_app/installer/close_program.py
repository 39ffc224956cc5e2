"""Asks the running program to end, as the installer does before it replaces the program's files."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Final

from desktop_app.installer import running_marks as presence
from desktop_app.instance import ipc as channel
from desktop_app.instance import lock as folder_lock

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
    waited for until it listens, and then asked. On Windows it is seen by its :mod:`presence` also
    before it has the folder, and where the folder cannot be locked.
    """
    end = time.monotonic() + patience
    process = _Process()
    asked = False
    try:
        while folder_lock.is_taken(folder) or presence.is_running(folder):
            if not asked:
                # Starting or ending it does not listen, so it is asked again.
                answer = channel.ask(channel.address(folder), channel.CLOSE, process.remember)
                if answer == channel.SENDING:
                    return STAYS
                asked = answer == channel.CLOSING
            if time.monotonic() > end:
                return NO_END
            time.sleep(_PAUSE_SECONDS)
        return ENDED if process.has_ended(end - time.monotonic()) else NO_END
    finally:
        process.forget()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SYNCHRONIZE = 0x100000
    _TIMEOUT = 0x102
    _kernel = ctypes.WinDLL("kernel32")
    _kernel.OpenProcess.restype = wintypes.HANDLE
    _kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel.WaitForSingleObject.restype = wintypes.DWORD
    _kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    class _Process:
        """The process that was asked: its files are in use until it is gone.

        It lets go of the data folder some moments before.
        """

        def __init__(self) -> None:
            self._handle: int | None = None

        def remember(self, number: int) -> None:
            """Held before it is asked, so that its number cannot come to mean another."""
            self.forget()
            self._handle = _kernel.OpenProcess(_SYNCHRONIZE, False, number & 0xFFFFFFFF)

        def has_ended(self, seconds: float) -> bool:
            if not self._handle:
                return True
            wait = int(max(0.0, seconds) * 1000)
            return bool(_kernel.WaitForSingleObject(self._handle, wait) != _TIMEOUT)

        def forget(self) -> None:
            if self._handle:
                _kernel.CloseHandle(self._handle)
            self._handle = None

else:

    class _Process:
        """Elsewhere a program's files can be replaced while it runs."""

        def remember(self, number: int) -> None:
            pass

        def has_ended(self, seconds: float) -> bool:
            return True

        def forget(self) -> None:
            pass
