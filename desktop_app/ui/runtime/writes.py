"""What is being written, or printed, while a page waits to be told what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Writes(QObject):
    """Knows the jobs under way that write; a page that waits for one is not built anew meanwhile.

    The page that asked would be gone, and its successor would never hear of it. ``ended``: nothing
    is being written any more, and who waited was told.
    """

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers: set[int] = set()

    @property
    def are_under_way(self) -> bool:
        """Somebody waits to be told."""
        return bool(self._numbers)

    def begin(self, number: int) -> None:
        """A job that writes was given."""
        self._numbers.add(number)

    def end(self, number: int) -> None:
        """Who waited for a job was told; for one that does not write this does nothing."""
        if number in self._numbers:
            self._numbers.remove(number)
            if not self._numbers:
                self.ended.emit()
