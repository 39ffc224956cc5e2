"""What goes wrong with a file: said with the right problem, and without a word of a customer."""

from __future__ import annotations

import functools
import os
import sqlite3
import threading
import traceback
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.ledger.errors import map_ledger_errors
from desktop_app.ledger.sqlite import connections
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from tests.blank_ledger import put_blank_ledger
from tests.unit.test_ledger_kit import NOON, add, add_in, dump, move, order, raw, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

not_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="root may write where it has no right to"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    return path


@pytest.fixture
def ledger(path: Path) -> Iterator[SqliteLedger]:
    ledger = open_ledger(path, busy_seconds=0.05)
    yield ledger
    ledger.close()


def refused(path: Path) -> Problem:
    """Why the file cannot be opened."""
    with pytest.raises(LedgerError) as error:
        open_ledger(path, busy_seconds=0.05)
    return error.value.problem


def test_a_damaged_page_is_told(path: Path) -> None:
    ledger = open_ledger(path)
    for i in range(50):
        add(ledger, str(i))
    ledger.close()
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xa5" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(LedgerError) as error:
        ledger = open_ledger(path)
        try:
            ledger.open_payments()
        finally:
            ledger.close()
    assert error.value.problem is Problem.LEDGER_DAMAGED


@pytest.mark.parametrize(
    ("column", "value"), [("lines", "["), ("entries", "["), ("shop", "7"), ("fields", "7")]
)
def test_a_value_that_cannot_be_read_is_told(path: Path, column: str, value: str) -> None:
    ledger = open_ledger(path)
    add(ledger)
    with raw(path) as connection:
        connection.execute("DROP TRIGGER payments_keep_order")
        connection.execute("DROP TRIGGER payments_keep_entries")
        connection.execute(f"UPDATE payments SET {column} = '{value}'")
    with pytest.raises(LedgerError) as error:
        ledger.payment(1)
    assert error.value.problem is Problem.LEDGER_DAMAGED
    with raw(path) as connection:
        connection.execute(f"UPDATE payments SET {column} = '{{'")
        connection.execute("UPDATE payments SET recorded_at = '9999-99-99T99:99:99.999999+00:00'")
    with pytest.raises(LedgerError) as error:
        ledger.open_payments()
    assert error.value.problem is Problem.LEDGER_DAMAGED
    ledger.close()


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path) is Problem.LEDGER_READ_ONLY


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refused(tmp_path / "file" / "payments.db") is Problem.LEDGER_READ_ONLY


@not_root
def test_a_file_without_the_right_to_write_is_told(path: Path) -> None:
    path.chmod(0o400)
    assert refused(path) is Problem.LEDGER_READ_ONLY


@not_root
def test_a_folder_without_the_right_to_write_is_told(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert refused(path) is Problem.LEDGER_READ_ONLY
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_ledger_that_may_only_read_is_refused_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, journal: str
) -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    only_read = functools.partial(connections.open_file, mode="ro")
    monkeypatch.setattr(connections, "open_file", only_read)
    assert refused(path) is Problem.LEDGER_READ_ONLY


def test_a_vanished_file_is_not_made_anew(path: Path) -> None:
    ledger = open_ledger(path)
    ledger._store._engine.dispose()
    path.unlink()
    with pytest.raises(LedgerError) as error:
        add(ledger)
    assert error.value.problem is Problem.LEDGER_READ_ONLY
    assert not path.exists()
    ledger.close()


def test_a_full_disk_is_told_and_nothing_is_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = open_ledger(path)
    add(ledger, "1")
    ledger.close()
    with raw(path) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    pragmas = (*connections.PRAGMAS, f"PRAGMA max_page_count = {pages}")
    monkeypatch.setattr(connections, "PRAGMAS", pragmas)
    ledger = open_ledger(path)
    before = dump(path)
    with pytest.raises(LedgerError) as error:
        add(ledger, "2", fields={"much": "x" * 100_000})
    assert error.value.problem is Problem.DISK_FULL
    assert dump(path) == before
    with pytest.raises(LedgerError) as error:
        ledger.append(1, Event(EventKind.PRINTED, NOON, content={"much": "x" * 100_000}))
    assert error.value.problem is Problem.DISK_FULL
    assert dump(path) == before
    assert move(ledger, 1, PaymentState.SENDING).state is PaymentState.SENDING
    ledger.close()


