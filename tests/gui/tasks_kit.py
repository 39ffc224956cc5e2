"""What tests of the workers need: an owner for callbacks, a job that waits, and the way to wait."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop_app.printing.output import PrintError, PrintProblem
from tests.turns import turn_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.printing.blocks import Document
    from desktop_app.ui.runtime.tasks import Result, Tasks

KINDS = ("pay", "money", "check", "record", "paper", "keyring", "maintain", "read", "call")
"""The methods of ``Tasks`` that take a job."""


class Listener(QObject):
    """Owns callbacks, and keeps what they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Result[object]] = []
        self.news: list[object] = []

    def take(self, done: Result[object]) -> None:
        self.heard.append(done)

    def note(self, news: object) -> None:
        self.news.append(news)

    @property
    def values(self) -> list[object]:
        return [done.value for done in self.heard]


@dataclass(frozen=True)
class Named:
    """A job that is only a call."""

    work: Callable[..., object]
    name: str = "a job of a test"

    def __call__(self, report: Any = None) -> object:
        return self.work() if report is None else self.work(report)


def start(tasks: Tasks, kind: str, job: Callable[..., object], listener: Listener) -> int:
    """Give a job of that kind to the workers."""
    if kind == "pay":
        return tasks.pay(Named(job), listener.take, listener.note)
    told = (None,) if kind == "record" else ()
    number: int = getattr(tasks, kind)(Named(job), listener.take, *told)
    return number


class Gate:
    """A job that waits until it is let through."""

    name = "a gate"

    def __init__(self, seconds: float = 20) -> None:
        self.entered, self._open = threading.Event(), threading.Event()
        self._seconds = seconds
        self.is_through = False

    def __call__(self, *_: object, **__: object) -> None:
        self.entered.set()
        self._open.wait(self._seconds)
        self.is_through = True

    def open(self) -> None:
        self._open.set()


class HeldRecords:
    """The worker that records: it does nothing until it is let go."""

    def __init__(self, tasks: Tasks) -> None:
        self._gate = Gate()
        start(tasks, "record", self._gate, Listener())

    def __enter__(self) -> None:
        """Hold it."""

    def __exit__(self, *_: object) -> None:
        self._gate.open()


class NoPrinter:
    """A printer that is found to be gone when it is told to go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def print(self, _document: Document, _printer: str = "") -> None:
        self.go_on.wait(10)
        raise PrintError(PrintProblem.PRINTER_GONE, printer="Counter 80")


def until(condition: Callable[[], bool]) -> None:
    """Let callbacks come, until something is true."""
    turn_until(condition, 10)
