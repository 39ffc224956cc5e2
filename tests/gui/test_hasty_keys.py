"""What is typed in the moment in which a page has just appeared: Enter is dropped, no text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.shell.enter_key_filter import EnterKeyFilter
from tests.clerk import ENTER, Clerk, ledger_of
from tests.keyboard import Keyboard

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


class HastyKeyboard(Keyboard):
    """Its keys come while the page that has just appeared ignores Enter."""

    def type_at_once(self, text: str) -> None:
        guard = self._clerk.app.window.findChild(EnterKeyFilter)
        assert guard is not None
        # However slow this computer is, the moment is not over yet.
        guard.pause(60_000)
        self._characters(text, gap=60)
        self._send(ENTER, "\r", gap=60)
        self.let_moment_pass()
        assert guard.is_pausing
        guard.pause(0)


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer) -> Clerk:
    return shops(url=server.url)


def test_what_is_typed_is_there_on_each_page_and_enter_did_nothing(clerk: Clerk) -> None:
    keyboard = HastyKeyboard(clerk)
    keyboard.type_at_once("world")
    assert clerk.find("provider.search").text() == "world"
    assert clerk.stands_at(Step.PROVIDER)
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.type("1")
    keyboard.press(ENTER)
    clerk.until_step(Step.CUSTOMER)
    keyboard.type_at_once("ram thapa")
    assert clerk.find("customer.id").text() == "ram thapa"
    assert clerk.stands_at(Step.CUSTOMER)
    clerk.find("customer.id").selectAll()
    clerk.type("online_renew")
    keyboard.press(ENTER)
    clerk.until_step(Step.CHOICE)
    keyboard.type_at_once("2")
    assert clerk.stands_at(Step.CHOICE)
    chosen = clerk.find("choice.list").current_id()
    assert chosen
    keyboard.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    keyboard.type_at_once("100000")
    assert clerk.find("confirm.cash").text() == "100000"
    assert clerk.stands_at(Step.CONFIRM)
    assert not clerk.app.window.flow.sending


def test_space_presses_nothing_meanwhile(clerk: Clerk) -> None:
    clerk.come_to_confirm("online_renew")
    keyboard = HastyKeyboard(clerk)
    keyboard.press(Qt.Key.Key_F8, ENTER)
    assert clerk.find("confirm.pay").hasFocus()
    keyboard.type_at_once(" ")
    clerk.until_idle()
    assert clerk.stands_at(Step.CONFIRM)
    assert ledger_of(clerk.app).payment(1) is None
    keyboard.press(Qt.Key.Key_Space)
    clerk.until_step(Step.RESULT)
