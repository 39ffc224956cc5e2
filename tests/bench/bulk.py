"""A long record, made fast: the rows that the program writes for a payment, with other values.

One payment is paid by the program. SQLite repeats its rows of all tables, each with its numbers and
its times; its words and its links of the audit chain are made here. What refuses a payment that
does not begin as RECORDED is out of the way meanwhile. A test compares such rows with those of the
program.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from desktop_app.core.payments.search import words_of
from desktop_app.ledger.chain_form import COLUMNS, FORM, TABLES, Source, beside
from desktop_app.ledger.schema.column_types import write_moment
from tests.bench.orders import Till
from tests.fakes import NOON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

EACH = timedelta(minutes=2)
"""Between two payments."""
_CUSTOMERS = 5000
_MANY = 5000
_CACHE = -400_000
"""KiB, as SQLite writes them."""
_OF_PAYMENT = (Source.EVENT, Source.MOVEMENT, Source.TENDER)

Row = dict[str, Any]


def _changes(number: int, at: str) -> Row:
    """What of its rows is another payment's own, by the names of the columns."""
    account = f"customer{number % _CUSTOMERS:07}"
    return {
        "number": number,
        "at": at,
        "recorded_at": at,
        "changed_at": at,
        "sent_at": at,
        "reference": f"{number:032x}",
        "details_reference": f"{number + 10**12:032x}",
        "offer_id": str(number),
        "account_id": account,
        "account_key": account,
        "typed_key": account,
        "receipt": number,
        "transaction_id": f"TX{number:010}",
    }


_CHANGED = tuple(_changes(0, ""))
_TIMES = ("at",)
"""All of it that rows of other tables have, beside the number."""


def _shared_words(payment: Payment) -> frozenset[str]:
    """What a payment is found by beside its own words: those of one with words of no other."""
    own = {"number": 10**9 - 7, "transaction_id": "noothers"}
    order = replace(payment.order, account_id="nobodys")
    strange = replace(payment, order=order, receipt=own["number"], **own)  # type: ignore[arg-type]
    mine = _own_words({**own, "account_id": order.account_id})
    return frozenset(words_of(strange)).difference(mine)


def _own_words(payment: Row) -> tuple[str, ...]:
    """What a payment alone is found by: its account, its transaction and its numbers."""
    number = payment["number"]
    codes = (payment["account_id"].casefold(), payment["transaction_id"].casefold())
    return (str(number), f"{number:06}", *codes)


@dataclass(frozen=True, slots=True)
class _Link:
    """A link of the audit chain that each payment has: to the row ``at`` of its ``each`` of a kind.

    ``text`` is what is hashed, with names where the payments differ.
    """

    source: str
    at: int
    each: int
    text: str

    @classmethod
    def of(cls, link: Row, rows: list[Row], payment: Row) -> _Link:
        """The link to one of the rows of the first payment."""
        kind = Source(link["source"])
        at = next(at for at, row in enumerate(rows, start=1) if row["id"] == link["row"])
        row = rows[at - 1]
        more = beside(row["kind"], row["state"]) if kind is Source.EVENT else ()
        own = {**row, "id": _Named("id", 0), "payment": _Named("number", 0)}
        place = (FORM, link["counter"], _Named("position", 0), kind.value, _Named("id", 0))
        content = (
            *(_named(name, own, _TIMES) for name in COLUMNS[kind]),
            *(_named(name, payment, _CHANGED) for name in more),
        )
        parts = [*map(_written, (*place, _Named("hash", ""))), _list(map(_written, content))]
        return cls(kind.value, at, len(rows), _list(parts))


@dataclass(frozen=True, slots=True)
class _Named:
    """The place of a value that is another one for each payment, and one of its type."""

    name: str
    like: object


def _named(name: str, row: Row, changed: Collection[str]) -> object:
    return _Named(name, row[name]) if name in changed else row[name]


def _list(parts: Iterable[str]) -> str:
    return f"[{','.join(parts)}]"


def _written(part: object) -> str:
    """A part of what is hashed, as a template for ``%``."""
    if isinstance(part, _Named):
        return f'"%({part.name})s"' if isinstance(part.like, str) else f"%({part.name})d"
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).replace("%", "%%")


