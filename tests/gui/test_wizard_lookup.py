"""Looking up: cancelled, late, refused, repeated; and going back without losing what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from tests.clerk import ENTER, ESC, Clerk

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2


def look_up(clerk: Clerk, digit: Qt.Key, account: str) -> None:
    """From the start page to looking up."""
    clerk.press(digit, ENTER)
    clerk.type(account)
    clerk.press(ENTER)


def test_a_look_up_can_be_cancelled_and_its_late_answer_is_ignored(clerk: Clerk) -> None:
    look_up(clerk, ONE, "practice_slow")
    assert clerk.app.window.flow.is_looking_up
    assert clerk.find("customer.cancel").isVisible()
    clerk.press(ESC)
    assert not clerk.app.window.flow.is_looking_up
    assert clerk.stands_at(Step.CUSTOMER)
    assert clerk.find("customer.id").text() == "practice_slow"
    clerk.find("customer.id").setText("")
    clerk.type("online_renew")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    late = clerk.app.window.flow.account
    assert late is not None
    assert late.account_id == "online_renew"
    clerk.wait(lambda: True)
    clerk.until_idle()
    still = clerk.app.window.flow.account
    assert still is late


def test_an_answer_without_an_account_says_what_and_that_nothing_was_paid(clerk: Clerk) -> None:
    for digit, account, title in (
        (ONE, "nobody", "No customer with this username"),
        (TWO, "51200", "Nothing to pay"),
        (ONE, "practice_maintenance", "WorldLink is down for maintenance."),
        (ONE, "practice_strange", "This answer is not understood, do not take cash."),
    ):
        look_up(clerk, digit, account)
        clerk.wait(lambda: not clerk.app.window.flow.is_looking_up)
        clerk.until_idle()
        assert clerk.stands_at(Step.CUSTOMER), account
        assert clerk.says("customer.answer") == title
        assert any("Nothing was paid." in text for text in clerk.texts()), account
        assert clerk.says("customer.lookup") == "Look up again", account
        clerk.app.window.flow.restart()
        clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
        clerk.until_step(Step.PROVIDER)


def test_no_network_says_so(shops: OpenShop) -> None:
    clerk = shops(url="http://127.0.0.1:9")
    look_up(clerk, ONE, "online_renew")
    clerk.wait(lambda: not clerk.app.window.flow.is_looking_up)
    clerk.until_idle()
    assert clerk.says("customer.answer") == "The service cannot be reached."


def test_a_refused_token_says_so(shops: OpenShop, server: SandboxServer) -> None:
    clerk = shops(url=server.url, token="TEST:wrong")
    look_up(clerk, ONE, "online_renew")
    clerk.wait(lambda: not clerk.app.window.flow.is_looking_up)
    clerk.until_idle()
    assert clerk.says("customer.answer") == "The service does not know the shop’s token."
    assert clerk.says("customer.advice") == "Check the token in Settings, Connection."


def test_back_keeps_what_was_entered(clerk: Clerk) -> None:
    look_up(clerk, ONE, "online_due_and_package")
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_5, ENTER)
    clerk.until_idle()
    clerk.press(ESC)
    assert clerk.stands_at(Step.CHOICE)
    assert clerk.says("choice.total") == "Rs. 1,657.00"
    clerk.press(ESC)
    assert clerk.find("customer.id").text() == "online_due_and_package"
    clerk.press(ESC)
    assert clerk.stands_at(Step.PROVIDER)
    clerk.press(ENTER)
    assert clerk.find("customer.id").text() == "online_due_and_package"


def test_letters_filter_the_providers_and_a_wrong_character_is_named_after_a_pause(
    clerk: Clerk,
) -> None:
    clerk.press(Qt.Key.Key_V)
    assert clerk.find("provider.search").text().casefold() == "v"
    clerk.until_idle()
    clerk.type("zzz")
    assert clerk.says("provider.note").startswith("No provider called")
    clerk.press(ESC)
    assert clerk.find("provider.search").text() == "", "Escape empties it"
    clerk.press(TWO, ENTER)
    clerk.type("110-871")
    clerk.wait(lambda: "“-” cannot be part of" in clerk.find("customer.note").text())
    assert not clerk.find("customer.lookup").isEnabled()


def test_a_customer_looked_up_before_is_one_key_away(clerk: Clerk) -> None:
    look_up(clerk, ONE, "online_renew")
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_1, modifier=Qt.KeyboardModifier.AltModifier)
    clerk.until_step(Step.CHOICE)
    account = clerk.app.window.flow.account
    assert account is not None
    assert account.account_id == "online_renew"


def test_markup_in_an_answer_is_shown_as_it_stands(clerk: Clerk) -> None:
    look_up(clerk, ONE, "<b>bold</b>")
    clerk.until_idle()
    clerk.wait(lambda: not clerk.app.window.flow.is_looking_up)
    assert clerk.find("customer.id").text() == "<b>bold</b>"


def test_a_company_that_is_switched_off_is_not_called_unknown(shops: OpenShop) -> None:
    clerk = shops(practice=True, token="")
    clerk.type("subisu")
    assert clerk.says("provider.note") == "Subisu is switched off. It is in Settings, Providers."
