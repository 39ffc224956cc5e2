"""Takes the customers of an older list into the ledger's file, all of them or none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.billing.accounts import Account
from desktop_app.core.billing.forms import NO_VALUES
from desktop_app.core.cancellation import GivenUp, is_given_up
from desktop_app.core.customers import NEVER
from desktop_app.core.old_lists.taking import Book, Candidate, Plan, plan
from desktop_app.ledger.rows import account_values, card_of, card_values
from desktop_app.ledger.schema import accounts, customers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from desktop_app.core.old_lists.taking import Read
    from desktop_app.ledger.sqlite.connections import Store

_MANY = 500
"""Rows written at once; between two of these somebody may have given it up."""

_A, _C = accounts.c, customers.c
Values = dict[str, object]


class SqliteOldLists:
    """Implements ``core.old_lists.ports.ListTaker`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, read: Iterable[Read]) -> Plan:
        """Decide what would be taken; nothing is written."""
        with self._store.reading() as connection:
            return _plan(connection, read)

    def take(
        self,
        read: Sequence[Read],
        at: datetime,
        before_end: Callable[[Plan], None],
        on_progress: Callable[[int], None],
    ) -> Plan:
        """Write what is taken, in one transaction.

        Args:
            read: the rows of the list.
            at: when.
            before_end: called with what was decided before it lasts; what it raises undoes all.
            on_progress: told now and then how many rows are written.

        Raises:
            GivenUp: nobody waits for it any more; nothing is written.
        """
        with self._store.writing() as connection:
            decided = _plan(connection, read)
            done = 0
            for statement, rows in _writes(decided, at):
                for some in _batches(rows):
                    if is_given_up():
                        raise GivenUp
                    connection.execute(statement, some)
                    done += len(some)
                    on_progress(done)
            before_end(decided)
        return decided


def _plan(connection: sa.Connection, read: Iterable[Read]) -> Plan:
    book = Book({row.id: card_of(row) for row in connection.execute(sa.select(customers))})
    last = max(book.cards, default=0)
    names = sa.select(_A.company, _A.account_key, _A.typed_key, _A.customer)
    for row in connection.execute(names):
        for name in (row.typed_key, row.account_key):
            if name:
                book.owners[row.company, name] = row.customer
    return plan(read, book, last + 1)


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


def _batches(rows: Iterator[Values]) -> Iterator[list[Values]]:
    while some := list(islice(rows, _MANY)):
        yield some
