"""A shop whose power goes in the middle of a write, and what its people know without the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.money import ZERO, Money
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger

if TYPE_CHECKING:
    from pathlib import Path


class PowerCut(BaseException):
    """The computer is off in the middle of a statement."""


class Power:
    """Runs the record of a shop until it goes, after so many statements more."""

    def __init__(self) -> None:
        self.statements_left: int | None = None

    def opened(self, path: Path) -> SqliteLedger:
        """The record, whose statements need this power."""
        ledger = open_ledger(path)
        sa.event.listen(ledger._store._engine, "before_cursor_execute", self._hear)
        return ledger

    def _hear(self, *_: object) -> None:
        if self.statements_left is not None:
            self.statements_left -= 1
            if self.statements_left < 0:
                self.statements_left = None
                raise PowerCut


@dataclass
class Hands:
    """What people know of one drawer, without the record.

    ``cash`` is what went in less what came out since its shift was opened, ``closed`` the number of
    closes there.
    """

    cash: Money = ZERO
    is_open: bool = False
    has_float: bool = False
    closed: int = 0
    sums: list[Money] = field(default_factory=list)
