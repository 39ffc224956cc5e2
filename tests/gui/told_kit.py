"""What could not be recorded: how it comes to that, with keys, and what the window says of it."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.sqlite.shifts import SqliteShifts
from desktop_app.ui.customers.settle_dialog import SettleDialog
from desktop_app.ui.shift.movement_dialog import MovementDialog
from tests.clerk import ENTER, Clerk, ledger_of
from tests.gui.shift_kit import current, go, opened, shifts
from tests.gui.tasks_kit import HeldRecords
from tests.other_program import locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QDialog

F2, F4, F6, R = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_R
CTRL = Qt.KeyboardModifier.ControlModifier
PAPER = "Note it on paper, and record it again later."


def told(clerk: Clerk) -> str:
    """What stands above all pages; empty where nothing does."""
    return clerk.says("window.trouble") if clerk.sees("window.trouble") else ""


def put_away(clerk: Clerk) -> None:
    clerk.click("window.trouble.close")


# --- the drawer ---------------------------------------------------------------------------


def at_open_shift(clerk: Clerk) -> None:
    go(clerk)
    opened(clerk)


def move(clerk: Clerk, amount: str, reason: str) -> None:
    """Cash that is taken out, with keys; what comes of it is not waited for."""
    clerk.press(Qt.Key.Key_M, modifier=CTRL)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), MovementDialog))
    for words in (amount, reason):
        clerk.type(words)
        clerk.press(ENTER)
    clerk.press(ENTER)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is clerk.app.window)


def move_twice(clerk: Clerk, monkeypatch: pytest.MonkeyPatch, *moves: tuple[str, str]) -> None:
    """Two movements are under way at once; the record does not take the first, and the second."""
    at_open_shift(clerk)
    monkeypatch.setattr(SqliteShifts, "move", partialmethod(_refused_once, SqliteShifts.move, []))
    with HeldRecords(clerk.app.tasks):
        for amount, reason in moves:
            move(clerk, amount, reason)
    clerk.until_idle()


def _refused_once(
    drawer: SqliteShifts, move: Callable[..., None], refused: list[str], *given: Any
) -> None:
    """The drawer's record does not take the first movement, and takes all others."""
    if not refused:
        refused.append("once")
        raise LedgerError(Problem.LEDGER_LOCKED)
    move(drawer, *given)


def reasons(clerk: Clerk) -> list[str]:
    moved = shifts(clerk).movements(current(clerk).number)
    return [one.reason for one in moved if one.reason]


# --- cash that goes back ------------------------------------------------------------------


def give_back_and_leave(clerk: Clerk, record_file: Path, key: Qt.Key) -> None:
    """The clerk goes elsewhere by a key before it is known that the cash is not recorded."""
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(key)
        clerk.until_idle()


def owes_cash(clerk: Clerk, number: int = 1) -> bool:
    paid = ledger_of(clerk.app).payment(number)
    assert paid is not None
    return paid.owes_cash


# --- on account ---------------------------------------------------------------------------


def settle(clerk: Clerk, dialog: QDialog, amount: str) -> None:
    """What a customer gives, with keys; what comes of it is not waited for."""
    clerk.press(ENTER)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), SettleDialog))
    clerk.type(amount)
    clerk.press(ENTER, ENTER)
    dialog.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is dialog)
