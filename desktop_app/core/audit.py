"""The audit chain: what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.errors import LedgerError, Problem


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first row of the record that is not what was written.

    Attributes:
        counter, position: the link; position 0 where a row has none.
        source: the table of the row.
        row: its number in that table; 0 where the link itself is gone.
        payment: the payment that the row is about; None where it is about none, or names none.
    """

    counter: str
    position: int
    source: str
    row: int
    payment: int | None = None

    def __str__(self) -> str:
        of = "" if self.payment is None else f" of payment {self.payment}"
        return f"{self.source} {self.row}{of}, link {self.position} of counter {self.counter}"


def record_changed(broken: BrokenLink) -> LedgerError:
    """The error that names a row which was changed outside of the program."""
    return LedgerError(Problem.RECORD_CHANGED, broken=str(broken), number=broken.payment)


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The newest link of a counter. A paper with it proves all that was written before it."""

    position: int = 0
    hash: str = ""
