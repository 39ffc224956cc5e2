"""Payments that were recorded and then given up before sending (rules 5 and 8).

The clerk was told at once that nothing was sent. The record says so as soon as it can be written
again, in the same run; until then such a payment counts for nothing.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from desktop_app.core.errors import BhuktaniError
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentState

if TYPE_CHECKING:
    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.ports import Ledger

log = logging.getLogger(__name__)


class UnsentPayments:
    """Abandons payments of this run whose record could not be written. Any thread may call it.

    They are named by their reference: a write that was refused may be in the file all the same,
    and then has a number that nobody has heard of. The ledger is that of the desk that asks.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._left: dict[str, frozenset[PaymentState]] = {}

    def abandon(self, reference: str, ledger: Ledger, clock: Clock, *, was_recorded: bool) -> None:
        """Note that nothing was sent and nothing will be, and record it if that can be done.

        ``was_recorded``: the ledger took the payment, and refused only the step to SENDING. Else
        the reference may belong to an earlier payment, which is left alone once it was sent.
        """
        begun = {PaymentState.RECORDED, *([PaymentState.SENDING] if was_recorded else [])}
        with self._lock:
            self._left[reference] = frozenset(begun)
        self.flush(ledger, clock)

    def flush(self, ledger: Ledger, clock: Clock) -> None:
        """Record what could not be recorded; what still cannot be is kept for the next time."""
        if not self._left:
            return
        with self._lock:
            try:
                for payment in ledger.open_payments():
                    if payment.state in self._left.get(payment.order.reference, ()):
                        event = Event(EventKind.ABANDONED, clock.now(), PaymentState.NOT_PAID)
                        # Whoever stood there kept the cash of it out of the drawer.
                        ledger.append(payment.number, event.by(payment.order.till))
                self._left.clear()
            except BhuktaniError as error:
                count = len(self._left)
                log.error("%s payments that were not sent stay recorded for now: %s", count, error)

    def counts(self, payment: Payment) -> bool:
        """False for a payment that was given up and is still recorded as begun."""
        return payment.state not in self._left.get(payment.order.reference, ())
