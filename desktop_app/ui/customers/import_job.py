"""Takes over an older list: chooses the file, tries it, and writes it while the clerk goes on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from desktop_app.application.old_lists import RejectedFile
from desktop_app.core.cancellation import cancellable, cancellation
from desktop_app.core.company_choice import is_on
from desktop_app.core.environment import Environment
from desktop_app.core.old_lists.taking import Plan
from desktop_app.core.old_lists.text import ListError, ListTrouble, OldList
from desktop_app.core.provider_search import by_letter
from desktop_app.formatting.dates import local
from desktop_app.ui.customers.import_dialog import ImportDialog
from desktop_app.ui.customers.import_texts import reason_text, trouble_text
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.old_lists.taking import Choice
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.ports import OldListsPort
    from desktop_app.ui.runtime.tasks import Result


T = TypeVar("T")


class _Teller(QObject):
    """Carries the count of rows from the worker to the window, and the wish to give it up to the
    worker; it lives as long as the work.
    """

    rows = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.given_up = Event()


class ImportJob(QObject):
    """One list at a time; it can be cancelled: what is written by then stays."""

    message = Signal(object, str, str)
    """What came of it: the kind of a banner, a first sentence, more words."""
    saved = Signal(object)
    """The path of the rows that were not taken."""
    taken = Signal()

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._dialog: ImportDialog | None = None
        self._old: OldList | None = None
        self._job = 0
        self._teller: _Teller | None = None

    def start(self) -> None:
        """Ask for the file."""
        chooser = QFileDialog(self._page, self.tr("Choose the list of customers"))
        chooser.setObjectName("import.file")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        lists, every = self.tr("Lists"), self.tr("All files")
        chooser.setNameFilter(f"{lists} (*.csv *.txt *.tsv);;{every} (*)")
        chooser.fileSelected.connect(self._read)
        chooser.open()

    @property
    def _shown(self) -> ImportDialog | None:
        return self._dialog if self._dialog is not None and isValid(self._dialog) else None

    # --- reading --------------------------------------------------------------------------

    def _read(self, name: str) -> None:
        self.message.emit(BannerKind.INFO, self.tr("Reading the list…"), "")
        work = partial(_or_trouble, partial(self._context.old_lists.read, Path(name)))
        self._context.tasks.read(Job("read an older list", work), self._take_read)

    def _take_read(self, done: Result[OldList | ListTrouble]) -> None:
        if not isinstance(done.value, OldList):
            words = self._trouble_of(done.value, done.error)
            self.message.emit(BannerKind.CAUTION, self.tr("The list was not read."), words)
            return
        self.message.emit(BannerKind.INFO, self.tr("The list is read."), "")
        settings, catalog = self._context.session.settings, self._context.catalog
        infos = by_letter(p.info for p in catalog.providers() if is_on(settings, p.info))
        dialog = ImportDialog(self._context.theme, self._page.window(), done.value, infos)
        dialog.changed.connect(self._try)
        dialog.confirmed.connect(self._write)
        dialog.cancelled.connect(self._cancel)
        self._dialog, self._old = dialog, done.value
        dialog.ask()

    def _try(self, choice: Choice) -> None:
        context = self._context
        if self._old is None:
            return
        work = partial(context.old_lists.plan, context.environment, self._old, choice)
        context.tasks.cancel(self._job)
        self._job = context.tasks.read(Job("try an older list", work), self._take_tried)

    def _take_tried(self, done: Result[Plan]) -> None:
        dialog = self._shown
        if dialog is None:
            return
        if done.value is None:
            dialog.show_trouble(self._trouble_of(done.value, done.error))
        else:
            dialog.show_plan(done.value)

    # --- writing --------------------------------------------------------------------------

    def _write(self, choice: Choice) -> None:
        context = self._context
        if self._old is None:
            return
        teller = self._teller = _Teller()
        teller.rows.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        name = f"customers-not-taken-{local(context.clock.now()):%Y%m%d-%H%M%S}.csv"
        if context.environment is not Environment.LIVE:
            name = f"{context.environment.value}-{name}"
        path = context.pdf_folder / name
        rejected = RejectedFile(path, self.tr("Why it is not taken"), reason_text)
        work = partial(
            _take, context.old_lists, context.environment, self._old, choice, rejected, teller
        )
        job = Job("take over an older list", partial(_or_trouble, work))
        count = choice.count(self._old.rows)
        self._job = context.tasks.call(job, partial(self._take_written, path, count))

    def _tell(self, rows: int) -> None:
        if self._shown is not None and self.sender() is self._teller:
            self._shown.show_progress(rows)

    def _cancel(self) -> None:
        """Give it up. The worker says how far it came."""
        if self._teller is not None:
            self._teller.given_up.set()
            self._dialog = None

    def _take_written(self, path: Path, count: int, done: Result[Plan | ListTrouble]) -> None:
        self._teller = None
        if isinstance(done.value, Plan):
            if self._shown is not None:
                self._shown.accept()
            self._tell_plan(done.value, path, is_whole=done.value.rows == count)
        else:
            words = self._trouble_of(done.value, done.error)
            if done.error is not None:
                stays = self.tr("What was written before stays: take the list again to go on.")
                words = f"{words} {stays}"
            if self._shown is None:
                self.message.emit(BannerKind.INFO, words, "")
            else:
                self._shown.show_trouble(words)
        self.taken.emit()

    def _tell_plan(self, plan: Plan, path: Path, *, is_whole: bool) -> None:
        lead = self.tr("%n customer(s) taken over.", "", plan.taken)
        words = self.tr("Known already: {known}. Not taken: {rejected}.")
        words = words.format(known=plan.known, rejected=len(plan.rejected))
        if not is_whole:
            again = self.tr("Given up before the end: take the list again to go on.")
            words = f"{again} {words}"
        if plan.rejected:
            words = f"{words} {path}"
        self.message.emit(BannerKind.GOOD if is_whole else BannerKind.INFO, lead, words)
        if plan.rejected:
            self.saved.emit(path)

    def _trouble_of(self, value: object, error: BhuktaniError | None) -> str:
        if isinstance(value, ListTrouble):
            return trouble_text(value)
        return "" if error is None else problem_sentence(error).whole


def _or_trouble(work: Callable[[], T]) -> T | ListTrouble:
    """Do it; what a list can have against it is a value, not an error of the program."""
    try:
        return work()
    except ListError as error:
        return error.trouble


def _take(
    lists: OldListsPort,
    environment: Environment,
    old: OldList,
    choice: Choice,
    rejected: RejectedFile,
    teller: _Teller,
) -> Plan:
    """Write it; given up by whoever waits for it, or by the end of the program."""
    closing = cancellation()

    def tell(rows: int) -> None:
        if closing is not None and closing.is_set():
            teller.given_up.set()
        teller.rows.emit(rows)

    with cancellable(teller.given_up):
        return lists.take(environment, old, choice, rejected, tell)
