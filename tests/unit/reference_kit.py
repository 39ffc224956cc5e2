"""Companies and a service for tests of references: reads in the middle, pays that name none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

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
from desktop_app.core.errors import Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.providers.families.details_first import DetailsFirst
from tests.dialogues import choose, look_up, request_of
from tests.fakes import (
    NOT_KNOWN,
    HandClock,
    PlainProvider,
    ScriptedService,
    account,
    counter,
    desk_with,
    offer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.accounts import Account, Body, Offer
    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
REFUSED = ServiceResponse(200, {"status": False, "state": "Error", "error_code": "4000"})
QUOTED = offer("b1", 25000)
TYPED = {"customer_id": "110871"}


class ListsNoReference(PlainProvider):
    """The page of its commit lists no reference: only the details call has one."""

    def commit(self, account: Account, offer: Offer) -> Call:
        call = super().commit(account, offer)
        return replace(call, with_reference=False)


class TakesNoReference(ListsNoReference):
    """Nor may one be sent."""

    info = replace(PlainProvider.info, sends_unlisted_reference=False)


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


class AsksTwiceAndSends(AsksTwice):
    """Its commit lists no reference, but is sent one."""

    info = PlainProvider.info


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

    info = TakesNoReference.info

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
    ledger: SqliteLedger,
    clock: HandClock,
    service: FilesUnder,
    provider: Provider,
    *states: str,
    own: str = "",
) -> PaymentState:
    """The state after an unanswered commit and a look-up.

    ``states`` as filed under the reads, ``own`` as filed under the commit.
    """
    found = found_by(provider, service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(request_for(provider, found)).payment
    assert payment.state is PaymentState.WAITING
    filings = zip((payment.order.reference, *service.read_references), (own, *states), strict=False)
    for reference, state in filings:
        if state == "no answer":
            service.filed[reference] = NO_ANSWER
        elif state:
            service.filed[reference] = filed(state, reference, payment.order.amount.number)
    clock.move(timedelta(minutes=6))
    (checked,) = desk.check_next()
    return checked.state
