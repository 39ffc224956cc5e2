"""What happens to a payment under way when the clerk, the language or the settings change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.settings import Language, Settings
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.overrides import OverridingStore
from desktop_app.settings_store.settings_file import SettingsFile
from tests.clerk import ENTER, ESC, Clerk
from tests.fakes import HandClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from desktop_app.sandbox.replies import Reply
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1


def look_up(clerk: Clerk, account: str) -> None:
    clerk.press(ONE, ENTER)
    clerk.type(account)
    clerk.press(ENTER)


def asked(clerk: Clerk) -> QDialog:
    """The question that stands over the window."""
    found = clerk.app.window.findChild(QDialog, "ask")
    assert found is not None
    return found


def test_an_answer_that_comes_while_another_place_is_open_takes_nothing(
    clerk: Clerk, server: SandboxServer, answer_now: Callable[[], None]
) -> None:
    look_up(clerk, "practice_slow")
    clerk.press(Qt.Key.Key_F3)
    answer_now()
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    clerk.until_idle()
    clerk.press(ENTER)
    clerk.type("5000")
    clerk.press(ENTER, ENTER)
    clerk.until_idle()
    assert server.service.payments == ()
    assert clerk.stands_at(Step.CHOICE)
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    assert clerk.find("choice.list").isVisible()


def test_a_change_of_language_while_looking_up_looks_up_again(
    clerk: Clerk, answer_now: Callable[[], None]
) -> None:
    look_up(clerk, "practice_slow")
    clerk.app.session.set_language(Language.NEPALI)
    answer_now()
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    clerk.until_idle()
    assert clerk.find("choice.list").isVisible()


def test_a_new_payment_at_confirm_asks_first(clerk: Clerk) -> None:
    look_up(clerk, "online_renew")
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F2)
    asked(clerk).reject()
    assert clerk.stands_at(Step.CONFIRM)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "ask") is None)
    # The screen of the tests has no one who gives a window the keyboard back.
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
    clerk.press(Qt.Key.Key_F2)
    asked(clerk).accept()
    clerk.until_idle()
    assert clerk.stands_at(Step.PROVIDER)


def test_a_switch_of_environment_that_cannot_be_stored_changes_nothing(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: SettingsFile, settings: Settings) -> None:
        raise LedgerError(Problem.DISK_FULL)

    monkeypatch.setattr(SettingsFile, "save", full)
    session = clerk.app.session
    session.change(replace(session.settings, environment=Environment.PRACTICE))
    clerk.until_idle()
    assert clerk.says("top.environment") == "TEST"
    assert clerk.find("window.trouble").isVisible()
    clerk.pay(ONE, "online_renew", ONE, "5000")
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.order.environment is Environment.TEST


def test_a_switch_of_environment_shows_its_own_ledger(clerk: Clerk) -> None:
    clerk.has_paid("online_renew", at_result=True)
    session, before = clerk.app.session, clerk.app.window.main_view
    session.change(replace(session.settings, environment=Environment.PRACTICE))
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.until_idle()
    assert clerk.says("top.environment") == "PRACTICE"
    assert clerk.says("today.paid") == "0"
    clerk.has_paid("online_renew", at_result=True)
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.order.environment is Environment.PRACTICE


def test_practice_on_the_command_line_is_not_kept(tmp_path: Path) -> None:
    file = SettingsFile(settings_path(tmp_path))
    file.save(Settings(environment=Environment.LIVE))
    store = OverridingStore(SettingsFile(settings_path(tmp_path)), environment=Environment.PRACTICE)
    running = store.load()
    assert running.environment is Environment.PRACTICE
    store.save(replace(running, language=Language.NEPALI))
    kept = SettingsFile(settings_path(tmp_path)).load()
    assert (kept.environment, kept.language) == (Environment.LIVE, Language.NEPALI)
    store.save(replace(running, environment=Environment.TEST))
    assert SettingsFile(settings_path(tmp_path)).load().environment is Environment.TEST


def test_an_unknown_balance_does_not_block_a_payment(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url)
    clerk.come_to_confirm("online_renew")
    clerk.app.session.balance = None
    clerk.type("5000")
    assert clerk.find("confirm.pay").isEnabled()
    clerk.press(ESC)


def test_a_balance_that_is_too_low_says_so_before_cash_is_taken(clerk: Clerk) -> None:
    low = clerk.app.session
    assert low.balance is not None
    clerk.come_to_confirm("online_due_payment")
    low.balance = replace(low.balance, paisa=100)
    low.balance_changed.emit()
    assert clerk.says("confirm.lead") == "The balance is too low for this payment."
    clerk.type("5000")
    assert not clerk.find("confirm.pay").isEnabled()


def test_a_look_up_that_grew_too_old_is_made_again_and_a_new_price_is_shown(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.come_to_confirm("online_due_and_package", offer=4)
    clerk.type("2000")
    clock.move(timedelta(minutes=6))
    server.service.interpose = dearer
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    clerk.until_idle()
    assert server.service.payments == ()
    assert clerk.says("choice.banner").startswith("The price has changed from Rs. 1,657.00 to")


def dearer(method: str, path: str, body: bytes, proceed: Callable[[], Reply]) -> Reply:
    """The package costs ten rupees more now."""
    reply = proceed()
    return replace(reply, body=reply.body.replace(b"1356", b"1366"))


def test_a_low_balance_is_seen_in_the_top_bar(clerk: Clerk) -> None:
    clerk.wait(lambda: clerk.app.session.balance is not None)
    top = clerk.find("top.balance")
    assert "low" not in top.toolTip()
    clerk.app.session.balance = Money.rupees(9_999)
    clerk.app.session.balance_changed.emit()
    assert "The balance is low." in top.toolTip()
