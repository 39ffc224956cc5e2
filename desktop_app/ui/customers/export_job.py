"""Writes the customers that the page shows into an Excel workbook, while the clerk goes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop_app.core.environment import Environment
from desktop_app.formatting.dates import local
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.environments import environment_word
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customer_book import CustomerLine, LineFilter
    from desktop_app.exports.customers import CustomerWords
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

translate = QCoreApplication.translate


class _Teller(QObject):
    """Carries the count of rows from the worker to the window; it lives as long as the work."""

    rows = Signal(int)


class CustomerExport(QObject):
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

    def start(self, wanted: LineFilter, providers: Mapping[str, Provider]) -> None:
        """Write all that the page would show; nothing while one runs."""
        if self.is_running:
            return
        teller = self._teller = _Teller()
        teller.rows.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        context, session = self._context, self._context.session
        name = f"customers-{local(context.clock.now()):%Y%m%d-%H%M%S}"
        if session.environment is not Environment.LIVE:
            name = f"{session.environment.value}-{name}"
        about = f"{environment_word(session.environment)} · {session.settings.shop.name}"
        if wanted.is_searched:
            words = self.tr("Customers that match “{words}”")
            about = f"{about} · {words.format(words=wanted.text.strip())}"
        path = context.pdf_folder / f"{name}.xlsx"
        lines = context.customers.every_line(context.environment, wanted)
        names = {slug: one.info.name for slug, one in providers.items()}
        work = partial(_write, lines, path, partial(_words, about, names), teller)
        self._job = context.tasks.call(Job("write customers", work), self._take)
        self.running.emit(True)
        self.message.emit(BannerKind.INFO, self.tr("Writing the Excel file…"), "")

    def cancel(self) -> None:
        """Give it up."""
        if self.is_running:
            self._context.tasks.cancel(self._job)
            self._end()
            self.message.emit(BannerKind.INFO, self.tr("The Excel file was not written."), "")

    def _end(self) -> None:
        self._teller = None
        self.running.emit(False)

    def _tell(self, rows: int) -> None:
        if self.is_running and self.sender() is self._teller:
            words = self.tr("%n customer(s) so far.", "", rows)
            self.message.emit(BannerKind.INFO, self.tr("Writing the Excel file…"), words)

    def _take(self, done: Result[Path | None]) -> None:
        self._end()
        if done.error is not None:
            sentence = problem_sentence(done.error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        elif done.value is None:
            lead = self.tr("The Excel file could not be written.")
            words = self.tr("Close it where it is open, and see that the disk has room.")
            self.message.emit(BannerKind.CAUTION, lead, words)
        else:
            self.message.emit(BannerKind.GOOD, self.tr("Saved."), str(done.value))
            self.saved.emit(done.value)


def _words(description: str, companies: Mapping[str, str]) -> CustomerWords:
    from desktop_app.exports.customers import CustomerColumn, CustomerWords

    return CustomerWords(
        columns={
            CustomerColumn.NAME: translate("CustomerExport", "Name"),
            CustomerColumn.PHONE: translate("CustomerExport", "Phone"),
            CustomerColumn.COMPANY: translate("CustomerExport", "Company"),
            CustomerColumn.ACCOUNT: translate("CustomerExport", "Account"),
            CustomerColumn.NOTE: translate("CustomerExport", "Note"),
            CustomerColumn.COMPANY_NAME: translate("CustomerExport", "Name at the company"),
            CustomerColumn.FAVOURITE: translate("CustomerExport", "Favourite"),
            CustomerColumn.RUNS_OUT: translate("CustomerExport", "Runs out"),
            CustomerColumn.RUNS_OUT_BS: translate("CustomerExport", "Runs out (BS)"),
            CustomerColumn.ASKED: translate("CustomerExport", "Last asked"),
            CustomerColumn.TOLD: translate("CustomerExport", "Told"),
            CustomerColumn.PAID: translate("CustomerExport", "Last paid"),
            CustomerColumn.OFFER: translate("CustomerExport", "Package or bill last time"),
        },
        sheet=translate("CustomerExport", "Customers"),
        description=description,
        yes=translate("CustomerExport", "yes"),
        companies=companies,
    )


def _write(
    lines: Iterable[CustomerLine],
    path: Path,
    words: Callable[[], CustomerWords],
    teller: _Teller,
) -> Path | None:
    """Write it; None where the system does not let it be written."""
    from desktop_app.exports.customers import write_customers
    from desktop_app.exports.table import ExportKind

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_customers(path, ExportKind.EXCEL, lines, words(), teller.rows.emit)
    except OSError:
        return None
    return path
