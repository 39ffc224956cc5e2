"""Calls of Windows. The module ``posix`` has the same functions for other systems."""

from __future__ import annotations

import logging
import sys

if sys.platform != "win32":
    raise ImportError("this module is for Windows")

import ctypes
import msvcrt
import winreg
from ctypes import wintypes

log = logging.getLogger(__name__)

_ERROR_ACCESS_DENIED = 5
_ERROR_LOCK_VIOLATION = 33
_SYNCHRONIZE = 0x100000
_WAIT_TIMEOUT = 0x102
_WARNING_IN_FRONT = 0x30 | 0x10000

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel.CreateMutexW.restype = wintypes.HANDLE
_kernel.CreateMutexW.argtypes = (ctypes.c_void_p, wintypes.BOOL, wintypes.LPCWSTR)
_kernel.OpenMutexW.restype = wintypes.HANDLE
_kernel.OpenMutexW.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.LPCWSTR)
_kernel.OpenProcess.restype = wintypes.HANDLE
_kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
_kernel.WaitForSingleObject.restype = wintypes.DWORD
_kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
_kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
_kernel.LockFile.argtypes = (wintypes.HANDLE, *[wintypes.DWORD] * 4)


def lock_file(file: int) -> None:
    """Lock an open file for this process; the lock ends with the descriptor.

    Raises:
        BlockingIOError: another process has it.
        OSError: the file cannot be locked by anyone.
    """
    # One byte, which need not exist. Not by msvcrt.locking: where that leaves errno as it was,
    # as Wine does, a lock that another has cannot be told from a file without locks.
    if not _kernel.LockFile(msvcrt.get_osfhandle(file), 0, 0, 1, 0):
        error = ctypes.WinError(ctypes.get_last_error())
        if error.winerror == _ERROR_LOCK_VIOLATION:
            raise BlockingIOError(*error.args)
        raise error


def hold_mark(name: str) -> int | None:
    """Hold a named mutex; the handle, or None, with a line in the log, if it cannot be held.

    The mutex is never owned, so any number of programs can hold it. Windows removes it with the
    last process that does.
    """
    # One that another user's right has made may be opened all the same.
    handle = _kernel.CreateMutexW(None, False, name) or _open_mark(name)
    if not handle:
        log.warning("%s cannot be held: error %d", name, ctypes.get_last_error())
        return None
    return int(handle)


def release_mark(handle: int | None) -> None:
    """Let go of what :func:`hold_mark` returned."""
    if handle is not None:
        _kernel.CloseHandle(handle)


def is_marked(name: str) -> bool:
    """Some process holds the named mutex."""
    handle = _open_mark(name)
    if handle is None:
        return ctypes.get_last_error() == _ERROR_ACCESS_DENIED
    release_mark(handle)
    return True


def _open_mark(name: str) -> int | None:
    handle: int | None = _kernel.OpenMutexW(_SYNCHRONIZE, False, name)
    return handle


class WatchedProcess:
    """A process of another program, whose files are in use until it is gone."""

    def __init__(self) -> None:
        self._handle: int | None = None

    def watch(self, number: int) -> None:
        """Watch the process with this number instead of the one before.

        While it is watched, its number cannot come to mean another process.
        """
        self.release()
        self._handle = _kernel.OpenProcess(_SYNCHRONIZE, False, number & 0xFFFFFFFF)

    def has_ended(self, seconds: float) -> bool:
        """Wait at most this long; True if it is gone, or none is watched."""
        if not self._handle:
            return True
        wait = int(max(0.0, seconds) * 1000)
        return bool(_kernel.WaitForSingleObject(self._handle, wait) != _WAIT_TIMEOUT)

    def release(self) -> None:
        """Watch no process any more."""
        if self._handle:
            _kernel.CloseHandle(self._handle)
        self._handle = None


def allow_foreground(process: int) -> None:
    """Let that process put its window in front: only the program started last may."""
    ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_ulong(process))


def registry_text(key: str, name: str) -> str:
    """The user's registry value ``name`` under ``key``; empty if there is none."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    except OSError:
        return ""


def show_box(text: str, title: str) -> None:
    """Show a warning in a box of the system and wait until it is closed."""
    ctypes.windll.user32.MessageBoxW(None, text, title, _WARNING_IN_FRONT)


def set_app_id(app_id: str) -> None:
    """Give this process its AppUserModelID; a refusal is a line in the log."""
    result = ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(app_id)
    if result != 0:
        log.warning("no name for the taskbar: %#x", result & 0xFFFFFFFF)
