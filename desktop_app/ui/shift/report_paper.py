"""Makes, prints and saves the X or Z report of a shift; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.formatting.dates import local
from desktop_app.printing.output import PrintError
from desktop_app.printing.shift_report import shift_report
from desktop_app.printing.texts import Wording
from desktop_app.ui.payment_kit.documents import save_paper
from desktop_app.ui.runtime.translation import load

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.settings import Settings
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.printing.blocks import Document
    from desktop_app.printing.output import Printer
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class PaperResult:
    """What came of a paper: where it was saved, and why it was not printed or not saved."""

    path: Path | None = None
    not_printed: PrintError | None = None
    not_saved: PrintError | None = None


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """The paper of one report under the settings in force when it was asked for."""

    report: ShiftReport
    environment: Environment
    settings: Settings
    printer: Printer
    folder: Path
    is_copy: bool = False

    @staticmethod
    def of(context: AppContext, report: ShiftReport, *, is_copy: bool = False) -> ReportPaper:
        """The paper of a report; a Z report that was printed before is a copy."""
        return ReportPaper(
            report,
            context.environment,
            context.session.settings,
            context.printer,
            context.pdf_folder,
            is_copy,
        )

    def document(self) -> Document:
        """Make the paper."""
        language = self.settings.receipt_language
        translator = None if language is Language.ENGLISH else load(language)
        wording = Wording.of(language, translator, nepali_digits=self.settings.nepali_digits)
        return shift_report(
            self.report,
            self.settings.shop,
            self.environment,
            wording,
            paper=self.settings.paper,
            is_copy=self.is_copy,
        )

    def print(self) -> PaperResult:
        """Print it; trouble with the printer comes back as a value."""
        try:
            self.printer.print(self.document(), self.settings.printer)
        except PrintError as error:
            return PaperResult(not_printed=error)
        return PaperResult()

    def save(self) -> PaperResult:
        """Write it as PDF into the folder for papers; trouble comes back as a value.

        A report is saved once, and a file with its name is left as it is: after going back to a
        backup a number can be given again.
        """
        path = self.folder / f"{self.file_name()}.pdf"
        number = 1
        while path.exists() and not self.is_copy:
            number += 1
            path = self.folder / f"{self.file_name()}-{number}.pdf"
        try:
            save_paper(self.printer, self.document(), path)
        except PrintError as error:
            return PaperResult(not_saved=error)
        return PaperResult(path)

    def save_and_print(self) -> PaperResult:
        """Save, then print: a driver may take its time, and one does not hinder the other."""
        saved, printed = self.save(), self.print()
        return PaperResult(saved.path, printed.not_printed, saved.not_saved)

    def file_name(self) -> str:
        """``Z-report-1-000047-2026-11-22``: counter, number and day, the same in each language.

        The day is AD's: it sorts, and no calendar has to be certain of it.
        """
        report = self.report
        counter = "".join(sign if sign.isalnum() else "_" for sign in report.counter)
        day = local(report.at).date().isoformat()
        parts = ["Z-report", counter, f"{report.z_number or 0:06d}", day]
        if self.environment is not Environment.LIVE:
            parts.insert(0, self.environment.value.upper())
        return "-".join([*parts, *(["COPY"] if self.is_copy else [])])
