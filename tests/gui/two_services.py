"""A shop with two services, as the tests of a change of environment need it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.app import Outside, build
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.data_folder import settings_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.clerk import TEST_TOKEN, Clerk, PaperTray
from tests.fakes import HandClock
from tests.gui.tasks_kit import Gate, Listener, start
from tests.servers import Received, Reply, ScriptedServer, raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE, TEST = Environment.LIVE, Environment.TEST


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
        self.folder = folder
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


@contextmanager
def two_services(
    folder: Path, test_service: NotedService, live_service: NotedService
) -> Iterator[TwoServices]:
    """The shop in a data folder; its window is closed at the end."""
    with ScriptedServer(test_service) as test, ScriptedServer(live_service) as live:
        shop = TwoServices(folder, test, live)
        yield shop
        shop.clerk.app.close()
