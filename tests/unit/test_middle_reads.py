"""What the service was asked last, between look-up and payment, is what is paid (rule 14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.dialogue import Answered, Call, Chosen, Dialogue, Entered, NextStep
from desktop_app.core.billing.forms import FieldLabel, Form, TextEntry
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, NotUnderstood, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.inquiry import Inquiry, ReadStamp
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.providers.families.details_first import DetailsFirst
from tests.dialogues import choose, look_up
from tests.fakes import (
    NOON,
    HandClock,
    PlainProvider,
    counter,
    desk_with,
    offer,
)
from tests.unit.reference_kit import (
    NO_ANSWER,
    TYPED,
    AsksForOne,
    AsksTwice,
    FilesUnder,
    found_by,
    request_for,
)

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Offer
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger


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
    flow.taken.cash = Money.rupees(250)
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
    flow.taken.cash = Money.rupees(300)
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


class AsksHow(AsksTwice):
    """Asks in a form whether the price is quoted; only then a read follows."""

    def next(self, dialogue: Dialogue) -> NextStep:
        match dialogue.turns:
            case (Entered(), Answered(), Chosen()):
                return Form((TextEntry("how", FieldLabel.CUSTOMER_ID, "quoted"),))
            case (Entered(), Answered(), Chosen(), Entered(entered), *_) as turns:
                if entered["how"] == "quoted":
                    return super().next(replace(dialogue, turns=turns[:3] + turns[4:]))
                return DetailsFirst.next(self, dialogue.up_to(3))
        return super().next(dialogue)


def test_a_form_that_no_read_follows_needs_a_fresh_look_up_after_a_later_read(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """The service has the quoted price in mind; Confirm could never pay another one."""
    desk = desk_with(ledger, clock, FilesUnder())
    flow = led(AsksHow(), desk)
    assert take(flow, "b1")
    flow.type("quoted", "how")
    read(flow, desk)
    assert flow.step is Step.CONFIRM
    assert flow.back()
    assert not flow.needs_fresh_lookup, "its read ends what was asked before"
    flow.type("plain", "how")
    assert flow.needs_fresh_lookup


def test_a_form_whose_read_was_left_needs_a_fresh_look_up(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk = desk_with(ledger, clock, FilesUnder())
    flow = led(AsksHow(), desk)
    assert take(flow, "b1")
    flow.type("quoted", "how")
    assert not flow.needs_fresh_lookup
    flow.start_lookup()
    flow.cancel_lookup()
    assert flow.needs_fresh_lookup


def test_after_a_refused_call_in_the_middle_the_choice_before_it_is_not_paid() -> None:
    """The service may have heard of the choice that it refused."""
    stamp = ReadStamp(Environment.TEST, "0123456789abcdef", NOON, 0.0)
    read, quote = Call("/api/read/"), Call("/api/quote/")
    chosen = Inquiry().entered({"username": "u"}).answered(read, {}, stamp).chosen("a")
    assert chosen.is_current
    refused = chosen.refused(quote)
    assert refused.dialogue == chosen.back().dialogue
    assert not refused.is_current
    assert not refused.chosen("b").is_current
    assert refused.chosen("b").answered(quote, {}, stamp).is_current
