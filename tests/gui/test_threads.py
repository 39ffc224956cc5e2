"""The window's thread does no input or output, and no worker touches a widget (design, Threads)."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy.engine import Engine

import desktop_app
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.runtime.tasks import Tasks
from tests.clerk import TEST_TOKEN, Clerk, open_shop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


_WAITS = (
    "socket.connect",
    "socket.getaddrinfo",
    "sqlite3.connect",
    "subprocess.Popen",
    "time.sleep",
    "os.mkdir",
    "os.rename",
    "shutil.copyfile",
    "os.scandir",
    "os.listdir",
)
_PROGRAM = Path(desktop_app.__file__).parent
_HEAVY = frozenset({"sqlalchemy", "alembic", "httpx", "keyring", "num2words"})


class WindowWatch:
    """Notes input and output on the thread that made it, while it is switched on."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.on = False
        self._thread = threading.get_ident()
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on or threading.get_ident() != self._thread:
            return
        if event == "open" and isinstance(arguments[0], str):
            # The program's own parts, code and pictures alike, are read once and then kept.
            if not arguments[0].endswith((".py", ".pyc", ".svg", ".ttf", ".qm")):
                self.found.append(f"open {arguments[0]}")
        elif event == "import":
            if str(arguments[0]).partition(".")[0] in _HEAVY:
                self.found.append(f"import {arguments[0]}")
        elif event == "os.listdir" and str(arguments[0]).startswith(str(_PROGRAM)):
            # Python's import looks where a module of ours is.
            return
        elif event in _WAITS:
            self.found.append(f"{event} {arguments[:1]}")

    def statement(self, *_: object) -> None:
        """A query is about to run."""
        if self.on and threading.get_ident() == self._thread:
            self.found.append("a query")


@pytest.fixture(scope="module")
def watch() -> Iterator[WindowWatch]:
    made = WindowWatch()
    sqlalchemy.event.listen(Engine, "before_cursor_execute", made.statement)
    yield made
    made.on = False
    sqlalchemy.event.remove(Engine, "before_cursor_execute", made.statement)


@contextmanager
def watched(watch: WindowWatch) -> Iterator[None]:
    watch.found.clear()
    watch.on = True
    try:
        yield
    finally:
        watch.on = False


def walk_everywhere(clerk: Clerk) -> None:
    """One payment, its paper, all places, and back."""
    clerk.pay(Qt.Key.Key_1, "online_renew", Qt.Key.Key_1, "5000")
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    for place in ("payments", "waiting", "dayclose", "customers", "settings", "payment"):
        clerk.click(f"nav.{place}")
        clerk.until_idle()


def test_the_watch_sees_what_it_must_not(watch: WindowWatch, tmp_path_factory: object) -> None:
    with watched(watch), open("/dev/null", encoding="utf-8"):  # noqa: PTH123
        pass
    assert watch.found == ["open /dev/null"]


class WorkerWatch:
    """Notes every call that a worker makes into a widget, Python's and Qt's alike."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def __call__(self, frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            owner = frame.f_locals.get("self")
            if isinstance(owner, QWidget):
                self.found.add(f"{type(owner).__name__}.{frame.f_code.co_name}")
        elif event == "c_call":
            owner = getattr(argument, "__self__", None)
            if isinstance(owner, QWidget):
                self.found.add(f"{type(owner).__name__}.{getattr(argument, '__name__', '?')}")


@contextmanager
def workers_watched() -> Iterator[WorkerWatch]:
    """All workers that begin in it."""
    seen = WorkerWatch()
    threading.setprofile(seen)
    try:
        yield seen
    finally:
        threading.setprofile(None)


def test_the_watch_sees_a_worker_that_does(qapp: object) -> None:
    widget = QWidget()
    with workers_watched() as workers:
        run_on_worker(widget.width)
    assert workers.found == {"QWidget.width"}


def held_by(job: Callable[..., object]) -> list[object]:
    """What a job keeps alive: of its closure, its object, its partial arguments."""
    held: list[object] = []
    # A job of a known kind holds beside plain values what it works with.
    job = getattr(job, "work", job)
    if isinstance(job, partial):
        held += [*job.args, *job.keywords.values()]
        job = job.func
    held.append(getattr(job, "__self__", None))
    held += [cell.cell_contents for cell in getattr(job, "__closure__", None) or ()]
    return held


@contextmanager
def jobs_watched(patch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """What the jobs hold that are begun in it, by its kind."""
    found: set[str] = set()
    start = Tasks._start

    def noted(tasks: Tasks, pool: Any, job: Any, then: Any, *more: Any) -> int:
        inside = [thing for held in held_by(job) for thing in (held, *inner(held))]
        found.update(type(one).__name__ for one in inside if isinstance(one, QObject))
        return start(tasks, pool, job, then, *more)

    def inner(held: object) -> list[object]:
        return held_by(held) if callable(held) and not isinstance(held, type) else []

    patch.setattr(Tasks, "_start", noted)
    yield found


@dataclass(frozen=True, slots=True)
class Walked:
    """What was found on one walk: waits of the window's thread, calls of workers into widgets, and
    what jobs hold.
    """

    waits: tuple[str, ...]
    touched: frozenset[str]
    held: frozenset[str]


@pytest.fixture(scope="module")
def walked(qapp: object, watch: WindowWatch, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("walked") / "shop"
    with (
        SandboxServer(PracticeService(token=TEST_TOKEN)) as server,
        pytest.MonkeyPatch.context() as patch,
        workers_watched() as workers,
        jobs_watched(patch) as held,
    ):
        clerk = open_shop(folder, url=server.url, paints=False)
        try:
            with watched(watch):
                walk_everywhere(clerk)
        finally:
            clerk.app.close()
    return Walked(tuple(watch.found), frozenset(workers.found), frozenset(held))


def test_the_windows_thread_does_no_input_or_output(walked: Walked) -> None:
    assert walked.waits == ()


def test_no_worker_touches_a_widget(walked: Walked) -> None:
    assert walked.touched == set()


def test_no_job_holds_a_widget(walked: Walked) -> None:
    assert walked.held <= {"Tasks"}


def run_on_worker(job: Callable[[], object]) -> None:
    thread = threading.Thread(target=job)
    thread.start()
    thread.join()
