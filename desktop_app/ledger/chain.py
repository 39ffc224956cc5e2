"""The audit chain: each row that is never changed is linked by a hash to all that came before it.

A link is written in the transaction of its row. Its hash covers what is in the row, its place in
the chain, and the hash before it, so that one changed byte breaks the chain there. There is one
chain a counter, so that counters write side by side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

from desktop_app.core.audit import ChainHead
from desktop_app.ledger.chain_form import (
    COLUMNS,
    FORM,
    OF_SHIFT,
    TABLES,
    Plain,
    Source,
    beside,
    link_hash,
)
from desktop_app.ledger.schema import links, payments, shifts
from desktop_app.ledger.schema.column_types import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry

Values = dict[str, object]
_ANY = DefaultDialect()

# Made once, as they are for every payment.
_NEW = {source: sa.insert(table).returning(table.c.id) for source, table in TABLES.items()}
_NEW_LINK = sa.insert(links)
_NEWEST = (
    sa.select(links.c.position, links.c.hash)
    .where(links.c.counter == sa.bindparam("which"))
    .order_by(links.c.position.desc())
    .limit(1)
)


class Chain:
    """The links that one transaction adds at a counter. ``write`` ends it."""

    def __init__(self, connection: sa.Connection, counter: str) -> None:
        self.connection = connection
        self.counter = counter
        self._new: list[tuple[Source, int, list[Plain]]] = []

    def insert(self, source: Source, rows: Sequence[Values]) -> list[int]:
        """Write rows of a table, which the next links are of; their numbers."""
        table = TABLES[source]
        numbers = [self.connection.execute(_NEW[source], row).scalar_one() for row in rows]
        for number, row in zip(numbers, rows, strict=True):
            self._new.append((source, number, _stored(table, COLUMNS[source], row, number)))
        return numbers

    def insert_event(self, event: Values, payment: Values) -> None:
        """Write an event of a payment: its first one, or any other.

        ``payment`` are the columns that the event writes into the payment as well.
        """
        self.insert(Source.EVENT, [event])
        self._new[-1][2].extend(_stored(payments, beside(event["kind"], event["state"]), payment))

    def insert_shift(self, environment: Environment, entry: JournalEntry, shift: Values) -> None:
        """Write this counter's entry on a shift, whose columns are in its link."""
        here = replace(entry, counter=self.counter)
        self.insert(Source.JOURNAL, [_entry_values(environment, here, shift)])
        self._new[-1][2].extend(_stored(shifts, OF_SHIFT[entry.kind.value], shift))

    def write(self) -> ChainHead:
        """Write the links of what was inserted since; the newest one."""
        head = _head(self.connection, self.counter)
        made: list[Values] = []
        for source, row, content in self._new:
            position = head.position + 1
            head = ChainHead(
                position, link_hash(FORM, self.counter, position, source, row, head.hash, content)
            )
            made.append(
                {
                    "counter": self.counter,
                    "position": position,
                    "form": FORM,
                    "source": source.value,
                    "row": row,
                    "hash": head.hash,
                }
            )
        if made:
            self.connection.execute(_NEW_LINK, made)
        self._new.clear()
        return head


def add_journal(connection: sa.Connection, environment: Environment, entry: JournalEntry) -> None:
    """Write an entry of the journal with its link, in the caller's transaction."""
    chain = Chain(connection, entry.counter)
    chain.insert(Source.JOURNAL, [_entry_values(environment, entry, {})])
    chain.write()


def _head(connection: sa.Connection, counter: str) -> ChainHead:
    row = connection.execute(_NEWEST, {"which": counter}).first()
    return ChainHead() if row is None else ChainHead(row.position, row.hash)


def _stored(
    table: sa.Table, names: Sequence[str], values: Mapping[str, object], number: int = 0
) -> list[Plain]:
    """The values as the file has them."""
    return [
        number if name == "id" else _plain(table.c[name].type, values.get(name)) for name in names
    ]


def _plain(kind: Any, value: Any) -> Any:
    return kind.process_bind_param(value, _ANY) if isinstance(kind, TypeDecorator) else value


def _entry_values(environment: Environment, entry: JournalEntry, shift: Values) -> Values:
    return {
        "environment": environment,
        "counter": entry.counter,
        "at": entry.at,
        "kind": entry.kind,
        "operator": entry.operator,
        "operator_id": entry.operator_id,
        "content": write_json(dict(entry.content)),
        "shift": shift.get("number"),
    }
