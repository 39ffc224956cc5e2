"""The window asks about paid bills each evening and on demand, and says what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.payments.event_content import reversal_in
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.sweep import SweepResult
from desktop_app.ui.payment_kit.sweep_button import result_text
from tests.clerk import Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.test_places_waiting_checks import pay, pay_with_keys, settle, stored

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from desktop_app.ui.runtime.paid_sweep import PaidSweep
    from tests.gui.conftest import OpenShop


def window_s_sweep(clerk: Clerk) -> PaidSweep:
    return clerk.app.window._context.sweep


def ask_today(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_F8)
    settle(clerk)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    return shops(url=server.url, clock=clock)


def test_a_day_on_which_nothing_came_back_says_so(clerk: Clerk) -> None:
    pay_with_keys(clerk, "rambdr_thapa")
    before = ledger_of(clerk.app).events(1)
    ask_today(clerk)
    assert clerk.says("dayclose.said") == "1 paid bill checked. None came back."
    assert ledger_of(clerk.app).events(1) == before
    assert ledger_of(clerk.app).sweeps.last() is None, "what a person asks for is no evening"


def test_what_came_back_is_told_above_every_page_and_in_the_day(clerk: Clerk) -> None:
    pay(clerk, "rambdr_thapa", "practice_taken_back")
    ask_today(clerk)
    assert clerk.says("dayclose.said").startswith("2 paid bills checked. 1 bill came back")
    assert "came back from the company" in clerk.says("window.notice")
    assert clerk.find("nav.waiting").badge() == "1"
    assert "#2" in "\n".join(clerk.texts())
    ask_today(clerk)
    assert clerk.says("dayclose.said") == "1 paid bill checked. None came back.", "it is told once"


def test_one_payment_is_asked_about_where_it_is_shown(clerk: Clerk) -> None:
    pay(clerk, "rambdr_thapa", "practice_taken_back")
    clerk.press(Qt.Key.Key_F3)
    settle(clerk)
    assert clerk.find("payments.ask").isVisible()
    clerk.press(Qt.Key.Key_F8)
    settle(clerk)
    assert "1 bill came back" in clerk.says("payments.message")
    assert clerk.says("payments.state") == "MONEY CAME BACK"
    assert not clerk.find("payments.ask").isVisible()
    assert not stored(clerk, 1).owes_reversal
    clerk.press(Qt.Key.Key_Down)
    settle(clerk)
    clerk.click("payments.ask")
    settle(clerk)
    assert clerk.says("payments.message") == "1 paid bill checked. None came back."


@pytest.mark.parametrize("by_key", [False, True])
def test_the_owner_records_what_support_said(clerk: Clerk, by_key: bool) -> None:
    """The service itself still says Success."""
    pay(clerk, "rambdr_thapa")
    clerk.press(Qt.Key.Key_F3)
    settle(clerk)
    if by_key:
        assert clerk.find("payments.cameback").key == "Ctrl B"
        clerk.press(Qt.Key.Key_B, modifier=Qt.KeyboardModifier.ControlModifier)
    else:
        clerk.click("payments.cameback")
    dialog = clerk.app.window.findChild(QDialog, "waiting.decide")
    assert dialog is not None
    reason, by, save = (
        dialog.findChildren(QWidget, f"decide.{name}")[0] for name in ("reason", "by", "save")
    )
    choice = dialog.findChildren(QWidget, "decide.not_paid")
    assert len(choice) == 1
    assert dialog.findChild(QWidget, "decide.paid") is None
    QTest.mouseClick(choice[0], Qt.MouseButton.LeftButton)
    QTest.keyClicks(reason, "ticket 12: sent back")
    QTest.keyClicks(by, "Gopal")
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    settle(clerk)
    after = stored(clerk, 1)
    assert (after.state, after.owes_reversal) == (PaymentState.PAID, True)
    assert reversal_in(ledger_of(clerk.app).events(1)[-1]).by == "Gopal"
    assert "came back from the company" in clerk.says("window.notice")


def test_an_evening_is_swept_by_itself_once(clerk: Clerk, clock: HandClock) -> None:
    pay(clerk, "rambdr_thapa", "practice_taken_back")
    sweep = window_s_sweep(clerk)
    clock.move(timedelta(days=1))
    sweep.look()
    settle(clerk)
    assert stored(clerk, 2).owes_reversal
    assert not stored(clerk, 1).owes_reversal
    ended = ledger_of(clerk.app).sweeps.last()
    assert ended == clock.now()
    clock.move(timedelta(minutes=10))
    sweep.look()
    settle(clerk)
    assert ledger_of(clerk.app).sweeps.last() == ended


def test_without_an_answer_the_evening_is_tried_again(
    shops: OpenShop, clock: HandClock, server: SandboxServer
) -> None:
    clerk = shops(url=server.url, clock=clock)
    pay(clerk, "rambdr_thapa")
    server.stop()
    clock.move(timedelta(days=1))
    window_s_sweep(clerk).look()
    settle(clerk)
    assert ledger_of(clerk.app).sweeps.last() is None
    assert stored(clerk, 1).reversed_at is None


def test_no_step_is_begun_while_a_payment_is_being_sent(clerk: Clerk) -> None:
    pay(clerk, "practice_taken_back")
    sweep, tasks = window_s_sweep(clerk), clerk.app.tasks
    tasks._paying.add(0)
    sweep.ask_one(Environment.TEST, 1)
    settle(clerk)
    assert sweep.is_running
    assert not stored(clerk, 1).owes_reversal
    tasks._paying.discard(0)
    clerk.wait(lambda: not sweep.is_running)
    assert stored(clerk, 1).owes_reversal


def test_another_environment_is_not_touched(clerk: Clerk) -> None:
    pay(clerk, "practice_taken_back")
    sweep = window_s_sweep(clerk)
    sweep.ask_one(Environment.PRACTICE, 1)
    settle(clerk)
    assert not stored(clerk, 1).owes_reversal


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (SweepResult(checked=3), "None came back."),
        (SweepResult(unasked=2), "2 bills got no clear answer: nothing was changed."),
    ],
)
def test_the_result_is_said_in_numbers(clerk: Clerk, result: SweepResult, words: str) -> None:
    assert result_text(result) == (f"{result.checked} paid bills checked.", words)