class UndoesWords(sqlite3.Connection):
    """SQLite undoes the whole transaction while words are written, as where a disk is broken."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._is_writing_words = False
        self.set_trace_callback(self._look_at)
        self.set_progress_handler(lambda: self._is_writing_words, 1)

    def _look_at(self, statement: str) -> None:
        if statement.startswith("INSERT INTO payment_words ("):
            self._is_writing_words = True
        elif statement.startswith("ROLLBACK TO"):
            self._is_writing_words = False


def test_a_payment_that_sqlite_has_undone_with_its_words_does_not_count_as_recorded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = open_ledger(path)
    number = add_in(ledger, PaymentState.SENDING).number
    ledger.close()
    connect = functools.partial(sqlite3.connect, factory=UndoesWords)
    with monkeypatch.context() as broken:
        broken.setattr(sqlite3, "connect", connect)
        with closing(open_ledger(path)) as ledger, pytest.raises(LedgerError) as error:
            add(ledger, "8")
        assert error.value.problem is Problem.LEDGER_FAILED
    with closing(open_ledger(path)) as ledger:
        assert [one.number for one in ledger.open_payments()] == [number]
    with monkeypatch.context() as broken:
        broken.setattr(sqlite3, "connect", connect)
        with closing(open_ledger(path)) as ledger, pytest.raises(LedgerError):
            move(ledger, number, PaymentState.PAID)
    with closing(open_ledger(path)) as ledger:
        found = ledger.payment(number)
        assert found is not None
        assert (found.state, found.receipt) == (PaymentState.SENDING, None)
        assert move(ledger, number, PaymentState.PAID).receipt == 1


def test_a_locked_file_is_told_and_can_be_used_afterwards(path: Path, ledger: SqliteLedger) -> None:
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError) as error:
            add(ledger)
        assert error.value.problem is Problem.LEDGER_LOCKED
        assert ledger.payment(1) is None  # reading goes on
        assert refused(path) is Problem.LEDGER_LOCKED
        other.execute("ROLLBACK")
    assert add(ledger).number == 1


def test_a_lock_that_is_let_go_in_time_is_waited_for(path: Path) -> None:
    ledger = open_ledger(path, busy_seconds=10)
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        writer = threading.Thread(target=add, args=(ledger,))
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        other.execute("COMMIT")
        writer.join()
    assert ledger.payment(1) is not None
    ledger.close()


def test_a_closed_ledger_says_so(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.close()
    ledger.close()
    for ask in (ledger.open_payments, lambda: add(ledger)):
        with pytest.raises(LedgerError) as error:
            ask()
        assert error.value.problem is Problem.LEDGER_FAILED


def test_closing_waits_for_what_has_begun(path: Path) -> None:
    ledger = open_ledger(path)
    with ledger._store.writing() as connection:
        closing = threading.Thread(target=ledger.close)
        closing.start()
        closing.join(0.1)
        assert closing.is_alive()
        assert connection.exec_driver_sql("SELECT 1").scalar_one() == 1
    closing.join()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_error_holds_no_word_of_the_customer(path: Path, ledger: SqliteLedger) -> None:
    add_in(ledger, PaymentState.PAID)
    secret = "Asha Rai of Kalanki"
    with raw(path) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.execute("CREATE TRIGGER no BEFORE INSERT ON payments BEGIN SELECT x(); END")
    with pytest.raises(LedgerError) as error:
        ledger.add(order(customer_name=secret, fields={"secret": secret}), recorded())
    assert error.value.problem is Problem.LEDGER_FAILED
    assert secret not in "".join(traceback.format_exception(error.value))


def test_numbers_that_no_column_holds_are_refused(ledger: SqliteLedger) -> None:
    with pytest.raises(LedgerError) as error:
        add(ledger, duration_days=2**63)
    assert error.value.problem is Problem.LEDGER_FAILED
    assert ledger.payment(1) is None


def test_a_trigger_that_refuses_a_step_is_an_illegal_step(path: Path) -> None:
    with raw(path) as connection, pytest.raises(LedgerError) as error, map_ledger_errors():
        connection.execute(
            "INSERT INTO events (payment, kind, at, state, content)"
            " VALUES (1, 'answered', '2026-11-22T07:00:00.000000+00:00', 'paid', '{}')"
        )
    assert error.value.problem is Problem.ILLEGAL_STEP
