"""Lets a page follow a long job that it began, or that the page before it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.ui.runtime.long_jobs import LongJob, LongJobKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.jobs import NamedJob
    from desktop_app.ui.runtime.tasks import Result


class FollowedJob(QObject):
    """Lets the page that is shown begin, follow and report the long job of one kind.

    Its outcome is reported again by the next page, until it was seen.
    """

    begun = Signal()
    counted = Signal(int)
    ended = Signal(object)
    """The result of the job."""

    def __init__(self, context: AppContext, page: QWidget, kind: LongJobKind) -> None:
        """Follow the job of a kind; other pages may follow the same."""
        super().__init__(page)
        self._context = context
        self._page = page
        self._kind = kind
        self._job: LongJob | None = None
        self.details: object = None
        """What the page that began the last job said of it."""

    @property
    def is_running(self) -> bool:
        """The job has not ended yet."""
        return self._job is not None

    def resume(self) -> None:
        """Go on with what another page began, or report what came of it."""
        job = self._kept
        if job is None or job is self._job:
            return
        if job.result is None:
            self._follow(job)
        else:
            self.details = job.details
            self.ended.emit(job.result)

    def start(
        self,
        run: Callable[[NamedJob[Any], Callable[[Result[Any]], None]], int],
        work: NamedJob[Any],
        job: LongJob | None = None,
    ) -> None:
        """Begin work.

        Args:
            run: gives it to the workers, such as ``Tasks.call``.
            job: what the work counts its rows with, if it does.
        """
        job = job or LongJob()
        self._context.long_jobs.keep(self._context.environment, self._kind, job)
        job.number = run(work, job.end)
        self._follow(job)

    def cancel(self) -> None:
        """Give it up: its end is reported by nobody."""
        if self._job is not None:
            self._context.tasks.cancel(self._job.number)
            self._job = None
            self._forget()

    def mark_seen(self) -> bool:
        """Forget an outcome that is now seen; return whether there is something to show."""
        is_any = self._kept is not None
        if not self.is_running:
            self._forget()
        return is_any

    @property
    def _kept(self) -> LongJob | None:
        return self._context.long_jobs.of(self._context.environment, self._kind)

    def _forget(self) -> None:
        self._context.long_jobs.forget(self._context.environment, self._kind)

    def _follow(self, job: LongJob) -> None:
        self._job, self.details = job, job.details
        job.counted.connect(self._count, Qt.ConnectionType.QueuedConnection)
        job.ended.connect(self._end)
        self.begun.emit()

    def _count(self, rows: int) -> None:
        """One that was given up may count on for a moment."""
        if self.sender() is self._job:
            self.counted.emit(rows)

    def _end(self) -> None:
        job = self._job
        if job is None or self.sender() is not job:
            return
        self._job = None
        if self._page.isVisible():
            self._forget()
        self.ended.emit(job.result)
