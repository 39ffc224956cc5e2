"""The program on a line that hangs: ``python -m tests.e2e.hanging_program WAY FOLDER URL``.

WAY is what it waits for: the ``balance``, the ``details`` of an account, a ``check`` of a payment
that waits, or the look-up of one that was ``refused``. No time limit of the program's own ends any
of them. A line is printed once the window may be closed.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QWidget

from desktop_app import smoke
from desktop_app.app import App, Outside, run
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.instance.claim import claim
from desktop_app.service import client
from desktop_app.vault.keyring_vault import MemoryVault
from tests.clerk import TEST_TOKEN
from tests.fakes import HandClock

_FOR_EVER = 3600.0


def balance(app: App, clock: HandClock) -> None:
    """It is asked for at the start."""


def details(app: App, clock: HandClock) -> None:
    _look_up(app, "online_renew")


def refused(app: App, clock: HandClock) -> None:
    _pay(app, "practice_not_paid")
    smoke._until(lambda: app.window.flow.is_answered, "answer")


def check(app: App, clock: HandClock) -> None:
    _pay(app, "practice_waiting")
    smoke._until(lambda: app.window.flow.step is Step.RESULT, "result")
    smoke._until(lambda: app.tasks.is_idle, "result")
    clock.move(timedelta(minutes=7))
    app.window.auto_checker.look()


def _look_up(app: App, account: str) -> None:
    tile = QRegularExpression(r"^provider\.tile\.")
    smoke._until(lambda: bool(app.window.findChildren(QWidget, tile)), "start")
    smoke._until(lambda: app.tasks.is_idle, "first answers")
    smoke._press(app, Qt.Key.Key_1)
    smoke._press(app, Qt.Key.Key_Return)
    smoke._until(lambda: app.window.flow.step is Step.CUSTOMER, "customer")
    smoke._field(app, "customer.id").setText(account)
    smoke._field(app, "customer.id").textEdited.emit(account)
    smoke._press(app, Qt.Key.Key_Return)


def _pay(app: App, account: str) -> None:
    _look_up(app, account)
    smoke._until(lambda: app.window.flow.step is Step.CHOICE, "look-up")
    smoke._press(app, Qt.Key.Key_1)
    smoke._press(app, Qt.Key.Key_Return)
    smoke._until(lambda: app.window.flow.step is Step.CONFIRM and app.tasks.is_idle, "confirm")
    for key in (Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_Return):
        smoke._press(app, key)


WAYS = {"balance": balance, "details": details, "check": check, "refused": refused}


def begin(way: str, app: App, clock: HandClock) -> None:
    try:
        smoke._until(lambda: app.window.main_view is not None, "start")
        WAYS[way](app, clock)
        line = "waits"
    except smoke._Stuck as stuck:
        line = f"stuck at {stuck}"
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(way: str, folder: Path, url: str) -> int:
    clock, vault = HandClock(), MemoryVault()
    vault.save(Environment.TEST, TEST_TOKEN)
    patient = replace(
        client.Timeouts(), connect=_FOR_EVER, read=_FOR_EVER, write=_FOR_EVER, total=_FOR_EVER
    )
    client.Timeouts = lambda: patient  # type: ignore[assignment, misc]

    connection = Connection(Environment.TEST, url)
    outside = Outside(data_folder=folder, connection=connection, vault=vault, clock=clock)
    own = claim(folder)
    assert own is not None
    return run(own, outside, lambda app: begin(way, app, clock))


if __name__ == "__main__":
    from desktop_app.__main__ import _leave

    _leave(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
