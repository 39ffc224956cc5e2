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
        except (Exception, pytest.fail.Exception, pytest.skip.Exception) as trouble:
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


def test_a_row_with_marks_is_refused_since_they_would_do_nothing() -> None:
    with pytest.raises(TypeError, match="takes no marks: two"):
        each("one", [1, pytest.param(2, id="two", marks=pytest.mark.xfail)])


def test_a_row_that_is_skipped_is_told_and_the_others_are_tried() -> None:
    tried_rows: list[int] = []

    @each("number", [1, 2, 3])
    def skips(number: int) -> None:
        tried_rows.append(number)
        if number == 2:
            pytest.skip("not today")

    heard = Heard()
    skips(subtests=heard)
    assert tried_rows == [1, 2, 3]
    assert heard.told == [("2", "not today")]


@each("number", [1, 2])
def test_pytest_gives_it_the_fixtures(number: int, tmp_path_factory: object) -> None:
    assert number
    assert tmp_path_factory is not None
