"""Two letters for a provider, in a colour that stays the same for ever."""

import zlib

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme import BOLD, MONOGRAM_FILLS, WHITE, Theme
from desktop_app.ui.widgets.paint import CENTRE, rounded, start, text

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
    corner = max(5.0, round(size / 6))
    if theme.contrast:
        ink = theme.colour("text")
        rounded(painter, rect, corner, theme.colour("surface"), ink)
    else:
        ink = QColor(WHITE)
        rounded(painter, rect, corner, QColor(fill))
    font = theme.sized_font(1.0, BOLD)
    font.setPixelSize(max(10, round(size * 0.37)))
    text(painter, rect, letters, font, ink, CENTRE)


class Monogram(QWidget):
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
        super().__init__(parent)
        self._theme = theme
        self._side = size
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_provider(letters, slug)
        theme.changed.connect(self.update)

    def set_provider(self, letters: str, slug: str) -> None:
        """Show another provider."""
        self._letters = letters
        self._fill = monogram_fill(slug)
        self.setAccessibleName(letters)
        self.update()

    def set_size(self, size: int) -> None:
        """Another size, e.g. in a small window."""
        self._side = size
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letters."""
        box = QRect(0, 0, self._side, self._side)
        paint_monogram(start(QPainter(self)), self._theme, box, self._letters, self._fill)
