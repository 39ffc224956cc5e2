"""Entries of the clerk: kept for each company, checked, taken over for a customer of before."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.core.billing.accounts import AmountLimits
from desktop_app.core.billing.forms import (
    AmountEntry,
    ChoiceEntry,
    FieldLabel,
    Form,
    Option,
    TextEntry,
)
from desktop_app.core.billing.provider import OfferStyle, ProviderInfo
from desktop_app.core.form_entries import FormEntries, without_amounts
from desktop_app.core.money import Money
from tests.tables import each

ACCOUNT = TextEntry("username", FieldLabel.USERNAME, allowed="[a-z0-9]")
SERVICE = ChoiceEntry("service", FieldLabel.SERVICE, (Option("net", "Internet"),))
REMARKS = TextEntry("remarks", FieldLabel.REMARKS, is_optional=True)
AMOUNT = AmountEntry("amount", FieldLabel.AMOUNT, AmountLimits(Money.rupees(10), Money.rupees(500)))
FIELDS = (ACCOUNT, SERVICE, REMARKS, AMOUNT)
ONE = ProviderInfo("one", "One", "ON", OfferStyle.PACKAGES, FIELDS)
OTHER = replace(ONE, slug="other", name="Other")
WHOLE = {"username": "ram", "service": "net", "amount": "100"}


def entries(values: dict[str, str]) -> FormEntries:
    """The entries of a clerk who typed these values."""
    made = FormEntries()
    made.turn_to(ONE)
    for name, text in values.items():
        made.keep(text, name)
    return made


def test_each_company_keeps_its_own_entries_until_the_customer_is_served() -> None:
    made = entries({"username": "ram"})
    made.turn_to(OTHER)
    assert (made.account_id, dict(made.values)) == ("", {})
    made.turn_to(ONE)
    assert made.account_id == "ram"
    made.clear()
    made.turn_to(ONE)
    assert dict(made.values) == {}


def test_nothing_is_kept_before_a_company_is_chosen() -> None:
    made = FormEntries()
    assert not made.keep("ram")
    assert (made.account_id, made.account_error, dict(made.values)) == ("", None, {})
    assert dict(made.of_customer(FIELDS, "ram", {})) == {}


def test_only_another_value_is_a_change() -> None:
    made = entries({"username": "ram"})
    assert not made.keep("\u200bram ")
    assert made.keep("sita")
    assert made.keep("net", "service")


def test_the_account_id_says_why_it_is_refused() -> None:
    assert entries({"username": "ram"}).account_error is None
    error = entries({"username": "ra&m"}).account_error
    assert error is not None
    assert error.what == "&"


@each(
    ("changed", "missing"),
    [
        ({}, None),
        ({"remarks": "x"}, None),
        ({"username": ""}, ACCOUNT),
        ({"username": "&"}, ACCOUNT),
        ({"service": ""}, SERVICE),
        ({"service": "tv"}, SERVICE),
        ({"amount": ""}, AMOUNT),
        ({"amount": "501"}, AMOUNT),
        ({"service": "", "amount": ""}, SERVICE),
    ],
)
def test_the_first_missing_field_is_what_keeps_a_form_from_being_taken(
    changed: dict[str, str], missing: object
) -> None:
    filled = entries({**WHOLE, **changed}).filled(FIELDS)
    assert Form(FIELDS).first_missing(filled) == missing
    assert Form(FIELDS).accepts(filled) == (missing is None)


def test_empty_fields_and_those_of_another_form_are_not_sent() -> None:
    made = entries({**WHOLE, "remarks": "", "landline": "1"})
    assert made.filled(FIELDS) == WHOLE


def test_a_customer_of_before_is_entered_whole_but_for_the_amount() -> None:
    made = entries({})
    assert made.of_customer(FIELDS, "ram", WHOLE) == {**WHOLE, "amount": ""}
    assert made.of_customer((ACCOUNT,), "ram", WHOLE) == {"username": "ram"}
    assert made.of_customer(FIELDS, "ram", {}) == {"username": "ram"}
    assert without_amounts(FIELDS, {"amount": "100"}) == {"amount": ""}


KNOWN = {"username": "ram", "service": "net", "remarks": "shop", "amount": "100"}


def test_a_customer_of_before_is_proposed_what_was_given_then_but_no_amount() -> None:
    made = entries({"username": "ram"})
    made.propose(FIELDS, KNOWN)
    assert dict(made.values) == {"username": "ram", "service": "net", "remarks": "shop"}
    assert made.is_proposed("remarks")
    assert not made.is_proposed("username")


def test_what_the_clerk_has_typed_is_not_replaced() -> None:
    made = entries({"username": "ram", "remarks": "home"})
    made.propose(FIELDS, KNOWN)
    assert made.values["remarks"] == "home"
    assert not made.is_proposed("remarks")


def test_another_account_takes_back_what_was_proposed() -> None:
    made = entries({"username": "ram"})
    made.propose(FIELDS, KNOWN)
    made.keep("home", "remarks")
    made.keep("sita")
    assert dict(made.values) == {"username": "sita", "service": "", "remarks": "home"}


def test_what_is_taken_over_for_a_customer_is_no_other_customers() -> None:
    made = entries({"username": "ram", "service": "net", "remarks": "shop"})
    made.note_proposed(made.values)
    made.keep("sita")
    assert made.filled(FIELDS) == {"username": "sita"}


def test_another_company_takes_back_what_was_proposed() -> None:
    made = entries({"username": "ram"})
    made.propose(FIELDS, KNOWN)
    made.turn_to(OTHER)
    made.turn_to(ONE)
    assert made.filled(FIELDS) == {"username": "ram"}


def test_what_may_no_longer_be_entered_is_not_proposed() -> None:
    made = entries({"username": "ram"})
    made.propose(FIELDS, {"service": "tv", "remarks": "x" * 51, "box": "1"})
    assert made.filled(FIELDS) == {"username": "ram"}
