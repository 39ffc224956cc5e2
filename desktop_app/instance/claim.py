"""Claims the data folder for this program; a second start shows the window of the first.

Two programs on one ledger would each bring the other's unfinished payments to an end (rule 5), so
a folder is claimed before its ledger is opened.
"""

from __future__ import annotations

import logging
import os
import time
from typing import TYPE_CHECKING

from desktop_app.instance import lock
from desktop_app.system import native

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.instance.ipc import Listening
    from desktop_app.instance.requests import InstanceRequests

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 15.0
"""How long a second start waits for the first, which may itself be starting or ending."""

_PAUSE_SECONDS = 0.05


class NoAnswer(Exception):
    """Another program has the folder and does not answer."""


class Claim:
    """This program's right to a data folder, until it is released or the process ends.

    ``lock`` is the locked file; None where the folder does not let itself be locked. The program
    starts all the same, and the ledger says what is wrong with the folder.
    """

    def __init__(self, folder: Path, lock: int | None) -> None:
        self._folder = folder
        self._lock = lock
        self._listening: Listening | None = None
        # Kept to the end: the thread that listens must not be the one that destroys it.
        self._requests: InstanceRequests | None = None

    def listen(self, show: Callable[[], None], close: Callable[[], bool]) -> None:
        """Do on this thread what other starts with this folder ask for.

        Args:
            show: the program was started again.
            close: the program is asked to end; False if it stays, for a payment is being sent.
        """
        if self._lock is None:
            return
        from desktop_app.instance import ipc
        from desktop_app.instance.requests import InstanceRequests

        self._requests = InstanceRequests(show, close)
        try:
            self._listening = ipc.Listening(ipc.address(self._folder), self._requests.ask)
        except OSError as error:
            log.warning("a second start will not be heard: %s", error)

    def stop_listening(self) -> None:
        """The window is going: a second start waits for the folder instead."""
        if self._requests is not None:
            self._requests.shut()
        if self._listening is not None:
            self._listening.stop()
            self._listening = None

    def release(self) -> None:
        """Let another program have the folder."""
        self.stop_listening()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def claim(folder: Path, patience: float = PATIENCE_SECONDS) -> Claim | None:
    """The folder for this program; None if another has it, which was brought to the front.

    Raises:
        NoAnswer: another has it, and neither answered nor ended within ``patience`` seconds.
    """
    end = time.monotonic() + patience
    while True:
        try:
            return Claim(folder, lock.take(folder))
        except BlockingIOError:
            from desktop_app.instance import ipc

            at = ipc.address(folder)
            if ipc.ask(at, ipc.SHOW, native.allow_foreground) == ipc.SHOWN:
                return None
        if time.monotonic() > end:
            raise NoAnswer(f"Bhuktani is running already, but does not answer ({folder}).")
        time.sleep(_PAUSE_SECONDS)


def bring_to_front(window: QWidget) -> None:
    """Show the window above all others, as large as it was."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    log.info("started once more: brought to the front")
