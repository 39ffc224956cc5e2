"""A list whose rows are as high as their wrapped text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.theme import TextRole

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

_PADDING = 8
"""Beside the text of a row, on either side, in the style sheet."""


class _Rows(QStyledItemDelegate):
    """Wraps a row where it will be painted: Qt measures it without the style sheet's padding."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size for the room that the text has."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(0, 0, -2 * _PADDING, 0)
        return super().sizeHint(narrower, index)


class WrappedList(QListWidget):
    """No text is cut, with a scroll bar or without it."""

    def __init__(self, theme: Theme, words: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFont(theme.font(TextRole.BODY))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Rows(self))
