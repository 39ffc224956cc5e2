"""Keeps the events of this run that could not be recorded when they happened."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.payments.settlement import append_answer
from desktop_app.core.payments.unsent import UnsentPayments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.payments.payment import Event, Payment, PaymentUpdate
    from desktop_app.core.payments.ports import Ledger


def is_there(ledger: Ledger, payment: Payment) -> bool:
    """The ledger has this very payment.

    After going back to a backup, another payment may have its number, or none.
    """
    found = ledger.payment(payment.number)
    return found is not None and found.order.reference == payment.order.reference


class LateAnswers:
    """The service's answers, or that one was lost, where the ledger did not take them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left: dict[str, tuple[Payment, Event, PaymentUpdate]] = {}

    def keep(self, payment: Payment, event: Event, update: PaymentUpdate) -> None:
        """Keep it until it can be written. A payment is sent once: its first answer counts."""
        with self._lock:
            self._left.setdefault(payment.order.reference, (payment, event, update))

    def holds(self, payment: Payment) -> bool:
        """The payment was answered, and the record does not know it yet."""
        return payment.order.reference in self._left

    def write(self, ledger: Ledger) -> None:
        """Record them. Raises ``LedgerError``; those that are not recorded are kept."""
        with self._lock:
            for reference, (payment, event, update) in list(self._left.items()):
                if is_there(ledger, payment):
                    append_answer(ledger, payment.number, event, update)
                del self._left[reference]


class UncountedPapers:
    """Papers that came out, or did not, where the ledger did not take the count."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._left: list[tuple[Payment, Event, PaymentUpdate]] = []

    @contextmanager
    def held(self) -> Iterator[None]:
        """No paper is counted elsewhere until the block ends."""
        with self._lock:
            yield

    def keep(self, payment: Payment, event: Event, update: PaymentUpdate) -> None:
        """Keep it until it can be written."""
        with self._lock:
            self._left.append((payment, event, update))

    def count(self, payment: Payment) -> int:
        """Return the number of a payment's receipts that are not in the ledger yet."""
        same = payment.order.reference
        with self._lock:
            mine = [update for of, _event, update in self._left if of.order.reference == same]
        return sum(one.printed for one in mine) - sum(one.unprinted for one in mine)

    def write(self, ledger: Ledger) -> None:
        """Record them, in their order. Raises ``LedgerError``; the rest is kept."""
        with self._lock:
            while self._left:
                payment, event, update = self._left[0]
                if is_there(ledger, payment):
                    ledger.append(payment.number, event, update=update)
                del self._left[0]


@dataclass(eq=False)
class Unwritten:
    """The unrecorded events of one environment. It outlives the desk and the file that the desk was
    made for.

    A desk is let go when the base URL changes or a backup is gone back to: the next one goes on
    with this. Attributes: ``spent`` names the look-ups that were paid from.
    """

    unsent: UnsentPayments = field(default_factory=UnsentPayments)
    answers: LateAnswers = field(default_factory=LateAnswers)
    papers: UncountedPapers = field(default_factory=UncountedPapers)
    spent: set[str] = field(default_factory=set)
