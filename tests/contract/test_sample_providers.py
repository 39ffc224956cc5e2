"""Every family of flows is paid through the real desk, real HTTP and the ledger, without a window.

What is sent is compared byte by byte with the bodies in ``tests/sample_providers``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import AlreadyOpen, BhuktaniError, NotUnderstood, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.event_content import answer_in
from desktop_app.core.payments.inquiry import Inquiry
from desktop_app.core.payments.payment import EventKind, PaymentState
from tests.dialogues import advanced, choose, look_up, request_of
from tests.fakes import counter
from tests.sample_providers import cases, form_cases
from tests.sample_providers.case import Case
from tests.sample_providers.cases import CASES
from tests.sample_providers.more_cases import MORE
from tests.sample_providers.shop import SampleShop, sample_shop
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.rules import BookedUnder

OpenShop = Callable[[Case], AbstractContextManager[SampleShop]]


@pytest.fixture
def open_shop(tmp_path: Path) -> OpenShop:
    """Opens a shop for a case."""
    return lambda case: sample_shop(case, tmp_path)


ALL = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
HALF, OTHER_HALF = (
    pytest.mark.parametrize("case", CASES if LONG else CASES[at::2], ids=lambda case: case.name)
    for at in range(2)
)
"""For what the desk sees to, whichever company it is."""


@pytest.mark.parametrize("case", (*CASES, *MORE), ids=lambda case: case.name)
def test_what_is_sent_and_booked_is_what_was_chosen(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire())
        assert shop.wire.calls == shop.expected(payment)
        assert payment.order.amount == case.amount
        assert shop.booked().amount == case.amount.decimal
        if case.is_queued:
            assert payment.state is PaymentState.WAITING
            payment = shop.wait_for(payment)
        assert payment.state is PaymentState.PAID
        assert len(shop.wire.payments) == 1


@ALL
def test_a_payment_whose_answer_never_came_is_found_again(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(case.named(case.no_answer)))
        assert payment.state is PaymentState.WAITING
        payment = shop.wait_for(payment)
        assert payment.state is PaymentState.PAID
        assert shop.booked().reference in looked_up(shop)
        assert set(looked_up(shop)) <= sent_references(shop)
        assert len(shop.wire.payments) == 1


UNLISTED = (cases.RAPID, cases.DISHHOME, cases.WEBSURFER, cases.BROADLINK, cases.FIRST_LINK,
            cases.SUBISU)  # fmt: skip
"""Companies whose pages list no reference for the payment; it is sent one all the same."""


@pytest.mark.parametrize("booked_under", ["first", "last", "own"])
@pytest.mark.parametrize("case", UNLISTED, ids=lambda case: case.name)
def test_a_payment_is_found_under_whichever_reference_the_service_files_it(
    case: Case, booked_under: BookedUnder, open_shop: OpenShop
) -> None:
    with open_shop(case) as shop:
        shop.service.booked_under = booked_under
        payment = shop.pay(shop.inquire(case.named(case.no_answer)))
        assert payment.state is PaymentState.WAITING
        order = payment.order
        reads = (order.details_reference, *order.middle_references)
        filed = {"first": reads[0], "last": reads[-1], "own": order.reference}[booked_under]
        assert shop.booked().reference == filed
        assert shop.wait_for(payment).state is PaymentState.PAID
        assert len(shop.wire.payments) == 1


@pytest.mark.parametrize("case", [one for one in CASES if one.lost], ids=lambda case: case.name)
def test_a_payment_that_was_lost_ends_when_no_reference_is_known(
    case: Case, open_shop: OpenShop
) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(case.named(case.lost)))
        assert payment.state is PaymentState.WAITING
        assert shop.wait_for(payment).state is PaymentState.NOT_PAID
        assert set(looked_up(shop)) == sent_references(shop)
        assert shop.service.payments == ()
        assert len(shop.wire.payments) == 1


def looked_up(shop: SampleShop) -> list[str]:
    """The references that the service was asked about."""
    status = ("/api/service/status/",)
    return [
        str(heard.fields["reference"])
        for heard in shop.service.heard
        if heard.path.startswith(status)
    ]


def sent_references(shop: SampleShop) -> set[str]:
    """The references that went with a call of the company."""
    return {
        str(heard.fields["reference"])
        for heard in shop.service.heard
        if not heard.path.startswith("/api/service/") and "reference" in heard.fields
    }


INTERNET, TELEVISION = "Internet Package - 1Month 20Mbps", "HD TV Package - 1Month"
CHANGED = (
    (cases.WIFI_NEPAL, "practice_price_changed"),
    (cases.WEB_NETWORK, "practice_price_changed"),
    (cases.RAPID, "practice_price_changed"),
    (cases.LNT_INFOTECH, "practice_price_changed"),
    (replace(form_cases.NIJGADH, choices=((INTERNET, None),)), "practice_price_changed"),
    (replace(form_cases.NIJGADH_TV, choices=((TELEVISION, None),)), "500021"),
)


@pytest.mark.parametrize(("case", "customer"), CHANGED, ids=[one.name for one, _ in CHANGED])
def test_a_price_that_has_changed_is_not_paid(
    case: Case, customer: str, open_shop: OpenShop
) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(case.named(customer)))
        assert payment.state is PaymentState.NOT_PAID
        assert len(shop.wire.payments) == 1
        assert shop.service.payments == ()


@HALF
def test_the_same_customer_pays_again_after_a_fresh_inquiry(
    case: Case, open_shop: OpenShop
) -> None:
    with open_shop(case) as shop:
        first = shop.pay(shop.inquire())
        if first.state is PaymentState.WAITING:
            with pytest.raises(AlreadyOpen):
                shop.pay(shop.inquire())
            shop.wait_for(first)
        if case is cases.VIANET_BILL:
            return  # a bill is paid once
        second = shop.pay(shop.inquire(), agrees=True)
        assert second.number != first.number
        assert len(shop.service.payments) == 2


@OTHER_HALF
def test_one_inquiry_pays_once(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        inquiry = shop.inquire()
        payment = shop.pay(inquiry)
        if payment.state is PaymentState.WAITING:
            shop.wait_for(payment)
        with pytest.raises(BhuktaniError) as caught:
            shop.pay(inquiry, agrees=True)
        assert caught.value.problem is Problem.STALE
        assert len(shop.wire.payments) == 1


# --- what was not answered, or not answered last, is not paid ------------------------------------


@HALF
def test_nothing_else_than_what_was_shown_is_paid(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        request = request_of(case.provider, shop.inquire(), counter())
        offer = request.ready.offer
        assert offer.quote is not None
        dearer = replace(offer, quote=replace(offer.quote, total=offer.total + Money.rupees(1)))
        with pytest.raises(NotUnderstood):
            shop.desk.pay(replace(request, ready=replace(request.ready, offer=dearer)))
        assert shop.wire.payments == []


def test_going_back_to_another_connection_asks_for_its_packages(open_shop: OpenShop) -> None:
    case = cases.WEBSURFER
    with open_shop(case) as shop:
        inquiry = look_up(shop.desk, case.provider, case.values)
        inquiry = choose(shop.desk, case.provider, inquiry, "rajesh-lamichhane")
        inquiry = choose(shop.desk, case.provider, inquiry.back(), "rajesh-lamichhane2")
        inquiry = choose(shop.desk, case.provider, inquiry, "130")
        payment = shop.pay(inquiry)
        assert payment.state is PaymentState.PAID
        assert payment.order.amount == Money.rupees(1412)
        assert shop.booked().selected == "rajesh-lamichhane2"
        assert len(payment.order.middle_references) == 2


def test_a_package_of_a_connection_that_was_left_is_not_paid(open_shop: OpenShop) -> None:
    case = cases.WEBSURFER
    with open_shop(case) as shop:
        inquiry = look_up(shop.desk, case.provider, case.values)
        first = choose(shop.desk, case.provider, inquiry, "rajesh-lamichhane")
        second = choose(shop.desk, case.provider, first.back(), "rajesh-lamichhane2")
        refused_as_it_is(shop, second.back().chosen("rajesh-lamichhane"))
        refused_as_it_is(shop, second.back())


def test_a_quote_is_asked_for_again_for_another_package(open_shop: OpenShop) -> None:
    case = cases.BROADLINK
    with open_shop(case) as shop:
        inquiry = look_up(shop.desk, case.provider, case.values)
        inquiry = choose(shop.desk, case.provider, inquiry, "16/16")
        inquiry = choose(shop.desk, case.provider, inquiry.back(), "16/259")
        payment = shop.pay(inquiry)
        assert payment.order.amount == Money.rupees(9075)
        assert (payment.state, shop.booked().selected) == (PaymentState.PAID, "16|259")


def test_going_back_after_a_quote_leaves_nothing_to_pay(open_shop: OpenShop) -> None:
    case = cases.BROADLINK
    with open_shop(case) as shop:
        inquiry = shop.inquire().back()
        with pytest.raises(NotUnderstood, match="not_understood"):
            request_of(case.provider, inquiry, counter())
        refused_as_it_is(shop, inquiry.chosen("16/16"))
        inquiry = advanced(shop.desk, case.provider, inquiry.chosen("16/16"))
        assert shop.pay(inquiry).order.amount == Money.rupees(1694)


def refused_as_it_is(shop: SampleShop, inquiry: Inquiry) -> None:
    """Nothing is paid with this inquiry."""
    with pytest.raises(BhuktaniError):
        shop.pay(inquiry)
    assert shop.wire.payments == []
    assert shop.service.payments == ()


# --- amounts that the clerk enters ---------------------------------------------------------------


@pytest.mark.parametrize("amount", ["", "0", "99", "50001", "-100", "150.5", "many"])
def test_an_amount_beyond_the_limits_is_not_sent(amount: str, open_shop: OpenShop) -> None:
    case = form_cases.METROLINK
    with open_shop(case) as shop:
        inquiry = Inquiry().entered({**case.values, "amount": amount})
        with pytest.raises(NotUnderstood):
            shop.pay(inquiry)
        assert shop.wire.calls == []


@pytest.mark.parametrize("rupees", [0, 349, 1050, 24_001])
def test_an_amount_that_is_not_in_the_list_is_not_paid(rupees: int, open_shop: OpenShop) -> None:
    case = cases.PRABHU_TV
    with open_shop(case) as shop:
        inquiry = look_up(shop.desk, case.provider, case.values)
        refused_as_it_is(shop, inquiry.chosen("amount", Money.rupees(rupees)))
        refused_as_it_is(shop, inquiry.chosen("amount"))


def test_a_package_without_a_price_needs_an_amount(open_shop: OpenShop) -> None:
    case = form_cases.THREE_G_VISION
    with open_shop(case) as shop:
        inquiry = look_up(shop.desk, case.provider, case.values)
        refused_as_it_is(shop, inquiry.chosen("Digital TV - TV"))
        refused_as_it_is(shop, inquiry.chosen("Digital TV - TV", Money(70050)))
        refused_as_it_is(shop, inquiry.chosen("Digital TV", Money.rupees(700)))


# --- what the company tells ----------------------------------------------------------------------


def test_what_a_company_recharged_is_kept_with_the_payment(open_shop: OpenShop) -> None:
    with open_shop(cases.DISHHOME) as shop:
        payment = shop.pay(shop.inquire())
        events = shop.ledger.events(payment.number)
        (answered,) = (event for event in events if event.kind is EventKind.ANSWERED)
        assert {fact.label: fact.value for fact in answer_in(answered).facts} == {
            "recharged": "1200",
            "company_receipt": "140251146",
            "valid_until": "2038-12-29T11:15:00",
        }


# --- who is one customer -------------------------------------------------------------------------


def test_without_an_account_number_name_and_mobile_are_one_customer(open_shop: OpenShop) -> None:
    case = form_cases.KRITI
    with open_shop(case) as shop:
        assert shop.pay(shop.inquire()).state is PaymentState.WAITING
        with pytest.raises(AlreadyOpen):
            shop.pay(shop.inquire({**case.values, "full_name": "udaya  SHAKYA", "amount": "50"}))
        other = {**case.values, "mobile_number": "9841000001"}
        assert shop.pay(shop.inquire(other)).state is PaymentState.WAITING
