"""Settings, Connection: the environment and its token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPushButton

from desktop_app.core.environment import Connection, Environment
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.sandbox.server import SandboxServer
from desktop_app.vault.keyring_vault import MemoryVault
from tests.gui.settings_kit import NOBODY, BrokenVault, LastingVault, Window, bytes_of, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WRONG = "TEST:Wr0ngWr0ngWr0ngWr0ng1"


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


@pytest.fixture
def test_connection(server: SandboxServer) -> Connection:
    return Connection(Environment.TEST, server.url)


def with_token(token: str = PRACTICE_TOKEN) -> LastingVault:
    vault = LastingVault()
    vault.save(Environment.TEST, token)
    return vault


def said(window: Window) -> str:
    """The banner of the trial once it is not asking any more."""
    window.settle()
    return window.words("settings.token.trial")


def ask(window: Window, answer: str) -> None:
    dialogs = [at for at in window.app.window.findChildren(QDialog, "ask") if at.isVisible()]
    assert len(dialogs) == 1
    button = dialogs[0].findChild(QPushButton, f"ask.{answer}")
    assert button is not None
    button.click()
    window.app.window.activateWindow()
    window.until(window.app.window.isActiveWindow)


def test_of_a_kept_token_the_last_four_characters_are_shown_and_f5_tests_it(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    vault = with_token()
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        field = window.find("settings.token", QLineEdit)
        assert field.text().endswith(PRACTICE_TOKEN[-4:])
        assert PRACTICE_TOKEN[-5:] not in field.text()
        assert field.isReadOnly()
        window.key(Qt.Key.Key_F5)
        assert "The connection works." in said(window)
        assert "1,00,000.00" in said(window)
        # Another one that is cancelled leaves it.
        window.press("settings.token.replace")
        window.type(WRONG)
        window.key(Qt.Key.Key_Escape)
        field = window.find("settings.token", QLineEdit)
        assert field.text().endswith(PRACTICE_TOKEN[-4:])
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN


def test_a_new_token_is_kept_in_the_vault_and_nowhere_in_the_data_folder(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    vault = with_token(WRONG)
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        window.press("settings.token.replace")
        assert window.find("settings.token", QLineEdit).text() == ""
        assert window.find("settings.token", QLineEdit).echoMode() is QLineEdit.EchoMode.Password
        window.type(f" {PRACTICE_TOKEN} ")
        window.key(Qt.Key.Key_Return)
        assert "The connection works." in said(window)
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN
        window.until(lambda: window.app.session.balance is not None)
    assert PRACTICE_TOKEN.encode() not in bytes_of(tmp_path)
    assert PRACTICE_TOKEN.removeprefix("TEST:").encode() not in bytes_of(tmp_path)


def test_a_wrong_token_is_told_in_plain_words_with_the_services_own(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    with running(qtbot, tmp_path, connection=test_connection, vault=with_token(WRONG)) as window:
        window.open_settings("connection")
        window.press("settings.token.test")
        words = said(window)
        assert "does not know the shop’s token" in words
        assert "1002" in words
        assert WRONG not in words


def test_no_network_is_told_in_plain_words(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, connection=NOBODY, vault=with_token()) as window:
        window.open_settings("connection")
        window.press("settings.token.test")
        assert "cannot be reached" in said(window)


def test_a_vault_that_takes_nothing_is_told(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    vault = BrokenVault()
    vault._tokens[Environment.TEST] = WRONG
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        window.press("settings.token.replace")
        window.type(PRACTICE_TOKEN)
        window.press("settings.token.save")
        assert "store for secrets does not work" in said(window)
        assert window.find("settings.token", QLineEdit).text() == PRACTICE_TOKEN


def test_removing_asks_first(qtbot: QtBot, tmp_path: Path, test_connection: Connection) -> None:
    vault = with_token()
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        window.press("settings.token.remove")
        ask(window, "no")
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN
        window.press("settings.token.remove")
        ask(window, "yes")
        window.settle()
        assert vault.token(Environment.TEST) is None
        assert not window.find("settings.token", QLineEdit).isReadOnly()


def test_an_unusual_kind_of_token_is_a_warning_and_no_refusal(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    vault = with_token()
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        assert not window.sees("settings.token.doubt")
        window.press("settings.token.replace")
        window.type("PracticeBhuktani0001")
        assert "looks like a live token" in window.words("settings.token.doubt")
        window.press("settings.token.save")
        window.settle()
        assert vault.token(Environment.TEST) == "PracticeBhuktani0001"


def test_where_the_token_is_kept_is_told(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    vault = MemoryVault()
    vault.save(Environment.TEST, PRACTICE_TOKEN)
    with running(qtbot, tmp_path, connection=test_connection, vault=vault) as window:
        window.open_settings("connection")
        assert "memory only" in window.words("settings.token.note")


def test_another_environment_is_asked_for_once(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection
) -> None:
    with running(qtbot, tmp_path, connection=test_connection, vault=with_token()) as window:
        window.open_settings("connection")
        window.press("settings.environment.practice")
        assert window.environment() == "test"
        ask(window, "no")
        assert window.environment() == "test"
        assert window.find("settings.environment.test", QAbstractButton).isChecked()
        window.press("settings.environment.practice")
        ask(window, "yes")
        window.settle()
        assert window.environment() == "practice"
        window.open_settings("connection")
        assert not window.sees("settings.token")


def test_settings_are_shut_while_a_payment_is_sent(
    qtbot: QtBot, tmp_path: Path, test_connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(qtbot, tmp_path, connection=test_connection, vault=with_token()) as window:
        with monkeypatch.context() as patch:
            patch.setattr(window.app.window.flow, "sending", True)
            window.key(Qt.Key.Key_F12)
            assert not window.sees("settings.environment.live")
            assert not window.sees("settings.shop_name")
        window.key(Qt.Key.Key_F12)
        assert window.sees("settings.shop_name")
