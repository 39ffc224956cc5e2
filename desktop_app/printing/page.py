"""A laid out paper: marks at their places, in dots from the paper's upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from desktop_app.printing.text_run import TextRun


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
        """Width of the whole code in dots, which is also its height."""
        return self.size * len(self.rows)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in the room that it fills; ``png`` is decoded where it is drawn."""

    x: int
    y: int
    width: int
    height: int
    png: bytes = field(repr=False)


Mark: TypeAlias = Area | Modules | Photo | TextRun


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
