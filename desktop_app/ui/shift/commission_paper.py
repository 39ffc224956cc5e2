"""Makes, prints and saves the month's sheet of commission; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.printing.commission_sheet import commission_paper
from desktop_app.printing.output import PrintError
from desktop_app.printing.texts import Wording
from desktop_app.ui.payment_kit.documents import save_paper
from desktop_app.ui.runtime.translation import load
from desktop_app.ui.shift.report_paper import PaperResult

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop_app.core.settings import Settings
    from desktop_app.core.shifts.commission import CommissionSheet
    from desktop_app.formatting.months import Month
    from desktop_app.printing.blocks import Document
    from desktop_app.printing.output import Printer
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class CommissionPaper:
    """The paper of a sheet under the settings in force when it was asked for."""

    sheet: CommissionSheet
    month: Month
    environment: Environment
    settings: Settings
    printer: Printer
    folder: Path
    at: datetime

    @staticmethod
    def of(context: AppContext, sheet: CommissionSheet, month: Month) -> CommissionPaper:
        """The paper of a sheet as it is now."""
        return CommissionPaper(
            sheet,
            month,
            context.environment,
            context.session.settings,
            context.printer,
            context.pdf_folder,
            context.clock.now(),
        )

    def document(self) -> Document:
        """Make the paper."""
        language = self.settings.receipt_language
        translator = None if language is Language.ENGLISH else load(language)
        wording = Wording.of(language, translator, nepali_digits=self.settings.nepali_digits)
        return commission_paper(
            self.sheet,
            self.month,
            self.settings.shop,
            self.environment,
            wording,
            paper=self.settings.paper,
            at=self.at,
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

        A later sheet of the same month takes the place of the earlier one.
        """
        path = self.folder / f"{self.file_name()}.pdf"
        try:
            save_paper(self.printer, self.document(), path)
        except PrintError as error:
            return PaperResult(not_saved=error)
        return PaperResult(path)

    def file_name(self) -> str:
        """``Commission-2026-11-17-2026-12-15``: the month's days in AD, the same in each
        language.
        """
        parts = ["Commission", self.month.first.isoformat(), self.month.last.isoformat()]
        if self.environment is not Environment.LIVE:
            parts.insert(0, self.environment.value.upper())
        return "-".join(parts)
