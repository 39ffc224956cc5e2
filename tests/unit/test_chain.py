"""The audit chain: whatever is changed in the record, the first row that was changed is named."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.ledger import chain_form as chain
from desktop_app.ledger.schema import METADATA, payments, shifts
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.engines import ENGINES, new_record
from tests.sampling import LONG
from tests.unit.chain_kit import change, fill
from tests.unit.drawer_kit import Drawer
from tests.unit.test_ledger_kit import NOON, raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.engines import Record

S = PaymentState
RECORDS = sorted((Path(__file__).parents[1] / "data").glob("record-*.db"))
CHANGES = 1000 if LONG else 60
NEVER_LINKED = {"accounts", "customers", "operators", "token_salt", "links", "payments", "shifts"}
CHANGES_LATER = {
    "state", "changed_at", "sent_at", "transaction_id", "reason", "reason_code", "phone", "prints",
    "cash_returned_at", "abandoned", "acknowledged", "reversed_at", "reversal_settled_at",
    "doubted_at",
}  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Record]:
    """In each engine in turn: a record with a row of every kind."""
    made = new_record(request.param, tmp_path_factory.mktemp("filled"))
    fill(made.open(series_of=lambda _moment: "2083/84"))
    made.close()
    yield made


@pytest.fixture
def record(filled: Record, tmp_path: Path) -> Iterator[Record]:
    made = filled.copy_to(tmp_path)
    yield made
    made.close()


def change_in(record: Record, statement: str) -> None:
    """A stranger's hand that nothing holds back."""
    with record.unguarded() as stranger:
        assert stranger.execute(statement).rowcount == 1


@pytest.mark.parametrize("earlier", RECORDS, ids=[one.stem for one in RECORDS])
def test_the_migration_links_an_earlier_record_as_the_program_does(
    earlier: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(earlier, tmp_path))
    ledger = open_ledger(path)
    assert ledger.check_chain() is None
    add = Drawer(ledger).pay(S.PAID)
    assert add.receipt is not None
    assert ledger.check_chain() is None
    ledger.close()
    with raw(path) as connection:
        count = "SELECT count(*) FROM "
        for source, table in (("event", "events"), ("tender", "tenders")):
            linked = connection.execute(f"{count} links WHERE source = '{source}'").fetchone()
            assert linked == connection.execute(count + table).fetchone()
    change(path, "UPDATE events SET content = '{}' WHERE id = 7")
    with closing(open_ledger(path)) as ledger:
        broken = ledger.check_chain()
    assert broken is not None
    assert (broken.source, broken.row) == ("event", 7)


def test_every_table_that_is_never_changed_is_in_the_chain() -> None:
    linked = {table.name for table in chain.TABLES.values()}
    assert linked == {table.name for table in METADATA.sorted_tables} - NEVER_LINKED
    for source, table in chain.TABLES.items():
        assert sorted(chain.COLUMNS[source]) == sorted(table.columns.keys())
    kept = {*chain.ORDER, *chain.RECEIPT}
    assert kept == set(payments.columns.keys()) - CHANGES_LATER


def _cells(record: Record) -> list[tuple[str, str, object, str]]:
    """Every value that a link covers: table, key column, key and name."""
    found: list[tuple[str, str, object, str]] = []
    with record.stranger() as connection:
        for table in [*chain.TABLES.values(), payments, shifts]:
            key = "id" if "id" in table.columns else "number"
            covered = set(table.columns.keys()) - {key}
            if table is payments:
                covered -= CHANGES_LATER
            for (number,) in connection.execute(f"SELECT {key} FROM {table.name}").fetchall():
                found += [(table.name, key, number, name) for name in sorted(covered)]
        for (rowid,) in connection.execute("SELECT position FROM links WHERE counter = '1'"):
            found.append(("links", "counter = '1' AND position", rowid, "hash"))
    return found


def holds_numbers(table: str, name: str) -> bool:
    return "INT" in str(METADATA.tables[table].c[name].type.compile()).upper()


