"""The table of packages, bills, payments and customers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QObject, QSize, Qt, QTimer, Signal
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
from desktop_app.ui.widgets.table_model import ROW_ID, Column, Row, RowModel
from desktop_app.ui.widgets.table_parts import TableEdge, TableHeader

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

_LOWEST = 36
"""Height of a row that still holds its key, where all rows fit then."""


def _narrowed(widths: list[int], least: list[int], room: int) -> list[int]:
    """Widths whose sum is not over ``room``, as far as the least ones allow it: the widest give."""
    made = list(widths)
    while sum(made) > room:
        spare = [(made[n], n) for n in range(len(made)) if made[n] > least[n]]
        if not spare:
            break
        _, widest = max(spare)
        made[widest] -= min(made[widest] - least[widest], sum(made) - room, 16)
    return made


class MoneyTable(QTableView):
    """Rows of which one is chosen, by mouse, arrow keys, Home, End or digit.

    `chosen` carries the id of the new row whenever the choice changes, by a person or by `choose`;
    `opened` is a double click or Enter. Enter is also passed on to the page. Other keys than those
    that move the choice are left to the page. `behind` is the colour around the table.
    """

    chosen = Signal(str)
    opened = Signal(str)

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
        self._fit = fit
        self._rows = RowModel(columns, digits=digits, parent=self)
        self._delegate = RowDelegate(theme, self._rows, self, self)
        self._delegate.selectable = selectable
        self._delegate.least = row_height
        self._last = ""
        self._held: set[int] = set()
        self._least = 0
        self._natural = 0
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._set_up(selectable)
        self._edge = TableEdge(theme, behind, self)
        self._ring = RingWatch(theme, self, theme.metrics.panel_radius)
        self._bar = OverlayBar(self)
        self._rows.dataChanged.connect(self._measure)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(lambda index: self._open(str(index.data(ROW_ID))))
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the choice is kept where its id is still there, otherwise none."""
        kept = self.current_id()
        self._rows.set_rows(rows)
        self._measure()
        self._last = kept
        if kept and not self.choose(kept):
            self._last = ""

    def update_row(self, row: Row) -> bool:
        """Replace the row with the same id in place."""
        return self._rows.update_row(row)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other titles; the choice is kept."""
        kept = self.current_id()
        self._rows.set_columns(columns)
        self._measure()
        if kept:
            self.choose(kept)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in order."""
        return self._rows.rows

    def current_id(self) -> str:
        """Id of the chosen row, empty if none."""
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

    def choose_none(self) -> None:
        """Choose nothing."""
        self.clearSelection()
        self.setCurrentIndex(self._rows.index(-1, -1))

    def set_row_widget(self, row_id: str, column: int, widget: QWidget) -> None:
        """Put a widget, such as a button, into a cell."""
        number = self._rows.row_number(row_id)
        self.setIndexWidget(self._rows.index(number, column), widget)
        self._held.add(column)
        widget.installEventFilter(self)
        self._measuring.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget in a cell has become wider, with its key."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measuring.start()
        return super().eventFilter(watched, event)

    def content_height(self) -> int:
        """Height that shows every row."""
        rows = sum(self.rowHeight(number) for number in range(self._rows.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def sizeHint(self) -> QSize:
        """Height of the rows."""
        return QSize(500, self._natural)

    def minimumSizeHint(self) -> QSize:
        """Head and one row."""
        head = self.horizontalHeader().sizeHint().height()
        width = max(200, self._least + 2)
        return QSize(width, min(self._natural, head + self._theme.metrics.row + 2))

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
        self._measure()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._edge.setGeometry(self.rect())
        head = self.horizontalHeader().height()
        self._bar.put(self.rect().adjusted(0, head, -1, 0))

    def _set_up(self, selectable: bool) -> None:
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        head = TableHeader(self._theme, self)
        head.setAccessibleName(self.accessibleName())
        self.setHorizontalHeader(head)
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
        self.setSizePolicy(free, QSizePolicy.Policy.Preferred if self._fit else free)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _open(self, row_id: str) -> None:
        if row_id:
            self.opened.emit(row_id)

    def _on_selection(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.viewport().update()
        now = self.current_id()
        if now and now != self._last:
            self._last = now
            self.chosen.emit(now)
        elif not now:
            self._last = ""

    def _widths(self) -> list[int]:
        """Natural widths, the wished ones where there is room, the rest for the stretched one."""
        natural: list[int] = []
        wished: list[int] = []
        stretch = -1
        held = self._widget_widths()
        for section in range(self._rows.columnCount()):
            column = self._rows.column(section)
            natural.append(max(self._delegate.natural_width(section), held.get(section, 0)))
            if column is None or not column.stretch:
                wished.append(max(natural[-1], self._wish(column)))
            else:
                stretch = section
                wished.append(natural[-1])
        room = self.viewport().width()
        widths = wished if sum(wished) <= room else natural
        least = [max(self._delegate.least_width(n), held.get(n, 0)) for n in range(len(widths))]
        self._least = sum(least)
        if sum(widths) > room:
            widths = _narrowed(widths, least, room)
        if stretch >= 0:
            widths[stretch] += max(0, room - sum(widths))
        return widths

    def _widget_widths(self) -> dict[int, int]:
        """Return the widest widget of each column that holds widgets."""
        found: dict[int, int] = {}
        for section in self._held:
            for number in range(self._rows.rowCount()):
                widget = self.indexWidget(self._rows.index(number, section))
                if widget is not None:
                    found[section] = max(found.get(section, 0), widget.sizeHint().width())
        return found

    def cut_text(self) -> str:
        """The title of a column that has too little room, or that is not whole in the table."""
        held, end = self._widget_widths(), 0
        for section in range(self._rows.columnCount()):
            column = self._rows.column(section)
            width = self.columnWidth(section)
            end += width
            least = max(self._delegate.least_width(section), held.get(section, 0))
            if width < least or end > self.viewport().width():
                return column.title or f"column {section}" if column else "digits"
        return ""

    def _wish(self, column: Column | None) -> int:
        if column is None:
            return 0
        compact = self._theme.compact and column.compact_width is not None
        return self._theme.scaled(column.compact_width or 0 if compact else column.width)

    def _measure(self) -> None:
        widths = self._widths()
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)
        for number in range(self._rows.rowCount()):
            self.setRowHeight(number, self._delegate.row_height(number, widths))
        self._natural = self.content_height()
        if self._fit:
            self.setMaximumHeight(self._natural)
            self._show_whole_rows()
        self.updateGeometry()

    def _show_whole_rows(self) -> None:
        """Adjust the row height so that the lower edge cuts no row where not all rows fit."""
        count, usual = self._rows.rowCount(), self._theme.metrics.row
        room = self.height() - self.horizontalHeader().sizeHint().height() - 2
        if self._natural <= self.height() or self._natural - count * usual > usual or room < usual:
            return
        heights = [self.rowHeight(number) for number in range(count)]
        if any(height != usual for height in heights):
            return
        lowest = self._theme.scaled(_LOWEST)
        height = room // count if count * lowest <= room else room // (room // usual)
        for number in range(count):
            self.setRowHeight(number, height)

    def _restyle(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.colour("border"))
        self.setPalette(colours)
        # Qt's style keeps what the viewport had when it was first shown.
        self.viewport().setPalette(colours)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._measure()
        self.updateGeometries()
        self.viewport().update()
        self._edge.raise_()
        self._edge.update()
