"""One customer has one key, whichever of the spellings that the provider joins was used."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.accounts import Account
from desktop_app.core.customer_book import CustomerLine
from desktop_app.core.customers import CustomerSearch, KnownAccount, provider_of
from desktop_app.core.environment import Environment
from desktop_app.core.lessons import Lesson, PracticeCustomer, next_lesson, tour
from desktop_app.providers import all_providers, other_endpoints
from desktop_app.sandbox.customers import lesson_id, load_services, practice_customers
from desktop_app.sandbox.outcomes import Outcome
from desktop_app.ui.customers.customer_rows import customers_of
from tests.fakes import HandClock, PlainProvider
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NOW = HandClock().now()
PRACTICE = Environment.PRACTICE
SPELLINGS = ("98-41", "9841", "9-8-4-1", "९८४१")


class JoinsDashes(PlainProvider):
    """Knows its customers with and without dashes, as the default does not."""

    def __init__(self, slug: str = "plain", company: str = "plain") -> None:
        self.info = replace(PlainProvider.info, slug=slug, company=company)

    def canonical(self, account_id: str) -> str:
        return super().canonical(account_id).replace("-", "")


def named(provider: Provider) -> str:
    return f"{provider.info.slug}@{provider.info.endpoint}"


PROVIDER = JoinsDashes()
PROVIDERS = {"plain": PROVIDER}


def known(account_id: str, provider: JoinsDashes = PROVIDER, paid_times: int = 0) -> KnownAccount:
    key = provider.account_key(PRACTICE, account_id)
    slug = provider.info.slug
    return KnownAccount(key, slug, account_id, "Asha Rana", NOW, paid_times=paid_times)


def lesson(account_id: str, teaches: Lesson) -> PracticeCustomer:
    key = PROVIDER.account_key(PRACTICE, account_id)
    return PracticeCustomer(key, "plain", account_id, teaches)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_ledger_gives_the_key_that_the_provider_makes(
    ledger: SqliteLedger, spelling: str
) -> None:
    for at, account_id in enumerate(("98-41", spelling)):
        key = PROVIDER.account_key(PRACTICE, account_id)
        found = Account("plain", account_id, "Asha Rana", ())
        ledger.accounts.remember(found, key, NOW + timedelta(minutes=at))
    (read,) = ledger.accounts.known(PRACTICE)
    assert read.account_id == spelling
    assert read.key == PROVIDER.account_key(PRACTICE, "9841")
    assert provider_of(replace(read, provider="gone"), PROVIDERS) is PROVIDER


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_lesson_that_was_paid_under_another_spelling_was_tried(spelling: str) -> None:
    lessons = (lesson("98-41", Lesson.PAYS), lesson("77", Lesson.WAITS))
    assert next_lesson(lessons, [known(spelling)]) == lessons[0], "looked up is not paid"
    assert next_lesson(lessons, [known(spelling, paid_times=1)]) == lessons[1]


def test_another_company_s_customer_with_the_same_id_has_not_tried_a_lesson() -> None:
    lessons = (lesson("98-41", Lesson.PAYS),)
    elsewhere = known("98-41", JoinsDashes("other", "other"), paid_times=1)
    assert next_lesson(lessons, [elsewhere]) == lessons[0]


@each("spelling", SPELLINGS)
@each("typed", [*SPELLINGS, "98-4", "984", "41", " ९८-४१ ", "asha R", ""])
def test_a_search_finds_every_spelling(spelling: str, typed: str) -> None:
    assert CustomerSearch(typed).finds(known(spelling), PROVIDER)


@pytest.mark.parametrize("typed", ["99", "98 42", "ashaR"])
def test_a_search_finds_nobody_else(typed: str) -> None:
    assert not any(CustomerSearch(typed).finds(known(one), PROVIDER) for one in SPELLINGS)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_row_of_a_customer_keeps_its_id(spelling: str) -> None:
    """So that the same row stays chosen, whatever was typed at the last look-up."""
    other = JoinsDashes("other", "other")
    providers = {**PROVIDERS, "other": other}
    (alone,) = customers_of([CustomerLine(known(spelling))], providers)
    assert alone.id == "9841@plain"
    both = (known(spelling), known("98-41", other))
    two = customers_of([CustomerLine(one) for one in both], providers)
    assert [one.id for one in two] == ["9841@plain", "9841@other"]


def test_practice_customers_have_the_keys_of_their_providers() -> None:
    providers = all_providers()
    found = practice_customers(providers)
    assert {one.lesson for one in found} == set(Lesson)
    by_slug = {one.info.slug: one for one in providers}
    assert all(
        one.key == by_slug[one.provider].account_key(PRACTICE, one.account_id) for one in found
    )
    assert practice_customers([PROVIDER]) == ()


@pytest.mark.parametrize("provider", [*all_providers(), *other_endpoints()], ids=named)
def test_each_company_has_customers_to_practise_with(provider: Provider) -> None:
    found = {one.lesson: one.account_id for one in practice_customers([provider])}
    assert {Lesson.PAYS, Lesson.WAITS, Lesson.NOT_PAID} <= set(found)
    service = load_services()[provider.info.endpoint]
    outcomes = {
        Lesson.PAYS: Outcome.PAID,
        Lesson.WAITS: Outcome.WAITING,
        Lesson.NOT_PAID: Outcome.NOT_PAID,
        Lesson.PRICE_CHANGES: Outcome.PAID,
    }
    for lesson, outcome in outcomes.items():
        user = service.user(found[lesson]) if lesson in found else None
        assert user is None or user.outcome is outcome
    has_own_prices = any(user.price_table or user.then for user in service.users)
    assert (Lesson.PRICE_CHANGES in found) is (has_own_prices and provider.info.slug != "vianet")


def test_a_lesson_is_taken_from_the_first_company_of_the_shop_that_teaches_it() -> None:
    found = practice_customers(all_providers())
    assert [one.provider for one in tour(found, {"subisu", "grs"})] == ["grs"] * 4
    (bills,) = (one for one in tour(found, {"vianet-updated"}) if one.lesson is Lesson.BILLS)
    assert bills.account_id == "110871"
    assert tour(found, ()) == ()


def test_what_was_tried_at_one_service_was_not_tried_at_another() -> None:
    tried = {lesson_id("grs", "practice_waiting")}
    found = practice_customers(all_providers(), tried)
    assert [one.provider for one in found if one.looked_up] == ["grs"]