def _other(value: object, chance: random.Random) -> object:
    """The value with one byte changed."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value ^ (1 << chance.randrange(8))
    raw_bytes = bytearray(str(value).encode())
    if not raw_bytes:
        return "x"
    at = chance.randrange(len(raw_bytes))
    raw_bytes[at] ^= 1 << chance.randrange(8)
    return bytes(raw_bytes)


def test_one_changed_byte_is_found_and_named_wherever_it_is(record: Record) -> None:
    chance = random.Random(20261129)
    cells = _cells(record)
    ledger = record.open()
    with record.unguarded() as connection:
        for _ in range(CHANGES):
            table, key, number, name = chance.choice(cells)
            where = f"{key} = ?"
            (value,) = connection.execute(
                f"SELECT {name} FROM {table} WHERE {where}", (number,)
            ).fetchone()
            other = _other(value, chance)
            if value is None and holds_numbers(table, name):
                other = 7
            set_ = f"UPDATE {table} SET {name} = CAST(? AS TEXT) WHERE {where}"
            if isinstance(other, int):
                set_ = f"UPDATE {table} SET {name} = ? WHERE {where}"
            try:
                connection.execute(set_, (other, number))
            except record.refusals:
                continue  # an index refuses it before anybody has to look
            broken = ledger.check_chain()
            told = (table, number, name, value, other)
            assert broken is not None, told
            if table in ("events", "movements", "journal", "reports", "tenders"):
                assert f"{broken.source}s".replace("journals", "journal") == table, told
                assert broken.row == number, told
            back = f"UPDATE {table} SET {name} = ? WHERE {where}"
            connection.execute(back, (value, number))
            assert ledger.check_chain() is None, told


@pytest.mark.parametrize("counter", ["1", "9"])
@pytest.mark.parametrize("position", [-(2**63), -1, 0, 2**63 - 1])
def test_a_row_that_was_slipped_in_with_a_link_is_found(
    record: Record, counter: str, position: int
) -> None:
    """At whatever position: the counts of rows and links agree."""
    with record.unguarded() as stranger:
        stranger.execute(
            "INSERT INTO movements SELECT 99, environment, counter, drawer, shift, 'safe_drop', at,"
            " -5000, NULL, '', '', '', '{}' FROM movements WHERE id = 1"
        )
        stranger.execute(
            "INSERT INTO links (counter, position, form, source, row, hash)"
            f" VALUES ('{counter}', {position}, 1, 'movement', 99, '{'0' * 64}')"
        )
    assert record.open().check_chain() is not None


@pytest.mark.parametrize("table", ["events", "movements", "journal", "reports", "tenders"])
def test_a_row_that_is_gone_is_found(record: Record, table: str) -> None:
    change_in(record, f"DELETE FROM {table} WHERE id = 1")
    broken = record.open().check_chain()
    assert broken is not None
    assert broken.row == 1


@pytest.mark.parametrize("position", ["1", "(SELECT max(position) FROM links WHERE counter = '1')"])
def test_a_link_that_is_gone_is_found(record: Record, position: str) -> None:
    change_in(record, f"DELETE FROM links WHERE counter = '1' AND position = {position}")
    assert record.open().check_chain() is not None


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO events (payment, kind, at, state, content)"
        " SELECT payment, kind, at, NULL, content FROM events WHERE id = 1",
        "INSERT INTO movements SELECT 99, environment, counter, drawer, shift, 'safe_drop', at,"
        " -5000, NULL, '', '', '', '{}' FROM movements WHERE id = 1",
        "INSERT INTO shifts SELECT 9, environment, counter, 'x', opened_at, '', '', opened_how,"
        " NULL, '', '', NULL, '' FROM shifts WHERE number = 1",
    ],
)
def test_a_row_that_was_slipped_in_is_found(record: Record, statement: str) -> None:
    change_in(record, statement)
    broken = record.open().check_chain()
    assert broken is not None
    assert broken.position == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payments SET state = 'not_paid' WHERE number = 3",
        "UPDATE payments SET cash_returned_at = NULL WHERE number = 2",
        "UPDATE payments SET receipt = 7 WHERE number = 1",
        "UPDATE payments SET shift = 2 WHERE number = 1",
        "UPDATE shifts SET closed_at = NULL, z_number = NULL WHERE number = 2",
    ],
)
def test_what_stands_beside_the_events_is_theirs(record: Record, statement: str) -> None:
    change_in(record, statement)
    assert record.open().check_chain() is not None


def test_a_report_prints_the_newest_link_before_it(record: Record) -> None:
    with record.stranger() as connection:
        rows = connection.execute(
            "SELECT hash, chain_hash FROM reports JOIN links USING (counter)"
            " WHERE position = chain_position ORDER BY reports.id"
        ).fetchall()
    assert len(rows) == 2
    assert all(own == printed for own, printed in rows)


def test_counters_write_side_by_side(record: Record) -> None:
    """Each has a chain of its own, from 1 on without a gap."""
    with record.stranger() as connection:
        told = connection.execute(
            "SELECT counter, count(*), min(position), max(position) FROM links GROUP BY counter"
        ).fetchall()
    assert [one[0] for one in told] == ["1", "2"]
    assert all(count == last and first == 1 for _, count, first, last in told)


def test_two_programs_on_one_file_write_one_chain(record: Record) -> None:
    one, other = record.open(), record.open()
    for number in range(6):
        Drawer((one, other)[number % 2]).pay(S.PAID, f"x{number}")
    assert one.check_chain() is other.check_chain() is None


def test_what_is_refused_leaves_no_link(record: Record) -> None:
    with record.stranger() as connection:
        before = connection.execute("SELECT count(*) FROM links").fetchone()
    ledger = record.open()
    with pytest.raises(Exception, match="illegal_step"):
        ledger.append(1, Event(EventKind.CASH_RETURNED, NOON))
    with record.stranger() as connection:
        assert connection.execute("SELECT count(*) FROM links").fetchone() == before


def test_practice_and_live_in_one_file_are_one_chain(record: Record) -> None:
    ledger = record.open()
    Drawer(ledger).pay(S.PAID, "practice", environment=Environment.PRACTICE)
    assert ledger.check_chain() is None
