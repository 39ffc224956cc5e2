"""The desk keeps the payment rules. Real ledger file, scripted service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

import pytest

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import (
    AlreadyOpen,
    AlreadyPaid,
    BhuktaniError,
    Problem,
    ServiceError,
)
from desktop_app.core.money import Money
from desktop_app.core.payments.desk import STALE_AFTER, PaymentDesk
from desktop_app.core.payments.payment import (
    EventKind,
    Payment,
    PaymentState,
    derive_state,
    new_reference,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from tests.dialogues import choose, look_up, request_of
from tests.fakes import (
    PLAIN,
    HandClock,
    OneService,
    ScriptedService,
    counter,
    desk_with,
    pay_request,
)

if TYPE_CHECKING:
    from pathlib import Path

Lookup: TypeAlias = Callable[[str], ServiceResponse]

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})
NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
NOT_SENT = ServiceResponse(problem=Problem.NO_NETWORK, sent=False)
REFUSED = ServiceResponse(
    200,
    {"status": False, "state": "Error", "error_code": "4000", "details": "Customer not found."},
)
NOT_KNOWN = ServiceResponse(
    200, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
)
TOKEN_REFUSED = ServiceResponse(400, {"error_code": "1002", "message": "Invalid token"})


def found_as(state: str, amount: str = "277.98", **extra: object) -> Lookup:
    """A look-up that knows the reference."""

    def answer(reference: str) -> ServiceResponse:
        body = {"status": True, "state": state, "reference": reference, "amount": amount}
        return ServiceResponse(200, {**body, **extra})

    return answer


def kinds(ledger: SqliteLedger, payment: Payment) -> list[EventKind]:
    return [event.kind for event in ledger.events(payment.number)]


def test_a_success_is_paid_with_its_transaction_id(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[SUCCESS])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.problem is None
    assert outcome.payment.state is PaymentState.PAID
    assert outcome.payment.transaction_id == "5033"
    assert outcome.payment.receipt == 1
    assert kinds(ledger, outcome.payment) == [
        EventKind.RECORDED,
        EventKind.SENT,
        EventKind.ANSWERED,
    ]


def test_the_payment_is_on_disk_as_sending_before_the_first_byte_leaves(
    ledger: SqliteLedger, clock: HandClock, tmp_path: Path
) -> None:
    seen: list[tuple[str, PaymentState]] = []

    def at_commit(reference: str) -> None:
        other = open_ledger(tmp_path / "ledger.sqlite3")
        seen.extend((p.order.reference, p.state) for p in other.open_payments())
        other.close()

    service = ScriptedService(commits=[SUCCESS], at_commit=at_commit)
    request = pay_request(clock)
    desk_with(ledger, clock, service).pay(request)
    assert seen == [(request.reference, PaymentState.SENDING)]


def test_everything_needed_to_explain_it_is_recorded(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    request = pay_request(clock)
    number = desk_with(ledger, clock, service).pay(request).payment.number
    payment = ledger.payment(number)
    assert payment is not None
    order = payment.order
    assert order.reference == request.reference
    assert (order.details_reference,) == request.inquiry.references
    assert (order.provider, order.account_id, order.offer_id) == ("plain", "110871", "b1")
    assert order.amount == Money(27798)
    assert order.cash_due == Money.rupees(278)
    assert order.rounding == Money(2)
    assert order.lines == request.offer.lines
    assert order.session_id == "77"
    assert order.environment is Environment.TEST
    assert order.base_url == ScriptedService.connection.base_url
    assert order.operator == "Sita"
    assert order.shop.name == "Test Shop"
    assert service.commit_calls == [(Call(order.path, order.fields), request.reference)]


def test_what_is_sent_is_exact_though_the_cash_is_rounded(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    desk_with(ledger, clock, service).pay(pay_request(clock))
    assert str(service.commit_calls[0][0].fields["amount"]) == "277.98"


def test_no_answer_waits_without_asking_again(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[NO_ANSWER])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.WAITING
    assert len(service.commit_calls) == 1
    assert service.lookup_calls == []


def test_an_answered_refusal_is_checked_at_once_and_then_not_paid(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[REFUSED], lookups=[NOT_KNOWN])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.NOT_PAID
    assert outcome.payment.owes_cash
    assert outcome.payment.reason == "Customer not found."
    assert outcome.payment.reason_code == "4000"
    assert service.lookup_calls == [outcome.payment.order.reference]
    assert kinds(ledger, outcome.payment)[-2:] == [EventKind.ANSWERED, EventKind.LOOKED_UP]


@pytest.mark.parametrize(
    ("lookup", "state"),
    [
        (found_as("Success"), PaymentState.PAID),
        (found_as("Failed"), PaymentState.NOT_PAID),
        (found_as("Expired"), PaymentState.NOT_PAID),
        (found_as("Processing"), PaymentState.WAITING),
        (found_as("Success", amount="1.00"), PaymentState.REVIEW),
        (found_as("Success", refunded=True), PaymentState.REVIEW),
        (NO_ANSWER, PaymentState.WAITING),
        (TOKEN_REFUSED, PaymentState.WAITING),
        (ServiceResponse(500, {}), PaymentState.WAITING),
    ],
    ids=[
        "success",
        "failed",
        "expired",
        "processing",
        "other amount",
        "refunded",
        "no answer",
        "token refused",
        "server error",
    ],
)
def test_the_look_up_after_a_refusal_decides(
    ledger: SqliteLedger, clock: HandClock, lookup: ServiceResponse | Lookup, state: PaymentState
) -> None:
    service = ScriptedService(commits=[REFUSED], lookups=[lookup])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is state


def test_a_refused_token_is_not_paid_without_a_look_up(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[TOKEN_REFUSED])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.NOT_PAID
    assert service.lookup_calls == []


def test_what_never_left_the_computer_is_not_paid(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[NOT_SENT])
    outcome = desk_with(ledger, clock, service).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.NOT_PAID


def test_a_second_payment_while_one_waits_is_refused_before_sending(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[NO_ANSWER])
    desk = desk_with(ledger, clock, service)
    first = desk.pay(pay_request(clock)).payment
    with pytest.raises(AlreadyOpen) as refused:
        desk.pay(pay_request(clock, duplicate_confirmed=True))
    assert refused.value.number == first.number
    assert len(service.commit_calls) == 1


def test_paying_again_on_the_same_day_must_be_asked_for(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS, SUCCESS])
    desk = desk_with(ledger, clock, service)
    desk.pay(pay_request(clock))
    with pytest.raises(AlreadyPaid):
        desk.pay(pay_request(clock))
    assert desk.pay(pay_request(clock, duplicate_confirmed=True)).payment.receipt == 2


def test_a_payment_of_more_than_a_day_ago_does_not_ask(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS, SUCCESS])
    desk = desk_with(ledger, clock, service)
    desk.pay(pay_request(clock))
    clock.move(timedelta(days=1, seconds=1))
    assert desk.pay(pay_request(clock)).payment.state is PaymentState.PAID


def test_twins_are_shown_before_cash_is_taken(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[SUCCESS, NO_ANSWER])
    desk = desk_with(ledger, clock, service)
    assert desk.duplicates(pay_request(clock)).paid_today is None
    paid = desk.pay(pay_request(clock)).payment
    waiting = desk.pay(pay_request(clock, duplicate_confirmed=True)).payment
    duplicates = desk.duplicates(pay_request(clock))
    assert duplicates.paid_today is not None
    assert duplicates.paid_today.number == paid.number
    assert duplicates.open is not None
    assert duplicates.open.number == waiting.number


def test_a_stale_look_up_is_not_paid_from(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[SUCCESS])
    request = pay_request(clock)
    clock.move(timedelta(seconds=STALE_AFTER + 1))
    with pytest.raises(BhuktaniError) as refused:
        desk_with(ledger, clock, service).pay(request)
    assert refused.value.problem is Problem.STALE
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


def test_a_look_up_with_another_token_is_not_paid_from(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    service.connection_id = "another"
    with pytest.raises(BhuktaniError) as refused:
        desk_with(ledger, clock, service).pay(pay_request(clock))
    assert refused.value.problem is Problem.STALE
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


def test_a_look_up_of_another_environment_is_not_paid_from(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    service.connection = Connection(Environment.LIVE, "https://services.khalti.com")
    with pytest.raises(BhuktaniError) as refused:
        desk_with(ledger, clock, service).pay(pay_request(clock))
    assert refused.value.problem is Problem.STALE
    assert service.commit_calls == []


def test_without_a_token_nothing_starts(ledger: SqliteLedger, clock: HandClock) -> None:
    desk = PaymentDesk(OneService(None), ledger, clock)
    with pytest.raises(ServiceError) as refused:
        desk.pay(pay_request(clock))
    assert refused.value.problem is Problem.NO_TOKEN


def test_cash_is_given_back_once(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[TOKEN_REFUSED])
    desk = desk_with(ledger, clock, service)
    number = desk.pay(pay_request(clock)).payment.number
    assert [p.number for p in ledger.cash_to_return()] == [number]
    assert not desk.cash_returned(number).owes_cash
    assert ledger.cash_to_return() == ()
    with pytest.raises(BhuktaniError):
        desk.cash_returned(number)


def test_states_are_what_the_events_lead_to(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[REFUSED], lookups=[found_as("Success", refunded=True)])
    payment = desk_with(ledger, clock, service).pay(pay_request(clock)).payment
    assert derive_state(ledger.events(payment.number)) is payment.state is PaymentState.REVIEW


def test_showing_progress_never_stops_a_payment(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[SUCCESS])

    def breaks(payment: Payment) -> None:
        raise RuntimeError("the page is gone")

    outcome = desk_with(ledger, clock, service).pay(pay_request(clock), breaks)
    assert outcome.payment.state is PaymentState.PAID


def test_details_and_commit_have_different_references(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = ScriptedService(reads=[ServiceResponse(200, {"status": True})])
    desk = desk_with(ledger, clock, service)
    inquiry = look_up(desk, PLAIN, {"customer_id": "110871"})
    (sent,) = inquiry.references
    assert sent != request_of(PLAIN, choose(desk, PLAIN, inquiry), counter()).reference
    assert service.read_calls[0][1] == sent


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (NO_ANSWER, Problem.TIMED_OUT),
        (REFUSED, Problem.REFUSED),
        (ServiceResponse(200, {"status": False}), Problem.REFUSED),
        (ServiceResponse(500, {}), Problem.UNEXPECTED_STATUS),
        (ServiceResponse(302, {}), Problem.UNEXPECTED_STATUS),
    ],
)
def test_a_look_up_without_a_usable_answer_says_why(
    ledger: SqliteLedger, clock: HandClock, answer: ServiceResponse, problem: Problem
) -> None:
    desk = desk_with(ledger, clock, ScriptedService(reads=[answer]))
    with pytest.raises(ServiceError) as refused:
        look_up(desk, PLAIN, {"customer_id": "110871"})
    assert refused.value.problem is problem


def test_one_look_up_is_good_for_one_attempt_to_pay(ledger: SqliteLedger, clock: HandClock) -> None:
    service = ScriptedService(commits=[NOT_SENT, SUCCESS])
    desk = desk_with(ledger, clock, service)
    request = pay_request(clock)
    desk.pay(request)
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(replace(request, reference=new_reference()))
    assert refused.value.problem is Problem.STALE
    assert len(service.commit_calls) == 1


def test_a_slip_does_not_make_the_receipt_a_copy(ledger: SqliteLedger, clock: HandClock) -> None:
    desk = desk_with(ledger, clock, ScriptedService(commits=[SUCCESS]))
    paid = desk.pay(pay_request(clock)).payment
    assert desk.prints.count(paid, "Cash held slip", is_receipt=False).payment.prints == 0
    assert desk.prints.count(paid, "Receipt", is_receipt=True).payment.prints == 1
