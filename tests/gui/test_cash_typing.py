"""Cash at Confirm: by hand, by a scanner, pasted, on a Nepali keyboard, and far too much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.key_burst import MIN_SCAN
from desktop_app.core.settings import Language
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, TEST_TOKEN, Clerk
from tests.keyboard import Keyboard

if TYPE_CHECKING:
    from tests.gui.conftest import OpenShop

ONE, TWO, SPACE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Space
SCANNED = "The keys came as fast as from a scanner. Check the cash."
READY = "Enough cash. Press Enter once more to pay."


@pytest.fixture
def keyboard(clerk: Clerk) -> Keyboard:
    return Keyboard(clerk)


def at_confirm(clerk: Clerk, account: str = "online_renew") -> None:
    """A bill of Rs. 4,915 is about to be paid."""
    clerk.come_to_confirm(account)


def is_whole(label: QLabel) -> bool:
    return label.heightForWidth(label.width()) <= label.height()


def focus() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def empty_cash(clerk: Clerk) -> None:
    clerk.find("confirm.cash").clear()
    clerk.find("confirm.cash").setFocus()


# --- a scanner ------------------------------------------------------------------------------


def test_a_bar_code_read_twice_pays_nothing(
    clerk: Clerk, server: SandboxServer, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    for code in ("110871", "5000", "49", "4915", "0049150000"):
        for _ in range(2):
            keyboard.scan(code)
            clerk.until_idle()
            assert focus() == "confirm.cash", "the page does not move on"
            assert clerk.says("confirm.advice") == SCANNED, code
        typed = "" if len(code) >= MIN_SCAN else code * 2
        assert clerk.find("confirm.cash").text() == typed, "a bar code is no cash"
        empty_cash(clerk)
    assert server.service.payments == ()


class Times(QObject):
    """Notes the time of each key that reaches the native window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.seen.append(event.timestamp())
        return False


def test_the_window_system_gives_each_key_its_time(clerk: Clerk) -> None:
    at_confirm(clerk)
    times = Times()
    native = clerk.app.window.windowHandle()
    native.installEventFilter(times)
    for key in (Qt.Key.Key_4, Qt.Key.Key_9, Qt.Key.Key_1):
        QTest.keyClick(native, key)
    clerk.wait(lambda: clerk.find("confirm.cash").text() == "491")
    came, handed_on = times.seen[:3], times.seen[3:]
    assert all(came), "without times a scanner could not be told from a person"
    assert came == sorted(came)
    assert handed_on == came, "each waits, and keeps its time"


