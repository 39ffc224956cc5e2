"""A paid bill that the service took back: what proves it, what it costs to ask, and its duty."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.cancellation import GivenUp
from desktop_app.core.clock import NEPAL
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.event_content import answer_in, reversal_in, settlement_in
from desktop_app.core.payments.payment import (
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
    PaymentUpdate,
)
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.payments.sweep import SweepResult, due_span
from desktop_app.core.payments.verdict import ReviewReason, bulk_works
from desktop_app.core.shop import Till
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.fakes import HandClock, OneService, ScriptedService, desk_with, offer, pay_request
from tests.unit.drawer_kit import DAY, Drawer
from tests.unit.test_bulk_lookups import BROKEN_BULKS
from tests.unit.test_drawer_older import RECORD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


@pytest.fixture
def service() -> TakesBack:
    return TakesBack()


@pytest.fixture
def desk(ledger: SqliteLedger, clock: HandClock, service: TakesBack) -> PaymentDesk:
    return desk_with(ledger, clock, service)


def pay(desk: PaymentDesk, clock: HandClock, count: int = 1) -> list[Payment]:
    return [
        desk.pay(pay_request(clock, chosen=offer(f"b{n}"), another_bill=n > 0)).payment
        for n in range(count)
    ]


def swept(desk: PaymentDesk, clock: HandClock) -> SweepResult:
    sweep = desk.sweep(clock.start_of_day(), clock.now() + HOUR)
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
    assert ledger.day(clock.start_of_day(), clock.now() + HOUR).came_back_count == 1
    # Figures of the day stay what they were.
    assert ledger.day(clock.start_of_day(), clock.now() + HOUR).paid_count == 2


def test_a_reversal_is_told_once(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    (gone,) = pay(desk, clock)
    service.takes_back(gone)
    first, second = (desk.sweep(clock.start_of_day(), clock.now() + HOUR) for _ in range(2))
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
    assert desk.check_paid(paid.number).step().checked == 1
    assert len(desk.check_paid(gone.number).step().doubtful) == 1
    assert service.bulk_calls == []


def test_what_is_not_paid_is_never_swept(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    service._commits.insert(0, ServiceResponse(problem=Problem.TIMED_OUT))
    (waiting,) = pay(desk, clock)
    assert swept(desk, clock) == SweepResult()
    assert desk.check_paid(waiting.number).step() == SweepResult()
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
    begun = desk.sweep(clock.start_of_day(), clock.now() + HOUR)
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


# --- the owner ----------------------------------------------------------------------------


def in_doubt(desk: PaymentDesk, clock: HandClock, service: TakesBack) -> Payment:
    (paid,) = pay(desk, clock)
    service.takes_back(paid, NOT_KNOWN)
    return swept(desk, clock).doubtful[0]


def test_the_owner_ends_a_doubt(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    paid = in_doubt(desk, clock, service)
    after = desk.decide(paid.number, was_paid=True, reason="the portal shows it", by="Hari")
    assert (after.state, after.is_doubted, after.owes_reversal) == (S.PAID, False, False)
    assert after.receipt == paid.receipt
    assert ledger.came_back() == ()
    with pytest.raises(LedgerError) as refused:
        desk.decide(paid.number, was_paid=True, reason="again", by="Hari")
    assert refused.value.problem is Problem.ILLEGAL_STEP


def test_the_owner_records_that_it_came_back(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    paid = in_doubt(desk, clock, service)
    after = desk.decide(paid.number, was_paid=False, reason="support says so", by="Hari", till=TILL)
    assert (after.state, after.is_doubted, after.owes_reversal) == (S.PAID, False, True)
    event = ledger.events(paid.number)[-1]
    assert (event.kind, event.state, event.operator) == (EventKind.REVERSED, None, "Sita")
    assert (reversal_in(event).reason, reversal_in(event).by) == ("support says so", "Hari")


def test_a_payment_is_made_only_instead_of_one_that_came_back(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock
) -> None:
    (paid,) = pay(desk, clock)
    for number in (paid.number, 99):
        order = fresh(paid, instead_of=number)
        with pytest.raises(LedgerError):
            ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))


def test_only_what_is_paid_can_be_in_doubt(ledger: SqliteLedger, clock: HandClock) -> None:
    drawer = Drawer(ledger)
    waiting, paid = drawer.pay(S.WAITING, "w"), drawer.pay(S.PAID, "p")
    told = PaymentUpdate(doubted=True)
    for number, kind in (
        (waiting.number, EventKind.LOOKED_UP),
        (paid.number, EventKind.PHONE_NOTED),
    ):
        with pytest.raises(LedgerError) as refused:
            ledger.append(number, Event(kind, drawer.at), update=told)
        assert refused.value.details["step"] is kind


# --- the duty -----------------------------------------------------------------------------


def taken_back(desk: PaymentDesk, clock: HandClock, service: TakesBack) -> Payment:
    (paid,) = pay(desk, clock)
    service.takes_back(paid)
    return swept(desk, clock).came_back[0]


def taken_back_of(desk: PaymentDesk, clock: HandClock, service: TakesBack, bill: str) -> Payment:
    paid = desk.pay(pay_request(clock, chosen=offer(bill), another_bill=True)).payment
    service.takes_back(paid)
    return swept(desk, clock).came_back[0]


def test_cash_of_a_reversal_leaves_once_in_the_shift_that_is_open_then(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    assert expected(ledger) == Money.rupees(278)
    after = desk.settle_reversal(gone.number, in_cash=True, till=TILL)
    assert (after.state, after.owes_reversal, after.cash_returned_at) == (S.PAID, False, None)
    assert expected(ledger) == ZERO
    event = ledger.events(gone.number)[-1]
    assert (event.operator, settlement_in(event).in_cash) == ("Sita", True)
    for in_cash in (True, False):
        with pytest.raises(LedgerError) as refused:
            desk.settle_reversal(gone.number, in_cash=in_cash, till=TILL)
        assert refused.value.problem is Problem.ILLEGAL_STEP
    assert expected(ledger) == ZERO


def test_a_reversal_settled_by_hand_moves_no_cash(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    desk.settle_reversal(gone.number, in_cash=False, note="paid by his son", till=TILL)
    assert expected(ledger) == Money.rupees(278)
    assert settlement_in(ledger.events(gone.number)[-1]).note == "paid by his son"
    assert ledger.came_back() == ()


def fresh(gone: Payment, *, instead_of: int) -> PaymentOrder:
    """The same bill once more."""
    return replace(gone.order, reference="5" * 32, details_reference=None, instead_of=instead_of)


def pay_instead(desk: PaymentDesk, clock: HandClock, gone: Payment) -> Payment:
    request = pay_request(clock, chosen=offer("b0"))
    return desk.pay(replace(request, instead_of=gone.number)).payment


@pytest.mark.parametrize("answer", [PAID_NOW, ServiceResponse(problem=Problem.TIMED_OUT)])
def test_paying_again_moves_the_cash_from_the_one_to_the_other(
    desk: PaymentDesk,
    ledger: SqliteLedger,
    clock: HandClock,
    service: TakesBack,
    answer: ServiceResponse,
) -> None:
    """Also where the new one waits: it holds the customer's money from then on, the old no more."""
    gone = taken_back(desk, clock, service)
    service._commits.insert(0, answer)
    new = pay_instead(desk, clock, gone)
    assert not now(ledger, gone).owes_reversal
    settled = ledger.events(gone.number)[-1]
    assert (settled.kind, settlement_in(settled).paid_again) == (
        EventKind.REVERSAL_SETTLED,
        new.number,
    )
    # The customer paid once: one bill's cash is in the drawer.
    assert expected(ledger) == Money.rupees(278)
    assert ledger.check_chain() is None


