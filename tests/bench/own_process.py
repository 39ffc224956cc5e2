"""Runs a part of the benchmarks in a process to itself."""

from __future__ import annotations

import pkgutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.figure import Figure
    from tests.bench.scale import Scale


def in_own_process(place: str, scale: Scale) -> list[Figure]:
    """Run one part, the function of a module other than ``__main__``: ``module:function``.

    Raises:
        Exception: what it raised, or that its process died.
    """
    fresh = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as process:
        return process.submit(_run, place, scale).result()


def _run(place: str, scale: Scale) -> list[Figure]:
    bench: Callable[[Scale], list[Figure]] = pkgutil.resolve_name(place)
    return bench(scale)
