"""A sweep of paid bills: what it costs to ask, and what proves that one came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.cancellation import GivenUp
from desktop_app.core.clock import NEPAL
from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.event_content import answer_in, reversal_in
from desktop_app.core.payments.payment import (
    EventKind,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.sweep import SweepResult, due_span
from desktop_app.core.payments.verdict import ReviewReason, bulk_works
from tests.fakes import HandClock, OneService, desk_with, offer, pay_request
from tests.tables import each
from tests.unit.drawer_kit import DAY
from tests.unit.sweep_kit import (
    HOUR,
    NOT_KNOWN,
    S,
    TakesBack,
    known,
    now,
    pay,
    swept,
)
from tests.unit.test_bulk_lookups import BROKEN_BULKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ledger.sqlite.ledger import SqliteLedger


@pytest.fixture
def desk(ledger: SqliteLedger, clock: HandClock, service: TakesBack) -> PaymentDesk:
    return desk_with(ledger, clock, service)


# --- what a sweep costs -------------------------------------------------------------------


def test_forty_paid_bills_cost_four_calls(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    made = pay(desk, clock, 40)
    before = [ledger.events(one.number) for one in made]
    result = swept(desk, clock)
    assert (result.checked, result.found, result.unasked) == (40, (), 0)
    assert len(service.bulk_calls) == 4
    assert service.lookup_calls == []
    assert [ledger.events(one.number) for one in made] == before


def test_a_payment_that_is_filed_under_its_read_costs_one_more_bulk_call(
    desk: PaymentDesk, clock: HandClock, service: TakesBack
) -> None:
    for n in range(3):
        request = pay_request(clock, chosen=offer(f"b{n}"), another_bill=n > 0)
        inquiry = replace(request.inquiry, references=(f"{n:032x}",))
        made = desk.pay(replace(request, inquiry=inquiry)).payment
        service.in_bulk |= {made.order.reference: "Error", f"{n:032x}": "Success"}
    assert swept(desk, clock).checked == 3
    assert [len(call) for call in service.bulk_calls] == [3, 3]
    assert service.lookup_calls == []


def test_where_the_service_calls_everything_not_paid_only_some_are_asked_for_singly(
    desk: PaymentDesk, clock: HandClock, service: TakesBack
) -> None:
    for one in pay(desk, clock, 30):
        service.in_bulk[one.order.reference] = "Failed"
    result = swept(desk, clock)
    assert (result.checked, result.found, result.unasked) == (20, (), 10)
    assert len(service.lookup_calls) == 20


# --- what proves it -----------------------------------------------------------------------


def test_what_the_service_calls_failed_twice_came_back_and_stays_paid(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    kept, gone = pay(desk, clock, 2)
    service.takes_back(gone)
    result = swept(desk, clock)
    assert [one.number for one in result.came_back] == [gone.number]
    assert service.lookup_calls.count(gone.order.reference) == 2
    assert kept.order.reference not in service.lookup_calls
    after = now(ledger, gone)
    assert (after.state, after.receipt, after.changed_at) == (S.PAID, gone.receipt, gone.changed_at)
    assert after.owes_reversal
    assert reversal_in(ledger.events(gone.number)[-1]).state == "Failed"
    assert not now(ledger, kept).owes_reversal
    assert [one.number for one in ledger.came_back()] == [gone.number]
    assert ledger.history.day(clock.start_of_day(), clock.now() + HOUR).came_back_count == 1
    # Figures of the day stay what they were.
    assert ledger.history.day(clock.start_of_day(), clock.now() + HOUR).paid_count == 2


def test_a_reversal_is_told_once(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    (gone,) = pay(desk, clock)
    service.takes_back(gone)
    first, second = (
        desk.sweeps.of_span(clock.start_of_day(), clock.now() + HOUR) for _ in range(2)
    )
    assert len(first.step().came_back) == 1
    assert second.step().found == ()
    assert swept(desk, clock) == SweepResult()
    kinds = [event.kind for event in ledger.events(gone.number)]
    assert kinds.count(EventKind.REVERSED) == 1


def test_somebody_else_tells_it_between_the_answer_and_the_record(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    (gone,) = pay(desk, clock)
    service.takes_back(gone)
    asked = service.lookup

    def meanwhile(reference: str) -> ServiceResponse:
        answer = asked(reference)
        if len(service.lookup_calls) == 2:
            desk.decide(gone.number, was_paid=False, reason="told on the phone", by="Hari")
        return answer

    service.lookup = meanwhile  # type: ignore[method-assign]
    assert swept(desk, clock).found == ()
    assert reversal_in(ledger.events(gone.number)[-1]).by == "Hari"


@pytest.mark.parametrize("state", ["Failed", "Error", "Expired"])
def test_the_states_that_the_service_refunds_prove_it(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack, state: str
) -> None:
    (gone,) = pay(desk, clock)
    service.takes_back(gone, known(state, gone.order.reference))
    assert len(swept(desk, clock).came_back) == 1


SAYS_NOTHING: dict[str, Callable[[str], ServiceResponse]] = {
    "still at work": lambda r: known("Processing", r),
    "Status Error": lambda r: known("Status Error", r),
    "another spelling": lambda r: known("failed", r),
    "another payment": lambda _r: known("Failed", "f" * 32),
    "an error beside it": lambda r: known("Failed", r, error_code="1017"),
    "status false": lambda r: known("Failed", r, status=False),
    "HTTP 500": lambda r: ServiceResponse(500, known("Failed", r).body),
    "no answer": lambda _r: ServiceResponse(problem=Problem.TIMED_OUT),
    "the token was refused": lambda _r: ServiceResponse(
        400, {"status": False, "error_code": "1001", "state": "Error"}
    ),
}


@pytest.mark.parametrize("answer", SAYS_NOTHING.values(), ids=SAYS_NOTHING)
def test_what_is_no_clear_answer_says_nothing(
    desk: PaymentDesk,
    ledger: SqliteLedger,
    clock: HandClock,
    service: TakesBack,
    answer: Callable[[str], ServiceResponse],
) -> None:
    (paid,) = pay(desk, clock)
    before = ledger.events(paid.number)
    service.takes_back(paid, answer(paid.order.reference))
    result = swept(desk, clock)
    assert (result.found, result.unasked) == ((), 1)
    assert (ledger.events(paid.number), now(ledger, paid)) == (before, paid)


@pytest.mark.parametrize("bulk", BROKEN_BULKS.values(), ids=BROKEN_BULKS)
def test_a_bulk_call_that_did_not_work_says_nothing(
    desk: PaymentDesk,
    ledger: SqliteLedger,
    clock: HandClock,
    service: TakesBack,
    bulk: ServiceResponse,
) -> None:
    made = pay(desk, clock, 12)
    before = [ledger.events(one.number) for one in made]
    service.bulk = bulk
    result = swept(desk, clock)
    assert result.found == ()
    assert [ledger.events(one.number) for one in made] == before
    assert result.checked + result.unasked == 12
    assert result.is_cut_short is not bulk_works(bulk)
    if result.is_cut_short:
        # The service does not answer: it is not asked twelve times more.
        assert (len(service.bulk_calls), service.lookup_calls) == (1, [])


def test_a_success_of_another_amount_in_bulk_is_asked_for_singly(
    desk: PaymentDesk, clock: HandClock, service: TakesBack
) -> None:
    paid, other = pay(desk, clock, 2)
    service.bulk_amount = "100"
    service.single[other.order.reference] = [known("Success", other.order.reference, amount="100")]
    result = swept(desk, clock)
    assert ([one.number for one in result.doubtful], result.checked) == ([other.number], 2)
    assert paid.order.reference in service.lookup_calls


def test_one_odd_answer_is_not_believed(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    (paid,) = pay(desk, clock)
    reference = paid.order.reference
    service.takes_back(paid, known("Failed", reference), known("Success", reference))
    result = swept(desk, clock)
    assert (result.found, result.unasked) == ((), 1)
    assert now(ledger, paid) == paid


FOR_A_PERSON: dict[str, tuple[ReviewReason, Callable[[str], ServiceResponse]]] = {
    "not known any more": (ReviewReason.FORGOTTEN, lambda _r: NOT_KNOWN),
    "Success, and refunded": (
        ReviewReason.REFUND_SIGNS,
        lambda r: known("Success", r, refunded=True),
    ),
    "Success, with a refund": (
        ReviewReason.REFUND_SIGNS,
        lambda r: known("Success", r, refunds=[{"amount": "277.98"}]),
    ),
    "Failed, another amount": (
        ReviewReason.OTHER_AMOUNT,
        lambda r: known("Failed", r, amount="100"),
    ),
    "Failed, no amount": (
        ReviewReason.UNCLEAR_AMOUNT,
        lambda r: known("Failed", r, amount=None),
    ),
}


@pytest.mark.parametrize(("reason", "answer"), FOR_A_PERSON.values(), ids=FOR_A_PERSON)
def test_what_contradicts_that_it_was_paid_is_for_the_owner(
    desk: PaymentDesk,
    ledger: SqliteLedger,
    clock: HandClock,
    service: TakesBack,
    reason: ReviewReason,
    answer: Callable[[str], ServiceResponse],
) -> None:
    (paid,) = pay(desk, clock)
    service.takes_back(paid, answer(paid.order.reference))
    result = swept(desk, clock)
    assert answer_in(ledger.events(paid.number)[-1]).doubt is reason
    assert ([one.number for one in result.doubtful], result.came_back) == ([paid.number], ())
    after = now(ledger, paid)
    assert (after.state, after.is_doubted, after.owes_reversal) == (S.PAID, True, False)
    # It is told once, and a good answer later does not take it from the owner.
    assert swept(desk, clock).found == ()
    service.in_bulk.clear()
    service.single.clear()
    assert swept(desk, clock).found == ()
    assert [one.number for one in ledger.came_back()] == [paid.number]


def test_a_failure_of_a_read_is_for_the_owner(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    request = pay_request(clock)
    read = "0" * 32
    inquiry = replace(request.inquiry, references=(read,))
    paid = desk.pay(replace(request, inquiry=inquiry)).payment
    service.takes_back(paid, NOT_KNOWN)
    service.in_bulk[read] = "Failed"
    service.single[read] = [known("Failed", read)]
    assert [one.number for one in swept(desk, clock).doubtful] == [paid.number]


def test_one_payment_is_asked_for_because_a_person_wants_it(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    paid, gone = pay(desk, clock, 2)
    # A single look-up alone tells of refunds.
    service.single[gone.order.reference] = [known("Success", gone.order.reference, refunded=True)]
    assert desk.sweeps.of_one(paid.number).step().checked == 1
    assert len(desk.sweeps.of_one(gone.number).step().doubtful) == 1
    assert service.bulk_calls == []


def test_what_is_not_paid_is_never_swept(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    service._commits.insert(0, ServiceResponse(problem=Problem.TIMED_OUT))
    (waiting,) = pay(desk, clock)
    assert swept(desk, clock) == SweepResult()
    assert desk.sweeps.of_one(waiting.number).step() == SweepResult()
    assert service.lookup_calls == []


def test_a_payment_of_another_token_is_not_asked_for(
    ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    pay(desk_with(ledger, clock, service), clock, 2)
    without = PaymentDesk(OneService(None), ledger, clock)
    result = swept(without, clock)
    assert (result.unasked, result.is_cut_short) == (2, False)
    assert service.bulk_calls == []


def test_a_sweep_that_is_cut_off_goes_on_with_what_was_not_asked_for(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    made = pay(desk, clock, 15)
    service.takes_back(made[0])
    service.takes_back(made[14])
    begun = desk.sweeps.of_span(clock.start_of_day(), clock.now() + HOUR)
    begun.step()
    assert (begun.done, begun.is_done) == (10, False)
    # The program is killed here; the next start begins anew.
    again = swept(desk_with(ledger, clock, service), clock)
    assert [one.number for one in again.came_back] == [made[14].number]
    assert len(ledger.came_back()) == 2


def test_the_end_of_the_program_is_no_answer(
    desk: PaymentDesk, clock: HandClock, service: TakesBack, monkeypatch: pytest.MonkeyPatch
) -> None:
    pay(desk, clock, 2)
    service.bulk = ServiceResponse(problem=Problem.NO_NETWORK)
    monkeypatch.setattr("desktop_app.core.payments.reference_lookup.is_given_up", lambda: True)
    with pytest.raises(GivenUp):
        swept(desk, clock)


# --- the evening --------------------------------------------------------------------------


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=NEPAL)


@each(
    ("last", "now", "since"),
    [
        pytest.param(None, at(20, 9), at(19, 0), id="the first one"),
        pytest.param(at(19, 18), at(20, 17), None, id="not before the evening"),
        pytest.param(at(19, 18), at(20, 18), at(19, 0), id="in the evening"),
        pytest.param(at(20, 18), at(20, 21), None, id="once an evening"),
        pytest.param(at(19, 9), at(20, 9), at(19, 0), id="at the next start"),
        pytest.param(at(16, 19), at(20, 9), at(16, 0), id="the computer was off for days"),
        pytest.param(at(20, 9), at(20, 18), at(19, 0), id="after one in the morning"),
        pytest.param(at(25, 9), at(20, 18), at(19, 0), id="the clock was ahead"),
        pytest.param(
            datetime(2026, 3, 1, tzinfo=NEPAL), at(20, 9), at(20, 0) - 31 * DAY, id="gone"
        ),
    ],
)
def test_an_evening_is_swept_once(
    last: datetime | None, now: datetime, since: datetime | None
) -> None:
    midnight = now.replace(hour=0)
    span = due_span(last, now, midnight)
    assert span == (None if since is None else (since, now))


def test_a_sweep_that_came_to_its_end_is_not_due_again(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    pay(desk, clock)
    sweep = desk.sweeps.due()
    assert sweep is not None
    sweep.step()
    desk.sweeps.note_end(Environment.TEST, sweep.result)
    assert desk.sweeps.due() is None
    assert ledger.sweeps.last() == clock.now()
    assert ledger.check_chain() is None
    clock.move(DAY)
    assert desk.sweeps.due() is not None
