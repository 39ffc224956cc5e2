"""Rule 7: who is asked about and who is stopped, for every spelling, service, offer and hour.

Real ledger file, scripted service; the expectation is written down here, not taken from the code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import Offer, OfferKind, Quote
from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen, AlreadyPaid
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.core.typed_text import typed_code
from desktop_app.providers import all_providers
from desktop_app.providers.vianet import PROVIDER as VIANET
from desktop_app.providers.vianet_old import PROVIDER as VIANET_OLD
from desktop_app.providers.worldlink import PROVIDER as WORLDLINK
from tests.blank_ledger import blank_ledger
from tests.dialogues import request_of
from tests.fakes import (
    HandClock,
    PlainProvider,
    ScriptedService,
    account,
    counter,
    desk_with,
    looked_up,
    offer,
)
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

PAID = ServiceResponse(200, {"status": True, "state": "Success", "id": 1})
QUEUED = ServiceResponse(200, {"status": True, "state": "Queued", "id": 1})

SPELLINGS = ("{}", "{} ", "\t{}", "{}\u200b", "{:upper}", "{:title}")
"""How one customer's id may be typed the second time."""

BILL, OTHER_BILL = offer("b1", 27798), offer("b2", 27798)
PACKAGE = replace(offer("p1", 144200), kind=OfferKind.PACKAGE)
OTHER_PACKAGE = replace(PACKAGE, id="p2")
DUE = replace(offer("due", 50000), kind=OfferKind.AMOUNT)
OFFERS = (BILL, OTHER_BILL, PACKAGE, OTHER_PACKAGE, DUE)

MIDNIGHT = datetime(2026, 11, 22, 18, 15, tzinfo=UTC)
"""The day of 23 November begins in Kathmandu."""
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
TIMES = (
    ("two minutes later, the same day", MIDNIGHT + HOUR, 2 * MINUTE, True),
    ("23:59, then 00:01", MIDNIGHT - MINUTE, 2 * MINUTE, True),
    ("00:01, then 23:59", MIDNIGHT + MINUTE, 24 * HOUR - 2 * MINUTE, True),
    ("23 hours", MIDNIGHT + 20 * HOUR, 23 * HOUR, True),
    ("24 hours", MIDNIGHT + 12 * HOUR, 24 * HOUR, True),
    ("25 hours", MIDNIGHT + 12 * HOUR, 25 * HOUR, False),
    ("the clock was set back", MIDNIGHT + 12 * HOUR, -2 * HOUR, True),
)


class Named(PlainProvider):
    """A service of a company that may have several."""

    def __init__(self, slug: str, company: str) -> None:
        self.info = replace(PlainProvider.info, slug=slug, company=company)


NEW, OLD, ELSEWHERE = Named("plain", "plain"), Named("plain-old", "plain"), Named("x", "x")


FORMS = (*((form, NEW) for form in SPELLINGS), ("{}", OLD), ("{:upper}", OLD))
"""How and through which service the customer comes the second time."""


def spelt(form: str, name: str) -> str:
    for word, changed in ((":upper", name.upper()), (":title", name.title())):
        if word in form:
            return form.replace(f"{{{word}}}", changed)
    return form.format(name)


@dataclass
class Counter:
    """One till: each customer is a new one, so that all cases share one file."""

    ledger: SqliteLedger
    clock: HandClock
    numbers: Iterator[int]

    def new_customer(self) -> str:
        return f"ram_{next(self.numbers)}x"

    def request(self, provider: Provider, customer: str, chosen: Offer) -> PaymentRequest:
        found = account(account_id=customer, offers=(chosen,))
        found = replace(found, provider=provider.info.slug)
        inquiry = looked_up(self.clock, found, provider).chosen(chosen.id)
        return request_of(provider, inquiry, counter())

    def pay(self, request: PaymentRequest, answer: ServiceResponse = PAID) -> PaymentState:
        service = ScriptedService(commits=[answer])
        return desk_with(self.ledger, self.clock, service).pay(request).payment.state


