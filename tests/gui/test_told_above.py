"""What has no page of its own to say that it could not be recorded: the window says it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.shop import Till
from desktop_app.ui.payment_kit.decide import Decide
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.shift_kit import shifts
from tests.gui.test_opening_question import answer, closed_with
from tests.gui.test_tenders import ask, customers, to_confirm
from tests.gui.told_kit import CTRL, PAPER, put_away, told
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

PARTS = ("not_paid", "reason", "by", "save")

pytestmark = pytest.mark.usefixtures("impatient")


def test_a_customer_on_account_who_is_not_recorded_leaves_the_bill_in_cash(
    clerk: Clerk, record_file: Path
) -> None:
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.click("tender.kind.on_account")
    clerk.find("tender.name").setFocus()
    with locked(record_file):
        clerk.press(ENTER, ENTER)
        clerk.wait(lambda: not dialog.isVisible())
        clerk.until_idle()
    words = told(clerk)
    assert words.startswith("Not recorded: new customer on account: Suman Shrestha.")
    assert words.endswith("The bill is not on account: take the cash, or try again.")
    assert PAPER not in words
    assert clerk.app.window.flow.taken.others == ()
    assert clerk.find("confirm.cash").isVisible()
    assert not customers(clerk, Environment.TEST)
    # Tried again, it is on account.
    put_away(clerk)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
    dialog = ask(clerk)
    clerk.click("tender.kind.on_account")
    clerk.find("tender.name").setFocus()
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: not dialog.isVisible())
    clerk.until_idle()
    assert [one.name for one in customers(clerk, Environment.TEST)] == ["Suman Shrestha"]
    assert clerk.app.window.flow.taken.others


def test_opening_cash_that_is_not_recorded_is_told_and_the_payment_goes_on(
    shops: OpenShop, server: SandboxServer, record_file: Path
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock, asks_opening_cash=True)
    closed_with(clerk, "2")
    clock.move(timedelta(days=1))
    clerk.press(Qt.Key.Key_F2)
    clerk.to_confirm(Qt.Key.Key_1, "online_renew")
    with locked(record_file):
        answer(clerk, ENTER)
        clerk.until_idle()
    words = told(clerk)
    assert words.startswith("Not recorded: Opening cash · Rs. 2,000.00.")
    assert PAPER in words
    assert clerk.stands_at(Step.CONFIRM)
    assert shifts(clerk).current(Till()) is None
    put_away(clerk)
    assert not told(clerk)


def says_it_came_back(clerk: Clerk) -> QWidget:
    """The owner writes of the chosen payment that support says so; the button that records it."""
    clerk.press(Qt.Key.Key_B, modifier=CTRL)
    dialog = clerk.until_dialog(Decide)
    parts = {name: dialog.findChildren(QWidget, f"decide.{name}")[0] for name in PARTS}
    QTest.mouseClick(parts["not_paid"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(parts["reason"], "ticket 12: sent back")
    QTest.keyClicks(parts["by"], "Gopal")
    return parts["save"]


def test_a_paid_bill_that_came_back_is_named_where_that_is_not_recorded(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("rambdr_thapa")
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    save = says_it_came_back(clerk)
    with locked(record_file):
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        clerk.until_idle()
    clerk.app.window.activateWindow()
    words = told(clerk)
    assert words.startswith("Not recorded: ")
    assert "Rs. 1,356.00: what support answered." in words
    assert PAPER in words
    paid = ledger_of(clerk.app).payment(1)
    assert paid is not None
    assert not paid.owes_reversal
    put_away(clerk)
    assert not told(clerk)
