"""A list to choose from with arrows, Home, End and Enter, or with the mouse; one Tab stop for all.

Qt tells a screen reader that it is a list, what its items say, and which of them is chosen. Only
what stands in an item is drawn by a delegate of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.ui.widgets.paint import start
from desktop_app.ui.widgets.ring import RingKind, RingWatch
from desktop_app.ui.widgets.tab_order import bring_into_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QPainter, QResizeEvent

    from desktop_app.ui.theme import Theme

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """An item: its id, its first words, and all that a screen reader says of it.

    Lists with more to draw have items of a class of their own.
    """

    id: str
    words: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ItemLook:
    """How an item stands now."""

    chosen: bool
    """It is the marked one of the list."""
    hovered: bool
    enabled: bool


class ItemDelegate(QStyledItemDelegate):
    """Draws items; ``draw`` and ``cut_text`` are the list's own."""

    def __init__(self, theme: Theme, view: ChoiceList) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def draw(self, painter: QPainter, box: QRect, item: ChoiceItem, look: ItemLook) -> None:
        """Draw an item in its box."""
        raise NotImplementedError

    def cut_text(self, box: QRect, item: ChoiceItem) -> str:
        """Those words of the item that have too little room, and are nowhere else."""
        return ""

    def tip(self, box: QRect, item: ChoiceItem) -> str:
        """The tooltip of an item: what is shortened in it."""
        return ""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return what the list gives to this item."""
        return self.view.item_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one item, and the line below it."""
        item = index.data(ITEM_ROLE)
        if not isinstance(item, ChoiceItem):
            return
        state: QStyle.StateFlag = option.state
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        hovered = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = self.view.box_of(index)
        painter.save()
        start(painter)
        self.draw(painter, box, item, ItemLook(chosen, hovered, enabled))
        if self.view.lined and index.row() < index.model().rowCount() - 1:
            line = QRect(box.left(), box.bottom() + 1, box.width(), self.view.gap)
            painter.fillRect(line, self.theme.colour("border"))
        painter.restore()


class _Items(QAbstractListModel):
    """The items of a list, as Qt asks for them."""

    def __init__(self, view: ChoiceList) -> None:
        super().__init__(view)
        self._view = view
        self.items: tuple[ChoiceItem, ...] = ()

    def show(self, items: Sequence[ChoiceItem]) -> None:
        """Show other items; those that stay in place stay as they are for the view."""
        same = [item.id for item in items] == [item.id for item in self.items]
        if same:
            self.items = tuple(items)
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, what is spoken, and the item itself."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._view.tip_of(index) or None
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: item.words,
            Qt.ItemDataRole.AccessibleTextRole: item.spoken,
            ITEM_ROLE: item,
        }
        return found.get(role)


