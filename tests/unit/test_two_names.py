"""Rule 7 for a customer whom the company finds by several texts: one payment at a time.

Every company that reads an account is asked for one customer of its examples under two texts, and
answers the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.account_key import canonical
from desktop_app.core.billing.dialogue import Offers
from desktop_app.core.customers import CustomerSearch, account_of
from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen, AlreadyPaid, NotUnderstood, Problem
from desktop_app.core.payment_flow import Flow
from desktop_app.core.payments.order import PaymentRequest, build_order
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.providers import all_providers, other_endpoints
from desktop_app.providers.families import parsing
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from tests.contract.example_files import examples_of
from tests.contract.longer_examples import is_longer, longer_examples
from tests.dialogues import choose, look_up, request_of
from tests.fakes import ScriptedService, counter, desk_with
from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.billing.accounts import Body
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.fakes import HandClock

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})

READING = {
    one.info.endpoint: one
    for one in (*all_providers(), *other_endpoints())
    if one.info.knows_customer
}
OWN = ("dishhome-updated", "firstlink", "konnect", "net-max", "times", "wifi-nepal-v4")
"""Those whose answer names the customer by an id that need not be the one that was typed."""
SILENT = {
    "arrownet",
    "chitrawan-unique-net",
    "dolfin-net-communication",
    "genius",
    "hashcnet",
    "hashcnet-v2",
    "merosoft",
    "sky-broadband",
}
"""Those whose answer names nobody: what was typed is all that is known."""


def example_of(provider: Provider) -> tuple[Mapping[str, str], list[Body]]:
    """What is entered in the provider's first example, and the answers to its reads."""
    if is_longer(provider):
        example = longer_examples(provider)["dialogues"][0]
        return example["entry"], [one["answer"] for one in example["steps"] if "answer" in one]
    example = next(one for one in examples_of(provider)["accounts"] if one.get("offers", True))
    return example["entry"], [example["answer"]]


def otherwise(provider: Provider, entry: Mapping[str, str]) -> dict[str, str]:
    """The entry with another account."""
    name = provider.info.account_field.name
    last = {"1": "2"}.get(entry[name][-1], "1")
    return {**entry, name: entry[name][:-1] + last}


def service(provider: Provider, times: int, commit: ServiceResponse = NO_ANSWER) -> ScriptedService:
    _, answers = example_of(provider)
    reads = [ServiceResponse(200, answer) for answer in answers]
    return ScriptedService(reads=reads * times, commits=[commit] * times)


def confirmed(desk: PaymentDesk, provider: Provider, entry: Mapping[str, str]) -> PaymentRequest:
    """What a clerk confirms who takes what stands first."""
    inquiry = look_up(desk, provider, entry)
    while isinstance(provider.next(inquiry.dialogue), Offers):
        inquiry = choose(desk, provider, inquiry)
    return request_of(provider, inquiry, counter())


@pytest.mark.parametrize("endpoint", sorted(READING))
def test_each_company_tells_who_it_found_or_is_known_to_name_nobody(
    ledger: SqliteLedger, clock: HandClock, endpoint: str
) -> None:
    provider = READING[endpoint]
    entry, _ = example_of(provider)
    desk = desk_with(ledger, clock, service(provider, 2))
    first = confirmed(desk, provider, entry).customer
    try:
        second = confirmed(desk, provider, otherwise(provider, entry)).customer
    except NotUnderstood as refused:
        assert refused.details["reason"] == "other_account"
        assert endpoint not in SILENT | set(OWN)
        return
    assert (second == first) is (endpoint in OWN)
    assert (second != first) is (endpoint in SILENT)


@pytest.mark.parametrize("other", other_endpoints(), ids=lambda one: one.info.slug)
def test_a_brand_has_the_same_customers_at_each_of_its_endpoints(
    ledger: SqliteLedger, clock: HandClock, other: Provider
) -> None:
    usual = next(one for one in all_providers() if one.info.slug == other.info.slug)
    first, second = (
        confirmed(
            desk_with(ledger, clock, service(provider, 1)),
            provider,
            {**example_of(provider)[0], provider.info.account_field.name: "rama_home"},
        )
        for provider in (usual, other)
    )
    assert first.customer.is_same(second.customer)
    assert second.customer.is_same(first.customer)


@pytest.mark.parametrize("endpoint", OWN)
def test_one_customer_is_not_paid_for_twice_under_two_names(
    ledger: SqliteLedger, clock: HandClock, endpoint: str
) -> None:
    provider = READING[endpoint]
    entry, _ = example_of(provider)
    script = service(provider, 2)
    desk = desk_with(ledger, clock, script)
    first = desk.pay(confirmed(desk, provider, entry)).payment
    assert first.state is PaymentState.WAITING
    again = confirmed(desk, provider, otherwise(provider, entry))
    assert again.account.account_id != first.order.account_id

    duplicates = desk.duplicates(again)
    assert duplicates.open == first
    flow = Flow()
    flow.confirmations.take_duplicates(duplicates)
    assert flow.needs_confirmation
    with pytest.raises(AlreadyOpen):
        desk.pay(replace(again, duplicate_confirmed=True, another_bill=True))
    order = build_order(again, script.connection, script.connection_id)
    with pytest.raises(AlreadyOpen):
        ledger.add(order, Event(EventKind.RECORDED, clock.now(), PaymentState.RECORDED))
    assert len(script.commit_calls) == 1

    ended = replace(first, state=PaymentState.PAID)
    assert PaymentsChanged(Cause.CHECKED, (ended,)).may_unblock(again.customer)


