"""Widths of a table's columns."""

from __future__ import annotations

from PySide6.QtGui import QFont

from desktop_app.printing.blocks import Table
from desktop_app.printing.lettering import natural_width

_MOST_SHARE = 0.22


def column_widths(table: Table, width: int, gap: int, head: QFont, body: QFont) -> tuple[int, ...]:
    """Every column but the first as wide as its widest text, the first what is left.

    No other column takes more than a good fifth of the width, except the last (amounts are never
    broken); longer texts wrap.
    """
    last = len(table.head) - 1
    found: list[int] = []
    for index in range(1, last + 1):
        texts = [(table.head[index], head), *((row[index].text, body) for row in table.rows)]
        widest = max(natural_width(text, style) for text, style in texts)
        found.append(widest if index == last else min(widest, int(width * _MOST_SHARE)))
    return (width - sum(found) - gap * last, *found)
