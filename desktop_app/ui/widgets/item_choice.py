"""Which item of a list is chosen, and which has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from desktop_app.ui.widgets.choice_items import ItemModel

_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate
_THIS = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ItemChoice:
    """With ``marks`` an item is chosen by its id alone, whatever the keyboard passes; else the
    item with the keyboard is the chosen one.
    """

    def __init__(self, view: QListView, model: ItemModel, *, marks: bool) -> None:
        self._view, self._model, self.marks = view, model, marks

    @property
    def by_passing(self) -> QItemSelectionModel.SelectionFlag:
        """What the keyboard or the mouse chooses by coming to an item."""
        return _NOTHING if self.marks else _THIS

    def choose(self, item: str) -> None:
        """Choose an item without the keyboard."""
        index = self._model.index(self._model.number_of(item), 0)
        self._view.selectionModel().select(index, _THIS)
        if not self._view.hasFocus():
            self.go_to(item)

    def chosen(self) -> str:
        """Return the id of the chosen item, empty if none."""
        found = self._view.selectionModel().selectedRows()
        return self._model.items[found[0].row()].id if found else ""

    def go_to(self, item: str) -> None:
        """Take the keyboard to an item; that alone chooses nothing."""
        index = self._model.index(self._model.number_of(item), 0)
        self._view.selectionModel().setCurrentIndex(index, _NOTHING)

    def stand_somewhere(self) -> None:
        """While the list has the keyboard, an item has it."""
        if not self._view.hasFocus() or not self._model.items:
            return
        if not self._view.currentIndex().isValid():
            self.go_to(self._model.items[0].id)
        if not self.marks:
            self._view.selectionModel().select(self._view.currentIndex(), _THIS)

    def leave(self) -> None:
        """Without the keyboard only a marked item is chosen, and the keyboard comes back to it."""
        if self.marks:
            self.go_to(self.chosen())
        else:
            self._view.clearSelection()
