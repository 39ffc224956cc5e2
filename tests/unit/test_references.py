"""Every reference that was sent for a payment is asked for, and no other (rule 6; contract, A8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import BhuktaniError, LedgerError, NotUnderstood, Problem
from desktop_app.core.payments.desk import STALE_AFTER
from desktop_app.core.payments.payment import PaymentState, new_reference
from desktop_app.core.payments.response import ServiceResponse
from tests.dialogues import choose, look_up
from tests.fakes import (
    PLAIN,
    HandClock,
    PlainProvider,
    desk_with,
)
from tests.unit.reference_kit import (
    REFUSED,
    TYPED,
    AsksTwice,
    AsksTwiceAndSends,
    FilesUnder,
    ListsNoReference,
    ReadsAndPaysUnnamed,
    ReadsNothing,
    TakesNoReference,
    filed,
    found_by,
    request_for,
    wait_and_check,
)
from tests.unit.test_ledger_kit import add

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Offer
    from desktop_app.core.billing.dialogue import (
        Call,
    )
    from desktop_app.core.billing.provider import Provider
    from desktop_app.ledger.sqlite.ledger import SqliteLedger


def test_a_commit_whose_page_lists_no_reference_is_sent_one(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    service = FilesUnder()
    found = found_by(ListsNoReference(), service, ledger, clock)
    payment = desk_with(ledger, clock, service).pay(request_for(ListsNoReference(), found)).payment
    ((call, reference),) = service.commit_calls
    assert call.with_reference
    assert reference not in service.read_references
    assert payment.order.sent_references == (reference, *service.read_references)
    assert ledger.payment(payment.number) == payment


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


@pytest.mark.parametrize(
    ("own", "states", "after"),
    [
        ("Success", ["", ""], PaymentState.PAID),
        ("Queued", ["", ""], PaymentState.WAITING),
        ("no answer", ["", ""], PaymentState.WAITING),
        ("", ["", "Success"], PaymentState.PAID),
        ("", ["", "no answer"], PaymentState.WAITING),
        ("", ["", "Failed"], PaymentState.NOT_PAID),
        ("", ["", ""], PaymentState.NOT_PAID),
        # Cash is given back only when nothing else is filed anywhere.
        ("Failed", ["", ""], PaymentState.NOT_PAID),
        ("Failed", ["", "Success"], PaymentState.PAID),
        ("Failed", ["Success", ""], PaymentState.PAID),
        ("Failed", ["", "Queued"], PaymentState.WAITING),
        ("Failed", ["no answer", ""], PaymentState.WAITING),
    ],
)
def test_a_commit_that_was_sent_a_reference_is_found_under_any(
    ledger: SqliteLedger, clock: HandClock, own: str, states: list[str], after: PaymentState
) -> None:
    service = FilesUnder()
    provider = AsksTwiceAndSends()
    assert wait_and_check(ledger, clock, service, provider, *states, own=own) is after


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


@pytest.mark.parametrize("provider", [ListsNoReference(), TakesNoReference()])
def test_a_success_without_an_amount_under_a_read_s_reference_is_for_a_person(
    ledger: SqliteLedger, clock: HandClock, provider: Provider
) -> None:
    service = FilesUnder()
    found = found_by(provider, service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    desk.pay(request_for(provider, found))
    (reference,) = service.read_references
    service.filed[reference] = filed("Success", reference, None)
    clock.move(timedelta(minutes=6))
    (checked,) = desk.check_next()
    assert checked.state is PaymentState.REVIEW


@pytest.mark.parametrize("other", ["Queued", "Failed"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_doubt_under_one_reference_is_for_a_person_whatever_stands_under_another(
    ledger: SqliteLedger, clock: HandClock, at: int, other: str
) -> None:
    service, provider = FilesUnder(), AsksTwice()
    found = found_by(provider, service, ledger, clock)
    desk = desk_with(ledger, clock, service)
    payment = desk.pay(request_for(provider, found)).payment
    references = service.read_references
    doubtful, settled = references[at], references[1 - at]
    service.filed[doubtful] = filed("Success", doubtful, None)
    service.filed[settled] = filed(other, settled, payment.order.amount.number)
    clock.move(timedelta(minutes=6))
    (checked,) = desk.check_next()
    assert checked.state is PaymentState.REVIEW


@pytest.mark.parametrize("provider", [ListsNoReference(), TakesNoReference()])
def test_a_read_s_failure_ends_nothing_before_five_minutes_of_this_run(
    ledger: SqliteLedger, clock: HandClock, provider: Provider
) -> None:
    service = FilesUnder()
    found = found_by(provider, service, ledger, clock)
    desk_with(ledger, clock, service).pay(request_for(provider, found))
    (reference,) = service.read_references
    service.filed[reference] = filed("Failed", reference)
    clock.time += timedelta(days=1)  # by the clock on the wall alone, which anyone can set
    desk = desk_with(ledger, clock, service)
    assert [one.state for one in desk.check_next()] == [PaymentState.WAITING]
    clock.move(timedelta(hours=1))
    assert [one.state for one in desk.check_next()] == [PaymentState.NOT_PAID]


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


def test_what_was_never_read_does_not_grow_old(ledger: SqliteLedger, clock: HandClock) -> None:
    service = FilesUnder(commit=ServiceResponse(200, {"status": True, "state": "Success", "id": 5}))
    desk = desk_with(ledger, clock, service)
    provider = ReadsNothing()
    request = request_for(provider, choose(desk, provider, look_up(desk, provider, TYPED)))
    clock.move(timedelta(seconds=STALE_AFTER + 1))
    assert desk.pay(request).payment.state is PaymentState.PAID


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
