"""How much a run of the benchmarks does: all of it, or the short version of each change."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """How often things are repeated, and how large records are.

    Attributes:
        starts: starts of a process for each figure of the start.
        repeats: of what takes milliseconds.
        payments: recorded for the figures of the record.
        through_window: paid through the real window.
        largest: payments in the largest record.
        waiting: payments that are reconciled.
    """

    starts: int
    repeats: int
    payments: int
    through_window: int
    largest: int
    waiting: int


FULL = Scale(
    starts=15, repeats=25, payments=1000, through_window=500, largest=1_000_000, waiting=1000
)
SHORT = Scale(starts=5, repeats=10, payments=200, through_window=20, largest=10_000, waiting=200)
