"""What tests of the workers need: an owner for callbacks, a job that waits, and the way to wait."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from desktop_app.ui.runtime.tasks import Result
from tests.servers import wait_until

KINDS = ("money", "check", "record", "paper", "read", "call")
"""The methods of ``Tasks`` that take a job."""


class Listener(QObject):
    """Owns callbacks, and keeps what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Result[object]] = []
        self.kinds: list[str] = []

    def take(self, done: Result[object]) -> None:
        self.heard.append(done)

    def take_of(self, kind: str, done: Result[object]) -> None:
        self.kinds.append(kind)
        self.heard.append(done)

    @property
    def values(self) -> list[object]:
        return [done.value for done in self.heard]


class Gate:
    """A job that waits until it is let through."""

    def __init__(self) -> None:
        self.entered, self._open = threading.Event(), threading.Event()

    def __call__(self, *_: object) -> None:
        self.entered.set()
        self._open.wait(10)

    def open(self) -> None:
        self._open.set()


def until(condition: Callable[[], bool]) -> None:
    """Let callbacks come, until something is true."""

    def true() -> bool:
        QTest.qWait(1)
        return condition()

    wait_until(true)
