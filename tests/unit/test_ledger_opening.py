"""Opening a file: made where there is none, brought up, or refused and left alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.sqlite import upgrade
from desktop_app.ledger.sqlite.ledger import open_ledger
from tests.blank_ledger import put_blank_ledger
from tests.unit.test_ledger_kit import add, raw

ROOT = Path(__file__).parents[2]

posix = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "payments.db"
    put_blank_ledger(path)
    return path


ODD_NAME = "100% नेपाल#&" if os.name == "nt" else "100% नेपाल?#&"
"""Signs that mean something in an address of SQLite; Windows has no "?" in names."""


def refused(path: Path) -> Problem:
    """Why the file cannot be opened."""
    with pytest.raises(LedgerError) as error:
        open_ledger(path, busy_seconds=0.05)
    return error.value.problem


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix == ".db"}


def test_folder_and_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / ODD_NAME / "payments.db"
    ledger = open_ledger(path)
    assert add(ledger).number == 1
    ledger.close()
    assert [file.name for file in path.parent.iterdir()] == ["payments.db"]


@posix
def test_only_this_user_can_read_them(tmp_path: Path) -> None:
    path = tmp_path / "new" / "payments.db"
    ledger = open_ledger(path)
    add(ledger)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    ledger.close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    path.touch()
    ledger = open_ledger(path)
    assert add(ledger).number == 1
    ledger.close()


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_newer_file_is_refused_and_left_alone(path: Path, journal: str) -> None:
    with raw(path) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("CREATE TABLE of_the_future (x)")
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    before = contents(path.parent)
    assert refused(path) is Problem.LEDGER_NEWER
    assert contents(path.parent) == before


def test_a_newer_file_is_refused_while_its_program_runs(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        wal = Path(f"{path}-wal")
        before = (path.read_bytes(), wal.read_bytes())
        assert refused(path) is Problem.LEDGER_NEWER
        assert (path.read_bytes(), wal.read_bytes()) == before


def test_a_strangers_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "payments.db"
    with raw(path) as connection:
        connection.execute("CREATE TABLE payments (x)")
    before = contents(tmp_path)
    assert refused(path) is Problem.LEDGER_DAMAGED
    assert contents(tmp_path) == before


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_ledger_without_a_version_is_refused(path: Path, statement: str) -> None:
    with raw(path) as connection:
        connection.execute(statement)
    assert refused(path) is Problem.LEDGER_DAMAGED


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\0" * 8192, b"SQLite format 3"])
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "payments.db"
    path.write_bytes(content)
    assert refused(path) is Problem.LEDGER_DAMAGED
    assert path.read_bytes() == content


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "payments.db"
    monkeypatch.setattr(upgrade, "REVISIONS", (*upgrade.REVISIONS, "9999"))
    assert refused(path) is Problem.LEDGER_FAILED
    with raw(path) as connection:
        assert connection.execute("SELECT * FROM sqlite_master").fetchall() == []
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)


def test_migrations_may_lie_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Program Files (x86) 100% नेपाल"
    shutil.copytree(upgrade._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(upgrade, "_MIGRATIONS", folder)
    ledger = open_ledger(tmp_path / "payments.db")
    assert add(ledger).number == 1
    ledger.close()


def test_the_program_knows_all_its_migrations() -> None:
    files = (Path(upgrade.__file__).parent / "migrations" / "versions").glob("*.py")
    assert tuple(sorted(file.name.split("_")[0] for file in files)) == upgrade.REVISIONS


def test_an_older_file_is_brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(upgrade, "REVISIONS", (*upgrade.REVISIONS, "9999"))
    monkeypatch.setattr(upgrade, "_run", lambda connection: ran.append("9999"))
    open_ledger(path).close()
    assert ran == ["9999"]


def test_alembic_is_not_needed_to_open_a_ledger_that_is_up_to_date(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.ledger.sqlite.ledger import open_ledger\n"
        "open_ledger(Path(sys.argv[1])).close()\n"
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, path], check=True, cwd=ROOT)


def test_sqlite_is_recent_enough_for_the_tables() -> None:
    assert sqlite3.sqlite_version_info >= (3, 37)
