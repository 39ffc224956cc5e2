"""Fits a paper to what a printer's driver has."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from desktop_app.printing.drawing import draw_page
from desktop_app.printing.paper_spec import DOTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.printing.page import Page

_MM_PER_INCH = 25.4
_MM = QPageSize.Unit.Millimeter
_SAME_MM = 1.0
"""Sizes that differ by less are the same: drivers round to points or to dots."""


def page_layout(page: Page) -> QPageLayout:
    """The paper as it is, without margins."""
    size = QPageSize(
        QSizeF(page.width / DOTS_PER_MM, page.height / DOTS_PER_MM),
        _MM,
        "",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    return _without_margins(size)


def set_paper(printer: QPrinter, page: Page, sizes: Callable[[], Sequence[QPageSize]]) -> None:
    """Ask the driver for our paper; where it has fixed sizes only, for the nearest of ``sizes``."""
    printer.setFullPage(True)
    if not printer.setPageLayout(page_layout(page)):
        nearest = nearest_size(page, sizes())
        if nearest is not None and not printer.setPageLayout(_without_margins(nearest)):
            # A driver with margins that it insists on.
            printer.setPageSize(nearest)
    printer.setFullPage(True)


def nearest_size(page: Page, sizes: Sequence[QPageSize]) -> QPageSize | None:
    """The size that our paper fits best; None if there is none.

    Wide enough for what is printed comes first, then the least difference in width, then the
    shortest that is long enough. Of sizes that are all too narrow, the widest.
    """
    printed = (page.width - 2 * page.margin) / DOTS_PER_MM
    width, height = page.width / DOTS_PER_MM, page.height / DOTS_PER_MM

    def badness(size: QPageSize) -> tuple[bool, float, bool, float]:
        of = size.size(_MM)
        narrow = of.width() < printed - _SAME_MM
        off = round(abs(of.width() - (1e6 if narrow else width)))
        short = of.height() < height - _SAME_MM
        return narrow, off, short, -of.height() if short else of.height()

    return min(sizes, key=badness, default=None)


def draw_on(painter: QPainter, printer: QPrinter, page: Page, *, is_roll: bool) -> None:
    """Draw the paper at the place that the driver's own has for it.

    One dot is 1/8 mm; smaller only where the driver's paper is narrower than ours. A driver that
    knows its roll only by the printable 72 mm (or 48 mm) gets the whole width in use: the white
    margins of our paper fall outside. One that has a roll for a sheet of A4 prints the left edge
    of that sheet, so a roll begins there; and what is longer than its sheet goes on on the next.
    """
    scale = printer.resolution() / (DOTS_PER_MM * _MM_PER_INCH)
    width, height = float(printer.width()), float(printer.height())
    printable = page.width - 2 * page.margin
    if printable * scale > width:
        scale = width / printable
    if is_roll and width > (page.width + _SAME_MM * DOTS_PER_MM) * scale:
        left = _least_left_mm(printer) * DOTS_PER_MM * scale - page.margin * scale
    else:
        left = (width - page.width * scale) / 2
    spare = _SAME_MM * DOTS_PER_MM * scale
    sheets = max(1, ceil((page.height * scale - spare) / height)) if is_roll else 1
    for sheet in range(sheets):
        if sheet:
            printer.newPage()
        painter.save()
        painter.translate(left, -sheet * height)
        painter.scale(scale, scale)
        draw_page(painter, page)
        painter.restore()


def _least_left_mm(printer: QPrinter) -> float:
    """Return the printer's smallest left margin in millimetres."""
    layout = QPageLayout(printer.pageLayout())
    layout.setUnits(QPageLayout.Unit.Millimeter)
    return layout.minimumMargins().left()


def _without_margins(size: QPageSize) -> QPageLayout:
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
