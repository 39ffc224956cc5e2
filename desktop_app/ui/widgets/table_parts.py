"""Head and edge of a table."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.theme import SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.paint import LEFT, RIGHT, start, text
from desktop_app.ui.widgets.table_delegate import END, PAD
from desktop_app.ui.widgets.table_model import RowModel


class TableHeader(QHeaderView):
    """Titles on a subtle ground."""

    def __init__(self, theme: Theme, model: RowModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._rows = theme, model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """Height of the design."""
        return QSize(
            super().sizeHint().width(), self._theme.scaled(33 if self._theme.compact else 37)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all titles and the line below them."""
        painter = start(QPainter(self.viewport()))
        theme = self._theme
        area = self.viewport().rect()
        painter.fillRect(area, theme.colour("subtle"))
        painter.fillRect(0, area.height() - 1, area.width(), 1, theme.colour("border"))
        font = theme.sized_font(11.5 if theme.nepali else 11.0, SEMIBOLD)
        for section in range(self.count()):
            column = self._rows.column(section)
            if column is None:
                continue
            left = 16 if section == 0 else PAD
            right = END if section == self.count() - 1 else PAD
            x, width = self.sectionViewportPosition(section), self.sectionSize(section)
            box = QRect(x + left, 0, width - left - right, area.height())
            align = RIGHT if column.right else LEFT
            text(painter, box, column.title, font, theme.colour("text2"), align)


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
