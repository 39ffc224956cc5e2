"""People and their journal in a record of each engine: both are written, or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.lockout import Lockout
from desktop_app.core.operators import Operator, Role
from tests.unit.test_ledger_kit import NOON

if TYPE_CHECKING:
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.engines import Record

SITA = Operator("5" * 32, "Sita", Role.OWNER, pin_hash="scrypt$1", added_at=NOON)
RAM = Operator("4" * 32, "Ram", Role.CLERK, added_at=NOON + timedelta(seconds=1))
ADDED = JournalEntry(JournalKind.PERSON_ADDED, NOON, "Sita", SITA.id, {"person": "Ram"})


def journal(record: Record) -> list[tuple[object, ...]]:
    with record.stranger() as connection:
        query = "SELECT kind, operator, operator_id FROM journal ORDER BY id"
        return [tuple(row) for row in connection.execute(query).fetchall()]


def test_people_are_given_as_they_were_added_and_changed(
    ledger: SqliteLedger, record: Record
) -> None:
    ledger.people.save(RAM, ADDED)
    ledger.people.save(SITA)
    assert ledger.people.people().everyone == (SITA, RAM)
    locked = replace(RAM, name="Ram B.", lockout=Lockout(5, NOON))
    ledger.people.save(locked)
    assert record.open().people.people().everyone == (SITA, locked)
    assert journal(record) == [("person_added", "Sita", SITA.id)]
    assert ledger.check_chain() is None


def test_a_person_whose_entry_is_refused_is_not_written(
    ledger: SqliteLedger, record: Record
) -> None:
    ledger.people.save(SITA)
    with pytest.raises(LedgerError):
        ledger.people.save(RAM, replace(ADDED, at=NOON.replace(tzinfo=None)))
    assert ledger.people.people().everyone == (SITA,)
    assert journal(record) == []


def test_no_entry_is_changed_or_goes(ledger: SqliteLedger, record: Record) -> None:
    ledger.people.note(ADDED)
    with record.stranger() as connection:
        for change in ("DELETE FROM journal", "UPDATE journal SET operator = 'Hari'"):
            with pytest.raises(record.refusals, match="append_only"):
                connection.execute(change)
    assert journal(record) == [("person_added", "Sita", SITA.id)]