def test_a_bar_code_read_while_pay_has_the_keyboard_pays_nothing(
    clerk: Clerk, server: SandboxServer, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    keyboard.type("5000")
    keyboard.press(ENTER)
    assert focus() == "confirm.pay"
    for end in (ENTER, Qt.Key.Key_Enter, SPACE):
        keyboard.scan("110871", end)
        clerk.until_idle()
        assert clerk.stands_at(Step.CONFIRM)
        assert clerk.says("confirm.advice") == SCANNED
    assert server.service.payments == ()
    keyboard.press(ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


def test_after_a_scan_a_person_goes_on_and_one_at_the_result_leaves_it_there(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    keyboard.scan("5000")
    keyboard.press(ENTER)
    assert clerk.says("confirm.advice") == READY
    keyboard.press(ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.advice") == "Give change Rs. 85.00"
    keyboard.scan("110871")
    assert clerk.stands_at(Step.RESULT)
    keyboard.press(ENTER)
    assert clerk.stands_at(Step.PROVIDER)


def test_a_person_pays_with_four_digits_and_two_enters(clerk: Clerk, keyboard: Keyboard) -> None:
    clerk.to_confirm(ONE, "online_renew")
    keyboard.type("5000")
    keyboard.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


def test_a_bar_code_may_be_read_to_look_up_and_does_not_go_on_from_the_bills(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    clerk.press(TWO, ENTER)
    keyboard.scan("110871")
    clerk.until_step(Step.CHOICE)
    assert clerk.says("choice.name") != ""
    keyboard.scan("110871")
    clerk.until_idle()
    assert clerk.stands_at(Step.CHOICE)


# --- far too much ---------------------------------------------------------------------------


def test_far_too_much_is_asked_about_and_enter_does_not_agree(
    clerk: Clerk, server: SandboxServer, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    for cash in ("110871110871", "999999999", "49150", "6001"):
        keyboard.type(cash[:9])
        asked = clerk.says("confirm.says")
        assert asked.startswith("Is Rs. "), cash
        assert asked.endswith(" right?"), cash
        assert clerk.find("confirm.change").isHidden(), "no change is told before"
        assert not clerk.find("confirm.pay").isEnabled(), cash
        keyboard.press(ENTER, ENTER, ENTER, ENTER)
        clerk.until_idle()
        assert focus() == "confirm.cashright", cash
        assert clerk.stands_at(Step.CONFIRM), cash
        empty_cash(clerk)
    assert server.service.payments == ()


def test_what_is_agreed_to_on_purpose_is_taken_back_or_paid(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    # By mouse.
    clerk.type("20000")
    clerk.click("confirm.cashright")
    assert clerk.find("confirm.pay").isEnabled()
    clerk.click("confirm.cashright")
    assert not clerk.find("confirm.pay").isEnabled()
    clerk.click("confirm.cashright")
    clerk.find("confirm.cash").setFocus()
    clerk.type("0")
    assert not clerk.find("confirm.pay").isEnabled(), "another sum than was agreed to"
    assert not clerk.find("confirm.cashright").isChecked()
    # By keys.
    empty_cash(clerk)
    keyboard.type("10000")
    assert clerk.says("confirm.says") == "Is Rs. 10,000.00 right?"
    assert not clerk.find("confirm.cashright").isChecked()
    keyboard.press(ENTER, SPACE)
    assert focus() == "confirm.pay"
    assert clerk.says("confirm.says") == "Change to give"
    assert clerk.says("confirm.change") == "Rs. 5,085.00"
    keyboard.press(ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.advice") == "Give change Rs. 5,085.00"


# --- what is taken, and what is refused in words ----------------------------------------------


PASTED = ("5000.", "Rs. 5000", "5,000.00 ", "५०००", "रु. ५,०००", "\u200b5000\u200e", "5000/-")


def test_pasted_cash_is_taken_for_what_it_is(clerk: Clerk) -> None:
    at_confirm(clerk)
    for text in PASTED:
        QApplication.clipboard().setText(text)
        clerk.press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
        assert clerk.says("confirm.advice") == READY, text
        assert clerk.says("confirm.change") == "Rs. 85.00", text
        clerk.press(ENTER)
        assert clerk.find("confirm.cash").text() == "5,000", text
        empty_cash(clerk)


def test_nepali_digits_are_cash_and_what_is_no_amount_is_refused_in_words(
    clerk: Clerk, keyboard: Keyboard
) -> None:
    at_confirm(clerk)
    keyboard.type("५०००")
    assert clerk.says("confirm.change") == "Rs. 85.00"
    empty_cash(clerk)
    for text in ("five", "5000.005", "2.000,00", "-5000", "1" * 12):
        clerk.type(text)
        assert clerk.find("confirm.cash").text() == text, "nothing typed is dropped"
        assert clerk.says("confirm.says") == (
            "This is not an amount. Write it in digits, such as 2,000."
        ), text
        assert not clerk.find("confirm.pay").isEnabled(), text
        empty_cash(clerk)


def test_the_box_says_what_is_missing_or_to_give(clerk: Clerk) -> None:
    at_confirm(clerk)
    said = [(clerk.says("confirm.says"), clerk.says("confirm.change"))]
    reasons = [clerk.says("confirm.advice")]
    for digit in "5000":
        clerk.type(digit)
        said.append((clerk.says("confirm.says"), clerk.says("confirm.change")))
        reasons.append(clerk.says("confirm.advice"))
    assert said == [
        ("Change to give", "—"),
        ("Missing", "Rs. 4,910.00"),
        ("Missing", "Rs. 4,865.00"),
        ("Missing", "Rs. 4,415.00"),
        ("Change to give", "Rs. 85.00"),
    ]
    assert reasons[0] == "Enter the cash first."
    assert reasons[1] == "Rs. 4,910.00 missing"
    assert reasons[4] == READY
    assert clerk.find("confirm.pay").accessibleDescription() == READY


# --- a balance that is too low -----------------------------------------------------------------


def test_a_low_balance_locks_the_cash_until_the_clerk_tries_all_the_same(shops: OpenShop) -> None:
    with SandboxServer(PracticeService(token=TEST_TOKEN, credit=100)) as server:
        clerk = shops(connection=Connection(Environment.LIVE, server.url))
        clerk.wait(lambda: clerk.says("top.balance") == "Rs. 100.00")
        at_confirm(clerk)
        assert clerk.says("confirm.lead") == "The balance is too low for this payment."
        assert clerk.says("confirm.lowbalance") == "Try all the same"
        assert clerk.find("confirm.cash").isReadOnly()
        assert clerk.says("confirm.advice") == "Answer the question above first."
        assert focus() == "confirm.stop"
        clerk.press(Qt.Key.Key_F8)
        assert clerk.find("confirm.cash").text() == ""
        clerk.click("confirm.lowbalance")
        clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
        clerk.until_step(Step.RESULT)
        assert clerk.says("result.state") == "NOT PAID"
        assert len([one for one in server.service.heard if "commit" in one.path]) == 1


def test_a_balance_that_comes_late_asks_then_and_more_of_it_answers(
    clerk: Clerk, server: SandboxServer
) -> None:
    at_confirm(clerk)
    session = clerk.app.session
    session.balance = None
    session.balance_changed.emit()
    assert clerk.find("confirm.question").isHidden(), "an unknown balance stops nobody"
    clerk.type("5000")
    server.service.start_again()
    low = server.service
    low._records.refill(low._start_credit - 99_000)
    clerk.press(Qt.Key.Key_F5)
    clerk.wait(lambda: clerk.find("confirm.question").isVisible())
    assert focus() == "confirm.stop", "the keyboard does not stay in a locked field"
    assert not clerk.find("confirm.pay").isEnabled()
    low._records.refill(low._start_credit)
    clerk.press(Qt.Key.Key_F5)
    clerk.wait(lambda: clerk.find("confirm.question").isHidden())
    assert clerk.find("confirm.pay").isEnabled()
    assert clerk.find("confirm.cash").text() == "5000"


def test_a_low_balance_is_asked_about_after_an_earlier_payment(shops: OpenShop) -> None:
    with SandboxServer(PracticeService(token=TEST_TOKEN, credit=5000)) as server:
        clerk = shops(url=server.url)
        clerk.has_paid("online_renew")
        clerk.wait(lambda: clerk.says("top.balance") == "Rs. 85.00")
        at_confirm(clerk)
        assert "already paid" in clerk.says("confirm.lead")
        clerk.click("confirm.again")
        assert clerk.says("confirm.lead") == "The balance is too low for this payment."
        assert not clerk.find("confirm.lowbalance").isChecked(), "each has its own answer"
        assert clerk.find("confirm.cash").isReadOnly()
        assert focus() == "confirm.stop"
        clerk.click("confirm.lowbalance")
        assert not clerk.find("confirm.cash").isReadOnly()
        clerk.click("confirm.again")
        assert clerk.find("confirm.cash").isReadOnly(), "the first answer was taken back"
        assert "already paid" in clerk.says("confirm.lead")


@pytest.mark.parametrize("language", Language)
def test_every_state_of_the_cash_can_be_read(
    shops: OpenShop, server: SandboxServer, language: Language
) -> None:
    clerk = shops(url=server.url, language=language)
    clerk.app.window.resize(1024, 688)
    clerk.until_idle()
    at_confirm(clerk)
    for text in ("", "49", "5000", "999999999", "five"):
        clerk.find("confirm.cash").setText(text)
        for label in (clerk.find("confirm.says"), clerk.find("confirm.advice")):
            assert label.isVisible()
            clerk.wait(partial(is_whole, label))


# --- the mouse ---------------------------------------------------------------------------------


def test_after_a_click_no_key_is_asked_for_once_more(clerk: Clerk, keyboard: Keyboard) -> None:
    at_confirm(clerk)
    clerk.click("confirm.quick0")
    assert clerk.says("confirm.advice") == "Enough cash. Now press Pay."
    clerk.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.type("5000")
    assert clerk.says("confirm.advice") == READY
    clerk.click("confirm.quick0")
    clerk.press(Qt.Key.Key_1, modifier=Qt.KeyboardModifier.AltModifier)
    assert clerk.says("confirm.advice") == READY
    clerk.click("confirm.quick0")
    clerk.click("confirm.pay")
    clerk.until_step(Step.RESULT)
