"""Printers and PDF files."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Paper
from desktop_app.printing.content import receipt
from desktop_app.printing.layout import lay_out
from desktop_app.printing.output import (
    Printer,
    PrintError,
    PrintProblem,
    SystemPrinter,
    pdf_bytes,
)
from desktop_app.ui.theme.assets import load_fonts
from tests.paper import ENGLISH, NEPALI, nasty_payment, payment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop_app.printing.blocks import Document

ALL_PAPERS = pytest.mark.parametrize("paper", Paper)
pdftotext = shutil.which("pdftotext")
pdftoppm = shutil.which("pdftoppm")
needs_poppler = pytest.mark.skipif(
    not (pdftotext and pdftoppm), reason="pdftotext and pdftoppm are not installed"
)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def text_of(path: Path) -> str:
    assert pdftotext is not None
    made = subprocess.run(
        [pdftotext, "-layout", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return made.stdout.decode("utf-8")


def document(paper: Paper = Paper.ROLL_80) -> Document:
    return receipt(payment(), ENGLISH, paper=paper)


class PdfFilePrinter(SystemPrinter):
    """Prints through the same path as a real printer, into a file."""

    def __init__(self, path: Path, resolution: int | None = None) -> None:
        self._path = path
        self._resolution = resolution

    def _open(self, printer_name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._path))
        if self._resolution is not None:
            printer.setResolution(self._resolution)
        return printer


class NarrowDriver(QPrinter):
    """A driver that knows its 80 mm roll only by the 72 mm it can print on."""

    def setPageLayout(self, layout: object) -> bool:
        size = QPageSize(QSizeF(72, 210), QPageSize.Unit.Millimeter, "roll")
        self.setPageMargins(QMarginsF(0, 0, 0, 0))
        return bool(self.setPageSize(size))


class NarrowPrinter(PdfFilePrinter):
    """Prints with :class:`NarrowDriver`."""

    def _open(self, printer_name: str) -> QPrinter:
        printer = NarrowDriver(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._path))
        return printer


class FixedSizesDriver(QPrinter):
    """A driver that has its own sizes only, and refuses every other."""

    def __init__(self, sizes: list[QPageSize]) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self._sizes = sizes

    def setPageLayout(self, layout: QPageLayout) -> bool:
        known = any(layout.pageSize().isEquivalentTo(size) for size in self._sizes)
        return known and super().setPageLayout(layout)


class FixedSizesPrinter(PdfFilePrinter):
    """Prints with :class:`FixedSizesDriver`; sizes in millimetres."""

    def __init__(self, path: Path, *sizes: tuple[float, float]) -> None:
        super().__init__(path)
        unit = QPageSize.Unit.Millimeter
        self._known = [QPageSize(QSizeF(*size), unit, f"{size}") for size in sizes]

    def _open(self, printer_name: str) -> QPrinter:
        printer = FixedSizesDriver(self._known)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._path))
        return printer

    def _sizes(self, printer: QPrinter) -> list[QPageSize]:
        return self._known


def test_the_systems_printer_is_a_printer() -> None:
    printer: Printer = SystemPrinter()
    assert isinstance(printer.names(), tuple)


@ALL_PAPERS
@needs_poppler
def test_a_pdf_keeps_its_text(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "receipt.pdf"
    SystemPrinter().save_pdf(document(paper), path)
    found = text_of(path)
    for text in ("000131", "Rs. 1,657.00", "2,000.00", "343.00", "online_due_and_package"):
        assert text in found
    assert "fifty-seven" in " ".join(found.split())  # no ligatures
    assert found.count("\f") == 1  # one page


@ALL_PAPERS
@needs_poppler
def test_a_pdf_shows_html_literally(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "receipt.pdf"
    SystemPrinter().save_pdf(receipt(nasty_payment(), ENGLISH, paper=paper), path)
    found = text_of(path)
    assert "<b>Ram</b> & Sita[31m" in found
    assert found.count("\f") == 1


@needs_poppler
def test_a_practice_pdf_says_so(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    made = receipt(payment(environment=Environment.PRACTICE), ENGLISH, paper=Paper.ROLL_58)
    SystemPrinter().save_pdf(made, path)
    assert text_of(path).count("PRACTICE — NOT A PAYMENT") == 3


@ALL_PAPERS
def test_a_pdf_page_is_the_paper(paper: Paper) -> None:
    data = pdf_bytes(document(paper))
    assert data.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", data)
    assert box is not None
    page = lay_out(document(paper))
    points = 72 / 25.4 / 8
    assert float(box[1]) == pytest.approx(page.width * points, abs=1)
    assert float(box[2]) == pytest.approx(page.height * points, abs=1)
    assert data.count(b"/Type /Page\n") == 1
    assert b"/FontFile2" in data


@needs_poppler
@pytest.mark.parametrize("resolution", [None, 203, 180, 300])
def test_a_printer_gets_the_same_paper_at_any_resolution(
    tmp_path: Path, resolution: int | None
) -> None:
    path = tmp_path / "print.pdf"
    PdfFilePrinter(path, resolution).print(document(), "any")
    assert "Rs. 1,657.00" in text_of(path)
    printed = rendered(path)
    assert abs(printed.width() - 640) <= 4
    assert ink_columns(printed)[0] >= 30
    assert ink_columns(printed)[1] <= 610


@needs_poppler
def test_a_driver_with_narrow_paper_uses_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "narrow.pdf"
    NarrowPrinter(path).print(document(), "any")
    printed = rendered(path)
    first, last = ink_columns(printed)
    assert printed.width() == pytest.approx(576, abs=4)
    assert first <= 4
    assert last >= printed.width() - 5
    assert "Rs. 1,657.00" in text_of(path)


A4 = (210, 297)
ZJ_58 = ((48, 65), (48, 210), (58, 210), (58, 3276), A4)
ZJ_80 = ((72, 65), (72, 210), (80, 100), (80, 297), (80, 3276), A4)


@needs_poppler
@pytest.mark.parametrize(
    ("paper", "sizes", "width"),
    [
        (Paper.ROLL_58, ZJ_58, 58),
        (Paper.ROLL_58, ((48, 210), A4), 48),
        (Paper.ROLL_80, ZJ_80, 80),
        (Paper.ROLL_80, ((72, 210), A4), 72),
        (Paper.A5, ((74, 105), (148, 210), A4), 148),
    ],
)
def test_a_driver_with_fixed_sizes_gets_the_nearest(
    tmp_path: Path, paper: Paper, sizes: tuple[tuple[float, float], ...], width: int
) -> None:
    path = tmp_path / "fixed.pdf"
    FixedSizesPrinter(path, *sizes).print(document(paper), "any")
    printed = rendered(path)
    assert printed.width() == pytest.approx(width * 8, abs=4)
    assert text_of(path).count("\f") == 1
    assert "Rs. 1,657.00" in text_of(path)


@needs_poppler
@pytest.mark.parametrize(("paper", "head"), [(Paper.ROLL_58, 48), (Paper.ROLL_80, 72)])
def test_a_roll_on_a_sheet_begins_at_its_left_edge(tmp_path: Path, paper: Paper, head: int) -> None:
    path = tmp_path / "a4.pdf"
    FixedSizesPrinter(path, A4).print(document(paper), "any")
    first, last = ink_columns(rendered(path))
    assert first <= 4
    assert last <= head * 8 + 4


@needs_poppler
def test_a_roll_longer_than_the_driver_s_paper_goes_on_on_the_next(tmp_path: Path) -> None:
    path = tmp_path / "short.pdf"
    FixedSizesPrinter(path, (80, 100)).print(document(), "any")
    found = text_of(path)
    assert found.count("\f") == 2
    assert "PAYMENT RECEIPT" in found.split("\f")[0]
    assert "Thank you" in found.split("\f")[1]


@needs_poppler
def test_a_sheet_on_larger_paper_stays_in_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "a5.pdf"
    FixedSizesPrinter(path, A4).print(document(Paper.A5), "any")
    first, last = ink_columns(rendered(path))
    assert first == pytest.approx(210 * 8 - last, abs=8)


def rendered(path: Path) -> QImage:
    """The first page at 8 dots a millimetre."""
    assert pdftoppm is not None
    subprocess.run(
        [pdftoppm, "-r", "203.2", "-png", "-singlefile", str(path), str(path.with_suffix(""))],
        check=True,
        timeout=60,
    )
    return QImage(str(path.with_suffix(".png")))


def ink_columns(image: QImage) -> tuple[int, int]:
    """First and last column with something black."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, line = bytes(grey.constBits()), grey.bytesPerLine()
    dark = [x for x in range(grey.width()) if min(pixels[x::line]) < 100]
    return dark[0], dark[-1]