def test_what_is_paid_again_is_asked_about_the_second_time(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    request = replace(pay_request(clock, chosen=offer("b0")), instead_of=gone.number)
    assert desk.duplicates(request).paid_today is None
    other = taken_back_of(desk, clock, service, "b9")
    desk.settle_reversal(other.number, in_cash=True)
    settled = replace(pay_request(clock, chosen=offer("b9")), instead_of=other.number)
    asked = desk.duplicates(settled).paid_today
    assert asked is not None
    assert asked.number == other.number
    new = pay_instead(desk, clock, gone)
    again = replace(pay_request(clock, chosen=offer("b0")), instead_of=gone.number)
    assert desk.duplicates(again).paid_today == new
    service.takes_back(new)
    swept(desk, clock)
    found = desk.duplicates(replace(again, instead_of=new.number)).paid_today
    assert found is not None
    assert found.number == gone.number


def test_a_payment_that_was_never_sent_settles_nothing(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    order = fresh(gone, instead_of=gone.number)
    new = ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))
    ledger.append(new.number, Event(EventKind.ABANDONED, clock.now(), S.NOT_PAID))
    assert now(ledger, gone).owes_reversal
    assert expected(ledger) == Money.rupees(278)


def test_a_payment_of_another_customer_settles_nothing(
    desk: PaymentDesk, ledger: SqliteLedger, clock: HandClock, service: TakesBack
) -> None:
    gone = taken_back(desk, clock, service)
    order = replace(fresh(gone, instead_of=gone.number), account_id="9", account_key="9")
    new = ledger.add(order, Event(EventKind.RECORDED, clock.now(), S.RECORDED))
    ledger.append(new.number, Event(EventKind.SENT, clock.now(), S.SENDING))
    ledger.append(new.number, Event(EventKind.ANSWERED, clock.now(), S.PAID))
    assert now(ledger, gone).owes_reversal


