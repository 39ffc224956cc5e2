"""Whatever a clerk presses, no function of the owner is reached without the owner's PIN."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ui.settings.settings_page import SettingsPage
from tests.clerk import Clerk, ledger_of
from tests.gui.owner_kit import come, lock_of, rams_shop
from tests.gui.wandering_kit import OwnerFunctions, Wandering
from tests.people_kit import SITAS
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

WINDOWS, SEQUENCES = (80, 125) if LONG else (1, 14)
"""Many sequences share a window, but not so many that its record becomes a long one to show."""
MOST_SEQUENCES = 5 * SEQUENCES
"""So many where chance has led no clerk to the gate before."""


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, tmp_path: Path, clock: HandClock) -> Clerk:
    clerk = rams_shop(shops, server, tmp_path / "shop", clock)
    clerk.app.window.setUpdatesEnabled(False)  # nobody looks, and painting takes a third of it
    return clerk


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
@pytest.mark.parametrize("window", range(WINDOWS))
def test_whatever_a_clerk_does_no_owners_function_is_reached_without_the_pin(
    clerk: Clerk, clock: HandClock, monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    functions = OwnerFunctions(clerk, monkeypatch)
    gate = clerk.app.window._context.gate
    asked: list[object] = []
    gate.wanted.connect(asked.append)
    before: list[str] = []
    first = window * SEQUENCES
    for seed in range(first, first + MOST_SEQUENCES):
        if asked and seed >= first + SEQUENCES:
            break
        wandering = Wandering(clerk, clock, seed, before)
        wandering.walk()
        before = wandering.did
        told = (seed, wandering.did)
        assert not functions.reached, (functions.reached, told)
        view = clerk.app.window.main_view
        assert view is not None, told
        assert not [at for at in view.findChildren(SettingsPage) if at.isVisible()], told
        assert gate._visit is None, told
        assert gate.is_guarded, told
    assert asked, "no clerk was ever in front of the gate"
    assert ledger_of(clerk.app).payment(1).state is PaymentState.REVIEW  # type: ignore[union-attr]
    assert clerk.app.session.environment is Environment.TEST
    # The listening is real: with the PIN the same functions are reached.
    for dialog in clerk.app.window.findChildren(QDialog):
        if dialog.isVisible() and dialog.isModal():
            dialog.reject()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    clerk.app.window.activateWindow()
    clock.move(timedelta(hours=2))
    if lock_of(clerk) is None:
        clerk.app.window.lock_screen.lock()
    come(clerk, Qt.Key.Key_1, SITAS)
    clerk.press(Qt.Key.Key_F12)
    clerk.until_idle()
    clerk.click("settings.nav.language")
    clerk.click("settings.sounds")
    clerk.until_idle()
    assert functions.reached == ["setting sounds"]
