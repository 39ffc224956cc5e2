"""Each company whose flow is longer has customers to practise with that wait, or are not paid."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import BhuktaniError, Problem, ServiceError
from desktop_app.core.payments.payment import PaymentState
from tests.dialogues import look_up
from tests.sample_providers import cases, more_cases
from tests.sample_providers.case import Case
from tests.sample_providers.shop import SampleShop, sample_shop

if TYPE_CHECKING:
    from pathlib import Path

OpenShop = Callable[[Case], AbstractContextManager[SampleShop]]

CASES = (
    cases.TECHMINDS, cases.ARROWNET, cases.WEBSURFER, cases.BROADLINK, cases.FIRST_LINK,
    cases.SUBISU, more_cases.GENIUS,
)  # fmt: skip
NUMBERED = (cases.WEBSURFER, cases.BROADLINK)
"""Their customers are numbers."""

ALL = pytest.mark.parametrize("case", CASES, ids=lambda case: case.endpoint)


@pytest.fixture
def open_shop(tmp_path: Path) -> OpenShop:
    """Opens a shop for a case."""
    return lambda case: sample_shop(case, tmp_path)


def named(case: Case, lesson: str, number: str) -> dict[str, str]:
    return case.named(number if case in NUMBERED else f"practice_{lesson}")


@ALL
def test_a_payment_that_waits_is_paid_in_the_end(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(named(case, "waiting", "500003")))
        assert payment.state is PaymentState.WAITING
        assert shop.wait_for(payment).state is PaymentState.PAID


@ALL
def test_a_price_that_has_changed_meanwhile_is_not_paid(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(named(case, "price_changed", "500021")))
        assert (payment.state, payment.reason_code) == (PaymentState.NOT_PAID, "1011")
        assert shop.service.payments == ()


@ALL
def test_a_payment_that_is_refused_is_not_paid(case: Case, open_shop: OpenShop) -> None:
    with open_shop(case) as shop:
        payment = shop.pay(shop.inquire(named(case, "not_paid", "500013")))
        assert payment.state is PaymentState.NOT_PAID


@pytest.mark.parametrize(
    ("case", "account", "reason"),
    [
        (cases.TECHMINDS, "practice_due", "has_due"),
        (cases.TECHMINDS, "practice_no_advance", "no_advance"),
        (cases.ARROWNET, "practice_due", "has_due"),
        (cases.ARROWNET, "practice_no_advance", "no_advance"),
        (cases.FIRST_LINK, "practice_two_services", "several_services"),
        (cases.FIRST_LINK, "practice_strange", "bad_amount"),
        (cases.SUBISU, "practice_strange", "bad_amount"),
        (cases.WEBSURFER, "500020", "not_a_list"),
        (cases.BROADLINK, "500020", "bad_amount"),
    ],
    ids=lambda value: value.endpoint if isinstance(value, Case) else None,
)
def test_who_cannot_be_paid_is_refused_before_cash_is_taken(
    case: Case, account: str, reason: str, open_shop: OpenShop
) -> None:
    with open_shop(case) as shop:
        with pytest.raises(BhuktaniError) as refused:
            look_up(shop.desk, case.provider, case.named(account))
        assert refused.value.details["reason"] == reason
        assert shop.wire.payments == []


def test_who_owes_nothing_has_nothing_to_pay(open_shop: OpenShop) -> None:
    with open_shop(cases.BROADLINK) as shop:
        with pytest.raises(ServiceError) as refused:
            look_up(shop.desk, cases.BROADLINK.provider, cases.BROADLINK.named("51200"))
        assert refused.value.problem is Problem.NOTHING_TO_PAY


@pytest.mark.parametrize(
    ("case", "account", "choices"),
    [
        (cases.TECHMINDS, "000044", ["71/6/6102"]),
        (cases.TECHMINDS, "9824481540", ["71/1/1130"]),
        (cases.WEBSURFER, "1073661", ["104"]),
        (cases.SUBISU, "khaltiinternet", ["Internet Northbound/1200"]),
        (cases.SUBISU, "khaltioffer", ["Combo Offer Year/15000"]),
        (cases.SUBISU, "paypoint_video", ["Video Plus/450/ABCCD10BBBFC942C"]),
    ],
)
def test_the_documented_test_customers_are_paid(
    case: Case, account: str, choices: list[str], open_shop: OpenShop
) -> None:
    shorter = Case(
        case.provider,
        case.flow,
        case.endpoint,
        case.named(account),
        tuple((choice, None) for choice in choices),
        (),
        case.amount,
        case.no_answer,
    )
    with open_shop(shorter) as shop:
        assert shop.pay(shop.inquire()).state is PaymentState.PAID
