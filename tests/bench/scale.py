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
        waiting: payments that are looked up by the desk alone.
        exported: payments in the record of the shop whose window is watched.
        reconciled: waiting payments that are looked up there.
    """

    starts: int
    repeats: int
    payments: int
    through_window: int
    largest: int
    waiting: int
    exported: int
    reconciled: int


FULL = Scale(
    starts=15, repeats=25, payments=1000, through_window=500, largest=1_000_000, waiting=1000,
    exported=100_000, reconciled=500,
)  # fmt: skip
SHORT = Scale(
    starts=5, repeats=10, payments=200, through_window=15, largest=10_000, waiting=200,
    exported=2000, reconciled=30,
)  # fmt: skip
