"""Tab goes in the order in which a page is read.

Qt goes in the order in which controls were made, which is nobody's plan: buttons of the footer come
before the lists above them, and what is built later is reached last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QStackedLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def stops(area: QWidget) -> Iterator[QWidget]:
    """Lists the widgets of ``area`` that Tab comes to, in reading order."""
    if area.isHidden() or not area.isEnabled():
        return
    if _is_stop(area):
        yield area
    if isinstance(area, QComboBox):
        return
    for part in _parts(area):
        yield from stops(part)


def _is_stop(widget: QWidget) -> bool:
    """True if Tab stops at the widget.

    Among exclusive buttons it stops at the chosen one; arrows reach the others.
    """
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and group.checkedButton() is not None:
        # Qt takes the policy from all but the one that had the keyboard last.
        return group.checkedButton() is widget
    return tabbed and widget.focusProxy() is None


def next_stop(areas: Sequence[QWidget], now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Finds the widget after ``now`` for Tab, or before it for Shift+Tab, area by area."""
    found = list(dict.fromkeys(stop for area in areas for stop in stops(area)))
    if not found:
        return None
    if now in found:
        at = found.index(now) + (1 if forward else -1)
        return found[at % len(found)]
    if now is not None:
        # Something that only a mouse or the page itself gives the keyboard: on from its place.
        inside = [n for n, stop in enumerate(found) if now.isAncestorOf(stop)]
        if inside:
            return found[inside[0] if forward else inside[0] - 1]
        after = _place_of(areas, now, found)
        return found[(after if forward else after - 1) % len(found)]
    return found[0 if forward else -1]


def _place_of(areas: Sequence[QWidget], now: QWidget, found: Sequence[QWidget]) -> int:
    """Counts the stops that are read before ``now``."""
    before = 0
    for area in areas:
        for part in _read(area):
            if part is now:
                return before
            before += part in found
    return 0


def _read(area: QWidget) -> Iterator[QWidget]:
    yield area
    for part in _parts(area):
        yield from _read(part)


def _parts(area: QWidget) -> Iterator[QWidget]:
    """The parts of a widget as they are read: as its layout has them, then by their place."""
    stack = area.layout()
    if isinstance(stack, QStackedLayout):
        current = stack.currentWidget()
        if current is not None:
            yield current
        return
    if isinstance(area, QScrollArea):
        inside = area.widget()
        if inside is not None:
            yield inside
        return
    if isinstance(area, QAbstractScrollArea):
        # Buttons in the cells of a table.
        area = area.viewport()
    # Not all children: for one that Qt keeps to itself, PySide makes all its classes first.
    children = area.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    own = [part for part in children if not part.isWindow()]
    laid_out = list(_in_layout(area.layout(), own))
    rest = [part for part in own if part not in laid_out]
    yield from laid_out
    yield from sorted(rest, key=lambda part: (part.y(), part.x()))


def _in_layout(layout: QLayout | None, parts: Sequence[QWidget]) -> Iterator[QWidget]:
    """Those of ``parts`` that a layout holds, and the layouts inside it, in its order.

    It is asked where each stands, not what stands where: Python would keep the layout's items, of
    which Qt does not tell it when it frees them, and take what comes to their place for them.
    """
    if layout is None:
        return
    found: list[tuple[tuple[int, ...], QWidget | QLayout]] = []
    for part in parts:
        number = layout.indexOf(part)
        if number >= 0:
            found.append((_place_in(layout, number), part))
    found += [
        (_place_in(layout, layout.indexOf(inner)), inner)
        for inner in layout.children()
        if isinstance(inner, QLayout)
    ]
    for _, one in sorted(found, key=lambda at: at[0]):
        if isinstance(one, QLayout):
            yield from _in_layout(one, parts)
        else:
            yield one


def _place_in(layout: QLayout, number: int) -> tuple[int, ...]:
    """Row and column in a grid, else the place in the row."""
    if not isinstance(layout, QGridLayout):
        return (number,)
    row, column, *_ = cast("tuple[int, int, int, int]", layout.getItemPosition(number))
    return row, column, number


def move_focus(areas: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the keyboard to the next stop. False if there is none."""
    if not areas:
        return False
    target = next_stop(areas, areas[0].window().focusWidget(), forward=forward)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    bring_into_view(target)
    return True


def bring_into_view(target: QWidget, *, across: bool = True, margin: int = 8) -> None:
    """Scroll until this part of a page is seen; without ``across`` only up or down."""
    at = target.parentWidget()
    while at is not None:
        inside = at.widget() if isinstance(at, QScrollArea) else None
        if isinstance(at, QScrollArea) and inside is not None and inside.isAncestorOf(target):
            corner = target.mapTo(inside, QPoint(0, 0))
            left = at.horizontalScrollBar().value()
            # Of what is larger than the area, the beginning is seen.
            at.ensureWidgetVisible(target, margin, margin)
            at.ensureVisible(corner.x(), corner.y(), margin, margin)
            if not across:
                at.horizontalScrollBar().setValue(left)
        at = at.parentWidget()
