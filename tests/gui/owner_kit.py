"""Ram at the counter of a shop with an owner, and the question for the owner's PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.ui.lock.owner_question import OwnerQuestion
from tests.clerk import ENTER, Clerk
from tests.gui.test_places_waiting_checks import pay_for_the_owner
from tests.people_kit import RAMS, people_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from desktop_app.ui.lock.lock_page import LockPage
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

ALT = Qt.KeyboardModifier.AltModifier


def rams_shop(shops: OpenShop, server: SandboxServer, folder: Path, clock: HandClock) -> Clerk:
    """Ram is at the counter, in front of Waiting with a payment that the owner must decide."""
    people_in(folder)
    clerk = shops(url=server.url, clock=clock)
    come(clerk, Qt.Key.Key_2, RAMS)
    pay_for_the_owner(clerk, clock)
    return clerk


def lock_of(clerk: Clerk) -> LockPage | None:
    return clerk.app.window.lock_screen.page


def come(clerk: Clerk, digit: Qt.Key, pin: str) -> None:
    clerk.wait(lambda: lock_of(clerk) is not None)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
    clerk.press(digit, modifier=ALT)
    clerk.type(pin)
    clerk.press(ENTER)
    clerk.wait(lambda: lock_of(clerk) is None)
    clerk.until_idle()


def question_of(clerk: Clerk) -> OwnerQuestion:
    found = [at for at in clerk.app.window.findChildren(OwnerQuestion) if at.isVisible()]
    assert found
    found[0].activateWindow()
    field = found[0].findChild(QLineEdit, "owner.pin")
    assert isinstance(field, QLineEdit)
    clerk.wait(field.hasFocus)
    return found[0]


def back(clerk: Clerk) -> None:
    """A question is closed: the window has the keyboard again."""
    clerk.until_idle()
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.focusWidget() is not None)
