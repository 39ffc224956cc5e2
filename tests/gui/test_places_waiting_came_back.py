"""Waiting: a paid bill that the company sent back is paid again, or its cash given back once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.event_content import settlement_in
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.core.shop import Till
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.service_kit import left_behind
from tests.gui.test_places_waiting_checks import open_waiting, pay, settle, stored

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


def sweep(clerk: Clerk) -> None:
    """Ask the service about the day's paid bills, by keys."""
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_F8)
    settle(clerk)


def in_drawer(clerk: Clerk) -> Money:
    shifts = clerk.app.use_cases.environments.shifts(Environment.TEST)
    shift = shifts.current(Till())
    return sum((m.amount for m in shifts.movements(shift.number)), start=ZERO) if shift else ZERO


@pytest.fixture(scope="module")
def came_back(
    qapp: object, lasting_server: SandboxServer, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of a shop with one paid bill that came back."""

    def work(clerk: Clerk) -> None:
        pay(clerk, "practice_taken_back")
        assert stored(clerk, 1).state is PaymentState.PAID
        sweep(clerk)
        assert "1 bill came back" in clerk.says("dayclose.said")
        assert stored(clerk, 1).owes_reversal

    folder = tmp_path_factory.mktemp("came-back") / "shop"
    return left_behind(folder, lasting_server.url, HandClock(), work)


@pytest.fixture
def clerk(shops: OpenShop, came_back: Path, tmp_path: Path, lasting_server: SandboxServer) -> Clerk:
    """In that shop, in front of Waiting."""
    shutil.copytree(came_back, tmp_path / "shop")
    clerk = shops(url=lasting_server.url, clock=HandClock())
    open_waiting(clerk)
    return clerk


def test_it_says_what_came_back_and_stays_paid_in_the_record(clerk: Clerk) -> None:
    assert clerk.says("waiting.state.1") == "MONEY CAME BACK"
    assert "sent your payment back" in clerk.says("waiting.tell.1")
    assert "Money came back from the company" in clerk.says("waiting.known.1")
    assert clerk.find("nav.waiting").badge() == "1"
    assert stored(clerk, 1).state is PaymentState.PAID
    clerk.press(Qt.Key.Key_Right)
    assert "does not count it as paid any more" in "\n".join(clerk.texts())


def test_its_cash_goes_back_once(clerk: Clerk) -> None:
    before = in_drawer(clerk)
    assert before == stored(clerk, 1).order.cash_due
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    settle(clerk)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    settle(clerk)
    assert in_drawer(clerk) == ZERO
    kinds = [event.kind for event in ledger_of(clerk.app).events(1)]
    assert kinds.count(EventKind.REVERSAL_SETTLED) == 1
    assert stored(clerk, 1).state is PaymentState.PAID
    assert clerk.says("waiting.empty") == "Nothing is waiting"


def test_enter_leads_to_a_payment_of_the_same_customer_that_settles_it(clerk: Clerk) -> None:
    before = in_drawer(clerk)
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    assert clerk.find("confirm.replaced").isVisible()
    assert "is in the drawer" in clerk.find("confirm.replaced").text()
    clerk.type("1356")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    new = stored(clerk, 2)
    assert (new.state, new.order.instead_of) == (PaymentState.PAID, 1)
    assert not stored(clerk, 1).owes_reversal
    assert settlement_in(ledger_of(clerk.app).events(1)[-1]).paid_again == 2
    # The cash of the first one is that of the second.
    assert in_drawer(clerk) == new.order.cash_due
    assert before == stored(clerk, 1).order.cash_due


def test_the_owner_can_settle_it_without_cash(clerk: Clerk) -> None:
    before = in_drawer(clerk)
    clerk.click("waiting.settle.1")
    asked = clerk.app.window.findChild(QDialog, "ask")
    assert asked is not None
    yes = asked.findChild(QWidget, "ask.yes")
    assert yes is not None
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    settle(clerk)
    assert not stored(clerk, 1).owes_reversal
    assert in_drawer(clerk) == before


def test_a_complaint_can_be_made_about_it(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F8)
    settle(clerk)
    text = clerk.app.window.findChild(QWidget, "complaint.text")
    assert text is not None
    assert "do not count it as paid" in text.toPlainText()  # type: ignore[attr-defined]
    assert "Failed" in text.toPlainText()  # type: ignore[attr-defined]
