"""Jobs that take long: a page that is built anew goes on with those of the page before it.

Another language or size is shown at once, without waiting for such a job, and the page that began
it is gone then. The job and its end stay here until a page has told of it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment
    from desktop_app.ui.runtime.tasks import Result


class LongJobKind(Enum):
    """What a long job does; of each kind one at a time is under way in an environment."""

    BACKUP = auto()
    COMPARISON = auto()
    """Of the record with what was written."""
    SUPPORT_FILE = auto()
    OLDER_LIST = auto()
    CUSTOMERS_EXPORT = auto()
    PAYMENTS_EXPORT = auto()


class LongJob(QObject):
    """One job: how far it is, and what came of it. It lives as long as the work.

    ``details`` are what a page wants to know of a job that another one began.
    """

    counted = Signal(int)
    """So many rows are done; the worker says it."""
    ended = Signal()

    def __init__(self, details: object = None) -> None:
        super().__init__()
        self.details = details
        self.number = 0
        """The number that the tasks gave it."""
        self.result: Result[Any] | None = None

    def end(self, done: Result[Any]) -> None:
        """Keep what came of it, and tell the page that is there."""
        self.result = done
        self.ended.emit()


class LongJobs:
    """The jobs under way, and the ends that were not told yet, by environment and kind."""

    def __init__(self) -> None:
        self._jobs: dict[tuple[Environment, LongJobKind], LongJob] = {}
        # A worker counts with one that was cancelled for a moment more. If it were the last to hold
        # it, it would destroy it while the window's thread is told of a count.
        self._without_end: list[LongJob] = []

    def keep(self, environment: Environment, kind: LongJobKind, job: LongJob) -> None:
        """A job of this kind begins, in the place of one whose end nobody has told."""
        self._without_end = [one for one in self._without_end if one.result is None]
        self._without_end.append(job)
        self._jobs[environment, kind] = job

    def of(self, environment: Environment, kind: LongJobKind) -> LongJob | None:
        """Return the job of this kind that is under way, or whose end is not told yet."""
        return self._jobs.get((environment, kind))

    def forget(self, environment: Environment, kind: LongJobKind) -> None:
        """Its end was told, or it was given up."""
        self._jobs.pop((environment, kind), None)
