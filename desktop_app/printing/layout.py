"""Places the blocks of a document on its paper, in dots from the paper's upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import segno
from PySide6.QtGui import QFont

from desktop_app.core.settings import Language
from desktop_app.printing.blocks import (
    Align,
    Bar,
    Block,
    Box,
    Code,
    Columns,
    Document,
    Gap,
    Mono,
    Push,
    Row,
    Rule,
    Signature,
    Size,
    Stroke,
    Table,
    Text,
    Total,
)
from desktop_app.printing.lettering import Lettering, font, lettering, natural_width
from desktop_app.printing.stock import LINE_HEIGHT, STOCKS, Stock
from desktop_app.printing.tables import column_widths

_DASH, _DASH_GAP = 6, 4
_RULE_ROOM = 14
_COLUMN_GAP = 24
_QUIET_MODULES = 4
_HEADING_LINE = 1.34


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Modules:
    """A QR code: rows of dark (1) and light (0) modules of ``size`` dots."""

    x: int
    y: int
    size: int
    rows: tuple[bytes, ...]

    @property
    def width(self) -> int:
        """Of the whole code in dots."""
        return self.size * len(self.rows)


Mark: TypeAlias = Area | Modules | Lettering


@dataclass(slots=True)
class Page:
    """A laid out paper; nothing is drawn in ``margin`` dots at its left and right.

    ``marks`` are drawn in order; ``shrink`` is 1 unless the page would overflow.
    """

    width: int
    height: int
    margin: int
    marks: list[Mark] = field(default_factory=list)
    shrink: float = 1.0


def lay_out(document: Document) -> Page:
    """The document on its paper.

    A roll is as long as its content. On a sheet, what follows a :class:`Push` goes to the end of
    the page (of the upper half of A4, if that is enough); a page that would still overflow is
    shrunk as a whole, since nothing on it may be cut off.
    """
    stock = STOCKS[document.paper]
    placed = _Placing(stock, document.language)
    used = placed.all(document.blocks, spare=0) + stock.margin_bottom
    if stock.height is None:
        return Page(stock.width, used, stock.margin, placed.marks)
    fitting = next((height for height in stock.useful_heights if used <= height), None)
    if fitting is None:
        return Page(
            stock.width, stock.height, stock.margin, placed.marks, shrink=stock.height / used
        )
    placed = _Placing(stock, document.language)
    placed.all(document.blocks, spare=fitting - used)
    return Page(stock.width, stock.height, stock.margin, placed.marks)


class _Placing:
    """One pass over the blocks; every method returns the height it used."""

    def __init__(self, stock: Stock, language: Language) -> None:
        self._stock = stock
        self._line_height = LINE_HEIGHT[language]
        self._spare = 0
        self.marks: list[Mark] = []

    def all(self, blocks: Sequence[Block], *, spare: int) -> int:
        """Place all; returns the y below the last block."""
        self._spare = spare
        top = self._stock.margin_top
        return top + self._stack(blocks, self._stock.margin, top, self._stock.printable)

    def _stack(self, blocks: Sequence[Block], x: int, y: int, width: int) -> int:
        start = y
        for block in blocks:
            y += self._place(block, x, y, width)
        return y - start

    def _place(self, block: Block, x: int, y: int, width: int) -> int:
        # One method a kind of block, found by its name: a table instead of fourteen branches.
        place: Callable[[Block, int, int, int], int] = _PLACES[type(block)].__get__(self)
        return place(block, x, y, width)

    def _font(self, size: Size, *, bold: bool = False) -> QFont:
        return font(self._stock.letters[size], bold=bold, mono=size is Size.MONO)

    def _write(
        self,
        text: str,
        style: QFont,
        x: int,
        y: int,
        width: int,
        *,
        align: Align = Align.LEFT,
        white: bool = False,
    ) -> int:
        if not text:
            return 0
        made = lettering(text, style, width, line_height=self._line_height, align=align)
        made.x, made.y, made.white = x, y, white
        self.marks.append(made)
        return made.height

    def text(self, block: Text, x: int, y: int, width: int) -> int:
        style = self._font(block.size, bold=block.bold)
        return self._write(block.text, style, x, y, width, align=block.align)

    def mono(self, block: Mono, x: int, y: int, width: int) -> int:
        return self._write(block.text, self._font(Size.MONO), x, y, width)

    def gap(self, block: Gap, x: int, y: int, width: int) -> int:
        return block.dots

    def push(self, block: Push, x: int, y: int, width: int) -> int:
        return self._spare + _RULE_ROOM

    def rule(self, block: Rule, x: int, y: int, width: int) -> int:
        top = y + _RULE_ROOM
        thickness = {Stroke.DASHED: 2, Stroke.THIN: 1, Stroke.THICK: 4}[block.stroke]
        if block.stroke is Stroke.DASHED:
            step = _DASH + _DASH_GAP
            for start in range(x, x + width, step):
                length = min(_DASH, x + width - start)
                self.marks.append(Area(start, top, length, thickness))
        else:
            self.marks.append(Area(x, top, width, thickness))
        return 2 * _RULE_ROOM + thickness - 1

    def row(self, block: Row, x: int, y: int, width: int) -> int:
        label_font = self._font(Size.BODY)
        value_font = self._font(Size.BODY, bold=block.bold)
        gap = self._stock.gap
        label_width = natural_width(block.label, label_font)
        value_width = natural_width(block.value, value_font)
        fits = label_width + gap + value_width <= width
        if self._stock.stacked_share < 1.0 and (
            not fits or value_width > self._stock.stacked_share * width
        ):
            used = self._write(block.label, label_font, x, y, width)
            return used + self._write(block.value, value_font, x, y + used, width)
        value_width = min(value_width, max(width - label_width - gap, width * 11 // 20))
        left = width - gap - value_width
        used = self._write(block.label, label_font, x, y, left)
        side = x + width - value_width
        beside = self._write(block.value, value_font, side, y, value_width, align=Align.RIGHT)
        return max(used, beside)

    def total(self, block: Total, x: int, y: int, width: int) -> int:
        style = self._font(Size.TOTAL, bold=True)
        label_width = natural_width(block.label, style)
        room = width - label_width - self._stock.gap
        if natural_width(block.value, style) > room:
            used = self._write(block.label, style, x, y, width)
            return used + self._write(block.value, style, x, y + used, width, align=Align.RIGHT)
        used = self._write(block.label, style, x, y, label_width)
        side = x + width - room
        return max(used, self._write(block.value, style, side, y, room, align=Align.RIGHT))

    def bar(self, block: Bar, x: int, y: int, width: int) -> int:
        padding, outside = self._stock.gap // 2, 12
        inner, top = width - 2 * padding, y + outside
        self.marks.append(area := Area(x, top, width, 0))
        place = len(self.marks) - 1
        used = padding
        style = self._font(Size.BAR, bold=True)
        used += self._write(
            block.text, style, x + padding, top + used, inner, align=Align.CENTRE, white=True
        )
        style = self._font(Size.SMALL)
        used += self._write(
            block.detail, style, x + padding, top + used, inner, align=Align.CENTRE, white=True
        )
        self.marks[place] = Area(area.x, area.y, area.width, used + padding)
        return used + padding + 2 * outside

    def box(self, block: Box, x: int, y: int, width: int) -> int:
        edge, padding, outside = 4, 4, 13
        style = self._font(Size.STATE, bold=True)
        top = y + outside
        inset = edge + padding
        used = self._write(
            block.text, style, x + inset, top + inset, width - 2 * inset, align=Align.CENTRE
        )
        height = used + 2 * inset
        self.marks += [
            Area(x, top, width, edge),
            Area(x, top + height - edge, width, edge),
            Area(x, top, edge, height),
            Area(x + width - edge, top, edge, height),
        ]
        return height + outside

    def code(self, block: Code, x: int, y: int, width: int) -> int:
        made = segno.make_qr(block.payload, error="m", boost_error=False)
        rows = tuple(bytes(row) for row in made.matrix)
        size = max(1, min(self._stock.module, width // len(rows)))
        quiet = size * _QUIET_MODULES
        whole = size * len(rows)
        shift = {Align.LEFT: 0, Align.CENTRE: (width - whole) // 2, Align.RIGHT: width - whole}
        self.marks.append(Modules(x + shift[block.align], y + quiet, size, rows))
        return whole + quiet + quiet // 2

    def signature(self, block: Signature, x: int, y: int, width: int) -> int:
        self.marks.append(Area(x, y, width, 2))
        style = self._font(Size.SMALL)
        return 8 + self._write(block.text, style, x, y + 8, width, align=Align.CENTRE)

    def columns(self, block: Columns, x: int, y: int, width: int) -> int:
        gaps = _COLUMN_GAP * (len(block.columns) - 1)
        tallest, left = 0, float(x)
        for column in block.columns:
            own = (width - gaps) * column.share
            used = self._stack(column.blocks, round(left), y, round(own))
            tallest = max(tallest, used)
            left += own + _COLUMN_GAP
        return tallest

    def table(self, block: Table, x: int, y: int, width: int) -> int:
        head, body = self._font(Size.SMALL, bold=True), self._font(Size.BODY)
        bold, small = self._font(Size.BODY, bold=True), self._font(Size.SMALL)
        widths = column_widths(block, width, _COLUMN_GAP, head, body)
        used = self._table_row([[(text, head)] for text in block.head], widths, x, y)
        used += self.rule(Rule(Stroke.THICK), x, y + used - 6, width) - 6
        for index, row in enumerate(block.rows):
            if index:
                used += self.rule(Rule(Stroke.THIN), x, y + used, width)
            cells = [
                [(cell.text, bold if cell.bold else body), (cell.detail, small)] for cell in row
            ]
            used += self._table_row(cells, widths, x, y + used)
        return used

    def _table_row(
        self, cells: list[list[tuple[str, QFont]]], widths: Sequence[int], x: int, y: int
    ) -> int:
        tallest = 0
        for index, (parts, width) in enumerate(zip(cells, widths, strict=True)):
            align = Align.RIGHT if index >= len(widths) - 2 else Align.LEFT
            used = 0
            for text, style in parts:
                used += self._write(text, style, x, y + used, width, align=align)
            tallest = max(tallest, used)
            x += width + _COLUMN_GAP
        return tallest


_PLACES = {
    Text: _Placing.text,
    Mono: _Placing.mono,
    Gap: _Placing.gap,
    Push: _Placing.push,
    Rule: _Placing.rule,
    Row: _Placing.row,
    Total: _Placing.total,
    Bar: _Placing.bar,
    Box: _Placing.box,
    Code: _Placing.code,
    Signature: _Placing.signature,
    Columns: _Placing.columns,
    Table: _Placing.table,
}
