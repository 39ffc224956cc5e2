"""Payments as a shop has them: each of another customer, with texts of the length of real ones."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.payments.event_content import AnswerContent
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.verdict import Verdict
from tests.fakes import HandClock
from tests.paper import bill_payment

if TYPE_CHECKING:
    from desktop_app.core.payments.ports import Ledger

_PAID = AnswerContent(verdict=Verdict.PAID.value, http_status=200, state="Success").write()
_QUEUED = AnswerContent(
    verdict=Verdict.UNKNOWN.value, http_status=200, state="Queued", acknowledged=True
).write()


def order(number: int) -> PaymentOrder:
    """The order of the payment with this number: a bill, paid in cash with change."""
    account = f"sabina{number:07}"
    return replace(
        bill_payment().order,
        environment=Environment.TEST,
        base_url="https://services.example",
        connection_id="0123456789abcdef",
        reference=_reference(f"pay {number}"),
        details_reference=_reference(f"ask {number}"),
        session_id=str(10**6 + number),
        offer_id=str(number),
        account_id=account,
        account_key=account,
        customer_name=f"Sabina {number} Shrestha",
        path="/api/servicegroup/commit/vianet-updated/",
        fields={"session_id": 10**6 + number, "amount": "277.98", "bill_id": str(number)},
    )


def _reference(text: str) -> str:
    """32 hex digits in no order, as the program makes them."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Till:
    """Records payments, and settles them, with a clock that goes on.

    ``like`` is an order that went where these are to go.
    """

    def __init__(self, ledger: Ledger, like: PaymentOrder | None = None) -> None:
        self.ledger = ledger
        self.clock = HandClock()
        self._like = like

    def record(self, number: int) -> Payment:
        """What is on disk before the call leaves, but that it leaves."""
        self.clock.move(timedelta(seconds=7))
        event = Event(EventKind.RECORDED, self.clock.now(), PaymentState.RECORDED)
        new = order(number)
        if self._like is not None:
            place = {name: getattr(self._like, name) for name in ("base_url", "connection_id")}
            new = replace(new, **place)
        return self.ledger.add(new, event)

    def send(self, payment: Payment) -> Payment:
        """Note that it is sent now."""
        now = self.clock.now()
        event = Event(EventKind.SENT, now, PaymentState.SENDING)
        return self.ledger.append(payment.number, event, update=PaymentUpdate(sent_at=now))

    def settle(self, payment: Payment) -> Payment:
        """Record that the service paid it."""
        event = Event(EventKind.ANSWERED, self.clock.now(), PaymentState.PAID, _PAID)
        update = PaymentUpdate(transaction_id=f"TX{payment.number:010}")
        return self.ledger.append(payment.number, event, update=update)

    def wait(self, payment: Payment) -> Payment:
        """Record that the service is at work on it."""
        event = Event(EventKind.ANSWERED, self.clock.now(), PaymentState.WAITING, _QUEUED)
        return self.ledger.append(payment.number, event)

    def paid(self, number: int) -> Payment:
        """Record, send and settle a payment."""
        return self.settle(self.send(self.record(number)))
