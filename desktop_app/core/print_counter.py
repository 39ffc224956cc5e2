"""One original for one payment: papers are counted before they are printed."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.payment import Event, EventKind, Payment
from desktop_app.core.ports import Clock, Ledger, Note

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CountedPaper:
    """A paper that may be printed now.

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

    A paper is counted before it goes to the printer: a program that is killed while it prints
    leaves a copy too few rather than a second original. A customer waits for the receipt, so that
    a ledger that takes no count does not stop the paper; the count is kept in memory and written
    as soon as the ledger takes it.
    """

    def __init__(self, ledger: Ledger, clock: Clock) -> None:
        self._ledger = ledger
        self._clock = clock
        self._lock = threading.RLock()
        self._pending: list[tuple[int, Event, Note]] = []

    def count(self, number: int, title: str, *, is_receipt: bool) -> CountedPaper:
        """Count a paper that is about to be printed. Only receipts have an original.

        Raises:
            LedgerError: the payment could not be read. Nothing may be printed then.
        """
        event = Event(EventKind.PRINTED, self._clock.now(), content={"what": title})
        with self._lock:
            before = self._read(number)
            copy = before.prints + self._uncounted(number) if is_receipt else 0
            trouble = self._write(number, event, Note(printed=is_receipt))
            return CountedPaper(self._read(number), copy, trouble)

    def take_back(self, number: int, title: str, *, is_receipt: bool) -> None:
        """The printer did not take the paper that was just counted: it is counted no more."""
        event = Event(EventKind.NOT_PRINTED, self._clock.now(), content={"what": title})
        with self._lock:
            trouble = self._write(number, event, Note(unprinted=is_receipt))
        if trouble is not None:
            log.error("payment %s: a paper stays counted for now: %s", number, trouble)

    def copies(self, number: int) -> int:
        """How many receipts of a payment were printed."""
        with self._lock:
            return self._read(number).prints + self._uncounted(number)

    def flush(self) -> None:
        """Write the counts that the ledger could not take when their papers came out."""
        with self._lock:
            while self._pending:
                number, event, note = self._pending[0]
                self._ledger.append(number, event, note=note)
                del self._pending[0]

    def _write(self, number: int, event: Event, note: Note) -> LedgerError | None:
        self._pending.append((number, event, note))
        try:
            self.flush()
        except LedgerError as error:
            log.error("payment %s: a paper could not be counted: %s", number, error)
            return error
        return None

    def _uncounted(self, number: int) -> int:
        notes = [note for of, _event, note in self._pending if of == number]
        return sum(note.printed for note in notes) - sum(note.unprinted for note in notes)

    def _read(self, number: int) -> Payment:
        payment = self._ledger.payment(number)
        if payment is None:
            raise BhuktaniError(Problem.ILLEGAL_STEP, number=number)
        return payment
