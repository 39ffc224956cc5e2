"""Counts papers before they are printed or saved, so that a payment has one original."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.payments.event_content import PaperContent
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentUpdate
from desktop_app.core.payments.unwritten import UncountedPapers
from desktop_app.core.shop import NO_TILL, Till

if TYPE_CHECKING:
    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.ports import Ledger

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CountedPaper:
    """A paper that may be printed or saved now.

    Attributes:
        payment: the payment with this paper counted.
        copy: 0 for the original, 1 for "Copy 1" and so on.
        trouble: why the ledger could not take the count yet; it is written later.
    """

    payment: Payment
    copy: int
    trouble: LedgerError | None = None


class PrintCounter:
    """Counts the papers of payments, for every page of the program.

    A saved PDF is one like any other: it leaves the shop by mail or on another printer. A paper is
    counted before it goes to the printer: a program that is killed while it prints leaves a copy
    too few rather than a second original. A customer waits for the receipt, so that
    a ledger that takes no count does not stop the paper; the count is kept in memory and written
    as soon as the ledger takes it.
    """

    def __init__(
        self,
        ledger: Ledger,
        clock: Clock,
        uncounted: UncountedPapers | None = None,
        till: Till = NO_TILL,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._uncounted = uncounted or UncountedPapers()
        self._till = till

    def by(self, till: Till) -> PrintCounter:
        """This counter, for papers that whoever stands at a till brings out."""
        return PrintCounter(self._ledger, self._clock, self._uncounted, till)

    def count(
        self, payment: Payment, title: str, *, is_receipt: bool, as_file: bool = False
    ) -> CountedPaper:
        """Count a paper that is about to be printed or saved. Only receipts have an original.

        Raises:
            LedgerError: the payment could not be read. Nothing may be printed then.
            BhuktaniError: the ledger does not have it any more.
        """
        event = self._event(EventKind.PRINTED, title, as_file=as_file)
        with self._uncounted.held():
            before = self._read(payment)
            copy = before.prints + self._uncounted.count(before) if is_receipt else 0
            trouble = self._write(before, event, PaymentUpdate(printed=is_receipt))
            return CountedPaper(self._read(before), copy, trouble)

    def take_back(
        self, payment: Payment, title: str, *, is_receipt: bool, as_file: bool = False
    ) -> None:
        """Printer or disk did not take the paper that was just counted: it is counted no more."""
        event = self._event(EventKind.NOT_PRINTED, title, as_file=as_file)
        with self._uncounted.held():
            trouble = self._write(payment, event, PaymentUpdate(unprinted=is_receipt))
        if trouble is not None:
            log.error("payment %s: a paper stays counted for now: %s", payment.number, trouble)

    def copies(self, payment: Payment) -> int:
        """Return the number of receipts that were printed or saved for a payment."""
        with self._uncounted.held():
            return self._read(payment).prints + self._uncounted.count(payment)

    def flush(self) -> None:
        """Write the counts that the ledger could not take when their papers came out."""
        self._uncounted.write(self._ledger)

    def _event(self, kind: EventKind, title: str, *, as_file: bool) -> Event:
        content = PaperContent(title, as_file).write()
        return Event(kind, self._clock.now(), content=content).by(self._till)

    def _write(self, payment: Payment, event: Event, update: PaymentUpdate) -> LedgerError | None:
        self._uncounted.keep(payment, event, update)
        try:
            self.flush()
        except LedgerError as error:
            log.error("payment %s: a paper could not be counted: %s", payment.number, error)
            return error
        return None

    def _read(self, payment: Payment) -> Payment:
        found = self._ledger.payment(payment.number)
        if found is None or found.order.reference != payment.order.reference:
            raise BhuktaniError(Problem.ILLEGAL_STEP, number=payment.number)
        return found
