"""At Customers: three accounts of which one is Ram's, the list, and the card above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ui.customers.customer_dialog import CustomerDialog
from tests.fakes import HandClock
from tests.gui.test_places_kit import begin_ledger, three_customers

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

CTRL = Qt.KeyboardModifier.ControlModifier
RAM, RENEW = "rambdr_thapa@worldlink-v2", "online_renew@worldlink-v2"


def at_customers(shops: OpenShop, server: SandboxServer, folder: Path) -> Clerk:
    """Three accounts, of which two run out, one of them within a week; the first is Ram's."""
    begin_ledger(folder / "shop", three_customers)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    return clerk


def names(clerk: Clerk) -> list[str]:
    return [row.cell(0).text for row in clerk.find("customers.list").rows]


def dialog_of(clerk: Clerk) -> CustomerDialog:
    return clerk.until_dialog(CustomerDialog)


def back(clerk: Clerk) -> None:
    """The dialog is gone."""
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is clerk.app.window)
    clerk.until_idle()
