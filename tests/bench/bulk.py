"""A long record, made fast: the rows that the program writes for a payment, with other values.

One payment is paid by the program. Its rows of all tables are repeated, each with its numbers, its
times and its links of the audit chain, and with its words; what refuses a payment that does not
begin as RECORDED is out of the way meanwhile. A test compares such rows with those of the program.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from desktop_app.core.payments.search import words_of
from desktop_app.ledger.chain_form import COLUMNS, FORM, TABLES, Source, beside, link_hash
from desktop_app.ledger.schema.column_types import write_moment
from tests.bench.orders import Till
from tests.fakes import NOON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

EACH = timedelta(minutes=2)
"""Between two payments."""
_CUSTOMERS = 5000
_MANY = 5000
_CACHE = -400_000
"""KiB, as SQLite writes them."""
_TIMES = frozenset({"at", "recorded_at", "changed_at", "sent_at"})
_OF_PAYMENT = (Source.EVENT, Source.MOVEMENT, Source.TENDER)

Row = dict[str, Any]


def _shared_words(payment: Payment) -> set[str]:
    """What a payment is found by beside its own words: those of one with words of no other."""
    own = {"number": 10**9 - 7, "transaction_id": "noothers"}
    order = replace(payment.order, account_id="nobodys")
    strange = replace(payment, order=order, receipt=own["number"], **own)  # type: ignore[arg-type]
    return set(words_of(strange)) - _own_words({**own, "account_id": order.account_id})


def _own_words(payment: Row) -> set[str]:
    """What a payment alone is found by: its account, its transaction and its numbers."""
    number = payment["number"]
    codes = (payment["account_id"], payment["transaction_id"])
    return {str(number), f"{number:06}", *(code.casefold() for code in codes)}


@dataclass(frozen=True, slots=True)
class _Link:
    """A link of the audit chain that each payment has: to the row ``at`` of those of a table."""

    kind: Source
    source: str
    at: int
    of_row: Callable[[Row], tuple[Any, ...]]
    of_payment: tuple[str, ...]

    @classmethod
    def of(cls, kind: Source, rows: dict[Source, list[Row]], number: int) -> _Link:
        """The link to the row with a number, among those of the first payment."""
        at = next(at for at, row in enumerate(rows[kind]) if row["id"] == number)
        row = rows[kind][at]
        more = beside(row["kind"], row["state"]) if kind is Source.EVENT else ()
        return cls(kind, kind.value, at, itemgetter(*COLUMNS[kind]), tuple(more))


class LongRecord:
    """A record that grows past the program; ``connection`` is a bare one to its file.

    The payments follow each other from ``begin`` on.
    """

    def __init__(
        self, ledger: SqliteLedger, connection: sqlite3.Connection, begin: datetime = NOON
    ) -> None:
        self._raw, self._begin = connection, begin
        first = Till(ledger).paid(1)
        (self._payment,) = self._read("payments", "number = 1")
        self._shared = _shared_words(first)
        self._rows = {
            source: self._read(TABLES[source].name, "payment = 1") for source in _OF_PAYMENT
        }
        self._links = [
            _Link.of(Source(link["source"]), self._rows, link["row"])
            for link in self._read("links", "source <> 'journal' ORDER BY position")
        ]
        self._size = 1
        (head,) = self._read("links", "1 ORDER BY position DESC LIMIT 1")
        self._counter, self._position, self._hash = (
            head[name] for name in ("counter", "position", "hash")
        )

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
        payments = [self._numbered(number) for number in numbers]
        self._insert("payments", payments)
        links: list[Row] = []
        rows: dict[Source, list[Row]] = {source: [] for source in _OF_PAYMENT}
        for payment in payments:
            mine = {source: self._beside(source, payment) for source in _OF_PAYMENT}
            for source in _OF_PAYMENT:
                rows[source] += mine[source]
            links += [self._next_link(one, mine[one.kind][one.at], payment) for one in self._links]
        for source in _OF_PAYMENT:
            self._insert(TABLES[source].name, rows[source])
        self._insert("links", links)
        words = ((payment["number"], " ".join(self._words(payment))) for payment in payments)
        self._raw.executemany("INSERT INTO payment_words (rowid, words) VALUES (?, ?)", words)

    def _numbered(self, number: int) -> Row:
        account = f"customer{number % _CUSTOMERS:07}"
        at = write_moment(self._begin + number * EACH)
        return {
            **self._payment,
            **dict.fromkeys(_TIMES & self._payment.keys(), at),
            "number": number,
            "reference": f"{number:032x}",
            "details_reference": f"{number + 10**12:032x}",
            "offer_id": str(number),
            "account_id": account,
            "account_key": account,
            "typed_key": account,
            "receipt": number,
            "transaction_id": f"TX{number:010}",
        }

    def _beside(self, source: Source, payment: Row) -> list[Row]:
        """The rows of another table that belong to a payment."""
        own, number = self._rows[source], payment["number"]
        return [
            {
                **row,
                **dict.fromkeys(_TIMES & row.keys(), payment["recorded_at"]),
                "id": (number - 1) * len(own) + at,
                "payment": number,
            }
            for at, row in enumerate(own, start=1)
        ]

    def _next_link(self, one: _Link, row: Row, payment: Row) -> Row:
        content = [*one.of_row(row), *(payment[name] for name in one.of_payment)]
        self._position += 1
        self._hash = link_hash(
            FORM, self._counter, self._position, one.source, row["id"], self._hash, content
        )
        return {
            "counter": self._counter,
            "position": self._position,
            "form": FORM,
            "source": one.source,
            "row": row["id"],
            "hash": self._hash,
        }

    def _words(self, payment: Row) -> list[str]:
        """The words of the first payment, but its own ones: to fold each anew takes the longest."""
        return sorted(self._shared | _own_words(payment))

    def _read(self, table: str, condition: str) -> list[Row]:
        found = self._raw.execute(f"SELECT * FROM {table} WHERE {condition}")
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def _insert(self, table: str, rows: list[Row]) -> None:
        names = list(rows[0])
        told, marks = (", ".join(f'"{n}"' for n in names), ", ".join("?" * len(names)))
        insert = f"INSERT INTO {table} ({told}) VALUES ({marks})"
        self._raw.executemany(insert, (tuple(row.values()) for row in rows))

    @contextmanager
    def _in_haste(self) -> Iterator[None]:
        """Nothing here must outlive the computer; the questions later have the usual cache."""
        (cache,) = self._raw.execute("PRAGMA cache_size").fetchone()
        self._raw.execute("PRAGMA synchronous = OFF")
        self._raw.execute(f"PRAGMA cache_size = {_CACHE}")
        try:
            yield
        finally:
            self._raw.execute(f"PRAGMA cache_size = {cache}")

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
