"""The tiles of providers: a list in two columns of large tiles, or in three of small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QListView, QSizePolicy

from desktop_app.ui.widgets.choice_list import ChoiceList
from desktop_app.ui.widgets.scroll_bar import WIDTH, OverlayBar
from desktop_app.ui.widgets.tile_delegate import TileDelegate, TileItem
from desktop_app.ui.widgets.tile_layout import ROWS_SEEN, TileLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.choice_items import AnyIndex, ChoiceItem


class TileList(ChoiceList):
    """Tiles of which one is chosen, whether the list has the keyboard or not.

    ``wants_menu`` carries the id of the tile whose menu is wanted, and where on the screen.
    """

    wants_menu = Signal(str, QPoint)

    def __init__(self, theme: Theme, label: str, *, name: str = "") -> None:
        self._layout = TileLayout(theme)
        self._wanted = ""
        super().__init__(theme, label, radius=theme.metrics.panel_radius, name=name)
        self._tiles = TileDelegate(theme, self)
        self._bar = OverlayBar(self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.draw_with(self._tiles)
        self._lay_out(())

    # --- tiles ----------------------------------------------------------------------------

    def show_tiles(self, items: Sequence[TileItem], *, large: bool, low: bool = False) -> None:
        """Show these. The chosen one stays chosen where it stays, else it is the first."""
        chosen = self._wanted or self.current_id()
        look = large, low
        if tuple(items) != self.items or look != (self._tiles.large, self._tiles.low):
            self._tiles.large, self._tiles.low = look
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

    def _lay_out(self, items: Sequence[ChoiceItem]) -> None:
        self._layout.large, self._layout.low = self._tiles.large, self._tiles.low
        self._layout.put(items, self.viewport().size(), WIDTH + 4)
        self._tiles.headings = self._layout.headings
        self.setMaximumHeight(max(1, self._layout.best_high))

    def item_size(self, number: int) -> QSize:
        """Return the size of the cell of a tile."""
        return self._layout.cells[number] if number < len(self._layout.cells) else QSize(1, 1)

    def box_of(self, index: AnyIndex) -> QRect:
        """Where a tile is drawn."""
        if not 0 <= index.row() < len(self._layout.boxes):
            return QRect()
        return self._layout.boxes[index.row()].translated(0, -self.verticalOffset())

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
        return QSize(
            self._theme.scaled(348 * 2 if self._tiles.large else 206 * 3), self._layout.best_high
        )

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first rows; further ones are scrolled to."""
        return self._layout.least_size()

    def cut_text(self) -> str:
        """Words of a tile that have too little room."""
        tiles = zip(self._layout.boxes, self.items, strict=True)
        return next(filter(None, (self._tiles.cut_text(box, item) for box, item in tiles)), "")

    def _show_whole(self, number: int) -> None:
        """Scroll until a tile is seen with the heading above it."""
        if not 0 <= number < len(self._layout.boxes):
            return
        box, bar = self._layout.boxes[number], self.verticalScrollBar()
        item = self.items[number]
        top = self._layout.headings.get(item.id, box).top()
        if top < bar.value() or number < self._layout.columns:
            bar.setValue(top if number >= self._layout.columns else 0)
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
            Qt.Key.Key_Up: self._layout.across(at, -1),
            Qt.Key.Key_Down: self._layout.across(at, 1),
            Qt.Key.Key_PageUp: self._layout.across(at, -ROWS_SEEN),
            Qt.Key.Key_PageDown: self._layout.across(at, ROWS_SEEN),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        target = targets.get(Qt.Key(key))
        if target is None or last < 0:
            return False
        self.focus(target)
        return True

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
