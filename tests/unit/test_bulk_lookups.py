"""Several payments asked for at once: what the call did not settle is asked for singly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import Event, Payment, PaymentState, PaymentUpdate
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.verdict import Judgement, Verdict, bulk_works, judge_bulk
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from tests.fakes import HandClock, ScriptedService, desk_with, offer, pay_request
from tests.tables import each
from tests.unit.test_verdict import OTHER_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.desk import PaymentDesk

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
NOT_KNOWN = ServiceResponse(
    400, {"status": False, "state": "Error", "error_code": "002", "error": "invalid_reference"}
)
HOUR = timedelta(hours=1)
BROKEN_BULKS = {
    "an HTML 500": ServiceResponse(500),
    "no JSON": ServiceResponse(200, problem=Problem.BROKEN_ANSWER),
    "no answer": ServiceResponse(problem=Problem.NO_NETWORK),
    "not sent": ServiceResponse(problem=Problem.NO_NETWORK, sent=False),
    "1001, its body was lost": ServiceResponse(400, {"status": False, "error_code": "1001"}),
    "002 for all": ServiceResponse(200, {"status": False, "error_code": "002", "state": "Error"}),
    "a text for its list": ServiceResponse(200, {"status": True, "detail": "Success"}),
    "status false": ServiceResponse(200, {"status": False, "detail": []}),
    "no list": ServiceResponse(200, {"status": True, "state": "Success"}),
    "an empty list": ServiceResponse(200, {"status": True, "detail": []}),
    "entries of others": ServiceResponse(
        200, {"status": True, "detail": [{"status": True, "state": "Success", "reference": "f"}]}
    ),
}

Bulk: TypeAlias = Callable[[Sequence[str]], ServiceResponse]


def listing(state: str, **fields: object) -> Bulk:
    """A bulk answer that says the same of all."""

    def answer(references: Sequence[str]) -> ServiceResponse:
        entries = [{"status": True, "state": state, "reference": r, **fields} for r in references]
        return ServiceResponse(200, {"status": True, "detail": entries})

    return answer


class TwoWays(ScriptedService):
    """Answers bulk look-ups in one way and single ones in another; no commit is ever answered."""

    def __init__(
        self, bulk: ServiceResponse | Bulk, single: Callable[[str], ServiceResponse]
    ) -> None:
        super().__init__()
        self._bulk, self._single = bulk, single
        self.bulk_calls: list[tuple[str, ...]] = []

    def commit(self, call: object, reference: str) -> ServiceResponse:
        return NO_ANSWER

    def lookup(self, reference: str) -> ServiceResponse:
        self.lookup_calls.append(reference)
        return self._single(reference)

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        self.bulk_calls.append(tuple(references))
        return self._bulk if isinstance(self._bulk, ServiceResponse) else self._bulk(references)


def known_as(state: str) -> Callable[[str], ServiceResponse]:
    def answer(reference: str) -> ServiceResponse:
        body = {"status": True, "state": state, "reference": reference, "amount": "277.98"}
        return ServiceResponse(200, body)

    return answer


def waiting_payments(desk: PaymentDesk, clock: HandClock, count: int) -> list[Payment]:
    paid = [
        desk.pay(pay_request(clock, chosen=offer(f"b{n}"), another_bill=n > 0)).payment
        for n in range(count)
    ]
    clock.move(timedelta(minutes=6))
    return paid


def drain(desk: PaymentDesk) -> int:
    """How many calls were made until nothing was due."""
    for calls in range(100):
        if not desk.check_next():
            return calls
    raise AssertionError("look-ups never cease to be due")


def states(ledger: SqliteLedger, payments: Sequence[Payment]) -> list[PaymentState]:
    found = [ledger.payment(payment.number) for payment in payments]
    return [payment.state for payment in found if payment is not None]


@pytest.mark.parametrize("bulk", BROKEN_BULKS.values(), ids=BROKEN_BULKS)
@pytest.mark.parametrize(
    ("single", "end"), [("Success", PaymentState.PAID), ("Failed", PaymentState.NOT_PAID)]
)
def test_what_a_bulk_call_did_not_settle_is_asked_for_singly_at_once(
    ledger: SqliteLedger, clock: HandClock, bulk: ServiceResponse, single: str, end: PaymentState
) -> None:
    service = TwoWays(bulk, known_as(single))
    desk = desk_with(ledger, clock, service)
    payments = waiting_payments(desk, clock, 3)
    drain(desk)
    assert states(ledger, payments) == [end] * 3
    assert len(service.bulk_calls) == 1
    # A refusal counts only when no other reference of the payment holds anything else.
    orders = [payment.order for payment in payments]
    asked = [(o.reference,) if single == "Success" else o.sent_references for o in orders]
    assert sorted(service.lookup_calls) == sorted(one for of_one in asked for one in of_one)


def test_after_a_bulk_call_that_did_not_work_single_ones_are_made_for_an_hour(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = TwoWays(BROKEN_BULKS["an HTML 500"], known_as("Processing"))
    desk = desk_with(ledger, clock, service)
    waiting_payments(desk, clock, 2)
    assert drain(desk) == 3
    clock.move(timedelta(minutes=11))
    assert drain(desk) == 2, "each is looked up singly, within the schedule"
    clock.move(HOUR)
    drain(desk)
    assert len(service.bulk_calls) == 2, "and bulk ones are tried again later"
    assert len(service.lookup_calls) == 6


def test_many_that_are_asked_for_singly_are_listed_once(
    ledger: SqliteLedger, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[int] = []
    events_of_open = SqliteLedger.events_of_open

    def counted(ledger: SqliteLedger) -> dict[int, tuple[Event, ...]]:
        found = events_of_open(ledger)
        listed.append(len(found))
        return found

    service = TwoWays(BROKEN_BULKS["an HTML 500"], known_as("Processing"))
    desk = desk_with(ledger, clock, service)
    waiting_payments(desk, clock, 12)
    monkeypatch.setattr(SqliteLedger, "events_of_open", counted)
    assert drain(desk) == 13
    assert listed == [12, 12, 12], "for the bulk call, for the first single one, and at the end"


def test_what_was_looked_up_by_hand_meanwhile_is_not_due_any_more(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = TwoWays(BROKEN_BULKS["an HTML 500"], known_as("Processing"))
    desk = desk_with(ledger, clock, service)
    payments = waiting_payments(desk, clock, 4)
    for _ in range(2):
        desk.check_next()
    desk.check(payments[2].number)
    drain(desk)
    references = [payment.order.reference for payment in payments]
    assert sorted(service.lookup_calls) == sorted(references), "each of them once"


def test_a_bulk_call_that_works_is_made_every_time(ledger: SqliteLedger, clock: HandClock) -> None:
    service = TwoWays(listing("Processing"), known_as("Processing"))
    desk = desk_with(ledger, clock, service)
    waiting_payments(desk, clock, 2)
    for _ in range(3):
        assert drain(desk) == 1
        clock.move(HOUR)
    assert (len(service.bulk_calls), service.lookup_calls) == (3, [])


@pytest.mark.parametrize("state", ["Success", "Failed", "Expired", "Timeout", "Status Error"])
def test_what_a_bulk_call_knew_is_never_ended_by_not_known(
    ledger: SqliteLedger, clock: HandClock, state: str
) -> None:
    service = TwoWays(listing(state, response_id=7, amount=1), lambda _: NOT_KNOWN)
    desk = desk_with(ledger, clock, service)
    payments = waiting_payments(desk, clock, 2)
    drain(desk)
    assert states(ledger, payments) == [PaymentState.REVIEW] * 2


def test_an_unknown_one_in_disguise_is_ended_by_not_known(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = TwoWays(listing("Error", response_id=0, amount=0), lambda _: NOT_KNOWN)
    desk = desk_with(ledger, clock, service)
    payments = waiting_payments(desk, clock, 2)
    drain(desk)
    assert states(ledger, payments) == [PaymentState.NOT_PAID] * 2


# --- errors of one that must not stop the others ------------------------------------------------


class OneCannotBeWritten(SqliteLedger):
    """Refuses what is written of one payment, as a damaged page of the file would."""

    refused = 0

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        if number == self.refused:
            raise LedgerError(Problem.LEDGER_DAMAGED)
        return super().append(number, event, update=update)


@pytest.mark.parametrize(
    "bulk", [BROKEN_BULKS["an HTML 500"], listing("Processing")], ids=["singly", "in bulk"]
)
def test_a_look_up_that_cannot_be_recorded_lets_the_others_go_on(
    tmp_path: Path, clock: HandClock, bulk: ServiceResponse | Bulk
) -> None:
    service = TwoWays(bulk, known_as("Success"))
    SqliteLedger(tmp_path / "one.sqlite3").close()
    ledger = OneCannotBeWritten(tmp_path / "one.sqlite3")
    desk = desk_with(ledger, clock, service)
    payments = waiting_payments(desk, clock, 3)
    ledger.refused = payments[0].number
    for _ in range(2):
        errors = 0
        for _ in range(20):
            try:
                if not desk.check_next():
                    break
            except LedgerError:
                errors += 1
        assert errors <= 2
        clock.move(HOUR)
    if isinstance(bulk, ServiceResponse):
        assert states(ledger, payments[1:]) == [PaymentState.PAID] * 2
    assert states(ledger, payments[:1]) == [PaymentState.WAITING]
    ledger.refused = 0
    clock.move(HOUR)
    while desk.check_next():
        pass
    ledger.close()


# --- what a bulk answer says of one payment -----------------------------------------------------


def judged(**fields: object) -> Judgement | None:
    entry = {"status": True, "state": "Processing", "reference": "a", **fields}
    return judge_bulk(ServiceResponse(200, {"status": True, "detail": [entry]}), "a")


@pytest.mark.parametrize("state", ["Queued", "Processing"])
def test_still_at_work_is_all_that_is_taken_from_a_bulk_answer(state: str) -> None:
    assert judged(state=state) == Judgement(Verdict.UNKNOWN, acknowledged=True)


@each("state", ["Success", "Failed", "Expired", "Timeout", "success"])
def test_any_other_state_is_known_and_asked_for_singly(state: str) -> None:
    assert judged(state=state) == Judgement(Verdict.UNKNOWN, needs_lookup=True, acknowledged=True)


@each(
    "fields",
    [
        {"state": "Error", "response_id": 0},
        {"state": "Error", "response_id": "0"},
        {"state": "Error"},
        {"state": ""},
        {"state": None},
        {"status": False},
        {"error_code": "1017"},
        *({"error_code": kind} for kind in OTHER_KINDS),
        {"reference": "b"},
        {"reference": ["a"]},
    ],
    ids=str,
)
def test_an_entry_that_says_nothing(fields: dict[str, object]) -> None:
    assert judged(**fields) is None


@pytest.mark.parametrize("second", ["Queued", "Success", "Failed"])
def test_a_payment_that_is_listed_twice_is_asked_for_singly(second: str) -> None:
    entries = [
        {"status": True, "state": state, "reference": "a", "response_id": 7}
        for state in ("Queued", second)
    ]
    assert judge_bulk(ServiceResponse(200, {"status": True, "detail": entries}), "a") is None


def test_an_error_with_a_number_is_known() -> None:
    assert judged(state="Error", response_id=7) is not None


@each("answer", list(BROKEN_BULKS.values())[:9], ids=list(BROKEN_BULKS)[:9])
def test_a_bulk_call_that_did_not_work_is_seen(answer: ServiceResponse) -> None:
    assert not bulk_works(answer)
    assert judge_bulk(answer, "a") is None


@each("kind", OTHER_KINDS, ids=repr)
def test_a_bulk_answer_with_an_error_code_of_another_kind_is_none_that_works(kind: object) -> None:
    entry = {"status": True, "state": "Queued", "reference": "a", "response_id": 7}
    body = {"status": True, "detail": [entry], "error_code": kind}
    assert not bulk_works(ServiceResponse(200, body))
    assert judge_bulk(ServiceResponse(200, body), "a") is None
