"""Looks at the window for texts without the room they need, and for parts that cover each other.

A widget that paints words itself says with ``cut_text`` which of them have too little room; what Qt
or a label measures is compared here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QWidget,
)

from desktop_app.ui.widgets import (
    Cell,
    Figure,
    IdLabel,
    MixedLabel,
    MoneyTable,
    PlainLabel,
    TextField,
)
from desktop_app.ui.widgets.overlay import Overlay
from desktop_app.ui.widgets.page_body import PageBody
from desktop_app.ui.widgets.paint import fitted, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 1
_ACROSS, _DOWN = 2, 4
"""So many pixels lie over each other before it is seen."""
_EDGES = 8
"""Both edges of a field, and the room that Qt leaves beside a text."""
_HALF_OF_DAY = re.compile(r"\b[AP]M\b")
_FIXED = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)


def misfits(window: QWidget) -> list[str]:
    """Everything that is cut or covered now, in words."""
    settle(window)
    found = []
    leaves = []
    holders = _Holders(window)
    for widget in seen(window):
        why = lack(widget)
        if why:
            found.append(f"{label_of(widget)}: {why}")
        if _is_leaf(widget):
            outside = _outside(widget, holders)
            if outside:
                found.append(f"{label_of(widget)}: {outside}")
            leaves.append((widget, _box(widget, window)))
        clipped = _clipped(widget, holders)
        if clipped:
            found.append(f"{label_of(widget)}: {clipped}")
    found += _covered(leaves)
    found += [why for body in bodies(window) if (why := _badly_scrolled(body))]
    return found


@dataclass(frozen=True, slots=True)
class _Holder:
    """What a widget lies in, and where in it."""

    parent: QWidget
    x: int
    y: int
    width: int
    """Of the parent, as the height."""
    height: int
    area: QAbstractScrollArea | None
    """What scrolls the parent."""


class _Holders:
    """What the widgets of a window lie in; each is asked once, though many lie in the same."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._known: dict[QWidget, _Holder | None] = {}

    def of(self, widget: QWidget) -> Iterator[_Holder]:
        """From what holds the widget up to the window."""
        at: QWidget | None = widget
        while at is not None:
            if at not in self._known:
                self._known[at] = self._ask(at)
            holder = self._known[at]
            if holder is not None:
                yield holder
            at = holder.parent if holder is not None else None

    def _ask(self, widget: QWidget) -> _Holder | None:
        parent = widget.parentWidget()
        if widget is self._window or parent is None:
            return None
        area = parent.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        return _Holder(
            parent,
            widget.x(),
            widget.y(),
            parent.width(),
            parent.height(),
            area if isinstance(area, QAbstractScrollArea) and scrolls else None,
        )


def bodies(window: QWidget) -> list[PageBody]:
    """The bodies of pages that are seen."""
    return [body for body in window.findChildren(PageBody) if body.isVisible()]


def scrolls_down(body: PageBody) -> int:
    """How many pixels of a page's body are below what is seen."""
    inside = body.widget()
    return 0 if inside is None else max(0, inside.height() - body.viewport().height())


def _badly_scrolled(body: PageBody) -> str:
    """A page that is cut with no bar to reach the rest, or a bar that moves nothing."""
    hidden, bar = scrolls_down(body), body.verticalScrollBar().isVisible()
    if hidden > _SLACK and not bar:
        return f"the page is {hidden} px too high, and there is no scroll bar"
    return "a scroll bar moves nothing" if bar and not hidden else ""


def settle(window: QWidget) -> None:
    """Layouts have done their work, also that which the work of others asks for."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def seen(window: QWidget) -> Iterator[QWidget]:
    """The visible widgets of the window's pages."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window and widget.width() > 0:
            yield widget


def label_of(widget: QWidget) -> str:
    """Kind, name and text, for messages."""
    text = getattr(widget, "text", None)
    words = str(text())[:40] if callable(text) else widget.accessibleName()[:40]
    return f"{type(widget).__name__} {widget.objectName()} {words!r}"


def lack(widget: QWidget) -> str:
    """What a widget has too little of; empty if it has the room it needs."""
    own = getattr(widget, "cut_text", None)
    if callable(own):
        cut = own()
        if cut:
            return f"cuts {cut!r}"
    if isinstance(widget, IdLabel):
        cut = widget.shown_text() != widget.text()
        return "cut without a tooltip" if cut and not widget.toolTip() else _low(widget)
    if isinstance(widget, Figure):
        font = fitted(widget.text(), widget.font(), widget.width())
        return "an amount is cut" if text_width(widget.text(), font) > widget.width() else ""
    if isinstance(widget, QLabel) and widget.text():
        return _narrow(widget) or _low(widget)
    if isinstance(widget, MixedLabel) and widget.text():
        return _low(widget)
    if isinstance(widget, QLineEdit):
        return _placeholder(widget)
    if isinstance(widget, QAbstractButton) or _is_own_leaf(widget):
        return _narrow(widget) or _low(widget)
    return ""


