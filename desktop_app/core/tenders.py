"""Tenders: how a bill is paid. Only cash touches the drawer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_TENDERS = 2
"""A bill is split over two tenders at most."""
MAX_REFERENCE = 60


class TenderKind(StrEnum):
    """What a part of a bill is paid with.

    WALLET is money that the clerk saw arrive in the shop's own account, ON_ACCOUNT what a known
    customer owes from now on.
    """

    CASH = "cash"
    WALLET = "wallet"
    ON_ACCOUNT = "on_account"


@dataclass(frozen=True, slots=True)
class Tender:
    """One part of what is paid. ``reference`` is the wallet's, ``customer`` who owes it.

    ``allowed_by`` names who let the customer owe more than the owner's limit; empty within it.
    """

    kind: TenderKind
    amount: Money
    reference: str = ""
    customer: int | None = None
    allowed_by: str = ""

    @property
    def is_sound(self) -> bool:
        """It says what it must: more than nothing, a wallet's reference, or who owes it."""
        if self.amount <= ZERO:
            return False
        if self.kind is TenderKind.WALLET:
            return bool(self.reference.strip()) and self.customer is None
        if self.kind is TenderKind.ON_ACCOUNT:
            return self.customer is not None
        return self.customer is None


def total_of(tenders: Iterable[Tender]) -> Money:
    """The sum of several tenders."""
    return sum((one.amount for one in tenders), start=ZERO)


def debtor_of(tenders: Iterable[Tender]) -> int | None:
    """Return the id of the customer who owes a part of what is paid; None where nobody does."""
    return next((one.customer for one in tenders if one.customer is not None), None)


def may_pay(others: Sequence[Tender], due: Money) -> bool:
    """Tell whether these tenders beside cash, with the rest in cash, pay a bill of ``due``.

    The flow, the order and the ledger each ask: a tender is sound, none of them is cash, they do
    not come to more than the bill, and there are two at most with the cash.
    """
    if any(one.kind is TenderKind.CASH or not one.is_sound for one in others):
        return False
    rest = due - total_of(others)
    return rest >= ZERO and len(others) + (rest > ZERO) <= MAX_TENDERS
