"""A record of an earlier version is brought up with nothing lost, and a newer one is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import PaymentState, derive_state
from desktop_app.ledger.sqlite import upgrade
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.unit.test_ledger_kit import raw

RECORDS = sorted((Path(__file__).parents[1] / "data").glob("record-*.db"))

Rows = list[dict[str, Any]]


@pytest.fixture(params=RECORDS, ids=[path.stem for path in RECORDS])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def tables(path: Path) -> dict[str, Rows]:
    """All rows of all tables with their columns, in the order of their keys."""
    with raw(path) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_master"
            " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'"
        )
        found: dict[str, Rows] = {}
        for (name,) in names.fetchall():
            rows = connection.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in rows.description]
            found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    return found


def test_there_is_a_record_of_the_first_version() -> None:
    assert [path.name for path in RECORDS][:1] == ["record-0.1.0.db"]


def test_it_holds_payments_of_every_kind(path: Path) -> None:
    payments, events = tables(path)["payments"], tables(path)["events"]
    assert {row["state"] for row in payments} == {
        state.value for state in PaymentState if state is not PaymentState.WRITTEN_BY_NEWER
    }
    assert {row["environment"] for row in payments} == {"test", "practice"}
    assert len({row["operator"] for row in payments}) == 3
    assert len({row["company"] for row in payments}) == 2
    told = {
        "copies": any(row["prints"] > 1 for row in payments),
        "phone": any(row["phone"] for row in payments),
        "owed": any(row["state"] == "not_paid" and not row["cash_returned_at"] for row in payments),
        "returned": any(row["cash_returned_at"] for row in payments),
        "given up": any(row["abandoned"] for row in payments),
        "decided": any(row["kind"] == "decided" for row in events),
        "recovered": any(row["kind"] == "recovered" for row in events),
    }
    assert all(told.values()), told


def test_nothing_is_lost_when_it_is_brought_up(path: Path) -> None:
    before = tables(path)
    open_ledger(path).close()
    after = tables(path)
    del before["alembic_version"]
    for table, rows in before.items():
        kept = [
            {name: new[name] for name in old} for old, new in zip(rows, after[table], strict=True)
        ]
        assert kept == rows, table
    assert after["alembic_version"] == [{"version_num": upgrade.REVISIONS[-1]}]


def test_every_payment_reads_as_its_events_tell(path: Path) -> None:
    states = {row["number"]: row["state"] for row in tables(path)["payments"]}
    ledger = open_ledger(path)
    for number, state in states.items():
        payment = ledger.payment(number)
        assert payment is not None
        assert payment.state.value == state
        assert derive_state(ledger.events(number)) is payment.state
    ledger.close()


def test_a_newer_record_is_refused_and_left_alone(path: Path) -> None:
    open_ledger(path).close()
    with raw(path) as connection:
        newer = f"{int(upgrade.REVISIONS[-1]) + 1:04}"
        connection.execute("UPDATE alembic_version SET version_num = ?", (newer,))
    before = path.read_bytes()
    with pytest.raises(LedgerError) as refused:
        open_ledger(path)
    assert refused.value.problem is Problem.LEDGER_NEWER
    assert path.read_bytes() == before


def test_the_earlier_program_refuses_what_was_brought_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with raw(path) as connection:
        (known,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    open_ledger(path).close()
    its_own = upgrade.REVISIONS[: upgrade.REVISIONS.index(known) + 1]
    if its_own == upgrade.REVISIONS:
        return
    monkeypatch.setattr(upgrade, "REVISIONS", its_own)
    with pytest.raises(LedgerError) as refused:
        open_ledger(path)
    assert refused.value.problem is Problem.LEDGER_NEWER
