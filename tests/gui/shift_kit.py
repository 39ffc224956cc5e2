"""At Day close: the keys that open, count and close a shift, and the shift in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from tests.clerk import ENTER, Clerk, ledger_of
from tests.gui.test_places_waiting_checks import settle

if TYPE_CHECKING:
    from desktop_app.core.shifts.shift import Shift
    from desktop_app.ledger.sqlite.shifts import SqliteShifts
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

F6, RETURN = Qt.Key.Key_F6, Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def at_day_close(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    """A shop at Day close, on a Sunday at 2:18 PM, before the first customer."""
    clerk = shops(url=server.url, clock=clock)
    go(clerk)
    return clerk


def go(clerk: Clerk) -> None:
    clerk.press(F6)
    settle(clerk)


def control(clerk: Clerk, key: Qt.Key) -> None:
    focus = clerk.app.window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, CONTROL)
    settle(clerk)


def shifts(clerk: Clerk) -> SqliteShifts:
    ledger: Any = ledger_of(clerk.app)
    found: SqliteShifts = ledger.shifts_of(Environment.TEST)
    return found


def current(clerk: Clerk) -> Shift:
    found = shifts(clerk).current(clerk.app.session.counter().till)
    assert found is not None
    return found


def expected(clerk: Clerk) -> Money:
    moved = shifts(clerk).movements(current(clerk).number)
    return sum((one.amount for one in moved), start=Money(0))


def count(clerk: Clerk, *pieces: str) -> None:
    """Type numbers from 1,000 down, Enter after each, and Enter through the rest."""
    for number in range(9):
        if number < len(pieces):
            clerk.type(pieces[number])
        clerk.press(ENTER)


def opened(clerk: Clerk, thousands: str = "5") -> None:
    control(clerk, RETURN)
    clerk.type(thousands)
    control(clerk, RETURN)
