"""What happens to a payment when something breaks behind it, or another one is open beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.accounts import Offer, OfferKind
from desktop_app.core.errors import AlreadyOpen, LedgerError, Problem, VaultError
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import Event, EventKind, Payment, PaymentState, PaymentUpdate
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock, OneService, ScriptedService, desk_with, offer, pay_request

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.billing.dialogue import Call
    from desktop_app.core.payments.ports import Service

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})
NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)


ENDS = (RuntimeError, MemoryError, SystemExit, KeyboardInterrupt, GeneratorExit)


class BreaksAfterPaying(ScriptedService):
    """Books the payment, then breaks its promise never to raise."""

    def __init__(self, end: type[BaseException]) -> None:
        super().__init__()
        self._end = end

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        self.commit_calls.append((call, reference))
        raise self._end("a bug behind the call")


@pytest.mark.parametrize("end", ENDS)
def test_whatever_breaks_after_sending_the_cash_is_held(
    ledger: SqliteLedger, clock: HandClock, end: type[BaseException]
) -> None:
    desk = desk_with(ledger, clock, BreaksAfterPaying(end))
    outcome = desk.pay(pay_request(clock))
    assert outcome.problem is Problem.UNEXPECTED
    assert outcome.payment.state is PaymentState.WAITING
    desk.check_next()
    assert [one.payment.number for one in desk.waiting()] == [outcome.payment.number]


@pytest.mark.parametrize(
    ("credits", "is_logged"),
    [("1001.0", True), (1, True), ("277.98", False), (None, False), ("**********", False)],
)
def test_a_balance_that_is_charged_another_amount_is_logged_and_decides_nothing(
    ledger: SqliteLedger,
    clock: HandClock,
    caplog: pytest.LogCaptureFixture,
    credits: object,
    is_logged: bool,
) -> None:
    success = ServiceResponse(200, {**SUCCESS.body, "credits_consumed": credits})
    service = ScriptedService(commits=[success])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.PAID
    assert outcome.problem is None
    assert ("charged another amount" in caplog.text) is is_logged


class BreaksWhenCompared(dict[str, object]):
    """A body that breaks where the balance it names is looked at, and nowhere before."""

    def __init__(self, end: type[BaseException]) -> None:
        super().__init__(SUCCESS.body)
        self._end = end

    def get(self, key: str, default: object = None) -> object:
        if key == "credits_consumed":
            raise self._end("a bug behind the answer")
        return super().get(key, default)


@pytest.mark.parametrize("end", ENDS)
def test_a_payment_that_is_recorded_as_paid_is_paid_whatever_breaks_behind_it(
    ledger: SqliteLedger, clock: HandClock, end: type[BaseException]
) -> None:
    service = ScriptedService(commits=[ServiceResponse(200, BreaksWhenCompared(end))])
    desk = desk_with(ledger, clock, service)
    outcome = desk.pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.PAID
    assert outcome.problem is None
    desk.write_left()
    assert ledger.payment(outcome.payment.number) == outcome.payment
    kinds = [event.kind for event in ledger.events(outcome.payment.number)]
    assert kinds == [EventKind.RECORDED, EventKind.SENT, EventKind.ANSWERED]


@pytest.mark.parametrize("end", ENDS)
def test_an_answer_is_not_lost_where_the_look_up_behind_it_breaks(
    ledger: SqliteLedger, clock: HandClock, end: type[BaseException]
) -> None:
    def breaks(reference: str) -> ServiceResponse:
        raise end(reference)

    refused = ServiceResponse(400, {"status": False, "state": "Error", "error_code": "4000"})
    service = ScriptedService(commits=[refused], lookups=[breaks])
    desk = desk_with(ledger, clock, service)
    outcome = desk.pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.WAITING
    assert outcome.payment.reason_code == "4000"
    desk.write_left()
    kinds = [event.kind for event in ledger.events(outcome.payment.number)]
    assert kinds == [EventKind.RECORDED, EventKind.SENT, EventKind.ANSWERED]


def package(offer_id: str) -> Offer:
    return replace(offer(offer_id), kind=OfferKind.PACKAGE)


def test_another_package_cannot_be_paid_while_one_waits(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[NO_ANSWER, NO_ANSWER])
    desk = desk_with(ledger, clock, service)
    first = desk.pay(pay_request(clock, chosen=package("one"))).payment
    other = pay_request(clock, chosen=package("two"), duplicate_confirmed=True, another_bill=True)
    duplicates = desk.duplicates(other)
    assert duplicates.open is not None
    assert duplicates.open.number == first.number
    with pytest.raises(AlreadyOpen):
        desk.pay(other)
    assert len(service.commit_calls) == 1


def test_another_bill_must_be_asked_for_while_one_waits(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[NO_ANSWER, NO_ANSWER])
    desk = desk_with(ledger, clock, service)
    desk.pay(pay_request(clock, chosen=offer("one")))
    other = pay_request(clock, chosen=offer("two"))
    duplicates = desk.duplicates(other)
    assert duplicates.open is None
    assert duplicates.other_open is not None
    with pytest.raises(AlreadyOpen):
        desk.pay(other)
    with pytest.raises(AlreadyOpen):
        desk.pay(replace(other, duplicate_confirmed=True))
    paid = desk.pay(replace(other, another_bill=True)).payment
    assert paid.state is PaymentState.WAITING
    assert paid.order.another_bill
    assert len(service.commit_calls) == 2


class LockedOnce(SqliteLedger):
    """Cannot be written for a moment, just when the answer comes."""

    refuses = 0
    breaks: BaseException = LedgerError(Problem.LEDGER_LOCKED)

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        if event.kind is EventKind.ANSWERED and self.refuses:
            self.refuses -= 1
            raise self.breaks
        return super().append(number, event, update=update)


@pytest.mark.parametrize(
    ("breaks", "problem"),
    [
        (LedgerError(Problem.LEDGER_LOCKED), Problem.LEDGER_LOCKED),
        *((end("a bug in the record"), Problem.UNEXPECTED) for end in ENDS),
    ],
)
def test_an_answer_that_could_not_be_written_is_written_later(
    tmp_path: Path, clock: HandClock, breaks: BaseException, problem: Problem
) -> None:
    put_blank_ledger(tmp_path / "locked.db")
    ledger = LockedOnce(tmp_path / "locked.db")
    ledger.refuses, ledger.breaks = 1, breaks
    desk = desk_with(ledger, clock, ScriptedService(commits=[SUCCESS]))
    outcome = desk.pay(pay_request(clock))
    assert outcome.problem is problem
    assert outcome.payment.state is PaymentState.WAITING
    desk.check_next()
    payment = ledger.payment(outcome.payment.number)
    assert payment is not None
    assert payment.state is PaymentState.PAID
    ledger.close()


def test_a_review_is_ended_by_the_owner_alone(ledger: SqliteLedger, clock: HandClock) -> None:
    def success(reference: str) -> ServiceResponse:
        body = {"status": True, "state": "Success", "reference": reference, "amount": "277.98"}
        return ServiceResponse(200, body)

    def refunded(reference: str) -> ServiceResponse:
        return ServiceResponse(200, {**success(reference).body, "refunded": True})

    service = ScriptedService(commits=[NO_ANSWER], lookups=[refunded, success])
    desk = desk_with(ledger, clock, service)
    number = desk.pay(pay_request(clock)).payment.number
    clock.move(timedelta(minutes=5))
    assert [payment.state for payment in desk.check_next()] == [PaymentState.REVIEW]
    clock.move(timedelta(days=1))
    assert desk.check_next() == ()
    assert len(service.lookup_calls) == 1
    decided = desk.decide(number, was_paid=True, reason="support: it is paid", by="Sita")
    assert decided.state is PaymentState.PAID


class LockedKeyring(OneService):
    """A keyring that was locked after the look-up."""

    def current(self) -> Service | None:
        raise VaultError(Problem.VAULT_LOCKED)


def test_a_locked_keyring_stops_a_payment_before_it_is_recorded(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    with pytest.raises(VaultError):
        PaymentDesk(LockedKeyring(service), ledger, clock).pay(pay_request(clock))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


def test_a_computer_that_sleeps_during_a_commit_waits_and_then_asks(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    def sleeps(reference: str) -> None:
        # The clock on the wall goes on, the computer's own counter may stand still.
        clock.time += timedelta(hours=8)

    service = ScriptedService(commits=[NO_ANSWER], lookups=[not_known] * 2, at_commit=sleeps)
    desk = desk_with(ledger, clock, service)
    number = desk.pay(pay_request(clock)).payment.number
    desk.check_next()
    asleep = ledger.payment(number)
    assert asleep is not None
    assert asleep.state is PaymentState.WAITING, "five minutes of this run have not passed"
    clock.move(timedelta(minutes=10))
    assert [payment.state for payment in desk.check_next()] == [PaymentState.NOT_PAID]


def not_known(reference: str) -> ServiceResponse:
    return ServiceResponse(
        200, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
    )
