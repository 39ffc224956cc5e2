"""The arithmetic of the benchmarks, whose figures nobody checks by hand."""

from __future__ import annotations

import pytest

from tests.bench.figure import Figure, Goal, at_most, more, rows, table, times
from tests.bench.growth import sizes
from tests.bench.plot import Point, svg
from tests.bench.timing import percentile, take_turns
from tests.tables import each


def figure(value: float, *goals: Goal, baseline: float | None = 10.0) -> Figure:
    return Figure("look-up", "ms", value, baseline, goals)


@each(
    ("value", "goal", "is_met", "is_far_off"),
    [
        (20.0, times(2.0), True, False),
        (20.1, times(2.0), False, False),
        (40.1, times(2.0), False, True),
        (25.0, more(15), True, False),
        (25.1, more(15), False, False),
        (40.1, more(15), False, True),
        (50.0, at_most(50), True, False),
        (50.1, at_most(50), False, False),
        (100.1, at_most(50), False, True),
    ],
)
def test_a_goal_limits_the_value_or_what_it_is_beside_the_baseline(
    value: float, goal: Goal, is_met: bool, is_far_off: bool
) -> None:
    assert figure(value, goal).met is is_met
    assert figure(value, goal).is_far_off is is_far_off


def test_all_goals_of_a_figure_count() -> None:
    assert not figure(15.0, times(1.2), at_most(50)).met
    assert figure(12.0, times(1.2), at_most(50)).met


def test_a_figure_without_a_baseline_has_no_ratio() -> None:
    alone = figure(3.0, at_most(0.7), baseline=None)

    assert alone.as_json() == {
        "name": "look-up",
        "unit": "ms",
        "value": 3.0,
        "baseline": None,
        "ratio": None,
        "goal": "at most 0.7 ms",
        "met": False,
    }


def test_the_json_has_what_the_table_shows() -> None:
    one = figure(25.0, more(15), times(3.0))

    assert one.as_json()["ratio"] == 2.5
    assert one.as_json()["goal"] == "at most 15 ms more, at most 3 times"
    assert rows([one]) == [
        ("look-up", "25 ms", "10 ms", "2.50", "at most 15 ms more, at most 3 times", "yes")
    ]
    assert len({len(line) for line in table([one]).splitlines()}) == 1


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (37_490.0, "ms", "37.5 s"),
        (9999.0, "ms", "9999 ms"),
        (2.9841, "KiB", "2.984 KiB"),
        (25, "", "25"),
    ],
)
def test_the_table_has_amounts_that_are_read_at_a_glance(
    value: float, unit: str, shown: str
) -> None:
    ((_, program, *_),) = rows([Figure("export", unit, value, None)])
    assert program == shown


@each(("percent", "expected"), [(50, 5), (99, 10), (100, 10), (10, 1), (0, 1)])
def test_a_percentile_is_one_of_the_values(percent: float, expected: float) -> None:
    assert percentile(range(10, 0, -1), percent) == expected


def test_jobs_take_turns_and_the_first_round_is_not_counted() -> None:
    order: list[str] = []

    found = take_turns(3, lambda: order.append("ours"), lambda: order.append("bare"))

    assert order == ["ours", "bare"] * 4
    assert len(found) == 2


def test_rounds_that_take_long_are_fewer_but_never_less_than_three() -> None:
    order: list[str] = []

    take_turns(10, lambda: order.append("ours"), lambda: order.append("bare"), seconds=0)

    assert order == ["ours", "bare"] * 4


def test_the_first_round_counts_where_all_was_loaded_before() -> None:
    order: list[str] = []

    take_turns(2, lambda: order.append("ours"), is_warm=True)

    assert order == ["ours"] * 2


def test_the_plot_has_two_lines_a_question_and_a_mark_for_each_size() -> None:
    points = [
        Point("totals", size, own, bare)
        for size, own, bare in ((1000, 1.0, 0.5), (10_000, 2.0, 1.0), (100_000, 9.0, 4.0))
    ]
    drawn = svg(points)
    assert drawn.count("<polyline") == 2
    assert "100,000" in drawn
    assert drawn.count("stroke-dasharray") == 1


def test_a_record_grows_tenfold_each_time() -> None:
    assert sizes(1_000_000) == [1000, 10_000, 100_000, 1_000_000]
    assert sizes(1000) == [1000]
