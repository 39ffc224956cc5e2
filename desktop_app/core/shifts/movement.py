"""Cash movements: every rupee that goes into a drawer or out of it, and why.

The cash that must lie in a drawer is the sum of the movements of its shift and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import NOTHING, Body
from desktop_app.core.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.payments.payment import PaymentOrder


class MovementKind(StrEnum):
    """Why cash moved.

    CARRIED: it was taken for an open payment of before there were shifts. CHANGE_GIVEN is what left
    the drawer, CASH_TAKEN what came in for the bill, ROUNDING what whole rupees added to it or took
    from it: together they are the cash part of the bill.
    """

    FLOAT = "float"
    CASH_TAKEN = "cash_taken"
    ROUNDING = "rounding"
    CHANGE_GIVEN = "change_given"
    CASH_RETURNED = "cash_returned"
    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    SAFE_DROP = "safe_drop"
    NO_SALE = "no_sale"
    ON_ACCOUNT_SETTLED = "on_account_settled"
    CARRIED = "carried"
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a kind that only a newer program knows."""


_OUT = frozenset({MovementKind.PAID_OUT, MovementKind.SAFE_DROP})
BY_HAND = frozenset({*_OUT, MovementKind.PAID_IN, MovementKind.NO_SALE})
"""What a clerk enters; all others are written with what caused them."""

NEEDS_REASON = frozenset({MovementKind.PAID_IN, MovementKind.PAID_OUT})


@dataclass(frozen=True, slots=True)
class Movement:
    """One amount that went into a drawer, or out of it where it is below zero."""

    kind: MovementKind
    at: datetime
    amount: Money
    payment: int | None = None
    operator: str = ""
    operator_id: str = ""
    reason: str = ""
    content: Body = field(default=NOTHING, hash=False)


def cash_moved(order: PaymentOrder) -> tuple[tuple[MovementKind, Money], ...]:
    """What taking the cash of a payment does to the drawer; together the cash part of the bill.

    The customer hands over what is due at least: where less is noted, that was not asked for.
    """
    due = order.cash_tender
    if not due:
        return ()
    received = max(order.cash_received, due)
    rounding = order.rounding if order.rounding < received else ZERO
    moved = (
        (MovementKind.CASH_TAKEN, received - rounding),
        (MovementKind.ROUNDING, rounding),
        (MovementKind.CHANGE_GIVEN, due - received),
    )
    return tuple((kind, amount) for kind, amount in moved if amount)


def signed(kind: MovementKind, amount: Money) -> Money:
    """What an amount that a clerk entered does to the drawer."""
    return -amount if kind in _OUT else amount


def may_be_entered(kind: MovementKind, amount: Money, reason: str) -> bool:
    """A clerk may enter that: an amount above zero, none for "no sale", and a reason if needed."""
    if kind not in BY_HAND or (kind in NEEDS_REASON and not reason.strip()):
        return False
    return amount == ZERO if kind is MovementKind.NO_SALE else amount > ZERO


def expected_cash(movements: Iterable[Movement]) -> Money:
    """The cash that must lie in the drawer."""
    return sum((one.amount for one in movements), start=ZERO)
