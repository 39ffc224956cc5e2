"""What a customer hands over for one bill: the cash, and what is paid otherwise. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.money import is_unusual_cash
from desktop_app.core.tenders import may_pay, total_of

if TYPE_CHECKING:
    from desktop_app.core.money import Money
    from desktop_app.core.tenders import Tender


@dataclass
class TakenMoney:
    """The cash as it is typed, and the other tenders. Each bill begins with a fresh one.

    What is due is given to each question, as the rounding of cash may change meanwhile.
    """

    cash: Money | None = None
    others: tuple[Tender, ...] = ()
    """What is paid otherwise than in cash; nothing, unless the clerk says so."""
    agreed_cash: Money | None = None
    """The unusually large cash that the clerk has said is right."""

    def pay_with(self, *others: Tender) -> None:
        """Take these tenders beside cash; the rest is to be taken in cash, and typed anew."""
        self.others = others
        self.cash = None
        self.agreed_cash = None

    def agree_to_cash(self, agreed: bool) -> None:
        """The clerk says that the cash is right, however much it is."""
        self.agreed_cash = self.cash if agreed else None

    @property
    def is_agreed(self) -> bool:
        """The clerk has said that this cash is right."""
        return self.cash is not None and self.cash == self.agreed_cash

    def cash_tender(self, due: Money) -> Money:
        """The cash to take for a bill."""
        return due - total_of(self.others)

    def asks_for_cash(self, due: Money) -> bool:
        """The cash is so much that the clerk must say that it is right."""
        cash = self.cash
        if cash is None or cash == self.agreed_cash:
            return False
        return is_unusual_cash(cash, self.cash_tender(due))

    def pays(self, due: Money) -> bool:
        """The tenders pay the bill: what is left for cash is there in cash."""
        if not may_pay(self.others, due):
            return False
        if self.cash is None:
            return bool(self.others) and not self.cash_tender(due)
        return self.cash >= self.cash_tender(due)
