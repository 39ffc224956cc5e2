"""A file that was saved can be opened, or shown in its folder, from where it is spoken of."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ENTER, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


class Desktop:
    """The computer's programs: keeps what they were asked for, and on which thread."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Path]] = []
        self.threads: set[int] = set()
        self.has_programs = True

    def open(self, path: Path) -> bool:
        return self._take("open", path)

    def show_in_folder(self, path: Path) -> bool:
        return self._take("folder", path)

    def _take(self, what: str, path: Path) -> bool:
        self.threads.add(threading.get_ident())
        self.asked.append((what, path))
        return self.has_programs


def on_result(clerk: Clerk) -> str:
    clerk.has_paid("bishnu_adhikari", at_result=True)
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    return "result.message"


def on_payments(clerk: Clerk) -> str:
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    return "payments.message"


def on_waiting(clerk: Clerk) -> str:
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    return "waiting.message"


def on_support(clerk: Clerk) -> str:
    clerk.press(Qt.Key.Key_F12)
    clerk.click("settings.nav.backup")
    clerk.until_idle()
    clerk.click("settings.backup.bundle")
    return "settings.backup.bundle"


PLACES = (on_result, on_payments, on_waiting, on_support)


def open_with(shops: OpenShop, server: SandboxServer, folder: Path, desktop: Desktop) -> Clerk:
    with ledger_in(folder / "shop") as ledger:
        payment(ledger, PaymentState.PAID, NOON - 40 * MINUTE, name="Gita Rai")
        payment(ledger, PaymentState.WAITING, NOON - 30 * MINUTE, name="Hari", account="hari")
    return shops(url=server.url, clock=HandClock(), files=desktop)


def test_what_was_saved_is_opened_and_shown(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    desktop = Desktop()
    clerk = open_with(shops, server, tmp_path, desktop)
    before: set[Path] = set()
    for save in PLACES:
        desktop.asked.clear()
        name = save(clerk)
        clerk.until_idle()
        files = set((tmp_path / "shop" / "papers").iterdir())
        (saved,) = files - before
        before = files
        clerk.click(f"{name}.open")
        clerk.until_idle()
        clerk.find(f"{name}.folder").setFocus()
        clerk.press(ENTER)
        clerk.until_idle()
        assert desktop.asked == [("open", saved), ("folder", saved)], name
    assert threading.get_ident() not in desktop.threads, "the window would wait for it"


def test_a_backup_is_shown_in_its_folder(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    desktop = Desktop()
    clerk = open_with(shops, server, tmp_path, desktop)
    clerk.press(Qt.Key.Key_F12)
    clerk.click("settings.nav.backup")
    clerk.until_idle()
    clerk.click("settings.backup.now")
    clerk.until_idle()
    clerk.click("settings.backup.file.folder")
    clerk.until_idle()
    ((what, path),) = desktop.asked
    assert what == "folder"
    assert path.is_file()


def test_a_computer_without_a_program_for_it_is_told(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    desktop = Desktop()
    desktop.has_programs = False
    clerk = open_with(shops, server, tmp_path, desktop)
    name = on_payments(clerk)
    clerk.until_idle()
    clerk.click(f"{name}.open")
    clerk.until_idle()
    assert clerk.says(name) == "The file could not be opened."
    assert not clerk.find(f"{name}.open").isVisible()
