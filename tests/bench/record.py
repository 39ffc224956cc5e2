"""Recording, sending and settling a payment, beside the same rows written by hand.

By hand: prepared statements of the sqlite3 module into a file with the same tables, indexes,
triggers and flushes, in the same three transactions.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, PRAGMAS, open_file
from tests.bench.figure import Figure, at_most, times
from tests.bench.orders import Till
from tests.bench.timing import milliseconds
from tests.blank_ledger import blank_ledger

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.core.payments.payment import Payment
    from tests.bench.scale import Scale

_KEYS = {
    "payments": "number",
    "events": "id",
    "movements": "id",
    "tenders": "id",
    "shifts": "number",
    "journal": "id",
    "links": "position",
}
_KIB = 1024

Values = tuple[object, ...]


def bench(scale: Scale) -> list[Figure]:
    """Write payments both ways in turns, and look how large the file has become."""
    with tempfile.TemporaryDirectory() as folder:
        ours, raw = Path(folder) / "ours.db", Path(folder) / "raw.db"
        ledger = blank_ledger(ours)
        blank_ledger(raw).close()
        till = Till(ledger)
        writer, reader = _opened(raw), _opened(ours)
        copy = _Copy(reader, writer)
        found = [_both(till, copy, number) for number in range(1, scale.payments + 1)]
        ledger.close()
        writer.close()
        reader.close()
        size = (ours.stat().st_size - _size_of_blank(Path(folder))) / scale.payments / _KIB
    program, by_hand = (statistics.median(each) for each in zip(*found, strict=True))
    return [
        Figure("record and settle a payment", "ms", program, by_hand, (times(1.5),)),
        Figure("ledger file per payment", "KiB", size, None, (at_most(0.7),)),
    ]


def _both(till: Till, copy: _Copy, number: int) -> tuple[float, float]:
    """Milliseconds of one payment by the program and by hand."""
    program = by_hand = 0.0
    made: list[Payment] = []

    for step in (
        lambda: made.append(till.record(number)),
        lambda: made.append(till.send(made[-1])),
        lambda: made.append(till.settle(made[-1])),
    ):
        program += milliseconds(step)
        by_hand += copy.take_over(made[-1].number)
    return program, by_hand


class _Copy:
    """Writes by hand what the program has written since."""

    def __init__(self, reader: sqlite3.Connection, writer: sqlite3.Connection) -> None:
        self._reader, self._writer = reader, writer
        self._last = dict.fromkeys(_KEYS, 0)
        self._payment: dict[str, object] = {}

    def take_over(self, number: int) -> float:
        """Write the new rows and the payment's changed columns in one transaction; its time."""
        new: list[tuple[str, Values]] = []
        for table, key in _KEYS.items():
            found = self._reader.execute(
                f"SELECT * FROM {table} WHERE {key} > ? ORDER BY {key}", (self._last[table],)
            )
            names = [column[0] for column in found.description]
            marks = ", ".join("?" * len(names))
            for row in found.fetchall():
                self._last[table] = row[names.index(key)]
                new.append((f"INSERT INTO {table} VALUES ({marks})", row))
        # A payment points to its shift, and all else to the payment.
        new.sort(key=lambda one: not one[0].startswith(("INSERT INTO shifts", "INSERT INTO pay")))
        new.sort(key=lambda one: not one[0].startswith("INSERT INTO shifts"))
        found = self._reader.execute("SELECT * FROM payments WHERE number = ?", (number,))
        names = [column[0] for column in found.description]
        now = dict(zip(names, found.fetchone(), strict=True))
        if self._payment.get("number") == number:
            changed = {name: now[name] for name in names if now[name] != self._payment[name]}
            settings = ", ".join(f"{name} = ?" for name in changed)
            update = f"UPDATE payments SET {settings} WHERE number = ?"
            new.append((update, (*changed.values(), number)))
        self._payment = now
        return milliseconds(lambda: self._write(new))

    def _write(self, new: list[tuple[str, Values]]) -> None:
        self._writer.execute("BEGIN IMMEDIATE")
        for statement, values in new:
            self._writer.execute(statement, values)
        self._writer.execute("COMMIT")


def _opened(path: Path) -> sqlite3.Connection:
    connection = open_file(path, BUSY_SECONDS)
    for pragma in PRAGMAS:
        connection.execute(pragma).fetchall()
    return connection


def _size_of_blank(folder: Path) -> int:
    blank_ledger(folder / "blank.db").close()
    return (folder / "blank.db").stat().st_size
