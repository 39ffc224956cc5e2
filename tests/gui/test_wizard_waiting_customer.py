"""A customer whose payment waits is not shown as one who never paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from tests.clerk import ENTER, Clerk
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer) -> Clerk:
    """A shop where one payment waits, at step 1."""
    clerk = shops(url=server.url)
    clerk.app.window.resize(1366, 688)
    clerk.has_paid("practice_waiting", at_result=True)
    assert clerk.says("result.state") == "WAITING"
    clerk.press(Qt.Key.Key_F2)
    clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    clerk.until_idle()
    return clerk


def test_step_2_says_that_a_payment_waits(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CUSTOMER)
    clerk.find("customer.id").clear()
    clerk.type("practice_w")
    known = clerk.find("customer.known")
    clerk.wait(lambda: known.isVisible() and "Waiting\n1 payment" in words_in(known))
    assert "Paid here" not in words_in(known)
    [row] = clerk.find("customer.suggestion.list").items
    assert row.remark == "1 payment waiting"


def test_the_recent_customers_and_the_list_of_customers_say_it(clerk: Clerk) -> None:
    [recent] = clerk.find("provider.recent.list").items
    assert recent.remark == "1 payment waiting"
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    [row] = clerk.find("customers.list").rows
    said = [cell if isinstance(cell, str) else cell.text for cell in row.cells]
    assert "1 payment waiting" in said