def test_cash_of_before_there_were_shifts_leaves_a_drawer_that_nobody_counted(
    tmp_path: Path,
) -> None:
    """It was taken home long ago: it is not carried in first."""
    ledger = open_ledger(Path(shutil.copy(RECORD, tmp_path)))
    drawer = Drawer(ledger)
    drawer.shifts = ledger.shifts_of(Environment.TEST)
    long_ago = datetime(2020, 1, 1, tzinfo=NEPAL)
    paid = next(
        one
        for one in ledger.may_come_back(long_ago, drawer.at + 3000 * DAY)
        if one.order.environment is Environment.TEST
    )
    drawer.open()
    carried = drawer.expected
    ledger.append(paid.number, Event(EventKind.REVERSED, drawer.at))
    settled = Event(EventKind.REVERSAL_SETTLED, drawer.at).by(TILL)
    ledger.append(paid.number, settled, update=PaymentUpdate(cash=True))
    assert drawer.expected == carried - paid.order.cash_due
    assert ledger.check_chain() is None
    ledger.close()


def test_a_reversal_is_on_the_report_of_the_shift_in_which_it_was_found(
    ledger: SqliteLedger,
) -> None:
    """The day on which it was paid stays what it was; the duty is carried over until it is done."""
    drawer = Drawer(ledger)
    paid = drawer.pay(S.PAID)
    first = drawer.close()
    drawer.at += DAY
    drawer.open(278)
    ledger.append(paid.number, Event(EventKind.REVERSED, drawer.at))
    report = drawer.shifts.x_report(TILL, drawer.at)
    numbers = [one.number for one in report.came_back]
    assert (numbers, report.to_settle, report.paid.count) == ([paid.number], report.came_back, 0)
    second = drawer.close()
    assert drawer.shifts.reports(TILL, 1) == (second,)
    assert drawer.shifts.z_report("1", first.z_number or 0) == first
    drawer.open(278)
    third = drawer.shifts.x_report(TILL, drawer.at)
    assert (third.came_back, [one.number for one in third.to_settle]) == ((), numbers)
    settled = Event(EventKind.REVERSAL_SETTLED, drawer.at).by(TILL)
    ledger.append(paid.number, settled, update=PaymentUpdate(cash=True))
    assert drawer.shifts.x_report(TILL, drawer.at).to_settle == ()


# --- the evening --------------------------------------------------------------------------


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=NEPAL)


@pytest.mark.parametrize(
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
    sweep = desk.sweep_if_due()
    assert sweep is not None
    sweep.step()
    desk.note_sweep(Environment.TEST, sweep.result)
    assert desk.sweep_if_due() is None
    assert ledger.last_sweep() == clock.now()
    assert ledger.check_chain() is None
    clock.move(DAY)
    assert desk.sweep_if_due() is not None