class LongRecord:
    """A record that grows past the program; ``connection`` is a bare one to its file.

    The payments follow each other from ``begin`` on.
    """

    def __init__(
        self, ledger: SqliteLedger, connection: sqlite3.Connection, begin: datetime = NOON
    ) -> None:
        self._raw, self._begin = connection, begin
        first = Till(ledger).paid(1)
        (payment,) = self._read("payments", "number = 1")
        self._shared = _shared_words(first)
        rows = {
            source: self._read(TABLES[source].name, "payment = 1 ORDER BY id")
            for source in _OF_PAYMENT
        }
        self._links = [
            _Link.of(link, rows[Source(link["source"])], payment)
            for link in self._read("links", "source <> 'journal' ORDER BY position")
        ]
        self._size = 1
        self._raw.execute(f"CREATE TEMP TABLE made ({', '.join(_CHANGED)})")
        self._repeat = [self._repeating("payments", "number = 1", _CHANGED)]
        self._repeat += [
            self._repeating(TABLES[source].name, "payment = 1 ORDER BY id", _TIMES)
            for source in _OF_PAYMENT
        ]

    def grow(self, size: int) -> None:
        """Repeat the first payment until there are so many."""
        numbers = iter(range(self._size + 1, size + 1))
        with self._in_haste(), self._without_triggers():
            while batch := list(islice(numbers, _MANY)):
                self._raw.execute("BEGIN IMMEDIATE")
                self._write(batch)
                self._raw.execute("COMMIT")
        self._size = max(self._size, size)

    def _write(self, numbers: list[int]) -> None:
        payments = [_changes(one, write_moment(self._begin + one * EACH)) for one in numbers]
        self._raw.execute("DELETE FROM made")
        named = ", ".join(f":{name}" for name in _CHANGED)
        self._raw.executemany(f"INSERT INTO made VALUES ({named})", payments)
        for repeat in self._repeat:
            self._raw.execute(repeat)
        self._raw.executemany(
            "INSERT INTO links (counter, form, position, source, row, hash)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            self._next_links(payments),
        )
        words = ((payment["number"], " ".join(self._words(payment))) for payment in payments)
        self._raw.executemany("INSERT INTO payment_words (rowid, words) VALUES (?, ?)", words)

    def _repeating(self, table: str, condition: str, changed: Collection[str]) -> str:
        """The statement that writes the rows of a table anew for each payment that is made.

        It reads a copy of them: else SQLite would put all aside that it writes.
        """
        first = f"first_{table}"
        self._raw.execute(f"CREATE TEMP TABLE {first} AS SELECT * FROM {table} WHERE {condition}")
        (own,) = self._raw.execute(f"SELECT count(*) FROM {first}").fetchone()
        special = {"id": f"(made.number - 1) * {own} + {first}.rowid", "payment": "made.number"}
        names = [column[0] for column in self._raw.execute(f"SELECT * FROM {table}").description]
        told = [
            special.get(name) or (f"made.{name}" if name in changed else f'{first}."{name}"')
            for name in names
        ]
        columns = ", ".join(f'"{name}"' for name in names)
        return (
            f"INSERT INTO {table} ({columns}) SELECT {', '.join(told)} FROM made CROSS JOIN {first}"
        )

    def _next_links(self, payments: Iterable[Row]) -> Iterator[tuple[object, ...]]:
        (head,) = self._read("links", "1 ORDER BY counter DESC, position DESC LIMIT 1")
        counter, position, last = (head[name] for name in ("counter", "position", "hash"))
        for payment in payments:
            for one in self._links:
                position += 1
                row = (payment["number"] - 1) * one.each + one.at
                payment["id"], payment["position"], payment["hash"] = row, position, last
                last = hashlib.sha256((one.text % payment).encode()).hexdigest()
                yield counter, FORM, position, one.source, row, last

    def _words(self, payment: Row) -> list[str]:
        """The words of the first payment, but its own ones: to fold each anew takes the longest."""
        return sorted(self._shared.union(_own_words(payment)))

    def _read(self, table: str, condition: str) -> list[Row]:
        found = self._raw.execute(f"SELECT * FROM {table} WHERE {condition}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    @contextmanager
    def _in_haste(self) -> Iterator[None]:
        """Nothing here must outlive the computer, and nothing is checked that a test compares.

        The questions later have the usual cache.
        """
        (cache,) = self._raw.execute("PRAGMA cache_size").fetchone()
        self._raw.execute("PRAGMA synchronous = OFF")
        self._raw.execute("PRAGMA ignore_check_constraints = ON")
        self._raw.execute(f"PRAGMA cache_size = {_CACHE}")
        try:
            yield
        finally:
            self._raw.execute(f"PRAGMA cache_size = {cache}")
            self._raw.execute("PRAGMA ignore_check_constraints = OFF")

    @contextmanager
    def _without_triggers(self) -> Iterator[None]:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = self._raw.execute(query).fetchall()
        for name, _ in triggers:
            self._raw.execute(f"DROP TRIGGER {name}")
        try:
            yield
        finally:
            for _, statement in triggers:
                self._raw.execute(statement)
