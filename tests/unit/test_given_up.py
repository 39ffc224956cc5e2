"""A look-up that is given up because the program ends leaves no trace: it is made again later."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.cancellation import GivenUp, cancellable
from desktop_app.core.errors import Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import EventKind, Payment, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from tests.dialogues import request_of
from tests.fakes import (
    PLAIN,
    HandClock,
    ScriptedService,
    account,
    counter,
    desk_with,
    looked_up,
    offer,
    pay_request,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
CUT_OFF = ServiceResponse(problem=Problem.NO_NETWORK, sent=True)
REFUSED = ServiceResponse(200, {"status": False, "state": "Error", "error_code": "4000"})


class EndingProgram(ScriptedService):
    """The program ends while a look-up is under way."""

    def __init__(self, ending: threading.Event, answer: Callable[[str], ServiceResponse]) -> None:
        super().__init__(commits=[REFUSED, NO_ANSWER, NO_ANSWER])
        self._ending, self._answer = ending, answer

    def lookup(self, reference: str) -> ServiceResponse:
        self.lookup_calls.append(reference)
        self._ending.set()
        return self._answer(reference)

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        self._ending.set()
        return CUT_OFF


@pytest.fixture
def ending() -> Iterator[threading.Event]:
    event = threading.Event()
    with cancellable(event):
        yield event


def cut_off(_: str) -> ServiceResponse:
    return CUT_OFF


def success(reference: str) -> ServiceResponse:
    body = {"status": True, "state": "Success", "reference": reference, "amount": "277.98"}
    return ServiceResponse(200, body)


def kinds(ledger: SqliteLedger, payment: Payment) -> list[EventKind]:
    return [event.kind for event in ledger.events(payment.number)]


def unanswered(ledger: SqliteLedger, clock: HandClock, count: int) -> list[Payment]:
    """Payments whose look-up is due, for another customer each."""
    desk = desk_with(ledger, clock, ScriptedService(commits=[NO_ANSWER] * count))
    made = []
    for number in range(count):
        found = looked_up(clock, account(f"c{number}", (offer(),))).chosen(offer().id)
        request = request_of(PLAIN, found, counter(), cash=Money.rupees(1000))
        made.append(desk.pay(request).payment)
    return made


def due(ledger: SqliteLedger, clock: HandClock, service: ScriptedService) -> PaymentDesk:
    desk = desk_with(ledger, clock, service)
    desk.waiting()
    clock.move(timedelta(minutes=6))
    return desk


def test_a_refused_payment_waits_and_is_due_at_once(
    ledger: SqliteLedger, clock: HandClock, ending: threading.Event
) -> None:
    desk = desk_with(ledger, clock, EndingProgram(ending, cut_off))
    outcome = desk.pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.WAITING
    assert outcome.problem is None
    expected = [EventKind.RECORDED, EventKind.SENT, EventKind.ANSWERED]
    assert kinds(ledger, outcome.payment) == expected
    (one,) = desk_with(ledger, clock, ScriptedService()).waiting()
    assert one.seconds_left == 0


@pytest.mark.parametrize("count", [1, 2])
def test_a_look_up_of_waiting_payments_leaves_them_due(
    ledger: SqliteLedger, clock: HandClock, ending: threading.Event, count: int
) -> None:
    payments = unanswered(ledger, clock, count)
    before = [kinds(ledger, payment) for payment in payments]
    desk = due(ledger, clock, EndingProgram(ending, cut_off))
    with pytest.raises(GivenUp):
        desk.check_next()
    assert [kinds(ledger, payment) for payment in payments] == before
    assert [one.seconds_left for one in desk.waiting()] == [0] * count


def test_an_answer_that_came_all_the_same_counts(
    ledger: SqliteLedger, clock: HandClock, ending: threading.Event
) -> None:
    unanswered(ledger, clock, 1)
    (checked,) = due(ledger, clock, EndingProgram(ending, success)).check_next()
    assert checked.state is PaymentState.PAID


def test_a_look_up_without_an_answer_is_recorded_while_the_program_goes_on(
    ledger: SqliteLedger, clock: HandClock, ending: threading.Event
) -> None:
    (payment,) = unanswered(ledger, clock, 1)
    due(ledger, clock, ScriptedService(lookups=[NO_ANSWER])).check_next()
    assert kinds(ledger, payment)[-1] is EventKind.LOOKED_UP
