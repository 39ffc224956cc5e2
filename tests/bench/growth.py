"""How what is asked of a record grows with it, from a thousand payments to a million.

Each answer is compared with the best statement by hand over the same file. A record of so many is
made of one real payment, copied within SQLite: only what the questions read differs.
"""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.ledger.column_types import write_moment
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from tests.bench.figure import Figure, Goal, at_most, times
from tests.bench.orders import Till
from tests.bench.timing import take_turns
from tests.blank_ledger import blank_ledger
from tests.fakes import NOON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.bench.scale import Scale

_FIRST = 1000
_EACH = timedelta(minutes=2)
_ACCOUNTS = 50_000
_CHANGED = {
    "number": "n",
    "reference": "printf('%032x', n)",
    "details_reference": "printf('%032x', n + 1000000000000)",
    "offer_id": "'' || n",
    "account_key": "printf('customer%07d', n % 5000)",
    "typed_key": "printf('customer%07d', n % 5000)",
    "receipt": "n",
    "recorded_at": "strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', ?, '+' || (n * 2) || ' minutes')",
}
_TOTALS = """
    SELECT count(*) FILTER (WHERE state = 'paid'), sum(amount) FILTER (WHERE state = 'paid'),
        sum(cash_due) FILTER (WHERE state <> 'recorded' AND abandoned = 0), min(recorded_at)
    FROM payments WHERE recorded_at >= ? AND recorded_at < ?
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the record, and the same by hand."""

    name: str
    goals: tuple[Goal, ...]
    ask: Callable[[], object]
    by_hand: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Point:
    """Milliseconds of a question at a size of the record."""

    name: str
    payments: int
    program: float
    by_hand: float


def sizes(largest: int) -> list[int]:
    """The sizes at which is measured: each ten times the one before."""
    steps = round(math.log10(largest / _FIRST))
    return [_FIRST * 10**step for step in range(steps + 1)]


def bench(scale: Scale) -> tuple[list[Figure], list[Point]]:
    """The figures of the largest record, and how they were on the way there."""
    figures: list[Figure] = []
    points: list[Point] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growing.db"
        ledger = blank_ledger(path)
        Till(ledger).paid(1)
        raw = open_file(path, BUSY_SECONDS)
        _let_copies_in(raw)
        for size in sizes(scale.largest):
            _grow(raw, size)
            figures.clear()
            for one in _questions(ledger, raw, size):
                ours, bare = take_turns(scale.repeats, one.ask, one.by_hand)
                points.append(Point(one.name, size, ours, bare))
                figures.append(
                    Figure(f"{one.name}, {size:,} payments", "ms", ours, bare, one.goals)
                )
        figures.append(_suggestions(ledger, raw, scale))
        raw.close()
        ledger.close()
    return figures, points


def _questions(ledger: SqliteLedger, raw: sqlite3.Connection, size: int) -> list[Question]:
    end = NOON + (size + 1) * _EACH
    spans = {"totals of a day": end - timedelta(days=1), "totals of all": NOON - _EACH}
    return [
        Question(
            name,
            (times(1.5),),
            lambda since=since: ledger.day(since, end),  # type: ignore[misc]
            lambda since=since: raw.execute(  # type: ignore[misc]
                _TOTALS, (write_moment(since), write_moment(end))
            ).fetchall(),
        )
        for name, since in spans.items()
    ]


def _suggestions(ledger: SqliteLedger, raw: sqlite3.Connection, scale: Scale) -> Figure:
    """What a clerk's list of known customers costs."""
    raw.execute(
        """
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        INSERT INTO accounts (company, account_key, provider, account_id, customer_name, branch,
            looked_up_at, entry)
        SELECT 'worldlink', printf('customer%07d', n), 'vianet-updated', 'customer' || n,
            'Sabina ' || n, '', ?, '{}' FROM numbers
        """,
        (min(_ACCOUNTS, scale.largest), write_moment(NOON)),
    )

    def by_hand() -> object:
        newest = "SELECT * FROM accounts ORDER BY looked_up_at DESC LIMIT 200"
        return raw.execute(newest).fetchall()

    few = max(2, scale.repeats // 5)
    ours, bare = take_turns(few, lambda: ledger.known_accounts(Environment.TEST), by_hand)
    name = f"suggestions, {min(_ACCOUNTS, scale.largest):,} accounts"
    return Figure(name, "ms", ours, bare, (at_most(16),))


def _let_copies_in(raw: sqlite3.Connection) -> None:
    """Drop what refuses a payment that does not begin as RECORDED: nothing here is paid."""
    triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'payments'"
    for (name,) in raw.execute(triggers).fetchall():
        raw.execute(f"DROP TRIGGER {name}")


def _grow(raw: sqlite3.Connection, size: int) -> None:
    """Copy the first payment until there are so many."""
    (now,) = raw.execute("SELECT max(number) FROM payments").fetchone()
    columns = [row[1] for row in raw.execute("PRAGMA table_info(payments)")]
    values = ", ".join(_CHANGED.get(name, name) for name in columns)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        f"""
        WITH RECURSIVE numbers(n) AS (SELECT ? UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
        INSERT INTO payments ({", ".join(columns)})
        SELECT {values} FROM numbers, (SELECT * FROM payments WHERE payments.number = 1)
        """,
        (now + 1, size, NOON.strftime("%Y-%m-%d %H:%M:%S")),
    )
    raw.execute("COMMIT")
    raw.execute("ANALYZE")