def test_printing_without_a_printer_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.defaultPrinterName", lambda: "", raising=True
    )
    with pytest.raises(PrintError) as caught:
        SystemPrinter().print(document())
    assert caught.value.problem is PrintProblem.NO_PRINTER


def test_a_printer_that_is_gone_is_named() -> None:
    with pytest.raises(PrintError) as caught:
        SystemPrinter().print(document(), "No such printer")
    assert caught.value.problem is PrintProblem.PRINTER_GONE
    assert caught.value.details == {"printer": "No such printer"}
    assert "No such printer" in str(caught.value)


@pytest.mark.filterwarnings("default")
def test_a_printer_that_refuses(tmp_path: Path, qtlog: pytest.LogCaptureFixture) -> None:
    with qtlog.disabled(), pytest.raises(PrintError) as caught:  # type: ignore[attr-defined]
        PdfFilePrinter(tmp_path / "no" / "such" / "folder.pdf").print(document(), "x")
    assert caught.value.problem is PrintProblem.PRINTER_REFUSED


def test_saving_replaces_a_file_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "रसिद 000131.pdf"
    path.write_bytes(b"older")
    SystemPrinter().save_pdf(document(), path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("number", "problem"),
    [(errno.ENOSPC, PrintProblem.DISK_FULL), (errno.EIO, PrintProblem.FILE_REFUSED)],
)
def test_a_failed_save_leaves_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: PrintProblem
) -> None:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"older")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PrintError) as caught:
        SystemPrinter().save_pdf(document(), path)
    assert caught.value.problem is problem
    assert caught.value.details["path"] == str(path)
    assert path.read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["receipt.pdf"]


def test_saving_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        SystemPrinter().save_pdf(document(), tmp_path / "gone" / "x.pdf")
    assert caught.value.problem is PrintProblem.FILE_REFUSED


@pytest.fixture
def failures() -> Iterator[list[BaseException]]:
    found: list[BaseException] = []
    yield found
    assert found == []


def test_printing_and_saving_work_on_another_thread(
    tmp_path: Path, failures: list[BaseException]
) -> None:
    nepali = receipt(payment(), NEPALI, paper=Paper.ROLL_80)

    def work() -> None:
        try:
            PdfFilePrinter(tmp_path / "printed.pdf").print(nepali, "any")
            SystemPrinter().save_pdf(nepali, tmp_path / "saved.pdf")
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(60)
    assert not thread.is_alive()
    for name in ("printed.pdf", "saved.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")


def test_the_pdf_writer_has_a_whole_number_of_units_a_dot() -> None:
    from desktop_app.printing import output

    writer = QPdfWriter(os.devnull)
    writer.setResolution(output._PDF_RESOLUTION)
    assert writer.resolution() == 1016
    assert 1016 / 25.4 / 8 == 5
