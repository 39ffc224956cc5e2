"""Rows as the file has them, for statements that the driver takes as text.

SQLAlchemy would look up the statement, its compiled form and the types of its values for each row:
as long as SQLite takes to write it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import sqlalchemy as sa

    from desktop_app.ledger.chain_form import Plain

_ANY = DefaultDialect()


def stored(table: sa.Table, names: Sequence[str], values: Mapping[str, object]) -> list[Plain]:
    """The values of these columns, None for those that have none."""
    write = _written_by(table)
    return [write[name](values.get(name)) for name in names]


def as_read(table: sa.Table, plain: Mapping[str, Plain]) -> dict[str, Any]:
    """Columns that were just stored, as they would be read."""
    read = _read_by(table)
    return {name: read[name](value) for name, value in plain.items()}


@cache
def _written_by(table: sa.Table) -> dict[str, Callable[[Any], Any]]:
    return {column.name: _writer_of(column.type) for column in table.columns}


def _writer_of(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any]:
    return (
        partial(kind.process_bind_param, dialect=_ANY) if isinstance(kind, TypeDecorator) else _same
    )


@cache
def _read_by(table: sa.Table) -> dict[str, Callable[[Any], Any]]:
    readers = {column.name: column.type.result_processor(_ANY, None) for column in table.columns}
    return {name: _same if reader is None else reader for name, reader in readers.items()}


def _same(value: Any) -> Any:
    return value
