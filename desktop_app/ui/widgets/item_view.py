"""Set-up, keys and drawing that all lists and tables of items share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.widgets.choice_items import ITEM_ROLE, AnyIndex, ChoiceItem, ItemLook
from desktop_app.ui.widgets.paint import start
from desktop_app.ui.widgets.viewport import give_viewport

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.choice_items import ItemModel

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that press the item with the keyboard."""


def set_up(view: QAbstractItemView, model: ItemModel) -> None:
    """Show the model without a ground or an edge; nothing is edited, and pixels are scrolled."""
    give_viewport(view)
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def is_press(event: QKeyEvent) -> bool:
    """Tell whether a key presses the item; one that is held down presses once."""
    return Qt.Key(event.key()) in PRESSING and not event.isAutoRepeat()


class ItemsDelegate(QStyledItemDelegate):
    """Draws the items of a view; ``draw_item`` is the view's own.

    No style of Qt draws an item of two lines, a monogram and a key cap.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one item, or one cell of it."""
        item = index.data(ITEM_ROLE)
        if not isinstance(item, ChoiceItem):
            return
        state: QStyle.StateFlag = option.state
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        hovered = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        start(painter)
        self.draw_item(painter, option.rect, index, item, ItemLook(chosen, hovered, enabled))
        painter.restore()

    def draw_item(
        self, painter: QPainter, area: QRect, index: AnyIndex, item: ChoiceItem, look: ItemLook
    ) -> None:
        """Draw the item at an index in its area."""
        raise NotImplementedError
