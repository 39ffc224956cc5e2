"""Broken answers: whatever is changed in an example, a provider pays what it understood or nothing.

The examples are those of the contract tests, of every provider; each round changes, removes or
doubles a few values anywhere inside.
"""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import Account, LineKind, OfferKind
from desktop_app.core.billing.dialogue import Dialogue, Offers
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import NotUnderstood, ServiceError
from desktop_app.core.money import ZERO, Money
from desktop_app.providers import all_providers, other_endpoints
from tests.contract.example_files import examples_of
from tests.dialogues import dialogue_of
from tests.sampling import examples

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider


def cases() -> list[tuple[Provider, Any]]:
    found = []
    for provider in (*all_providers(), *other_endpoints()):
        accounts = examples_of(provider)["accounts"]
        found += [(provider, example) for example in accounts if "answer" in example]
    return found


CASES = cases()

odd = st.one_of(
    st.sampled_from([None, True, False, "", " ", "false", 0, -1, 1, [], {}, [[]], [{}], "x"]),
    st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999"), Decimal("0.001")]),
    st.sampled_from(["1e9", "NaN", "-5.00", "\u202e", "\ud800", "x" * 1000, 10**30, 10**5000]),
    st.integers(),
    st.decimals(),
    st.text(max_size=20),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of every value inside an answer."""
    found = [path] if path else []
    if isinstance(value, dict):
        items: list[tuple[Any, Any]] = list(value.items())
    else:
        items = list(enumerate(value)) if isinstance(value, list) else []
    for key, item in items:
        found += places(item, (*path, key))
    return found


@st.composite
def broken(draw: st.DrawFn) -> tuple[Provider, Any, Any]:
    """A provider, an entry and an answer that was changed in one to three places."""
    provider, example = draw(st.sampled_from(CASES))
    answer = copy.deepcopy(example["answer"])
    for _ in range(draw(st.integers(1, 3))):
        if not answer:
            break
        *way, last = draw(st.sampled_from(places(answer)))
        parent = answer
        for key in way:
            parent = parent[key]
        action = draw(st.sampled_from(["replace", "replace", "remove", "double"]))
        if action == "replace":
            parent[last] = copy.deepcopy(draw(odd))  # sampled lists are shared
        elif action == "remove":
            del parent[last]
        elif isinstance(parent, list):
            parent.insert(0, copy.deepcopy(parent[last]))
        else:
            parent[draw(st.sampled_from(list(parent)))] = copy.deepcopy(parent[last])
    return provider, example["entry"], answer


def assert_sound(provider: Provider, dialogue: Dialogue) -> None:
    """What must hold for any account that a clerk may take cash for."""
    step = provider.next(dialogue)
    assert isinstance(step, Offers)
    account = step.account
    ids = [offer.id for offer in account.offers]
    assert len(set(ids)) == len(ids) > 0
    assert account.preselected is None or account.preselected in ids
    for offer in account.offers:
        entered = offer.open_amount.minimum if offer.open_amount else None
        total = entered or offer.total
        assert total > ZERO
        assert offer.label or len(ids) == 1 or offer.kind is OfferKind.BILL
        fields = replay(provider, dialogue.chosen(offer.id, entered)).call.fields
        assert Money.read(fields.get("amount", total.number)) == total
        assert fields.get("session_id", account.session_id) == account.session_id
        rate, due = offer.line(LineKind.PACKAGE), offer.line(LineKind.DUE)
        if rate is not None:
            assert offer.total == rate.amount + (due.amount if due else ZERO)
    assert_storable(account)


def assert_storable(account: Account) -> None:
    texts = [account.customer_name, account.branch, account.current_package, account.due_note]
    texts += [text for offer in account.offers for text in (offer.id, offer.label)]
    for text in texts:
        text.encode("utf-8")


@settings(max_examples=examples(1500), deadline=None)
@given(broken())
def test_a_broken_answer_is_refused_or_understood(case: tuple[Provider, Any, Any]) -> None:
    provider, entry, answer = case
    try:
        dialogue = dialogue_of(provider, entry, answer)
        provider.next(dialogue)
    except (NotUnderstood, ServiceError):
        return
    assert_sound(provider, dialogue)


@settings(max_examples=examples(300), deadline=None)
@given(st.sampled_from(CASES), st.dictionaries(st.text(max_size=12), odd, max_size=5))
def test_an_answer_of_another_service_is_refused_or_understood(
    case: tuple[Provider, Any], answer: dict[str, Any]
) -> None:
    provider, example = case
    try:
        dialogue = dialogue_of(provider, example["entry"], {"status": True, **answer})
        provider.next(dialogue)
    except (NotUnderstood, ServiceError):
        return
    assert_sound(provider, dialogue)
