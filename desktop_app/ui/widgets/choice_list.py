"""A list to choose from with arrows, Home, End and Enter, or with the mouse; one Tab stop for all.

Qt tells a screen reader that it is a list, what its items say, and which of them is chosen. Only
what stands in an item is drawn by a delegate of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.widgets.choice_items import (
    ITEM_ROLE,
    AnyIndex,
    ChoiceItem,
    ItemLook,
    ItemModel,
)
from desktop_app.ui.widgets.item_choice import ItemChoice
from desktop_app.ui.widgets.item_place import ItemPlace
from desktop_app.ui.widgets.item_view import PRESSING, ItemsDelegate, is_press, set_up
from desktop_app.ui.widgets.ring import RingKind, RingWatch
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent

    from desktop_app.ui.theme import Theme

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class ItemDelegate(ItemsDelegate):
    """Draws items of a list; ``draw`` and ``cut_text`` are the list's own."""

    def __init__(self, theme: Theme, view: ChoiceList) -> None:
        super().__init__(theme, view)
        self.view = view

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw an item in its box."""
        raise NotImplementedError

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """Those words of the item that have too little room, and are nowhere else."""
        return ""

    def tip(self, box: QRect, item: ChoiceItem) -> str:
        """The tooltip of an item: what is shortened in it."""
        return ""

    def tip_at(self, index: AnyIndex) -> str:
        """Return the tooltip of the item at an index."""
        item = index.data(ITEM_ROLE)
        return self.tip(self.view.box_of(index), item) if isinstance(item, ChoiceItem) else ""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return what the list gives to this item."""
        return self.view.item_size(index.row())

    def draw_item(
        self, painter: QPainter, area: QRect, index: AnyIndex, item: ChoiceItem, look: ItemLook
    ) -> None:
        """Draw one item, and the line below it."""
        box = self.view.box_of(index)
        self.draw(painter, box, item, look)
        if self.view.lined and index.row() < index.model().rowCount() - 1:
            line = QRect(box.left(), box.bottom() + 1, box.width(), self.view.gap)
            painter.fillRect(line, self.theme.colour("border"))


def _stacked(count: int, height: int, gap: int) -> int:
    """Return the height of so many items one above the other."""
    return count * height + max(0, count - 1) * gap


