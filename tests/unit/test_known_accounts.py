"""The record finds the known customers that a search names, newest first, and reads no others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.alike import find_alike, parts_of_alike
from desktop_app.core.billing.account_key import AccountKey
from desktop_app.core.billing.accounts import Account
from desktop_app.core.customers import CustomerSearch
from desktop_app.core.environment import Environment
from tests.tables import each
from tests.unit.test_ledger_kit import NOON
from tests.unit.test_one_account_key import PROVIDER, JoinsDashes

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

LIVE = Environment.LIVE
OTHER = JoinsDashes("other", "other")
NAMES = ("Asha Rana", "आशा राणा", "ASHA\u200d", "Élan Rai", "Éla", "50% off", "")
IDS = ("98-41", "984", "asha_home", "९८४१२", "A%B", "ram bahadur", "98 41")
TYPED = (*NAMES, *IDS, "ash", "ASHA r", "9841", "41", "%", "_", "\n", "नोबडी", "a b", "राणा", " ")


def remember(ledger: SqliteLedger, provider: JoinsDashes, at: int, name: str, typed: str) -> None:
    account = Account(provider.info.slug, typed, name, ())
    ledger.accounts.remember(
        account, provider.account_key(LIVE, typed), NOON + timedelta(seconds=at)
    )


@given(
    people=st.lists(
        st.tuples(st.sampled_from([PROVIDER, OTHER]), st.sampled_from(NAMES), st.sampled_from(IDS)),
        max_size=8,
    ),
    typed=st.sampled_from(TYPED),
    most=st.sampled_from([1, 3, None]),
)
@settings(
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_record_finds_whom_the_search_finds(
    ledger: SqliteLedger, people: list[tuple[JoinsDashes, str, str]], typed: str, most: int | None
) -> None:
    clear(ledger)
    for at, (provider, name, account_id) in enumerate(people):
        remember(ledger, provider, at, name, account_id)
    for asked in ([PROVIDER, OTHER], [OTHER], []):
        search = CustomerSearch(typed)
        by_slug = {one.info.slug: one for one in asked}
        every = ledger.accounts.known(LIVE)
        found = [k for k in every if k.provider in by_slug and search.finds(k, by_slug[k.provider])]
        wanted = search.among(asked)
        assert ledger.accounts.known(LIVE, wanted, most=most) == tuple(found[:most])
        assert ledger.accounts.count(wanted) == len(found)


def clear(ledger: SqliteLedger) -> None:
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM accounts")


@pytest.mark.parametrize("name", ["77001", "ram_home"], ids=["own id", "typed"])
def test_a_customer_with_two_names_is_found_by_both(ledger: SqliteLedger, name: str) -> None:
    key = AccountKey(LIVE, "plain", "77001", "ram_home")
    ledger.accounts.remember(Account("plain", "Ram_Home", "Ram", ()), key, NOON)
    remember(ledger, PROVIDER, 1, "Asha", "asha")
    (by_part,) = ledger.accounts.known(LIVE, CustomerSearch(name[1:]).among([PROVIDER]))
    (by_name,) = ledger.accounts.named(LIVE, "plain", [name])
    assert by_part == by_name
    assert by_name.key.names == ("77001", "ram_home")
    assert ledger.accounts.named(LIVE, "other", [name]) == ()
    assert ledger.accounts.named(LIVE, "plain", [name[1:], ""]) == ()


@pytest.mark.parametrize(
    "slip", ["rambahadur_thpa", "rambahdaur_thapa", "rambahadur_thapaa", "rambahadur.thapa"]
)
def test_who_differs_by_a_slip_holds_a_part_of_what_was_typed(
    ledger: SqliteLedger, slip: str
) -> None:
    remember(ledger, PROVIDER, 1, "Ram", "rambahadur_thapa")
    remember(ledger, PROVIDER, 2, "Asha", "asha")
    parts = frozenset(parts_of_alike(PROVIDER.canonical(slip)))
    some = ledger.accounts.known(LIVE, {"plain": parts})
    assert [one.account_id for one in some] == ["rambahadur_thapa"]
    assert find_alike(some, PROVIDER, slip) == some[0]
    assert find_alike(some, PROVIDER, "rambahadur_thapa") is None, "the same spelling was not found"
    assert find_alike(some, PROVIDER, "somebody") is None


@each("name", ["", "a", "ab", "abc", "abcdefgh", "abcdefghi", "abcdefghijk"])
def test_the_parts_are_the_whole_name(name: str) -> None:
    parts = parts_of_alike(name)
    assert "".join(parts) == name
    assert all(parts)
