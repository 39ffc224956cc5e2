r"""Tells the Windows installer that the program runs, and the program that it is being updated.

Named mutexes of the user's session, which Windows removes with the last process that holds them:

``Local\Bhuktani.Running``
    held by each running program until its process ends.
``Local\Bhuktani.Running.<data folder>``
    held as well, and taken before it: who sees the one and knows the folder sees the other.
``Local\Bhuktani.Sending``
    held as well while a payment is being sent: the installer then refuses to begin.
``Local\Bhuktani.Setup``
    held by the installer from before it touches a file until it is done.

The order keeps both from missing each other: the program takes Running first and then looks for
Setup, the installer takes Setup first and then looks for Running. Whoever comes second sees the
first; if both come at once, each sees the other and neither goes on. Looking first, both could
see nothing and begin.

On other systems none of it does anything: there the lock of the data folder, which a program takes
before it loads what takes long, is all that shows it.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.instance import lock as folder_lock

log = logging.getLogger(__name__)

RUNNING = r"Local\Bhuktani.Running"
SENDING = r"Local\Bhuktani.Sending"
SETUP = r"Local\Bhuktani.Setup"


class BeingUpdated(Exception):
    """The installer is at work: the program must not start."""


def enter(folder: Path) -> None:
    """Say that the program runs with this data folder, from now until the process ends.

    It is not taken back when the window is gone: the program's files are in use to the very end.

    Raises:
        BeingUpdated: the installer is at work. Nothing may be opened, and nothing is said any more.
    """
    held = [_hold(_running_with(folder)), _hold(RUNNING)]
    if _is_held(SETUP):
        for handle in held:
            _let_go(handle)
        raise BeingUpdated("Bhuktani is being updated.")


def is_running(folder: Path) -> bool:
    """A program runs with this data folder, be it that it only starts or is ending.

    False on other systems than Windows; one that has entered sees itself.
    """
    return _is_held(_running_with(folder))


def _running_with(folder: Path) -> str:
    return f"{RUNNING}.{folder_lock.short_name(folder)}"


@contextmanager
def sending() -> Iterator[None]:
    """Say that a payment is being sent. It raises nothing of its own."""
    held = _hold(SENDING)
    try:
        yield
    finally:
        _let_go(held)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SYNCHRONIZE = 0x100000
    _ERROR_ACCESS_DENIED = 5

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateMutexW.restype = wintypes.HANDLE
    _kernel.CreateMutexW.argtypes = (ctypes.c_void_p, wintypes.BOOL, wintypes.LPCWSTR)
    _kernel.OpenMutexW.restype = wintypes.HANDLE
    _kernel.OpenMutexW.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.LPCWSTR)
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)

    def _hold(name: str) -> int | None:
        """A handle that keeps the mutex; None, with a line in the log, if there is none.

        The mutex is never owned, so any number of programs can keep it.
        """
        # One that another user's right has made may be opened all the same.
        handle = _kernel.CreateMutexW(None, False, name) or _open(name)
        if not handle:
            log.warning("%s cannot be held: error %d", name, ctypes.get_last_error())
            return None
        return int(handle)

    def _let_go(handle: int | None) -> None:
        if handle is not None:
            _kernel.CloseHandle(handle)

    def _is_held(name: str) -> bool:
        handle = _open(name)
        if handle is None:
            return ctypes.get_last_error() == _ERROR_ACCESS_DENIED
        _let_go(handle)
        return True

    def _open(name: str) -> int | None:
        handle: int | None = _kernel.OpenMutexW(_SYNCHRONIZE, False, name)
        return handle

else:

    def _hold(name: str) -> int | None:
        return None

    def _let_go(handle: int | None) -> None:
        pass

    def _is_held(name: str) -> bool:
        return False
