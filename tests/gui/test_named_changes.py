"""A change of settings or of a token reaches the journal with the name of who proved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from desktop_app.core.environment import Environment
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.fakes import HandClock
from tests.gui.owner_kit import back, come, question_of
from tests.people_kit import RAMS, SITAS, journal_of, people_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

TOLD = ("settings_changed", "token_saved", "token_removed", "owner_refused")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    people_in(tmp_path / "shop")
    return tmp_path / "shop"


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, folder: Path) -> Clerk:
    """Ram is at the counter."""
    clerk = shops(url=server.url, clock=HandClock())
    come(clerk, Qt.Key.Key_2, RAMS)
    return clerk


def told(clerk: Clerk, folder: Path) -> list[tuple[str, str, str]]:
    clerk.until_idle()
    return [one for one in journal_of(folder) if one[0] in TOLD]


def to_settings(clerk: Clerk, section: str) -> None:
    """Ram opens them, and Sita proves that she lets him."""
    clerk.press(Qt.Key.Key_F12)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    back(clerk)
    clerk.click(f"settings.nav.{section}")
    clerk.until_idle()


def test_a_setting_is_told_with_the_owner_who_opened_the_settings_as_the_shops_details_are(
    clerk: Clerk, folder: Path
) -> None:
    to_settings(clerk, "language")
    clerk.click("settings.sounds")
    assert told(clerk, folder) == [("settings_changed", "Sita", '{"names":"sounds"}')]
    clerk.find("settings.sounds").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Space)
    assert told(clerk, folder)[1:] == [("settings_changed", "Sita", '{"names":"sounds"}')]
    # The shop's details are told when they are saved.
    clerk.click("settings.nav.shop")
    clerk.until_idle()
    field = clerk.find("settings.shop_name")
    field.setFocus()
    field.selectAll()
    clerk.type("Ganesh Kirana")
    assert len(told(clerk, folder)) == 2
    clerk.press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    ((kind, name, content),) = told(clerk, folder)[2:]
    assert (kind, name) == ("settings_changed", "Sita")
    assert "Ganesh" not in content, "names of settings alone"


def test_a_token_is_told_with_the_owners_name_and_never_itself(clerk: Clerk, folder: Path) -> None:
    to_settings(clerk, "connection")
    clerk.click("settings.token.replace")
    clerk.type(TEST_TOKEN)
    clerk.press(ENTER)
    assert told(clerk, folder) == [("token_saved", "Sita", '{"environment":"test"}')]
    clerk.click("settings.token.remove")
    asked = [at for at in clerk.app.window.findChildren(QDialog, "ask") if at.isVisible()]
    (yes,) = (found for at in asked if (found := at.findChild(QPushButton, "ask.yes")))
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    back(clerk)
    assert told(clerk, folder)[1:] == [("token_removed", "Sita", '{"environment":"test"}')]
    assert clerk.app.window._context.vault.token(Environment.TEST) is None
    assert not any(TEST_TOKEN[5:] in content for _, _, content in journal_of(folder))


def test_a_clerk_without_the_pin_is_told_and_changes_nothing(clerk: Clerk, folder: Path) -> None:
    before = clerk.app.session.settings
    clerk.press(Qt.Key.Key_F12)
    question_of(clerk)
    clerk.press(ESC)
    back(clerk)
    assert told(clerk, folder) == [("owner_refused", "Ram", '{"action":"settings"}')]
    assert clerk.app.session.settings == before
