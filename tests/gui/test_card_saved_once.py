"""A customer's card or mark is recorded and told once, however often its key is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.ui.widgets import BannerKind
from tests.clerk import ENTER, Clerk
from tests.gui.customers_kit import CTRL, at_customers, back, dialog_of
from tests.gui.tasks_kit import HeldRecords
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.screen_reader import ListeningScreenReader

NOT_SAVED = "Not recorded: Ram Bahadur Thapa’s card. Another program is using the record"


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    return at_customers(shops, server, tmp_path)


def test_a_card_is_saved_and_told_once_however_often_enter_is_pressed(
    shop: Clerk, reader: ListeningScreenReader
) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    dialog_of(shop)
    shop.find("customer.save").setFocus()
    with HeldRecords(shop.app.tasks):
        shop.press(ENTER, ENTER, ENTER, ENTER)
        assert not shop.find("customer.save").isEnabled()
        assert shop.says("customer.says") == "Saving…"
        assert "Saving…" in reader.heard()
        # What is typed meanwhile would be in no card.
        shop.find("customer.note").setFocus()
        shop.type("blue gate")
        assert not shop.find("customer.note").text()
    back(shop)
    assert reader.heard().count("Ram Bahadur Thapa is saved.") == 1


def test_a_card_that_is_not_saved_can_be_saved_again(
    impatient: None, shop: Clerk, record_file: Path, reader: ListeningScreenReader
) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    dialog_of(shop)
    shop.find("customer.save").setFocus()
    with locked(record_file):
        shop.press(ENTER)
        shop.until_idle()
    said = shop.find("customer.says")
    assert said.text().startswith(NOT_SAVED)
    assert said.content().kind is BannerKind.CAUTION
    assert said.text() in reader.heard()
    assert shop.find("customer.save").hasFocus(), "Enter tries it again"
    shop.find("customer.note").setFocus()
    shop.type("blue gate")
    shop.press(ENTER, ENTER)
    back(shop)
    assert shop.find("customers.list").rows[0].cell(1).second == "blue gate"


def test_a_mark_that_is_pressed_twice_is_told_once(
    shop: Clerk, reader: ListeningScreenReader
) -> None:
    shop.click("customers.card")
    dialog_of(shop)
    shop.click("customer.save")
    back(shop)
    with HeldRecords(shop.app.tasks):
        shop.press(Qt.Key.Key_B, Qt.Key.Key_B, modifier=CTRL)
    shop.until_idle()
    assert reader.heard().count("Ram Bahadur Thapa is a favourite now.") == 1


def test_a_mark_that_is_not_recorded_is_named_where_the_one_before_was_told(
    impatient: None, shop: Clerk, record_file: Path, reader: ListeningScreenReader
) -> None:
    shop.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    shop.until_idle()
    shop.press(Qt.Key.Key_M, modifier=CTRL)
    shop.until_idle()
    message = shop.find("customers.message")
    assert message.text() == "It is noted that Ram Bahadur Thapa was told."
    with locked(record_file):
        shop.press(Qt.Key.Key_M, modifier=CTRL)
        shop.until_idle()
    assert message.content().kind is BannerKind.CAUTION
    assert message.text().startswith("Not recorded: Ram Bahadur Thapa was not told. Another")
    assert message.text() in reader.heard()
    assert not shop.sees("customers.trouble"), "it is said once"
    shop.press(Qt.Key.Key_M, modifier=CTRL)
    shop.until_idle()
    assert message.text() == "It is noted that Ram Bahadur Thapa was not told."


def test_after_an_account_is_parted_the_keyboard_is_not_at_the_button_that_cancels(
    shop: Clerk,
) -> None:
    shop.click("customers.card")
    dialog_of(shop)
    shop.click("customer.save")
    back(shop)
    shop.click("customers.card")
    dialog_of(shop)
    accounts = shop.find("customer.list")
    accounts.setCurrentRow(0)
    shop.find("customer.part").setFocus()
    shop.press(ENTER)
    shop.wait(lambda: accounts.count() == 0)
    assert accounts.hasFocus()
    assert not shop.sees("customer.says"), "nothing is being saved any more"
