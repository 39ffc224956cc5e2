"""Every reference that was sent for a payment is asked for, and no other (rule 6; contract, A8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.dialogue import (
    Answered,
    Call,
    Chosen,
    Dialogue,
    Entered,
    NextStep,
    Offers,
    Ready,
)
from desktop_app.core.errors import BhuktaniError, LedgerError, NotUnderstood, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.payment import PaymentState, new_reference
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.providers.details_first import DetailsFirst
from tests.dialogues import choose, look_up, request_of
from tests.fakes import (
    NOT_KNOWN,
    PLAIN,
    HandClock,
    PlainProvider,
    ScriptedService,
    account,
    counter,
    desk_with,
    offer,
)
from tests.unit.test_ledger_kit import add

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.accounts import Account, Body, Offer
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
REFUSED = ServiceResponse(200, {"status": False, "state": "Error", "error_code": "4000"})
QUOTED = offer("b1", 25000)
TYPED = {"customer_id": "110871"}


class TakesNoReference(PlainProvider):
    """Its commit lists no reference: only the details call has one."""

    def commit(self, account: Account, offer: Offer) -> Call:
        call = super().commit(account, offer)
        return replace(call, with_reference=False)


class AsksTwice(TakesNoReference):
    """The price of the choice is asked for by a call in the middle, which has a reference."""

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case (Entered(values), Answered(_, first), Chosen() as choice):
                return Call("/quote/", {"offer": choice.offer_of(self.read(values, first)).id})
            case (Entered(values), Answered(_, first), Chosen(), Answered()):
                account = self.read(values, first)
                return Ready(account, QUOTED, self.commit(account, QUOTED))
        return super().next(dialogue)


class AsksForOne(AsksTwice):
    """Only the price of the second offer is asked for."""

    def read(self, values: Values, answer: Body) -> Account:
        return account(values["customer_id"], (offer("free", 100), offer("b1")))

    def next(self, dialogue: Dialogue) -> NextStep:
        if dialogue.turns[-1:] == (Chosen("free"),):
            return DetailsFirst.next(self, dialogue)
        return super().next(dialogue)


class ReadsNothing(PlainProvider):
    """One call only: no session, and no reference before the one that pays."""

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case (Entered(values),):
                return Offers(self.account(values))
            case (Entered(values), Chosen() as choice):
                found = self.account(values)
                chosen = choice.offer_of(found)
                return Ready(found, chosen, self.commit(found, chosen))
        return super().next(dialogue)

    def account(self, values: Values) -> Account:
        return replace(account(values["customer_id"]), session_id=None)


class ReadsAndPaysUnnamed(ReadsNothing):
    """No call of it takes a reference."""

    def commit(self, account: Account, offer: Offer) -> Call:
        return replace(super().commit(account, offer), with_reference=False)


class FilesUnder(ScriptedService):
    """Answers look-ups by the reference, whoever it went with."""

    def __init__(self, commit: ServiceResponse = NO_ANSWER) -> None:
        super().__init__(reads=[ServiceResponse(200, {"status": True})] * 4, commits=[commit] * 2)
        self.filed: dict[str, ServiceResponse] = {}

    def lookup(self, reference: str) -> ServiceResponse:
        self.lookup_calls.append(reference)
        return self.filed.get(reference, NOT_KNOWN)

    def answer_next(self, answer: ServiceResponse) -> None:
        """The next read is answered so."""
        self._reads.insert(0, answer)

    @property
    def read_references(self) -> list[str]:
        """The references that went with reads, in order."""
        return [reference for _, reference in self.read_calls if reference is not None]


def found_by(
    provider: Provider, service: FilesUnder, ledger: SqliteLedger, clock: HandClock
) -> Inquiry:
    """An inquiry that is ready to be paid."""
    desk = desk_with(ledger, clock, service)
    return choose(desk, provider, look_up(desk, provider, TYPED))


def request_for(provider: Provider, inquiry: Inquiry) -> PaymentRequest:
    return request_of(provider, inquiry, counter())


def filed(state: str, reference: str, amount: object = "277.98") -> ServiceResponse:
    known: Mapping[str, object] = {"status": True, "state": state, "response_id": 9}
    return ServiceResponse(200, {**known, "reference": reference, "amount": amount, "refunds": []})


def wait_and_check(
    ledger: SqliteLedger, clock: HandClock, service: FilesUnder, provider: Provider, *states: str
) -> PaymentState:
    """The state after an unanswered commit and a look-up; ``states`` as filed under the reads."""
    found = found_by(provider, service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(request_for(provider, found)).payment
    assert payment.state is PaymentState.WAITING
    for reference, state in zip(service.read_references, states, strict=False):
        if state == "no answer":
            service.filed[reference] = NO_ANSWER
        elif state:
            service.filed[reference] = filed(state, reference, payment.order.amount.number)
    clock.move(timedelta(minutes=6))
    (checked,) = desk.check_next()
    return checked.state


def test_a_commit_that_takes_no_reference_is_sent_none(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = found_by(TakesNoReference(), service, ledger, clock)
    payment = desk_with(ledger, clock, service).pay(request_for(TakesNoReference(), found)).payment
    ((call, _),) = service.commit_calls
    assert not call.with_reference
    assert not payment.order.sends_reference
    assert payment.order.sent_references == tuple(service.read_references)
    assert ledger.payment(payment.number) == payment


@pytest.mark.parametrize(
    ("provider", "states", "after"),
    [
        # Without a reference of its own, the payment is filed under one that came before it.
        (TakesNoReference(), ["Success"], PaymentState.PAID),
        (TakesNoReference(), ["Failed"], PaymentState.NOT_PAID),
        (TakesNoReference(), ["Queued"], PaymentState.WAITING),
        (TakesNoReference(), ["no answer"], PaymentState.WAITING),
        (TakesNoReference(), [""], PaymentState.NOT_PAID),
        # Which of several nobody says: a Success counts first, a refusal last.
        (AsksTwice(), ["", "Success"], PaymentState.PAID),
        (AsksTwice(), ["Success", ""], PaymentState.PAID),
        (AsksTwice(), ["Failed", "Success"], PaymentState.PAID),
        (AsksTwice(), ["Failed", "Queued"], PaymentState.WAITING),
        (AsksTwice(), ["Failed", "no answer"], PaymentState.WAITING),
        (AsksTwice(), ["", "no answer"], PaymentState.WAITING),
        (AsksTwice(), ["no answer", ""], PaymentState.WAITING),
        (AsksTwice(), ["Failed", ""], PaymentState.NOT_PAID),
        (AsksTwice(), ["", ""], PaymentState.NOT_PAID),
        # With one of its own, it may still have been filed under the session's.
        (PLAIN, ["Success"], PaymentState.PAID),
        (PLAIN, ["no answer"], PaymentState.WAITING),
        (PLAIN, [""], PaymentState.NOT_PAID),
    ],
)
def test_what_is_filed_under_any_of_its_references_counts(
    ledger: SqliteLedger,
    clock: HandClock,
    provider: Provider,
    states: list[str],
    after: PaymentState,
) -> None:
    service = FilesUnder()
    assert wait_and_check(ledger, clock, service, provider, *states) is after


def test_another_amount_under_another_reference_is_for_a_person(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = found_by(TakesNoReference(), service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    desk.pay(request_for(TakesNoReference(), found))
    (reference,) = service.read_references
    service.filed[reference] = filed("Success", reference, 1)
    clock.move(timedelta(minutes=6))
    (checked,) = desk.check_next()
    assert checked.state is PaymentState.REVIEW


def test_right_after_a_refusal_all_are_asked_for_too(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder(commit=REFUSED)
    found = found_by(AsksTwice(), service, ledger, clock)
    first, second = service.read_references
    service.filed[second] = filed("Success", second, 250)
    payment = desk_with(ledger, clock, service).pay(request_for(AsksTwice(), found)).payment
    assert payment.state is PaymentState.PAID
    assert service.lookup_calls == [first, second]


def test_all_references_are_asked_for_after_a_restart(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = found_by(AsksTwice(), service, ledger, clock)
    order = desk_with(ledger, clock, service).pay(request_for(AsksTwice(), found)).payment.order
    clock.move(timedelta(minutes=6))
    desk_with(ledger, clock, service).check_next()
    assert service.lookup_calls == service.read_references == list(order.sent_references)


def test_what_could_never_be_looked_up_is_not_sent(ledger: SqliteLedger, clock: HandClock) -> None:
    service = FilesUnder()
    provider = ReadsAndPaysUnnamed()
    found = found_by(provider, service, ledger, clock)
    with pytest.raises(NotUnderstood):
        desk_with(ledger, clock, service).pay(request_for(provider, found))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()
    with pytest.raises(LedgerError):
        add(ledger, sends_reference=False)


# --- the call in the middle -----------------------------------------------------------------------


def led(provider: Provider, desk: PaymentDesk) -> Flow:
    """A flow at the choice."""
    flow = Flow()
    flow.choose_provider(provider)
    flow.type("110871")
    read(flow, desk)
    assert flow.step is Step.CHOICE
    return flow


def read(flow: Flow, desk: PaymentDesk) -> None:
    """The read that the flow asks for, with what comes of it."""
    assert flow.provider is not None
    ticket = flow.start_lookup()
    try:
        assert flow.looked_up(ticket, desk.advance(flow.provider, flow.inquiry))
    except BhuktaniError as error:
        assert flow.lookup_failed(ticket, error)


def take(flow: Flow, offer_id: str) -> bool:
    """The clerk marks an offer and goes on."""
    assert flow.account is not None
    marked = flow.account.offer(offer_id)
    assert marked is not None
    flow.choose(marked)
    return flow.go_on()


def test_nothing_is_paid_while_the_call_in_the_middle_is_to_be_made(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """The price of before is not the one of the last answer (rule 14)."""
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    paid = request_for(AsksTwice(), found_by(AsksTwice(), service, ledger, clock))
    early = look_up(desk, AsksTwice(), TYPED).chosen("b1")
    with pytest.raises(NotUnderstood):
        desk.pay(replace(paid, inquiry=early))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()


def test_the_flow_waits_for_the_call_in_the_middle_and_pays_its_price(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk = desk_with(ledger, clock, FilesUnder())
    flow = led(AsksTwice(), desk)
    assert take(flow, "b1")
    assert flow.needs_read
    assert flow.step is Step.CHOICE
    assert flow.start_sending(counter()) is None
    read(flow, desk)
    assert flow.ready is not None
    assert flow.cash_due(counter()) == Money.rupees(250)
    assert flow.price_before == offer("b1").total
    flow.cash = Money.rupees(250)
    request = flow.start_sending(counter())
    assert request is not None
    assert len(request.inquiry.references) == 2


def test_what_is_asked_anew_must_come_to_the_same_before_it_is_sent(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """A provider that changes its mind under the clerk's hands is not paid."""

    class Wavers(PlainProvider):
        path = "/api/servicegroup/commit/plain/"

        def commit(self, account: Account, offer: Offer) -> Call:
            return replace(super().commit(account, offer), path=self.path)

    provider, service = Wavers(), FilesUnder()
    desk = desk_with(ledger, clock, service)
    flow = led(provider, desk)
    assert take(flow, "b1")
    flow.cash = Money.rupees(300)
    request = flow.request(counter())
    assert request is not None
    provider.path = "/api/servicegroup/commit/other/"
    assert flow.start_sending(counter()) is None
    with pytest.raises(NotUnderstood):
        desk.pay(request)
    assert service.commit_calls == []


