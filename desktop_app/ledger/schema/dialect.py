"""All that depends on the kind of database: partial indexes, upserts, hints to the planner, and how
its driver takes a statement as text.

Nothing else in the ledger names a dialect, but the folder of each engine.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

STRICT: dict[str, Any] = {"sqlite_strict": True}
"""Options of every table: SQLite then keeps the types as the other engines do."""

KEY_ORDERED: dict[str, Any] = {**STRICT, "sqlite_with_rowid": False}
"""Options of a table that is read by its key alone."""

MARK = "?"
"""Stands for a value in a statement that the driver takes as text."""

_QUOTE = sqlite.dialect().identifier_preparer.quote

PAISA = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""64 bits; SQLite's INTEGER has them, and its strict tables know no other name."""


def partial_index(
    name: str, *columns: sa.Column[Any], where: sa.TextClause, unique: bool = False
) -> sa.Index:
    """An index of the rows that fulfil a condition.

    A planner uses it only where a query repeats the condition word for word. Another engine's
    condition comes with that engine: to name its dialect here would load it at each start.
    """
    return sa.Index(name, *columns, unique=unique, sqlite_where=where)


def sorted_later(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """A column to sort, group or filter by that keeps SQLite from choosing an index for it.

    It would then walk through all rows: without statistics it cannot know that few are wanted.
    """
    return sa.literal_column(f"+{column.table.name}.{column.name}")


def holds(column: sa.Column[Any], part: sa.BindParameter[Any]) -> sa.ColumnElement[bool]:
    """The column's text holds this part, letter by letter."""
    return sa.func.instr(column, part) > 0


def upsert(
    table: sa.Table, key: Collection[sa.Column[Any]], given: Collection[str], newer: sa.Column[Any]
) -> sa.Insert:
    """Insert a row of the given columns, or put it in the place of the one with its key that is not
    newer than it.
    """
    new = insert(table)
    told = [column.name for column in table.columns if column.name in given]
    names = {column.name for column in key}
    return new.on_conflict_do_update(
        index_elements=list(key),
        set_={name: new.excluded[name] for name in told if name not in names},
        where=new.excluded[newer.name] >= newer,
    )


def insert_text(table: sa.Table, names: Sequence[str]) -> str:
    """The text of an INSERT that takes stored values of these columns, in this order."""
    columns, marks = ", ".join(_QUOTE(name) for name in names), ", ".join([MARK] * len(names))
    return f"INSERT INTO {_QUOTE(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - ours


def number_of(inserted: sa.CursorResult[Any]) -> int:
    """The number that the row of an INSERT got. The driver has it: RETURNING would be a result."""
    return inserted.lastrowid


@cache
def update_text(table: sa.Table, names: tuple[str, ...], key: str) -> str:
    """The text of an UPDATE that takes stored values of these columns, then that of the key."""
    settings = ", ".join(f"{_QUOTE(name)} = {MARK}" for name in names)
    return f"UPDATE {_QUOTE(table.name)} SET {settings} WHERE {_QUOTE(key)} = {MARK}"  # noqa: S608
