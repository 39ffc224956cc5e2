"""Altered answers, family by family: an account that can be paid as it says, or a refusal.

The answers are those of the contract tests' examples. Fields go missing, are doubled, renamed and
retyped, and amounts become what no amount is. Whatever comes of it: no other exception than a
refusal, and never another amount than the answer's.
"""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.core.amounts import read_amount
from desktop_app.core.billing.dialogue import Dialogue, Offers
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import NotUnderstood, ServiceError
from desktop_app.core.money import ZERO, Money, NotMoney
from desktop_app.providers import all_providers, other_endpoints
from desktop_app.providers.families.fixed_amount import FixedAmount
from desktop_app.providers.families.one_call import OneCall
from desktop_app.providers.families.price_list import PriceList
from tests.contract.example_files import examples_of
from tests.dialogues import dialogue_of
from tests.sampling import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.billing.accounts import Account
    from desktop_app.core.billing.provider import Provider

Place = tuple[Any, ...]


def accounts_of(provider: Provider) -> list[Any]:
    accounts: list[Any] = examples_of(provider)["accounts"]
    return accounts


def families() -> dict[str, list[tuple[Provider, Any]]]:
    """The examples of every family that reads something, by the family's name."""
    found: dict[str, list[tuple[Provider, Any]]] = {}
    for provider in (*all_providers(), *other_endpoints()):
        if type(provider).__module__.startswith("desktop_app.providers.families"):
            read = [(provider, one) for one in accounts_of(provider) if "answer" in one]
            found.setdefault(type(provider).__name__, []).extend(read)
    return {name: cases for name, cases in found.items() if cases}


FAMILIES = families()


def of_family(family: type[Provider]) -> list[tuple[Provider, Any]]:
    return [case for case in FAMILIES[family.__name__] if isinstance(case[0], family)]


NO_AMOUNTS = [
    0, -5, "0.00", "-5.00", "", "ten", "1e5", "NaN", "1150.505", "11 50", "1,15", "1150 (VAT)",
    None, True, [], {}, [1150], Decimal("NaN"), Decimal("-Infinity"), Decimal("1E+999"),
    Decimal("0.001"), 10**14, 10**5000,
]  # fmt: skip
ODD_AMOUNTS = ["1,150", "1,150.00", "Rs. 1150", "११५०", " 1150 ", Decimal("1150.50"), "1150.50"]
ODD_VALUES: list[Any] = [
    None, True, "", "x", 0, 7, -1, [], {}, [[]], [{}], "\u202e", "\ud800", "x" * 300,
]  # fmt: skip


def places(value: Any, way: Place = ()) -> Iterator[Place]:
    """The ways to every value inside an answer."""
    if not isinstance(value, dict | list):
        return
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield (*way, key)
        yield from places(item, (*way, key))


def value_at(answer: Any, way: Place) -> Any:
    for key in way:
        answer = answer[key]
    return answer


def readable(value: Any) -> Money | None:
    try:
        return read_amount(value)
    except NotMoney:
        return None


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside an answer."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value:
        if isinstance(item, dict | list):
            yield from objects(item)


@st.composite
def altered(draw: st.DrawFn, cases: list[tuple[Provider, Any]]) -> tuple[Provider, Any, Any]:
    """An example of a family whose answer was altered in one or two places."""
    provider, example = draw(st.sampled_from(cases))
    answer = copy.deepcopy(example["answer"])
    for _ in range(draw(st.integers(1, 2))):
        ways = list(places(answer))
        if not ways:
            break
        *way, last = draw(st.sampled_from(ways))
        parent = value_at(answer, tuple(way))
        match draw(
            st.sampled_from(["amount", "odd amount", "retype", "remove", "double", "rename"])
        ):
            case "amount":
                parent[last] = copy.deepcopy(draw(st.sampled_from(NO_AMOUNTS)))
            case "odd amount":
                parent[last] = draw(st.sampled_from(ODD_AMOUNTS))
            case "retype":
                parent[last] = retyped(parent[last], draw(st.sampled_from(ODD_VALUES)))
            case "remove":
                del parent[last]
            case "double" if isinstance(parent, list):
                parent.append(copy.deepcopy(parent[last]))
            case "double":
                parent[draw(st.sampled_from(list(parent)))] = copy.deepcopy(parent[last])
            case "rename" if isinstance(parent, dict):
                parent[f"{last}_v2"] = parent.pop(last)
    return provider, example, answer


def retyped(value: Any, other: Any) -> Any:
    """The same in another JSON type where there is one, else something else."""
    if isinstance(value, int) and abs(value) > 10**20:
        return copy.deepcopy(other)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return copy.deepcopy(other) if value in NO_AMOUNTS else str(value)
    if isinstance(value, str) and value.isdigit():
        return int(value)
    return copy.deepcopy(other)


