"""Heights of the rows of a table, which follow from the widths of its columns."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QTableView

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.table_delegate import RowDelegate
    from desktop_app.ui.widgets.table_header import TableHeader
    from desktop_app.ui.widgets.table_model import Row, RowModel

_LOWEST = 36
"""Height of a row that still holds its key, where all rows fit then."""


class RowHeights(QObject):
    """Lays the columns out and gives each row what its text needs.

    With ``fit`` the table is no higher than its rows. ``natural`` is the height that shows all.
    """

    def __init__(
        self,
        theme: Theme,
        rows: RowModel,
        delegate: RowDelegate,
        head: TableHeader,
        table: QTableView,
        *,
        fit: bool,
    ) -> None:
        super().__init__(table)
        self._theme, self._rows, self._delegate = theme, rows, delegate
        self._head, self._table, self._fit = head, table, fit
        self.natural = 0
        self._laid_out: tuple[tuple[Row, ...], list[int]] = ((), [])
        """The rows, and the widths of the columns, that the heights are of."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.measure)
        head.widgets_changed.connect(self._soon.start)
        rows.dataChanged.connect(self.measure)
        # Qt's view gives all rows the same height then.
        rows.modelReset.connect(self._measure_anew)
        theme.changed.connect(self._measure_anew)

    def measure(self) -> None:
        """Lay out all columns and rows; a chosen row that is seen stays in sight."""
        chosen = self._table.currentIndex()
        is_seen = self._table.visualRect(chosen).intersects(self._table.viewport().rect())
        with self._at_once():
            widths = self._head.fit()
            now = (self._rows.rows, widths)
            if self._fit or now[0] is not self._laid_out[0] or now[1] != self._laid_out[1]:
                self._laid_out = now
                narrow = self._delegate.narrow_sections(widths)
                for number in range(self._rows.rowCount()):
                    height = self._delegate.row_height(number, widths, narrow)
                    self._table.setRowHeight(number, height)
            self.natural = self.content()
            if self._fit:
                self._table.setMaximumHeight(self.natural)
                self._show_whole_rows()
        self._table.updateGeometry()
        if is_seen:
            self._table.scrollTo(chosen)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """The view takes all sizes together, in this turn of the event loop.

        Qt's view takes those that its heads tell one by one in the next turn, and paints all rows
        again then.
        """
        table = self._table
        with QSignalBlocker(table.horizontalHeader()), QSignalBlocker(table.verticalHeader()):
            yield
        table.updateGeometries()
        table.viewport().update()

    def _measure_anew(self) -> None:
        self._laid_out = ((), [])

    def measure_new(self, first: int) -> None:
        """Lay out the rows from this one on, in the columns as wide as they are."""
        widths = [self._head.sectionSize(n) for n in range(self._rows.columnCount())]
        with self._at_once():
            for number in range(first, self._rows.rowCount()):
                self._table.setRowHeight(number, self._delegate.row_height(number, widths))

    def content(self) -> int:
        """Height that shows every row as it is laid out now."""
        rows = sum(self._table.rowHeight(number) for number in range(self._rows.rowCount()))
        return self._head.sizeHint().height() + rows + 2

    def _show_whole_rows(self) -> None:
        """Adjust the row height so that the lower edge cuts no row where not all rows fit."""
        count, usual = self._rows.rowCount(), self._theme.metrics.row
        shown = self._table.height()
        room = shown - self._head.sizeHint().height() - 2
        if self.natural <= shown or self.natural - count * usual > usual or room < usual:
            return
        heights = [self._table.rowHeight(number) for number in range(count)]
        if any(height != usual for height in heights):
            return
        lowest = self._theme.scaled(_LOWEST)
        height = room // count if count * lowest <= room else room // (room // usual)
        for number in range(count):
            self._table.setRowHeight(number, height)
