"""Waiting: checks that a person asks for, and why some cannot be made."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.payments.payment import EventKind, Payment, PaymentState
from desktop_app.sandbox.replies import HTML_TYPE, Reply
from desktop_app.ui.payment_kit.next_check import countdown
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, F4, F5 = Qt.Key.Key_1, Qt.Key.Key_F4, Qt.Key.Key_F5
BANNED = re.compile(r"\b(failed|error|pending|success)\b", re.IGNORECASE)
OUTCOME = re.compile(r"\bpaid\b|give.{0,9} back|money back|return", re.IGNORECASE)


def pay(clerk: Clerk, *accounts: str) -> None:
    """One payment for each practice customer."""
    for account in accounts:
        clerk.has_paid(account)


def pay_with_keys(clerk: Clerk, account: str) -> None:
    clerk.pay(ONE, account, ONE, "100000")
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()


def pay_for_the_owner(clerk: Clerk, clock: HandClock) -> None:
    """One payment that the service has forgotten, in front of Waiting."""
    pay(clerk, "practice_ask_support")
    for minutes in (5, 10):
        clock.move(timedelta(minutes=minutes))
        clerk.app.window.auto_checker.look()
        settle(clerk)
    open_waiting(clerk)


def open_waiting(clerk: Clerk) -> None:
    clerk.press(F4)
    settle(clerk)


def settle(clerk: Clerk) -> None:
    """Until jobs that follow from jobs are done too."""
    for _ in range(4):
        clerk.until_idle()
        QApplication.processEvents()


def tick(clerk: Clerk) -> None:
    """What the page's timer does."""
    clerk.app.window.main_view.current_page.tick()  # type: ignore[union-attr]
    settle(clerk)


def stored(clerk: Clerk, number: int) -> Payment:
    found = ledger_of(clerk.app).payment(number)
    assert found is not None
    return found


def lookups(clerk: Clerk, number: int) -> int:
    events = ledger_of(clerk.app).events(number)
    return [event.kind for event in events].count(EventKind.LOOKED_UP)


def test_a_countdown_is_written_as_on_a_clock() -> None:
    assert [countdown(s) for s in (0, 9, 272, 3599, 3600, 3671)] == [
        "0:00",
        "0:09",
        "4:32",
        "59:59",
        "1:00:00",
        "1:01:11",
    ]


