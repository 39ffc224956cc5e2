"""The evenings on which the paid payments were asked for again, and whom to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.journal import JournalKind
from desktop_app.ledger import queries
from desktop_app.ledger.chain import add_journal
from desktop_app.ledger.read_payments import read_payments

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.connections import Store


class SqliteSweeps:
    """Implements ``core.payments.ports.SweepRecord`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def may_come_back(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that became PAID in that span and were not taken back, oldest first."""
        with self._store.reading() as connection:
            return read_payments(connection, queries.may_come_back(since, until))

    def last(self) -> datetime | None:
        """When the paid payments were last asked for in an evening; None if never."""
        with self._store.reading() as connection:
            row = connection.execute(queries.last_entry(JournalKind.SWEPT)).first()
            return None if row is None else row.at

    def note(self, environment: Environment, entry: JournalEntry) -> None:
        """Write into the journal that the paid payments were asked for."""
        with self._store.writing() as connection:
            add_journal(connection, environment, entry)
