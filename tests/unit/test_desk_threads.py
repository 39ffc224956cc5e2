"""Payments, look-ups and records on threads of their own: real ledger file, real sockets."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import BhuktaniError, LedgerError, Problem
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentState,
    derive_state,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.service.client import HttpService
from tests.dialogues import request_of
from tests.fakes import (
    PLAIN,
    HandClock,
    OneService,
    ScriptedService,
    account,
    counter,
    desk_with,
    looked_up,
    pay_request,
)
from tests.servers import Received, Reply, ScriptedServer, json_reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
REFUSED = ServiceResponse(200, {"status": False, "state": "Error", "error_code": "4000"})
NOT_KNOWN = ServiceResponse(
    200, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
)
PATIENCE = 20


class SlowLookup:
    """A look-up that is under way until it is let go on."""

    def __init__(self, answer: Callable[[str], ServiceResponse]) -> None:
        self.answer = answer
        self.asked, self.go_on = threading.Event(), threading.Event()

    def __call__(self, reference: str) -> ServiceResponse:
        self.asked.set()
        assert self.go_on.wait(PATIENCE)
        return self.answer(reference)


def found_as(state: str) -> Callable[[str], ServiceResponse]:
    def answer(reference: str) -> ServiceResponse:
        body = {"status": True, "state": state, "reference": reference, "amount": "277.98"}
        return ServiceResponse(200, body)

    return answer


def states_told(ledger: SqliteLedger, payment: Payment) -> list[PaymentState]:
    return [event.state for event in ledger.events(payment.number) if event.state is not None]


@pytest.fixture
def waiting(ledger: SqliteLedger, clock: HandClock) -> Payment:
    """A payment without an answer, whose look-up is due."""
    service = ScriptedService(commits=[NO_ANSWER])
    return desk_with(ledger, clock, service).pay(pay_request(clock)).payment


def test_what_is_being_sent_is_not_looked_up_by_another_thread(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    slow = SlowLookup(lambda reference: NOT_KNOWN)
    service = ScriptedService(commits=[REFUSED], lookups=[slow])
    desk = desk_with(ledger, clock, service)
    with ThreadPoolExecutor() as threads:
        paying = threads.submit(desk.pay, pay_request(clock))
        assert slow.asked.wait(PATIENCE)
        # Answered with a refusal, it waits and is due at once: for the thread that sent it alone.
        (one,) = desk.waiting()
        assert one.seconds_left == 0
        assert desk.check_next() == ()
        assert desk.check(one.payment.number).state is PaymentState.WAITING
        slow.go_on.set()
        assert paying.result(PATIENCE).payment.state is PaymentState.NOT_PAID
    assert len(service.lookup_calls) == 1


def test_two_threads_do_not_look_up_the_same_payment(
    ledger: SqliteLedger, clock: HandClock, waiting: Payment
) -> None:
    slow = SlowLookup(found_as("Success"))
    service = ScriptedService(lookups=[slow])
    desk = desk_with(ledger, clock, service)
    desk.waiting()
    clock.move(timedelta(minutes=6))
    with ThreadPoolExecutor() as threads:
        checking = threads.submit(desk.check_next)
        assert slow.asked.wait(PATIENCE)
        assert desk.check(waiting.number).state is PaymentState.WAITING
        assert desk.check_next() == ()
        slow.go_on.set()
        (checked,) = checking.result(PATIENCE)
    assert checked.state is PaymentState.PAID
    assert service.lookup_calls == [waiting.order.reference]


@pytest.mark.parametrize("answer", ["Success", "Failed", "Queued"])
def test_an_answer_that_comes_after_a_decision_changes_nothing_and_is_kept(
    ledger: SqliteLedger, clock: HandClock, waiting: Payment, answer: str
) -> None:
    slow = SlowLookup(found_as(answer))
    desk = desk_with(ledger, clock, ScriptedService(lookups=[slow, NOT_KNOWN]))
    desk.waiting()
    clock.move(timedelta(minutes=6))
    with ThreadPoolExecutor() as threads:
        checking = threads.submit(desk.check, waiting.number)
        assert slow.asked.wait(PATIENCE)
        ledger.append(
            waiting.number, Event(EventKind.LOOKED_UP, clock.now(), PaymentState.NOT_PAID)
        )
        slow.go_on.set()
        assert checking.result(PATIENCE).state is PaymentState.NOT_PAID
    last = ledger.events(waiting.number)[-1]
    assert (last.kind, last.state) == (EventKind.LOOKED_UP, None)
    assert last.content["state"] == answer


def test_cash_goes_back_once_however_many_threads_say_so(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[REFUSED], lookups=[NOT_KNOWN])
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(pay_request(clock)).payment
    start = threading.Barrier(8)

    def give_back() -> bool:
        start.wait(PATIENCE)
        try:
            desk.cash_returned(payment.number)
        except LedgerError as error:
            assert error.problem is Problem.ILLEGAL_STEP
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        ended = [threads.submit(give_back) for _ in range(8)]
        assert sorted(one.result(PATIENCE) for one in ended) == [False] * 7 + [True]
    kinds = [event.kind for event in ledger.events(payment.number)]
    assert kinds.count(EventKind.CASH_RETURNED) == 1


class PlainNet:
    """A service over HTTP: a third of its customers is paid, refused, or never answered."""

    def __init__(self) -> None:
        self.commits: Counter[str] = Counter()

    def __call__(self, request: Received) -> Reply:
        if "/commit/" in request.path:
            reference = str(request.json["reference"])
            self.commits[reference] += 1
            kind = int(reference[:4], 16) % 3
            if kind == 0:
                return json_reply({"status": True, "state": "Success", "id": 1})
            if kind == 1:
                return json_reply(dict(REFUSED.body), 400)
            return json_reply({"status": True, "state": "Queued", "id": 2})
        return json_reply(dict(NOT_KNOWN.body), 400)


def request_for(clock: HandClock, customer: str) -> PaymentRequest:
    made = pay_request(clock)
    inquiry = looked_up(clock, account(customer, made.account.offers)).chosen(made.offer.id)
    return request_of(PLAIN, inquiry, counter(), cash=made.cash_received)


def test_payments_look_ups_and_records_at_once_keep_every_payment_whole(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    net, stop = PlainNet(), threading.Event()
    trouble: list[BaseException] = []
    with ScriptedServer(net) as server:
        connection = Connection(Environment.TEST, server.url)
        service = HttpService(connection, "TEST:token", ScriptedService.connection_id)
        desk = PaymentDesk(OneService(service), ledger, clock)

        def until_stopped(act: Callable[[], object]) -> None:
            try:
                while not stop.is_set():
                    act()
            except BaseException as error:
                trouble.append(error)

        def record() -> None:
            for payment in ledger.cash_to_return():
                try:
                    desk.note_phone(payment.number, "9841000000")
                    desk.cash_returned(payment.number)
                except BhuktaniError as error:
                    assert error.problem is Problem.ILLEGAL_STEP

        helpers = [
            threading.Thread(target=until_stopped, args=(act,))
            for act in (desk.check_next, desk.waiting, record, record)
        ]
        for helper in helpers:
            helper.start()
        outcomes = [desk.pay(request_for(clock, f"c{number}")) for number in range(18)]
        stop.set()
        for helper in helpers:
            helper.join(PATIENCE)
        service.close()
    assert trouble == []
    assert [outcome.problem for outcome in outcomes] == [None] * 18
    assert set(net.commits.values()) == {1}
    assert len(net.commits) == 18
    for outcome in outcomes:
        payment = ledger.payment(outcome.payment.number)
        assert payment is not None
        assert payment.state is derive_state(ledger.events(payment.number))
        steps = states_told(ledger, payment)
        assert len(steps) == len(set(steps))
