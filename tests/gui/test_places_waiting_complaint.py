"""Waiting: the owner's limits on the cards, and the complaint about a payment."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.core.payments.event_content import paper_in, ticket_of
from desktop_app.core.payments.payment import EventKind
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.service_kit import left_behind
from tests.gui.test_places_waiting_checks import open_waiting, pay, settle, stored, tick

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9
CONTROL = Qt.KeyboardModifier.ControlModifier
TOKEN_LIKE = "practice-token"


@pytest.fixture
def clock() -> HandClock:
    """Sunday, 2:18 PM."""
    return HandClock()


@pytest.fixture(scope="module")
def unanswered(
    qapp: object, lasting_server: SandboxServer, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of a shop with one payment without any answer."""
    folder = tmp_path_factory.mktemp("unanswered") / "shop"
    return left_behind(
        folder, lasting_server.url, HandClock(), lambda clerk: pay(clerk, "practice_no_answer")
    )


@pytest.fixture
def clerk(
    shops: OpenShop,
    unanswered: Path,
    tmp_path: Path,
    lasting_server: SandboxServer,
    clock: HandClock,
) -> Clerk:
    """In that shop, in front of Waiting."""
    shutil.copytree(unanswered, tmp_path / "shop")
    clerk = shops(url=lasting_server.url, clock=clock)
    open_waiting(clerk)
    return clerk


def test_no_complaint_opens_above_the_help(clerk: Clerk) -> None:
    clerk.tray.go_on.clear()
    clerk.press(F9)
    clerk.click("waiting.complain.1")
    clerk.press(Qt.Key.Key_F1)
    clerk.tray.go_on.set()
    clerk.until_idle()
    assert clerk.app.window.findChild(QDialog, "waiting.complaint") is None
    clerk.press(Qt.Key.Key_Escape)
    clerk.click("waiting.complain.1")
    clerk.until_idle()
    assert dialog_of(clerk).isVisible()


def dialog_of(clerk: Clerk) -> QDialog:
    found = clerk.app.window.findChild(QDialog, "waiting.complaint")
    assert found is not None
    return found


def part(clerk: Clerk, name: str) -> Any:
    found = dialog_of(clerk).findChild(QWidget, f"complaint.{name}")
    assert found is not None
    return found


def press(
    clerk: Clerk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key to whatever has the keyboard in the dialog."""
    dialog = dialog_of(clerk)
    target = dialog.focusWidget() or dialog
    QTest.keyClick(target, key, modifier)
    settle(clerk)


def test_a_card_says_until_when_and_then_that_it_is_time_to_complain(
    clerk: Clerk, clock: HandClock
) -> None:
    assert clerk.says("waiting.due.1") == "Complain if it is not known by tomorrow."
    assert not clerk.find("waiting.overdue.1").isVisible()
    clock.move(timedelta(days=1))
    tick(clerk)
    assert clerk.says("waiting.due.1") == "Complain if it is not known by tonight."
    clock.move(timedelta(days=1))
    tick(clerk)
    assert not clerk.find("waiting.due.1").isVisible()
    assert clerk.says("waiting.overdue.1") == "Due since yesterday: complain (F8)."
    clock.move(timedelta(days=1))
    tick(clerk)
    assert clerk.says("waiting.overdue.1").startswith("Due since Mon, 2083 Mangsir 7:")


def test_the_owner_sets_the_limit(clerk: Clerk) -> None:
    session = clerk.app.session
    session.change(replace(session.settings, complain_within=5))
    clerk.press(Qt.Key.Key_F2)
    open_waiting(clerk)
    assert clerk.says("waiting.due.1") == "Complain if it is not known by Fri, 2083 Mangsir 11."


def test_two_keys_copy_the_complaint_with_all_references_and_no_token(clerk: Clerk) -> None:
    clerk.press(F8)
    settle(clerk)
    press(clerk, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    order = stored(clerk, 1).order
    assert len(order.sent_references) > 1
    assert all(reference in copied for reference in order.sent_references)
    assert copied == part(clerk, "text").toPlainText()
    assert "Rs. " in copied
    assert "सेवालाई गुनासो" in copied
    assert order.connection_id not in copied


def test_the_ticket_is_kept_with_the_payment_and_said_on_the_card(
    clerk: Clerk, clock: HandClock
) -> None:
    clock.move(timedelta(days=2))
    clerk.press(F8)
    settle(clerk)
    part(clerk, "ticket").setFocus()
    QTest.keyClicks(part(clerk, "ticket"), " KH  4711 ")
    press(clerk, ENTER)
    assert ticket_of(ledger_of(clerk.app).events(1)) == "KH 4711"
    assert "kept with the payment" in part(clerk, "said").accessibleName()
    press(clerk, Qt.Key.Key_Escape)
    clerk.app.window.activateWindow()
    settle(clerk)
    words = clerk.says("waiting.overdue.1")
    assert words == "Due since yesterday: support has it as KH 4711."
    clerk.press(F8)
    settle(clerk)
    assert part(clerk, "ticket").text() == "KH 4711"


def test_a_printed_complaint_is_told_in_the_history_and_is_no_receipt(clerk: Clerk) -> None:
    clerk.press(F8)
    settle(clerk)
    press(clerk, F9)
    events = ledger_of(clerk.app).events(1)
    [printed] = [event for event in events if event.kind is EventKind.PRINTED]
    assert paper_in(printed).title == "Complaint T-C-000001"
    assert stored(clerk, 1).prints == 0
    press(clerk, Qt.Key.Key_S, CONTROL)
    events = ledger_of(clerk.app).events(1)
    assert [paper_in(one).is_file for one in events if one.kind is EventKind.PRINTED] == [
        False,
        True,
    ]


def test_the_mouse_alone_makes_notes_and_closes_it(clerk: Clerk) -> None:
    clerk.click("waiting.complain.1")
    settle(clerk)
    QTest.mouseClick(part(clerk, "copy"), Qt.MouseButton.LeftButton)
    assert "C-000001" in QGuiApplication.clipboard().text()
    part(clerk, "ticket").setText("77")
    QTest.mouseClick(part(clerk, "note"), Qt.MouseButton.LeftButton)
    settle(clerk)
    assert ticket_of(ledger_of(clerk.app).events(1)) == "77"
    QTest.mouseClick(part(clerk, "close"), Qt.MouseButton.LeftButton)
    settle(clerk)
    assert clerk.app.window.findChild(QDialog, "waiting.complaint") is None
