"""Collects garbage on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A cycle that holds a widget or a
timer would then be destroyed on a worker, which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 2_000


class GuiThreadGarbageCollector(QObject):
    """Replaces Python's automatic garbage collection until :meth:`stop`.

    A timer on this thread collects what is due; Python itself collects nothing meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._check)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Run a full collection, and re-enable automatic collection if it was on."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()

    def _check(self) -> None:
        """Collect the oldest generation whose count is above its threshold.

        CPython also spares the oldest one until a quarter of its objects are new. This does not:
        the timer bounds how often it happens.
        """
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
