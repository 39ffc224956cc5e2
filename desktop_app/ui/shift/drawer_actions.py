"""Carries out what a clerk does with a drawer: opens, moves, closes, prints."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import Problem
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.ui.kit.watched_write import record_watched, unrecorded_banner
from desktop_app.ui.payment_kit.watched_paper import WatchedPaper
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.shift.closes_dialog import MOST, ClosesDialog
from desktop_app.ui.shift.drawer_texts import close_line, difference_text, movement_line
from desktop_app.ui.shift.movement_dialog import MovementDialog
from desktop_app.ui.shift.report_paper import ReportPaper
from desktop_app.ui.shift.report_trouble import named_trouble, report_trouble
from desktop_app.ui.texts.money import rupees
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.ui.widgets import BannerKind
from desktop_app.ui.widgets.overlay import is_uncovered

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.core.errors import BhuktaniError
    from desktop_app.core.money import Money
    from desktop_app.core.shifts.shift import CashCount, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ui.payment_kit.sheets import PaperResult
    from desktop_app.ui.runtime.context import AppContext
    from desktop_app.ui.runtime.tasks import Result

_T = TypeVar("_T")


class DrawerActions(QObject):
    """Works on the worker for records, in the order in which it is asked; each says what came of
    it. A shift is opened or closed once, however often that is pressed.

    ``done`` tells that the record has changed, ``opened`` that the opening cash is in it,
    ``message`` the kind of a banner with a first sentence and more words.
    """

    done = Signal()
    opened = Signal()
    message = Signal(object, str, str)
    unrecorded = Signal(object)
    """What makes the words about something that is not recorded."""
    saved = Signal(object)
    """The path of a file that was written."""

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._environment = context.environment
        self._is_busy = False
        """A shift is being opened or closed, or its opening cash noted."""
        self._recorded: list[str] = []
        """What was recorded since the first of the movements under way was asked for."""
        self._moves_under_way = 0

    def open(self, counted: CashCount) -> None:
        """Open a shift with what lies in the drawer."""
        till = self._context.session.counter().till
        work = partial(self._context.shifts.open, self._environment, till, counted)
        self._record_opening(Job("open a shift", work), counted)

    def note_float(self, counted: CashCount) -> None:
        """Note what lay in the drawer before the payment that opened its shift."""
        till = self._context.session.counter().till
        work = partial(self._context.shifts.note_float, self._environment, till, counted)
        self._record_opening(Job("note the opening cash", work), counted)

    def ask_movement(self) -> None:
        """Ask what is put in or taken out, and record it."""
        dialog = MovementDialog(self._context.theme, self._page.window())
        dialog.confirmed.connect(self._move)
        dialog.ask()

    def _move(self, kind: MovementKind, amount: Money, reason: str) -> None:
        till = self._context.session.counter().till
        shifts = self._context.shifts
        work = partial(shifts.move, self._environment, till, kind, amount, reason)
        name = partial(movement_line, kind, amount, reason)
        if not self._moves_under_way:
            self._recorded.clear()
        self._moves_under_way += 1
        then = partial(self._take_moved, name)
        self._say_recording()
        moving = Job("record a cash movement", work)
        record_watched(self._context, self._page, moving, then, name)

    def close(self, counted: CashCount, expected: Money, reason: str, note: str) -> None:
        """Close the shift, then save and print its Z report."""
        till = self._context.session.counter().till
        shifts = self._context.shifts
        work = partial(shifts.close, self._environment, till, counted, expected, reason, note)
        name = partial(close_line, counted.total)
        self._record_once(Job("close a shift", work), partial(self._take_closed, name), name)

    def ask_closes(self) -> None:
        """Read the last Z reports of this drawer, and offer copies of them."""
        till = self._context.session.counter().till
        work = partial(self._context.shifts.closed, self._environment, till, MOST)
        self._context.tasks.read(Job("read earlier closes", work), self._take_closes)

    def print(self, report: ShiftReport, *, is_copy: bool = False) -> None:
        """Print a report."""
        self.message.emit(BannerKind.INFO, self.tr("Printing…"), "")
        paper = ReportPaper.of(self._context, report, is_copy=is_copy)
        job = Job("print a shift's report", paper.print)
        self._context.tasks.paper(job, self._take_printed, self._watched(report))

    def _save_copy(self, report: ShiftReport) -> None:
        paper = ReportPaper.of(self._context, report, is_copy=True)
        job = Job("save a shift's report", paper.save)
        self._context.tasks.paper(job, self._take_saved, self._watched(report))

    def _watched(self, report: ShiftReport) -> WatchedPaper:
        return WatchedPaper(self._page, self, partial(named_trouble, report))

    def _record_opening(self, job: Job[Shift], counted: CashCount) -> None:
        name = partial(movement_line, MovementKind.FLOAT, counted.total)
        self._record_once(job, partial(self._take_open, counted.total, name), name)

    def _record_once(
        self, job: Job[_T], then: Callable[[Result[_T]], None], name: Callable[[], str]
    ) -> None:
        if self._is_busy:
            lead = self.tr("Something is still being recorded.")
            self.message.emit(BannerKind.INFO, lead, self.tr("Wait for it, then press again."))
            return
        self._is_busy = True
        self._say_recording()
        record_watched(self._context, self._page, job, then, name)

    def _say_recording(self) -> None:
        """Say it until it is known what comes of it: nobody records it a second time meanwhile."""
        self.message.emit(BannerKind.INFO, self._recording_text(), "")

    def _recording_text(self) -> str:
        return self.tr("Recording…")

    # --- what came of it ------------------------------------------------------------------

    def _take_open(self, opening: Money, name: Callable[[], str], result: Result[Shift]) -> None:
        self._is_busy = False
        if self._is_recorded(result.error, name):
            self._context.session.want_reading()
            words = self.tr("{amount} in the drawer.").format(amount=rupees(opening))
            self.message.emit(BannerKind.GOOD, self.tr("The shift is open."), words)
            self.opened.emit()

    def _take_moved(self, name: Callable[[], str], result: Result[None]) -> None:
        self._moves_under_way -= 1
        if self._is_recorded(result.error, name):
            self._recorded.append(name())
            parts = ["; ".join(self._recorded)]
            if self._moves_under_way:
                parts.append(self._recording_text())
            self.message.emit(BannerKind.GOOD, self.tr("Recorded."), " · ".join(parts))

    def _take_closed(self, name: Callable[[], str], result: Result[ShiftReport]) -> None:
        self._is_busy = False
        report = result.value
        is_recorded = self._is_recorded(result.error, name)
        if not is_recorded or report is None or report.difference is None:
            return
        self._context.session.want_reading()
        lead = self.tr("The shift is closed: Z report {number}.")
        lead = lead.format(number=f"{report.z_number:06d}")
        words = difference_text(report.difference)
        self.message.emit(BannerKind.GOOD, lead, words)
        paper = ReportPaper.of(self._context, report)
        job = Job("print a Z report", paper.save_and_print)
        then = partial(self._take_z, lead, words)
        self._context.tasks.paper(job, then, self._watched(report))

    def _take_closes(self, result: Result[tuple[ShiftReport, ...]]) -> None:
        if result.value is not None:
            self._show_closes(result.value)
        elif result.error is not None:
            sentence = problem_sentence(result.error)
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)

    def _show_closes(self, reports: tuple[ShiftReport, ...]) -> None:
        if not is_uncovered(self._page):
            return
        language = self._context.session.settings.language
        dialog = ClosesDialog(self._context.theme, self._page.window(), reports, language)
        dialog.chosen.connect(partial(self.print, is_copy=True))
        dialog.save_wanted.connect(self._save_copy)
        dialog.ask()

    def _is_recorded(self, error: BhuktaniError | None, name: Callable[[], str]) -> bool:
        """Say what could not be recorded, and why; True if it was."""
        if error is None:
            self.done.emit()
            return True
        if error.problem is Problem.STALE:
            lead = self.tr("Cash moved while you counted: compare again.")
            self.message.emit(BannerKind.CAUTION, lead, "")
        else:
            self.unrecorded.emit(partial(unrecorded_banner, name, error))
        self.done.emit()
        return False

    def _take_printed(self, result: Result[PaperResult]) -> None:
        if not self._say_trouble(result):
            self.message.emit(BannerKind.GOOD, self.tr("Sent to the printer."), "")

    def _take_saved(self, result: Result[PaperResult]) -> None:
        if not self._say_trouble(result) and result.value is not None:
            self.message.emit(BannerKind.GOOD, self.tr("Saved."), str(result.value.path))
            self.saved.emit(result.value.path)

    def _take_z(self, lead: str, words: str, result: Result[PaperResult]) -> None:
        """What the close came to stays on the screen, unless the paper did not come out.

        The close stands whatever became of its papers: a copy can be made at any time.
        """
        if not self._say_trouble(result):
            papers = self.tr("The report was sent to the printer and saved as a file.")
            self.message.emit(BannerKind.GOOD, lead, f"{words} · {papers}")
        if result.value is not None and result.value.path is not None:
            self.saved.emit(result.value.path)

    def _say_trouble(self, result: Result[PaperResult]) -> bool:
        sentence = report_trouble(result)
        if sentence is not None:
            self.message.emit(BannerKind.CAUTION, sentence.what, sentence.advice)
        return sentence is not None
