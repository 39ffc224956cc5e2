"""Panels and lines."""

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop_app.ui.theme import ColourName, Theme
from desktop_app.ui.widgets.paint import rounded, start


class PanelLook(Enum):
    """Fill, edge, width of the edge."""

    PLAIN = ("surface", "border", 1)
    SUBTLE = ("subtle", "border", 1)
    WELL = ("sunken", "border", 1)
    SELECTED = ("surface", "accent", 2)
    INFO = ("accentsoft", "accentline", 1)
    CAUTION = ("waitsoft", "waitline", 2)
    STRONG = ("surface", "text", 2)
    PAID = ("surface", "paidsolid", 2)
    WAITING = ("surface", "waitsolid", 2)
    NOT_PAID = ("surface", "failsolid", 2)

    def __init__(self, fill: ColourName, edge: ColourName, width: int) -> None:
        self.fill: ColourName = fill
        self.edge: ColourName = edge
        self.width = width


class Panel(QFrame):
    """A rounded surface; put a layout in it, with margins of your own."""

    def __init__(
        self,
        theme: Theme,
        look: PanelLook = PanelLook.PLAIN,
        *,
        radius: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._radius = radius
        self.setObjectName(name)
        theme.changed.connect(self.update)

    @property
    def look(self) -> PanelLook:
        """Fill and edge."""
        return self._look

    def set_look(self, look: PanelLook) -> None:
        """Change fill and edge."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        theme = self._theme
        fill, edge = theme.colour(self._look.fill), theme.colour(self._look.edge)
        radius = self._radius or theme.metrics.panel_radius
        rounded(start(QPainter(self)), self.rect(), radius, fill, edge, self._look.width)


class Line(QWidget):
    """A thin separator."""

    def __init__(
        self,
        theme: Theme,
        *,
        vertical: bool = False,
        thick: int = 1,
        colour: ColourName = "border",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vertical = vertical
        self._thick = thick
        self._colour: ColourName = colour
        free, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As thin as asked."""
        return QSize(self._thick, self._thick)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self._theme.colour(self._colour))
