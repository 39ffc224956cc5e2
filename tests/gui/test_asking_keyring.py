"""A keyring that asks its user for a password holds up what needs a token, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.app import App, Outside, build
from desktop_app.core.environment import Environment
from desktop_app.core.errors import VaultError
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Settings
from desktop_app.data_folder import settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.payments.payments_page import PaymentsPage
from desktop_app.vault.keyring_vault import SERVICE_NAME
from tests.clerk import Clerk, PaperTray, ledger_of
from tests.servers import Received, Reply, ScriptedServer, raw
from tests.unit.test_ledger_kit import add_in
from tests.unit.test_use_cases import AskingKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes import HandClock
from tests.list_rows import row_in

LIVE, PRACTICE = Environment.LIVE, Environment.PRACTICE
TOKEN = "LiveTokenOfTheShop"


@pytest.fixture
def line() -> Iterator[ScriptedServer]:
    practice = PracticeService(token=TOKEN)

    def answer(request: Received) -> Reply:
        reply = practice.handle(request.method, request.path, request.body)
        return raw(reply.status, reply.body)

    with ScriptedServer(answer) as running:
        yield running


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Iterator[AskingKeyring]:
    asking = AskingKeyring()
    asking.set_password(SERVICE_NAME, "token:live", TOKEN)
    monkeypatch.setattr(keyring, "get_keyring", lambda: asking)
    yield asking
    asking.answered.set()


@pytest.fixture
def app(
    qtbot: QtBot,
    tmp_path: Path,
    clock: HandClock,
    asking: AskingKeyring,
    line: ScriptedServer,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[App]:
    """In LIVE, with a payment that waits; its keyring asks, and nobody answers."""
    SettingsFile(settings_path(tmp_path)).save(Settings(environment=LIVE, live_url=line.url))
    app = build(Outside(data_folder=tmp_path, printer=PaperTray(), clock=clock))
    # As long as that is in the program, each read would be waited for here.
    monkeypatch.setattr(app.use_cases.vault, "_max_seconds", 0.3)
    add_in(ledger_of(app), PaymentState.WAITING, environment=LIVE)
    yield app
    asking.answered.set()
    app.close()


@pytest.fixture
def clerk(app: App, asking: AskingKeyring) -> Clerk:
    """In front of the first page, while the keyring asks."""
    clerk = Clerk(app, PaperTray(), waits=False, paints=False)
    clerk.wait(asking.asks.is_set)
    clerk.wait(lambda: tile_is_ready(clerk))
    return clerk


def tile_is_ready(clerk: Clerk) -> bool:
    """The list of providers is there, and the keyboard at its first."""
    tile = row_in(clerk.app.window, "provider.tile.worldlink-v2")
    return tile is not None and tile.hasFocus()


def test_lists_are_read_and_practice_works_while_the_keyring_asks(
    clerk: Clerk, clock: HandClock, asking: AskingKeyring
) -> None:
    app = clerk.app
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: app.window.findChild(QWidget, "waiting.card.1") is not None)
    clock.move(timedelta(minutes=30))
    # Each visit reads what waits, which asks for the token: more reads than there are workers.
    for _ in range(4):
        clerk.press(Qt.Key.Key_F2)
        clerk.press(Qt.Key.Key_F4)
    clerk.press(Qt.Key.Key_F3)
    assert app.window.main_view is not None
    page = app.window.main_view.current_page
    assert isinstance(page, PaymentsPage)
    clerk.wait(lambda: page._seen is not None)
    app.session.change(replace(app.session.settings, environment=PRACTICE))
    clerk.wait(lambda: app.session.environment is PRACTICE and tile_is_ready(clerk))
    clerk.wait(lambda: app.session.balance is not None)
    assert not asking.answered.is_set()


def test_the_balance_is_asked_again_when_the_keyring_has_been_answered(
    clerk: Clerk, asking: AskingKeyring, line: ScriptedServer
) -> None:
    session = clerk.app.session
    # It is asked anew, by a person, while the keyring still asks.
    session.refresh_balance()
    clerk.wait(lambda: isinstance(session.balance_problem, VaultError))
    asking.answered.set()
    clerk.wait(lambda: session.balance is not None)
