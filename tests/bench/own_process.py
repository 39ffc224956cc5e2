"""Runs a part of the benchmarks in a process to itself."""

from __future__ import annotations

import ctypes
import pkgutil
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.figure import Figure
    from tests.bench.scale import Scale

_M_ARENA_MAX = -8
"""As ``malloc.h`` names it."""


def in_own_process(place: str, scale: Scale) -> list[Figure]:
    """Run one part, the function of a module other than ``__main__``: ``module:function``.

    Raises:
        Exception: what it raised, or that its process died.
    """
    fresh = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh, initializer=_have_one_heap) as process:
        return process.submit(_run, place, scale).result()


def _run(place: str, scale: Scale) -> list[Figure]:
    bench: Callable[[Scale], list[Figure]] = pkgutil.resolve_name(place)
    return bench(scale)


def _have_one_heap() -> None:
    """Let all threads have one heap, as on Windows.

    Else glibc gives each a heap of its own and keeps there what is freed, 0.2 MiB a payment.
    """
    if sys.platform == "linux":
        limit = getattr(ctypes.CDLL(None), "mallopt", None)
        if limit is not None:
            limit(_M_ARENA_MAX, 1)
