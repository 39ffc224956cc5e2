"""Where the tiles of a list stand: in columns, group by group, each group below its heading."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from desktop_app.ui.widgets.tile_delegate import TileItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.choice_items import ChoiceItem

ROWS_SEEN, _ROWS_LEAST = 3, 2
"""Rows that a page makes room for, and those that it must show; the others are scrolled to."""
_HEADING = 34
_LARGE_LEAST, _LARGE_LEAST_COMPACT = 116, 96
"""Height in which a large tile still holds its letters, name and the two lines below it."""
_NOTED = 80
"""Height of a tile that holds a note of two lines below the name."""


class TileLayout:
    """Boxes to draw in, and the cells around them that make Qt place a tile there.

    ``large`` tiles stand in two columns, small ones in three; ``low`` ones are for all providers.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.large = self.low = False
        self.boxes: list[QRect] = []
        self.cells: list[QSize] = []
        self.rows: list[list[int]] = []
        self.headings: dict[str, QRect] = {}
        """Where the heading above a tile is, by the tile's id."""
        self.high = self.best_high = 0
        """Height of all tiles as they are, and as they like to be."""
        self._least = 0

    @property
    def columns(self) -> int:
        """How many tiles stand beside each other."""
        return 2 if self.large else 3

    def put(self, items: Sequence[ChoiceItem], room: QSize, bar: int) -> None:
        """Give each tile its place in this room; ``bar`` is the width of a scroll bar."""
        tiles = [item for item in items if isinstance(item, TileItem)]
        gap, height = self._theme.metrics.tile_gap, self._height(tiles, room.height())
        width = max(60, room.width())
        high = -(-len(tiles) // self.columns) * (height + gap) - gap
        inner = width - (bar if self._scrolls(tiles) or high > room.height() else 0)
        self.boxes, self.cells, self.rows, self.headings = [], [], [], {}
        top = 0
        for group, members in groupby(tiles, key=lambda item: item.group):
            above = self._theme.scaled(_HEADING) if group else 0
            slugs = [item.id for item in members]
            if group:
                self.headings[slugs[0]] = QRect(2, top, width, above)
            for first in range(0, len(slugs), self.columns):
                count = min(self.columns, len(slugs) - first)
                self._put_row(count, QRect(0, top, width, above + height), above, inner)
                top, above = top + above + height + gap, 0
        self.high = max(0, top - gap)
        for number in self.rows[-1] if self.rows else ():
            self.cells[number].setHeight(self.cells[number].height() - gap)
        best = height if self.low else self._best()
        self.best_high = self.high + len(self.rows) * (best - height)
        self._least = self._lowest(tiles)

    def least_size(self) -> QSize:
        """Return the room for the first rows; names wrap in narrow tiles."""
        gap = self._theme.metrics.tile_gap
        width = self.columns * (self._theme.scaled(160) + gap) - gap
        rows = min(len(self.rows), _ROWS_LEAST)
        return QSize(width, max(0, rows * (self._least + gap) - gap))

    def across(self, number: int, by: int) -> int:
        """The tile so many rows below; the last of a row that is shorter."""
        at = next((n for n, row in enumerate(self.rows) if number in row), -1)
        if at < 0:
            return 0
        row = self.rows[max(0, min(len(self.rows) - 1, at + by))]
        return row[min(self.rows[at].index(number), len(row) - 1)]

    def _put_row(self, count: int, area: QRect, above: int, inner: int) -> None:
        """Put tiles beside each other, with ``above`` kept free for a heading."""
        gap = self._theme.metrics.tile_gap
        self.rows.append([])
        for column in range(count):
            self.rows[-1].append(len(self.boxes))
            left = (inner + gap) * column // self.columns
            right = (inner + gap) * (column + 1) // self.columns - gap
            height = area.height() - above
            self.boxes.append(QRect(left, area.top() + above, right - left, height))
            # Qt begins another row where one is full; a row as wide as the list is too wide.
            wide = right + gap - left if column < count - 1 else area.width() - left - 2
            self.cells.append(QSize(wide, area.height() + gap))

    def _height(self, tiles: Sequence[TileItem], room: int) -> int:
        if self.low:
            return self._lowest(tiles)
        if self._scrolls(tiles):
            return self._best()
        rows, gap = max(1, -(-len(tiles) // self.columns)), self._theme.metrics.tile_gap
        share = (room + gap) // rows - gap
        return max(self._lowest(tiles), min(self._best(), share))

    def _best(self) -> int:
        """Return the height of a tile where there is room for all of them."""
        metrics = self._theme.metrics
        return metrics.tile_large if self.large else metrics.tile_small

    def _lowest(self, tiles: Sequence[TileItem]) -> int:
        """Return the height of tiles in a low window, and of low ones."""
        compact = self._theme.compact
        if self.large:
            return self._theme.scaled(_LARGE_LEAST_COMPACT if compact else _LARGE_LEAST)
        usual = (54 if compact else 64) if self.low else (64 if compact else 80)
        has_note = any(item.note for item in tiles)
        return self._theme.scaled(max(usual, _NOTED) if has_note else usual)

    def _scrolls(self, tiles: Sequence[TileItem]) -> bool:
        """There are more tiles than a page makes room for."""
        return len(tiles) > ROWS_SEEN * self.columns
