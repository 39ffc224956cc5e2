"""Edge of a table."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.theme import ColourName, Theme
from desktop_app.ui.widgets.paint import start


class TableEdge(QWidget):
    """Round corners and the thin edge, drawn over everything inside the table."""

    def __init__(self, theme: Theme, behind: ColourName, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._behind: ColourName = behind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the corners, then draw the edge: no style sheet cuts cells at round corners."""
        theme = self._theme
        painter = start(QPainter(self))
        radius = float(theme.metrics.panel_radius)
        box = QRectF(self.rect())
        outside = QPainterPath()
        outside.addRect(box)
        inside = QPainterPath()
        inside.addRoundedRect(box, radius, radius)
        painter.fillPath(outside.subtracted(inside), theme.colour(self._behind))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
