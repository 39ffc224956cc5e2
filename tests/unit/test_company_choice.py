"""Switching a company on or off changes what is offered, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.company_choice import is_on, pinned, pinned_shown, switched, with_only
from desktop_app.core.settings import Settings
from tests.street import street

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo

INFOS = [provider.info for provider in street()[:6]]
RETIRED = replace(INFOS[5], retired=True)
ALL = [*INFOS[:5], RETIRED]
SLUGS = [info.slug for info in ALL]
UNKNOWN = Settings(providers_on=("gone",), providers_off=("later",), providers_pinned=("later",))

choices = st.lists(st.tuples(st.sampled_from(ALL), st.booleans()), max_size=12)


def test_all_are_on_at_first_but_the_retired_one() -> None:
    assert [is_on(Settings(), info) for info in ALL] == [True] * 5 + [False]


@given(choices)
def test_what_was_said_last_of_a_company_holds(said: list[tuple[ProviderInfo, bool]]) -> None:
    settings = UNKNOWN
    for info, on in said:
        settings = switched(settings, info, on=on)
    for info in ALL:
        last = [on for one, on in said if one is info]
        assert is_on(settings, info) is (last[-1] if last else not info.retired)
    assert "gone" in settings.providers_on
    assert "later" in settings.providers_off
    assert len(set(settings.providers_off)) == len(settings.providers_off)


@given(st.sets(st.sampled_from(SLUGS)))
def test_only_the_wanted_ones_are_on(wanted: set[str]) -> None:
    settings = with_only(UNKNOWN, ALL, wanted)
    assert {info.slug for info in ALL if is_on(settings, info)} == wanted
    assert "later" in settings.providers_off


def test_pinned_ones_stand_in_the_order_of_pinning_and_count_where_they_are_on() -> None:
    settings = Settings()
    for slug in (SLUGS[2], SLUGS[0], SLUGS[2]):
        settings = pinned(settings, slug, first=True)
    assert settings.providers_pinned == (SLUGS[0], SLUGS[2])
    assert pinned_shown(switched(settings, ALL[0], on=False), ALL) == (SLUGS[2],)
    assert pinned(settings, SLUGS[0], first=False).providers_pinned == (SLUGS[2],)
