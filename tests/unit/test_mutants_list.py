"""The list of mutants fits the code it breaks: run them with ``dev.py mutants``."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from tests.mutants.every import MUTANTS, ROOT, broken
from tests.tables import each

if TYPE_CHECKING:
    from tests.mutants.mutant import Mutant


FILES = sorted({mutant.file for mutant in MUTANTS})


@each("file", FILES)
def test_each_break_has_its_place_and_leaves_valid_python(file: str) -> None:
    for mutant in MUTANTS:
        if mutant.file == file:
            ast.parse(broken(mutant, ROOT), filename=mutant.name)


def test_the_tests_of_each_break_are_there() -> None:
    for mutant in MUTANTS:
        assert files_of(mutant), mutant.name
        assert all((ROOT / file).is_file() for file in files_of(mutant)), mutant.name


def test_the_words_that_choose_its_tests_choose_some() -> None:
    for mutant in MUTANTS:
        after = zip(mutant.tests, mutant.tests[1:], strict=False)
        words = " ".join(chosen for option, chosen in after if option == "-k").split()
        for word in words:
            named = any(word in name for file in files_of(mutant) for name in names_in(file))
            assert named or word in {"and", "or", "not"}, (mutant.name, word)


def files_of(mutant: Mutant) -> list[str]:
    """The files of the tests that catch it."""
    return [argument for argument in mutant.tests if argument.startswith("tests/")]


@cache
def names_in(file: str) -> tuple[str, ...]:
    """The names of a file's tests, and of its parts that hold some."""
    parts = ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8")))
    named = (part for part in parts if isinstance(part, ast.FunctionDef | ast.ClassDef))
    return tuple(part.name for part in named if part.name.lower().startswith("test"))


def test_names_are_told_apart() -> None:
    assert [name for name, times in Counter(one.name for one in MUTANTS).items() if times > 1] == []
    assert len(MUTANTS) >= 24
