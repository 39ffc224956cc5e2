"""Every reference that was sent for a payment is asked for, and no other (rule 6; contract, A8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.core.billing.accounts import Account, Body, Offer
from desktop_app.core.billing.provider import Call, Entry, Provider
from desktop_app.core.errors import BhuktaniError, LedgerError, NotUnderstood, Problem
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.order import AccountSnapshot, PaymentRequest
from desktop_app.core.payments.payment import PaymentState, new_reference
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.ledger import SqliteLedger
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

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
REFUSED = ServiceResponse(200, {"status": False, "state": "Error", "error_code": "4000"})
QUOTED = offer("b1", 25000)


class TakesNoReference(PlainProvider):
    """Its commit lists no reference: only the details call has one."""

    def commit(self, account: Account, offer: Offer) -> Call:
        call = super().commit(account, offer)
        return replace(call, with_reference=False)


class AsksTwice(TakesNoReference):
    """The price of the choice is asked for by a call in the middle, which has a reference."""

    def middle(self, account: Account, offer: Offer) -> Call | None:
        return None if offer == QUOTED else Call("/quote/", {"offer": offer.id})

    def read_middle(self, account: Account, offer: Offer, answer: Body) -> Account:
        return replace(account, offers=(QUOTED,))


class ReadsNothing(PlainProvider):
    """One call only: no session, and no reference before the one that pays."""

    def start(self, entry: Entry) -> Account:
        return replace(account(entry["customer_id"]), session_id=None)


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

    @property
    def read_references(self) -> Sequence[str]:
        """The references that went with reads, in order."""
        return [reference for _, reference in self.read_calls if reference is not None]


def found_by(
    provider: Provider, service: FilesUnder, ledger: SqliteLedger, clock: HandClock
) -> AccountSnapshot:
    desk = desk_with(ledger, clock, service)
    found = desk.look_up(provider, {"customer_id": "110871"})
    return desk.choose(provider, found, found.account.offers[0])


def request_of(provider: Provider, found: AccountSnapshot) -> PaymentRequest:
    return PaymentRequest(
        provider=provider,
        found=found,
        offer=found.account.offers[0],
        reference=new_reference(),
        cash_received=found.account.offers[0].total,
        counter=counter(),
    )


def filed(state: str, reference: str, amount: object = "277.98") -> ServiceResponse:
    known: Mapping[str, object] = {"status": True, "state": state, "response_id": 9}
    return ServiceResponse(200, {**known, "reference": reference, "amount": amount, "refunds": []})


def wait_and_check(
    ledger: SqliteLedger, clock: HandClock, service: FilesUnder, provider: Provider, *states: str
) -> PaymentState:
    """The state after an unanswered commit and a look-up; ``states`` as filed under the reads."""
    found = found_by(provider, service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(request_of(provider, found)).payment
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
    payment = desk_with(ledger, clock, service).pay(request_of(TakesNoReference(), found)).payment
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
    desk.pay(request_of(TakesNoReference(), found))
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
    payment = desk_with(ledger, clock, service).pay(request_of(AsksTwice(), found)).payment
    assert payment.state is PaymentState.PAID
    assert service.lookup_calls == [first, second]


def test_all_references_are_asked_for_after_a_restart(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = found_by(AsksTwice(), service, ledger, clock)
    order = desk_with(ledger, clock, service).pay(request_of(AsksTwice(), found)).payment.order
    clock.move(timedelta(minutes=6))
    desk_with(ledger, clock, service).check_next()
    assert service.lookup_calls == service.read_references == list(order.sent_references)


def test_what_could_never_be_looked_up_is_not_sent(ledger: SqliteLedger, clock: HandClock) -> None:
    service = FilesUnder()
    provider = ReadsAndPaysUnnamed()
    found = found_by(provider, service, ledger, clock)
    with pytest.raises(NotUnderstood):
        desk_with(ledger, clock, service).pay(request_of(provider, found))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()
    with pytest.raises(LedgerError):
        add(ledger, sends_reference=False)


# --- the call in the middle -----------------------------------------------------------------------


def test_nothing_is_paid_while_the_call_in_the_middle_is_to_be_made(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """The price of before is not the one of the last answer (rule 14)."""
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    found = desk.look_up(AsksTwice(), {"customer_id": "110871"})
    with pytest.raises(NotUnderstood):
        desk.pay(request_of(AsksTwice(), found))
    assert service.commit_calls == []
    assert ledger.open_payments() == ()
    flow = Flow()
    flow.choose_provider(AsksTwice())
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), found)
    flow.choose(found.account.offers[0])
    assert not flow.confirm()
    chosen = desk.choose(AsksTwice(), found, found.account.offers[0])
    assert flow.looked_up(flow.start_lookup(), chosen)
    assert flow.confirm()


def test_the_call_in_the_middle_makes_a_look_up_no_younger(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    desk = desk_with(ledger, clock, service)
    found = desk.look_up(AsksTwice(), {"customer_id": "110871"})
    clock.move(timedelta(minutes=4))
    chosen = desk.choose(AsksTwice(), found, found.account.offers[0])
    assert (chosen.at, chosen.monotonic, chosen.id) == (found.at, found.monotonic, found.id)
    clock.move(timedelta(minutes=2))
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(request_of(AsksTwice(), chosen))
    assert refused.value.problem is Problem.STALE


# --- an account without session and reference -----------------------------------------------------


def test_an_account_without_session_and_reference_is_paid_again_after_another_look_up(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder(commit=ServiceResponse(200, {"status": True, "state": "Success", "id": 5}))
    desk = desk_with(ledger, clock, service)
    provider = ReadsNothing()
    first = request_of(provider, desk.look_up(provider, {"customer_id": "110871"}))
    assert desk.pay(first).payment.state is PaymentState.PAID
    again = request_of(provider, desk.look_up(provider, {"customer_id": "110871"}))
    assert desk.pay(replace(again, duplicate_confirmed=True)).payment.state is PaymentState.PAID
    assert len(service.commit_calls) == 2


def test_it_is_paid_once_from_one_look_up(ledger: SqliteLedger, clock: HandClock) -> None:
    service = FilesUnder(commit=REFUSED)
    desk = desk_with(ledger, clock, service)
    request = request_of(ReadsNothing(), desk.look_up(ReadsNothing(), {"customer_id": "110871"}))
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
    desk.pay(request_of(PLAIN, found_by(PLAIN, service, ledger, clock)))
    moved = request_of(Moved(), found_by(Moved(), service, ledger, clock))
    with pytest.raises(BhuktaniError) as refused:
        desk.pay(moved)
    assert refused.value.problem is Problem.ALREADY_OPEN
    assert len(service.commit_calls) == 1
