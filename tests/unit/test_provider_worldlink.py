"""WorldLink's prices: the rate, and the due only when the package changes (contract A21)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import Account, LineKind, OfferKind
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import ZERO, Money
from desktop_app.providers.worldlink import WorldLink
from tests.tables import each

WORLDLINK = WorldLink()
ENTRY = {"username": "ram_home01"}

rates = st.integers(1, 10**6)
ids = st.integers(1, 10**8)
packages = st.lists(
    st.builds(
        lambda number, rate, order: {
            "packageId": number,
            "packageName": f"Package {number}",
            "packageRate": rate,
            "packageLabel": f"Package {number} [Rs. 1]",
            "recommendOrder": order,
            "packageDuration": "30",
        },
        ids,
        rates,
        st.one_of(st.none(), st.integers(0, 20)),
    ),
    min_size=1,
    max_size=9,
    unique_by=lambda package: int(package["packageId"]),
)


def answer(**fields: Any) -> dict[str, Any]:
    return {"status": True, "session_id": 22906, "package_options": [], **fields}


def renewals(listed: list[Any], due: object, current: object, **fields: Any) -> Account:
    body = answer(
        available_renew_options=listed,
        due_amount_till_now=due,
        due_remarks="used 9 days of Package (1)",
        subscribed_package_id=current,
        **fields,
    )
    return WORLDLINK.read(ENTRY, body)


def package(number: object = 7, rate: object = 1356, **fields: Any) -> dict[str, Any]:
    return {"packageId": number, "packageName": f"P{number}", "packageRate": rate, **fields}


def refused(reason: str) -> Any:
    return pytest.raises(NotUnderstood, match=f"reason='{reason}'")


# --- what a package costs ----------------------------------------------------------------


@given(packages, st.integers(0, 10**5), st.data())
def test_the_due_is_added_to_every_package_but_the_current(
    listed: list[dict[str, Any]], due: int, data: st.DataObject
) -> None:
    current = data.draw(st.sampled_from([package["packageId"] for package in listed]))
    account = renewals(listed, due, current)
    rate_of = {str(one["packageId"]): Money.rupees(one["packageRate"]) for one in listed}
    assert set(rate_of) == {offer.id for offer in account.offers}
    for offer in account.offers:
        added = ZERO if offer.is_current else Money.rupees(due)
        assert offer.is_current is (offer.id == str(current))
        assert offer.total == rate_of[offer.id] + added >= rate_of[offer.id]


@given(packages, st.integers(0, 10**5), ids)
def test_a_total_is_the_sum_of_its_lines(
    listed: list[dict[str, Any]], due: int, current: int
) -> None:
    for offer in renewals(listed, due, current).offers:
        lines = offer.lines
        assert lines[0].kind is LineKind.PACKAGE
        assert {line.kind for line in lines[1:]} <= {LineKind.DUE}
        assert sum((line.amount for line in lines), ZERO) == offer.total
        assert all(line.amount > ZERO for line in lines)


@given(packages, st.data())
def test_without_a_due_every_package_costs_its_rate(
    listed: list[dict[str, Any]], data: st.DataObject
) -> None:
    current = data.draw(st.sampled_from([package["packageId"] for package in listed]))
    account = WORLDLINK.read(ENTRY, answer(package_options=listed, subscribedPackageId=current))
    rate_of = {str(one["packageId"]): Money.rupees(one["packageRate"]) for one in listed}
    assert {offer.id: offer.total for offer in account.offers} == rate_of
    assert account.due is None


@given(packages, st.integers(0, 10**5), ids)
def test_what_is_sent_is_what_is_shown(
    listed: list[dict[str, Any]], due: int, current: int
) -> None:
    account = renewals(listed, due, current)
    for offer in account.offers:
        fields = WORLDLINK.commit(account, offer).fields
        assert Money.read(fields["amount"]) == offer.total
        assert str(fields["package_id"]) == offer.id
        assert set(fields) == {"session_id", "amount", "package_id"}


# --- order and choice --------------------------------------------------------------------


@given(packages, st.data())
def test_the_current_package_is_first_and_chosen(
    listed: list[dict[str, Any]], data: st.DataObject
) -> None:
    current = data.draw(st.sampled_from([package["packageId"] for package in listed]))
    account = renewals(listed, 301, current)
    assert account.offers[0].id == str(current) == account.preselected
    assert [offer.is_current for offer in account.offers[1:]] == [False] * (len(listed) - 1)


def test_the_others_follow_in_the_service_s_order_and_then_as_answered() -> None:
    listed = [
        package(1),
        package(2, recommendOrder="2"),
        package(3, recommendOrder=1),
        package(4, recommendOrder="soon"),
        package(5, recommendOrder=2),
        package(6),
    ]
    account = renewals(listed, 301, 6)
    assert [offer.id for offer in account.offers] == ["6", "3", "2", "5", "1", "4"]


def test_nothing_is_chosen_where_the_current_package_is_not_offered() -> None:
    account = renewals([package(7)], 301, 8)
    assert account.preselected is None
    assert not any(offer.is_current for offer in account.offers)


def test_ids_of_different_length_are_different_packages() -> None:
    account = renewals([package(1888768), package(18887680, 100)], 301, 1888768)
    totals = [(offer.id, offer.total) for offer in account.offers]
    assert totals == [("1888768", Money.rupees(1356)), ("18887680", Money.rupees(401))]


def test_the_current_id_may_be_a_text() -> None:
    account = renewals([package(1888768)], 301, " 1888768 ")
    assert account.offers[0].is_current


# --- the due -----------------------------------------------------------------------------


@each(
    ("remarks", "days"),
    [
        ("used 9 days of BTL 120Mbps/12mths (1888768)", 9),
        ("Used 1 day of X", 1),
        ("reused 9 days of X", None),
        ("9 days", None),
        ("used 99999 days of X", None),
        ("", None),
        (None, None),
        (["used 9 days of"], None),
    ],
    ids=repr,
)
def test_the_used_days_are_read_for_display_only(remarks: object, days: int | None) -> None:
    body = answer(
        available_renew_options=[package(7)],
        due_amount_till_now=301,
        due_remarks=remarks,
        subscribed_package_id=8,
    )
    account = WORLDLINK.read(ENTRY, body)
    line = account.offers[0].line(LineKind.DUE)
    assert line is not None
    assert line.used_days == account.due_days == days
    assert account.offers[0].total == Money.rupees(1356 + 301)


def test_the_message_and_the_renew_flag_decide_nothing() -> None:
    plain = answer(package_options=[package(7)], subscribedPackageId=7)
    for message in ("You have due payment.", "", None):
        for flag in (True, False, "true", None):
            body = {**plain, "message": message, "renew_option": flag}
            assert WORLDLINK.read(ENTRY, body).offers[0].total == Money.rupees(1356)


def test_an_amount_of_nothing_does_not_contradict_the_rate() -> None:
    for amount in (None, 0, 1356, "1356.00", "1,356"):
        assert renewals([package(7)], 301, 7, amount=amount).offers[0].total == Money.rupees(1356)
    for amount in (1657, 1355, "1,355"):
        with pytest.raises(NotUnderstood):
            renewals([package(7)], 301, 7, amount=amount)


def test_the_amount_says_nothing_about_a_package_that_is_not_offered() -> None:
    assert renewals([package(7)], 301, 8, amount=999).offers[0].total == Money.rupees(1657)


# --- durations, labels, limits -------------------------------------------------------------


@each(
    ("given_days", "days"),
    [("365", 365), (30, 30), (0, None), ("0", None), (None, None)],
    ids=repr,
)
def test_the_duration_is_never_read_from_the_name(given_days: object, days: int | None) -> None:
    listed = [package(7, packageName="BTL 120Mbps/12mths", packageDuration=given_days)]
    assert renewals(listed, 0, 7).offers[0].duration_days == days


def test_the_price_is_never_read_from_the_label() -> None:
    listed = [package(7, 1356, packageName="", packageLabel="Special [Rs. 99]")]
    offer = renewals(listed, 0, 7).offers[0]
    assert (offer.label, offer.total) == ("Special [Rs. 99]", Money.rupees(1356))


def test_the_same_package_twice_at_one_price_is_one_offer() -> None:
    account = renewals([package(7), package("7"), package(8)], 301, 8)
    assert [offer.id for offer in account.offers] == ["8", "7"]


def test_too_many_packages_are_refused() -> None:
    with refused("too_many"):
        renewals([package(number) for number in range(1, 300)], 301, 1)


@each("bad", [0, -1, "x", None, True, "1e3", [], "13108.001"], ids=repr)
def test_a_rate_that_is_no_amount_refuses_the_whole_answer(bad: object) -> None:
    with refused("bad_amount"):
        renewals([package(7), package(8, bad)], 301, 7)


def test_a_fixed_due_is_paid_without_a_package() -> None:
    account = WORLDLINK.read(ENTRY, answer(amount=4950, subscribed_package_name="Value 25mbps"))
    (offer,) = account.offers
    assert (offer.kind, offer.label, offer.total) == (
        OfferKind.AMOUNT,
        "Value 25mbps",
        Money.rupees(4950),
    )
    assert account.preselected == offer.id
    assert set(WORLDLINK.commit(account, offer).fields) == {"session_id", "amount"}
