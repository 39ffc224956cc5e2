"""Words for an X or Z report that did not come out, or was not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.shift.drawer_texts import report_line
from desktop_app.ui.texts.codes import Sentence
from desktop_app.ui.texts.printing import print_sentence
from desktop_app.ui.texts.problems import problem_sentence

if TYPE_CHECKING:
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.ui.payment_kit.sheets import PaperResult
    from desktop_app.ui.runtime.tasks import Result

translate = QCoreApplication.translate


def report_trouble(done: Result[PaperResult]) -> Sentence | None:
    """Word what did not work; None where all went well."""
    end = done.value
    if end is None:
        lead = translate("DrawerActions", "This did not work.")
        return None if done.error is None else Sentence(lead, problem_sentence(done.error).what)
    if end.not_printed is not None:
        sentence = print_sentence(end.not_printed)
        if end.path is None:
            return sentence
        # Advice to save it would be late.
        return Sentence(sentence.what, translate("DrawerActions", "It is saved as a file."))
    if end.not_saved is not None:
        lead = translate("DrawerActions", "The report is not saved as a file.")
        later = translate("DrawerActions", "Save a copy later, under Earlier closes.")
        return Sentence(lead, f"{print_sentence(end.not_saved).what} {later}")
    return None


def named_trouble(report: ShiftReport, done: Result[PaperResult]) -> Sentence | None:
    """Word the same where nobody sees which report it is about."""
    sentence = report_trouble(done)
    return None if sentence is None else sentence.named(report_line(report))
