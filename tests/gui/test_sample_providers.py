"""Every family of flows is paid in the real window with keys, over real HTTP.

The bodies that must be sent are the same as without a window, see ``tests/sample_providers``. One
company of each family is paid, with all whose flow is their own; and all of the cases with
``BHUKTANI_LONG=1``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

import desktop_app.providers
from desktop_app.core.billing.dialogue import Offers
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.providers import in_order
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.looker import ROOMY
from tests.sample_providers import cases, form_cases
from tests.sample_providers.case import Case
from tests.sample_providers.cases import CASES, ONE_A_FAMILY
from tests.sample_providers.more_cases import OTHERS_OF_TIMES
from tests.sample_providers.shop import Wire, expected
from tests.sampling import LONG

if TYPE_CHECKING:
    from tests.gui.conftest import OpenShop

OpenAt: TypeAlias = Callable[[Case], "Counter"]


class Counter:
    """A clerk at a shop whose only company is that of a case."""

    def __init__(self, case: Case, clerk: Clerk, service: PracticeService, wire: Wire) -> None:
        self.case, self.clerk, self.service, self.wire = case, clerk, service, wire

    def fill_in(self) -> None:
        """Type every field, each ended with Enter."""
        for text in self.case.values.values():
            self.clerk.type(text)
            self.clerk.press(ENTER)
        self.until_asked()

    def until_asked(self) -> None:
        """Wait until the clerk has to do something again."""
        flow = self.clerk.app.window.flow
        self.clerk.wait(lambda: not flow.is_looking_up and not flow.needs_read)
        self.clerk.until_idle()

    def take(self, offer_id: str, amount: Money | None = None) -> None:
        """Choose an offer by its digit, and enter its amount where it is open."""
        self.clerk.press(self.digit(offer_id), ENTER)
        if amount is not None:
            field = self.clerk.find("choice.amount")
            if isinstance(field, QComboBox):
                # An amount of a list is picked, not typed.
                place = field.findData(str(amount.decimal))
                self.clerk.press(*[Qt.Key.Key_Down] * place)
            else:
                self.clerk.type(str(amount.decimal))
            self.clerk.press(ENTER)
        self.until_asked()

    def digit(self, offer_id: str) -> Qt.Key:
        """The key of an offer of the list that is shown."""
        asked = self.clerk.app.window.flow.asked
        assert isinstance(asked, Offers)
        place = [offer.id for offer in asked.account.offers].index(offer_id)
        return Qt.Key(Qt.Key.Key_1 + place)

    def confirm(self) -> Payment:
        """Take the cash and pay."""
        clerk = self.clerk
        clerk.until_step(Step.CONFIRM)
        if not self.case.provider.info.knows_customer:
            clerk.press(Qt.Key.Key_Space)
        clerk.type("20000")
        clerk.press(ENTER)
        if clerk.find("confirm.cashright").isVisible():
            clerk.press(Qt.Key.Key_Space)
        clerk.press(ENTER)
        clerk.until_step(Step.RESULT)
        payment = clerk.app.window.flow.payment
        assert payment is not None
        return payment


@pytest.fixture
def at(shops: OpenShop, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAt]:
    """Opens a shop for a case, at the first form of its company."""
    servers: list[SandboxServer] = []

    def open_at(case: Case) -> Counter:
        service = PracticeService(token=TEST_TOKEN, flows=case.flows)
        wire = Wire(service)
        servers.append(SandboxServer(service).start())
        found = in_order([case.provider])
        monkeypatch.setattr(desktop_app.providers, "all_providers", lambda: found)
        clerk = shops(url=servers[0].url)
        clerk.press(Qt.Key.Key_1, ENTER)
        clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
        clerk.until_idle()
        return Counter(case, clerk, service, wire)

    yield open_at
    for server in servers:
        server.stop()


# The other brands of Times differ from one another in nothing but their names.
CASES_HERE = (*CASES, *OTHERS_OF_TIMES) if LONG else (*ONE_A_FAMILY, OTHERS_OF_TIMES[0])


@pytest.mark.parametrize("case", CASES_HERE, ids=lambda case: case.name)
def test_every_family_is_paid_with_keys(case: Case, at: OpenAt) -> None:
    counter = at(case)
    counter.fill_in()
    for offer_id, amount in case.choices:
        counter.take(offer_id, amount)
    payment = counter.confirm()
    assert payment.state is (PaymentState.WAITING if case.is_queued else PaymentState.PAID)
    assert payment.order.amount == case.amount
    assert counter.wire.calls == expected(case, payment)
    (booked,) = counter.service.payments
    assert booked.amount == case.amount.decimal


def test_another_connection_is_asked_for_again_and_the_last_is_paid(at: OpenAt) -> None:
    counter = at(cases.WEBSURFER)
    counter.fill_in()
    counter.take("rajesh-lamichhane")
    counter.clerk.press(ESC)
    counter.clerk.until_idle()
    counter.take("rajesh-lamichhane2")
    counter.take("130")
    payment = counter.confirm()
    assert payment.order.amount == Money.rupees(1412)
    (booked,) = counter.service.payments
    assert booked.selected == "rajesh-lamichhane2"


def test_another_package_is_quoted_again_and_the_last_is_paid(at: OpenAt) -> None:
    counter = at(cases.BROADLINK)
    counter.fill_in()
    counter.take("16/258")
    counter.clerk.until_step(Step.CONFIRM)
    counter.clerk.press(ESC)
    counter.clerk.until_step(Step.CHOICE)
    counter.take("16/259")
    payment = counter.confirm()
    assert payment.order.amount == Money.rupees(9075)
    (booked,) = counter.service.payments
    assert (booked.selected, booked.amount) == ("16|259", payment.order.amount.decimal)


def test_an_amount_beyond_the_limits_goes_nowhere(at: OpenAt) -> None:
    counter = at(form_cases.METROLINK)
    *texts, _ = form_cases.METROLINK.values.values()
    for text in (*texts, "99"):
        counter.clerk.type(text)
        counter.clerk.press(ENTER)
    for amount in ("99", "50001"):
        field = counter.clerk.find("customer.field.amount")
        field.clear()
        counter.clerk.type(amount)
        counter.clerk.press(ENTER)
        counter.clerk.until_idle()
        assert counter.clerk.stands_at(Step.CUSTOMER), amount
        assert field.hasFocus(), amount
        assert counter.wire.calls == [], amount


def test_an_amount_of_a_list_is_picked_and_not_typed(at: OpenAt) -> None:
    counter = at(cases.PRABHU_TV)
    counter.fill_in()
    counter.clerk.press(Qt.Key.Key_1)
    field = counter.clerk.find("choice.amount")
    assert isinstance(field, QComboBox)
    shown = [field.itemText(number) for number in range(field.count())]
    amounts = "350", "1,800", "2,400", "3,500", "6,500", "9,000", "11,500", "24,000"
    assert shown == ["—", *amounts]
    assert not counter.clerk.find("choice.next").isEnabled()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_the_connection_that_is_paid_is_named_in_every_size(
    size: tuple[int, int], at: OpenAt
) -> None:
    counter = at(cases.WEBSURFER)
    counter.clerk.app.window.resize(*size)
    counter.fill_in()
    for offer_id, amount in cases.WEBSURFER.choices:
        counter.take(offer_id, amount)
    counter.clerk.until_step(Step.CONFIRM)
    assert any("rajesh-lamichhane2" in text for text in counter.clerk.texts())


def test_a_form_of_four_fields_is_seen_whole(at: OpenAt) -> None:
    clerk = at(form_cases.METROLINK).clerk
    window = clerk.app.window
    for size in (ROOMY, (1280, 640), (1093, 534)):
        window.resize(*size)
        settle(window)
        clerk.until_idle()
        settle(window)
        assert [scrolls_down(body) for body in bodies(window)] == [0], size


def test_an_amount_of_ones_own_is_no_due_and_the_number_for_it_is_the_customers(
    at: OpenAt,
) -> None:
    counter = at(form_cases.METROLINK)
    counter.fill_in()
    payment = counter.confirm()
    assert payment.customer_phone == form_cases.METROLINK.values["number"]
    assert counter.clerk.says("result.phone") == payment.customer_phone
    assert not any("Due so far" in text for text in counter.clerk.texts())
