"""Waiting: what only the owner can decide, with a reason."""

from __future__ import annotations

import shutil
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.core.payments.payment import EventKind, PaymentState
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.service_kit import left_behind
from tests.gui.test_places_waiting_checks import (
    open_waiting,
    pay_for_the_owner,
    settle,
    stored,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

REASON = "Support, ticket 4711: it never reached WorldLink"


@pytest.fixture(scope="module")
def forgotten(
    qapp: object, lasting_server: SandboxServer, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of a shop with one payment that the service has forgotten."""
    folder, clock = tmp_path_factory.mktemp("forgotten") / "shop", HandClock()
    work = partial(pay_for_the_owner, clock=clock)
    return left_behind(folder, lasting_server.url, clock, work)


@pytest.fixture
def clerk(shops: OpenShop, forgotten: Path, tmp_path: Path, lasting_server: SandboxServer) -> Clerk:
    """In that shop, in front of Waiting."""
    shutil.copytree(forgotten, tmp_path / "shop")
    clock = HandClock()
    clock.move(timedelta(minutes=15))
    clerk = shops(url=lasting_server.url, clock=clock)
    open_waiting(clerk)
    return clerk


class Answering:
    """The dialog, filled in by its owner."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        found = clerk.app.window.findChild(QDialog, "waiting.decide")
        assert found is not None
        self.dialog = found

    def part(self, name: str) -> Any:
        found = self.dialog.findChild(QWidget, f"decide.{name}")
        assert found is not None
        return found

    def click(self, name: str) -> None:
        QTest.mouseClick(self.part(name), Qt.MouseButton.LeftButton)

    def save(self) -> None:
        self.click("save")
        self._clerk.app.window.activateWindow()
        settle(self._clerk)


def decide(clerk: Clerk) -> Answering:
    clerk.press(ENTER)
    return Answering(clerk)


def test_it_says_why_a_person_is_needed_and_saves_nothing_without_a_choice_a_reason_and_a_name(
    clerk: Clerk,
) -> None:
    assert clerk.says("waiting.state.1") == "ASK SUPPORT"
    known = clerk.says("waiting.known.1")
    assert known.startswith("The service took it on first and does not know it now.")
    clerk.click("waiting.copy.1")
    assert QGuiApplication.clipboard().text() == stored(clerk, 1).order.reference
    assert not clerk.find("waiting.check.1").isVisible()
    clerk.find("waiting.card.1").setFocus()
    ask = decide(clerk)
    assert not ask.part("save").isEnabled()
    assert ask.part("missing").text() == "Choose what support answered"
    ask.click("not_paid")
    assert ask.part("missing").text() == "Write the reason"
    ask.part("reason").setText("   ")
    ask.part("by").setText("Ganesh")
    assert not ask.part("save").isEnabled()
    ask.save()
    assert ask.dialog.isVisible()
    ask.part("reason").setText(REASON)
    ask.part("by").setText(" ")
    assert ask.part("missing").text() == "Write who decides"
    ask.save()
    assert stored(clerk, 1).state is PaymentState.REVIEW
    QTest.keyClick(ask.dialog, ESC)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.REVIEW


def test_not_paid_moves_to_the_cash_to_give_back(clerk: Clerk) -> None:
    ask = decide(clerk)
    ask.click("not_paid")
    ask.part("reason").setText(REASON)
    ask.part("by").setText("Ganesh")
    ask.save()
    assert stored(clerk, 1).state is PaymentState.NOT_PAID
    decided = ledger_of(clerk.app).events(1)[-1]
    assert decided.kind is EventKind.DECIDED
    assert dict(decided.content) == {"reason": REASON, "by": "Ganesh"}
    assert clerk.says("waiting.state.1") == "NOT PAID"
    assert clerk.says("waiting.known.1") == f"Decided by the owner: NOT PAID “{REASON}” (Ganesh)"
    assert clerk.find("waiting.card.1").hasFocus()
    clerk.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(clerk)
    assert stored(clerk, 1).cash_returned_at is not None
    assert clerk.find("waiting.empty").isVisible()


def test_paid_gives_a_receipt(clerk: Clerk) -> None:
    ask = decide(clerk)
    ask.click("paid")
    ask.part("reason").setText("Support found it at WorldLink")
    ask.part("by").setText("Ganesh")
    ask.save()
    assert stored(clerk, 1).receipt is not None
    assert clerk.says("waiting.state.1") == "PAID"
    assert clerk.find("nav.waiting").badge() == ""
    clerk.click("waiting.receipt.1")
    settle(clerk)
    assert stored(clerk, 1).prints == 1
    assert len(clerk.tray.printed) == 1


def test_the_keyboard_alone_is_enough_and_the_reason_survives_a_restart(
    clerk: Clerk, shops: OpenShop, server: SandboxServer
) -> None:
    ask = decide(clerk)
    QTest.keyClick(ask.part("not_paid"), Qt.Key.Key_Space)
    QTest.keyClick(ask.dialog, ENTER)
    QTest.keyClicks(ask.part("reason"), REASON)
    QTest.keyClick(ask.part("reason"), ENTER)
    assert ask.dialog.focusWidget() is ask.part("by")
    QTest.keyClicks(ask.part("by"), "Ganesh")
    QTest.keyClick(ask.part("by"), ENTER)
    assert ask.dialog.isVisible(), "the last Enter only goes to Save"
    assert ask.dialog.focusWidget() is ask.part("save")
    QTest.keyClick(ask.part("save"), ENTER)
    settle(clerk)
    assert stored(clerk, 1).state is PaymentState.NOT_PAID
    clerk.app.close()
    again = shops(url=server.url, clock=HandClock())
    open_waiting(again)
    assert REASON in again.says("waiting.known.1")
