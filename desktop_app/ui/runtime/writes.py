"""What is being written or printed: pages are not built anew meanwhile, and no trouble is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

MS_FOR_PAPERS = 10_000
"""A printer that hangs does not hold the window up for longer."""


class Trouble(Protocol):
    """Words about what did not work, and what to do now."""

    @property
    def what(self) -> str:
        """Say what happened."""

    @property
    def advice(self) -> str:
        """Say what to do now."""


class Write(Protocol):
    """A job whose trouble must be told, wherever the clerk is by then."""

    @property
    def place(self) -> object:
        """What tells of it: one thing at a time can be read there."""

    def is_seen(self) -> bool:
        """Tell whether the clerk sees the place."""

    def trouble(self, done: Any) -> Trouble | None:
        """Word what did not work of a ``Result``, naming it; None where all went well."""

    def is_same(self, other: Write) -> bool:
        """Tell whether it writes what another one could not."""


@dataclass(frozen=True, slots=True, eq=False)
class Untold:
    """Describes a job that did not work and whose place cannot tell it.

    Attributes:
        last: the number of the last job that was watched by then.
    """

    write: Write
    done: Any
    last: int

    def words(self) -> Trouble | None:
        """Word it in the language in force."""
        return self.write.trouble(self.done)

    def is_mended_by(self, number: int, write: Write) -> bool:
        """Tell whether a job that went well was begun after this was told, to do the same."""
        return number > self.last and write.is_same(self.write)


class Writes(QObject):
    """Knows the jobs under way that write, for two things.

    A page that waits for one is not built anew meanwhile: the page that asked would be gone, and
    its successor would never hear of it. ``ended``: no page is to be waited for any more.

    What did not work of one that is watched is reported to the window where its place, which is
    left, covered or gone, cannot tell it: ``untold``.
    """

    ended = Signal()
    untold = Signal(object)
    """A job did not work and its place cannot tell it; carries the :class:`Untold`."""
    failing = Signal()
    """A job did not work and is about to be told: nothing that may be closed is to lie over it."""
    went_well = Signal(int, object)
    """A watched job has, by its number."""
    was_recorded = Signal(bool)
    """A watched job that is no paper has ended, and was told; False: it is not recorded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers: set[int] = set()
        self._papers: set[int] = set()
        self._watched: dict[int, Write] = {}
        self._last = 0

    @property
    def are_under_way(self) -> bool:
        """Somebody waits to be told."""
        return bool(self._numbers)

    @property
    def is_recording(self) -> bool:
        """Something is being recorded whose trouble must be told; papers are none of it."""
        return not self._papers.issuperset(self._watched)

    def begin(self, number: int, at_most: int | None = None) -> None:
        """A job that writes was given; wait for it no longer than so many milliseconds."""
        self._numbers.add(number)
        if at_most is not None:
            self._papers.add(number)
            QTimer.singleShot(at_most, self, partial(self.end, number))

    def end(self, number: int) -> None:
        """Who waited for a job was told, or has waited long enough; again does nothing."""
        if number in self._numbers:
            self._numbers.remove(number)
            if not self._numbers:
                self.ended.emit()

    def watch(self, number: int, write: Write) -> None:
        """The trouble of this job is told, whatever becomes of its place."""
        self._watched[number] = write
        self._last = number

    def is_untold(self, number: int, done: Any) -> bool:
        """Tell whether what came of a job cannot be read at its place, which is about to show it.

        The place is left or gone, or the next job there will write over it.
        """
        write = self._watched.get(number)
        if write is None:
            return False
        if write.trouble(done) is not None:
            self.failing.emit()
        others = (one.place for at, one in self._watched.items() if at != number)
        return not write.is_seen() or any(at is write.place for at in others)

    def tell(self, number: int, done: Any, *, untold: bool) -> None:
        """What came of a job was told to its place; tell the window, where that is not enough."""
        write = self._watched.pop(number, None)
        is_paper = number in self._papers
        self._papers.discard(number)
        if write is None:
            return
        went_well = write.trouble(done) is None
        if untold and not went_well:
            self.untold.emit(Untold(write, done, self._last))
        if went_well:
            self.went_well.emit(number, write)
        if not is_paper:
            self.was_recorded.emit(went_well)
