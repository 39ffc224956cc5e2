"""Tells that another day has begun, or that the computer's clock was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.formatting.dates import local

if TYPE_CHECKING:
    from desktop_app.core.clock import Clock

_LOOK_MS = 15_000
_SET_SECONDS = 60.0
"""A clock that is corrected by less was not set by a person."""


class DayWatch(QObject):
    """Emits ``changed`` when "today" and "yesterday" on the screen must be worked out anew."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day, self._ahead = self._now()
        timer = QTimer(self)
        timer.setInterval(_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Compare with what was seen last."""
        day, ahead = self._now()
        was_set = abs(ahead - self._ahead) > _SET_SECONDS
        if day != self._day or was_set:
            self._day, self._ahead = day, ahead
            self.changed.emit()

    def _now(self) -> tuple[object, float]:
        """The Nepali day, and how far the clock is ahead of the seconds that only grow."""
        now = self._clock.now()
        return local(now).date(), now.timestamp() - self._clock.monotonic()
