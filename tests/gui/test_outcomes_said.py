"""What came of something is said to a clerk who does not see it, where it is shown and when."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.clerk import ENTER, TEST_TOKEN, Clerk, ledger_of
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.screen_reader import ListeningScreenReader

F2, F4, F12 = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F12
CTRL = Qt.KeyboardModifier.ControlModifier
MADE = "The backup is made and checked. Nobody has changed the record."


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer) -> Clerk:
    return shops(url=server.url, size=(1366, 688))


def go_to(clerk: Clerk, page: str) -> None:
    """A page of the settings."""
    clerk.press(F12)
    clerk.until_idle()
    clerk.click(f"settings.nav.{page}")
    clerk.until_idle()


def test_a_backup_is_said_to_be_made(clerk: Clerk, reader: ListeningScreenReader) -> None:
    go_to(clerk, "backup")
    reader.heard()
    clerk.click("settings.backup.now")
    clerk.until_idle()
    assert clerk.says("settings.backup.note") == MADE
    assert reader.heard().count(MADE) == 1


def test_a_backup_that_ends_while_nobody_looks_is_said_when_its_page_is_seen(
    clerk: Clerk, reader: ListeningScreenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(clerk, "backup")
    may_end, back_up = threading.Event(), clerk.app.use_cases.records.back_up

    def slowly(*given: object, **named: object) -> object:
        assert may_end.wait(20)
        return back_up(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(type(clerk.app.use_cases.records), "back_up", staticmethod(slowly))
    clerk.click("settings.backup.now")
    clerk.press(F2)
    reader.heard()
    may_end.set()
    clerk.until_idle()
    assert MADE not in reader.heard()
    clerk.press(F12)
    clerk.until_idle()
    assert reader.heard().count(MADE) == 1


def test_saved_settings_and_a_tried_token_are_said(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    go_to(clerk, "shop")
    clerk.find("settings.shop_name").setFocus()
    clerk.type("X")
    clerk.click("settings.save")
    clerk.until_idle()
    assert "Saved." in reader.heard()
    go_to(clerk, "connection")
    clerk.click("settings.token.replace")
    clerk.type(TEST_TOKEN)
    reader.heard()
    clerk.click("settings.token.test")
    clerk.until_idle()
    heard = reader.heard()
    assert "Asking the service…" in heard
    assert "The connection works." in heard


@pytest.mark.usefixtures("impatient")
def test_a_phone_in_waiting_is_said_to_be_kept_or_not(
    clerk: Clerk, reader: ListeningScreenReader, record_file: Path
) -> None:
    clerk.has_paid("practice_waiting")
    clerk.press(F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_Right)
    field = clerk.find("waiting.phone.1")
    for typed, word in (("984", "too short"), ("9841000000", "saved")):
        field.setFocus()
        field.selectAll()
        reader.heard()
        clerk.type(typed)
        clerk.find("nav.list").setFocus()
        clerk.until_idle()
        assert f"Customer’s phone: {word}" in reader.heard()
    field.setFocus()
    field.selectAll()
    clerk.type("9841000001")
    reader.heard()
    with locked(record_file):
        clerk.find("nav.list").setFocus()
        clerk.until_idle()
    assert "Customer’s phone: not saved" in reader.heard()
    clerk.press(Qt.Key.Key_F5)
    clerk.until_idle()
    assert field.text() == "9841000001", "to be noted on paper, or saved again"
    field.setFocus()
    clerk.press(ENTER)
    clerk.until_idle()
    kept = ledger_of(clerk.app).payment(1)
    assert kept is not None
    assert kept.customer_phone == "9841000001"


def test_cash_that_goes_back_is_said_to_be_under_way_and_then_recorded(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    reader.heard()
    clerk.press(Qt.Key.Key_R, modifier=CTRL)
    assert "Recording…" in reader.heard()
    clerk.until_idle()
    assert "CASH RETURNED" in reader.heard()
