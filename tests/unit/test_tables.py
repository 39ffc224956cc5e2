"""A test of a table tries every row, tells which ones do not hold, and is given its fixtures."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tables import each

if TYPE_CHECKING:
    from collections.abc import Iterator


class Heard:
    """What is told of the rows, as pytest would tell it."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    @contextmanager
    def test(self, name: str) -> Iterator[None]:
        try:
            yield
        except (Exception, pytest.fail.Exception) as trouble:
            self.told.append((name, str(trouble)))


def tried(where: list[tuple[int, str]]) -> Heard:
    heard = Heard()
    check(subtests=heard, where=where)
    return heard


@each("number", [1, pytest.param(2, id="two"), 3])
@each(("word", "bad"), [("a", 1), ("b", 2)], ids=lambda row: row[0])
def check(where: list[tuple[int, str]], number: int, word: str, bad: int) -> None:
    where.append((number, word))
    if number == 3 and word == "b":
        pytest.fail("three")
    if number == bad:
        raise ValueError(word)


def test_every_row_is_tried_and_each_that_does_not_hold_is_told() -> None:
    where: list[tuple[int, str]] = []
    told = tried(where).told
    assert sorted(where) == [(number, word) for number in (1, 2, 3) for word in "ab"]
    assert sorted(told) == [("1 a", "a"), ("3 b", "three"), ("two b", "b")]


def test_names_that_do_not_fit_the_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        each(("one", "two"), [(1, 2, 3)])
    with pytest.raises(ValueError, match="zip"):
        each("one", [1, 2], ids=["a"])


@each("number", [1, 2])
def test_pytest_gives_it_the_fixtures(number: int, tmp_path_factory: object) -> None:
    assert number
    assert tmp_path_factory is not None
