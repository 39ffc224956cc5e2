"""The customers who owe, in the ledger's file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.customer_book import CustomerCard
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.on_account import Settled, owed_since
from desktop_app.core.shifts.movement import Movement, MovementKind
from desktop_app.core.tenders import TenderKind
from desktop_app.ledger.chain import Chain, add_journal
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.drawer import shift_for, write_movements
from desktop_app.ledger.on_account import customer_of, entries_of, entry_values, find_customer
from desktop_app.ledger.rows import card_values
from desktop_app.ledger.schema import customers, on_account_entries

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry
    from desktop_app.core.on_account import OnAccountCustomer, OnAccountEntry, Settling
    from desktop_app.core.shop import Till
    from desktop_app.ledger.sqlite.connections import Store

_E = on_account_entries


class SqliteOnAccount:
    """Implements ``core.on_account.OnAccountLedger`` on one SQLite file. Any thread may call it."""

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        self._environment = environment

    # --- reading --------------------------------------------------------------------------

    def customers(self) -> tuple[OnAccountCustomer, ...]:
        """All of them, by name, with what they owe."""
        moved: dict[int, list[tuple[datetime, Money]]] = defaultdict(list)
        with self._store.reading() as connection:
            entries = sa.select(_E.c.customer, _E.c.at, _E.c.amount).order_by(_E.c.id)
            for entry in connection.execute(entries):
                moved[entry.customer].append((entry.at, entry.amount))
            rows = connection.execute(sa.select(customers)).all()
        found = (
            customer_of(
                row,
                sum((amount for _, amount in moved[row.id]), start=ZERO),
                owed_since(moved[row.id]),
            )
            for row in rows
        )
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def customer(self, number: int) -> OnAccountCustomer:
        """The customer with that id; ``ILLEGAL_STEP`` where there is none."""
        with self._store.reading() as connection:
            return find_customer(connection, number)

    def entries(self, customer: int) -> tuple[OnAccountEntry, ...]:
        """The account of a customer, oldest first (on_account_by_customer)."""
        query = sa.select(_E).where(_E.c.customer == customer).order_by(_E.c.id)
        with self._store.reading() as connection:
            return entries_of(connection.execute(query).all())

    # --- writing --------------------------------------------------------------------------

    def add_customer(self, name: str, phone: str, at: datetime) -> OnAccountCustomer:
        """Write a new customer; the one of that name and phone where there is one."""
        if not name.strip():
            raise LedgerError(Problem.ILLEGAL_STEP, cause="no name")
        with self._store.writing() as connection:
            same = sa.select(customers).where(customers.c.phone == phone)
            for row in connection.execute(same):
                if row.name.casefold() == name.casefold():
                    return find_customer(connection, row.id)
            values = {**card_values(CustomerCard(name, phone)), "added_at": at}
            new = sa.insert(customers).values(values).returning(customers.c.id)
            return find_customer(connection, connection.execute(new).scalar_one())

    def set_limit(self, customer: int, limit: Money | None, entry: JournalEntry) -> None:
        """Set how much a customer may owe, and tell it in the journal, both or neither."""
        if limit is not None and limit < ZERO:
            raise LedgerError(Problem.ILLEGAL_STEP, cause="limit below zero")
        with self._store.writing() as connection:
            find_customer(connection, customer)
            change = sa.update(customers).where(customers.c.id == customer)
            connection.execute(change.values(on_account_limit=limit))
            add_journal(connection, self._environment, entry)

    def settle(self, till: Till, at: datetime, settling: Settling) -> Settled:
        """Write what a customer gave: cash goes into the open shift of the drawer."""
        with self._store.writing() as connection:
            owed = find_customer(connection, settling.customer).owed
            if not settling.is_sound(owed):
                raise LedgerError(Problem.STALE, cause="not owed")
            chain = Chain(connection, till.counter)
            shift = shift_for(chain, self._environment, till, at)
            values = entry_values(
                shift, till, at, settling.customer, -settling.amount, settling.reference.strip()
            )
            if settling.kind is TenderKind.CASH:
                moved = Movement(
                    MovementKind.ON_ACCOUNT_SETTLED,
                    at,
                    settling.amount,
                    operator=till.operator,
                    operator_id=till.operator_id,
                )
                (values["movement"],) = write_movements(chain, shift, (moved,))
            (number,) = chain.insert(Source.ON_ACCOUNT, [values])
            chain.write()
            row = connection.execute(sa.select(_E).where(_E.c.id == number))
            return Settled(entries_of(row.all())[0], owed - settling.amount)
