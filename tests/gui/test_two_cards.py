"""What comes late of one customer's card is no matter of the next one's, which is open by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget

from desktop_app.ui.customers.customer_dialog import CustomerDialog
from desktop_app.ui.widgets import Banner
from tests.gui.customers_kit import RENEW, at_customers, back, dialog_of, names
from tests.gui.tasks_kit import HeldRecords
from tests.gui.told_kit import told
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

W = TypeVar("W", bound=QWidget)

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    """Ram's card is kept."""
    clerk = at_customers(shops, server, tmp_path)
    clerk.click("customers.card")
    dialog_of(clerk)
    clerk.click("customer.save")
    back(clerk)
    return clerk


def shown(card: CustomerDialog, kind: type[W], name: str) -> W:
    found = card.findChild(kind, f"customer.{name}")
    assert found is not None
    return found


def list_of(card: CustomerDialog) -> QListWidget:
    return shown(card, QListWidget, "list")


def is_locked(card: CustomerDialog) -> bool:
    return shown(card, QLineEdit, "name").isReadOnly()


def part_and_leave(shop: Clerk) -> tuple[HeldRecords, HeldRecords]:
    """Ram's account is taken off, and his card closed before that is recorded.

    That is held, and whatever is recorded after it.
    """
    shop.click("customers.card")
    accounts = list_of(dialog_of(shop))
    before_parting = HeldRecords(shop.app.tasks)
    assert accounts.count() == 1
    accounts.setCurrentRow(0)
    accounts.setFocus()
    shop.press(Qt.Key.Key_Delete)
    shop.press(Qt.Key.Key_Escape)
    shop.app.window.activateWindow()
    return before_parting, HeldRecords(shop.app.tasks)


def save_sunitas(shop: Clerk) -> CustomerDialog:
    """Her card is opened and saved with keys, and what comes of it not waited for."""
    shop.find("customers.list").choose(RENEW)
    shop.click("customers.card")
    shop.wait(lambda: isinstance(QApplication.activeWindow(), CustomerDialog))
    card = QApplication.activeWindow()
    assert isinstance(card, CustomerDialog)
    QTest.keyClick(shown(card, QWidget, "save"), Qt.Key.Key_Return)
    assert is_locked(card)
    return card


def test_an_account_that_is_parted_late_leaves_the_next_card_alone(shop: Clerk) -> None:
    before_parting, before_saving = part_and_leave(shop)
    with before_saving:
        with before_parting:
            sunitas = save_sunitas(shop)
        shop.wait(lambda: shop.sees("customers.message"))
        lead = "rambdr_thapa is not this customer’s any more."
        shop.wait(lambda: shop.find("customers.message").content().lead == lead)
        shop.wait(lambda: len(shop.app.tasks._waiting) == 2)
        assert is_locked(sunitas), "it is being saved"
        assert list_of(sunitas).count() == 0
    back(shop)
    assert shop.find("customers.message").content().lead == "Sunita Karki is saved."
    assert "Sunita Karki" in names(shop)


def test_an_account_that_could_not_be_parted_is_no_trouble_of_the_next_card(
    shop: Clerk, record_file: Path
) -> None:
    before_parting, before_saving = part_and_leave(shop)
    with before_saving:
        with locked(record_file):
            with before_parting:
                sunitas = save_sunitas(shop)
            shop.wait(lambda: bool(told(shop)))
        assert told(shop).startswith("Not recorded: account rambdr_thapa taken off its customer.")
        assert shown(sunitas, Banner, "says").text() == "Saving…"
        assert is_locked(sunitas), "it is being saved"
    back(shop)
    assert shop.find("customers.message").content().lead == "Sunita Karki is saved."
