"""The table of packages, bills, payments and customers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from desktop_app.ui.theme import SEMIBOLD, ColourName, Theme
from desktop_app.ui.widgets.paint import LEFT, RIGHT, start, text
from desktop_app.ui.widgets.scroll_bar import OverlayBar
from desktop_app.ui.widgets.table_delegate import END, PAD, RowDelegate
from desktop_app.ui.widgets.table_model import ROW_ID, Column, Row, RowModel

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Header(QHeaderView):
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
        return QSize(super().sizeHint().width(), 33 if self._theme.compact else 37)

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


class _Edge(QWidget):
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
        behind: ColourName = "bg",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """With `fit` the table is not higher than its rows; `label` is for screen readers."""
        super().__init__(parent)
        self._theme = theme
        self._fit = fit
        self._rows = RowModel(columns, digits=digits, parent=self)
        self._delegate = RowDelegate(theme, self._rows, self, self)
        self._delegate.selectable = selectable
        self._last = ""
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._set_up(selectable)
        self._edge = _Edge(theme, behind, self)
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

    def content_height(self) -> int:
        """Height that shows every row."""
        rows = sum(self.rowHeight(number) for number in range(self._rows.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def sizeHint(self) -> QSize:
        """Height of the rows."""
        return QSize(500, self.content_height())

    def minimumSizeHint(self) -> QSize:
        """Head and one row."""
        head = self.horizontalHeader().sizeHint().height()
        return QSize(300, min(self.content_height(), head + self._theme.metrics.row + 2))

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
        """Lay the columns out again."""
        super().resizeEvent(event)
        self._measure()
        self._edge.setGeometry(self.rect())
        head = self.horizontalHeader().height()
        self._bar.put(self.rect().adjusted(0, head, -1, 0))

    def _set_up(self, selectable: bool) -> None:
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(_Header(self._theme, self._rows, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.setShowGrid(False)
        # One pixel all around, over which the edge is drawn.
        self.setFrameShape(QFrame.Shape.Box)
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
        widths: list[int] = []
        stretch = -1
        for section in range(self._rows.columnCount()):
            column = self._rows.column(section)
            if column is not None and column.stretch:
                stretch = section
                widths.append(0)
                continue
            least = 0
            if column is not None:
                small = column.compact_width if self._theme.compact else None
                least = column.width if small is None else small
            natural = least if column and column.middle else self._delegate.natural_width(section)
            widths.append(max(least, natural))
        if stretch >= 0:
            widths[stretch] = max(120, self.viewport().width() - sum(widths))
        return widths

    def _measure(self) -> None:
        widths = self._widths()
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)
        for number in range(self._rows.rowCount()):
            self.setRowHeight(number, self._delegate.row_height(number, widths))
        if self._fit:
            self.setMaximumHeight(self.content_height())
        self.updateGeometry()

    def _restyle(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(colours)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._measure()
        self.updateGeometries()
        self.viewport().update()
        self._edge.raise_()
        self._edge.update()
