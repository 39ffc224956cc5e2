"""Durations of jobs that take turns, so that a busy computer slows all of them alike."""

from __future__ import annotations

import gc
import math
import statistics
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LEAST = 3
"""Rounds that are counted, however long they take."""


def milliseconds(job: Callable[[], object]) -> float:
    """How long one run of a job takes."""
    before = time.perf_counter()
    job()
    return (time.perf_counter() - before) * 1000


def take_turns(
    times: int, *jobs: Callable[[], object], seconds: float = math.inf, is_warm: bool = False
) -> tuple[float, ...]:
    """The median milliseconds of each job, which run one after the other, again and again.

    A first round is not counted, unless it ``is_warm``: it loads what is loaded once. Where rounds
    take long, there are fewer of them than ``times``: no more begin after so many seconds, but for
    the least. No garbage is collected meanwhile, as by ``timeit``: to look through all objects of
    the process empties the processor's caches, of which Python needs more than SQLite.
    """
    found: list[list[float]] = [[] for _ in jobs]
    end = time.monotonic() + seconds
    with _no_collections():
        for number in range(1 if is_warm else 0, times + 1):
            if number > _LEAST and time.monotonic() > end:
                break
            for job, durations in zip(jobs, found, strict=True):
                taken = milliseconds(job)
                if number:
                    durations.append(taken)
    return tuple(statistics.median(durations) for durations in found)


@contextmanager
def _no_collections() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def percentile(values: Sequence[float], percent: float) -> float:
    """The least value that so many percent of all do not exceed."""
    ordered = sorted(values)
    at = -(-len(ordered) * percent // 100) - 1
    return ordered[max(0, int(at))]
