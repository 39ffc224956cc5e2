"""Does once what every process of the tests would else do for itself in a new checkout."""

from __future__ import annotations

import importlib
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_TESTS = Path(__file__).parent


@settings(max_examples=10, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(), st.text())
def list_letters(_number: int, _text: str) -> None:
    """What Hypothesis does once, in a new checkout: list Unicode's letters, in two seconds."""


def load_every(step: int, *, after: int) -> None:
    """Load each ``step``-th file of the tests, ``after`` so many.

    Pytest rewrites the assertions of what it loads and keeps the bytecode, which takes twice as
    long as all else of the collection. Processes that collect the same files in the same order
    would all rewrite each of them; so they first load some of their own.
    """
    for file in sorted(_TESTS.rglob("test_*.py"))[after::step]:
        name = ".".join((_TESTS.name, *file.relative_to(_TESTS).with_suffix("").parts))
        # Collecting it then tells what is wrong with it.
        with suppress(Exception):
            importlib.import_module(name)