def test_what_the_service_was_asked_last_is_what_gets_paid(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """Its commit names no offer: after another was asked about, only a new look-up helps."""
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    flow = led(AsksForOne(), desk)
    assert take(flow, "b1")
    read(flow, desk)
    assert flow.back()
    assert flow.offer == offer("b1")
    assert not take(flow, "free"), "the service still has b1 in mind"
    assert flow.needs_fresh_lookup
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(request_for(AsksForOne(), flow.inquiry.chosen("free")))
    assert refused.value.problem is Problem.STALE
    assert service.commit_calls == []
    assert take(flow, "b1"), "asking about it again makes it the last"
    read(flow, desk)
    assert flow.ready is not None
    assert len(flow.inquiry.references) == 3, "none that was sent is dropped"


@pytest.mark.parametrize(
    ("answer", "goes_on"),
    [
        (NO_ANSWER, False),
        (ServiceResponse(500, {}), False),
        (ServiceResponse(200, {"status": False, "error_code": "4000"}), True),
        ("cancelled", False),
    ],
)
def test_after_a_call_in_the_middle_without_an_answer_only_a_new_look_up_helps(
    ledger: SqliteLedger, clock: HandClock, answer: object, goes_on: bool
) -> None:
    """It may still arrive after a later one, and then be what the service was asked last."""
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    flow = led(AsksTwice(), desk)
    assert take(flow, "b1")
    if isinstance(answer, ServiceResponse):
        service.answer_next(answer)
        read(flow, desk)
        assert flow.lookup_error is not None
    else:
        ticket = flow.start_lookup()
        late = desk.advance(AsksTwice(), flow.inquiry)
        flow.cancel_lookup()
        assert not flow.looked_up(ticket, late)
    assert flow.step is Step.CHOICE
    assert flow.account is not None
    assert list(flow.inquiry.references) == service.read_references, "none is dropped"
    assert take(flow, "b1") is goes_on
    assert flow.needs_fresh_lookup is not goes_on
    if goes_on:
        read(flow, desk)
        assert list(flow.inquiry.references) == service.read_references


def test_the_call_in_the_middle_makes_a_look_up_no_younger(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    found = look_up(desk, AsksTwice(), TYPED)
    clock.move(timedelta(minutes=4))
    chosen = choose(desk, AsksTwice(), found)
    assert (chosen.stamp, chosen.id) == (found.stamp, found.id)
    clock.move(timedelta(minutes=2))
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(request_for(AsksTwice(), chosen))
    assert refused.value.problem is Problem.STALE


def test_the_call_in_the_middle_is_made_with_the_token_of_the_first(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = look_up(desk_with(ledger, clock, service), AsksTwice(), TYPED)
    other = FilesUnder()
    other.connection_id = "another"
    with pytest.raises(BhuktaniError) as refused:
        choose(desk_with(ledger, clock, other), AsksTwice(), found)
    assert refused.value.problem is Problem.STALE
    assert other.read_calls == []


# --- an account without session and reference -----------------------------------------------------


def test_an_account_without_session_and_reference_is_paid_again_after_another_look_up(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder(commit=ServiceResponse(200, {"status": True, "state": "Success", "id": 5}))
    desk = desk_with(ledger, clock, service)
    provider = ReadsNothing()
    first = request_for(provider, choose(desk, provider, look_up(desk, provider, TYPED)))
    assert desk.pay(first).payment.state is PaymentState.PAID
    again = request_for(provider, choose(desk, provider, look_up(desk, provider, TYPED)))
    assert desk.pay(replace(again, duplicate_confirmed=True)).payment.state is PaymentState.PAID
    assert len(service.commit_calls) == 2


def test_it_is_paid_once_from_one_look_up(ledger: SqliteLedger, clock: HandClock) -> None:
    service = FilesUnder(commit=REFUSED)
    desk = desk_with(ledger, clock, service)
    provider = ReadsNothing()
    request = request_for(provider, choose(desk, provider, look_up(desk, provider, TYPED)))
    assert desk.pay(request).payment.state is PaymentState.NOT_PAID
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(replace(request, reference=new_reference()))
    assert refused.value.problem is Problem.STALE
    assert len(service.commit_calls) == 1


# --- a brand whose endpoint moves -----------------------------------------------------------------


class Moved(PlainProvider):
    """The same brand behind another endpoint: its slug, which names it in the ledger, stays."""

    def commit(self, account: Account, offer: Offer) -> Call:
        return replace(super().commit(account, offer), path="/api/servicegroup/commit/genius/")


def test_what_waits_at_the_old_endpoint_stands_in_the_way_at_the_new_one(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    desk.pay(request_for(PLAIN, found_by(PLAIN, service, ledger, clock)))
    moved = request_for(Moved(), found_by(Moved(), service, ledger, clock))
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(moved)
    assert refused.value.problem is Problem.ALREADY_OPEN
    assert len(service.commit_calls) == 1
