"""A brand is paid at its usual endpoint until the owner turns it to another; its slug stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.catalog import Catalog
from desktop_app.application.connections import Practice
from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen, AlreadyPaid
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Settings
from desktop_app.providers import all_providers, other_endpoints
from tests.dialogues import choose, look_up, request_of
from tests.fakes import counter
from tests.sample_providers import cases, more_cases
from tests.sample_providers.shop import SampleShop, sample_shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.payment import Payment
    from tests.sample_providers.case import Case

USUAL = {one.info.slug: one for one in all_providers()}
OTHERS = other_endpoints()
ENDPOINTS = {one.info.slug: one.info.endpoint for one in OTHERS}


def endpoints_in(catalog: Catalog) -> dict[str, str]:
    return {one.info.slug: one.info.endpoint for one in catalog.providers()}


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return Practice(tmp_path)


def test_each_other_endpoint_belongs_to_a_brand_and_keeps_its_name_in_the_ledger() -> None:
    assert len({(one.info.slug, one.info.endpoint) for one in OTHERS}) == len(OTHERS) > 0
    for other in OTHERS:
        usual = USUAL[other.info.slug]
        assert other.info.endpoint != usual.info.endpoint
        assert other.info.name == usual.info.name
        keys = {one.account_key(Environment.LIVE, "Ram 1") for one in (usual, other)}
        assert len(keys) == 1


def test_nothing_is_paid_at_another_endpoint_before_the_owner_chooses_it(
    practice: Practice,
) -> None:
    found = endpoints_in(Catalog(practice))
    assert found == {slug: one.info.endpoint for slug, one in USUAL.items()}


@pytest.mark.parametrize("slug", ENDPOINTS)
def test_the_owner_turns_one_brand_to_another_endpoint_and_back(
    slug: str, practice: Practice
) -> None:
    catalog = Catalog(practice)
    usual = endpoints_in(catalog)
    settings = Settings().with_endpoint(slug, ENDPOINTS[slug])
    catalog.use_endpoints(settings.chosen_endpoints)
    assert endpoints_in(catalog) == {**usual, slug: ENDPOINTS[slug]}
    assert endpoints_in(Catalog(practice, settings.chosen_endpoints)) == endpoints_in(catalog)
    settings = settings.with_endpoint(slug, "")
    assert settings == Settings()
    catalog.use_endpoints(settings.chosen_endpoints)
    assert endpoints_in(catalog) == usual


def test_an_endpoint_that_the_brand_does_not_have_is_not_used(practice: Practice) -> None:
    catalog = Catalog(practice)
    usual = endpoints_in(catalog)
    catalog.use_endpoints(dict.fromkeys(usual, "elsewhere"))
    assert endpoints_in(catalog) == usual


def test_the_usual_endpoint_is_named_first(practice: Practice) -> None:
    catalog = Catalog(practice)
    wanted = {slug: (USUAL[slug].info.endpoint, other) for slug, other in ENDPOINTS.items()}
    assert catalog.endpoints() == wanted


def test_choices_of_several_brands_are_kept_apart() -> None:
    settings = Settings().with_endpoint("a", "x").with_endpoint("b", "y").with_endpoint("a", "z")
    assert settings.chosen_endpoints == {"a": "z", "b": "y"}
    assert replace(settings, provider_endpoints=("a", "b/y", "")).chosen_endpoints == {"b": "y"}


# --- rule 7 across endpoints ----------------------------------------------------------------------


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[SampleShop]:
    with sample_shop(cases.WIFI_NEPAL, tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("before", [cases.WIFI_NEPAL, more_cases.GENIUS], ids=["to", "back"])
def test_what_waits_at_one_endpoint_stands_in_the_way_at_the_other(
    before: Case, shop: SampleShop
) -> None:
    after = more_cases.GENIUS if before is cases.WIFI_NEPAL else cases.WIFI_NEPAL
    assert pay(shop, before, "practice_waiting").state is PaymentState.WAITING
    with pytest.raises(AlreadyOpen):
        pay(shop, after, "practice_waiting")
    assert len(shop.wire.payments) == 1
    assert pay(shop, after, "33222").state is PaymentState.PAID


def test_what_was_paid_at_one_endpoint_is_asked_about_at_the_other(shop: SampleShop) -> None:
    assert pay(shop, cases.WIFI_NEPAL, "33222").state is PaymentState.PAID
    with pytest.raises(AlreadyPaid):
        pay(shop, more_cases.GENIUS, "33222", agrees=False)


def pay(shop: SampleShop, case: Case, account: str, *, agrees: bool = True) -> Payment:
    """A payment; the clerk says that it is another bill, and wanted once more."""
    inquiry = look_up(shop.desk, case.provider, case.named(account))
    for offer_id, amount in case.choices:
        inquiry = choose(shop.desk, case.provider, inquiry, offer_id, amount)
    request = request_of(case.provider, inquiry, counter(), agrees=agrees)
    return shop.desk.pay(request).payment
