"""The notes on the shop's credit and the commission rates, in the ledger's file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app.core.shifts.commission import CommissionRate
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
from desktop_app.ledger import credit_queries
from desktop_app.ledger.chain import Chain
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.read_payments import read_payments

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.shop import Till
    from desktop_app.ledger.sqlite.connections import Store


class SqliteCredit:
    """Implements ``core.shifts.credit_ports.CreditLedger`` on one SQLite file.

    Any thread may call it.
    """

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        self._environment = environment

    def add_note(self, till: Till, note: CreditNote) -> CreditNote:
        """Write a note by whoever stands at the till, with its link; the note as it is written."""
        values: dict[str, object] = {
            "environment": self._environment,
            "counter": till.counter,
            "at": note.at,
            "kind": note.kind,
            "amount": note.amount,
            "note": note.note,
            "operator": till.operator,
            "operator_id": till.operator_id,
        }
        number = self._insert(till, Source.CREDIT_NOTE, values)
        return replace(note, operator=till.operator, operator_id=till.operator_id, number=number)

    def notes(self, since: datetime, until: datetime) -> tuple[CreditNote, ...]:
        """The notes from ``since`` to just before ``until``, oldest first."""
        query = credit_queries.notes(self._environment, since, until)
        with self._store.reading() as connection:
            return tuple(_note_of(row) for row in connection.execute(query))

    def last_reading(self, until: datetime) -> CreditNote | None:
        """The last reading up to that moment."""
        with self._store.reading() as connection:
            query = credit_queries.last_reading(self._environment, until)
            row = connection.execute(query).first()
            return None if row is None else _note_of(row)

    def moved_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that were sent, ended or reversed between, or are open still; oldest first."""
        query = credit_queries.moved_between(self._environment, since, until)
        with self._store.reading() as connection:
            return read_payments(connection, query)

    def paid_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that became PAID from ``since`` to just before ``until``, oldest first."""
        query = credit_queries.paid_between(self._environment, since, until)
        with self._store.reading() as connection:
            return read_payments(connection, query)

    def rates(self) -> tuple[CommissionRate, ...]:
        """The commission rates, in the order of their entry."""
        with self._store.reading() as connection:
            rows = connection.execute(credit_queries.rates())
            return tuple(_rate_of(row) for row in rows)

    def add_rate(self, till: Till, rate: CommissionRate) -> CommissionRate:
        """Write a rate by whoever stands at the till, with its link; the rate as it is written."""
        values: dict[str, object] = {
            "counter": till.counter,
            "provider": rate.provider,
            "from_day": rate.from_day.isoformat(),
            "percent_millionths": rate.millionths,
            "fixed_paisa": rate.fixed,
            "at": rate.at,
            "operator": till.operator,
            "operator_id": till.operator_id,
        }
        self._insert(till, Source.COMMISSION_RATE, values)
        return replace(rate, operator=till.operator, operator_id=till.operator_id)

    def _insert(self, till: Till, source: Source, values: dict[str, object]) -> int:
        with self._store.writing() as connection:
            chain = Chain(connection, till.counter)
            [number] = chain.insert(source, [values])
            chain.write()
            return number


def _note_of(row: Row[Any]) -> CreditNote:
    """The note of a row; a kind that only a newer program knows keeps its amount."""
    try:
        kind = CreditNoteKind(row.kind)
    except ValueError:
        kind = CreditNoteKind.WRITTEN_BY_NEWER
    return CreditNote(kind, row.at, row.amount, row.note, row.operator, row.operator_id, row.id)


def _rate_of(row: Row[Any]) -> CommissionRate:
    return CommissionRate(
        row.provider,
        date.fromisoformat(row.from_day),
        row.percent_millionths,
        row.fixed_paisa,
        row.at,
        row.operator,
        row.operator_id,
    )
