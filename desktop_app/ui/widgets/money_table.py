"""The table of packages, bills, payments and customers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QTableView,
    QWidget,
)

from desktop_app.core.typed_text import latin_digits
from desktop_app.ui.theme import ColourName, Theme
from desktop_app.ui.widgets.ring import RingWatch
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.table_delegate import RowDelegate
from desktop_app.ui.widgets.table_edge import TableEdge
from desktop_app.ui.widgets.table_header import TableHeader
from desktop_app.ui.widgets.table_heights import RowHeights
from desktop_app.ui.widgets.table_model import ROW_ID, Column, Row, RowModel
from desktop_app.ui.widgets.viewport import give_viewport

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MoneyTable(QTableView):
    """Rows of which one is chosen, by mouse, arrow keys, Home, End or digit.

    `chosen` carries the id of the new row whenever the choice changes, by a person or by `choose`;
    `opened` is a double click or Enter. Enter is also passed on to the page. Other keys than those
    that move the choice are left to the page. `behind` is the colour around the table.
    """

    chosen = Signal(str)
    opened = Signal(str)
    near_end = Signal()
    """There are few rows below those that are seen."""

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column],
        label: str,
        *,
        digits: bool = False,
        selectable: bool = True,
        fit: bool = False,
        row_height: int = 0,
        behind: ColourName = "bg",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Limit the height to the rows with `fit`; `row_height` is the minimum of a row.

        `label` is what a screen reader says.
        """
        super().__init__(parent)
        self._theme = theme
        self._rows = RowModel(columns, digits=digits, parent=self)
        self._delegate = RowDelegate(theme, self._rows, self, self)
        self._delegate.selectable = selectable
        self._delegate.least = row_height
        self._last = ""
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._head = TableHeader(theme, self._rows, self._delegate, self)
        self._heights = RowHeights(theme, self._rows, self._delegate, self._head, self, fit=fit)
        self._set_up(selectable, fit=fit)
        self._edge = TableEdge(theme, behind, self)
        self._ring = RingWatch(theme, self, theme.metrics.panel_radius)
        self._bar = OverlayBar(self)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(lambda index: self._open(str(index.data(ROW_ID))))
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the choice is kept where its id is still there, otherwise none."""
        kept = self.current_id()
        self._rows.set_rows(rows)
        self._heights.measure()
        self._last = kept
        if kept and not self.choose(kept):
            self._last = ""

    def append_rows(self, rows: Sequence[Row]) -> None:
        """Show these below the others, in the columns as wide as they are."""
        if not rows:
            return
        first = self._rows.rowCount()
        self._rows.append_rows(rows)
        self._heights.measure_new(first)

    def update_row(self, row: Row) -> bool:
        """Replace the row with the same id in place."""
        return self._rows.update_row(row)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other titles; the choice is kept."""
        kept = self.current_id()
        self._rows.set_columns(columns)
        self._heights.measure()
        if kept:
            self.choose(kept)

    def show_content(self, columns: Sequence[Column], rows: Sequence[Row], chosen: str) -> None:
        """Show something else from its top on; nothing is told of the row that is chosen.

        A new table would take several times as long.
        """
        self._hover(-1)
        with QSignalBlocker(self):
            self.clearSelection()
            self._rows.set_content(columns, rows)
            self._heights.measure()
            self.scrollToTop()
            self.choose(chosen)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in order."""
        return self._rows.rows

    def current_id(self) -> str:
        """Return the id of the chosen row, empty if none."""
        picked = self.selectionModel().selectedRows()
        return str(picked[0].data(ROW_ID)) if picked else ""

    def choose(self, row_id: str) -> bool:
        """Choose a row; False if there is none."""
        number = self._rows.row_number(row_id)
        if number < 0 or self._rows.rows[number].total:
            return False
        self.setCurrentIndex(self._rows.index(number, 0))
        self.selectRow(number)
        self.scrollTo(self._rows.index(number, 0))
        return True

    def choose_digit(self, digit: str) -> bool:
        """Choose the row with this digit; False if there is none."""
        digit = latin_digits(digit)
        found = next((row.id for row in self._rows.rows if digit and row.digit == digit), "")
        return bool(found) and self.choose(found)

    def set_row_widget(self, row_id: str, column: int, widget: QWidget) -> None:
        """Put a widget, such as a button, into a cell."""
        number = self._rows.row_number(row_id)
        self.setIndexWidget(self._rows.index(number, column), widget)
        self._head.watch_widget(column, widget)

    def content_height(self) -> int:
        """Height that shows every row."""
        return self._heights.content()

    def sizeHint(self) -> QSize:
        """Height of the rows."""
        return QSize(500, self._heights.natural)

    def minimumSizeHint(self) -> QSize:
        """Return the room for head and one row."""
        head = self._head.sizeHint().height()
        width = max(200, self._head.least + 2)
        return QSize(width, min(self._heights.natural, head + self._theme.metrics.row + 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice; leave all other keys to the page."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._open(self.current_id())
            event.ignore()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            ids = [row.id for row in self._rows.rows if not row.total]
            if ids:
                self.choose(ids[0 if key == Qt.Key.Key_Home else -1])
        elif key in _MOVES:
            super().keyPressEvent(event)
        elif not self.choose_digit(event.text()):
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Typing does not search: letters and digits belong to the page."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is lit when the mouse has left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the columns out again; the chosen row stays in sight."""
        super().resizeEvent(event)
        self._heights.measure()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._edge.setGeometry(self.rect())
        self._bar.put(self.rect().adjusted(0, self._head.height(), -1, 0))

    def _set_up(self, selectable: bool, *, fit: bool) -> None:
        give_viewport(self, fills_background=True)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._head.setAccessibleName(self.accessibleName())
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.setShowGrid(False)
        # One pixel all around, over which the edge is drawn.
        self.setFrameShape(QFrame.Shape.Box)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self.setLineWidth(1)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        single = QAbstractItemView.SelectionMode.SingleSelection
        none = QAbstractItemView.SelectionMode.NoSelection
        self.setSelectionMode(single if selectable else none)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if selectable else Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        free = QSizePolicy.Policy.Expanding
        self.setSizePolicy(free, QSizePolicy.Policy.Preferred if fit else free)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _open(self, row_id: str) -> None:
        if row_id:
            self.opened.emit(row_id)

    def _look_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value >= bar.maximum() - 2 * bar.pageStep():
            self.near_end.emit()

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.viewport().update()
        now = self.current_id()
        if now and now != self._last:
            self._last = now
            self.chosen.emit(now)
        elif not now:
            self._last = ""

    def _restyle(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.colour("border"))
        self.setPalette(colours)
        # Qt's style keeps what the viewport had when it was first shown.
        self.viewport().setPalette(colours)
        self._head.setFixedHeight(self._head.sizeHint().height())
        self._heights.measure()
        self.updateGeometries()
        self.viewport().update()
        self._edge.raise_()
        self._edge.update()
