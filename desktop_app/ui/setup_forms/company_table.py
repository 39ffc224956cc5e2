"""Companies in a table: each with a box that is ticked if it is on, and one if it is pinned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.ui.theme import SEMIBOLD, TextRole
from desktop_app.ui.widgets import ChoiceItem, ItemLook, RingWatch
from desktop_app.ui.widgets.choice_items import ITEM_ROLE, AnyIndex, ItemModel
from desktop_app.ui.widgets.item_view import ItemsDelegate, is_press, set_up
from desktop_app.ui.widgets.monogram import monogram_fill, paint_monogram
from desktop_app.ui.widgets.paint import line_height, literal, rounded, text, text_width
from desktop_app.ui.widgets.scroll_bar import WIDTH, OverlayBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from desktop_app.ui.theme import Theme

_BOX, _TICK, _MARK, _GAP, _SIDE = 22, 16, 34, 12, 10
_ROWS_SEEN = 3
_MOVES = frozenset(
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown")
)


class CompanyColumn(IntEnum):
    """The columns. The last one is hidden where no company has a choice of endpoints."""

    ON = 0
    PINNED = 1
    ENDPOINT = 2


@dataclass(frozen=True, slots=True)
class CompanyRow(ChoiceItem):
    """A company as the table shows it; ``pin`` is the text of its second box, and ``endpoint`` that
    of the endpoint in use, for a company with several.
    """

    letters: str
    second: str
    is_on: bool
    is_pinned: bool = False
    pin: str = ""
    endpoint: str = ""

    @property
    def slug(self) -> str:
        """Return the company's id."""
        return self.id

    @property
    def name(self) -> str:
        """Return the company's name."""
        return self.words

    def text(self, column: int) -> str:
        """Return what stands in a column."""
        return (self.name, self.pin, self.endpoint)[column]

    def tick(self, column: int) -> bool | None:
        """Tell whether a box is ticked; None where there is no box."""
        return (self.is_on, self.is_pinned, None)[column]


