"""All garbage is collected while nobody uses the program, and what stays is left out otherwise."""

from __future__ import annotations

import gc
import time
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.settings import Language
from desktop_app.ui.runtime.garbage import GuiThreadGarbageCollector
from tests.clerk import ENTER, Clerk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

_UNTIL_QUIET = 5
"""Intervals without use after which all is collected."""


class Ring:
    """Garbage that only a collection finds, once nobody refers to it."""

    def __init__(self) -> None:
        self.itself = self


class Jobs:
    """Tells whether a job is awaited."""

    awaited = False

    def are_done(self) -> bool:
        return not self.awaited


@pytest.fixture(scope="module", autouse=True)
def windows_leave_nothing_out() -> None:
    """Here they do, as in the program."""


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def collector(qapp: QApplication, jobs: Jobs) -> Iterator[GuiThreadGarbageCollector]:
    """A collector that has frozen what was there, and looks only when it is told to."""
    gc.collect()
    made = GuiThreadGarbageCollector()
    made._timer.stop()
    made.freeze_when(jobs.are_done)
    made._check()
    yield made
    # What is frozen stays so for the next test: to look through a whole process takes longer.
    made._has_frozen = False
    made.stop()


def dropped_ring() -> weakref.ref[Ring]:
    return weakref.ref(Ring())


def use_the_thread() -> None:
    """As long as a key and what it changes on the screen take."""
    end = time.thread_time() + 0.05
    while time.thread_time() < end:
        pass


def frozen_ring() -> weakref.ref[Ring]:
    """Garbage that was in use when all else was frozen."""
    ring = Ring()
    gc.freeze()
    return weakref.ref(ring)


def wait_quietly(collector: GuiThreadGarbageCollector) -> None:
    """As long as all is collected."""
    for _ in range(_UNTIL_QUIET):
        collector._check()


def make_much() -> list[list[int]]:
    """Objects that stay, as many as are worth a collection."""
    return [[number] for number in range(2000)]


def test_what_was_there_is_looked_through_only_in_a_quiet_moment(
    collector: GuiThreadGarbageCollector,
) -> None:
    old = frozen_ring()
    kept = make_much()
    gc.collect()
    assert old() is not None, "a full collection looks through frozen objects"
    kept += make_much()
    for _ in range(_UNTIL_QUIET - 1):
        collector._check()
    assert old() is not None
    collector._check()
    assert old() is None
    assert gc.get_count()[0] < gc.get_threshold()[0], "the remaining objects are frozen"


def test_use_puts_the_quiet_moment_off(collector: GuiThreadGarbageCollector) -> None:
    old, kept = frozen_ring(), make_much()
    for _ in range(3 * _UNTIL_QUIET):
        use_the_thread()
        collector._check()
    assert old() is not None
    assert kept


def test_a_job_puts_the_quiet_moment_off(collector: GuiThreadGarbageCollector, jobs: Jobs) -> None:
    old, kept = frozen_ring(), make_much()
    jobs.awaited = True
    for _ in range(3 * _UNTIL_QUIET):
        collector._check()
    assert old() is not None
    assert kept


def test_what_is_young_is_collected_all_the_time(collector: GuiThreadGarbageCollector) -> None:
    young, kept = dropped_ring(), make_much()
    use_the_thread()
    collector._check()
    assert young() is None
    assert kept


def test_what_the_start_has_made_is_left_out_while_jobs_are_awaited_too(
    qapp: QApplication, jobs: Jobs
) -> None:
    """A backup begins soon after the start, and all of its looks would go through it."""
    jobs.awaited = True
    gc.collect()
    before = gc.get_freeze_count()
    made = GuiThreadGarbageCollector()
    try:
        made._timer.stop()
        made.freeze_when(jobs.are_done)
        kept = make_much()
        made._check()
        assert gc.get_freeze_count() >= before + len(kept)
    finally:
        made._has_frozen = False
        made.stop()


def test_where_nothing_was_made_a_quiet_moment_collects_nothing(
    collector: GuiThreadGarbageCollector,
) -> None:
    first = frozen_ring()
    wait_quietly(collector)
    assert first() is None, "the start left something behind"
    second = frozen_ring()
    use_the_thread()
    collector._check()
    wait_quietly(collector)
    assert second() is not None


def test_the_end_collects_what_was_frozen(
    qapp: QApplication, collector: GuiThreadGarbageCollector
) -> None:
    old = frozen_ring()
    collector.stop()
    assert old() is None
    assert gc.get_freeze_count() == 0


def test_pages_that_were_built_anew_are_freed_in_a_quiet_moment(clerk: Clerk) -> None:
    clerk.press(ENTER)
    collector, session = clerk.app.collector, clerk.app.session
    collector._timer.stop()
    collector._check()
    assert gc.get_freeze_count()
    old = weakref.ref(clerk.app.window.main_view)
    session.change(replace(session.settings, language=Language.NEPALI))
    clerk.wait(lambda: clerk.app.window.main_view not in (None, old()))
    clerk.until_idle()
    # The interval that ends now is one of use.
    collector._check()
    wait_quietly(collector)
    assert old() is None
