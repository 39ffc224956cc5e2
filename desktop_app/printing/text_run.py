"""Fonts and lines of text, measured in dots and the same on every device."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from desktop_app.printing.blocks import Align

FAMILIES = ["Noto Sans", "Noto Sans Devanagari"]
MONO_FAMILIES = ["Noto Sans Mono", "Noto Sans Devanagari"]


def font(pixels: int, *, bold: bool = False, mono: bool = False) -> QFont:
    """A font of ``pixels`` dots, without hinting: its widths scale with the device."""
    made = QFont()
    made.setFamilies(MONO_FAMILIES if mono else FAMILIES)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # An account copied out of a PDF must have its "f" and "i", not one sign for both.
    made.setFeature(QFont.Tag("liga"), 0)
    return made


@dataclass(slots=True)
class TextRun:
    """A text broken into lines of at most the given width, standing at a place.

    ``height`` and ``natural_width`` are in dots; lines never end in the middle of a cluster, and
    a word that is too long is broken rather than cut.
    """

    text: str
    layout: QTextLayout
    height: int
    natural_width: int
    x: float = 0.0
    y: float = 0.0
    white: bool = False

    @property
    def bounds(self) -> QRectF:
        """The rectangle that ink may cover, from the positions of the lines."""
        found = QRectF()
        for index in range(self.layout.lineCount()):
            found = found.united(self.layout.lineAt(index).naturalTextRect())
        return found.translated(self.x, self.y)

    def lines(self) -> tuple[str, ...]:
        """The text of each line."""
        taken = (self.layout.lineAt(index) for index in range(self.layout.lineCount()))
        # Qt counts in UTF-16, Python in characters.
        units = self.text.encode("utf-16-le")
        return tuple(
            units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
                "utf-16-le"
            )
            for line in taken
        )

    def paint(self, painter: QPainter) -> None:
        """Draw it in black, or white on a bar."""
        for index in range(self.layout.lineCount()):
            self.paint_line(painter, index)

    def paint_line(self, painter: QPainter, index: int) -> None:
        """Draw one of its lines."""
        painter.setPen(Qt.GlobalColor.white if self.white else Qt.GlobalColor.black)
        self.layout.lineAt(index).draw(painter, QPointF(self.x, self.y))


def natural_width(text: str, style: QFont) -> int:
    """Width in dots of the text in one line."""
    return _broken(text, style, 1e6, 0, Align.LEFT).natural_width


def baseline(style: QFont) -> int:
    """Distance of the base line from the top of a line, without the room between lines."""
    return round(QFontMetricsF(style).ascent())


def break_lines(
    text: str, style: QFont, width: int, *, line_height: float, align: Align = Align.LEFT
) -> TextRun:
    """``text`` in lines no wider than ``width``; ``line_height`` in sizes of the letters."""
    return _broken(text, style, float(width), round(style.pixelSize() * line_height), align)


def _broken(text: str, style: QFont, width: float, pitch: int, align: Align) -> TextRun:
    layout = QTextLayout(text, style)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    # A name in a right-to-left script keeps its letters' order, but never turns the line around.
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    y, widest = 0, 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        natural = line.naturalTextWidth()
        ink = line.ascent() + line.descent()
        # A taller script found in a fallback font pushes its line apart instead of overlapping.
        height = max(pitch, ceil(ink)) if pitch else ceil(ink)
        spare = max(0.0, width - natural)
        shift = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]
        line.setPosition(QPointF(round(shift), y + round((height - ink) / 2)))
        widest = max(widest, natural)
        y += height
        line = layout.createLine()
    layout.endLayout()
    return TextRun(text, layout, y, ceil(widest))
