"""A receipt as a PDF, beside an empty page."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from desktop_app.core.settings import Paper
from desktop_app.printing.layout import code_rows
from desktop_app.printing.output import SystemPrinter
from desktop_app.ui.theme.assets import load_fonts
from tests.bench.figure import Figure, more
from tests.bench.timing import take_turns
from tests.paper import papers

if TYPE_CHECKING:
    from tests.bench.scale import Scale


def bench(scale: Scale) -> list[Figure]:
    """Save both in turns."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    load_fonts()
    document = next(document for name, document in papers() if name == f"{Paper.A5.value}-original")
    printer = SystemPrinter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "receipt.pdf"

        def empty() -> None:
            writer = QPdfWriter(str(Path(folder) / "empty.pdf"))
            QPainter(writer).end()

        def receipt() -> None:
            code_rows.cache_clear()  # that of another payment is another one
            printer.save_pdf(document, file)

        ours, bare = take_turns(scale.repeats, receipt, empty)
    return [Figure("receipt to PDF", "ms", ours, bare, (more(30),))]
