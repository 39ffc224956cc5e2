"""Lists what the customers of the practice service teach, and finds the next lesson."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.customers import KnownAccount


class Lesson(StrEnum):
    """What a practice customer teaches, in the order of the lessons."""

    PAYS = "pays"
    WAITS = "waits"
    NOT_PAID = "not_paid"
    SLOW = "slow"
    BILLS = "bills"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class PracticeCustomer:
    """An account id to try, and what it teaches. ``NOBODY`` is no customer at all."""

    provider: str
    account_id: str
    lesson: Lesson


def next_lesson(
    customers: Sequence[PracticeCustomer], known: Iterable[KnownAccount]
) -> PracticeCustomer | None:
    """The first that was not tried yet; None where all were.

    A look-up counts as tried, but the first lesson is paying. ``NOBODY`` leaves no trace, so it is
    not proposed.
    """
    # Ids of practice are invented, so none stands for customers of two companies.
    tried = {one.account_id: one.paid_times for one in known}
    for customer in customers:
        times = tried.get(customer.account_id)
        is_tried = times is not None and (times > 0 or customer.lesson is not Lesson.PAYS)
        if not is_tried and customer.lesson is not Lesson.NOBODY:
            return customer
    return None
