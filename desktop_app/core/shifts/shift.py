"""A shift: one clerk's time at a drawer, opened, counted and closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.billing.accounts import Body
    from desktop_app.core.environment import Environment
    from desktop_app.core.pin_reset import PinSetAnew

DENOMINATIONS = (1000, 500, 100, 50, 20, 10, 5, 2, 1)
"""Nepal's notes and coins in rupees, in the order in which they are counted."""


class Opening(StrEnum):
    """How a shift was opened: with a counted drawer, or by its first payment."""

    COUNTED = "counted"
    BY_PAYMENT = "by_payment"


@dataclass(frozen=True, slots=True)
class CashCount:
    """What somebody counted in a drawer: pieces of each denomination, and a sum beside them."""

    pieces: tuple[tuple[int, int], ...] = ()
    other: Money = ZERO

    @classmethod
    def of(cls, pieces: Mapping[int, int]) -> CashCount:
        """The count of these pieces; those of which there are none are left out.

        Raises:
            ValueError: there is no such note or coin, or fewer than none of it.
        """
        if any(face not in DENOMINATIONS or count < 0 for face, count in pieces.items()):
            raise ValueError("not a count of notes and coins")
        counts = ((face, pieces.get(face, 0)) for face in DENOMINATIONS)
        return cls(tuple((face, count) for face, count in counts if count))

    @property
    def total(self) -> Money:
        """All of it."""
        return sum((Money.rupees(face * count) for face, count in self.pieces), start=self.other)

    def write(self) -> Body:
        """The stored form."""
        pieces = {str(face): count for face, count in self.pieces}
        return {"pieces": pieces, "other": self.other.paisa, "total": self.total.paisa}

    @classmethod
    def read(cls, body: object) -> CashCount | None:
        """The count of a stored form; None where there is none that is understood."""
        if not isinstance(body, Mapping):
            return None
        pieces, other = body.get("pieces"), body.get("other")
        if not isinstance(pieces, Mapping) or not isinstance(other, int):
            return None
        counts = tuple(
            (int(face), count)
            for face, count in pieces.items()
            if str(face).isdecimal() and isinstance(count, int)
        )
        return cls(counts, Money(other)) if len(counts) == len(pieces) else None


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift as the record has it. ``z_number`` is given when it is closed."""

    number: int
    environment: Environment
    counter: str
    drawer: str
    opened_at: datetime
    opened_by: str
    opened_by_id: str
    opened_how: str
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_by_id: str = ""
    z_number: int | None = None
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Cash moves in it still."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Closing:
    """What a clerk confirmed at the end of a shift.

    Attributes:
        at: when.
        counted: what lies in the drawer.
        expected: the sum that the clerk's screen showed; another one by then is refused.
        reason: why both differ; needed where they do.
        note: on a shift that was closed late, for example.
        pins_set_anew: when an owner's PIN was set anew since the report before.
    """

    at: datetime
    counted: CashCount
    expected: Money
    reason: str = ""
    note: str = ""
    pins_set_anew: tuple[PinSetAnew, ...] = ()

    @property
    def difference(self) -> Money:
        """What is in the drawer too much, or too little if it is below zero."""
        return self.counted.total - self.expected

    @property
    def needs_reason(self) -> bool:
        """The drawer is not right, and nobody said why."""
        return bool(self.difference) and not self.reason.strip()
