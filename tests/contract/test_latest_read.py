"""Rule 14 where a payment does not say what for: the service pays what it was asked about last.

Whoever keeps an older value of an inquiry, and pays it, is refused before anything is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.sandbox.replies import Failure, Reply
from tests.dialogues import choose, look_up
from tests.sample_providers import cases
from tests.sample_providers.case import Case
from tests.sample_providers.shop import SampleShop, sample_shop

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.inquiry import Inquiry

OpenShop = Callable[[Case], AbstractContextManager[SampleShop]]


@pytest.fixture
def open_shop(tmp_path: Path) -> OpenShop:
    """Opens a shop for a case."""
    return lambda case: sample_shop(case, tmp_path)


def refused(shop: SampleShop, inquiry: Inquiry) -> None:
    with pytest.raises(BhuktaniError) as caught:
        shop.pay(inquiry)
    assert caught.value.problem is Problem.STALE
    assert shop.wire.payments == []


def test_a_package_of_an_earlier_connection_is_not_paid(open_shop: OpenShop) -> None:
    case = cases.WEBSURFER
    with open_shop(case) as shop:
        start = look_up(shop.desk, case.provider, case.values)
        first = choose(shop.desk, case.provider, start, "rajesh-lamichhane")
        second = choose(shop.desk, case.provider, first.back(), "rajesh-lamichhane2")
        refused(shop, choose(shop.desk, case.provider, first, "130"))
        payment = shop.pay(choose(shop.desk, case.provider, second, "130"))
        assert (payment.state, payment.order.amount) == (PaymentState.PAID, Money.rupees(1412))


def test_an_earlier_quote_is_not_paid(open_shop: OpenShop) -> None:
    case = cases.BROADLINK
    with open_shop(case) as shop:
        start = look_up(shop.desk, case.provider, case.values)
        first = choose(shop.desk, case.provider, start, "16/16")
        second = choose(shop.desk, case.provider, first.back(), "16/258")
        refused(shop, first)
        assert shop.pay(second).order.amount == Money.rupees(16_800)


def test_a_quote_is_not_paid_after_a_later_one_was_asked_for_in_vain(open_shop: OpenShop) -> None:
    """The service may have heard what was asked, although its answer was lost."""
    case = cases.BROADLINK
    with open_shop(case) as shop:
        start = look_up(shop.desk, case.provider, case.values)
        first = choose(shop.desk, case.provider, start, "16/16")
        honest = shop.service.interpose
        assert honest is not None

        def lost(method: str, path: str, body: bytes, proceed: Callable[[], Reply]) -> Reply:
            honest(method, path, body, proceed)
            return Reply(0, failure=Failure.DROPPED)

        shop.service.interpose = lost
        with pytest.raises(BhuktaniError):
            choose(shop.desk, case.provider, first.back(), "16/258")
        shop.service.interpose = honest
        refused(shop, first)
