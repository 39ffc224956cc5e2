"""A day's payments, counted and summed. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import HELD_STATES, Payment, PaymentState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sum:
    """A count of payments with their total."""

    count: int = 0
    total: Money = ZERO


@dataclass(frozen=True, slots=True)
class Share:
    """The paid payments of one provider or operator; ``slug`` and ``name`` say whose."""

    slug: str
    name: str
    paid: Sum


@dataclass(frozen=True, slots=True)
class Figures:
    """The totals of the payments recorded on a day, and of the cash given back on it.

    ``paid`` sums what the service was sent; ``charges`` were collected beside it, ``rounding`` is
    what whole rupees added to both, and all others sum cash: ``held`` of the open ones,
    ``to_return`` of those not paid, ``returned`` of all cash that was given back on the day,
    ``returned_earlier`` of that part of it that had been taken on earlier days. ``cash`` is what
    the day put into the drawer for bills. ``wallet`` and ``on_account`` are the parts of the paid
    bills that were paid otherwise. ``receipts`` are the payments with the first and the last
    receipt number.
    """

    paid: Sum
    rounding: Money
    held: Sum
    to_return: Sum
    returned: Sum
    returned_earlier: Sum
    receipts: tuple[Payment, Payment] | None
    providers: tuple[Share, ...]
    operators: tuple[Share, ...]
    charges: Money = ZERO
    wallet: Sum = Sum()
    on_account: Sum = Sum()

    @property
    def cash(self) -> Money:
        """Cash taken for bills, less what was given back; below zero on some days."""
        for_paid = self.paid.total + self.charges + self.rounding
        for_paid -= self.wallet.total + self.on_account.total
        taken = for_paid + self.held.total + self.to_return.total
        return taken - self.returned_earlier.total


def figures_of(
    payments: Sequence[Payment], returned: Sequence[Payment], since: datetime, until: datetime
) -> Figures:
    """The figures of a day.

    Cash counts by when it moved: what is given back on a later day was still there on this one,
    so that a day that is over does not change.

    Args:
        payments: those recorded on the day.
        returned: those whose cash was given back on the day.
        since: when the day began.
        until: when the next one begins.
    """
    paid = [p for p in payments if p.state is PaymentState.PAID]
    numbered = sorted(
        (p for p in paid if p.receipt is not None), key=lambda p: (p.receipt_series, p.receipt or 0)
    )
    return Figures(
        paid=Sum(len(paid), _total(p.order.amount for p in paid)),
        charges=_total(p.order.charge for p in paid),
        rounding=_total(p.order.rounding for p in paid),
        wallet=_sum(p.order.wallet for p in paid),
        on_account=_sum(p.order.on_account for p in paid),
        held=cash_of(p for p in payments if p.state in HELD_STATES),
        to_return=cash_of(p for p in payments if _owed_at(p, until)),
        returned=cash_of(returned),
        returned_earlier=cash_of(p for p in returned if p.recorded_at < since),
        receipts=(numbered[0], numbered[-1]) if numbered else None,
        providers=_shares(paid, lambda p: (p.order.provider, p.order.provider_name)),
        operators=_shares(paid, lambda p: (p.order.operator, p.order.operator)),
    )


def _owed_at(payment: Payment, until: datetime) -> bool:
    returned_at = payment.cash_returned_at
    return payment.owes_cash or (returned_at is not None and returned_at >= until)


def cash_of(payments: Iterable[Payment]) -> Sum:
    """Count and cash."""
    cash = [payment.order.cash_tender for payment in payments]
    return Sum(len(cash), _total(cash))


def _sum(amounts: Iterable[Money]) -> Sum:
    """Count and total of the amounts that are more than nothing."""
    found = [amount for amount in amounts if amount]
    return Sum(len(found), _total(found))


def _total(amounts: Iterable[Money]) -> Money:
    return sum(amounts, start=ZERO)


def _shares(
    paid: Sequence[Payment], key: Callable[[Payment], tuple[str, str]]
) -> tuple[Share, ...]:
    """Total the payments by provider or operator, the largest total first."""
    groups: dict[tuple[str, str], list[Money]] = {}
    for payment in paid:
        groups.setdefault(key(payment), []).append(payment.order.amount)
    shares = [
        Share(slug, name, Sum(len(amounts), _total(amounts)))
        for (slug, name), amounts in groups.items()
    ]
    return tuple(sorted(shares, key=lambda share: (-share.paid.total.paisa, share.name)))
