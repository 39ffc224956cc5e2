"""A table with a strip below its rows, inside the same edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollBar, QToolTip, QWidget

from desktop_app.ui.widgets import Cell, Column, MoneyTable
from desktop_app.ui.widgets.paint import literal, start
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.table_model import CELL_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme


class Foot(QScrollBar):
    """Holds the strip, where Qt puts the horizontal scroll bar, which the table never needs: so the
    rows end above it and scroll as they should.
    """

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 1, 20, 0)
        self._row.setSpacing(12 if theme.compact else 18)
        self._row.addStretch(1)
        theme.changed.connect(self.update)

    def add_left(self, widget: QWidget) -> None:
        """Add on the left."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def add_right(self, widget: QWidget) -> None:
        """Add on the right; call it after ``add_left``."""
        self._row.addWidget(widget)

    def event(self, event: QEvent) -> bool:
        """Copy its texts to the table's description: a screen reader finds none in a scroll bar."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            said = [label.text() for label in self.findChildren(QLabel) if label.isVisible()]
            self._table.setAccessibleDescription(" ".join(words for words in said if words))
        return done

    def sizeHint(self) -> QSize:
        """Return the height of the design."""
        return QSize(100, self._theme.scaled(34 if self._theme.compact else 40))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the line above it, and its part of the table's rounded edge.

        The style sheet of a scroll bar has a groove and a handle, but no edge of what it lies in.
        """
        theme = self._theme
        painter = start(QPainter(self))
        painter.fillRect(self.rect(), theme.colour("subtle"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))
        box = QRectF(self._table.rect()).translated(-self.mapTo(self._table, QPointF(0, 0)))
        radius = theme.metrics.panel_radius
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(box)
        inside.addRoundedRect(box, radius, radius)
        painter.fillPath(outside.subtracted(inside), theme.colour("bg"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the event: there is nothing to scroll."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the event: there is nothing to scroll."""


class FootedTable(MoneyTable):
    """A table whose ``foot`` stays while the rows scroll."""

    def __init__(self, theme: Theme, columns: Sequence[Column], label: str, *, name: str) -> None:
        super().__init__(theme, columns, label, name=name)
        self.foot = Foot(theme, self)
        self.setHorizontalScrollBar(self.foot)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a tooltip with the whole text of a cell that is shortened."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.indexAt(event.pos()).data(CELL_ROLE)
            if isinstance(cell, Cell) and cell.second:
                tip = literal(f"{cell.text}\n{cell.second}")
                QToolTip.showText(event.globalPos(), tip, self.viewport())
                return True
        return super().viewportEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the room for head, one row and the foot."""
        least = super().minimumSizeHint()
        return QSize(least.width(), least.height() + self.foot.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The scroll bar ends above the foot."""
        super().resizeEvent(event)
        bar = self.findChild(OverlayBar)
        if bar is not None:
            head = self.horizontalHeader().height()
            bar.put(self.rect().adjusted(0, head, -1, -self.foot.sizeHint().height()))
