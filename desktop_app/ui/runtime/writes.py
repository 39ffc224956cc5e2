"""What is being written or printed: pages are not built anew meanwhile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

MS_FOR_PAPERS = 10_000
"""A printer that hangs does not hold the window up for longer."""


class Writes(QObject):
    """Knows the jobs under way that write.

    A page that waits for one is not built anew meanwhile: the page that asked would be gone, and
    its successor would never hear of it.
    """

    ended = Signal()
    """No page is to be waited for any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers: set[int] = set()

    @property
    def are_under_way(self) -> bool:
        """Somebody waits to be told."""
        return bool(self._numbers)

    def begin(self, number: int, at_most: int | None = None) -> None:
        """A job that writes was given; wait for it no longer than so many milliseconds."""
        self._numbers.add(number)
        if at_most is not None:
            QTimer.singleShot(at_most, self, partial(self.end, number))

    def end(self, number: int) -> None:
        """Who waited for a job was told, or has waited long enough; again does nothing."""
        if number in self._numbers:
            self._numbers.remove(number)
            if not self._numbers:
                self.ended.emit()
