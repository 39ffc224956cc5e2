"""On account (udharo): customers whom the shop knows, what they owe, and how it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.money import ZERO, Money
from desktop_app.core.tenders import TenderKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.journal import JournalEntry
    from desktop_app.core.shop import Till

MAX_NAME = 80
MAX_PHONE = 30


@dataclass(frozen=True, slots=True)
class OnAccountCustomer:
    """A customer who may owe.

    Attributes:
        id: in this record.
        name, phone: as the shop knows the customer.
        limit: how much may be owed without the owner; None while the owner has set none.
        owed: what is owed now; below zero, the shop owes the customer.
        since: since when something is owed without a break.
    """

    id: int
    name: str
    phone: str = ""
    limit: Money | None = None
    owed: Money = ZERO
    since: datetime | None = None

    def allows(self, amount: Money) -> bool:
        """Tell whether the customer may owe that much more without the owner."""
        return self.limit is not None and self.owed + amount <= self.limit


class EntryKind(StrEnum):
    """Why a customer owes more, or less."""

    BILL = "bill"
    CANCELLED = "cancelled"
    """The bill was not paid: it is owed no more."""
    SETTLED_IN_CASH = "settled_in_cash"
    SETTLED_BY_WALLET = "settled_by_wallet"


@dataclass(frozen=True, slots=True)
class OnAccountEntry:
    """One line of a customer's account. ``amount`` is below zero where less is owed from then on.

    ``payment`` is the number of the bill's payment. ``note`` is the wallet's reference, or names
    who allowed more than the limit.
    """

    id: int
    kind: EntryKind
    at: datetime
    amount: Money
    payment: int | None = None
    operator: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Settling:
    """What a customer gives for what is owed, in cash or by a wallet with its reference."""

    customer: int
    amount: Money
    kind: TenderKind = TenderKind.CASH
    reference: str = ""

    def is_sound(self, owed: Money) -> bool:
        """More than nothing, no more than is owed, and a wallet's with its reference."""
        if not ZERO < self.amount <= owed:
            return False
        if self.kind is TenderKind.WALLET:
            return bool(self.reference.strip())
        return self.kind is TenderKind.CASH


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement: its entry, and what the customer still owes after it."""

    entry: OnAccountEntry
    left: Money


def owed_since(entries: Iterable[tuple[datetime, Money]]) -> datetime | None:
    """Since when something is owed without a break, by the entries in their order."""
    owed, since = ZERO, None
    for at, amount in entries:
        was_owed, owed = owed > ZERO, owed + amount
        if owed <= ZERO:
            since = None
        elif not was_owed:
            since = at
    return since


class OnAccountLedger(Protocol):
    """The customers of one environment. Every method may raise ``LedgerError``."""

    def customers(self) -> tuple[OnAccountCustomer, ...]:
        """All of them, by name, with what they owe."""

    def customer(self, number: int) -> OnAccountCustomer:
        """The customer with that id; ``ILLEGAL_STEP`` where there is none."""

    def entries(self, customer: int) -> tuple[OnAccountEntry, ...]:
        """The account of a customer, oldest first."""

    def add_customer(self, name: str, phone: str, at: datetime) -> OnAccountCustomer:
        """Write a new customer; the one of that name and phone where there is one."""

    def set_limit(self, customer: int, limit: Money | None, entry: JournalEntry) -> None:
        """Set how much a customer may owe, and tell it in the journal, both or neither."""

    def settle(self, till: Till, at: datetime, settling: Settling) -> Settled:
        """Write what a customer gave: cash goes into the open shift of the drawer.

        Refused with ``STALE`` where no more is owed than that.
        """
