"""Jobs that write or print for a page: what does not work is reported where the clerk is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal


class Trouble(Protocol):
    """Words about what did not work, and what to do now."""

    @property
    def what(self) -> str:
        """Say what happened."""

    @property
    def advice(self) -> str:
        """Say what to do now."""


class Watched(Protocol):
    """A write or a paper whose trouble must be reported, wherever the clerk is by then."""

    @property
    def place(self) -> object:
        """The page or dialog that reports it: one thing at a time can be read there."""

    def is_seen(self) -> bool:
        """Tell whether the clerk sees the place."""

    def trouble(self, done: Any) -> Trouble | None:
        """Word what did not work of a ``Result``, naming it; None where all went well."""

    def is_same(self, other: Watched) -> bool:
        """Tell whether it writes what another one could not."""


@dataclass(frozen=True, slots=True, eq=False)
class Unreported:
    """Describes a job that did not work and whose place cannot report it.

    Attributes:
        last: the number of the last job that was watched by then.
    """

    watched: Watched
    done: Any
    last: int

    def words(self) -> Trouble | None:
        """Word it in the language in force."""
        return self.watched.trouble(self.done)

    def is_mended_by(self, number: int, watched: Watched) -> bool:
        """Tell whether a job that went well was begun after this was reported, to do the same."""
        return number > self.last and watched.is_same(self.watched)


class WatchedJobs(QObject):
    """Knows the watched jobs under way, and hands the window what their places cannot report.

    A place cannot where it was left, covered or gone, or where the next job writes over it.
    """

    unreported = Signal(object)
    """A job did not work and its place cannot report it; carries the :class:`Unreported`."""
    failing = Signal()
    """A job did not work and is about to be reported: nothing that may be closed is to cover it."""
    went_well = Signal(int, object)
    """A job has; carries its number and the :class:`Watched`."""
    was_recorded = Signal(bool)
    """A job that is no paper has ended, and was reported; False: it is not recorded."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Watched] = {}
        self._papers: set[int] = set()
        self._last = 0

    @property
    def are_recording(self) -> bool:
        """One of them, that is no paper, is under way."""
        return not self._papers.issuperset(self._jobs)

    def begin(self, number: int, watched: Watched, *, is_paper: bool) -> None:
        """Watch a job that was given to the workers."""
        self._jobs[number] = watched
        self._last = number
        if is_paper:
            self._papers.add(number)

    def needs_window(self, number: int, done: Any) -> bool:
        """Tell whether what came of a job cannot be read at its place, which is to show it now."""
        watched = self._jobs.get(number)
        if watched is None:
            return False
        if watched.trouble(done) is not None:
            self.failing.emit()
        others = (one.place for at, one in self._jobs.items() if at != number)
        return not watched.is_seen() or any(at is watched.place for at in others)

    def report(self, number: int, done: Any, *, by_window: bool) -> None:
        """A job has ended, and its place shows what came of it; hand trouble to the window too."""
        watched = self._jobs.pop(number, None)
        if watched is None:
            return
        is_paper = number in self._papers
        self._papers.discard(number)
        went_well = watched.trouble(done) is None
        if by_window and not went_well:
            self.unreported.emit(Unreported(watched, done, self._last))
        if went_well:
            self.went_well.emit(number, watched)
        if not is_paper:
            self.was_recorded.emit(went_well)
