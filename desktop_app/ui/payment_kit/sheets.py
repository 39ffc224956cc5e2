"""Prints and saves the papers that are about no single payment; every method is for a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.printing.output import PrintError
from desktop_app.ui.payment_kit.documents import receipt_wording, save_paper

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.settings import Settings
    from desktop_app.printing.blocks import Document
    from desktop_app.printing.output import Printer
    from desktop_app.printing.texts import Wording
    from desktop_app.ui.runtime.context import AppContext


@dataclass(frozen=True, slots=True)
class PaperResult:
    """What came of a paper: where it was saved, and why it was not printed or not saved."""

    path: Path | None = None
    not_printed: PrintError | None = None
    not_saved: PrintError | None = None


@dataclass(frozen=True, slots=True)
class SheetPrinter:
    """Brings sheets out under the settings in force when they were asked for."""

    environment: Environment
    settings: Settings
    printer: Printer
    folder: Path

    @staticmethod
    def under(context: AppContext) -> SheetPrinter:
        """The printer and the folder of now."""
        settings = context.session.settings
        return SheetPrinter(context.environment, settings, context.printer, context.pdf_folder)

    @property
    def wording(self) -> Wording:
        """The words and digits of the papers."""
        return receipt_wording(self.settings)

    def print(self, document: Document) -> PaperResult:
        """Print it; trouble with the printer comes back as a value."""
        try:
            self.printer.print(document, self.settings.printer)
        except PrintError as error:
            return PaperResult(not_printed=error)
        return PaperResult()

    def save(self, document: Document, *parts: str, replaces: bool) -> PaperResult:
        """Write it as PDF into the folder for papers; trouble comes back as a value.

        The name is made of `parts`, the environment before them where it is not LIVE. Where one of
        that name is there, it is replaced, or else the new one has a number behind its name.
        """
        marks = () if self.environment is Environment.LIVE else (self.environment.value.upper(),)
        name = "-".join((*marks, *parts))
        path, number = self.folder / f"{name}.pdf", 1
        while path.exists() and not replaces:
            number += 1
            path = self.folder / f"{name}-{number}.pdf"
        try:
            save_paper(self.printer, document, path)
        except PrintError as error:
            return PaperResult(not_saved=error)
        return PaperResult(path)
