"""What tests of paid bills that came back share: a service that takes bills back, and a till."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import (
    Payment,
    PaymentState,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.shop import Till
from tests.fakes import HandClock, ScriptedService, offer, pay_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.sweep import SweepResult
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

S = PaymentState
PAID_NOW = ServiceResponse(200, {"status": True, "state": "Success", "id": 4711})
TILL = Till(operator="Sita", operator_id="a" * 32)
HOUR = timedelta(hours=1)


def known(state: str, reference: str, **fields: object) -> ServiceResponse:
    body = {"status": True, "state": state, "reference": reference, "amount": "277.98"}
    return ServiceResponse(200, {**body, "response_id": 9, **fields})


NOT_KNOWN = ServiceResponse(
    400, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
)


class TakesBack(ScriptedService):
    """Pays everything, and answers look-ups as a test says: by reference, else Success.

    A reference that went with a read is not known, as at the service.
    """

    def __init__(self) -> None:
        super().__init__(commits=[PAID_NOW] * 400)
        self.bulk: ServiceResponse | None = None
        self.bulk_amount = "277.98"
        self.in_bulk: dict[str, str] = {}
        self.single: dict[str, list[ServiceResponse]] = {}
        self.bulk_calls: list[tuple[str, ...]] = []

    def lookup(self, reference: str) -> ServiceResponse:
        self.lookup_calls.append(reference)
        answers = self.single.get(reference)
        if not answers:
            return known("Success", reference) if self._has_paid(reference) else NOT_KNOWN
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        self.bulk_calls.append(tuple(references))
        if self.bulk is not None:
            return self.bulk
        entries = [
            {
                "status": True,
                "state": self.in_bulk.get(r, "Success" if self._has_paid(r) else "Error"),
                "reference": r,
                "response_id": 9,
                "amount": self.bulk_amount,
            }
            for r in references
        ]
        return ServiceResponse(200, {"status": True, "detail": entries})

    def _has_paid(self, reference: str) -> bool:
        return any(reference == own for _call, own in self.commit_calls)

    def takes_back(self, payment: Payment, *answers: ServiceResponse) -> None:
        """From now on this one is Failed, or answered singly as given."""
        reference = payment.order.reference
        self.in_bulk[reference] = "Failed"
        self.single[reference] = list(answers) or [known("Failed", reference)]


def pay(desk: PaymentDesk, clock: HandClock, count: int = 1) -> list[Payment]:
    return [
        desk.pay(pay_request(clock, chosen=offer(f"b{n}"), another_bill=n > 0)).payment
        for n in range(count)
    ]


def swept(desk: PaymentDesk, clock: HandClock) -> SweepResult:
    sweep = desk.sweeps.of_span(clock.start_of_day(), clock.now() + HOUR)
    while not sweep.is_done:
        sweep.step()
    return sweep.result


def now(ledger: SqliteLedger, payment: Payment) -> Payment:
    found = ledger.payment(payment.number)
    assert found is not None
    return found


def expected(ledger: SqliteLedger) -> Money:
    shifts = ledger.shifts_of(Environment.TEST)
    shift = shifts.current(TILL)
    assert shift is not None
    return sum((one.amount for one in shifts.movements(shift.number)), start=ZERO)
