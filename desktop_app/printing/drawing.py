"""Draws documents for the preview, the printer and the PDF, in pure black on white but the logo.

The caller's painter works in dots from the paper's upper left corner; scaling the painter scales
the paper. Works on any thread that owns its paint device, once the fonts are loaded.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop_app.printing.layout import QUIET_MODULES, code_rows, lay_out
from desktop_app.printing.page import Area, Modules, Page, Photo
from desktop_app.printing.text_run import TextRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.printing.blocks import Document

# A printer of 203 dpi has 0.1 % fewer dots than 8 a millimetre; that must not cost a module a dot.
_NEARLY = 0.05

_MIN_MODULE = 2
"""Pixels of a module that a phone can read off a screen."""


def draw(painter: QPainter, document: Document) -> None:
    """Draw the document at the painter's origin."""
    draw_page(painter, lay_out(document))


def draw_page(
    painter: QPainter, page: Page, write: Callable[[TextRun, QPainter], None] = TextRun.paint
) -> None:
    """Draw a laid out paper at the painter's origin; ``write`` draws its texts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if page.shrink < 1.0:
        painter.translate(page.width * (1.0 - page.shrink) / 2, 0.0)
        painter.scale(page.shrink, page.shrink)
    for mark in page.marks:
        if isinstance(mark, TextRun):
            write(mark, painter)
        elif isinstance(mark, Area):
            area = QRectF(mark.x, mark.y, mark.width, mark.height)
            painter.fillRect(area, Qt.GlobalColor.black)
        elif isinstance(mark, Photo):
            place = QRectF(mark.x, mark.y, mark.width, mark.height)
            painter.drawImage(place, QImage.fromData(mark.png))
        else:
            _draw_modules(painter, mark)
    painter.restore()


def picture(document: Document, *, scale: float = 1.0, device_pixel_ratio: float = 1.0) -> QImage:
    """The whole paper as an image, ``scale`` logical pixels a dot."""
    page = lay_out(document)
    pixels = scale * device_pixel_ratio
    image = QImage(
        ceil(page.width * pixels), ceil(page.height * pixels), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(pixels, pixels)
    draw_page(painter, page)
    painter.end()
    image.setDevicePixelRatio(device_pixel_ratio)
    return image


def code_picture(payload: str, room: int) -> QImage | None:
    """A QR code with its quiet edge, in at most ``room`` pixels; None where it has no room there.

    It is read off a screen, so it needs little correction.
    """
    try:
        rows = code_rows(payload, error="l")
    except ValueError:
        return None
    size = room // (len(rows) + 2 * QUIET_MODULES)
    if size < _MIN_MODULE:
        return None
    side = size * (len(rows) + 2 * QUIET_MODULES)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _draw_modules(painter, Modules(size * QUIET_MODULES, size * QUIET_MODULES, size, rows))
    painter.end()
    return image


def _draw_modules(painter: QPainter, code: Modules) -> None:
    """Draw the QR modules, each with the same whole number of device pixels."""
    transform = painter.deviceTransform()
    pixels = transform.m11()
    size = max(1, floor(code.size * pixels + _NEARLY)) / pixels
    spare = code.width - size * len(code.rows)
    corner = transform.map(QPointF(code.x + spare / 2, code.y + spare / 2))
    inverted, _ = transform.inverted()
    origin = inverted.map(QPointF(round(corner.x()), round(corner.y())))
    for index, row in enumerate(code.rows):
        top = origin.y() + index * size
        for start, length in _runs(row):
            area = QRectF(origin.x() + start * size, top, length * size, size)
            painter.fillRect(area, Qt.GlobalColor.black)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    found: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((index, 1))
    return found
