"""Tenders: how a bill is paid. Only cash touches the drawer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    """One part of what is paid. ``reference`` is the wallet's, ``customer`` who owes it."""

    kind: TenderKind
    amount: Money
    reference: str = ""
    customer: int | None = None


def total_of(tenders: Iterable[Tender]) -> Money:
    """The sum of several tenders."""
    return sum((one.amount for one in tenders), start=ZERO)