class ChoiceList(QListView):
    """Items of which one is pressed: ``picked`` carries its id.

    Arrows, Home and End move the keyboard and press nothing. With ``marks`` the list marks the item
    that ``mark`` names, whatever the keyboard passes; else the item with the keyboard is the chosen
    one. Items share the height, each from ``least`` to ``best``, with ``gap`` between them,
    which is a line if the list is ``lined``.
    """

    picked = Signal(str)
    pointed = Signal(str)
    """The id of the item that the keyboard has come to."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *,
        marks: bool = False,
        lined: bool = False,
        searched: bool = False,
        radius: int = 8,
        ring: RingKind = RingKind.CONTROL,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """With ``searched``, letters lead to the item that begins with them; else they are left to
        the page.
        """
        super().__init__(parent)
        self._theme, self._searched = theme, searched
        self.lined = lined
        self.gap, self.side = (1 if lined else 0), 0
        self._least = self._best = 0
        self._items = ItemModel(self)
        self._choice = ItemChoice(self, self._items, marks=marks)
        self._delegate: ItemDelegate | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._place = ItemPlace(self, lambda: self.box_of(self.currentIndex()))
        set_up(self, self._items)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._ring = RingWatch(theme, self._place, radius, ring, focus=self)
        self.clicked.connect(self._pick)
        theme.changed.connect(self.refit)

    def draw_with(self, delegate: ItemDelegate) -> None:
        """Let this delegate draw the items."""
        self._delegate = delegate
        self._items.tip = delegate.tip_at
        self.setItemDelegate(delegate)

    # --- items ----------------------------------------------------------------------------

    @property
    def items(self) -> tuple[ChoiceItem, ...]:
        """The items in order."""
        return self._items.items

    def show_items(self, items: Sequence[ChoiceItem]) -> None:
        """Show other items; what is marked, and where the keyboard is, stays where its id stays."""
        chosen, at = self.marked(), self.current_id()
        self._items.show(items)
        self.mark(chosen)
        self._choice.go_to(at)
        self._choice.stand_somewhere()
        self.refit()

    def mark(self, item: str) -> None:
        """Mark an item as the one that is in force; none, if there is none with this id."""
        if self._choice.marks:
            self._choice.choose(item)

    def marked(self) -> str:
        """Id of the marked item, empty if none."""
        return self._choice.chosen()

    @property
    def marks(self) -> bool:
        """True if it marks an item whatever the keyboard passes."""
        return self._choice.marks

    def number_of(self, item: str) -> int:
        """The place of the item with this id; -1 if there is none."""
        return self._items.number_of(item)

    def current_id(self) -> str:
        """Id of the item that has the keyboard, or gets it next; empty if none."""
        index = self.currentIndex()
        return self.items[index.row()].id if index.isValid() else ""

    def point_at(self, number: int) -> None:
        """Take the keyboard to an item."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._items.index(number, 0))

    # --- size -----------------------------------------------------------------------------

    def set_heights(self, least: int, best: int, *, gap: int | None = None, side: int = 0) -> None:
        """Set the height of an item, and the room between and beside the items."""
        self._least, self._best, self.side = least, best, side
        self.gap = self.gap if gap is None else gap
        self.refit()

    def refit(self) -> None:
        """The items have another size."""
        self.updateGeometry()
        self.doItemsLayout()
        self._place.follow()

    def item_size(self, number: int) -> QSize:
        """Size of an item and of the gap below it: the height is shared evenly."""
        count = len(self.items)
        last = number == count - 1
        room = max(0, self.viewport().height() - self.gap * (count - 1))
        height = room * (number + 1) // count - room * number // count if count else 0
        height = max(self._least, min(self._best, height))
        return QSize(self.viewport().width(), height + (0 if last else self.gap))

    def box_of(self, index: AnyIndex) -> QRect:
        """Where an item is drawn: without the room beside and below it."""
        if not index.isValid():
            return QRect()
        box = self.visualRect(index)
        below = 0 if index.row() == len(self.items) - 1 else self.gap
        return box.adjusted(self.side, 0, -self.side, -below)

    def sizeHint(self) -> QSize:
        """Return the room in which all items have their best height."""
        return QSize(200, _stacked(len(self.items), self._best, self.gap))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which all items are as low as they may be."""
        return QSize(60, _stacked(len(self.items), self._least, self.gap))

    def cut_text(self) -> str:
        """Words of an item that have too little room."""
        if self._delegate is None:
            return ""
        for number, item in enumerate(self.items):
            box = self.box_of(self._items.index(number, 0))
            if box.bottom() >= self.viewport().height() and self.verticalScrollBar().isHidden():
                return item.words
            cut = self._delegate.cut_text(box, item)
            if cut:
                return cut
        return ""

    # --- the keyboard and the mouse -------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press the item, once for each press of the key; what moves, moves."""
        key = Qt.Key(event.key())
        if key in PRESSING:
            if is_press(event):
                self._pick(self.currentIndex())
        elif key in _MOVES or (self._searched and event.text().strip()):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def selectionCommand(
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Return that nothing is marked by passing over it, where the list marks by itself."""
        return self._choice.by_passing

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The keyboard goes to another item."""
        super().currentChanged(current, previous)
        self._place.follow()
        if current.isValid() and self.hasFocus():
            bring_into_view(self._place)
            self.pointed.emit(self.items[current.row()].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the item where it was, else to the first."""
        self._choice.stand_somewhere()
        super().focusInEvent(event)
        self._place.follow()
        bring_into_view(self._place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard nothing is chosen; a list that marks keeps its mark."""
        super().focusOutEvent(event)
        kept = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in kept:
            self._choice.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Items share another height."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._place.follow()

    def _pick(self, index: AnyIndex) -> None:
        if index.isValid():
            self.picked.emit(self.items[index.row()].id)
