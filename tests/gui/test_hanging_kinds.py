"""Whatever hangs, local pages open, and cash that goes back to a customer is recorded."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from operator import methodcaller
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ledger.sqlite import backup, maintenance
from desktop_app.ui.payments.payments_page import PaymentsPage
from tests.clerk import ENTER, Clerk, PaperTray, ledger_of
from tests.fakes import HandClock
from tests.gui.hanging_kit import ONE, HangingService, pay_one_that_waits
from tests.gui.service_kit import left_behind
from tests.gui.tasks_kit import Gate
from tests.servers import ScriptedServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.printing.blocks import Document
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


class StuckTray(PaperTray):
    """A printer whose driver hangs while it prints and while it is asked for its name."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.is_stuck = False
        self._gate = gate

    def names(self) -> tuple[str, ...]:
        self._hang()
        return super().names()

    def print(self, document: Document, printer_name: str = "") -> None:
        self._hang()
        super().print(document, printer_name)

    def _hang(self) -> None:
        if self.is_stuck:
            self._gate()


@dataclass
class Scene:
    """A shop with things that hang once they are told to."""

    clerk: Clerk
    service: HangingService
    clock: HandClock
    tray: StuckTray
    gate: Gate
    folder: Path
    patched: pytest.MonkeyPatch
    hung: Callable[[], bool] = field(default=lambda: False)

    def hang_at(self, path: str) -> None:
        """The service does not answer this any more."""
        self.service.hangs = (path,)
        self.hung = lambda: bool(self.service.hung)

    def open_settings(self, section: str) -> None:
        self.clerk.click("nav.settings")
        self.clerk.until_idle()
        self.clerk.click(f"settings.nav.{section}")
        self.clerk.until_idle()


@pytest.fixture(scope="module")
def not_paid(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop with a payment whose cash is to be given back, from Waiting."""
    folder = tmp_path_factory.mktemp("not-paid") / "shop"
    with ScriptedServer(HangingService()) as line:
        work = methodcaller("pay", ONE, "practice_not_paid", ONE, "20000")
        return left_behind(folder, line.url, HandClock(), work)


@pytest.fixture
def scene(
    shops: OpenShop, not_paid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Scene]:
    service, clock, gate = HangingService(), HandClock(), Gate(seconds=600)
    tray = StuckTray(gate)
    with ScriptedServer(service) as line:
        shutil.copytree(not_paid, tmp_path / "shop")
        clerk = shops(url=line.url, clock=clock, tray=tray)
        made = Scene(clerk, service, clock, tray, gate, tmp_path / "shop", monkeypatch)
        made.hung = gate.entered.is_set
        try:
            yield made
        finally:
            gate.open()


def look_up(scene: Scene) -> None:
    scene.hang_at("/details/")
    scene.clerk.press(ONE, ENTER)
    scene.clerk.type("online_renew")
    scene.clerk.press(ENTER)


def balance(scene: Scene) -> None:
    scene.hang_at("/balance")
    for _ in range(4):
        scene.clerk.press(Qt.Key.Key_F5)


def one_check(scene: Scene) -> None:
    pay_one_that_waits(scene.clerk)
    scene.hang_at("/status/")
    scene.clock.move(timedelta(minutes=7))
    scene.clerk.app.window.auto_checker.look()


def bulk_check(scene: Scene) -> None:
    pay_one_that_waits(scene.clerk)
    scene.clerk.has_paid("practice_waiting_long")
    scene.clock.move(timedelta(minutes=7))
    scene.hang_at("/bulk/")
    scene.clerk.press(Qt.Key.Key_F4)
    scene.clerk.wait(lambda: scene.clerk.find("waiting.check_all").isEnabled())
    scene.clerk.click("waiting.check_all")


def token_test(scene: Scene) -> None:
    scene.open_settings("connection")
    scene.hang_at("/balance")
    for _ in range(3):
        scene.clerk.click("settings.token.test")


def support_bundle(scene: Scene) -> None:
    # A log that is a pipe: whoever reads it waits for somebody who writes.
    pipe = scene.folder / "logs" / "fault.log"
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    release = scene.gate.open

    def open_both() -> None:
        os.close(os.open(pipe, os.O_RDWR))
        release()

    scene.patched.setattr(scene.gate, "open", open_both)
    scene.open_settings("backup")
    scene.clerk.click("settings.backup.bundle")
    scene.hung = lambda: not scene.clerk.app.tasks.is_idle


def backup_now(scene: Scene) -> None:
    scene.patched.setattr(backup, "_copy", scene.gate)
    scene.open_settings("backup")
    scene.clerk.click("settings.backup.now")
    for section in ("shop", "backup") * 3:
        scene.clerk.click(f"settings.nav.{section}")


def daily_care(scene: Scene) -> None:
    scene.patched.setattr(maintenance, "checked", scene.gate)
    for _ in range(3):
        scene.clerk.app.window.daily_backup.look()


def paper(scene: Scene) -> None:
    scene.tray.is_stuck = True
    scene.clerk.has_paid("online_renew", at_result=True)
    scene.clerk.press(Qt.Key.Key_F9)


WAYS: tuple[Callable[[Scene], None], ...] = (
    look_up,
    balance,
    one_check,
    bulk_check,
    token_test,
    backup_now,
    daily_care,
    paper,
)
if sys.platform != "win32":
    WAYS = (*WAYS, support_bundle)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_local_pages_open_and_cash_is_recorded_as_returned_while_it_hangs(
    scene: Scene, way: Callable[[Scene], None]
) -> None:
    clerk = scene.clerk
    way(scene)
    clerk.wait(scene.hung)
    clerk.press(Qt.Key.Key_F3)
    assert clerk.app.window.main_view is not None
    page = clerk.app.window.main_view.current_page
    assert isinstance(page, PaymentsPage)
    clerk.wait(lambda: page._seen is not None)
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: clerk.app.window.findChild(QWidget, "waiting.card.1") is not None)
    clerk.click("waiting.card.1")
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.wait(lambda: ledger_of(clerk.app).cash_to_return() == ())
    assert scene.hung()
    assert not scene.gate.is_through
