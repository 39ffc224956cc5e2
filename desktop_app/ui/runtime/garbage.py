"""Collects garbage on the window's thread alone, and all of it only while nobody uses the program.

Python collects cycles on whichever thread happens to allocate. A cycle that holds a widget or a
timer would then be destroyed on a worker, which Qt does not survive.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERVAL_MS = 2_000
_QUIET_SECONDS = 0.02
"""The processor time of this thread in an interval in which nobody types and nothing is shown."""
_QUIET_INTERVALS = 5


class GuiThreadGarbageCollector(QObject):
    """Replaces Python's automatic garbage collection until :meth:`stop`.

    A timer on this thread collects what is due; Python itself collects nothing meanwhile. Looking
    through all objects takes a tenth of a second, which whoever types would feel. So those that
    are there are frozen, that is left out of the collections. Once this thread has had nothing to
    do for some intervals, all objects are collected, and the remaining ones are frozen. Until then
    a cycle of frozen objects stays; anything else is freed as soon as nobody refers to it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._check)
        self._is_idle: Callable[[], bool] | None = None
        self._used = 0.0
        self._quiet_intervals = 0
        self._has_frozen = self._has_collected = False
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def freeze_when(self, is_idle: Callable[[], bool]) -> None:
        """Freeze objects from now on; ``is_idle`` tells that no job is awaited."""
        self._is_idle = is_idle

    def stop(self) -> None:
        """Run a full collection, and re-enable automatic collection if it was on."""
        self._timer.stop()
        if self._has_frozen:
            self._has_frozen = False
            gc.unfreeze()
        gc.collect()
        if self._was_on:
            gc.enable()

    def _check(self) -> None:
        """Collect everything in a quiet moment, else what is due."""
        used = time.thread_time()
        is_idle = self._is_idle is not None and self._is_idle()
        is_quiet = is_idle and used - self._used < _QUIET_SECONDS
        self._quiet_intervals = self._quiet_intervals + 1 if is_quiet else 0
        if self._quiet_intervals == _QUIET_INTERVALS and self._is_due():
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._has_collected = True
        elif self._is_idle is not None and not self._has_frozen:
            # What the start has loaded and built: not later, while a job is awaited from then on.
            gc.freeze()
            self._has_frozen = True
        else:
            _collect_due()
        self._used = time.thread_time()

    def _is_due(self) -> bool:
        """True unless hardly any objects were made since all were collected."""
        young, *older = gc.get_count()
        return not self._has_collected or young > gc.get_threshold()[0] or any(older)


def _collect_due() -> None:
    """Collect the oldest generation whose count is above its threshold.

    CPython also spares the oldest one until a quarter of its objects are new. This does not:
    the timer bounds how often it happens.
    """
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
