"""The people at the counter and the journal, in the record of LIVE."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalKind
from desktop_app.core.lockout import Lockout
from desktop_app.core.operators import Operator, People, Role
from desktop_app.core.pin_reset import PinNotice, PinSetAnew
from desktop_app.ledger.chain import add_journal
from desktop_app.ledger.schema import journal, operators
from desktop_app.ledger.schema.column_types import read_body

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from desktop_app.core.journal import JournalEntry
    from desktop_app.ledger.sqlite.connections import Store


_OF_NOTICE = (JournalKind.RESET_ASKED, JournalKind.PIN_SET_ANEW, JournalKind.PIN_NOTICE_ENDED)
_OF_NOTICES = (
    sa.select(journal)
    .where(journal.c.kind.in_([kind.value for kind in _OF_NOTICE]))
    .order_by(journal.c.id.desc())
)
_LAST_OF_NOTICE = _OF_NOTICES.limit(1)


class SqlitePeople:
    """Implements ``core.operators.PeopleRecord`` on the store of one ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def people(self) -> People:
        """Everybody, those who have left included, in the order in which they were added."""
        query = sa.select(operators).order_by(operators.c.added_at, operators.c.id)
        with self._store.reading() as connection:
            everyone = tuple(_operator_of(row) for row in connection.execute(query))
            return People(everyone, _notice_of(connection.execute(_LAST_OF_NOTICE).first()))

    def save(self, operator: Operator, entry: JournalEntry | None = None) -> None:
        """Write a person, new or changed, and tell it in the journal, both or neither."""
        values = _values_of(operator)
        with self._store.writing() as connection:
            update = sa.update(operators).where(operators.c.id == operator.id).values(values)
            if not connection.execute(update).rowcount:
                connection.execute(sa.insert(operators).values(id=operator.id, **values))
            if entry is not None:
                _add(connection, entry)

    def note(self, entry: JournalEntry) -> None:
        """Write an entry into the journal."""
        with self._store.writing() as connection:
            _add(connection, entry)

    def reset_asked_at(self, operator_id: str) -> datetime | None:
        """When it was asked for that the PIN of an owner can be set anew; None where nobody waits.

        What is asked or done for another owner ends no wait; any owner's PIN ends all.
        """
        with self._store.reading() as connection:
            for row in connection.execute(_OF_NOTICES).all():
                if row.kind == JournalKind.PIN_NOTICE_ENDED.value:
                    return None
                if _told(row, "id") == operator_id:
                    is_asked = row.kind == JournalKind.RESET_ASKED.value
                    return row.at if is_asked else None
        return None

    def pins_set_anew(self, since: datetime) -> tuple[PinSetAnew, ...]:
        """When an owner's PIN was set anew after that time, oldest first."""
        query = sa.select(journal).where(
            journal.c.at > since, journal.c.kind == JournalKind.PIN_SET_ANEW.value
        )
        with self._store.reading() as connection:
            rows = connection.execute(query.order_by(journal.c.at, journal.c.id))
            return tuple(PinSetAnew(row.at, _told(row, "way")) for row in rows)


def _notice_of(row: Row[tuple[object, ...]] | None) -> PinNotice | None:
    """What everybody is told: the last that happened of it, unless that ended it."""
    if row is None or row.kind == JournalKind.PIN_NOTICE_ENDED.value:
        return None
    is_set = row.kind == JournalKind.PIN_SET_ANEW.value
    return PinNotice(_told(row, "person"), _told(row, "id"), row.at, is_set)


def _told(row: Row[tuple[object, ...]], name: str) -> str:
    return str(read_body(row.content).get(name, ""))


def _add(connection: Connection, entry: JournalEntry) -> None:
    add_journal(connection, Environment.LIVE, entry)


def _values_of(operator: Operator) -> dict[str, object]:
    return {
        "name": operator.name,
        "role": operator.role,
        "pin_hash": operator.pin_hash,
        "is_active": int(operator.is_active),
        "added_at": operator.added_at,
        "failures": operator.lockout.failures,
        "locked_until": operator.lockout.locked_until,
    }


def _operator_of(row: Row[tuple[object, ...]]) -> Operator:
    return Operator(
        id=row.id,
        name=row.name,
        # A role of a newer program gives no rights here.
        role=Role.OWNER if row.role == Role.OWNER else Role.CLERK,
        added_at=row.added_at,
        is_active=bool(row.is_active),
        pin_hash=row.pin_hash,
        lockout=Lockout(row.failures, row.locked_until),
    )
