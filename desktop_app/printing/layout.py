"""Places the blocks of a document on its paper."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

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
    Picture,
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
from desktop_app.printing.page import Area, Mark, Modules, Page, Photo
from desktop_app.printing.paper_spec import LINE_HEIGHT, STOCKS, PaperSpec
from desktop_app.printing.tables import place_table
from desktop_app.printing.text_run import break_lines, font, natural_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont

    from desktop_app.core.settings import Language

_DASH, _DASH_GAP = 6, 4
_COLUMN_GAP = 24
QUIET_MODULES = 4


def lay_out(document: Document) -> Page:
    """The document on its paper.

    A roll is as long as its content. On a sheet, what follows a :class:`Push` goes to the end of
    the page (of the upper half of A4, if that is enough); a page that would still overflow is
    shrunk as a whole, since nothing on it may be cut off.
    """
    stock = STOCKS[document.paper]
    placed = Placing(stock, document.language)
    used = placed.all(document.blocks, spare=0) + stock.margin_bottom
    if stock.height is None:
        return Page(stock.width, used, stock.margin, placed.marks)
    fitting = next((height for height in stock.useful_heights if used <= height), None)
    if fitting is None:
        shrink = stock.height / used
        return Page(stock.width, stock.height, stock.margin, placed.marks, shrink)
    placed = Placing(stock, document.language)
    placed.all(document.blocks, spare=fitting - used)
    return Page(stock.width, stock.height, stock.margin, placed.marks)


class Placing:
    """Places the blocks in one pass; every method returns the height it used."""

    def __init__(self, stock: PaperSpec, language: Language) -> None:
        self._stock = stock
        self._line_height = LINE_HEIGHT[language]
        self._spare = 0
        self.marks: list[Mark] = []

    def all(self, blocks: Sequence[Block], *, spare: int) -> int:
        """Place all; returns the y below the last block."""
        self._spare = spare
        top = self._stock.margin_top
        return top + self._stack(blocks, self._stock.margin, top, self._stock.printable)

    def style(self, size: Size, *, bold: bool = False) -> QFont:
        """The paper's font for that size."""
        return font(self._stock.letters[size], bold=bold, mono=size is Size.MONO)

    def write(
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
        """Place a paragraph."""
        if not text:
            return 0
        made = break_lines(text, style, width, line_height=self._line_height, align=align)
        made.x, made.y, made.white = x, y, white
        self.marks.append(made)
        return made.height

    def rule(self, block: Rule, x: int, y: int, width: int) -> int:
        """Place a line across with room above and below."""
        room = self._stock.rule_room
        top = y + room
        thickness = {Stroke.DASHED: 2, Stroke.THIN: 1, Stroke.THICK: 4}[block.stroke]
        if block.stroke is Stroke.DASHED:
            for start in range(x, x + width, _DASH + _DASH_GAP):
                length = min(_DASH, x + width - start)
                self.marks.append(Area(start, top, length, thickness))
        else:
            self.marks.append(Area(x, top, width, thickness))
        return 2 * room + thickness

    def _stack(self, blocks: Sequence[Block], x: int, y: int, width: int) -> int:
        start = y
        for block in blocks:
            place: Callable[[Placing, Block, int, int, int], int] = _PLACES[type(block)]
            y += place(self, block, x, y, width)
        return y - start

    def _text(self, block: Text, x: int, y: int, width: int) -> int:
        style = self.style(block.size, bold=block.bold)
        return self.write(block.text, style, x, y, width, align=block.align)

    def _mono(self, block: Mono, x: int, y: int, width: int) -> int:
        return self.write(block.text, self.style(Size.MONO), x, y, width)

    def _gap(self, block: Gap, _x: int, _y: int, _width: int) -> int:
        return block.dots

    def _push(self, _block: Push, _x: int, _y: int, _width: int) -> int:
        return self._spare + self._stock.rule_room

    def _row(self, block: Row, x: int, y: int, width: int) -> int:
        label, value = self.style(Size.BODY), self.style(Size.BODY, bold=block.bold)
        gap, stacked_share = self._stock.gap, self._stock.stacked_share
        label_width = natural_width(block.label, label)
        value_width = natural_width(block.value, value)
        fits = label_width + gap + value_width <= width
        if stacked_share is not None and (not fits or value_width > stacked_share * width):
            used = self.write(block.label, label, x, y, width)
            return used + self.write(block.value, value, x, y + used, width)
        # A long label wraps and leaves the value most of the width: amounts are not to be broken.
        value_width = min(value_width, max(width - label_width - gap, width * 7 // 10))
        side = x + width - value_width
        used = self.write(block.label, label, x, y, width - gap - value_width)
        beside = self.write(block.value, value, side, y, value_width, align=Align.RIGHT)
        return max(used, beside)

    def _total(self, block: Total, x: int, y: int, width: int) -> int:
        style = self.style(Size.TOTAL, bold=True)
        label_width = natural_width(block.label, style)
        room = width - label_width - self._stock.gap
        if natural_width(block.value, style) > room:
            used = self.write(block.label, style, x, y, width)
            return used + self.write(block.value, style, x, y + used, width, align=Align.RIGHT)
        used = self.write(block.label, style, x, y, label_width)
        side = x + width - room
        return max(used, self.write(block.value, style, side, y, room, align=Align.RIGHT))

    def _bar(self, block: Bar, x: int, y: int, width: int) -> int:
        padding, outside = self._stock.gap // 2, 12
        inner, top = width - 2 * padding, y + outside
        place = len(self.marks)
        used = padding
        for text, style in (
            (block.text, self.style(Size.BAR, bold=True)),
            (block.detail, self.style(Size.SMALL)),
        ):
            left = x + padding
            used += self.write(text, style, left, top + used, inner, align=Align.CENTRE, white=True)
        # Its height is known only now, but the black goes below the white.
        self.marks.insert(place, Area(x, top, width, used + padding))
        return used + padding + 2 * outside

    def _box(self, block: Box, x: int, y: int, width: int) -> int:
        edge, padding, outside = 4, 4, 13
        inset, top = edge + padding, y + outside
        style, inner = self.style(Size.STATE, bold=True), width - 2 * inset
        used = self.write(block.text, style, x + inset, top + inset, inner, align=Align.CENTRE)
        height = used + 2 * inset
        self.marks += [
            Area(x, top, width, edge),
            Area(x, top + height - edge, width, edge),
            Area(x, top, edge, height),
            Area(x + width - edge, top, edge, height),
        ]
        return height + outside

    def _code(self, block: Code, x: int, y: int, width: int) -> int:
        rows = code_rows(block.payload)
        size = max(1, min(self._stock.module, width // len(rows)))
        whole, quiet = size * len(rows), size * QUIET_MODULES
        shift = {Align.LEFT: 0, Align.CENTRE: (width - whole) // 2, Align.RIGHT: width - whole}
        self.marks.append(Modules(x + shift[block.align], y + quiet, size, rows))
        return whole + 2 * quiet

    def _picture(self, block: Picture, x: int, y: int, width: int) -> int:
        room = min(self._stock.logo_height / block.height, width / block.width, 1.0)
        wide, high = round(block.width * room), round(block.height * room)
        shift = {Align.LEFT: 0, Align.CENTRE: (width - wide) // 2, Align.RIGHT: width - wide}
        self.marks.append(Photo(x + shift[block.align], y, wide, high, block.png))
        return high + self._stock.gap // 2

    def _signature(self, block: Signature, x: int, y: int, width: int) -> int:
        self.marks.append(Area(x, y, width, 2))
        style = self.style(Size.SMALL)
        return 8 + self.write(block.text, style, x, y + 8, width, align=Align.CENTRE)

    def _columns(self, block: Columns, x: int, y: int, width: int) -> int:
        room = width - _COLUMN_GAP * (len(block.columns) - 1)
        tallest, left = 0, float(x)
        for column in block.columns:
            own = room * column.share
            tallest = max(tallest, self._stack(column.blocks, round(left), y, int(own)))
            left += own + _COLUMN_GAP
        return tallest

    def _table(self, block: Table, x: int, y: int, width: int) -> int:
        return place_table(self, block, x, y, width)


_PLACES: dict[type[Block], Callable[..., int]] = {
    Text: Placing._text,
    Mono: Placing._mono,
    Gap: Placing._gap,
    Push: Placing._push,
    Rule: Placing.rule,
    Row: Placing._row,
    Total: Placing._total,
    Bar: Placing._bar,
    Box: Placing._box,
    Code: Placing._code,
    Picture: Placing._picture,
    Signature: Placing._signature,
    Columns: Placing._columns,
    Table: Placing._table,
}


@lru_cache(maxsize=8)
def code_rows(payload: str, error: str = "m") -> tuple[bytes, ...]:
    """The rows of a QR code; each byte is a module, 1 where it is dark.

    Kept: a paper is laid out more than once until it fits, and what is saved is then printed.

    Raises:
        ValueError: it is too long for a code.
    """
    import segno  # not before the first paint

    made = segno.make_qr(payload, error=error, boost_error=False)
    return tuple(bytes(row) for row in made.matrix)
