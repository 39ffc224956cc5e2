"""Runs a part of the benchmarks in a process to itself."""

from __future__ import annotations

import ctypes
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


def in_own_process(bench: Callable[[Scale], list[Figure]], scale: Scale) -> list[Figure]:
    """Run one part, which a module other than ``__main__`` must have.

    Raises:
        Exception: what it raised, or that its process died.
    """
    fresh = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh, initializer=_have_one_heap) as process:
        return process.submit(bench, scale).result()


def _have_one_heap() -> None:
    """Let all threads have one heap, as on Windows.

    Else glibc gives each a heap of its own and keeps there what is freed, 0.2 MiB a payment.
    """
    if sys.platform == "linux":
        limit = getattr(ctypes.CDLL(None), "mallopt", None)
        if limit is not None:
            limit(_M_ARENA_MAX, 1)
