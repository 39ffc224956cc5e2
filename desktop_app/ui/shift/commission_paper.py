"""Makes, prints and saves the month's sheet of commission; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.printing.commission_sheet import commission_paper
from desktop_app.ui.payment_kit.sheets import PaperResult, SheetPrinter

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.shifts.commission import CommissionSheet
    from desktop_app.formatting.months import Month
    from desktop_app.printing.blocks import Document
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class CommissionPaper:
    """The paper of a sheet under the settings in force when it was asked for."""

    sheet: CommissionSheet
    month: Month
    printer: SheetPrinter
    at: datetime

    @staticmethod
    def of(context: AppContext, sheet: CommissionSheet, month: Month) -> CommissionPaper:
        """The paper of a sheet as it is now."""
        return CommissionPaper(sheet, month, SheetPrinter.under(context), context.clock.now())

    def document(self) -> Document:
        """Make the paper."""
        settings = self.printer.settings
        return commission_paper(
            self.sheet,
            self.month,
            settings.shop,
            self.printer.environment,
            self.printer.wording,
            paper=settings.paper,
            at=self.at,
        )

    def print(self) -> PaperResult:
        """Print it; trouble with the printer comes back as a value."""
        return self.printer.print(self.document())

    def save(self) -> PaperResult:
        """Write ``Commission-2026-11-17-2026-12-15.pdf``, in place of an earlier one of the month.

        The days are AD's, the same in each language. Trouble comes back as a value.
        """
        days = (self.month.first.isoformat(), self.month.last.isoformat())
        return self.printer.save(self.document(), "Commission", *days, replaces=True)