def account_or_none(
    provider: Provider, example: Any, answer: Any
) -> tuple[Dialogue, Account] | None:
    """What the family makes of an answer; None where it refuses it."""
    try:
        dialogue = dialogue_of(provider, example["entry"], answer)
        step = provider.next(dialogue)
    except (NotUnderstood, ServiceError):
        return None
    assert isinstance(step, Offers)
    return dialogue, step.account


@pytest.mark.parametrize("family", FAMILIES)
@settings(max_examples=examples(250), deadline=None)
@given(data=st.data())
def test_an_altered_answer_is_refused_or_costs_what_it_says(
    family: str, data: st.DataObject
) -> None:
    provider, example, answer = data.draw(altered(FAMILIES[family]))
    found = account_or_none(provider, example, answer)
    if found is None:
        return
    dialogue, account = found
    told = {readable(value_at(answer, way)) for way in places(answer)}
    assert len({offer.id for offer in account.offers}) == len(account.offers) > 0
    for offer in account.offers:
        if offer.open_amount is not None:
            assert offer.total == ZERO
            continue
        assert offer.total > ZERO
        assert offer.total in told, "an amount that nobody named"
        ready = replay(provider, dialogue.chosen(offer.id))
        assert ready.offer == offer
        sent = ready.call.fields.get("amount", offer.total.number)
        assert Money.read(sent) == offer.total
        json.dumps(dict(ready.call.fields), default=str).encode()


@settings(max_examples=examples(250), deadline=None)
@given(altered(of_family(FixedAmount)))
def test_the_one_amount_is_the_one_that_stands_in_its_place(
    case: tuple[Provider, Any, Any],
) -> None:
    provider, example, answer = case
    total = Money.read(example["offers"][0]["total"])
    (home,) = (
        way
        for way in places(example["answer"])
        if readable(value_at(example["answer"], way)) == total
    )
    found = account_or_none(provider, example, answer)
    if found is not None:
        assert found[1].offers[0].total == read_amount(value_at(answer, home))


@settings(max_examples=examples(250), deadline=None)
@given(altered(of_family(PriceList)))
def test_a_package_costs_what_stands_beside_its_name(case: tuple[Provider, Any, Any]) -> None:
    provider, example, answer = case
    found = account_or_none(provider, example, answer)
    if found is None:
        return
    dialogue, account = found
    for offer in account.offers:
        entered = offer.open_amount.minimum if offer.open_amount else None
        sent = replay(provider, dialogue.chosen(offer.id, entered)).call.fields
        names = ("package_name", "value")
        entries = [
            one for one in objects(answer) if sent["package"] in [one.get(name) for name in names]
        ]
        assert entries, "a text that the list does not have"
        if entered is None:
            assert {readable(one["amount"]) for one in entries} == {offer.total}


@settings(max_examples=examples(100), deadline=None)
@given(
    st.sampled_from([c for c in of_family(PriceList) if c[0].info.slug != "three-g-vision"]),
    st.data(),
)
def test_a_package_with_two_prices_is_never_paid(
    case: tuple[Provider, Any], data: st.DataObject
) -> None:
    provider, example = case
    answer = copy.deepcopy(example["answer"])
    packages = answer["detail"]["packages"]
    one = data.draw(st.sampled_from(packages))
    other = data.draw(st.integers(1, 10**6))
    assume(read_amount(one["amount"]) != Money.rupees(other))
    at = data.draw(st.integers(0, len(packages)))
    packages.insert(at, {**one, "amount": data.draw(st.sampled_from([other, str(other)]))})
    with pytest.raises(NotUnderstood):
        provider.next(dialogue_of(provider, example["entry"], answer))


ONE_CALL = [provider for provider in all_providers() if isinstance(provider, OneCall)]


@settings(max_examples=examples(300), deadline=None)
@given(
    st.sampled_from(ONE_CALL),
    st.one_of(
        st.integers().map(str), st.decimals().map(str), st.text(max_size=12),
        st.sampled_from([str(value) for value in [*NO_AMOUNTS[:-1], *ODD_AMOUNTS]]),
    ),
)  # fmt: skip
def test_an_amount_that_is_entered_is_paid_as_it_is_or_not_at_all(
    provider: Provider, amount: str
) -> None:
    entry = {**accounts_of(provider)[0]["entry"], "amount": amount}
    try:
        ready = replay(provider, Dialogue().entered(entry))
    except NotUnderstood:
        return
    limits = next(one.limits for one in provider.info.fields if one.name == "amount")  # type: ignore[union-attr]
    assert limits.minimum <= ready.total == Money.read(amount)
    assert limits.maximum is None or ready.total <= limits.maximum
    assert ready.call.fields["amount"] == int(Decimal(amount))
