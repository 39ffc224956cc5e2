"""A file that is written for other programs while the clerk goes on; it can be given up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.environment import Environment
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


class _Teller(QObject):
    """Carries the count of rows from the worker to the window; it lives as long as the work."""

    rows = Signal(int)


class FileExport(QObject):
    """One export at a time; it can be cancelled, which leaves an older file as it was."""

    message = Signal(object, str, str)
    """The outcome, or how far it is: the kind of a banner, a first sentence, more words."""
    saved = Signal(object)
    """The path of the file that was written."""
    running = Signal(bool)

    def __init__(self, context: AppContext, parent: QObject, sentences: ExportSentences) -> None:
        super().__init__(parent)
        self.context = context
        self._sentences = sentences
        self._job = 0
        self._teller: _Teller | None = None

    @property
    def is_running(self) -> bool:
        """An export is being written."""
        return self._teller is not None

    @property
    def origin(self) -> str:
        """What the file says of where it comes from: the environment and the shop."""
        context = self.context
        return f"{environment_word(context.environment)} · {context.session.settings.shop.name}"

    def write(
        self,
        name: str,
        job: Callable[[Callable[P, Path | None]], NamedJob[Path | None]],
        work: Callable[Concatenate[Path, Count, P], object],
    ) -> None:
        """Write a file of this name; the environment stands before it, unless that is LIVE.

        Args:
            job: makes a job of the work, in the environment that is on the screen.
            work: writes it at the path it is given, on a worker, and counts rows.
        """
        environment = self.context.environment
        if environment is not Environment.LIVE:
            name = f"{environment.value}-{name}"
        teller = self._teller = _Teller()
        teller.rows.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        written = partial(_write, work, self.context.pdf_folder / name, teller)
        self._job = self.context.tasks.call(job(written), self._take)
        self.running.emit(True)
        self.message.emit(BannerKind.INFO, self._sentences.writing, "")

    def cancel(self) -> None:
        """Give it up."""
        if self.is_running:
            self.context.tasks.cancel(self._job)
            self._end()
            self.message.emit(BannerKind.INFO, self._sentences.given_up, "")

    def _end(self) -> None:
        self._teller = None
        self.running.emit(False)

    def _tell(self, rows: int) -> None:
        if self.is_running and self.sender() is self._teller:
            words = self._sentences.so_far(rows)
            self.message.emit(BannerKind.INFO, self._sentences.writing, words)

    def _take(self, done: Result[Path | None]) -> None:
        self._end()
        if done.error is not None:
            sentence = problem_sentence(done.error)
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
    teller: _Teller,
    *asked: P.args,
    **named: P.kwargs,
) -> Path | None:
    """Write it; None where the system does not let it be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        work(path, teller.rows.emit, *asked, **named)
    except OSError:
        return None
    return path
