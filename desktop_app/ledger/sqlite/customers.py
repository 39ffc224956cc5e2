"""The shop's book of customers, in the ledger's file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.customer_book import CustomerCard, CustomerLine, LinePage, LinePlace
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.folded_text import folded_words
from desktop_app.ledger import account_queries, customer_queries
from desktop_app.ledger.rows import card_of, card_values, known_account_of
from desktop_app.ledger.schema import accounts, customers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.customer_book import LineFilter
    from desktop_app.core.environment import Environment
    from desktop_app.ledger.sqlite.connections import Store

_C = customers.c


class SqliteCustomers:
    """Implements ``core.customer_book.CustomerLedger`` on one SQLite file. Any thread may call
    it.
    """

    def __init__(self, store: Store, environment: Environment) -> None:
        self._store = store
        self._environment = environment

    # --- reading --------------------------------------------------------------------------

    def lines(
        self, wanted: LineFilter, *, after: LinePlace | None = None, most: int = 100
    ) -> LinePage:
        """Return at most so many lines behind that place: accounts, then cards without any."""
        found: list[CustomerLine] = []
        with self._store.searching() as connection:
            if after is None or after.card is None:
                keys, values = customer_queries.account_keys(
                    self._environment, wanted, after, most + 1
                )
                found += self._lines(connection, keys, values)
                found.sort(key=_place_in_time, reverse=True)
                if wanted.due is not None:
                    found.sort(key=_place_in_days, reverse=wanted.due.newest_first)
            if wanted.due is None and len(found) <= most:
                last = None if after is None else after.card
                query = customer_queries.lone_cards(wanted, last).limit(most + 1 - len(found))
                found += (CustomerLine(None, card_of(row)) for row in connection.execute(query))
        lines = tuple(found[:most])
        return LinePage(lines, _place_of(lines[-1]) if len(found) > most else None)

    def count(self, wanted: LineFilter) -> int:
        """Count the lines that ``lines`` gives on all its pages."""
        query, values = customer_queries.count_accounts(self._environment, wanted)
        with self._store.searching() as connection:
            count: int = connection.scalar(query, values) or 0
            if wanted.due is None:
                count += connection.scalar(customer_queries.count_lone_cards(wanted)) or 0
        return count

    def card(self, number: int) -> CustomerCard | None:
        """The card with that id (primary key)."""
        with self._store.reading() as connection:
            return _card(connection, number)

    def accounts_of(self, card: int) -> tuple[CustomerLine, ...]:
        """The accounts of a customer, those looked up last first."""
        with self._store.reading() as connection:
            found = self._lines(connection, customer_queries.keys_of(card), {})
        return tuple(sorted(found, key=_place_in_time, reverse=True))

    def like(self, text: str, most: int) -> tuple[CustomerCard, ...]:
        """Customers that are found by that text, by name; nobody for no text."""
        words = folded_words(text)
        if not words:
            return ()
        with self._store.reading() as connection:
            found = connection.execute(customer_queries.like(words, most))
            return tuple(card_of(row) for row in found)

    # --- writing --------------------------------------------------------------------------

    def save(
        self, card: CustomerCard, at: datetime, account: AccountKey | None = None
    ) -> CustomerCard:
        """Keep a card, in the place of the one with its id; and give it an account.

        A new one with the name and phone of one that is there completes that one.
        """
        tidy = card.tidied()
        if not tidy.name:
            raise LedgerError(Problem.ILLEGAL_STEP, cause="no name")
        with self._store.writing() as connection:
            same = None if tidy.id else _same(connection, tidy)
            if same is not None:
                tidy = same.merged(tidy)
            number = _write(connection, tidy, at)
            if account is not None:
                self._change(connection, account, customer=number)
            kept = _card(connection, number)
        if kept is None:
            raise LedgerError(Problem.ILLEGAL_STEP, cause="no such customer")
        return kept

    def set_favourite(self, card: int, *, is_favourite: bool) -> None:
        """Mark a customer, or take the mark away."""
        change = sa.update(customers).where(_C.id == card).values(is_favourite=int(is_favourite))
        with self._store.writing() as connection:
            connection.execute(change)

    def release(self, account: AccountKey) -> None:
        """The account belongs to nobody from now on."""
        with self._store.writing() as connection:
            self._change(connection, account, customer=None)

    def set_reminded(self, account: AccountKey, at: datetime | None) -> None:
        """Note when the customer was told that the account runs out; None for not at all."""
        with self._store.writing() as connection:
            self._change(connection, account, reminded_at=at)

    def _change(self, connection: sa.Connection, account: AccountKey, **values: object) -> None:
        change = sa.update(accounts).where(customer_queries.of_account(account)).values(values)
        if not connection.execute(change).rowcount:
            raise LedgerError(Problem.STALE, cause="no such account")

    def _lines(
        self,
        connection: sa.Connection,
        keys: sa.Select[*tuple[Any, ...]],
        values: Mapping[str, object],
    ) -> list[CustomerLine]:
        """The lines of accounts, with the cards of those that belong to a customer."""
        query = account_queries.with_payments(self._environment, keys)
        rows = connection.execute(query, values).all()
        owners = {row.customer for row in rows} - {None}
        cards = sa.select(customers).where(_C.id.in_(owners))
        by_id = {row.id: card_of(row) for row in connection.execute(cards)} if owners else {}
        known = (known_account_of(row, self._environment) for row in rows)
        return [
            CustomerLine(
                account,
                by_id.get(row.customer),
                None if account.is_paid_since else row.expires_on,
                row.reminded_at,
            )
            for account, row in zip(known, rows, strict=True)
        ]


def _card(connection: sa.Connection, number: int) -> CustomerCard | None:
    row = connection.execute(sa.select(customers).where(_C.id == number)).first()
    return None if row is None else card_of(row)


def _same(connection: sa.Connection, card: CustomerCard) -> CustomerCard | None:
    """The card of that name and phone."""
    of_name = customer_queries.like(folded_words(card.name), most=-1)
    for row in connection.execute(of_name.where(_C.phone == card.phone)):
        if row.name.casefold() == card.name.casefold():
            return card_of(row)
    return None


def _write(connection: sa.Connection, card: CustomerCard, at: datetime) -> int:
    values = card_values(card)
    if card.id:
        connection.execute(sa.update(customers).where(_C.id == card.id).values(values))
        return card.id
    new = sa.insert(customers).values({**values, "added_at": at}).returning(_C.id)
    number: int = connection.execute(new).scalar_one()
    return number


def _place_of(line: CustomerLine) -> LinePlace:
    known = line.account
    if known is None:
        return LinePlace(card=0 if line.card is None else line.card.id)
    return LinePlace(known.looked_up_at, line.expires_on, known.key.company, known.key.account)


def _place_in_time(line: CustomerLine) -> tuple[object, ...]:
    known = line.account
    return () if known is None else (known.looked_up_at, known.key.company, known.key.account)


def _place_in_days(line: CustomerLine) -> tuple[object, ...]:
    known = line.account
    return () if known is None else (line.expires_on, known.key.company, known.key.account)
