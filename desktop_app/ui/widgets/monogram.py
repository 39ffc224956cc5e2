"""Draws a provider's two letters; the colour is derived from its slug and never changes."""

import zlib

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import BOLD, MONOGRAM_FILLS, WHITE, Theme
from desktop_app.ui.widgets.box_label import BoxLabel
from desktop_app.ui.widgets.paint import CENTRE, rounded, text
from desktop_app.ui.widgets.styled import set_style

# Found by search: the smallest number that gives the design's first two fills to the providers of
# the first two ranks.
_SALT = 7


def monogram_fill(slug: str) -> str:
    """Fill for the provider with this slug: a stable hash, never a brand's colour."""
    number = zlib.crc32(f"{_SALT}:{slug}".encode())
    return MONOGRAM_FILLS[number % len(MONOGRAM_FILLS)]


def paint_monogram(painter: QPainter, theme: Theme, rect: QRect, letters: str, fill: str) -> None:
    """Draw a monogram that fills the square `rect`."""
    size = rect.width()
    corner = _corner(size)
    if theme.contrast:
        ink = theme.colour("text")
        rounded(painter, rect, corner, theme.colour("surface"), ink)
    else:
        ink = QColor(WHITE)
        rounded(painter, rect, corner, QColor(fill))
    text(painter, rect, letters, _letters_font(theme, size), ink, CENTRE)


class Monogram(BoxLabel):
    """A square with the provider's two letters."""

    def __init__(
        self,
        theme: Theme,
        letters: str,
        slug: str,
        size: int = 46,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._side = size
        super().__init__(theme, letters, name=name, parent=parent)
        self.set_provider(letters, slug)

    def set_provider(self, letters: str, slug: str) -> None:
        """Show another provider."""
        set_style(self, fill=monogram_fill(slug), corner=str(_corner(self._side)))
        self.set_text(letters)

    def set_size(self, size: int) -> None:
        """Take another size, e.g. in a small window."""
        self._side = size
        set_style(self, corner=str(_corner(size)))
        self._restyle()

    def box_font(self) -> QFont:
        """Return the largest font that fits the square."""
        return _letters_font(self._theme, self._side)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._side, self._side)


def _corner(size: int) -> int:
    return max(5, round(size / 6))


def _letters_font(theme: Theme, size: int) -> QFont:
    font = QFont(theme.sized_font(1.0, BOLD))
    font.setPixelSize(max(10, round(size * 0.37)))
    return font
