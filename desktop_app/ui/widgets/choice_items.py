"""The items of a list to choose from: what they say, and how Qt asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1

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


class ItemModel(QAbstractTableModel):
    """The items of a list, or of a table with some columns; ``tip`` tells the tooltip of one."""

    def __init__(self, parent: QObject, columns: int = 1) -> None:
        super().__init__(parent)
        self._columns = columns
        self.items: tuple[ChoiceItem, ...] = ()
        self.tip: Callable[[AnyIndex], str] = lambda _: ""

    def show(self, items: Sequence[ChoiceItem]) -> None:
        """Show other items; those that stay in place stay as they are for the view."""
        same = [item.id for item in items] == [item.id for item in self.items]
        if same:
            self.items = tuple(items)
            if items:
                last = self.index(len(items) - 1, self._columns - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def number_of(self, item: str) -> int:
        """The place of the item with this id; -1 if there is none."""
        return next((n for n, one in enumerate(self.items) if one.id == item), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many cells each of them has."""
        return 0 if parent is not None and parent.isValid() else self._columns

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, what is spoken, and the item itself."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(index) or None
        found: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: item.words,
            Qt.ItemDataRole.AccessibleTextRole: item.spoken,
            ITEM_ROLE: item,
        }
        return found.get(role)
