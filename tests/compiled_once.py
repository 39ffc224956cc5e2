"""Compiles each statement of the ledger once in a process, not anew for each ledger.

The program opens a ledger a start; tests open thousands of them. Each engine of SQLAlchemy has a
cache of its own, so each ledger would compile all its statements again, for half of its time.
"""

from __future__ import annotations

import functools
from typing import Any

from sqlalchemy import create_engine

from desktop_app.ledger.sqlite import connections as connection


class Compiled(dict[tuple[Any, ...], Any]):
    """What was compiled, for all engines: their dialects are objects of their own, but alike."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)


_COMPILED = Compiled()


def compile_once() -> None:
    """Let all ledgers of this process share what is compiled, from now on."""
    options = {"compiled_cache": _COMPILED}
    # Where the ledger looks it up: the program has no switch for it.
    vars(connection)["create_engine"] = functools.partial(create_engine, execution_options=options)
