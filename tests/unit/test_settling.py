"""An answer that comes when its step was taken already: evidence, and no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.payments.settlement import append_answer
from tests.unit.test_ledger_kit import NOON, add_in

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

SAID = PaymentUpdate(transaction_id="5033", reason="No such customer", reason_code="012")


def test_a_payment_that_another_program_made_waiting_keeps_what_the_service_said(
    ledger: SqliteLedger,
) -> None:
    number = add_in(ledger, PaymentState.WAITING).number
    event = Event(EventKind.ANSWERED, NOON, PaymentState.WAITING, {"code": "012"})
    after = append_answer(ledger, number, event, SAID)
    assert (after.state, after.reason_code) == (PaymentState.WAITING, "012")
    assert ledger.events(number)[-1] == Event(EventKind.ANSWERED, NOON, None, {"code": "012"})


@pytest.mark.parametrize("settled", [PaymentState.PAID, PaymentState.NOT_PAID])
@pytest.mark.parametrize("says", [PaymentState.PAID, PaymentState.NOT_PAID, PaymentState.WAITING])
def test_what_is_settled_stays_as_it_was_settled(
    ledger: SqliteLedger, settled: PaymentState, says: PaymentState
) -> None:
    before = add_in(ledger, settled)
    after = append_answer(ledger, before.number, Event(EventKind.LOOKED_UP, NOON, says), SAID)
    assert after == before == ledger.payment(before.number)
    assert ledger.events(before.number)[-1] == Event(EventKind.LOOKED_UP, NOON)


def test_other_trouble_is_said(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError) as caught:
        append_answer(ledger, 7, Event(EventKind.ANSWERED, NOON, PaymentState.PAID), SAID)
    assert caught.value.problem is not Problem.ILLEGAL_STEP
