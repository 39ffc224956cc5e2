"""The audit chain: what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError, Problem

if TYPE_CHECKING:
    from desktop_app.core.environment import Environment


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first row of the record that is not what was written.

    Attributes:
        counter, position: the link; position 0 where a row has none.
        source: the table of the row.
        row: its number in that table; 0 where the link itself is gone.
        payment: the payment that the row is about; None where it is about none, or names none.
        kind: what the row tells, as it is written there now; empty where that cannot be read.
        z_number: that of a report.
    """

    counter: str
    position: int
    source: str
    row: int
    payment: int | None = None
    kind: str = ""
    z_number: int | None = None

    @property
    def content(self) -> dict[str, str]:
        """What the journal tells of it: the same for the same break."""
        return {
            "counter": self.counter,
            "position": str(self.position),
            "source": self.source,
            "row": str(self.row),
        }

    def __str__(self) -> str:
        of = "" if self.payment is None else f" of payment {self.payment}"
        return f"{self.source} {self.row}{of}, link {self.position} of counter {self.counter}"


@dataclass(frozen=True, slots=True)
class FoundBreak:
    """A check has found the chain of an environment's record broken.

    ``is_seen``: an owner has said to have read of this very break.
    """

    environment: Environment
    broken: BrokenLink
    is_seen: bool


def record_changed(found: FoundBreak) -> LedgerError:
    """The error that names a row which was changed outside of the program."""
    return LedgerError(Problem.RECORD_CHANGED, found=found)


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link of a counter. A paper with it proves all that was written before it."""

    position: int = 0
    hash: str = ""
