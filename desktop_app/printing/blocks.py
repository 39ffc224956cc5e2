"""The blocks of a document from top to bottom, without sizes or positions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.core.settings import Language, Paper


class Size(Enum):
    """Sizes of letters; each paper has its own measures for them."""

    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    SMALL = auto()
    TOTAL = auto()
    STATE = auto()
    BAR = auto()
    MONO = auto()


class Align(Enum):
    """The horizontal alignment of a text."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Stroke(Enum):
    """Kinds of rules."""

    DASHED = auto()
    THIN = auto()
    THICK = auto()


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, shown literally."""

    text: str
    size: Size = Size.BODY
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    stroke: Stroke = Stroke.DASHED


@dataclass(frozen=True, slots=True)
class Row:
    """A label on the left, its value on the right (or below it where it is long)."""

    label: str
    value: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """The row that counts."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Bar:
    """White on black, for what must not be overlooked."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A framed word: the payment's state."""

    text: str


@dataclass(frozen=True, slots=True)
class Mono:
    """A key in letters of equal width, already in groups."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that holds ``payload``; ``align`` where it is narrower than its width."""

    payload: str
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, ``width`` by ``height`` dots at most; a paper may have less room."""

    png: bytes = field(repr=False)
    width: int
    height: int
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty height in dots."""

    dots: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with who signs below."""

    text: str


@dataclass(frozen=True, slots=True)
class Push:
    """Moves the blocks after it to the end of the page, on a sheet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a table; ``detail`` follows in small letters, below where it is long."""

    text: str
    bold: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns as wide as they need; the first takes what is left, the last ``right`` align right.

    ``head`` and every row have the same number of columns.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    right: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks beside others; ``share`` is its part of the width, 0 to 1."""

    share: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side."""

    columns: tuple[Column, ...]


Block: TypeAlias = (
    Text
    | Rule
    | Row
    | Total
    | Bar
    | Box
    | Mono
    | Code
    | Picture
    | Gap
    | Signature
    | Push
    | Table
    | Columns
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is ready to be drawn.

    ``title`` names it in a print queue and a PDF; it holds nothing but words of ours and a number.
    """

    title: str
    paper: Paper
    language: Language
    blocks: tuple[Block, ...]

    def texts(self) -> tuple[str, ...]:
        """Return all texts of the document from top to bottom, also for a screen reader."""
        return tuple(text for text in _texts(self.blocks) if text)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Text() | Box() | Mono() | Signature():
                yield block.text
            case Row() | Total():
                yield block.label
                yield block.value
            case Bar():
                yield block.text
                yield block.detail
            case Table():
                yield from block.head
                for row in block.rows:
                    for cell in row:
                        yield cell.text
                        yield cell.detail
            case Columns():
                for column in block.columns:
                    yield from _texts(column.blocks)
            case _:
                pass
