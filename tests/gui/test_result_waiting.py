"""The result page while a payment waits: it counts down, checks, and changes in place."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ENTER, Clerk
from tests.gui.test_places_kit import words_in
from tests.gui.test_places_waiting_checks import BANNED, open_waiting, settle, stored

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    return shops(url=server.url, clock=clock)


def pay(clerk: Clerk, account: str) -> None:
    clerk.has_paid(account, at_result=True)


def tick(clerk: Clerk) -> None:
    """What the row's timer does."""
    clerk.find("result.check").parentWidget().tick()
    settle(clerk)


def look(clerk: Clerk) -> None:
    clerk.app.window.auto_checker.look()
    settle(clerk)


def test_what_is_queued_and_no_answer_are_told_apart(clerk: Clerk) -> None:
    clerk.pay(ONE, "practice_waiting", ONE, "100000")
    settle(clerk)
    assert "The service is still working on it" in words_in(clerk.app.window)
    assert "It is being processed" in words_in(clerk.app.window), "as Waiting says it"
    assert "No clear answer" not in words_in(clerk.app.window)
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    clerk.pay(ONE, "practice_no_answer", ONE, "100000")
    settle(clerk)
    assert "No clear answer came" in words_in(clerk.app.window)


def test_it_counts_down_and_a_check_changes_the_page_to_paid_in_place(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "practice_no_answer")
    assert clerk.says("result.next_check") == "Next check in 5:00"
    assert not clerk.find("result.check").isEnabled()
    assert "5 minutes after sending" in clerk.says("result.check_note")
    clock.move(timedelta(seconds=28))
    tick(clerk)
    assert clerk.says("result.next_check") == "Next check in 4:32"
    clock.move(timedelta(minutes=5))
    tick(clerk)
    assert clerk.find("result.check").isEnabled()
    seen = words_in(clerk.find("page.result"))
    assert not BANNED.search(seen)
    assert not re.search(r"give.{0,9} back|money back", seen, re.IGNORECASE)
    clerk.click("result.check")
    settle(clerk)
    assert clerk.says("result.state").startswith("PAID")
    assert not clerk.find("result.check").isVisible()
    assert not clerk.sees("window.notice"), "the page itself tells it"
    assert clerk.find("nav.waiting").badge() == ""
    clerk.press(Qt.Key.Key_F9)
    settle(clerk)
    assert stored(clerk, 1).prints == 1


def test_a_result_that_comes_by_itself_changes_the_page_to_not_paid(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "practice_lost")
    assert clerk.find("result.next").hasFocus()
    clock.move(timedelta(minutes=5))
    look(clerk)
    assert clerk.says("result.state").startswith("NOT PAID")
    assert clerk.says("result.advice").startswith("Give back Rs. ")
    assert not clerk.sees("window.notice")
    clerk.press(ENTER)
    assert clerk.stands_at(Step.RESULT), "the cash first"
    clerk.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(clerk)
    assert stored(clerk, 1).cash_returned_at is not None


def test_a_check_that_settles_nothing_says_when_the_next_one_is(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "practice_waiting_long")
    clock.move(timedelta(minutes=6))
    tick(clerk)
    clerk.click("result.check")
    assert not clerk.find("result.check").isEnabled(), "off while it runs"
    settle(clerk)
    assert clerk.says("result.state").startswith("WAITING")
    assert clerk.says("result.next_check") == "Next check in 10:00"
    assert "Last check at 2:24 PM." in clerk.says("result.check_note")


def test_without_the_token_it_says_so(clerk: Clerk, clock: HandClock) -> None:
    pay(clerk, "practice_no_answer")
    clerk.app.use_cases.vault.delete(Environment.TEST)
    clock.move(timedelta(minutes=5))
    tick(clerk)
    assert clerk.says("result.check_note").startswith("There is no token on this computer")
    assert not clerk.find("result.check").isEnabled()


def test_what_was_settled_in_waiting_is_settled_on_the_result_page_too(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "practice_no_answer")
    clock.move(timedelta(minutes=5))
    open_waiting(clerk)
    clerk.press(ENTER)
    settle(clerk)
    assert "is PAID now." in clerk.says("window.notice")
    clerk.press(Qt.Key.Key_F2)
    settle(clerk)
    assert clerk.stands_at(Step.RESULT)
    assert clerk.says("result.state").startswith("PAID")


def test_another_payments_result_does_not_touch_the_page(clerk: Clerk, clock: HandClock) -> None:
    clerk.has_paid("practice_lost")
    pay(clerk, "practice_no_answer")
    clock.move(timedelta(minutes=4))
    look(clerk)
    assert clerk.says("result.state").startswith("WAITING")
    assert stored(clerk, 1).state is PaymentState.WAITING
    clock.move(timedelta(minutes=1))
    clerk.app.window.auto_checker.look()
    settle(clerk)
    assert clerk.says("result.state").startswith("PAID")
    assert "is NOT PAID." in clerk.says("window.notice")


def test_what_came_of_a_paper_is_seen_whole_in_a_low_window(
    shops: OpenShop, server: SandboxServer
) -> None:
    """It stands below all that the page says of the cash, which scrolls there."""
    clerk = shops(url=server.url, size=(1093, 534))
    clerk.until_idle()
    pay(clerk, "practice_waiting")
    message, body = clerk.find("result.message"), clerk.find("page.result").page_body
    for key, control in ((Qt.Key.Key_F9, False), (Qt.Key.Key_S, True)):
        body.verticalScrollBar().setValue(0)
        modifiers = Qt.KeyboardModifier
        clerk.press(key, modifier=modifiers.ControlModifier if control else modifiers.NoModifier)
        clerk.until_idle()
        clerk.wait(message.isVisible)
        # But for its edge: the word of the state above it stays in sight as well.
        for part in (clerk.find("result.state"), *message.findChildren(QLabel)):
            seen = part.visibleRegion().boundingRect().height()
            assert not part.isVisible() or seen + 2 >= part.height(), (key, part)