def test_it_counts_down_until_a_check_is_possible_and_an_early_one_is_refused(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_no_answer")
    open_waiting(clerk)
    assert clerk.says("waiting.next.1") == "Next check in 5:00"
    clock.move(timedelta(seconds=28))
    tick(clerk)
    assert clerk.says("waiting.next.1") == "Next check in 4:32"
    assert clerk.says("waiting.known.1") == "No answer yet. First check after 5 minutes."
    assert not clerk.find("waiting.check.1").isEnabled()
    clerk.press(ENTER)
    clerk.click("waiting.check.1")
    settle(clerk)
    assert lookups(clerk, 1) == 0
    # It is possible when the first minutes are over, without reading again.
    clock.move(timedelta(seconds=272))
    tick(clerk)
    assert clerk.find("waiting.check.1").isEnabled()
    assert clerk.says("waiting.next.1") == "Next check now"
    assert clerk.says("waiting.known.1") == "No answer yet. The first check is due."


def test_enter_checks_the_chosen_payment_and_the_card_says_paid_in_place(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay_with_keys(clerk, "practice_no_answer")
    pay(clerk, "practice_waiting_long")
    clock.move(timedelta(minutes=5))
    open_waiting(clerk)
    clerk.press(ENTER)
    assert not clerk.find("waiting.check.1").isEnabled(), "off while it runs"
    clerk.press(ENTER)
    settle(clerk)
    assert lookups(clerk, 1) == 1
    assert clerk.says("waiting.state.1") == "PAID"
    assert clerk.find("waiting.card.1").hasFocus()
    assert "is PAID now." in clerk.says("window.notice")
    assert clerk.says("waiting.state.2") == "WAITING"
    assert clerk.find("nav.waiting").badge() == "1"
    clerk.press(Qt.Key.Key_F9)
    settle(clerk)
    assert stored(clerk, 1).prints == 1, "its receipt can be printed at once"
    clerk.press(F4)
    settle(clerk)
    assert clerk.find("waiting.card.2").isVisible()
    assert "practice_no_answer" not in "\n".join(clerk.texts()), "seen, and gone with the next look"


def test_a_check_by_mouse_keeps_the_keyboard_in_the_card_and_moves_no_other_away(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_waiting_long", "practice_waiting_not_paid")
    clock.move(timedelta(minutes=6))
    open_waiting(clerk)
    clerk.click("waiting.check.1")
    assert clerk.find("waiting.card.1").hasFocus()
    settle(clerk)
    assert re.match(r"1 check.*\. Last: 2:24 PM: still processing\.", clerk.says("waiting.known.1"))
    assert clerk.says("waiting.next.1") == "Next check in 10:00"
    seen = words_in(clerk.find("waiting.card.1"))
    assert not OUTCOME.search(seen)
    assert not BANNED.search(seen)
    # Nor does the button of another card, while the mouse is pressed there.
    button = clerk.find("waiting.check.2")
    before = button.mapTo(clerk.app.window, QPoint())
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    settle(clerk)
    assert button.mapTo(clerk.app.window, QPoint()) == before
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    settle(clerk)
    assert lookups(clerk, 2) == 1
    card = clerk.find("waiting.card.2")
    clerk.wait(lambda: card.details is not None and bool(card.details.isVisible()))


def test_not_paid_moves_to_the_cash_to_give_back_and_keeps_the_keyboard(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_lost", "practice_waiting_long")
    clock.move(timedelta(minutes=5))
    open_waiting(clerk)
    clerk.press(ENTER)
    settle(clerk)
    assert clerk.says("waiting.state.1") == "NOT PAID"
    assert "Money to give back" in clerk.texts()
    assert clerk.find("waiting.card.1").hasFocus()
    assert clerk.find("waiting.card.1").y() > clerk.find("waiting.card.2").y()
    clerk.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(clerk)
    assert stored(clerk, 1).cash_returned_at is not None


def test_f5_checks_all_that_are_due_and_shows_how_far_it_is(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_no_answer", "practice_lost", "practice_waiting_long")
    open_waiting(clerk)
    clerk.press(F5)
    settle(clerk)
    assert clerk.says("waiting.message") == "No check is due now."
    clock.move(timedelta(minutes=5))
    said: list[str] = []
    button = clerk.find("waiting.check_all")
    page: Any = clerk.app.window.main_view.current_page  # type: ignore[union-attr]
    page._checking.progressed.connect(lambda: said.append(button.text()))
    clerk.press(F5)
    assert not button.isEnabled()
    settle(clerk)
    assert "Checking 1 of 3…" in said
    assert button.text() == "Check all that are due"
    assert button.isEnabled()
    states = [stored(clerk, number).state for number in (1, 2, 3)]
    assert states == [PaymentState.PAID, PaymentState.NOT_PAID, PaymentState.WAITING]
    assert clerk.says("waiting.state.1") == "PAID"
    assert clerk.says("waiting.state.2") == "NOT PAID"
    assert clerk.says("waiting.state.3") == "WAITING"


def test_a_result_that_comes_by_itself_changes_the_chip_in_place(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_no_answer", "practice_waiting_long")
    open_waiting(clerk)
    clerk.press(Qt.Key.Key_Down)
    clock.move(timedelta(minutes=5))
    clerk.app.window.auto_checker.look()
    settle(clerk)
    assert clerk.says("waiting.state.1") == "PAID"
    assert clerk.find("waiting.card.2").hasFocus(), "the keyboard stays where it is"


def test_what_waits_is_counted_down_again_after_a_restart(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_waiting_long")
    clock.move(timedelta(minutes=5))
    open_waiting(clerk)
    clerk.press(ENTER)
    settle(clerk)
    clerk.app.close()
    clock.move(timedelta(minutes=2, seconds=30))
    again = shops(url=server.url, clock=clock)
    open_waiting(again)
    assert again.says("waiting.next.1") == "Next check in 7:30"
    assert "Last: 2:23 PM: still processing." in again.says("waiting.known.1")
    assert again.find("waiting.check.1").isEnabled()


def test_check_all_goes_on_singly_where_the_call_for_several_does_not_work(
    shops: OpenShop, server: SandboxServer
) -> None:
    asked: list[str] = []

    def broken(method: str, path: str, body: bytes, answer: Callable[[], Reply]) -> Reply:
        asked.extend(["bulk"] if "/bulk/" in path else ["single"] if "/status/" in path else [])
        return Reply(500, b"<h1>500</h1>", HTML_TYPE) if "/bulk/" in path else answer()

    server.service.interpose = broken
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "practice_no_answer", "practice_server_error")
    clock.move(timedelta(minutes=6))
    open_waiting(clerk)
    clerk.press(F5)
    settle(clerk)
    assert [stored(clerk, number).state for number in (1, 2)] == [PaymentState.PAID] * 2
    assert asked == ["bulk", "single", "single"]
