"""The first page: tiles at once, and digits that stay."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.setup_forms.company_table import CompanyColumn
from tests.clerk import ENTER, Clerk
from tests.fakes import HandClock
from tests.gui.fit_kit import settle
from tests.list_rows import ListRow, click_company, company, tiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from desktop_app.app import App
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO, ALT = Qt.Key.Key_1, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier


class SlowRecord:
    """Holds what everything waits for that needs the record of payments."""

    def __init__(self) -> None:
        self._held: AbstractContextManager[object] | None = None

    def hold(self, app: App) -> None:
        self._held = app.use_cases.environments.replacing(app.session.environment)
        self._held.__enter__()

    def open(self) -> None:
        if self._held is not None:
            self._held.__exit__(None, None, None)
            self._held = None


@pytest.fixture
def record() -> Iterator[SlowRecord]:
    slow = SlowRecord()
    yield slow
    slow.open()


def places(clerk: Clerk) -> dict[str, QRect]:
    """Where everything stands."""
    names = ["provider.recent", "provider.tile.list"]
    if clerk.sees("provider.today"):
        names += ["provider.today", "today.paid", "today.cash"]
    names += [f"provider.tile.{slug}" for slug in tiles(clerk.app.window)]
    found = {}
    for name in names:
        part = clerk.find(name)
        found[name] = part.box() if isinstance(part, ListRow) else QRect(part.rect())
        on = part.view.viewport() if isinstance(part, ListRow) else part
        found[name].moveTopLeft(on.mapTo(clerk.app.window, found[name].topLeft()))
    return found


# --- without a jump ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 688), (1093, 534)])
def test_the_tiles_come_before_the_record_and_nothing_moves_afterwards(
    shops: OpenShop, server: SandboxServer, record: SlowRecord, size: tuple[int, int]
) -> None:
    clerk = shops(url=server.url, before=record.hold, size=size)
    clerk.wait(lambda: len(tiles(clerk.app.window)) == 2)
    clerk.wait(lambda: clerk.find("provider.tile.worldlink-v2").hasFocus())
    settle(clerk.app.window)
    seen = places(clerk)
    record.open()
    clerk.until_idle()
    QApplication.processEvents()
    assert places(clerk) == seen


def test_keys_work_while_the_record_is_read(
    shops: OpenShop, server: SandboxServer, record: SlowRecord
) -> None:
    clerk = shops(url=server.url, before=record.hold)
    clerk.wait(lambda: clerk.app.window.focusWidget() is not None)
    page = clerk.find("page.provider")
    for key in (TWO, ENTER):
        QTest.keyClick(page, key)
    clerk.wait(lambda: clerk.stands_at(Step.CUSTOMER))
    assert clerk.app.window.flow.provider is not None
    assert clerk.app.window.flow.provider.info.name == "Vianet"
    record.open()
    clerk.until_idle()
    assert clerk.find("customer.id").hasFocus(), "what is read late takes nothing"


# --- digits -----------------------------------------------------------------------------------


def test_a_digit_means_the_same_company_all_day_and_the_most_used_leads_the_next(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    assert tiles(clerk.app.window) == ["worldlink-v2", "vianet-updated"]
    clerk.pay(TWO, "110871", ONE, "300")
    clerk.press(ENTER)
    clerk.until_idle()
    assert tiles(clerk.app.window) == ["worldlink-v2", "vianet-updated"], "not under the finger"
    clerk.app.close()
    again = shops(url=server.url, clock=clock)
    assert tiles(again.app.window) == ["worldlink-v2", "vianet-updated"], "nor after a restart"
    again.app.close()
    clock.move(timedelta(days=1))
    tomorrow = shops(url=server.url, clock=clock)
    assert tiles(tomorrow.app.window) == ["vianet-updated", "worldlink-v2"]


def test_a_pinned_company_keeps_its_digit(shops: OpenShop, server: SandboxServer) -> None:
    clerk = shops(url=server.url)
    clerk.press(Qt.Key.Key_F12)
    clerk.until_idle()
    clerk.click("settings.nav.providers")
    clerk.until_idle()
    click_company(clerk.app.window, "vianet-updated", CompanyColumn.PINNED)
    clerk.until_idle()
    assert company(clerk.app.window, "vianet-updated").pin == "Pinned: key 1"
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    assert tiles(clerk.app.window) == ["vianet-updated", "worldlink-v2"]
    clerk.app.close()
    again = shops(url=server.url)
    assert tiles(again.app.window) == ["vianet-updated", "worldlink-v2"]