def _narrow(widget: QWidget) -> str:
    fixed = widget.sizePolicy().horizontalPolicy() in _FIXED
    least = widget.sizeHint().width() if fixed else widget.minimumSizeHint().width()
    if isinstance(widget, PlainLabel) and not widget.wordWrap():
        least = widget.sizeHint().width()
    least = min(least, widget.maximumWidth())
    if widget.width() + _SLACK < least:
        return f"{widget.width()} of {least} px wide"
    return ""


def _low(widget: QWidget) -> str:
    if widget.hasHeightForWidth():
        least = widget.heightForWidth(widget.width())
    else:
        least = widget.minimumSizeHint().height()
    if isinstance(widget, PlainLabel):
        least = widget.heightForWidth(widget.width())
    if widget.height() + _SLACK < least:
        return f"{widget.height()} of {least} px high"
    return ""


def _placeholder(edit: QLineEdit) -> str:
    words = edit.text() or edit.placeholderText()
    beside = edit.textMargins().left() + edit.textMargins().right()
    room = edit.width() - beside - (_EDGES if isinstance(edit, TextField) else 0)
    if edit.text() or text_width(words, edit.font()) <= room:
        return ""
    return f"its hint {words!r} is cut: {room} of {text_width(words, edit.font())} px"


def _is_own_leaf(widget: QWidget) -> bool:
    """Painted by us, and nothing inside it."""
    return type(widget).__module__.startswith("desktop_app.") and _is_leaf(widget)


def _is_leaf(widget: QWidget) -> bool:
    words = getattr(widget, "text", None)
    has_text = callable(words) and bool(words())
    return has_text and not any(
        isinstance(part, QWidget) and part.isVisible() for part in widget.children()
    )


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _outside(widget: QWidget, holders: _Holders) -> str:
    """A part of it lies outside what holds it; what scrolls down may, what is beside may not."""
    if isinstance(widget, QTableView):
        return ""
    left = top = 0
    width, height = widget.width(), widget.height()
    across_only = False
    for at in holders.of(widget):
        left, top = left + at.x, top + at.y
        right, bottom = left + width - 1, top + height - 1
        if at.area is not None:
            if isinstance(at.area, QAbstractItemView):
                return ""
            across_only = True
            scrolls = at.area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if scrolls and at.area.horizontalScrollBar().maximum() > 0:
                return ""
        if left < -_SLACK or right > at.width + _SLACK:
            return f"{left}..{right} of {at.width} px across"
        if not across_only and (top < -_SLACK or bottom > at.height + _SLACK):
            return f"{top}..{bottom} of {at.height} px down"
    return ""


def _clipped(widget: QWidget, holders: _Holders) -> str:
    """Letters that end at the edge of the label, or of what holds it; what scrolls may be above.

    The box of a label may lie inside its parent while the signs above and below its letters do not.
    """
    if not isinstance(widget, PlainLabel) or not widget.text().strip():
        return ""
    ink = QRect()
    for line in widget.ink():
        ink = ink.united(line)
    top, bottom = ink.top(), ink.bottom()
    at: QWidget = widget
    height = widget.height()
    for holder in holders.of(widget):
        if top < 0 or bottom >= height:
            return f"letters from {top} to {bottom} of {height} px of {label_of(at)}"
        if holder.area is not None:
            return ""
        top, bottom = top + holder.y, bottom + holder.y
        at, height = holder.parent, holder.height
    return ""


def _covered(leaves: list[tuple[QWidget, QRect]]) -> list[str]:
    found = []
    # Edges as numbers: each two leaves are compared, and Qt's rectangles take ten times as long.
    edges = [
        (box.left(), box.top(), box.right(), box.bottom(), widget)
        for widget, box in leaves
        if box.width() > _ACROSS and box.height() > _DOWN
    ]
    for number, (left, top, right, bottom, first) in enumerate(edges):
        for left_2, top_2, right_2, bottom_2, second in edges[number + 1 :]:
            if right - left_2 < _ACROSS or right_2 - left < _ACROSS:
                continue
            if bottom - top_2 < _DOWN or bottom_2 - top < _DOWN:
                continue
            if not first.isAncestorOf(second) and _scroller(first) is _scroller(second):
                found.append(f"{label_of(first)} lies over {label_of(second)}")
    return found


def _scroller(widget: QWidget) -> QWidget | None:
    """What clips the widget: the viewport of an area that scrolls, or an overlay."""
    at = widget
    while (parent := at.parentWidget()) is not None:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return parent
        if isinstance(parent, Overlay):
            return parent
        at = parent
    return None


def tables(window: QWidget) -> list[MoneyTable]:
    """The tables that are seen."""
    return [table for table in window.findChildren(MoneyTable) if table.isVisible()]


def english_times(window: QWidget) -> list[str]:
    """Times of day that say AM or PM in what is seen, told by a tooltip, or spoken."""
    found = []
    for widget in seen(window):
        own = getattr(widget, "text", None)
        texts = [widget.toolTip(), widget.accessibleName(), str(own()) if callable(own) else ""]
        if isinstance(widget, MoneyTable):
            cells = [cell for row in widget.rows for cell in row.cells]
            texts += [f"{c.text} {c.second}" if isinstance(c, Cell) else c for c in cells]
        found += [f"{label_of(widget)}: {text!r}" for text in texts if _HALF_OF_DAY.search(text)]
    return found
