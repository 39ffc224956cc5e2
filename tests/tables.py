"""Tests of a whole table, whose rows need nothing of their own but their values."""

from __future__ import annotations

import functools
import inspect
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    _Check = Callable[..., None]
    _Names = str | tuple[str, ...]
    _Ids = Iterable[str] | Callable[[Any], str]
    _Rows = list[tuple[str, dict[str, Any]]]


def each(names: _Names, rows: Iterable[Any], ids: _Ids = repr) -> Callable[[_Check], _Check]:
    """As ``pytest.mark.parametrize``, but one test, with a subtest for each row.

    A row that does not hold is named, and so is one that is skipped; the others are tried as well.
    Every process of a whole run collects every test: for thousands of rows that takes longer than
    to try them. Fixtures are made once for all rows: one row sees what the one before it left.
    Rows with marks are refused.
    """
    given = list(rows)
    said = [ids(row) for row in given] if callable(ids) else list(ids)
    table = [_row(names, row, name) for row, name in zip(given, said, strict=True)]

    def decorate(function: _Check) -> _Check:
        check, inner = getattr(function, "table", (function, [("", {})]))
        every = [
            (f"{name} {other}".rstrip(), {**row, **more})
            for (other, more), (name, row) in product(inner, table)
        ]
        return _test(check, every)

    return decorate


def _row(names: _Names, row: Any, name: str) -> tuple[str, dict[str, Any]]:
    if isinstance(row, pytest.ParameterSet):
        if row.marks:
            raise TypeError(f"A row of a table takes no marks: {row.id or name}")
        row, name = row.values if isinstance(names, tuple) else row.values[0], str(row.id or name)
    values = row if isinstance(names, tuple) else (row,)
    return name, dict(zip((names,) if isinstance(names, str) else names, values, strict=True))


def _test(check: _Check, every: _Rows) -> _Check:
    @functools.wraps(check)
    def test(subtests: pytest.Subtests, **fixtures: Any) -> None:
        for name, row in every:
            try:
                check(**row, **fixtures)
            except (Exception, pytest.fail.Exception, pytest.skip.Exception):
                # A subtest only where there is something to tell: each is reported on its own.
                with subtests.test(name):
                    raise

    asks = inspect.signature(check)
    needs = ["subtests", *(name for name in asks.parameters if name not in every[0][1])]
    parameters = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in needs]
    vars(test).update(table=(check, every), __signature__=inspect.Signature(parameters))
    return test
