"""The tiles of providers: a list in two columns of large tiles, or in three of small ones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QListView, QSizePolicy

from desktop_app.ui.widgets.choice_list import AnyIndex, ChoiceItem, ChoiceList
from desktop_app.ui.widgets.scroll_bar import WIDTH, OverlayBar
from desktop_app.ui.widgets.tile_delegate import TileDelegate, TileItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from desktop_app.ui.theme import Theme

_HEADING = 34
_ROWS_SEEN = 3
"""Rows that a page makes room for; further ones are scrolled to."""


class TileList(ChoiceList):
    """Tiles of which one is chosen, whether the list has the keyboard or not.

    ``wants_menu`` carries the id of the tile whose menu is wanted, and where on the screen.
    """

    wants_menu = Signal(str, QPoint)

    def __init__(self, theme: Theme, label: str, *, name: str = "") -> None:
        self._boxes: list[QRect] = []
        self._cells: list[QSize] = []
        self._rows: list[list[int]] = []
        self._high = self._best_high = 0
        self._wanted = ""
        super().__init__(theme, label, radius=theme.metrics.panel_radius, name=name)
        self._tiles = TileDelegate(theme, self)
        self._bar = OverlayBar(self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.verticalScrollBar().valueChanged.connect(self._put_place)
        self.draw_with(self._tiles)

    # --- tiles ----------------------------------------------------------------------------

    def show_tiles(self, items: Sequence[TileItem], *, large: bool, low: bool = False) -> None:
        """Show these. The chosen one stays chosen where it stays, else it is the first."""
        chosen = self._wanted or self.current_id()
        self._tiles.large, self._tiles.low = large, low
        self._lay_out(items)
        self.show_items(items)
        if items:
            self.choose(max(0, self.number_of(chosen)))
            self._wanted = ""

    def choose(self, number: int) -> None:
        """Choose a tile; the keyboard stays where it is."""
        if 0 <= number < len(self.items):
            index = self.model().index(number, 0)
            self.setCurrentIndex(index)
            self._show_whole(number)

    def choose_id(self, item: str) -> None:
        """Choose a tile, which may come later."""
        if self.number_of(item) >= 0:
            self.choose(self.number_of(item))
        else:
            self._wanted = item

    # --- places ---------------------------------------------------------------------------

    @property
    def _columns(self) -> int:
        return 2 if self._tiles.large else 3

    def _height(self, items: Sequence[ChoiceItem]) -> int:
        metrics = self._theme.metrics
        if self._tiles.large:
            return metrics.tile_large
        if self._tiles.low:
            return max(self._theme.scaled(54 if self._theme.compact else 64), self._noted(items))
        if self._scrolls(items):
            return metrics.tile_small
        rows = max(1, -(-len(items) // self._columns))
        room = (self.viewport().height() + metrics.tile_gap) // rows - metrics.tile_gap
        return max(self._lowest(items), min(metrics.tile_small, room))

    def _best_height(self) -> int:
        return 0 if self._tiles.large or self._tiles.low else self._theme.metrics.tile_small

    def _lowest(self, items: Sequence[ChoiceItem]) -> int:
        """Return the height of small tiles in a low window."""
        return max(self._theme.scaled(66 if self._theme.compact else 80), self._noted(items))

    def _noted(self, items: Sequence[ChoiceItem]) -> int:
        """Return the height of a tile with a note of two lines, where there is one."""
        has_note = any(isinstance(item, TileItem) and item.note for item in items)
        return self._theme.scaled(80) if has_note else 0

    def _lay_out(self, items: Sequence[ChoiceItem]) -> None:
        """Give each tile its box, and the cell that makes Qt place it there."""
        gap, height = self._theme.metrics.tile_gap, self._height(items)
        width = max(60, self.viewport().width())
        self._boxes, self._cells, self._rows = [], [], []
        headings: dict[str, QRect] = {}
        top, heading = 0, self._theme.scaled(_HEADING)
        inner = width - (WIDTH + 4 if self._scrolls(items) else 0)
        tiles = [item for item in items if isinstance(item, TileItem)]
        for group, members in groupby(tiles, key=lambda item: item.group):
            row: list[int] = []
            above = heading if group else 0
            tiles_in = list(members)
            for at, item in enumerate(tiles_in):
                column = at % self._columns
                if column == 0 and at:
                    top, above, row = top + above + height + gap, 0, []
                if column == 0:
                    self._rows.append(row)
                if group and at == 0:
                    headings[item.id] = QRect(2, top, width, above)
                row.append(len(self._boxes))
                left = (inner + gap) * column // self._columns
                right = (inner + gap) * (column + 1) // self._columns - gap
                self._boxes.append(QRect(left, top + above, right - left, height))
                is_last = column == self._columns - 1 or at == len(tiles_in) - 1
                # Qt begins another row where one is full; a row as wide as the list is too wide.
                across = width - left - 2 if is_last else right + gap - left
                self._cells.append(QSize(across, above + height + gap))
            top += above + height + gap
        self._tiles.headings = headings
        self._high = max(0, top - gap)
        best = self._high + len(self._rows) * max(0, self._best_height() - height)
        for number in self._rows[-1] if self._rows else ():
            self._cells[number].setHeight(self._cells[number].height() - gap)
        self._best_high = best
        self.setMaximumHeight(max(1, best))

    def _scrolls(self, items: Sequence[ChoiceItem]) -> bool:
        """There are more tiles than a page makes room for."""
        return len(items) > _ROWS_SEEN * self._columns

    def item_size(self, number: int) -> QSize:
        """Size of the cell of a tile."""
        return self._cells[number] if number < len(self._cells) else QSize(1, 1)

    def box_of(self, index: AnyIndex) -> QRect:
        """Where a tile is drawn."""
        if not 0 <= index.row() < len(self._boxes):
            return QRect()
        return self._boxes[index.row()].translated(0, -self.verticalOffset())

    def refit(self) -> None:
        """The tiles have another size."""
        self._lay_out(self.items)
        super().refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share another width; the chosen tile stays in sight."""
        self._lay_out(self.items)
        super().resizeEvent(event)
        self._bar.put(self.rect())
        self._show_whole(self.currentIndex().row())

    def sizeHint(self) -> QSize:
        """Return the room in which all tiles are seen."""
        return QSize(self._theme.scaled(348 * 2 if self._tiles.large else 206 * 3), self._best_high)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first rows; names wrap in narrow tiles."""
        gap = self._theme.metrics.tile_gap
        width = self._columns * (self._theme.scaled(160) + gap) - gap
        rows = min(len(self._rows), _ROWS_SEEN)
        if self._tiles.large or not rows:
            return QSize(width, self._high)
        return QSize(width, rows * (self._lowest(self.items) + gap) - gap)

    def cut_text(self) -> str:
        """Words of a tile that have too little room."""
        tiles = zip(self._boxes, self.items, strict=True)
        return next(filter(None, (self._tiles.cut_text(box, item) for box, item in tiles)), "")

    def _show_whole(self, number: int) -> None:
        """Scroll until a tile is seen with the heading above it."""
        if not 0 <= number < len(self._boxes):
            return
        box, bar = self._boxes[number], self.verticalScrollBar()
        item = self.items[number]
        top = self._tiles.headings.get(item.id, box).top()
        if top < bar.value() or number < self._columns:
            bar.setValue(top if number >= self._columns else 0)
        elif box.bottom() >= bar.value() + self.viewport().height():
            bar.setValue(box.bottom() + 1 - self.viewport().height())

    # --- the keyboard and the mouse -------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tile to tile, in the way that the rows are seen."""
        if not self.move_by(event.key()):
            super().keyPressEvent(event)

    def move_by(self, key: int) -> bool:
        """Go to another tile by an arrow, Home or End; False for another key."""
        at, last = self.currentIndex().row(), len(self.items) - 1
        targets = {
            Qt.Key.Key_Left: max(0, at - 1),
            Qt.Key.Key_Right: min(last, at + 1),
            Qt.Key.Key_Up: self._across(at, -1),
            Qt.Key.Key_Down: self._across(at, 1),
            Qt.Key.Key_PageUp: self._across(at, -_ROWS_SEEN),
            Qt.Key.Key_PageDown: self._across(at, _ROWS_SEEN),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(key))
        if target is None or last < 0:
            return False
        self.focus(target)
        return True

    def _across(self, number: int, by: int) -> int:
        """The tile above or below; the last of a row that is shorter."""
        at = next((n for n, row in enumerate(self._rows) if number in row), 0)
        if not self._rows or number not in self._rows[at]:
            return 0
        row = self._rows[max(0, min(len(self._rows) - 1, at + by))]
        return row[min(self._rows[at].index(number), len(row) - 1)]

    def focus(self, number: int) -> None:
        """Choose a tile and give it the keyboard."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.choose(number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The chosen tile stays chosen: Next and Enter go on with it."""
        QListView.focusOutEvent(self, event)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the tile itself, not the room around it."""
        index = super().indexAt(point)
        return index if self.box_of(index).contains(point) else QModelIndex()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is that of the tile under the mouse, or of the one with the keyboard."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            where = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.box_of(index).center())
            )
            self.wants_menu.emit(self.items[index.row()].id, where)
