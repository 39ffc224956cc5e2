"""Durations of jobs that take turns, so that a busy computer slows all of them alike."""

from __future__ import annotations

import gc
import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def milliseconds(job: Callable[[], object]) -> float:
    """How long one run of a job takes."""
    before = time.perf_counter()
    job()
    return (time.perf_counter() - before) * 1000


def take_turns(times: int, *jobs: Callable[[], object]) -> tuple[float, ...]:
    """The median milliseconds of each job, which run one after the other, again and again.

    A first round is not counted: it loads what is loaded once.
    """
    found: list[list[float]] = [[] for _ in jobs]
    for number in range(times + 1):
        for job, durations in zip(jobs, found, strict=True):
            gc.collect()
            taken = milliseconds(job)
            if number:
                durations.append(taken)
    return tuple(statistics.median(durations) for durations in found)


def percentile(values: Sequence[float], percent: float) -> float:
    """The least value that so many percent of all do not exceed."""
    ordered = sorted(values)
    at = -(-len(ordered) * percent // 100) - 1
    return ordered[max(0, int(at))]
