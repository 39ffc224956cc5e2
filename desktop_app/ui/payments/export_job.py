"""Writes what the page of payments shows into a file, while the clerk goes on paying."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.environment import Environment
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.exports import export_words
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.ports import Ledger
    from desktop_app.exports.table import ExportKind, ExportWords
    from desktop_app.ui.payments.reading import Shown
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


class _Teller(QObject):
    """Carries the count of rows from the worker to the window; it lives as long as the work."""

    rows = Signal(int)


class ExportJob(QObject):
    """One export at a time; it can be cancelled, which leaves an older file as it was."""

    message = Signal(object, str, str)
    """What came of it, or how far it is: the kind of a banner, a first sentence, more words."""
    saved = Signal(object)
    """The path of the file that was written."""
    running = Signal(bool)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job = 0
        self._teller: _Teller | None = None

    @property
    def is_running(self) -> bool:
        """An export is being written."""
        return self._teller is not None

    def start(self, shown: Shown, day: date, kind: ExportKind) -> None:
        """Write what the page shows: all that was found, or that day; nothing while one runs."""
        if self.is_running:
            return
        teller = self._teller = _Teller()
        teller.rows.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        session, clock = self._context.session, self._context.clock
        if shown.totals is not None:
            wanted, about = shown.wanted, self._found_text(shown.words)
            name = f"payments-found-{local(clock.now()):%Y%m%d-%H%M%S}"
        else:
            since = clock.start_of_day() - (shown.today - day)
            wanted = PaymentFilter(since=since, until=since + timedelta(days=1))
            words = self.tr("Payments of {day}")
            about, name = words.format(day=bs_text(day, session.settings.language)), _name_of(day)
        if session.environment is not Environment.LIVE:
            name = f"{session.environment.value}-{name}"
        where = f"{environment_word(session.environment)} · {session.settings.shop.name}"
        path = self._context.pdf_folder / f"{name}.{kind.value}"
        work = partial(_write, wanted, path, kind, export_words(f"{where} · {about}"), teller)
        job = self._context.ledger_job("write an export", work)
        self._job = self._context.tasks.call(job, self._take)
        self.running.emit(True)
        self.message.emit(BannerKind.INFO, self.tr("Writing the file…"), "")

    def _found_text(self, words: str) -> str:
        if not words:
            return self.tr("Payments that were filtered")
        return self.tr("Payments that match “{words}”").format(words=words)

    def cancel(self) -> None:
        """Give it up."""
        if self.is_running:
            self._context.tasks.cancel(self._job)
            self._end()
            self.message.emit(BannerKind.INFO, self.tr("The file was not written."), "")

    def _end(self) -> None:
        self._teller = None
        self.running.emit(False)

    def _tell(self, rows: int) -> None:
        if self.is_running and self.sender() is self._teller:
            words = self.tr("%n payment(s) so far.", "", rows)
            self.message.emit(BannerKind.INFO, self.tr("Writing the file…"), words)

    def _take(self, done: Result[Path | None]) -> None:
        self._end()
        if done.error is not None:
            sentence = problem_sentence(done.error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif done.value is None:
            lead = self.tr("The file could not be written.")
            words = self.tr("Close it where it is open, and see that the disk has room.")
            self.message.emit(BannerKind.CAUTION, lead, words)
        else:
            self.message.emit(BannerKind.GOOD, self.tr("Saved."), str(done.value))
            self.saved.emit(done.value)


def _name_of(day: date) -> str:
    return f"payments-{day:%Y-%m-%d}"


def _write(
    wanted: PaymentFilter,
    path: Path,
    kind: ExportKind,
    words: ExportWords,
    teller: _Teller,
    ledger: Ledger,
) -> Path | None:
    """Write it; None where the system does not let it be written."""
    from desktop_app.exports.write import all_found, write_export

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_export(path, kind, all_found(ledger.history, wanted), words, teller.rows.emit)
    except OSError:
        return None
    return path