@pytest.fixture(scope="module")
def till(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    path: Path = tmp_path_factory.mktemp("till") / "ledger.db"
    ledger = blank_ledger(path)
    yield Counter(ledger, HandClock(), count(1))
    ledger.close()


def is_bill(chosen: Offer) -> bool:
    return chosen.kind is OfferKind.BILL


@dataclass(frozen=True)
class Case:
    """A customer pays ``first``, and after a time comes again for ``second``."""

    first: Offer
    second: Offer
    form: str
    again: Named
    amount: Money

    def come_again(self, till: Counter, customer: str) -> PaymentRequest:
        priced = replace(self.second, quote=Quote(self.amount, self.second.lines))
        return till.request(self.again, spelt(self.form, customer), priced)


_FORMS, _AMOUNTS = cycle(FORMS), cycle((Money(27798), Money(999), Money(144200)))
EACH_OFFER = [
    [Case(a, b, *next(_FORMS), next(_AMOUNTS)) for a, b in product(OFFERS, OFFERS)] for _ in TIMES
]
"""Each offer after each, at each time; the short run has one of three at a time, by turns."""


def some_each_time() -> list[list[Case]]:
    return [cases if LONG else cases[turn % 3 :: 3] for turn, cases in enumerate(EACH_OFFER)]


EACH_FORM = [
    Case(a, b, *form, amount)
    for form, (a, b), amount in product(
        FORMS, ((BILL, BILL), (PACKAGE, OTHER_PACKAGE)), (Money(27798), Money(999))
    )
]


def check_paid(till: Counter, case: Case, paid_at: datetime, gone: timedelta, asks: bool) -> None:
    till.clock.time = paid_at
    customer = till.new_customer()
    assert till.pay(till.request(NEW, customer, case.first)) is PaymentState.PAID
    till.clock.time += gone
    request = case.come_again(till, customer)
    duplicates = desk_with(till.ledger, till.clock, ScriptedService()).duplicates(request)
    assert (duplicates.paid_today is not None) is asks, case
    if asks:
        with pytest.raises(AlreadyPaid):
            till.pay(replace(request, another_bill=True))
        request = replace(request, duplicate_confirmed=True)
    assert till.pay(request) is PaymentState.PAID, case


@pytest.mark.parametrize(
    ("cases", "paid_at", "gone", "is_recent"),
    [(cases, *time[1:]) for cases, time in zip(some_each_time(), TIMES, strict=True)],
    ids=[time[0] for time in TIMES],
)
def test_what_was_paid_a_short_time_ago_is_asked_about(
    till: Counter, cases: list[Case], paid_at: datetime, gone: timedelta, is_recent: bool
) -> None:
    for case in cases:
        both_bills = is_bill(case.first) and is_bill(case.second)
        # Another service of the company may have another id for the same bill.
        two_bills = both_bills and case.first.id != case.second.id and case.again is NEW
        check_paid(till, case, paid_at, gone, asks=is_recent and not two_bills)


def test_no_spelling_service_or_amount_makes_another_customer(till: Counter) -> None:
    for case in EACH_FORM:
        check_paid(till, case, MIDNIGHT - MINUTE, 2 * MINUTE, asks=True)
        check_open(till, case, 2 * MINUTE)


@pytest.mark.parametrize(
    ("cases", "gone"),
    list(zip(some_each_time(), (2 * MINUTE, 90 * HOUR), strict=False)),
    ids=["soon", "days later"],
)
def test_what_is_open_stands_in_the_way_for_as_long_as_it_is_open(
    till: Counter, cases: list[Case], gone: timedelta
) -> None:
    for case in cases:
        check_open(till, case, gone)


def check_open(till: Counter, case: Case, gone: timedelta) -> None:
    till.clock.time = MIDNIGHT + HOUR
    customer = till.new_customer()
    assert till.pay(till.request(NEW, customer, case.first), QUEUED) is PaymentState.WAITING
    till.clock.time += gone
    request = case.come_again(till, customer)
    blocked = case.first.id == case.second.id or not is_bill(case.second)
    duplicates = desk_with(till.ledger, till.clock, ScriptedService()).duplicates(request)
    assert (duplicates.open is not None, duplicates.other_open is not None) == (
        blocked,
        not blocked,
    ), case
    for duplicate_confirmed, another_bill in ((False, False), (True, False), (blocked, blocked)):
        with pytest.raises(AlreadyOpen):
            till.pay(
                replace(request, duplicate_confirmed=duplicate_confirmed, another_bill=another_bill)
            )
    if not blocked:
        paid = till.pay(replace(request, another_bill=True))
        assert paid is PaymentState.PAID, case


@pytest.mark.parametrize("answer", [PAID, QUEUED], ids=["paid", "waiting"])
@pytest.mark.parametrize("other", ["customer", "company", "environment"])
def test_another_customer_is_not_asked_about(
    till: Counter, answer: ServiceResponse, other: str
) -> None:
    till.clock.time = MIDNIGHT + HOUR
    customer = till.new_customer()
    till.pay(till.request(NEW, customer, PACKAGE), answer)
    provider = ELSEWHERE if other == "company" else NEW
    typed = f"{customer}1" if other == "customer" else customer
    service = ScriptedService()
    if other == "environment":
        service.connection = replace(service.connection, environment=Environment.LIVE)
    duplicates = desk_with(till.ledger, till.clock, service).duplicates(
        till.request(provider, typed, PACKAGE)
    )
    assert (duplicates.open, duplicates.other_open, duplicates.paid_today) == (None, None, None)


def test_both_services_of_vianet_have_the_same_customers() -> None:
    one, other = (p.account_key(Environment.LIVE, "110871") for p in (VIANET, VIANET_OLD))
    assert one == other
    assert one != WORLDLINK.account_key(Environment.LIVE, "110871")
    assert one != VIANET.account_key(Environment.TEST, "110871")


@given(text=st.text(), provider=st.sampled_from(all_providers()))
@settings(database=None)
def test_a_canonical_form_is_its_own_and_that_of_each_letter_case(
    text: str, provider: Provider
) -> None:
    assume(typed_code(text))
    form = provider.canonical(text)
    assert provider.canonical(form) == form
    assert provider.canonical(f" {text}\n") == provider.canonical(f" {form}\t")
    assert form
    if text.isascii():
        assert provider.canonical(text.upper()) == provider.canonical(text.lower()) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [("ram_home01", "ram_home0"), ("ram.home", "ram_home"), ("110871", "0110871"), ("a b", "ab")],
)
def test_ids_that_differ_otherwise_are_different_customers(one: str, other: str) -> None:
    for provider in all_providers():
        assert provider.canonical(one) != provider.canonical(other)
