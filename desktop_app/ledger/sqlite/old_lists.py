"""Takes the customers of an older list into the ledger's file, in parts.

A payment comes between two parts: it must not wait for a list of years.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.billing.accounts import Account
from desktop_app.core.billing.forms import NO_VALUES
from desktop_app.core.cancellation import is_given_up
from desktop_app.core.customers import NEVER
from desktop_app.core.old_lists.taking import Book, Candidate, Plan, Taking
from desktop_app.ledger.rows import account_values, card_of, card_values
from desktop_app.ledger.schema import accounts, customers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from desktop_app.core.old_lists.taking import Read
    from desktop_app.ledger.sqlite.connections import Store

_PART = 200
"""Rows written in one transaction: some 30 ms, for which a payment may have to wait."""

_REST_SECONDS = 0.01
"""The pause between two parts: without it a waiting writer might never get its turn."""

_A, _C = accounts.c, customers.c
Values = dict[str, object]


class SqliteOldLists:
    """Implements ``core.old_lists.ports.ListTaker`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, read: Iterable[Read]) -> Plan:
        """Decide what would be taken; nothing is written."""
        with self._store.reading() as connection:
            taking = Taking(_book(connection))
        return taking.decide(read)

    def take(self, read: Sequence[Read], at: datetime, on_progress: Callable[[int], None]) -> Plan:
        """Write what is taken, a part in each transaction.

        Where nobody waits for it any more it ends between two parts. What was written stays: it is
        known when the list is taken again.

        Args:
            read: the rows of the list.
            at: when.
            on_progress: told after each part of how many rows it was decided.
        """
        whole = Plan()
        taking: Taking | None = None
        seen = 0
        for first in range(0, len(read), _PART):
            if is_given_up():
                break
            with self._store.writing() as connection:
                if taking is None or self._store.writes != seen + 1:
                    taking = Taking(_book(connection))
                seen = self._store.writes
                part = taking.decide(read[first : first + _PART])
                _write(connection, part, at)
            whole.add(part)
            on_progress(whole.rows)
            time.sleep(_REST_SECONDS)
        return whole


def _book(connection: sa.Connection) -> Book:
    book = Book({row.id: card_of(row) for row in connection.execute(sa.select(customers))})
    names = sa.select(_A.company, _A.account_key, _A.typed_key, _A.customer, _A.customer_name)
    for row in connection.execute(names):
        for name in (row.typed_key, row.account_key):
            if name:
                book.owners[row.company, name] = row.customer
                if row.customer is None:
                    book.customer_names[row.company, name] = row.customer_name
    return book


def _write(connection: sa.Connection, part: Plan, at: datetime) -> None:
    for statement, rows in _writes(part, at):
        if some := list(rows):
            connection.execute(statement, some)


def _writes(decided: Plan, at: datetime) -> Iterator[tuple[sa.Executable, Iterator[Values]]]:
    new = ({**card_values(c), "id": n, "added_at": at} for n, c in decided.new_cards.items())
    yield sa.insert(customers), new
    cards = decided.changed_cards.items()
    yield (
        sa.update(customers)
        .where(_C.id == sa.bindparam("which"))
        .values(note=sa.bindparam("new_note"), found_by=sa.bindparam("new_words")),
        ({"which": n, "new_note": c.note, "new_words": c.found_by} for n, c in cards),
    )
    yield sa.insert(accounts), (_account(one, owner) for one, owner in decided.accounts)
    either = sa.or_(_A.account_key == sa.bindparam("name"), _A.typed_key == sa.bindparam("name"))
    yield (
        sa.update(accounts)
        .where(_A.company == sa.bindparam("of_company"), either, _A.customer.is_(None))
        .values(customer=sa.bindparam("owner")),
        ({"of_company": k.company, "name": k.account, "owner": o} for k, o in decided.given),
    )


def _account(one: Candidate, owner: int | None) -> Values:
    if one.key is None:
        raise TypeError("a candidate without an account has none to write")
    known = Account(one.provider, one.account_id, one.card.name, ())
    values = account_values(known, one.key, NO_VALUES)
    return {**values, "looked_up_at": NEVER, "customer": owner}
