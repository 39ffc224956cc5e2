"""What is the owner's is reached with the owner's PIN and never without it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.operators import PROOF_SECONDS
from desktop_app.core.payments.payment import EventKind
from desktop_app.data_folder import ledger_path
from tests.blank_ledger import put_blank_ledger
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.owner_kit import back, come, question_of
from tests.gui.service_kit import left_behind, slow_until_told
from tests.gui.test_places_waiting_checks import open_waiting, pay_for_the_owner, settle
from tests.people_kit import RAMS, SITAS, journal_of, people_in
from tests.unit.backup_kit import damage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="module")
def forgotten(
    qapp: object, lasting_server: SandboxServer, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of a shop with people, and with a payment that the owner must decide."""
    folder, clock = tmp_path_factory.mktemp("forgotten") / "shop", HandClock()

    def work(clerk: Clerk) -> None:
        come(clerk, Qt.Key.Key_2, RAMS)
        pay_for_the_owner(clerk, clock)

    people_in(folder)
    return left_behind(folder, lasting_server.url, clock, work)


@pytest.fixture
def answer_now(lasting_server: SandboxServer) -> Iterator[Callable[[], None]]:
    """What is slow at that shop's service is answered when this is called, and not before."""
    with slow_until_told(lasting_server) as answer:
        yield answer


@pytest.fixture
def clerk(
    shops: OpenShop,
    forgotten: Path,
    lasting_server: SandboxServer,
    tmp_path: Path,
    clock: HandClock,
) -> Clerk:
    """Ram is at the counter of that shop, in front of Waiting."""
    shutil.copytree(forgotten, tmp_path / "shop")
    clock.move(timedelta(minutes=15))
    clerk = shops(url=lasting_server.url, clock=clock)
    come(clerk, Qt.Key.Key_2, RAMS)
    open_waiting(clerk)
    return clerk


def test_only_the_owner_decides_and_the_decision_names_who_proved_it(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk.press(ENTER)
    question = question_of(clerk)
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    clerk.type(RAMS)
    clerk.press(ENTER)
    clerk.until_idle()
    assert question.isVisible()
    clerk.press(ESC)
    back(clerk)
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    assert clerk.find("decide.by").text() == "Sita"
    assert clerk.find("decide.by").isReadOnly()
    QTest.mouseClick(clerk.find("decide.not_paid"), Qt.MouseButton.LeftButton)
    clerk.find("decide.reason").setText("Support, ticket 4711")
    QTest.mouseClick(clerk.find("decide.save"), Qt.MouseButton.LeftButton)
    back(clerk)
    decided = ledger_of(clerk.app).events(1)[-1]
    assert decided.kind is EventKind.DECIDED
    assert dict(decided.content)["by"] == "Sita"
    clerk.app.close()
    assert ("owner_proved", "Sita", '{"action":"reviews"}') in journal_of(tmp_path / "shop")


def test_one_pin_opens_one_decision_and_nothing_else(clerk: Clerk) -> None:
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    clerk.find("decide.cancel").click()
    back(clerk)
    clerk.press(Qt.Key.Key_F12)
    question_of(clerk)
    clerk.press(ESC)
    back(clerk)
    open_waiting(clerk)
    clerk.press(ENTER)
    question_of(clerk)


def test_the_counter_is_never_locked_while_a_payment_is_sent(
    clerk: Clerk, answer_now: Callable[[], None]
) -> None:
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("practice_slow_pay")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    screen = clerk.app.window.lock_screen
    assert clerk.app.window.flow.sending
    QTest.keyClick(clerk.app.window, Qt.Key.Key_F11)
    screen._idle.timeout.emit()
    assert screen.page is None
    # Locked from elsewhere, such as a change of people, it waits for the answer.
    screen.lock()
    assert screen.page is None
    answer_now()
    clerk.until_step(Step.RESULT)
    clerk.wait(lambda: screen.page is not None)
    come(clerk, Qt.Key.Key_2, RAMS)
    assert clerk.stands_at(Step.RESULT)
    assert clerk.find("result.state").isVisible()


def test_minutes_without_use_lock_over_an_owners_question_and_nobody_finds_it_open_again(
    clerk: Clerk,
) -> None:
    """The owner proved it, went to the door, and a clerk comes to the counter."""
    clerk.press(ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.app.window.findChild(QDialog, "waiting.decide") is not None)
    clerk.find("decide.reason").setText("half of a rea")
    screen = clerk.app.window.lock_screen
    # A lock that a person wants waits for the question's end.
    screen.lock()
    assert screen.page is None
    screen._wanted = None
    screen._idle.timeout.emit()
    assert screen.page is not None
    clerk.until_idle()
    assert clerk.app.window.findChild(QDialog, "waiting.decide") is None
    come(clerk, Qt.Key.Key_2, RAMS)
    assert QApplication.activeModalWidget() is None
    assert ledger_of(clerk.app).events(1)[-1].kind is not EventKind.DECIDED


def test_what_moves_the_credit_and_what_it_earns_is_the_owners(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_B, modifier=CONTROL)
    settle(clerk)
    for key, opened in ((Qt.Key.Key_T, "credit.note"), (Qt.Key.Key_R, "credit.request")):
        clerk.press(key, modifier=CONTROL)
        question_of(clerk)
        assert clerk.app.window.findChild(QDialog, opened) is None
        clerk.press(ESC)
        back(clerk)
        assert clerk.app.window.findChild(QDialog, opened) is None
    clerk.press(Qt.Key.Key_M, modifier=CONTROL)
    question_of(clerk)
    assert clerk.app.window.main_view.current() == "credit"  # type: ignore[union-attr]
    clerk.type(SITAS)
    clerk.press(ENTER)
    back(clerk)
    settle(clerk)
    assert clerk.app.window.main_view.current() == "commission"  # type: ignore[union-attr]
    # Who comes next does not see it.
    clerk.app.window.lock_screen.lock()
    come(clerk, Qt.Key.Key_2, RAMS)
    settle(clerk)
    assert clerk.app.window.main_view.current() != "commission"  # type: ignore[union-attr]


def test_beginning_an_empty_record_is_the_owners_also_in_settings_left_open(
    shops: OpenShop, server: SandboxServer, clock: HandClock, tmp_path: Path
) -> None:
    """The owner opened the settings and went to the door; the record is a damaged one."""
    record = ledger_path(tmp_path / "shop", Environment.TEST)
    people_in(tmp_path / "shop")
    put_blank_ledger(record)
    damage(record)
    clerk = shops(url=server.url, clock=clock)
    come(clerk, Qt.Key.Key_1, SITAS)
    clerk.press(Qt.Key.Key_F12)
    clerk.click("settings.nav.backup")
    settle(clerk)
    clock.move(timedelta(seconds=PROOF_SECONDS + 1))
    for pin, is_begun in (("", False), (RAMS, False), (SITAS, True)):
        clerk.click("settings.backup.now")
        clerk.click("ask.yes")
        question_of(clerk)
        clerk.type(pin)
        clerk.press(ENTER)
        clerk.until_idle()
        if not is_begun:
            clerk.press(ESC)
        back(clerk)
        settle(clerk)
        assert bool(list(record.parent.glob("test.db.damaged-*"))) is is_begun
