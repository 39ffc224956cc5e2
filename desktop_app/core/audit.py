"""The audit chain: what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first row of the record that is not what was written.

    Attributes:
        counter, position: the link; position 0 where a row has none.
        source: the table of the row.
        row: its number in that table; 0 where the link itself is gone.
    """

    counter: str
    position: int
    source: str
    row: int

    def __str__(self) -> str:
        return f"{self.source} {self.row} (link {self.position} of counter {self.counter})"


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link of a counter. A paper with it proves all that was written before it."""

    position: int = 0
    hash: str = ""
