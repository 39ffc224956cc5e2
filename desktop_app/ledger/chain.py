"""The audit chain: each row that is never changed is linked by a hash to all that came before it.

A link is written in the transaction of its row. Its hash covers what is in the row, its place in
the chain, and the hash before it, so that one changed byte breaks the chain there. There is one
chain a counter, so that counters write side by side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.audit import ChainHead
from desktop_app.ledger.chain_form import (
    COLUMNS,
    FORM,
    OF_SHIFT,
    TABLES,
    Source,
    beside,
    link_hash,
)
from desktop_app.ledger.schema import links, shifts
from desktop_app.ledger.schema.column_types import write_json
from desktop_app.ledger.schema.dialect import MARK, insert_text, number_of
from desktop_app.ledger.stored_rows import stored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry
    from desktop_app.ledger.chain_form import Plain

Values = dict[str, object]

# The columns of each table, all but its number, in the order in which they are hashed.
_OWN = {source: COLUMNS[source][1:] for source in TABLES}
_NEW = {source: insert_text(TABLES[source], _OWN[source]) for source in TABLES}
_NEW_LINK = insert_text(links, ("counter", "position", "form", "source", "row", "hash"))
_NEWEST = f"SELECT position, hash FROM links WHERE counter = {MARK} ORDER BY position DESC LIMIT 1"  # noqa: S608 - ours


class Chain:
    """The links that one transaction adds at a counter. ``write`` ends it."""

    def __init__(self, connection: sa.Connection, counter: str) -> None:
        self.connection = connection
        self.counter = counter
        self._new: list[tuple[Source, int, list[Plain]]] = []

    def insert(self, source: Source, rows: Sequence[Values]) -> list[int]:
        """Write rows of a table, which the next links are of; their numbers.

        What is written is what is hashed.
        """
        numbers: list[int] = []
        for row in rows:
            content = stored(TABLES[source], _OWN[source], row)
            number = number_of(self.connection.exec_driver_sql(_NEW[source], tuple(content)))
            self._new.append((source, number, [number, *content]))
            numbers.append(number)
        return numbers

    def insert_event(self, event: Values, payment: Mapping[str, Plain]) -> None:
        """Write an event of a payment: its first one, or any other.

        ``payment`` are the columns that the event writes into the payment as well, as they are
        stored.
        """
        self.insert(Source.EVENT, [event])
        covered = beside(event["kind"], event["state"])
        self._new[-1][2].extend([payment.get(name) for name in covered])

    def insert_shift(self, environment: Environment, entry: JournalEntry, shift: Values) -> None:
        """Write this counter's entry on a shift, whose columns are in its link."""
        here = replace(entry, counter=self.counter)
        self.insert(Source.JOURNAL, [_entry_values(environment, here, shift)])
        self._new[-1][2].extend(stored(shifts, OF_SHIFT[entry.kind.value], shift))

    def write(self) -> ChainHead:
        """Write the links of what was inserted since; the newest one."""
        head = _head(self.connection, self.counter)
        made: list[tuple[Plain, ...]] = []
        for source, row, content in self._new:
            position = head.position + 1
            head = ChainHead(
                position, link_hash(FORM, self.counter, position, source, row, head.hash, content)
            )
            made.append((self.counter, position, FORM, source.value, row, head.hash))
        if made:
            self.connection.exec_driver_sql(_NEW_LINK, made)
        self._new.clear()
        return head


def add_journal(connection: sa.Connection, environment: Environment, entry: JournalEntry) -> None:
    """Write an entry of the journal with its link, in the caller's transaction."""
    chain = Chain(connection, entry.counter)
    chain.insert(Source.JOURNAL, [_entry_values(environment, entry, {})])
    chain.write()


def _head(connection: sa.Connection, counter: str) -> ChainHead:
    row = connection.exec_driver_sql(_NEWEST, (counter,)).first()
    return ChainHead() if row is None else ChainHead(*row)


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
