"""Printers and PDF files.

Painting on a printer or a PDF needs no widget and runs on any thread, as long as the application
object exists and its fonts are loaded; call it on a worker, since a driver may take seconds.
"""

from __future__ import annotations

import errno
import logging
import zlib
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop_app.printing.drawing import draw_page
from desktop_app.printing.fitting import draw_on, page_layout, set_paper
from desktop_app.printing.layout import lay_out
from desktop_app.printing.paper_spec import DOTS_PER_MM, STOCKS
from desktop_app.printing.pdf_text import MarkedLines
from desktop_app.system.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.printing.blocks import Document

log = logging.getLogger(__name__)

TEXT_FILE = "text.txt"
"""The text of a paper, attached to its PDF; a slip must not be called a receipt even here."""

_MM_PER_INCH = 25.4
# Five device units a dot: modules and rules of a PDF lie on whole units.
_PDF_RESOLUTION = round(5 * DOTS_PER_MM * _MM_PER_INCH)


class PrintProblem(StrEnum):
    """The reasons why printing or saving did not work, as codes; ``ui/`` has their sentences."""

    NO_PRINTER = "no_printer"
    PRINTER_GONE = "printer_gone"
    PRINTER_REFUSED = "printer_refused"
    PRINTING_STOPPED = "printing_stopped"
    FILE_REFUSED = "file_refused"
    DISK_FULL = "disk_full"


class PrintError(Exception):
    """A paper could not be printed or saved. The payment is not touched by it.

    ``details`` hold values for the sentence and the log: ``printer`` or ``path``, ``reason``.
    """

    def __init__(self, problem: PrintProblem, **details: str) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.details: Mapping[str, str] = MappingProxyType(details)

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.details.items())
        return f"{self.problem.value} ({shown})" if shown else self.problem.value


class Printer(Protocol):
    """The output port of documents: the printers, and PDF files."""

    def names(self) -> tuple[str, ...]:
        """Installed printers, the system's default first."""

    def print(self, document: Document, printer_name: str = "") -> None:
        """Print; an empty name means the system's default printer. Raises ``PrintError``."""

    def save_pdf(self, document: Document, path: Path) -> None:
        """Write a PDF as a whole, or leave the file as it was. Raises ``PrintError``."""


class SystemPrinter:
    """The operating system's printers."""

    def names(self) -> tuple[str, ...]:
        """Installed printers, the system's default first."""
        # Loads the driver plug-ins: not before the first paint.
        from PySide6.QtPrintSupport import QPrinterInfo

        names = list(QPrinterInfo.availablePrinterNames())
        default = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(names, key=lambda name: name != default))

    def print(self, document: Document, printer_name: str = "") -> None:
        """Print; an empty name means the system's default printer.

        Returning means that the system's queue has taken the paper, not that it came out.

        Raises:
            PrintError: there is no such printer, or it refused or stopped.
        """
        page = lay_out(document)
        printer = self._open(printer_name)
        printer.setDocName(document.title)
        printer.setCreator("Bhuktani")
        set_paper(printer, page, partial(self._sizes, printer))
        shown = printer.printerName()
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintError(PrintProblem.PRINTER_REFUSED, printer=shown)
        is_roll = STOCKS[document.paper].height is None
        draw_on(painter, printer, page, is_roll=is_roll)
        ended = painter.end()
        if not ended or printer.printerState() in (
            printer.PrinterState.Error,
            printer.PrinterState.Aborted,
        ):
            raise PrintError(PrintProblem.PRINTING_STOPPED, printer=shown)

    def save_pdf(self, document: Document, path: Path) -> None:
        """Write a PDF as a whole, or leave the file as it was.

        Raises:
            PrintError: the folder or file cannot be written.
        """
        _write_whole(path, pdf_bytes(document))

    def _open(self, printer_name: str) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        name = printer_name or QPrinterInfo.defaultPrinterName()
        if not name:
            raise PrintError(PrintProblem.NO_PRINTER)
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise PrintError(PrintProblem.PRINTER_GONE, printer=name)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def _sizes(self, printer: QPrinter) -> list[QPageSize]:
        """The sizes that the driver names; asked for only where it does not take ours."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo(printer).supportedPageSizes()


def pdf_bytes(document: Document) -> bytes:
    """The document as a PDF of one page with its fonts and its text, to be copied and searched.

    A reader of PDFs that takes no notice of ``ActualText`` loses joined letters of Nepali. So the
    text is also attached as a file.
    """
    page = lay_out(document)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("Bhuktani")
    writer.setResolution(_PDF_RESOLUTION)
    writer.setPageLayout(page_layout(page))
    text = "\n".join((*document.texts(), ""))
    writer.addFileAttachment(TEXT_FILE, text.encode(), "text/plain")
    painter = QPainter()
    if not painter.begin(writer):
        raise PrintError(PrintProblem.FILE_REFUSED, reason="no painter")
    scale = writer.width() / page.width
    painter.scale(scale, scale)
    lines = MarkedLines()
    draw_page(painter, page, lines.paint)
    painter.end()
    buffer.close()
    data = bytes(buffer.data().data())
    try:
        return lines.named_in(data)
    except (ValueError, KeyError, IndexError, zlib.error):
        # Marks outside of the page are not seen: better a paper that cannot be searched than none.
        log.exception("the text of a PDF could not be named")
        return data


def _write_whole(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise PrintError(
            _file_problem(error), path=str(path), reason=error.strerror or type(error).__name__
        ) from error


def _file_problem(error: OSError) -> PrintProblem:
    return PrintProblem.DISK_FULL if error.errno == errno.ENOSPC else PrintProblem.FILE_REFUSED
