"""The long record of the benchmarks is one that the program could have written."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.payments.search import PaymentFilter
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.ledger.sqlite.search import fill_if_needed
from tests.bench.bulk import LongRecord
from tests.bench.orders import Till
from tests.blank_ledger import blank_ledger
from tests.unit.test_ledger_kit import raw

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

_TABLES = ("payments", "events", "movements", "tenders", "links")


def counts(path: Path) -> list[int]:
    with raw(path) as connection:
        return [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES
        ]


def found(ledger: SqliteLedger, text: str) -> list[int]:
    return [one.number for one in ledger.history.find(PaymentFilter(text=text)).payments]


def words_in(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Every word of the index, with the payments that it finds."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING "
        "fts5vocab(main, payment_words, instance)"
    )
    return connection.execute("SELECT term, doc FROM temp.words ORDER BY term, doc").fetchall()


def test_a_long_record_is_whole_and_has_the_rows_of_as_many_real_payments(tmp_path: Path) -> None:
    grown, real = tmp_path / "grown.db", tmp_path / "real.db"
    with (
        closing(blank_ledger(grown)) as ledger,
        closing(open_file(grown, BUSY_SECONDS)) as connection,
        closing(blank_ledger(real)) as other,
    ):
        record = LongRecord(ledger, connection)
        record.grow(7)
        record.grow(12)
        till = Till(other)
        for number in range(1, 13):
            till.paid(number)
        assert counts(grown) == counts(real)
        assert ledger.check_chain() is None
        mine, its = ledger.payment(12), other.payment(12)
        assert mine is not None
        assert its is not None
        moved = ("recorded_at", "changed_at", "sent_at", "order")
        assert replace(mine, **{n: getattr(its, n) for n in moved}) == its
        assert [one.kind for one in ledger.events(12)] == [one.kind for one in other.events(12)]
        # The words are those that the program makes of these payments.
        assert found(ledger, "customer0000012") == [12]
        before = words_in(connection)
        connection.execute("PRAGMA user_version = 0")
        fill_if_needed(ledger._store)
        assert words_in(connection) == before
        # It goes on where the copies end, and all rules are back.
        assert Till(ledger).paid(13).receipt == 13
        assert ledger.check_chain() is None
        triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        with raw(real) as bare:
            assert connection.execute(triggers).fetchone() == bare.execute(triggers).fetchone()
