"""Handlers for unexpected exceptions: each one is logged and shown to the user.

An exception in a slot of Qt does not end the program, but what the window shows may be wrong from
then on; one while starting leaves no window at all. A crash in C code leaves a line where each
thread was (faulthandler).
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections import Counter
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from desktop_app import __version__
from desktop_app.diagnostics.native_messages import DETAILS, NO_START, STOPPED
from desktop_app.redaction.phones import without_phones
from desktop_app.redaction.tokens import Redactor
from desktop_app.system.message_box import show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

MAX_BYTES = 200_000
"""Of each file; the newest is kept."""

_MAX_OF_ONE = 20_000
_MAX_OF_A_PLACE = 5
_CRASHES, _FAULTS = "crash.log", "fault.log"

_Place: TypeAlias = tuple[str, str, int]


def install_handlers(run: Callable[[], int], *, quiet: bool = False) -> int:
    """Run the program; its exit code, or 1 if an exception came out of it.

    Args:
        run: the program, from the first import to the end.
        quiet: nobody is there: show nothing, and let whatever was caught make the exit code 1.
    """
    global _watch  # noqa: PLW0603 - the hooks belong to the whole process
    before = _watch, sys.excepthook, threading.excepthook, sys.unraisablehook
    watch = _watch = _Watch(quiet)
    sys.excepthook = watch.uncaught
    threading.excepthook = watch.in_thread
    sys.unraisablehook = watch.unraisable
    try:
        code = run()
    except Exception as error:
        watch.end(error)
        code = 1
    finally:
        _watch, sys.excepthook, threading.excepthook, sys.unraisablehook = before
    return 1 if quiet and watch.caught else code


def set_folder(folder: Path) -> None:
    """Keep exceptions and faults in this data folder from now on."""
    if _watch is not None:
        _watch.set_folder(folder)


def set_redactor(redactor: Redactor) -> None:
    """Keep these tokens out of what is written."""
    if _watch is not None:
        _watch.redactor = redactor


def set_window(tell: Callable[[], None]) -> None:
    """Tell a person by ``tell`` from now on: there is a window to do it on."""
    if _watch is not None:
        _watch.tell = tell


class _Watch:
    def __init__(self, quiet: bool) -> None:
        self.redactor = Redactor()
        self.tell: Callable[[], None] | None = None
        self.caught = 0
        self._quiet = quiet
        self._folder: Path | None = None
        self._places: Counter[_Place] = Counter()
        # The garbage collector may find something to say while something is being written.
        self._lock = threading.RLock()

    def set_folder(self, folder: Path) -> None:
        logs = folder / "logs"
        # The ledger says what is wrong with a folder that cannot be written.
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            logs.mkdir(exist_ok=True)
            self._folder = logs
            _write_faults(logs / _FAULTS)

    # --- hooks ----------------------------------------------------------------------------

    def uncaught(self, kind: type[BaseException], error: BaseException, _at: object) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, error.__traceback__)
            return
        is_new = self._record(error, "an unexpected exception")
        if is_new and threading.current_thread() is threading.main_thread():
            self._show()

    def in_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not isinstance(given.exc_value, SystemExit):
            name = given.thread.name if given.thread is not None else "a thread"
            self._record(given.exc_value, f"an unexpected exception in {name}")

    def unraisable(self, given: sys.UnraisableHookArgs) -> None:
        if given.exc_value is not None:
            self._record(given.exc_value, given.err_msg or "an exception that nobody could catch")

    def end(self, error: Exception) -> None:
        """The exception has ended the program."""
        self._record(error, "the program ended by an exception")
        if self._quiet:
            return
        words = NO_START if self.tell is None else STOPPED
        parts = [words.english, words.nepali]
        if self._folder is not None:
            parts.append(f"{DETAILS.english} / {DETAILS.nepali}:\n{self._folder / _CRASHES}")
        show("\n\n".join(parts))

    # --- what they do ---------------------------------------------------------------------

    def _record(self, error: BaseException, what: str) -> bool:
        """Write it down; True if it is the first of its place."""
        place = _place(error)
        with self._lock:
            self.caught += 1
            self._places[place] += 1
            count = self._places[place]
            if count > _MAX_OF_A_PLACE:
                return False
            text = "".join(traceback.format_exception(error))
            text = _shortened(without_phones(self.redactor.redact(text)))
            if sys.stderr is not None:
                with suppress(OSError, ValueError):
                    sys.stderr.write(text)
            if self._folder is not None:
                now = datetime.now().astimezone().isoformat(timespec="seconds")
                line = f"{now} Bhuktani {__version__}: {what}\n{text}\n"
                with suppress(OSError):
                    append(self._folder / _CRASHES, line)
        # Without a handler, Python would print it with tokens and all.
        if log.hasHandlers():
            log.error("%s", what, exc_info=error)
        return count == 1

    def _show(self) -> None:
        if self.tell is not None and not self._quiet:
            self.tell()


_watch: _Watch | None = None


def append(path: Path, text: str) -> None:
    """Write at the end of a file; of one that gets too large, the newest lines are kept."""
    data = text.encode("utf-8", "backslashreplace")
    with path.open("ab") as file:
        file.write(data)
        size = file.tell()
    if size > MAX_BYTES:
        _shorten(path)


def _shorten(path: Path) -> None:
    """Keep the newest half, so that the next lines need not move it all again."""
    data = path.read_bytes()
    kept = data[-MAX_BYTES // 2 :]
    path.write_bytes(kept[kept.find(b"\n") + 1 :])


def _write_faults(path: Path) -> None:
    """Whoever has switched it on already, as pytest does, wants to read it himself."""
    if faulthandler.is_enabled():
        return
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    append(path, f"-- {now} Bhuktani {__version__} starts\n")
    # By number: Python would close a file object before the last fault may happen.
    faulthandler.enable(os.open(path, os.O_WRONLY | os.O_APPEND))


def _place(error: BaseException) -> _Place:
    at = error.__traceback__
    if at is None:
        return type(error).__name__, "", 0
    while at.tb_next is not None:
        at = at.tb_next
    return type(error).__name__, at.tb_frame.f_code.co_filename, at.tb_lineno


def _shortened(text: str) -> str:
    if len(text) <= _MAX_OF_ONE:
        return text
    half = _MAX_OF_ONE // 2
    return f"{text[:half]}\n[…]\n{text[-half:]}"
