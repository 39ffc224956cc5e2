"""What companies tell of an account that is no part of the payment, and whom they refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.printing.blocks import Row
from desktop_app.providers import all_providers
from tests.clerk import ENTER, Clerk
from tests.gui.dialogue_kit import at_form
from tests.gui.fit_kit import bodies, misfits, scrolls_down, settle
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

WITH_DUE = "maya.lama"


@pytest.fixture
def at(
    shops: OpenShop, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Clerk]:
    """A shop with one of the companies, at its form."""
    companies = {one.info.slug: one for one in all_providers()}

    def open_at(slug: str) -> Clerk:
        return at_form(shops, server.url, monkeypatch, companies[slug])

    return open_at


def enter(clerk: Clerk, account: str) -> None:
    """Type the account and wait until the company has answered."""
    clerk.type(account)
    clerk.press(ENTER)
    clerk.until_idle()


def test_a_new_customer_is_refused_and_a_due_that_is_not_collected_is_no_part_of_the_payment(
    at: Callable[[str], Clerk],
) -> None:
    clerk = at("izone")
    enter(clerk, "new")
    assert clerk.stands_at(Step.CUSTOMER)
    assert "first payment cannot be made online" in clerk.says("customer.quote")
    assert clerk.says("customer.answer") == "Izone takes the first payment of a new customer itself"
    assert clerk.says("customer.advice") == (
        "Do not take cash. Send the customer to the office of Izone:"
        " once the first payment is made there, the next ones can be made here."
    )
    clerk.find("customer.id").clear()
    enter(clerk, WITH_DUE)
    assert clerk.stands_at(Step.CHOICE)
    clerk.app.window.resize(1366, 688)
    settle(clerk.app.window)
    banner = words_in(clerk.find("choice.banner"))
    assert "A due of Rs. 250.00 is not part of this payment." in banner
    assert "Due, not part of this payment" in words_in(clerk.find("choice.customer"))
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CONFIRM)
    offer = clerk.app.window.flow.offer
    assert offer is not None
    bill = words_in(clerk.find("confirm.bill"))
    assert "Due, not part of this payment" in bill
    assert "Rs. 250.00 · do not take cash for it" in bill
    assert clerk.says("confirm.total").startswith("Rs. ")
    assert offer.payable == offer.total != Money.rupees(250)
    clerk.app.window.resize(1093, 534)
    settle(clerk.app.window)
    assert [scrolls_down(body) for body in bodies(clerk.app.window)] == [0]


def test_packages_without_a_price_say_that_it_comes_next(at: Callable[[str], Clerk]) -> None:
    clerk = at("techminds")
    enter(clerk, "jeetenaug4")
    clerk.app.window.resize(1093, 534)
    settle(clerk.app.window)
    said = "First the package, then how long"
    assert said in clerk.texts()
    assert not clerk.find("choice.total").isVisible()
    assert "—" not in clerk.texts()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    assert clerk.stands_at(Step.CHOICE)
    assert said not in clerk.texts()
    assert clerk.find("choice.total").isVisible()


@pytest.mark.parametrize("size", [(1366, 688), (1093, 534)])
def test_the_connection_that_was_chosen_is_named_to_the_end(
    at: Callable[[str], Clerk], size: tuple[int, int]
) -> None:
    clerk, chosen = at("websurfer-internet"), "rajesh-lamichhane2"
    window = clerk.app.window
    window.resize(*size)
    settle(window)
    enter(clerk, "1112858")
    clerk.press(Qt.Key.Key_2, ENTER)
    clerk.wait(lambda: clerk.app.window.flow.offer is None)
    clerk.until_idle()
    assert f"Connection: {chosen}" in words_in(clerk.find("choice.customer"))
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CONFIRM)
    assert chosen in words_in(clerk.find("confirm.bill"))
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert any(chosen in text for text in clerk.texts())
    assert not misfits(window)
    clerk.press(Qt.Key.Key_F9)
    clerk.wait(lambda: bool(clerk.tray.printed))
    rows = [block for block in clerk.tray.printed[0].blocks if isinstance(block, Row)]
    assert [row.value for row in rows if row.label == "Connection"] == [chosen]
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    assert chosen in clerk.says("payments.facts")
