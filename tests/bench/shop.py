"""A shop whose clerk does not think: it opens, and is paid in as fast as its window takes keys."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.core.inquiry_flow import Step
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, TEST_TOKEN, Clerk, open_shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

SIZE = (1366, 688)
"""Of the window on the screen of most shops, below its title bar."""
_ACCOUNT = "online_renew"
_LONG = 900.0
"""Seconds."""


@contextmanager
def served() -> Iterator[tuple[str, Path]]:
    """The address of a service in a process of its own, and a folder for the shop that pays at it.

    In that of the program its work would stop the window, and its records count as the program's.
    """
    spawn = get_context("spawn")
    ours, its = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(its,), daemon=True)
    process.start()
    # Only its own end keeps the connection open: should it die, that is heard here.
    its.close()
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            yield ours.recv(), Path(folder)
    finally:
        ours.close()
        process.join()


def _serve(asked: Connection) -> None:
    """Tell the address, and serve until the other end is closed."""
    service = PracticeService(token=TEST_TOKEN, credit=10**8)
    with SandboxServer(service) as server, suppress(EOFError):
        asked.send(server.url)
        asked.recv()


def opened(folder: Path, url: str) -> Clerk:
    """The window once all that begins with it is done."""
    clerk = open_shop(folder, url=url, before=lambda _app: None, size=SIZE)
    # A long record is backed up and checked meanwhile, which takes a while.
    clerk.wait = partial(clerk.wait, seconds=_LONG)  # type: ignore[method-assign]
    settle(clerk)
    return clerk


def settle(clerk: Clerk) -> None:
    """Until jobs that follow from jobs are done too."""
    for _ in range(4):
        clerk.until_idle()


def type_one_by_one(clerk: Clerk, text: str) -> None:
    """Type a text: nobody presses two keys within one turn of the event loop."""
    for letter in text:
        clerk.type(letter)
        QCoreApplication.processEvents()


def press_one_by_one(clerk: Clerk, *keys: Qt.Key) -> None:
    """Press keys, each in a turn of its own."""
    for key in keys:
        clerk.press(key)
        QCoreApplication.processEvents()


def pay(clerk: Clerk) -> None:
    """Pay for the same customer, who is asked about each time but the first.

    The account is pasted and the cash is exact: each letter would cost the window as much as a
    hundredth of the payment, of which nothing is kept.
    """
    clerk.press(Qt.Key.Key_1, ENTER)
    QGuiApplication.clipboard().setText(_ACCOUNT)
    clerk.press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    if clerk.find("confirm.again").isVisible():
        clerk.click("confirm.again")
        clerk.find("confirm.cash").setFocus()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)
