"""Vianet, new and old: one bill at the total that is printed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.billing.accounts import LineKind
from desktop_app.core.billing.dialogue import Call
from desktop_app.core.billing.forms import FieldErrorKind
from desktop_app.core.errors import NotUnderstood, Problem, ServiceError
from desktop_app.core.money import Money
from desktop_app.providers.vianet import Vianet, as_documented
from desktop_app.providers.vianet_old import VianetOld
from tests.tables import each

if TYPE_CHECKING:
    from desktop_app.providers.families.details_first import DetailsFirst

VIANET, OLD = Vianet(), VianetOld()
ENTRY = {"customer_id": "110871"}

totals = st.integers(1, 10**9).map(Money)


def answer(*bills: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"status": True, "session_id": 27383, "bills": list(bills), **fields}


def bill(**fields: Any) -> dict[str, Any]:
    return {"payment_id": "1613142_PP", "grand_total": "277.98", "amount": "277.98", **fields}


@each(
    ("typed", "sent"),
    [
        ("110871", 110871),
        ("9099", 9099),
        ("1", 1),
        ("0", "0"),
        ("0110871", "0110871"),
        ("abc_1", "abc_1"),
        ("1_000", "1_000"),
        ("9" * 15, int("9" * 15)),
        ("9" * 16, "9" * 16),
        ("११०", "११०"),
    ],
)
def test_the_customer_id_is_a_number_only_where_that_is_the_same_text(
    typed: str, sent: int | str
) -> None:
    assert as_documented(typed) == sent
    assert type(as_documented(typed)) is type(sent)
    assert str(as_documented(typed)) == typed


@given(st.text(st.characters(codec="ascii"), max_size=50))
def test_no_customer_id_changes_on_its_way(typed: str) -> None:
    assert str(as_documented(typed)) == typed


def test_the_old_service_gets_the_customer_id_as_text() -> None:
    call = OLD.details({"customer_id": " 9099 "})
    assert call == Call(call.path, {"customer_id": "9099"}, with_reference=False)


@each("provider", [VIANET, OLD], ids=["new", "old"])
@each(
    ("typed", "fault"),
    [
        ("110871", None),
        ("ram_01", None),
        ("", None),
        ("110-871", (FieldErrorKind.CHARACTER, "-")),
        ("110 871", (FieldErrorKind.CHARACTER, " ")),
        ("११०", (FieldErrorKind.CHARACTER, "१")),
        ("1" * 51, (FieldErrorKind.TOO_LONG, "50")),
    ],
)
def test_a_customer_id_has_letters_digits_and_underscores(
    provider: DetailsFirst, typed: str, fault: tuple[FieldErrorKind, str] | None
) -> None:
    found = provider.info.account_field.validate(typed)
    assert (None if found is None else (found.kind, found.what)) == fault


@given(totals, totals, totals)
def test_the_total_is_the_printed_one_whatever_its_parts_add_up_to(
    total: Money, rate: Money, vat: Money
) -> None:
    printed = {
        name: f"{part.decimal:f}"
        for name, part in (("grand_total", total), ("service_rate", rate), ("vat_amount", vat))
    }
    account = VIANET.read(ENTRY, answer(bill(**printed)))
    (offer,) = account.offers
    assert offer.total == total
    assert [line.amount for line in offer.lines] == [rate, vat]
    assert Money.read(VIANET.commit(account, offer).fields["amount"]) == total


@each("bad", [None, "", "x", "-1.00", "0.001", True, []], ids=repr)
def test_a_part_that_cannot_be_read_is_left_out(bad: object) -> None:
    (offer,) = VIANET.read(ENTRY, answer(bill(service_rate="246.00", vat_amount=bad))).offers
    assert [line.kind for line in offer.lines] == [LineKind.RATE]
    (offer,) = VIANET.read(ENTRY, answer(bill(service_rate=bad, vat_amount=bad))).offers
    assert (offer.lines, offer.total) == ((), Money(27798))


@pytest.mark.parametrize("written", [Decimal("277.98000000000002"), "Rs. 277.98", "277.9800"])
def test_a_bill_with_a_float_s_noise_is_paid_to_the_paisa(written: object) -> None:
    account = VIANET.read(ENTRY, answer(bill(grand_total=written)))
    (offer,) = account.offers
    assert offer.total == Money(27798)
    assert VIANET.commit(account, offer).fields["amount"] == Decimal("277.98")


@pytest.mark.parametrize("written", [Decimal("277.985"), "277,98", "USD 277.98", "277.98 or more"])
def test_a_bill_whose_total_cannot_be_read_for_sure_is_not_paid(written: object) -> None:
    with pytest.raises(NotUnderstood):
        VIANET.read(ENTRY, answer(bill(grand_total=written)))


@pytest.mark.parametrize("provider", [VIANET, OLD], ids=["new", "old"])
def test_no_bills_means_nothing_to_pay(provider: DetailsFirst) -> None:
    with pytest.raises(ServiceError) as caught:
        provider.read(ENTRY, {"status": True, "bills": []})
    assert caught.value.problem is Problem.NOTHING_TO_PAY


@pytest.mark.parametrize("provider", [VIANET, OLD], ids=["new", "old"])
def test_a_bill_is_chosen_only_where_it_is_the_only_one(provider: DetailsFirst) -> None:
    one = provider.read(ENTRY, answer(bill()))
    two = provider.read(ENTRY, answer(bill(), bill(payment_id="2")))
    assert one.preselected == "1613142_PP"
    assert two.preselected is None


def test_the_refusal_for_no_pending_bills_means_nothing_to_pay() -> None:
    said = "You have no pending bills right now !!"
    assert VIANET.refusal("7000", said) is Problem.NOTHING_TO_PAY
    assert VIANET.refusal("7000", "Something else") is Problem.REFUSED
    assert VIANET.refusal("4000", said) is Problem.REFUSED
    assert OLD.refusal("7000", said) is Problem.REFUSED


def test_the_old_commit_carries_the_customer_and_no_amount() -> None:
    account = OLD.read(ENTRY, answer(bill(bill_date="2017-09-08"), customer_id="110871"))
    (offer,) = account.offers
    fields = OLD.commit(account, offer).fields
    assert fields == {
        "session_id": 27383,
        "customer_id": "110871",
        "payment_id": "1613142_PP",
    }
