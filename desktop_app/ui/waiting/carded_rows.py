"""Which of many waiting payments have cards: those around one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.waiting.waiting_row import WaitingRow


class CardedRows:
    """The payments of Waiting in order, and the stretch of them that have cards.

    Attributes:
        rows: all of them.
        first: the place where the stretch begins.
        most: how many the stretch has at most.
    """

    def __init__(self, most: int) -> None:
        self.rows: list[WaitingRow] = []
        self.first = 0
        self.most = most

    @property
    def after(self) -> int:
        """How many come after the stretch."""
        return max(0, len(self.rows) - self.first - self.most)

    def replace(self, rows: Sequence[WaitingRow]) -> None:
        """Have these from now on."""
        self.rows = list(rows)

    def put(self, row: WaitingRow) -> None:
        """Have a payment as it stands now, if it is here."""
        if (at := self.place(row.number)) is not None:
            self.rows[at] = row

    def place(self, number: int | None) -> int | None:
        """The place of a payment; None if it is not here."""
        return next((at for at, row in enumerate(self.rows) if row.number == number), None)

    def row(self, number: int) -> WaitingRow:
        """Return a payment that is here, as it stands."""
        return next(row for row in self.rows if row.number == number)

    def number_at(self, at: int) -> int:
        """The number of the payment at a place, or of the first or last one beyond the ends."""
        return self.rows[max(0, min(len(self.rows) - 1, at))].number

    def around(self, at: int) -> list[WaitingRow]:
        """Move the stretch as little as it takes to have the payment at a place; what is in it."""
        first = min(max(self.first, at - self.most + 1), at)
        self.first = max(0, min(first, len(self.rows) - self.most))
        return self.rows[self.first : self.first + self.most]

    def owing(self) -> list[int]:
        """The places of those whose cash may be given back."""
        return [at for at, row in enumerate(self.rows) if row.may_give_back]
