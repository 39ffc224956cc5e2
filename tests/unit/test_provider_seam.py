"""The seam carries every flow of the service, one call to four, before and after the choice."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.core.billing.accounts import Account, Body
from desktop_app.core.billing.provider import Call, Entry, Provider
from desktop_app.core.errors import Problem
from desktop_app.core.money import ZERO
from tests.unit.provider_samples import (
    GROUP,
    Broadlink,
    HashCNet,
    MaxTv,
    Nijgadh,
    Pokhara,
    Subisu,
    Times,
)


def walk(provider: Provider, entry: Entry, *answers: Body) -> list[object]:
    """The way of the desk: start, read, middle while there is one, commit; the calls made."""
    waiting = list(answers)
    first = provider.start(entry)
    if isinstance(first, Account):
        calls, account = [], first
    else:
        calls, account = [first], provider.read(entry, waiting.pop(0))
    offer = account.offers[0]
    while (call := provider.middle(account, offer)) is not None:
        calls.append(call)
        account = provider.read_middle(account, offer, waiting.pop(0))
        offer = account.offers[0]
    if offer.open_amount is not None:
        offer = offer.with_amount(offer.open_amount.least)
    assert not waiting
    assert offer.total > ZERO, "an offer without a price always has a call in the middle"
    return [*calls, provider.commit(account, offer)]


def test_one_call_with_a_free_amount() -> None:
    entry = {"username": "ram", "contact_number": "98"}
    fields = {"username": "ram", "contact_number": "98", "amount": 10}
    assert walk(Pokhara(), entry) == [Call("/api/use/pokhara-internet/", fields)]


def test_a_price_list_and_one_call() -> None:
    listed = {"detail": {"packages": [{"package_name": "10 Mbps", "amount": 900}]}}
    entry = {"user_id": "u", "name": "Ram", "mobile_number": "98"}
    prices, paid = walk(Nijgadh(), entry, listed)
    assert prices == Call(f"{GROUP}/getpackages/nijgadh-cable/", {"type": "internet"}, False)
    assert paid == Call("/api/use/nijgadh-cable/", {**entry, "package": "10 Mbps", "amount": 900})


def test_packages_by_durations() -> None:
    def package(cost: str) -> dict[str, Any]:
        return {"package_code": 9, "duration": [{"duration_code": "1", "total_cost": cost}]}

    answer = {"session_id": 5, "available_packages": [package("999"), package("1232.50")]}
    account = HashCNet().read({"username": "ram"}, answer)
    assert [offer.id for offer in account.offers] == ["9/1/99900", "9/1/123250"]
    fields = {"session_id": 5, "amount": 999, "package_code": "9", "duration_code": "1"}
    assert HashCNet().commit(account, account.offers[0]).fields == fields


def test_a_choice_before_there_is_a_price() -> None:
    users = {"session_id": 7, "connection": [{"username": "ram_ftth"}, {"username": "ram_2"}]}
    packages = {"session_id": 8, "packages": [{"package_id": "31", "amount": 1500}]}
    calls = walk(Times(), {"customer_id": "1112858"}, users, packages)
    assert calls == [
        Call(f"{GROUP}/userlist/times/", {"customer_id": "1112858"}),
        Call(f"{GROUP}/details/times/", {"username": "ram_ftth", "session_id": 7}),
        Call(f"{GROUP}/commit/times/", {"session_id": 7, "amount": 1500, "package_id": "31"}),
    ]


def test_a_final_price_after_the_choice() -> None:
    offers = [{"package_id": "16", "package_sub_id": "258", "amount": "17684"}]
    details = {"session_id": 3, "packages": offers}
    quote = {"detail": {"amount": "17000.00", "package": "x"}}
    *_, asked, paid = walk(Broadlink(), {"customer_id": "47531"}, details, quote)
    assert isinstance(asked, Call)
    assert not asked.with_reference
    assert asked.fields == {"package_id": 16, "package_sub_id": 258}
    assert paid == Call(f"{GROUP}/commit/broadlink/", {"session_id": 3, "amount": 17000})


@pytest.mark.parametrize(
    ("owed", "fields"),
    [
        ("50.00", {"amount": 50, "renew_type": "outstanding_payment"}),
        ("0.00", {"amount": 1400, "offer_name": "Plan 25", "stb": "1"}),
    ],
)
def test_several_shapes_behind_one_call(owed: str, fields: dict[str, Any]) -> None:
    answer = {"session_id": 4, "outstanding_amount": owed}
    _, paid = walk(Subisu(), {"customer_id": "", "username": "u"}, answer)
    assert paid == Call(f"{GROUP}/commit/subisu/", {"session_id": 4, **fields})


def test_details_and_one_call() -> None:
    answer = {"session_id": 4, "amount": 600}
    _, paid = walk(MaxTv(), {"customer_id": "0000405146"}, answer)
    fields = {"customer_id": "0000405146", "session_id": 4, "amount": 600}
    assert paid == Call("/api/use/max-tv/", fields)


def test_a_provider_has_no_middle_call_and_no_words_for_refusals_unless_it_says_so() -> None:
    provider, account = Pokhara(), Pokhara().start({"username": "a", "contact_number": ""})
    assert provider.middle(account, account.offers[0]) is None
    assert provider.refusal("7000", "no pending bills") is Problem.REFUSED
    with pytest.raises(NotImplementedError):
        provider.read_middle(account, account.offers[0], {})
