"""Lists what the customers of the practice service teach, and finds the next lesson."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.customers import KnownAccount


class Lesson(StrEnum):
    """The lessons of the practice customers, in their order."""

    PAYS = "pays"
    WAITS = "waits"
    NOT_PAID = "not_paid"
    SLOW = "slow"
    BILLS = "bills"
    NOBODY = "nobody"
    PRICE_CHANGES = "price_changes"


@dataclass(frozen=True, slots=True)
class PracticeCustomer:
    """An account id to try, and what it teaches. ``NOBODY`` is no customer at all.

    ``looked_up`` is what the practice service remembers: a look-up that finds nobody leaves no
    trace in the ledger.
    """

    key: AccountKey
    provider: str
    account_id: str
    lesson: Lesson
    looked_up: bool = False


def tour(
    customers: Iterable[PracticeCustomer], providers: Container[str]
) -> tuple[PracticeCustomer, ...]:
    """One for each lesson, of the first of the providers that teaches it."""
    found: dict[Lesson, PracticeCustomer] = {}
    for customer in customers:
        if customer.provider in providers:
            found.setdefault(customer.lesson, customer)
    return tuple(found.values())


def next_lesson(
    customers: Iterable[PracticeCustomer], known: Iterable[KnownAccount]
) -> PracticeCustomer | None:
    """The first that was not tried yet; None where all were.

    A look-up counts as tried, but the first lesson is paying.
    """
    before = tuple(known)
    for customer in customers:
        found = (one.paid_times for one in before if one.key.is_same(customer.key))
        times = next(found, None)
        is_tried = customer.looked_up or times is not None
        if customer.lesson is Lesson.PAYS:
            is_tried = bool(times)
        if not is_tried:
            return customer
    return None
