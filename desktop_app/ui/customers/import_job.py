"""Takes over an older list: chooses the file, tries it, and writes it while the clerk goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar
from weakref import ref

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
from desktop_app.ui.kit.followed_job import FollowedJob
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.long_jobs import LongJob, LongJobKind
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.overlay import is_uncovered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.old_lists.taking import Choice
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result


T = TypeVar("T")


@dataclass(slots=True)
class _Writing:
    """A list that is being taken over: its dialog, and where the rows go that are not taken.

    The dialog is not held: a worker has this in its hands too.
    """

    dialog: ref[ImportDialog]
    old: OldList
    path: Path
    count: int
    given_up: Event = field(default_factory=Event)


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
        self._work = FollowedJob(context, page, LongJobKind.OLDER_LIST)
        self._work.counted.connect(self._tell)
        self._work.ended.connect(self._take_written)

    def resume(self) -> None:
        """Go on with a list that a page before this one began to take over."""
        self._work.resume()
        writing = self._writing
        dialog = None if writing is None else writing.dialog()
        if writing is not None and dialog is not None and isValid(dialog):
            self._open(dialog, writing.old)

    def mark_seen(self) -> bool:
        """Forget an outcome that is now seen; return whether there is something to show."""
        return self._work.mark_seen()

    def start(self) -> None:
        """Ask for the file; one list at a time: one that was given up is ended by its worker."""
        if self._work.is_running:
            words = self.tr("The list before is still being ended. Try again in a moment.")
            self.message.emit(BannerKind.INFO, words, "")
            return
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
        lead = self.tr("The list is read.")
        if not is_uncovered(self._page):
            # The clerk has gone elsewhere: nothing may lie over what is done there.
            self.message.emit(BannerKind.INFO, lead, self.tr("Choose it again to go on."))
            return
        self.message.emit(BannerKind.INFO, lead, "")
        settings, catalog = self._context.session.settings, self._context.catalog
        infos = by_letter(p.info for p in catalog.providers() if is_on(settings, p.info))
        dialog = ImportDialog(self._context.theme, self._page.window(), done.value, infos)
        self._open(dialog, done.value)
        dialog.ask()

    def _open(self, dialog: ImportDialog, old: OldList) -> None:
        dialog.changed.connect(self._try)
        dialog.confirmed.connect(self._write)
        dialog.cancelled.connect(self._cancel)
        self._dialog, self._old = dialog, old

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

    @property
    def _writing(self) -> _Writing | None:
        details = self._work.details
        return details if self._work.is_running and isinstance(details, _Writing) else None

    def _write(self, choice: Choice) -> None:
        context, dialog = self._context, self._shown
        if self._old is None or dialog is None:
            return
        name = f"customers-not-taken-{local(context.clock.now()):%Y%m%d-%H%M%S}.csv"
        if context.environment is not Environment.LIVE:
            name = f"{context.environment.value}-{name}"
        path = context.pdf_folder / name
        rejected = RejectedFile(path, self.tr("Why it is not taken"), reason_text)
        writing = _Writing(ref(dialog), self._old, path, choice.count(self._old.rows))
        job = LongJob(writing)
        work = partial(
            _take,
            partial(context.old_lists.take, context.environment, self._old, choice, rejected),
            job.counted.emit,
            writing.given_up,
        )
        named = Job("take over an older list", partial(_or_trouble, work))
        self._work.start(context.tasks.call, named, job)

    def _tell(self, rows: int) -> None:
        if self._shown is not None:
            self._shown.show_progress(rows)

    def _cancel(self) -> None:
        """Give it up. The worker says how far it came."""
        if self._writing is not None:
            self._writing.given_up.set()
            self._dialog = None

    def _take_written(self, done: Result[Plan | ListTrouble]) -> None:
        writing = self._work.details
        if not isinstance(writing, _Writing):
            return
        if isinstance(done.value, Plan):
            if self._shown is not None:
                self._shown.accept()
            is_whole = done.value.rows == writing.count
            self._tell_plan(done.value, writing.path, is_whole=is_whole)
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
        if plan.renamed:
            changed = self.tr("%n name(s) changed.", "", len(plan.renamed))
            words = f"{words} {changed}"
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
    write: Callable[[Callable[[int], None]], Plan],
    count: Callable[[int], None],
    given_up: Event,
) -> Plan:
    """Write it; given up by whoever waits for it, or by the end of the program."""
    closing = cancellation()

    def tell(rows: int) -> None:
        if closing is not None and closing.is_set():
            given_up.set()
        count(rows)

    with cancellable(given_up):
        return write(tell)
