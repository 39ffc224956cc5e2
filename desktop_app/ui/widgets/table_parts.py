"""Head and edge of a table."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.theme import SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.paint import start


class TableHeader(QHeaderView):
    """Titles on a subtle ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(
            super().sizeHint().width(), self._theme.scaled(33 if self._theme.compact else 37)
        )

    def _restyle(self) -> None:
        theme = self._theme
        self.setFont(theme.sized_font(11.5 if theme.nepali else 11.0, SEMIBOLD))


class TableEdge(QWidget):
    """Round corners and the thin edge, drawn over everything inside the table."""

    def __init__(self, theme: Theme, behind: ColourName, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._behind: ColourName = behind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cover the corners, then draw the edge."""
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
