"""What was opened over the pages of one environment does not lie over those of another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.ui.customers.customer_dialog import CustomerDialog
from desktop_app.ui.customers.settle_dialog import SettleDialog
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.shift.movement_dialog import MovementDialog
from tests.clerk import ENTER
from tests.gui.shift_kit import opened
from tests.gui.tasks_kit import HeldRecords
from tests.gui.test_long_jobs_told import Held, take_over
from tests.gui.test_places_kit import words_in
from tests.gui.test_tenders import customers, owing
from tests.gui.told_kit import settle
from tests.gui.two_services import NotedService, TwoServices, two_services

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.clerk import Clerk

LIVE, TEST = Environment.LIVE, Environment.TEST
CTRL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path) -> Iterator[TwoServices]:
    with two_services(tmp_path / "shop", NotedService(), NotedService()) as shop:
        yield shop


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held = Held(monkeypatch)
    yield held
    held.go_on()


def dialogs(clerk: Clerk) -> list[str]:
    found = clerk.app.window.findChildren(Dialog)
    return [one.objectName() for one in found if one.isVisible()]


def shown(clerk: Clerk, environment: Environment) -> None:
    """Choose another environment; its pages are there, and take keys."""
    session, before = clerk.app.session, clerk.app.window.main_view
    session.change(replace(session.settings, environment=environment))
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    assert dialogs(clerk) == []
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is clerk.app.window)
    clerk.press(Qt.Key.Key_F7)


def test_no_dialog_stays_over_the_pages_of_another_environment(shop: TwoServices) -> None:
    """Its buttons would do nothing any more, or something in a record that is not on the screen."""
    clerk = shop.clerk
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_N, modifier=CTRL)
    clerk.until_dialog(CustomerDialog)
    clerk.type("Mina")
    shown(clerk, LIVE)
    shown(clerk, TEST)
    clerk.press(Qt.Key.Key_F6)
    clerk.until_idle()
    opened(clerk)
    clerk.press(Qt.Key.Key_M, modifier=CTRL)
    clerk.until_dialog(MovementDialog)
    shown(clerk, LIVE)
    shown(clerk, TEST)
    # One above another.
    owing(clerk)
    clerk.press(ENTER)
    clerk.until_dialog(SettleDialog)
    shown(clerk, LIVE)


def test_what_was_confirmed_in_a_dialog_is_recorded_where_it_was_opened(shop: TwoServices) -> None:
    clerk = shop.clerk
    dialog = owing(clerk)
    with HeldRecords(clerk.app.tasks):
        settle(clerk, dialog, "100")
        shown(clerk, LIVE)
    clerk.until_idle()
    assert customers(clerk, TEST)[0].owed == Money.rupees(178)
    assert customers(clerk, LIVE) == ()


def test_a_list_goes_on_into_its_own_record_and_is_told_there(
    shop: TwoServices, held: Held, tmp_path: Path
) -> None:
    clerk = shop.clerk
    take_over(clerk, held, tmp_path)
    shown(clerk, LIVE)
    held.go_on()
    clerk.until_idle()
    assert not clerk.sees("customers.message")
    ledgers = clerk.app.use_cases.environments
    assert ledgers.customers(LIVE).like("a", 9) == ()
    assert ledgers.customers(TEST).like("a", 9) != ()
    shown(clerk, TEST)
    clerk.until_idle()
    said = words_in(clerk.find("customers.message"))
    assert "customers taken over." in said
    assert "Given up before the end" not in said
