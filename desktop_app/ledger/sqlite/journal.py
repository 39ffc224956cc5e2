"""The journal of one ledger's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.ledger.chain import add_journal
from desktop_app.ledger.schema import journal
from desktop_app.ledger.schema.column_types import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry, JournalKind
    from desktop_app.ledger.sqlite.connections import Store


class SqliteJournal:
    """Implements ``core.journal.Journal`` for an environment, on the store of its ledger."""

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        self._environment = environment

    def note(self, entry: JournalEntry) -> None:
        """Write an entry."""
        with self._store.writing() as connection:
            add_journal(connection, self._environment, entry)

    def has(self, kind: JournalKind, content: Mapping[str, str]) -> bool:
        """Tell whether there is an entry of that kind with that content."""
        same = (journal.c.kind == kind, journal.c.content == write_json(dict(content)))
        with self._store.reading() as connection:
            return bool(connection.scalar(sa.select(sa.exists().where(*same))))
