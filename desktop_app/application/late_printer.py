"""The printers of the operating system, loaded with the first paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.printing.blocks import Document
    from desktop_app.printing.output import SystemPrinter


class LatePrinter:
    """Implements ``printing.output.Printer``. Every method may wait: call it from a worker only."""

    def names(self) -> tuple[str, ...]:
        """Installed printers, the system's default first."""
        return self._printer.names()

    def print(self, document: Document, printer_name: str = "") -> None:
        """Print; an empty name means the system's default printer. Raises ``PrintError``."""
        self._printer.print(document, printer_name)

    def save_pdf(self, document: Document, path: Path) -> None:
        """Write a PDF as a whole, or leave the file as it was. Raises ``PrintError``."""
        self._printer.save_pdf(document, path)

    @cached_property
    def _printer(self) -> SystemPrinter:
        from desktop_app.printing.output import SystemPrinter

        return SystemPrinter()
