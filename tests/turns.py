"""Lets a window work until something is true, and opens one that need not paint."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QTimer,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.shell.window import MainWindow

_LOOK_AGAIN_MS = 4
"""What is waited for may come true without an event, such as what a server was asked."""
_MOST_TURNS = 50
_MOMENT_SECONDS = 0.002
_PAUSE = threading.Event()


def turn_until(
    condition: Callable[[], bool], seconds: float, seen: Callable[[], object] = lambda: "?"
) -> None:
    """Let the window work until something is true; sleep while nothing happens to it.

    Raises:
        AssertionError: it did not come true within those seconds; it says what is ``seen``.
    """
    look_again = QTimer()
    look_again.setSingleShot(True)
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s; the window shows {seen()}")
        look_again.start(_LOOK_AGAIN_MS)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def let_follow() -> None:
    """Take the turns that follow within a moment: a page may build one of its parts in each."""
    dispatcher = QAbstractEventDispatcher.instance()
    assert dispatcher is not None
    for _ in range(_MOST_TURNS):
        _PAUSE.wait(_MOMENT_SECONDS)
        if not dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            return


def start_unpainted(window: MainWindow) -> None:
    """Show the first page of a window that never paints, which takes a fifth of the time.

    Its workers wait for its first paint, for which Qt asks then as little as for any other.
    """
    window.setUpdatesEnabled(False)
    window.start()
    QCoreApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest))