class _Place(QWidget):
    """Lies, unseen, where the item with the keyboard is: what the ring of the focus goes round.

    It stands beside the list, not in it, whose edges would cut the ring.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


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
        self._theme, self.marks, self._searched = theme, marks, searched
        self.lined = lined
        self.gap, self.side = (1 if lined else 0), 0
        self._least = self._best = 0
        self._items = _Items(self)
        self._delegate: ItemDelegate | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._place = _Place(self)
        self._set_up()
        self._ring = RingWatch(theme, self._place, radius, ring, focus=self)
        self.clicked.connect(self._pick)
        self.verticalScrollBar().valueChanged.connect(self._put_place)
        theme.changed.connect(self.refit)

    def _set_up(self) -> None:
        self.setModel(self._items)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def draw_with(self, delegate: ItemDelegate) -> None:
        """Let this delegate draw the items."""
        self._delegate = delegate
        self.setItemDelegate(delegate)

    # --- items ----------------------------------------------------------------------------

    @property
    def items(self) -> tuple[ChoiceItem, ...]:
        """The items in order."""
        return self._items.items

    def show_items(self, items: Sequence[ChoiceItem]) -> None:
        """Show other items; what is marked, and where the keyboard is, stays where its id stays."""
        marked, at = self.marked(), self.current_id()
        self._items.show(items)
        self.mark(marked)
        self._go_to(at)
        self._stand_somewhere()
        self.refit()

    def mark(self, item: str) -> None:
        """Mark an item as the one that is in force; none, if there is none with this id."""
        if self.marks:
            number = self.number_of(item)
            chooses = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self._items.index(number), chooses)
            if not self.hasFocus():
                self._go_to(item)

    def marked(self) -> str:
        """Id of the marked item, empty if none."""
        found = self.selectionModel().selectedRows()
        return self.items[found[0].row()].id if found else ""

    def number_of(self, item: str) -> int:
        """The place of the item with this id; -1 if there is none."""
        return next((n for n, one in enumerate(self.items) if one.id == item), -1)

    def current_id(self) -> str:
        """Id of the item that has the keyboard, or gets it next; empty if none."""
        index = self.currentIndex()
        return self.items[index.row()].id if index.isValid() else ""

    def point_at(self, number: int) -> None:
        """Take the keyboard to an item."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._items.index(number))

    def _go_to(self, item: str) -> None:
        command = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self._items.index(self.number_of(item)), command)

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
        self._put_place()

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
        box = self.visualRect(index)
        below = 0 if index.row() == len(self.items) - 1 else self.gap
        return box.adjusted(self.side, 0, -self.side, -below)

    def sizeHint(self) -> QSize:
        """Return the room in which all items have their best height."""
        return self._all_of(self._best)

    def minimumSizeHint(self) -> QSize:
        """Return the room in which all items are as low as they may be."""
        return QSize(60, self._all_of(self._least).height())

    def _all_of(self, height: int) -> QSize:
        count = len(self.items)
        return QSize(200, count * height + max(0, count - 1) * self.gap)

    def tip_of(self, index: AnyIndex) -> str:
        """What is shortened in an item."""
        if self._delegate is None:
            return ""
        return self._delegate.tip(self.box_of(index), self.items[index.row()])

    def cut_text(self) -> str:
        """Words of an item that have too little room."""
        if self._delegate is None:
            return ""
        for number, item in enumerate(self.items):
            box = self.box_of(self._items.index(number))
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
        if key in _ENTER or key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._pick(self.currentIndex())
        elif key in _MOVES or (self._searched and event.text().strip()):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def selectionCommand(
        self, index: AnyIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Return that nothing is marked by passing over it, where the list marks by itself."""
        if self.marks:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The keyboard goes to another item."""
        super().currentChanged(current, previous)
        self._put_place()
        if current.isValid() and self.hasFocus():
            bring_into_view(self._place)
            self.pointed.emit(self.items[current.row()].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the item where it was, else to the first."""
        self._stand_somewhere()
        super().focusInEvent(event)
        self._put_place()
        bring_into_view(self._place)

    def _stand_somewhere(self) -> None:
        """While the list has the keyboard, an item has it."""
        if not self.hasFocus() or not self.items:
            return
        if not self.currentIndex().isValid():
            self._go_to(self.items[0].id)
        if not self.marks:
            command = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), command)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard nothing is chosen; a list that marks keeps its mark."""
        super().focusOutEvent(event)
        kept = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() in kept:
            return
        if self.marks:
            self._go_to(self.marked())
        else:
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Items share another height."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._put_place()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The place of the item goes along."""
        super().moveEvent(event)
        self._put_place()

    def event(self, event: QEvent) -> bool:
        """The place of the item goes to where the list goes."""
        done = super().event(event)
        if event.type() == QEvent.Type.ParentChange and self.parentWidget() is not None:
            self._place.setParent(self.parentWidget())
        if event.type() in (QEvent.Type.ParentChange, QEvent.Type.Show, QEvent.Type.Hide):
            self._put_place()
        return done

    def _put_place(self) -> None:
        index, holder = self.currentIndex(), self._place.parentWidget()
        if not isValid(self._place) or holder is None:
            return
        # Of an item that is scrolled away nothing is ringed.
        box = self.box_of(index).intersected(self.viewport().rect())
        self._place.setGeometry(box.translated(self.viewport().mapTo(holder, QPoint(0, 0))))
        self._place.setVisible(index.isValid() and not box.isEmpty() and not self.isHidden())

    def _pick(self, index: AnyIndex) -> None:
        if index.isValid():
            self.picked.emit(self.items[index.row()].id)
