"""Collects garbage on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A cycle that holds a widget or a
timer would then be destroyed on a worker, which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 2_000


class GuiThreadGarbageCollector(QObject):
    """Takes over from Python's own collector until :meth:`stop`."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._check)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Collect what is left, then give the work back to whoever had it."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()

    def _check(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
