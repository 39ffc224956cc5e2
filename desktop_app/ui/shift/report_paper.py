"""Makes, prints and saves the X or Z report of a shift; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.formatting.dates import local
from desktop_app.printing.shift_report import shift_report
from desktop_app.ui.payment_kit.sheets import PaperResult, SheetPrinter

if TYPE_CHECKING:
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.printing.blocks import Document
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """The paper of one report under the settings in force when it was asked for."""

    report: ShiftReport
    printer: SheetPrinter
    is_copy: bool = False

    @staticmethod
    def of(context: AppContext, report: ShiftReport, *, is_copy: bool = False) -> ReportPaper:
        """The paper of a report; a Z report that was printed before is a copy."""
        return ReportPaper(report, SheetPrinter.under(context), is_copy)

    def document(self) -> Document:
        """Make the paper."""
        settings = self.printer.settings
        return shift_report(
            self.report,
            settings.shop,
            self.printer.environment,
            self.printer.wording,
            paper=settings.paper,
            is_copy=self.is_copy,
        )

    def print(self) -> PaperResult:
        """Print it; trouble with the printer comes back as a value."""
        return self.printer.print(self.document())

    def save(self) -> PaperResult:
        """Write ``Z-report-1-000047-2026-11-22.pdf``: counter, number and day.

        The day is AD's: it sorts, and no calendar has to be certain of it. A report is saved once,
        and a file with its name is left as it is: after going back to a backup a number can be
        given again. Trouble comes back as a value.
        """
        report = self.report
        counter = "".join(sign if sign.isalnum() else "_" for sign in report.counter)
        day = local(report.at).date().isoformat()
        parts = ["Z-report", counter, f"{report.z_number or 0:06d}", day]
        parts += ["COPY"] if self.is_copy else []
        return self.printer.save(self.document(), *parts, replaces=self.is_copy)

    def save_and_print(self) -> PaperResult:
        """Save, then print: a driver may take its time, and one does not hinder the other."""
        saved, printed = self.save(), self.print()
        return PaperResult(saved.path, printed.not_printed, saved.not_saved)
