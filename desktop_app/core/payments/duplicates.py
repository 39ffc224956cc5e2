"""Rule 7: which earlier payments a new one could repeat. The screen and the desk ask here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import OfferKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.payment import Payment, PaymentOrder
    from desktop_app.core.payments.ports import Ledger

ASKED_FOR = timedelta(hours=24)
"""How long a payment is asked about: a clerk who pays at 11:59 PM may be back at 12:01 AM."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Payments that a new one could repeat."""

    open: Payment | None = None
    """Its outcome is open: another cannot be started."""
    other_open: Payment | None = None
    """Something else of the same customer is open: the clerk has to say that this is another."""
    paid_today: Payment | None = None
    """It was paid today or within 24 hours: paying again must be asked for."""


def duplicates_of(
    order: PaymentOrder, ledger: Ledger, clock: Clock, counts: Callable[[Payment], bool]
) -> Duplicates:
    """The earlier payments of the order's customer that it could repeat.

    Args:
        order: what is to be paid.
        ledger: the record.
        clock: tells from when on a paid one is asked about.
        counts: whether an open payment counts; false for one that is known not to be sent.

    Raises:
        LedgerError: the ledger could not be read.
    """
    customer = order.customer
    open_ones = [
        p for p in ledger.open_payments() if p.order.customer.is_same(customer) and counts(p)
    ]
    blocking = [p for p in open_ones if _blocks(p.order, order)]
    paid = [
        p
        for p in ledger.paid_since(customer, asked_since(clock))
        if may_repeat(p.order, order) and not _is_replaced(p, order)
    ]
    return Duplicates(
        open=blocking[0] if blocking else None,
        other_open=None if blocking or not open_ones else open_ones[0],
        paid_today=paid[0] if paid else None,
    )


def asked_since(clock: Clock) -> datetime:
    """Return the time since when duplicates are asked about: the earlier of 24 hours ago and
    midnight.
    """
    return min(clock.start_of_day(), clock.now() - ASKED_FOR)


def may_repeat(earlier: PaymentOrder, order: PaymentOrder) -> bool:
    """True if ``order`` could pay what ``earlier`` of the same customer has paid.

    A renewal or a package may be paid twice under any id and at any amount: a due is added to the
    first and gone from the second. Only two bills of one service are certainly two things: another
    service of the company may name the same bill otherwise.
    """
    if earlier.offer_id == order.offer_id or earlier.provider != order.provider:
        return True
    return not (_is_bill(earlier) and _is_bill(order))


def _blocks(earlier: PaymentOrder, order: PaymentOrder) -> bool:
    """An open payment of the same offer stands in the way, any open one of a package, and any at
    another endpoint of the brand, where the same thing may be called otherwise.
    """
    if _is_moved(earlier, order):
        return True
    return earlier.offer_id == order.offer_id or not _is_bill(order)


def _is_moved(earlier: PaymentOrder, order: PaymentOrder) -> bool:
    """The brand was paid at another endpoint before. The oldest payments do not say where."""
    are_told = bool(earlier.path and order.path)
    return earlier.provider == order.provider and are_told and earlier.path != order.path


def _is_replaced(earlier: Payment, order: PaymentOrder) -> bool:
    """The clerk has chosen to pay this very one again, which the service took back.

    Once: when that is settled, it is asked about as any other.
    """
    return earlier.number == order.instead_of and earlier.owes_reversal


def _is_bill(order: PaymentOrder) -> bool:
    return order.offer_kind == OfferKind.BILL.value
