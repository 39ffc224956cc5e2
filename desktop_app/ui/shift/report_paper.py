"""Makes and prints the X or Z report of a shift; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.settings import Language
from desktop_app.printing.output import PrintError
from desktop_app.printing.shift_report import shift_report
from desktop_app.printing.texts import Wording
from desktop_app.ui.runtime.translation import load

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment
    from desktop_app.core.settings import Settings
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.printing.blocks import Document
    from desktop_app.printing.output import Printer
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """The paper of one report under the settings in force when it was asked for."""

    report: ShiftReport
    environment: Environment
    settings: Settings
    printer: Printer
    is_copy: bool = False

    @staticmethod
    def of(context: AppContext, report: ShiftReport, *, is_copy: bool = False) -> ReportPaper:
        """The paper of a report; a Z report that was printed before is a copy."""
        return ReportPaper(
            report, context.environment, context.session.settings, context.printer, is_copy
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

    def print(self) -> PrintError | None:
        """Print it; trouble with the printer comes back as a value."""
        try:
            self.printer.print(self.document(), self.settings.printer)
        except PrintError as error:
            return error
        return None
