"""What all tests share: no screen, no settings of the user, no window left behind."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from desktop_app.ui.theme.assets import load_fonts
from tests.compiled_once import compile_once
from tests.new_checkout import list_letters, load_every
from tests.sampling import examples
from tests.stray_windows import StrayWindows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_WORTH_COLLECTING = 100_000

# A test says what is true, not how fast this computer is: on a busy one an example takes any time.
settings.register_profile("untimed", deadline=None, max_examples=examples(100))
settings.load_profile("untimed")

compile_once()

# What is loaded and collected from here on stays: to look for garbage in it again and again takes a
# fifth of that time, and in a new checkout half of the time in which pytest rewrites assertions.
gc.disable()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the program's own fonts."""
    load_fonts()
    return qapp


@pytest.fixture(scope="session", autouse=True)
def collect_on_this_thread() -> None:
    """As in the program: a cycle with a widget in it must not be collected on a worker.

    Each window collects when it closes, and Python itself never. What pytest and the libraries hold
    until the end is no garbage, and more than a whole window: it is left out. So it stays to the
    end: to look through it once more takes a process of a whole run seconds.
    """
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Where several processes collect the tests, each of them compiles some of a new checkout."""
    config = session.config
    # What pytest-xdist tells each of several processes; the one that waits for them has none.
    mine: dict[str, Any] | None = getattr(config, "workerinput", None)
    if config.getoption("numprocesses", None):
        list_letters()
    elif mine is not None and config.args == config.getini("testpaths"):
        number = int(mine["workerid"].removeprefix("gw"))
        load_every(mine["workercount"], after=number)


@pytest.fixture(scope="session", autouse=True)
def hypothesis_is_ready() -> None:
    """Letters are listed when a text is first drawn: that must not count as a test's slow input."""
    list_letters()


@pytest.fixture(autouse=True)
def collect_now_and_then() -> Iterator[None]:
    """Collect between tests, when enough has been made for it to be worth the time."""
    yield
    if gc.get_count()[0] > _WORTH_COLLECTING:
        gc.collect()


@pytest.fixture(scope="session")
def stray_windows() -> StrayWindows:
    """What shows as a window of its own from now on.

    Made once: each change of Qt's classes makes Python look up anew what they can do.
    """
    return StrayWindows()


@pytest.fixture
def no_stray_windows(stray_windows: StrayWindows) -> Iterator[None]:
    """Fails where a part of a page flashes up as a window, which also steals the keyboard."""
    stray_windows.seen.clear()
    yield
    assert stray_windows.seen == []