class _Rows(ItemModel):
    """Companies with the texts and ticks of their cells."""

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the tick or the tooltip of a cell, or the company."""
        row = super().data(index, ITEM_ROLE)
        if not isinstance(row, CompanyRow):
            return None
        is_first = index.column() == CompanyColumn.ON
        words = row.text(index.column())
        ticked = row.tick(index.column())
        box = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: words,
            Qt.ItemDataRole.AccessibleTextRole: (
                row.spoken if is_first or not words else f"{row.name}, {words}"
            ),
            Qt.ItemDataRole.CheckStateRole: None if ticked is None else box,
            Qt.ItemDataRole.ToolTipRole: literal(f"{row.name}\n{row.second}") if is_first else None,
            ITEM_ROLE: row,
        }
        return found.get(role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Each cell is a box to tick."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable


class _Delegate(ItemsDelegate):
    """Draws a company with its box, and the box of the pin."""

    def __init__(self, theme: Theme, view: CompanyTable) -> None:
        super().__init__(theme, view)
        self._view = view

    def draw_item(
        self, painter: QPainter, area: QRect, index: AnyIndex, item: ChoiceItem, look: ItemLook
    ) -> None:
        """Draw one cell."""
        if not isinstance(item, CompanyRow):
            return
        theme = self.theme
        self._paint_ground(painter, area, index, hovered=look.hovered)
        left = area.left() + _SIDE
        ticked = item.tick(index.column())
        if ticked is not None:
            self._paint_box(painter, left, area.center().y(), ticked=ticked)
        elif item.endpoint:
            self._paint_choice(painter, left, area.center().y())
        left += _BOX + _GAP
        inner = QRect(left, area.top(), area.right() - _SIDE - left, area.height())
        if index.column() == CompanyColumn.ON:
            self._paint_company(painter, inner, item)
        else:
            words = item.text(index.column())
            text(painter, inner, words, theme.font(TextRole.BODY), theme.colour("text"))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The width of a choice; the table gives the company the rest."""
        words = str(index.data() or "")
        width = text_width(words, self.theme.font(TextRole.BODY))
        return QSize(_SIDE + _BOX + _GAP + width + 2 * _SIDE + WIDTH, self._view.row_height())

    def _paint_ground(
        self, painter: QPainter, area: QRect, index: AnyIndex, *, hovered: bool
    ) -> None:
        theme = self.theme
        current = self._view.currentIndex()
        has_focus = self._view.hasFocus()
        if (has_focus or self._view.marks_current) and index.row() == current.row():
            painter.fillRect(area, theme.colour("accentsoft"))
            if has_focus and index.column() == current.column():
                bar = WIDTH if index.column() != CompanyColumn.ON else 0
                edge = area.adjusted(1, 1, -1 - bar, -2)
                rounded(painter, edge, 7, None, theme.colour("accent"), 2)
        elif hovered:
            painter.fillRect(area, theme.colour("subtle"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("border"))

    def _paint_box(self, painter: QPainter, left: int, middle: int, *, ticked: bool) -> None:
        theme = self.theme
        box = QRect(left, middle - _BOX // 2, _BOX, _BOX)
        if not ticked:
            rounded(painter, box, 6, theme.colour("surface"), theme.colour("control"), 2)
            return
        rounded(painter, box, 6, theme.colour("accent"))
        inset = (_BOX - _TICK) // 2
        tick = theme.icon("check", "onaccent", _TICK, self._view)
        painter.drawPixmap(left + inset, box.top() + inset, tick)

    def _paint_choice(self, painter: QPainter, left: int, middle: int) -> None:
        """Draw the arrow of a menu."""
        arrow = self.theme.icon("chevron-down", "text2", _TICK, self._view)
        painter.drawPixmap(left + (_BOX - _TICK) // 2, middle - _TICK // 2, arrow)

    def _paint_company(self, painter: QPainter, area: QRect, row: CompanyRow) -> None:
        theme = self.theme
        mark = QRect(area.left(), area.center().y() - _MARK // 2, _MARK, _MARK)
        paint_monogram(painter, theme, mark, row.letters, monogram_fill(row.slug))
        area.setLeft(mark.right() + 1 + _GAP)
        strong, small = theme.sized_font(12.0, SEMIBOLD), theme.sized_font(10.75)
        name, second = (
            QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            for words, font in ((row.name, strong), (row.second, small))
        )
        step = line_height(row.name, strong)
        below = line_height(row.second, small) if row.second else 0
        top = area.top() + (area.height() - step - below) // 2
        ink = theme.colour("text")
        text(painter, QRect(area.left(), top, area.width(), step), name, strong, ink)
        under = QRect(area.left(), top + step, area.width(), below)
        text(painter, under, second, small, theme.colour("text2"))


class CompanyTable(QTableView):
    """Arrows go from box to box; Space, or a click anywhere in a cell, ticks it.

    ``ticked`` carries the slug, the column and the new state. Other keys are left to the page.
    """

    ticked = Signal(str, int, bool)
    endpoint_wanted = Signal(str, QPoint)
    """The endpoint of a company is to be chosen; the point is where on the screen."""

    def __init__(self, theme: Theme, label: str, *, pins: bool, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.marks_current = False
        """Without the keyboard, too: Enter in the field above takes the current one, or took it."""
        self._rows = _Rows(self, len(CompanyColumn) if pins else 1)
        self.setObjectName(name)
        self.setAccessibleName(label)
        set_up(self, self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        header = self.horizontalHeader()
        header.setSectionResizeMode(CompanyColumn.ON, QHeaderView.ResizeMode.Stretch)
        if pins:
            mode = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(CompanyColumn.PINNED, mode)
            header.setSectionResizeMode(CompanyColumn.ENDPOINT, mode)
        self._bar = OverlayBar(self)
        self._ring = RingWatch(theme, self, 7)
        self._measured: tuple[CompanyRow, ...] = ()
        self.clicked.connect(self._tick)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, rows: Sequence[CompanyRow]) -> None:
        """Show these; the keyboard stays with the company where it was, else it is at the first."""
        before = self.current_slug()
        column = max(0, self.currentIndex().column())
        self._rows.show(rows)
        self.go_to(max(0, self._rows.number_of(before)), column)
        if self._rows.columnCount() > CompanyColumn.ENDPOINT:
            has_choice = any(row.endpoint for row in rows)
            self.setColumnHidden(CompanyColumn.ENDPOINT, not has_choice)
        # A tick changes no width, and to measure all companies takes longer than all the rest.
        shapes = tuple(replace(row, is_on=False) for row in rows)
        if shapes != self._measured:
            self._measured = shapes
            self.resizeColumnsToContents()

    @property
    def rows(self) -> tuple[CompanyRow, ...]:
        """The companies that are shown, in order."""
        return tuple(row for row in self._rows.items if isinstance(row, CompanyRow))

    def current_slug(self) -> str:
        """The company with the keyboard; empty if there is none."""
        row = self.current_row()
        return row.slug if row is not None else ""

    def current_row(self) -> CompanyRow | None:
        """The company with the keyboard; None if there is none."""
        at = self.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def see(self, slug: str) -> None:
        """Choose a company, if it is shown, and see it with those beside it."""
        number = self._rows.number_of(slug)
        if number >= 0:
            self.go_to(number)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def go_to(self, row: int, column: int = CompanyColumn.ON) -> None:
        """Choose a cell and see it."""
        self.setCurrentIndex(self._rows.index(row, column))

    def tick_current(self) -> None:
        """Tick the box with the keyboard, or take its tick away."""
        self._tick(self.currentIndex())

    def row_height(self) -> int:
        """Return the height of a company."""
        return self._theme.metrics.row_two_lines

    def sizeHint(self) -> QSize:
        """Return the room for all companies."""
        return QSize(420, len(self.rows) * self.row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first ones."""
        return QSize(240, min(_ROWS_SEEN, max(1, len(self.rows))) * self.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, tick, or leave the key to the page."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            if is_press(event):
                self.tick_current()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.rows) - 1)
        elif key in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the field above."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the edge, and what is marked stays in sight."""
        super().resizeEvent(event)
        if self.marks_current or self.hasFocus():
            self.scrollTo(self.currentIndex())
        self._bar.put(self.rect())

    def _tick(self, index: AnyIndex) -> None:
        if not index.isValid() or index.row() >= len(self.rows):
            return
        row = self.rows[index.row()]
        ticked = row.tick(index.column())
        if ticked is not None:
            self.ticked.emit(row.slug, index.column(), not ticked)
        elif row.endpoint:
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.endpoint_wanted.emit(row.slug, below)

    def _restyle(self) -> None:
        self._measured = ()
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self.updateGeometry()