@pytest.mark.parametrize("endpoint", OWN)
def test_what_was_paid_under_one_name_is_asked_about_under_another(
    ledger: SqliteLedger, clock: HandClock, endpoint: str
) -> None:
    provider = READING[endpoint]
    entry, _ = example_of(provider)
    desk = desk_with(ledger, clock, service(provider, 2, SUCCESS))
    paid = desk.pay(confirmed(desk, provider, entry)).payment
    assert paid.state is PaymentState.PAID
    again = confirmed(desk, provider, otherwise(provider, entry))
    assert desk.duplicates(again).paid_today == paid
    with pytest.raises(AlreadyPaid):
        desk.pay(again)


@pytest.mark.parametrize("endpoint", OWN)
@pytest.mark.parametrize("state", [PaymentState.WAITING, PaymentState.PAID])
def test_a_payment_known_by_what_was_typed_still_counts(
    ledger: SqliteLedger, clock: HandClock, endpoint: str, state: PaymentState
) -> None:
    """As an older program recorded it, or another endpoint whose answer names nobody."""
    provider = READING[endpoint]
    entry, _ = example_of(provider)
    entry = otherwise(provider, entry)
    script = service(provider, 2)
    desk = desk_with(ledger, clock, script)
    order = build_order(confirmed(desk, provider, entry), script.connection, script.connection_id)
    assert order.account_key != canonical(order.account_id)
    older = replace(order, account_key=canonical(order.account_id))
    number = ledger.add(older, Event(EventKind.RECORDED, clock.now(), PaymentState.RECORDED)).number
    for kind, step in ((EventKind.SENT, PaymentState.SENDING), (EventKind.ANSWERED, state)):
        ledger.append(number, Event(kind, clock.now(), step))

    again = confirmed(desk, provider, entry)
    found = desk.duplicates(again)
    there = found.open if state is PaymentState.WAITING else found.paid_today
    assert there is not None
    assert there.number == number
    with pytest.raises(AlreadyOpen if state is PaymentState.WAITING else AlreadyPaid):
        desk.pay(again)
    fresh = build_order(again, script.connection, script.connection_id)
    before = ledger.open_for(fresh)
    assert (before is not None) is (state is PaymentState.WAITING)


def test_what_was_typed_alone_meets_a_payment_under_the_company_s_own_id(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    """As at another endpoint of the brand, whose answer names nobody."""
    provider = READING["wifi-nepal-v4"]
    entry, _ = example_of(provider)
    script = service(provider, 2)
    desk = desk_with(ledger, clock, script)
    first = desk.pay(confirmed(desk, provider, entry)).payment
    order = build_order(confirmed(desk, provider, entry), script.connection, script.connection_id)
    elsewhere = replace(order, account_key=canonical(order.account_id))
    assert elsewhere.account_key != first.order.account_key
    assert ledger.open_for(elsewhere) == first
    with pytest.raises(AlreadyOpen):
        ledger.add(elsewhere, Event(EventKind.RECORDED, clock.now(), PaymentState.RECORDED))


@pytest.mark.parametrize("endpoint", OWN)
def test_a_customer_with_two_names_is_remembered_once_and_found_by_what_was_typed(
    ledger: SqliteLedger, clock: HandClock, endpoint: str
) -> None:
    provider = READING[endpoint]
    entry, _ = example_of(provider)
    other = otherwise(provider, entry)
    name = provider.info.account_field.name
    desk = desk_with(ledger, clock, service(provider, 3))
    # As an older program remembered him: by what was typed.
    account = confirmed(desk, provider, other).account
    (known,) = ledger.accounts.known(Environment.TEST)
    typed = replace(known.key, account=canonical(other[name]))
    ledger.accounts.remember(account, typed, clock.now())
    confirmed(desk, provider, entry)
    clock.move(timedelta(minutes=1))
    confirmed(desk, provider, other)

    (known,) = ledger.accounts.known(Environment.TEST)
    assert known.account_id == other[name]
    assert account_of([known], provider, f" {other[name].upper()} ") == known
    assert account_of([known], provider, other[name][:-1]) is None
    assert CustomerSearch(other[name][:4]).finds(known, provider)


@each("named", ["0", 0, "000", "-", "", None, True, {"id": 1}], ids=repr)
def test_zeros_and_signs_name_nobody(named: object) -> None:
    """All customers would be taken for one."""
    assert parsing.own_id(named) == ""


@pytest.mark.parametrize(("named", "own"), [(8841, "8841"), (" A-7 ", "A-7"), ("0010", "0010")])
def test_a_number_or_a_text_names_a_customer(named: object, own: str) -> None:
    assert parsing.own_id(named) == own
