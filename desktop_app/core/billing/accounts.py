"""Accounts at a provider, what can be paid for them, and what it costs and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from datetime import date

Json: TypeAlias = object
"""A decoded JSON value: None, bool, int, Decimal, str, list or dict. Never a float."""

Body: TypeAlias = Mapping[str, Json]
"""The decoded object at the top of an answer."""


class _Nothing(Mapping[str, Json]):
    """No fields. Hashable: Python 3.11 takes no other default for a dataclass."""

    __slots__ = ()

    def __getitem__(self, name: str) -> Json:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"


NOTHING: Body = _Nothing()


class LineKind(StrEnum):
    """The kind of a line of a quote."""

    PACKAGE = "package"
    DUE = "due"
    RATE = "rate"
    VAT = "vat"
    BILL = "bill"
    AMOUNT = "amount"
    CHARGE = "charge"
    """Collected beside what is sent: the service takes it from the balance in addition."""
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a kind that only a newer program knows."""


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A part of a price. ``used_days`` and ``note`` say what a due is for."""

    kind: LineKind
    amount: Money
    used_days: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """An offer's price: its parts, and the total that is sent to the service unchanged.

    The parts of a bill need not add up to the total: the total is what is owed. A charge is no part
    of the total, but is collected with it.
    """

    total: Money
    lines: tuple[QuoteLine, ...] = ()

    @property
    def charge(self) -> Money:
        """The charge that is collected beside the total."""
        return charge_of(self.lines)


def charge_of(lines: Iterable[QuoteLine]) -> Money:
    """Add up the charges among the parts of a price."""
    charges = (line.amount for line in lines if line.kind is LineKind.CHARGE)
    return sum(charges, start=ZERO)


class OfferKind(StrEnum):
    """The kind of an offer."""

    PACKAGE = "package"
    BILL = "bill"
    AMOUNT = "amount"
    CONNECTION = "connection"
    """A line or a box of the customer's: chosen first, and never paid itself."""


@dataclass(frozen=True, slots=True)
class AmountLimits:
    """The limits of the amount that the clerk may enter. Both bounds are included.

    ``maximum`` is None where the company names none. An amount is a multiple of ``step``, and one
    of ``allowed`` where there are any.
    """

    minimum: Money
    maximum: Money | None = None
    step: Money | None = None
    allowed: tuple[Money, ...] = ()

    def allows(self, amount: Money) -> bool:
        """The amount is above zero, and everything that is asked of it holds."""
        if amount <= ZERO or amount < self.minimum:
            return False
        if self.maximum is not None and amount > self.maximum:
            return False
        if self.step and amount.paisa % self.step.paisa:
            return False
        return not self.allowed or amount in self.allowed


@dataclass(frozen=True, slots=True)
class Offer:
    """A package, a bill or an amount that can be paid for an account.

    ``id`` is the provider's id as text, compared whole. ``data`` holds what the provider wants
    back in a later call, unchanged. ``quote`` is None for what has no price: a connection to choose
    a package for, or an amount that the clerk enters within ``open_amount``.
    """

    id: str
    kind: OfferKind
    label: str
    quote: Quote | None
    duration_days: int | None = None
    duration_months: int | None = None
    is_current: bool = False
    service_name: str = ""
    bill_date: date | None = None
    open_amount: AmountLimits | None = None
    data: Body = field(default=NOTHING, hash=False)

    @property
    def total(self) -> Money:
        """The amount that is sent to the service; zero without a price, and zero is never paid."""
        return ZERO if self.quote is None else self.quote.total

    @property
    def payable(self) -> Money:
        """The amount that the customer pays: the total and the charge, before it is rounded."""
        return self.total + charge_of(self.lines)

    @property
    def lines(self) -> tuple[QuoteLine, ...]:
        """The parts of the price, none without one."""
        return () if self.quote is None else self.quote.lines

    def line(self, kind: LineKind) -> QuoteLine | None:
        """The price's part of that kind, if it has one."""
        return next((line for line in self.lines if line.kind is kind), None)

    def with_amount(self, amount: Money) -> Offer:
        """The same offer for an amount that the clerk entered."""
        lines = (QuoteLine(LineKind.AMOUNT, amount),)
        return replace(self, quote=Quote(total=amount, lines=lines))


@dataclass(frozen=True, slots=True)
class Account:
    """A customer's account as the service described it in one look-up.

    ``account_id`` is the id as the service names it, else as it was typed. ``own_id`` is the
    company's own id for the customer, where its answer names one that need not be what was typed:
    several texts may find the same customer. ``session_id`` is the service's handle for the commit,
    kept as it came (number or text). ``preselected`` is the id of the offer to start from.
    ``expires_on`` is the day on which the account runs out, where the answer names a day and not
    only, or not at all, the days that are left.
    """

    provider: str
    account_id: str
    customer_name: str
    offers: tuple[Offer, ...]
    session_id: int | str | None = None
    branch: str = ""
    days_left: int | None = None
    expires_on: date | None = None
    current_package: str = ""
    due: Money | None = None
    due_days: int | None = None
    due_note: str = ""
    preselected: str | None = None
    own_id: str = ""
    data: Body = field(default=NOTHING, hash=False)

    def offer(self, offer_id: str) -> Offer | None:
        """The offer with that id."""
        return next((offer for offer in self.offers if offer.id == offer_id), None)
