"""What the clerk has confirmed about one payment before its cash is taken (rule 7).

Qt-free. A new payment starts with a fresh object, so that nothing agreed to holds for the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.payments.duplicates import Duplicates

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment


@dataclass
class Confirmations:
    """The earlier payments that this one could repeat, and the clerk's answers to each question."""

    duplicates: Duplicates = field(default_factory=Duplicates)
    duplicate_confirmed: bool = False
    another_bill: bool = False
    tries_low_balance: bool = False
    """The clerk wants to pay although the balance is too low: some accounts have a credit line."""
    account_confirmed: bool = False
    """The clerk has read the account back to the customer, who says that it is right."""

    def take_duplicates(self, duplicates: Duplicates) -> None:
        """Earlier payments as they are now; what was agreed to about others counts no longer."""
        if _number(duplicates.paid_today) != _number(self.duplicates.paid_today):
            self.duplicate_confirmed = False
        if _number(duplicates.other_open) != _number(self.duplicates.other_open):
            self.another_bill = False
        self.duplicates = duplicates

    @property
    def asks_for_duplicate(self) -> bool:
        """An earlier payment looks like this one, and that is not answered yet."""
        return (
            self.duplicates.open is not None
            or (self.duplicates.other_open is not None and not self.another_bill)
            or (self.duplicates.paid_today is not None and not self.duplicate_confirmed)
        )


def _number(payment: Payment | None) -> int | None:
    return None if payment is None else payment.number
