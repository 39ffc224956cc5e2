"""Which combinations of several axes a run tries: all of them, or few that leave out no value.

A matrix of looks, languages, environments and sizes grows with each axis, and most of what it finds
is found by two values that meet. So a run takes a sample, always the same one, in which all pairs
meet, or in which at least each value occurs. ``BHUKTANI_LONG=1`` takes the whole product.
"""

from __future__ import annotations

import os
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = os.environ.get("BHUKTANI_LONG") == "1"
"""Everything is tried, for as long as it takes."""

_Value = TypeVar("_Value")
_Pair = tuple[tuple[int, Any], tuple[int, Any]]


def pairs(*axes: Sequence[Any], everything: bool = LONG) -> list[tuple[Any, ...]]:
    """Rows in which each two values of different axes meet at least once; else all rows."""
    rows = list(product(*axes))
    if everything:
        return rows
    taken: list[tuple[Any, ...]] = []
    open_pairs = {pair for row in rows for pair in _met_in(row)}
    while open_pairs:
        best = max(rows, key=lambda row: len(open_pairs & _met_in(row)))
        taken.append(best)
        open_pairs -= _met_in(best)
    return taken


def _met_in(row: tuple[Any, ...]) -> set[_Pair]:
    return set(combinations(enumerate(row), 2))


def values(*axes: Sequence[Any], everything: bool = LONG) -> list[tuple[Any, ...]]:
    """Rows in which each value of each axis occurs, as many as the longest axis has; else all."""
    if everything:
        return list(product(*axes))
    longest = max(map(len, axes))
    return [tuple(axis[number % len(axis)] for axis in axes) for number in range(longest)]


def examples(most: int, *, everything: bool = LONG) -> int:
    """How many examples Hypothesis draws for a rule that each of them shows; else all of them.

    Each run draws others.
    """
    return most if everything else max(most // 4, 40)


def some(of: Sequence[_Value], few: int, *, everything: bool = LONG) -> Sequence[_Value]:
    """A few of many steps of one way, evenly spread, the first and the last among them; else all.

    For what has an order and no values of its own, such as the moments at which a process dies.
    """
    if everything or len(of) <= few:
        return of
    return [of[number * (len(of) - 1) // (few - 1)] for number in range(few)]
