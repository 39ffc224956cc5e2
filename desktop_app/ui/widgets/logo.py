"""The program's own mark."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPicture
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.theme import LOGO_BLUE, WHITE
from desktop_app.ui.widgets.paint import rounded, start

LETTERS = "भु"


def paint_logo(painter: QPainter, rect: QRect) -> None:
    """White letters on a blue square that fills `rect`."""
    rounded(painter, rect, rect.width() * 0.25, QColor(LOGO_BLUE))
    font = QFont()
    font.setFamilies(["Noto Sans Devanagari"])
    font.setPixelSize(max(6, round(rect.width() * 0.58)))
    font.setWeight(QFont.Weight.Bold)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addText(0, 0, font, LETTERS)
    # Centred by its ink, because the line's own height leaves more room above than below.
    ink = path.boundingRect()
    middle = QRectF(rect).center() - ink.center()
    painter.fillPath(path.translated(middle), QColor(WHITE))


class Logo(QLabel):
    """Shows the mark in a given size."""

    def __init__(self, size: int = 34, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedSize(size, size)
        # Qt greys a pixmap of what is off, and not a picture.
        picture = QPicture()
        painter = start(QPainter(picture))
        paint_logo(painter, QRect(0, 0, size, size))
        painter.end()
        self.setPicture(picture)
