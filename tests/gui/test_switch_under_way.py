"""A job that is given in one environment never works in another that is chosen before its turn."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.app import Outside, build
from desktop_app.core.environment import Environment
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Settings
from desktop_app.data_folder import settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.clerk import ENTER, TEST_TOKEN, Clerk, PaperTray
from tests.fakes import HandClock
from tests.gui.tasks_kit import Gate, Listener, start
from tests.servers import Received, Reply, ScriptedServer, raw
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.runtime.jobs import DeskJob

LIVE, TEST = Environment.LIVE, Environment.TEST
ONE = Qt.Key.Key_1


class NotedService:
    """The practice service, which keeps the paths that it was asked."""

    def __init__(self) -> None:
        self.practice = PracticeService(token=TEST_TOKEN)
        self.asked: list[str] = []
        self.commits = threading.Event()
        """Cleared, an answer to a payment does not come."""
        self.commits.set()

    def __call__(self, request: Received) -> Reply:
        self.asked.append(request.path)
        if "/commit/" in request.path:
            self.commits.wait(30)
        reply = self.practice.handle(request.method, request.path, request.body)
        return raw(reply.status, reply.body)

    def was_asked(self, part: str) -> bool:
        return any(part in path for path in self.asked)


class TwoServices:
    """A shop that works in TEST, and has a token for LIVE too; each is a computer of its own."""

    def __init__(self, folder: Path, test: ScriptedServer, live: ScriptedServer) -> None:
        self.clock = HandClock()
        settings = Settings(
            environment=TEST, test_url=test.url, live_url=live.url, asks_opening_cash=False
        )
        SettingsFile(settings_path(folder)).save(settings)
        vault = MemoryVault()
        for environment in (TEST, LIVE):
            vault.save(environment, TEST_TOKEN)
        tray = PaperTray()
        app = build(Outside(data_folder=folder, vault=vault, printer=tray, clock=self.clock))
        self.clerk = Clerk(app, tray, paints=False)

    def choose_live(self) -> None:
        """As the settings do; it waits for the payments before it."""
        session = self.clerk.app.session
        session.change(replace(session.settings, environment=LIVE))

    def until_live(self) -> None:
        """The window shows LIVE."""
        self.clerk.wait(lambda: self.clerk.app.session.environment is LIVE)
        self.clerk.until_idle()

    @contextmanager
    def held_up(self, kind: str, count: int = 1) -> Iterator[None]:
        """So many workers of a kind work at something else meanwhile."""
        gate, listener = Gate(), Listener()
        try:
            for _ in range(count):
                start(self.clerk.app.tasks, kind, gate, listener)
            yield
        finally:
            gate.open()


@pytest.fixture
def test_service() -> NotedService:
    return NotedService()


@pytest.fixture
def live_service() -> NotedService:
    return NotedService()


@pytest.fixture
def shop(
    qtbot: QtBot, tmp_path: Path, test_service: NotedService, live_service: NotedService
) -> Iterator[TwoServices]:
    with ScriptedServer(test_service) as test, ScriptedServer(live_service) as live:
        shop = TwoServices(tmp_path / "shop", test, live)
        yield shop
        shop.clerk.app.close()


def to_confirm(clerk: Clerk) -> None:
    """The cash is counted: the next Enter pays."""
    clerk.come_to_confirm("online_renew")
    clerk.type("20000")
    clerk.press(ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)


def test_a_payment_confirmed_in_test_is_paid_in_test(
    shop: TwoServices, live_service: NotedService
) -> None:
    clerk = shop.clerk
    to_confirm(clerk)
    with shop.held_up("money"):
        shop.choose_live()
        clerk.press(ENTER)
        assert clerk.app.window.flow.sending
    shop.until_live()
    environments = clerk.app.use_cases.environments
    paid = environments.ledger(TEST).payment(1)
    assert paid is not None
    assert paid.state is PaymentState.PAID
    assert environments.ledger(LIVE).payment(1) is None
    assert not live_service.was_asked("/commit/")


def test_checks_asked_for_in_test_are_made_in_test(
    shop: TwoServices, test_service: NotedService, live_service: NotedService
) -> None:
    """Also the second and third of them, which are given after the switch."""
    clerk = shop.clerk
    clerk.has_paid("practice_waiting")
    environments = clerk.app.use_cases.environments
    add_in(environments.ledger(LIVE), PaymentState.WAITING, environment=LIVE)
    shop.clock.move(timedelta(minutes=30))
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    before = len(test_service.asked)
    with shop.held_up("check"):
        clerk.press(Qt.Key.Key_F5)
        shop.choose_live()
        clerk.wait(lambda: clerk.app.session.environment is LIVE)
    clerk.until_idle()
    assert any("/status/" in path for path in test_service.asked[before:])


def test_an_account_is_looked_up_where_it_was_asked_for(
    shop: TwoServices, test_service: NotedService, live_service: NotedService
) -> None:
    clerk = shop.clerk
    clerk.press(ONE, ENTER)
    clerk.type("online_renew")
    with shop.held_up("call", 4):
        clerk.press(ENTER)
        shop.choose_live()
        clerk.wait(lambda: clerk.app.session.environment is LIVE)
    shop.until_live()
    clerk.wait(lambda: live_service.was_asked("balance"))
    assert not live_service.was_asked("/details/")


def test_pages_that_stay_while_a_payment_is_sent_work_where_they_were_built(
    shop: TwoServices, test_service: NotedService
) -> None:
    """Numbers count anew in each environment: a card of one is not another's payment."""
    clerk = shop.clerk
    to_confirm(clerk)
    test_service.commits.clear()
    try:
        with shop.held_up("money"):
            shop.choose_live()
            clerk.press(ENTER)
        clerk.wait(lambda: clerk.app.session.environment is LIVE)
        assert clerk.app.window.flow.sending
        assert job_of_the_pages(clerk).environment is TEST
    finally:
        test_service.commits.set()
    shop.until_live()
    clerk.wait(lambda: job_of_the_pages(clerk).environment is LIVE)


def job_of_the_pages(clerk: Clerk) -> DeskJob[object]:
    """As a page that is on the screen makes it."""
    places = clerk.app.window.main_view
    assert places is not None
    return places._context.desk_job("read what waits", PaymentDesk.waiting)
