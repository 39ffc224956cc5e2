"""A start without a token asks for it, or goes to practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.core.environment import Connection, Environment
from desktop_app.sandbox.practice import PRACTICE_TOKEN
from desktop_app.vault.keyring_vault import MemoryVault
from tests.gui.first_run_kit import TAB, enter
from tests.gui.settings_kit import NOBODY, LastingVault, bytes_of, running

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.sandbox.server import SandboxServer


@pytest.fixture
def connection(practice_server: SandboxServer) -> Connection:
    return Connection(Environment.TEST, practice_server.url)


def test_at_a_start_without_token_and_network_enter_only_tests_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    vault = MemoryVault()
    with running(qtbot, tmp_path, vault=vault, connection=NOBODY) as window:
        window.type(PRACTICE_TOKEN)
        for _ in range(3):
            enter(window)
            assert window.words("prompt.next") == "Test again"
        assert vault.token(Environment.TEST) is None
        while window.focus_name() != "prompt.skip":
            window.key(TAB)
        enter(window)
        window.until(lambda: not window.sees("prompt.token"))
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN


def test_without_a_keyring_the_token_is_asked_for_at_the_start(
    qtbot: QtBot, tmp_path: Path, connection: Connection
) -> None:
    vault = MemoryVault()
    with running(qtbot, tmp_path, vault=vault, connection=connection) as window:
        assert window.focus_name() == "prompt.token"
        assert "asked for at each start" in window.words("prompt.token.note")
        window.type(PRACTICE_TOKEN)
        enter(window)
        window.until(lambda: not window.sees("prompt.token"))
        assert vault.token(Environment.TEST) == PRACTICE_TOKEN
        window.until(lambda: window.app.session.balance is not None)
        assert window.sees("top.shop")
    assert PRACTICE_TOKEN.encode() not in bytes_of(tmp_path)


def test_practice_instead_of_a_token(qtbot: QtBot, tmp_path: Path, connection: Connection) -> None:
    with running(qtbot, tmp_path, vault=MemoryVault(), connection=connection) as window:
        window.press("prompt.practice")
        window.settle()
        assert not window.sees("prompt.token")
        assert window.words("top.environment") == "PRACTICE"


def test_the_prompt_outlives_a_change_of_language(
    qtbot: QtBot, tmp_path: Path, connection: Connection
) -> None:
    with running(qtbot, tmp_path, vault=MemoryVault(), connection=connection) as window:
        window.type("TEST:half")
        window.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        window.until(lambda: window.app.session.nepali)
        window.settle()
        assert window.find("prompt.token", QLineEdit).text() == "TEST:half"


def test_a_token_that_is_there_is_not_asked_for(
    qtbot: QtBot, tmp_path: Path, connection: Connection
) -> None:
    vault = LastingVault()
    vault.save(Environment.TEST, PRACTICE_TOKEN)
    with running(qtbot, tmp_path, vault=vault, connection=connection) as window:
        assert not window.sees("prompt.token")
        assert window.sees("top.shop")
