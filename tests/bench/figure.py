"""A measured figure beside its baseline and its goals, and how a list of them is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOM = 2.0
"""How far beyond its goal a figure must be for the short run to end red."""
_IN_SECONDS = 10_000
"""From so many milliseconds on a table has seconds."""


class Against(Enum):
    """What a goal limits: the value, or what it is beside the baseline."""

    VALUE = "at most {limit} {unit}"
    TIMES = "at most {limit} times"
    MORE = "at most {limit} {unit} more"


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit of a figure."""

    against: Against
    limit: float

    def text(self, unit: str) -> str:
        """The goal in words."""
        return self.against.value.format(limit=f"{self.limit:g}", unit=unit)


def times(limit: float) -> Goal:
    """At most so many times the baseline."""
    return Goal(Against.TIMES, limit)


def more(limit: float) -> Goal:
    """At most so much more than the baseline."""
    return Goal(Against.MORE, limit)


def at_most(limit: float) -> Goal:
    """At most so much, whatever the baseline is."""
    return Goal(Against.VALUE, limit)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the program, of its baseline in the same run, and what it is to be.

    A goal that speaks of the baseline needs one.
    """

    name: str
    unit: str
    value: float
    baseline: float | None
    goals: tuple[Goal, ...] = ()

    @property
    def ratio(self) -> float | None:
        """The value in baselines."""
        return self.value / self.baseline if self.baseline else None

    @property
    def goal(self) -> str:
        """All goals in words."""
        return ", ".join(goal.text(self.unit) for goal in self.goals)

    @property
    def met(self) -> bool:
        """Every goal is reached."""
        return all(self._measured(goal) <= goal.limit for goal in self.goals)

    @property
    def is_far_off(self) -> bool:
        """A goal is missed by more than a busy computer explains."""
        return any(self._measured(goal) > ROOM * goal.limit for goal in self.goals)

    def as_json(self) -> dict[str, object]:
        """The figure as ``dev.py bench --json`` writes it."""
        return {
            "name": self.name,
            "unit": self.unit,
            "value": round(self.value, 4),
            "baseline": None if self.baseline is None else round(self.baseline, 4),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "goal": self.goal,
            "met": self.met,
        }

    def _measured(self, goal: Goal) -> float:
        if goal.against is Against.VALUE:
            return self.value
        assert self.baseline is not None, f"{self.name} has no baseline"
        return (
            self.value - self.baseline
            if goal.against is Against.MORE
            else self.value / self.baseline
        )


HEAD = ("figure", "program", "baseline", "ratio", "goal", "met")


def rows(figures: Iterable[Figure]) -> list[tuple[str, ...]]:
    """The cells of the table, without its head."""
    return [
        (
            one.name,
            _amount(one.value, one.unit),
            "-" if one.baseline is None else _amount(one.baseline, one.unit),
            "-" if one.ratio is None else f"{one.ratio:.2f}",
            one.goal or "-",
            ("yes" if one.met else "no") if one.goals else "-",
        )
        for one in figures
    ]


def _amount(value: float, unit: str) -> str:
    if unit == "ms" and value >= _IN_SECONDS:
        return f"{value / 1000:.1f} s"
    return f"{value:.4g} {unit}".rstrip()


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns, for a terminal; a document in Markdown takes them as well."""
    cells = [HEAD, *rows(figures)]
    wide = [max(len(row[at]) for row in cells) for at in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(wide[at]) for at, cell in enumerate(row)) + " |"
        for row in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in wide) + " |")
    return "\n".join(lines)
