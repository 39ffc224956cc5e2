"""The commission that is expected for the bills of a month, by the rates that the owner entered.

The service tells no commission: what is shown is an expectation, to be compared with what is paid
out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Payment, PaymentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

_MILLION = 1_000_000
MILLIONTHS_PER_PERCENT = _MILLION // 100
MAX_PERCENT = Decimal(50)
MAX_FIXED = Money.rupees(1000)
"""More than any provider pays for a bill: what is entered above is a slip."""
MAX_DAYS_AHEAD, MAX_DAYS_BACK = 2 * 366, 10 * 366
"""A rate that begins farther away has a slip in its year."""

_EXACT = Context(prec=64)
_MAX_LENGTH = 8
_PERCENT_STEP = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class CommissionRate:
    """What a provider pays for a bill from a day on, until the next rate of it begins.

    Of two rates from the same day the one that was entered later holds. ``millionths`` is the part
    of the amount (2.5 % is 25,000), ``fixed`` what is paid beside it; one of both is set.
    """

    provider: str
    from_day: date
    millionths: int | None
    fixed: Money | None
    at: datetime
    operator: str = ""
    operator_id: str = ""

    @property
    def percent(self) -> Decimal | None:
        """The part of the amount in percent."""
        if self.millionths is None:
            return None
        return Decimal(self.millionths) / MILLIONTHS_PER_PERCENT

    def of(self, amount: Money) -> Decimal:
        """The commission for a bill, in paisa and parts of it."""
        part = Decimal(amount.paisa) * (self.millionths or 0) / _MILLION
        return part + (self.fixed or ZERO).paisa


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """One provider's month. ``commission`` is None where no rate held for any of its bills.

    ``unrated`` counts the bills of days before its first rate.
    """

    provider: str
    name: str
    bills: int
    amount: Money
    commission: Money | None
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class CommissionSheet:
    """The bills of a span of days, ``since`` and ``until`` included, by provider."""

    since: date
    until: date
    rows: tuple[CommissionRow, ...]

    @property
    def bills(self) -> int:
        """All bills."""
        return sum(row.bills for row in self.rows)

    @property
    def amount(self) -> Money:
        """The sum of all bills."""
        return sum((row.amount for row in self.rows), start=ZERO)

    @property
    def commission(self) -> Money:
        """The sum of what is expected."""
        return sum((row.commission or ZERO for row in self.rows), start=ZERO)

    @property
    def unrated(self) -> int:
        """The bills for which no rate held."""
        return sum(row.unrated for row in self.rows)


@dataclass(frozen=True, slots=True)
class CommissionMonth:
    """A sheet, and all rates that were ever entered, in that order."""

    sheet: CommissionSheet
    rates: tuple[CommissionRate, ...]


def may_be_rate(rate: CommissionRate) -> bool:
    """Tell whether a provider could pay this: not nothing, not too much, from no far day on."""
    percent, fixed = rate.percent, rate.fixed
    if (percent is None and fixed is None) or is_far(rate.from_day, rate.at):
        return False
    fits = percent is None or 0 <= percent <= MAX_PERCENT
    return fits and (fixed is None or ZERO <= fixed <= MAX_FIXED)


def is_far(day: date, now: datetime) -> bool:
    """Tell whether a day is too far from today for a rate to begin on it."""
    away = (day - now.astimezone(NEPAL).date()).days
    return not -MAX_DAYS_BACK <= away <= MAX_DAYS_AHEAD


def read_percent(text: str) -> int | None:
    """Millionths of a percentage that somebody typed, at most four digits after the point."""
    plain = text.strip().removesuffix("%").strip()
    if not plain.replace(".", "", 1).isdecimal() or len(plain) > _MAX_LENGTH:
        return None
    number = Decimal(plain)
    if number > MAX_PERCENT or number != number.quantize(_PERCENT_STEP):
        return None
    return int(number * MILLIONTHS_PER_PERCENT)


def rate_on(rates: Iterable[CommissionRate], provider: str, day: date) -> CommissionRate | None:
    """The rate of a provider that holds on a day; ``rates`` in the order of their entry."""
    held = [rate for rate in rates if rate.provider == provider and rate.from_day <= day]
    best: CommissionRate | None = None
    for rate in held:
        if best is None or rate.from_day >= best.from_day:
            best = rate
    return best


def commission_sheet(
    payments: Iterable[Payment], rates: Sequence[CommissionRate], since: date, until: date
) -> CommissionSheet:
    """The sheet of a span of days.

    A bill counts on the day in Nepal on which it became PAID. What the service gave back later
    earns nothing. Each provider's sum is rounded once.
    """
    bills: dict[str, list[Payment]] = defaultdict(list)
    for payment in payments:
        day = payment.changed_at.astimezone(NEPAL).date()
        is_paid = payment.state is PaymentState.PAID and payment.reversed_at is None
        if is_paid and since <= day <= until:
            bills[payment.order.provider].append(payment)
    rows = (_row(provider, found, rates) for provider, found in bills.items())
    ordered = sorted(rows, key=lambda row: (-row.amount.paisa, row.name.casefold()))
    return CommissionSheet(since, until, tuple(ordered))


def _row(
    provider: str, payments: Sequence[Payment], rates: Iterable[CommissionRate]
) -> CommissionRow:
    of_provider = [rate for rate in rates if rate.provider == provider]
    paisa, unrated = Decimal(0), 0
    for payment in payments:
        day = payment.changed_at.astimezone(NEPAL).date()
        rate = rate_on(of_provider, provider, day)
        if rate is None:
            unrated += 1
        else:
            paisa = _EXACT.add(paisa, rate.of(payment.order.amount))
    whole = Money(int(paisa.to_integral_value(ROUND_HALF_EVEN, _EXACT)))
    return CommissionRow(
        provider=provider,
        name=payments[-1].order.provider_name,
        bills=len(payments),
        amount=sum((one.order.amount for one in payments), start=ZERO),
        commission=None if unrated == len(payments) else whole,
        unrated=unrated,
    )
