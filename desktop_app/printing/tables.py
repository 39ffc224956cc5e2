"""Tables on sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop_app.printing.blocks import Align, Cell, Rule, Size, Stroke, Table
from desktop_app.printing.text_run import baseline, natural_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

_GAP = 24
_MAX_SHARE = 0.22


class Places(Protocol):
    """The methods that a table needs of the layout pass that places it."""

    def style(self, size: Size, *, bold: bool = False) -> QFont:
        """The paper's font for that size."""

    def write(
        self, text: str, style: QFont, x: int, y: int, width: int, *, align: Align = Align.LEFT
    ) -> int:
        """Place a paragraph; returns its height."""

    def rule(self, block: Rule, x: int, y: int, width: int) -> int:
        """Place a line across; returns its height."""


def place_table(places: Places, table: Table, x: int, y: int, width: int) -> int:
    """Head, a thick line, and the rows with thin lines between; returns the height used."""
    widths = column_widths(places, table, width)
    bold_head = places.style(Size.SMALL, bold=True)
    start = y
    y += max(
        places.write(text, bold_head, left, y, own, align=align)
        for text, (left, own, align) in zip(table.head, _fields(table, widths, x), strict=True)
    )
    y += places.rule(Rule(Stroke.THICK), x, y, width)
    for index, row in enumerate(table.rows):
        if index:
            y += places.rule(Rule(Stroke.THIN), x, y, width)
        y += max(
            _place_cell(places, cell, left, y, own, align)
            for cell, (left, own, align) in zip(row, _fields(table, widths, x), strict=True)
        )
    return y - start


def column_widths(places: Places, table: Table, width: int) -> tuple[int, ...]:
    """Compute the widths: each column as wide as its widest text, the first gets the rest.

    No other column takes more than a good fifth of the width, except the last (amounts are never
    broken); longer texts wrap.
    """
    head, body = places.style(Size.SMALL, bold=True), places.style(Size.BODY)
    last = len(table.head) - 1
    found: list[int] = []
    for index in range(1, last + 1):
        texts = [(table.head[index], head), *((row[index].text, body) for row in table.rows)]
        widest = max(natural_width(text, style) for text, style in texts)
        found.append(widest if index == last else min(widest, int(width * _MAX_SHARE)))
    return (width - sum(found) - _GAP * last, *found)


def _fields(table: Table, widths: Sequence[int], x: int) -> list[tuple[int, int, Align]]:
    """Left edge, width and side of each column."""
    found: list[tuple[int, int, Align]] = []
    for index, width in enumerate(widths):
        is_right = index >= len(widths) - table.right
        found.append((x, width, Align.RIGHT if is_right else Align.LEFT))
        x += width + _GAP
    return found


def _place_cell(places: Places, cell: Cell, x: int, y: int, width: int, align: Align) -> int:
    style, small = places.style(Size.BODY, bold=cell.bold), places.style(Size.SMALL)
    used = places.write(cell.text, style, x, y, width, align=align)
    if not cell.detail:
        return used
    beside = natural_width(cell.text, style) + _GAP // 2
    if align is Align.LEFT and beside + natural_width(cell.detail, small) <= width:
        # On the same line as the larger letters before it.
        drop = round((baseline(style) - baseline(small)) / 2)
        places.write(cell.detail, small, x + beside, y + drop, width - beside)
        return used
    return used + places.write(cell.detail, small, x, y + used, width, align=align)
