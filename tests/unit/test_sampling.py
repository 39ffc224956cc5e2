"""What a short run leaves out is a combination, never a value."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, product
from pathlib import Path

import pytest

from tests.sampling import examples, pairs, some, values

AXES = (
    (("en", "ne"), ("live", "practice"), ("large", "small")),
    ((1366, 1280, 1093, 1024, 911), ("light", "dark", "black", "white"), ("en", "ne")),
    (("one",), ("only", "two")),
)


@pytest.mark.parametrize("axes", AXES)
def test_each_two_values_meet(axes: tuple[tuple[object, ...], ...]) -> None:
    found = pairs(*axes, everything=False)
    for one, other in combinations(range(len(axes)), 2):
        met = {(row[one], row[other]) for row in found}
        assert met == set(product(axes[one], axes[other]))
    assert found == pairs(*axes, everything=False), "another run would try others"


def test_pairs_are_fewer_than_all() -> None:
    assert len(pairs(*AXES[0], everything=False)) == 4
    assert len(pairs(*AXES[1], everything=False)) < 30


@pytest.mark.parametrize("axes", AXES)
def test_each_value_occurs(axes: tuple[tuple[object, ...], ...]) -> None:
    found = values(*axes, everything=False)
    assert [{row[at] for row in found} for at in range(len(axes))] == [set(axis) for axis in axes]
    assert len(found) == max(map(len, axes))


@pytest.mark.parametrize("axes", AXES)
def test_the_long_run_tries_everything(axes: tuple[tuple[object, ...], ...]) -> None:
    assert set(pairs(*axes, everything=True)) == set(product(*axes))
    assert set(values(*axes, everything=True)) == set(product(*axes))
    assert some(range(90), 5, everything=True) == range(90)


def test_a_few_of_many_are_spread_from_the_first_to_the_last() -> None:
    assert some(range(10, 91), 5, everything=False) == [10, 30, 50, 70, 90]
    assert some(range(3), 5, everything=False) == range(3)


def test_fewer_examples_are_drawn_and_never_less_than_some() -> None:
    assert [examples(most, everything=False) for most in (1500, 100)] == [375, 40]
    assert examples(1500, everything=True) == 1500


@pytest.mark.parametrize(("wanted", "rows"), [("1", 8), ("", 4)])
def test_the_long_run_is_asked_for_by_a_variable(wanted: str, rows: int) -> None:
    code = "from tests.sampling import pairs; print(len(pairs('ab', 'cd', 'ef')))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "BHUKTANI_LONG": wanted},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(rows)
