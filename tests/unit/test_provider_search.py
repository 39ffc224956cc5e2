"""A company is found by each of its names, also by one that is typed with an error."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.folded_text import fold
from desktop_app.core.provider_search import (
    Match,
    by_letter,
    first_letter,
    found,
    match,
    one_error,
)
from desktop_app.providers import all_providers
from tests.street import street
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import ProviderInfo

STREET = [provider.info for provider in street()]
_KNOWN = {info.slug for info in STREET}
EVERYONE = [*STREET, *(p.info for p in all_providers() if p.info.slug not in _KNOWN)]
BY_NAME = {info.name: info for info in STREET}

Form: TypeAlias = Literal["NFC", "NFD", "NFKC", "NFKD"]
companies = st.sampled_from(EVERYONE)
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


def names(typed: str) -> list[str]:
    return [info.name for info in found(typed, STREET)]


@each(
    ("typed", "first"),
    [
        ("WorldLink", "WorldLink"),
        ("world", "WorldLink"),
        ("WORLD LINK", "WorldLink"),
        ("vi", "Vianet"),
        ("dish fib", "DishHome Fiber"),
        ("fiber dish", "DishHome Fiber"),
        ("dhf", "DishHome Fiber"),
        ("wl", "WorldLink"),
        ("ntau", "NT ADSL Unlimited"),
        ("adsl", "NT ADSL Unlimited"),
        ("times", "Websurfer Internet"),
        ("websurfer-internet", "Websurfer Internet"),
        ("भायानेट", "Vianet"),
        ("सुबि", "Subisu"),
        ("सुबीसू", "Subisu"),
        ("वर्ल्डलिङ्क", "WorldLink"),
        ("बर्ल्डलिंक", "WorldLink"),
        ("पोखरा ले", "Pokhara Internet Lekhnath"),
        ("\u200bvia\u00a0", "Vianet"),
    ],
)
def test_the_company_that_is_meant_comes_first(typed: str, first: str) -> None:
    assert names(typed)[0] == first


@each(
    ("typed", "company"),
    [
        ("worldlnik", "WorldLink"),
        ("worlldlink", "WorldLink"),
        ("wordlink", "WorldLink"),
        ("worldlonk", "WorldLink"),
        ("vainet", "Vianet"),
        ("subsiu", "Subisu"),
        ("tecminds", "Techminds"),
        ("lkehnath", "Pokhara Internet Lekhnath"),
        ("worlx", "WorldLink"),
        ("सुबिसि", "Subisu"),
    ],
)
def test_one_wrong_letter_still_finds_it(typed: str, company: str) -> None:
    assert company in names(typed)


def test_exact_before_beginning_before_the_rest_before_what_is_nearly_so() -> None:
    assert names("pokhara internet") == ["Pokhara Internet", "Pokhara Internet Lekhnath"]
    shown = found("link", STREET)
    ranks = [match("link", info) for info in shown]
    assert ranks == sorted(ranks, key=lambda rank: rank or 0)
    assert {Match.WORD_BEGINS, Match.CONTAINS} <= set(ranks)


def test_where_they_match_alike_the_given_order_stays() -> None:
    turned = list(reversed(STREET))
    assert [i.name for i in found("sky", turned)] == ["Sky Broadband", "Sky Internet"]
    assert names("sky") == ["Sky Internet", "Sky Broadband"]


@each("typed", ["v", "net", "link", "pokhara", "sky", "l", "n"])
def test_a_code_that_no_clerk_sees_stands_behind_every_name(typed: str) -> None:
    shown = found(typed, EVERYONE)
    nameless = [replace(info, slug="?", endpoint="?") for info in shown]
    is_named = [match(typed, info) not in (None, Match.ONE_ERROR) for info in nameless]
    assert any(is_named)
    assert is_named == sorted(is_named, reverse=True)


def test_codes_do_not_turn_the_order_of_names_that_match_alike() -> None:
    shown = found("link", EVERYONE)
    nameless = [replace(info, slug="?", endpoint="?") for info in EVERYONE]
    assert [one.name for one in shown] == [one.name for one in found("link", nameless)]


@pytest.mark.parametrize("typed", ["", "  ", "\u200b"])
def test_nothing_typed_finds_all(typed: str) -> None:
    assert found(typed, STREET) == STREET


@each("typed", ["इन", "इन्", "इन्फ", "इंफ", "इन्फोनेट", "इंफोनेट"])
def test_half_a_nasal_finds_the_company(typed: str) -> None:
    infonet = next(info for info in EVERYONE if info.nepali_name.startswith("इन्फोनेट"))
    assert match(typed, infonet) in (Match.EXACT, Match.BEGINS)


@each("typed", ["zzz", "-", "worldlink pokhara", "wxrldlxnk", "?!"])
def test_what_nobody_is_called_finds_nobody(typed: str) -> None:
    assert names(typed) == []


def test_two_letters_allow_no_error() -> None:
    assert match("xl", BY_NAME["WorldLink"]) is None


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@given(info=companies)
def test_every_name_in_every_normal_form_is_exact(info: ProviderInfo, form: Form) -> None:
    for text in (info.name, info.slug, info.endpoint, info.nepali_name):
        if text:
            for written in (text, text.upper(), f" {text} "):
                assert match(unicodedata.normalize(form, written), info) is Match.EXACT


@given(companies, st.data())
def test_every_beginning_of_every_name_finds_the_company(
    info: ProviderInfo, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([n for n in (info.name, info.nepali_name) if n]))
    length = data.draw(st.integers(1, len(name)))
    found_as = match(name[:length], info)
    # What begins in the middle of a letter's signs has no letter of its own.
    assert found_as is not None or not fold(name[:length])


@given(companies, letters, st.data())
def test_one_error_in_a_name_still_finds_the_company(
    info: ProviderInfo, letter: str, data: st.DataObject
) -> None:
    name = fold(info.name)
    at = data.draw(st.integers(0, len(name) - 1))
    wrong = [name[:at] + letter + name[at:], name[:at] + letter + name[at + 1 :]]
    wrong.append(name[:at] + name[at + 1 :])
    wrong.append(name[:at] + name[at : at + 2][::-1] + name[at + 2 :])
    for typed in wrong:
        assert len(typed) < 3 or match(typed, info) is not None, typed


@given(st.text(max_size=30), st.lists(companies, max_size=8))
def test_whatever_is_typed_gives_some_of_the_given_in_order_of_rank(
    typed: str, infos: list[ProviderInfo]
) -> None:
    shown = found(typed, infos)
    assert all(info in infos for info in shown)
    ranks = [rank for info in shown if (rank := match(typed, info)) is not None]
    assert len(ranks) == len(shown)
    # What only a code matches comes after all that a name matches, however well.
    nameless = (match(typed, replace(info, slug="", endpoint="")) for info in shown)
    names = [Match.ONE_ERROR if rank is None else rank for rank in nameless]
    places = [
        (name, Match.EXACT if name < Match.ONE_ERROR else rank)
        for name, rank in zip(names, ranks, strict=True)
    ]
    assert places == sorted(places)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
def test_one_error_is_what_one_change_makes(left: str, right: str) -> None:
    near = {left}
    for at in range(len(left) + 1):
        near |= {left[:at] + one + left[at:] for one in "abc"}
        near |= {left[:at] + one + left[at + 1 :] for one in ("a", "b", "c", "")}
        near.add(left[:at] + left[at : at + 2][::-1] + left[at + 2 :])
    assert one_error(left, right) is (right in near)
    assert one_error(left, right) is one_error(right, left)


def test_by_letter_each_letter_stands_together() -> None:
    shown = by_letter([*EVERYONE, replace(STREET[0], name="24 Online", slug="24")])
    seen = [first_letter(info) for info in shown]
    assert seen == sorted(seen)
    assert seen[0] == "#"
    for letter in set(seen):
        of_letter = [fold(info.name) for info in shown if first_letter(info) == letter]
        assert of_letter == sorted(of_letter)
