"""What another start asks for is done on the window's thread, or not at all."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

import pytest

from desktop_app.instance import requests
from desktop_app.instance.ipc import CLOSE, CLOSING, NO, SENDING, SHOW, SHOWN
from desktop_app.instance.requests import InstanceRequests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Window:
    """Notes on which threads it was shown and closed."""

    def __init__(self) -> None:
        self.shown: list[int] = []
        self.closed: list[int] = []
        self.stays = False

    def show(self) -> None:
        self.shown.append(threading.get_ident())

    def close(self) -> bool:
        self.closed.append(threading.get_ident())
        return not self.stays


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def served(
    qapp: QApplication, window: Window, monkeypatch: pytest.MonkeyPatch
) -> Iterator[InstanceRequests]:
    monkeypatch.setattr(requests, "_WAIT_SECONDS", 30.0)
    made = InstanceRequests(window.show, window.close)
    yield made
    made.shut()


def asked(served: InstanceRequests, request: bytes) -> Future[bytes]:
    """Ask as the listening thread does."""
    answer: Future[bytes] = Future()
    threading.Thread(target=lambda: answer.set_result(served.ask(request))).start()
    return answer


def test_it_is_done_on_the_windows_thread(
    served: InstanceRequests, window: Window, qtbot: QtBot
) -> None:
    here = threading.get_ident()
    for request, stays, expected in (
        (SHOW, False, SHOWN),
        (CLOSE, False, CLOSING),
        (CLOSE, True, SENDING),
        (b"nonsense", False, NO),
    ):
        window.stays = stays
        answer = asked(served, request)
        qtbot.waitUntil(answer.done)
        assert answer.result() == expected
    assert (window.shown, window.closed) == ([here], [here, here])


def test_what_was_not_done_in_time_is_never_done(
    served: InstanceRequests,
    window: Window,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(requests, "_WAIT_SECONDS", 0.5)
    answer = asked(served, CLOSE)
    assert answer.result(10) == NO  # the window's thread was busy waiting
    qapp.processEvents()
    assert window.closed == []


def test_nobody_waits_for_a_window_that_is_gone(served: InstanceRequests, window: Window) -> None:
    answer = asked(served, SHOW)
    time.sleep(0.1)
    began = time.monotonic()
    served.shut()
    assert answer.result(10) == NO
    assert asked(served, SHOW).result(10) == NO
    assert time.monotonic() - began < 10
    assert window.shown == []
