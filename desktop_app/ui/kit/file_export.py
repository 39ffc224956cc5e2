"""A file that is written for other programs while the clerk goes on; it can be given up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from desktop_app.core.environment import Environment
from desktop_app.ui.kit.followed_job import FollowedJob
from desktop_app.ui.kit.record_problem import record_problem
from desktop_app.ui.runtime.long_jobs import LongJob, LongJobKind
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.jobs import NamedJob
    from desktop_app.ui.runtime.tasks import Result

    P = ParamSpec("P")
    Count = Callable[[int], None]
    """Told now and then how many rows are written."""


@dataclass(frozen=True, slots=True)
class ExportSentences:
    """The sentences about one kind of file: while it is written, and afterwards."""

    writing: str
    given_up: str
    not_written: str
    so_far: Callable[[int], str]


class FileExport(QObject):
    """One export at a time; it can be cancelled, which leaves an older file as it was."""

    message = Signal(object, str, str)
    """The outcome, or how far it is: the kind of a banner, a first sentence, more words."""
    saved = Signal(object)
    """The path of the file that was written."""
    running = Signal(bool)

    def __init__(
        self, context: AppContext, page: QWidget, kind: LongJobKind, sentences: ExportSentences
    ) -> None:
        """``kind`` is that of the exports of this page."""
        super().__init__(page)
        self.context = context
        self._sentences = sentences
        self._work = FollowedJob(context, page, kind)
        self._work.begun.connect(self._begin)
        self._work.counted.connect(self._tell)
        self._work.ended.connect(self._take)

    @property
    def is_running(self) -> bool:
        """An export is being written."""
        return self._work.is_running

    @property
    def details(self) -> object:
        """What was given of the export that is being written when it began."""
        return self._work.details

    @property
    def origin(self) -> str:
        """What the file says of where it comes from: the environment and the shop."""
        context = self.context
        return f"{environment_word(context.environment)} · {context.session.settings.shop.name}"

    def resume(self) -> None:
        """Go on with what a page before this one began, or report what came of it."""
        self._work.resume()

    def mark_seen(self) -> bool:
        """Forget an outcome that is now seen; return whether there is something to show."""
        return self._work.mark_seen()

    def write(
        self,
        name: str,
        job: Callable[[Callable[P, Path | None]], NamedJob[Path | None]],
        work: Callable[Concatenate[Path, Count, P], object],
        details: object = None,
    ) -> None:
        """Write a file of this name; the environment stands before it, unless that is LIVE.

        Args:
            job: makes a job of the work, in the environment that is on the screen.
            work: writes it at the path it is given, on a worker, and counts rows.
            details: what a page that is built anew meanwhile wants to know of it.
        """
        environment = self.context.environment
        if environment is not Environment.LIVE:
            name = f"{environment.value}-{name}"
        counter = LongJob(details)
        written = partial(_write, work, self.context.pdf_folder / name, counter)
        self._work.start(self.context.tasks.call, job(written), counter)

    def cancel(self) -> None:
        """Give it up."""
        if self.is_running:
            self._work.cancel()
            self.running.emit(False)
            self.message.emit(BannerKind.INFO, self._sentences.given_up, "")

    def _begin(self) -> None:
        self.running.emit(True)
        self.message.emit(BannerKind.INFO, self._sentences.writing, "")

    def _tell(self, rows: int) -> None:
        words = self._sentences.so_far(rows)
        self.message.emit(BannerKind.INFO, self._sentences.writing, words)

    def _take(self, done: Result[Path | None]) -> None:
        self.running.emit(False)
        if done.error is not None:
            sentence = record_problem(self.context, done.error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif done.value is None:
            words = self.tr("Close it where it is open, and see that the disk has room.")
            self.message.emit(BannerKind.CAUTION, self._sentences.not_written, words)
        else:
            self.message.emit(BannerKind.GOOD, self.tr("Saved."), str(done.value))
            self.saved.emit(done.value)


def _write(
    work: Callable[Concatenate[Path, Count, P], object],
    path: Path,
    counter: LongJob,
    *asked: P.args,
    **named: P.kwargs,
) -> Path | None:
    """Write it; None where the system does not let it be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        work(path, counter.counted.emit, *asked, **named)
    except OSError:
        return None
    return path
