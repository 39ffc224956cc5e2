"""The owner forgot the PIN: the shop's token, typed into the real window, sets it anew."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.journal import JournalKind
from desktop_app.core.settings import Language
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.ui.lock.pin_reset_dialog import PinResetDialog
from tests.clerk import ENTER, ESC
from tests.fakes import HandClock
from tests.gui.lock_kit import F2, F12, Shop, opened
from tests.people_kit import RAMS, SITAS, journal_of, people_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TOKEN, NEW = "AbCdEfGhIjKlMnOpQrSt", "8264"
TAB = Qt.Key.Key_Tab


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def answer() -> threading.Event:
    """Set, it ends what is slow at the service."""
    return threading.Event()


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path, clock: HandClock, answer: threading.Event) -> Iterator[Shop]:
    """A shop with people and no token; its counter is locked."""
    people_in(tmp_path / "data")
    service = PracticeTransport(PracticeService(), sleep=lambda _: answer.wait(60))
    shop = opened(tmp_path / "data", clock=clock, transport=service)
    shop.wait(lambda: shop.lock is not None)
    yield shop
    answer.set()
    shop.app.close()


@pytest.fixture
def with_token(shop: Shop) -> Shop:
    shop.app.window._context.vault.save(Environment.LIVE, TOKEN)
    return shop


def dialog_of(shop: Shop) -> PinResetDialog:
    found = [at for at in shop.app.window.findChildren(PinResetDialog) if at.isVisible()]
    assert found
    found[-1].activateWindow()
    shop.until_idle()
    shop.wait(lambda: found[-1].isAncestorOf(QApplication.focusWidget() or shop.app.window))
    return found[-1]


def dialog_is_open(shop: Shop) -> bool:
    return any(at.isVisible() for at in shop.app.window.findChildren(PinResetDialog))


def by_tab(shop: Shop, name: str) -> None:
    """Go to a control by Tab alone."""
    for _ in range(30):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        shop.press(TAB)
    raise AssertionError(f"Tab does not come to {name}")


def told(shop: Shop) -> str:
    found = shop.find("window.pin_notice")
    return found.accessibleName() if found.isVisible() else ""


def test_at_the_locked_counter_by_keys_alone(with_token: Shop, tmp_path: Path) -> None:
    shop = with_token
    shop.back_to_window()
    by_tab(shop, "lock.forgotten")
    shop.press(Qt.Key.Key_Space)
    dialog_of(shop)
    assert shop.find("reset.token").hasFocus()
    shop.type("AbCdEfGhIjKlMnOpQrSu")
    shop.press(ENTER)
    shop.type(NEW)
    shop.press(ENTER)
    shop.type(NEW)
    shop.press(ENTER)
    shop.until_idle()
    assert shop.says("reset.note") == "This is not the token of the shop."
    assert shop.find("reset.token").hasFocus()
    assert shop.says("reset.token") == ""
    shop.type(TOKEN)
    shop.press(ENTER)
    shop.until_idle()
    assert not dialog_is_open(shop)
    shop.back_to_window()
    assert shop.lock is not None, "who set it still has to type it"
    assert told(shop).startswith("The PIN of Sita was set anew: ")
    shop.come(Qt.Key.Key_2, RAMS)
    assert told(shop), "a clerk's PIN does not put it away"
    shop.press(Qt.Key.Key_F11)
    shop.come(Qt.Key.Key_1, NEW)
    assert not told(shop)
    kinds = [kind for kind, *_ in journal_of(tmp_path / "data")]
    assert kinds.count(JournalKind.RESET_REFUSED) == 1
    assert kinds.count(JournalKind.PIN_SET_ANEW) == 1


def test_at_the_owners_question_by_mouse(with_token: Shop) -> None:
    shop = with_token
    shop.come(Qt.Key.Key_2, RAMS)
    shop.press(F12)
    shop.click("owner.forgotten")
    dialog_of(shop)
    QGuiApplication.clipboard().setText(f" {TOKEN}\n")
    shop.click("reset.paste")
    for name in ("reset.pin", "reset.again"):
        shop.click(name)
        shop.type(NEW)
    shop.click("reset.save")
    shop.wait(lambda: not dialog_is_open(shop))
    assert shop.question is not None
    shop.answer(SITAS)
    assert shop.question is not None
    shop.answer(NEW)
    shop.wait(lambda: shop.question is None)
    assert shop.section == "settings"
    shop.until_idle()
    assert not told(shop)


def test_a_pin_that_may_be_none_is_refused_before_the_token_is_compared(
    with_token: Shop, tmp_path: Path
) -> None:
    shop = with_token
    for pin, again, words in (
        ("123", "123", "At least 4 digits."),
        ("1234", "1234", "Not digits in a row, like 1234."),
        (NEW, "8265", "The two PINs are not the same."),
    ):
        shop.click("lock.forgotten")
        dialog_of(shop)
        for name, text in (("reset.token", TOKEN), ("reset.pin", pin), ("reset.again", again)):
            shop.find(name).setFocus()
            shop.type(text)
        shop.click("reset.save")
        assert shop.says("reset.note") == words
        shop.press(ESC)
        shop.until_idle()
        shop.back_to_window()
    assert "pin_set_anew" not in [kind for kind, *_ in journal_of(tmp_path / "data")]


def test_wrong_tokens_lock_and_the_window_says_until_when(with_token: Shop) -> None:
    shop = with_token
    shop.click("lock.forgotten")
    dialog_of(shop)
    for name in ("reset.pin", "reset.again"):
        shop.find(name).setFocus()
        shop.type(NEW)
    for _ in range(6):
        shop.find("reset.token").setFocus()
        shop.type("x")
        shop.press(ENTER)
        shop.until_idle()
    assert shop.says("reset.note").startswith("Too many wrong tries. The next one is possible: ")


def test_a_shop_without_a_token_waits_and_everybody_is_told(
    shop: Shop, clock: HandClock, tmp_path: Path
) -> None:
    shop.click("lock.forgotten")
    dialog_of(shop)
    assert shop.says("reset.note").startswith("This computer keeps no token of the shop for LIVE.")
    assert not shop.find("reset.token").isVisible()
    assert shop.says("reset.save") == "Ask for it now"
    shop.press(ENTER)
    shop.until_idle()
    assert shop.says("reset.note").startswith("It was asked for: ")
    assert not shop.find("reset.save").isEnabled()
    shop.press(ESC)
    shop.app.close()
    clock.move(timedelta(hours=23))
    again = opened(tmp_path / "data", clock=clock)
    try:
        again.wait(lambda: again.lock is not None)
        assert told(again).startswith("Somebody asked to set the PIN of Sita anew: ")
        again.app.session.set_language(Language.NEPALI)
        again.until_idle()
        assert "Sita" in told(again)
        assert "Somebody" not in told(again)
        clock.move(timedelta(hours=1))
        again.click("lock.forgotten")
        dialog_of(again)
        assert again.find("reset.pin").hasFocus()
        again.type(NEW)
        again.press(ENTER)
        again.type(NEW)
        again.press(ENTER)
        again.wait(lambda: not dialog_is_open(again))
        again.until_idle()
        again.back_to_window()
        again.come(Qt.Key.Key_1, NEW)
        assert not told(again)
    finally:
        again.app.close()


def test_no_pin_is_set_anew_while_a_payment_is_being_sent(
    with_token: Shop, answer: threading.Event, tmp_path: Path
) -> None:
    shop = with_token
    shop.come(Qt.Key.Key_2, RAMS)
    shop.press(F2)
    shop.press(Qt.Key.Key_1, ENTER)
    shop.type("practice_slow_pay")
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    shop.press(Qt.Key.Key_1, ENTER)
    shop.until_idle()
    shop.press(Qt.Key.Key_F8, ENTER, ENTER)
    assert shop.app.tasks.is_paying
    # No key and no button leads there now; and the dialog itself refuses.
    shop.press(F12)
    assert shop.question is None
    owner = shop.app.window._context.gate.people.owners[0]
    dialog = PinResetDialog(shop.app.window._context, shop.app.window, owner)
    dialog.ask()
    dialog.activateWindow()
    shop.wait(lambda: shop.find("reset.token").isEnabled())
    for name, text in (("reset.token", TOKEN), ("reset.pin", NEW), ("reset.again", NEW)):
        shop.find(name).setFocus()
        shop.type(text)
    dialog.save()
    assert shop.says("reset.note") == "A payment is being sent. Wait for the answer."
    dialog.reject()
    answer.set()
    shop.until_step(Step.RESULT)
    assert "pin_set_anew" not in [kind for kind, *_ in journal_of(tmp_path / "data")]
