"""Widgets that go for good: out of their layout first, then deleted when Qt has time.

PySide knows the items of some layouts, such as those that were filled before they were put into
another. A widget that is deleted while its layout still has it takes its item along without
PySide's knowledge; what Qt makes later in the item's place is then taken for the item, and the
program ends in the midst of its work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


def discard(layout: QLayout, widget: QWidget) -> None:
    """Take a widget out of its layout, out of sight, and delete it."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Discard all widgets of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            discard(layout, widget)
