"""``--remove-data`` removes what the program has made, and nothing else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.__main__ import main
from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.installer.remove_data import IN_USE, NOT_ALL, REMOVED, remove_data
from desktop_app.instance.claim import claim
from desktop_app.ledger.sqlite import restore
from desktop_app.ledger.sqlite.backup import Backups
from desktop_app.sandbox.practice import PracticeService
from desktop_app.vault import keyring_vault
from desktop_app.vault.keyring_vault import KeyringVault
from tests.blank_ledger import blank_ledger
from tests.clerk import TEST_TOKEN, open_shop
from tests.e2e.test_program import run
from tests.fakes import HandClock
from tests.unit.backup_kit import damage
from tests.unit.test_service_vault import FailingKeyring, WorkingKeyring

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

LIVE, TEST, PRACTICE = Environment.LIVE, Environment.TEST, Environment.PRACTICE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


@pytest.fixture
def keyring() -> WorkingKeyring:
    return WorkingKeyring()


@pytest.fixture
def vault(keyring: WorkingKeyring) -> KeyringVault:
    made = KeyringVault(keyring)
    made.save(TEST, TEST_TOKEN)
    made.save(LIVE, "live")
    keyring.set_password("Another program", "token:live", "its own")
    return made


@pytest.fixture(scope="module")
def after_a_day(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as the program leaves it after a day with a bit of everything."""
    folder = tmp_path_factory.mktemp("day") / "shop"
    own = claim(folder)
    assert own is not None
    with_practice(folder)
    for environment in (TEST, LIVE):
        with_a_record(folder, environment)
    settings_were_unreadable(folder)
    own.release()
    qapp.processEvents()
    return folder


@pytest.fixture
def worked(after_a_day: Path, folder: Path) -> Path:
    """A copy of that folder, to be removed."""
    return Path(shutil.copytree(after_a_day, folder, symlinks=True))


def with_practice(folder: Path) -> None:
    from PySide6.QtCore import Qt

    clerk = open_shop(folder)
    session = clerk.app.session
    session.change(replace(session.settings, environment=PRACTICE, asks_opening_cash=False))
    clerk.wait(lambda: session.environment is PRACTICE and clerk.app.window.main_view is not None)
    clerk.until_idle()
    clerk.pay(Qt.Key.Key_1, "online_renew", Qt.Key.Key_1, "5000")
    clerk.app.close()
    state = folder / "practice-service.json"
    state.write_bytes(b"{")
    PracticeService(state_file=state).refill(1)


def with_a_record(folder: Path, environment: Environment) -> None:
    """A shop with a payment, backups, one restored, and one set aside because it was damaged."""
    from desktop_app.core.settings import Settings
    from desktop_app.data_folder import ledger_path, settings_path
    from desktop_app.settings_store.settings_file import SettingsFile
    from tests.unit.test_ledger_kit import add_in

    path, clock = ledger_path(folder, environment), HandClock()
    SettingsFile(settings_path(folder)).save(
        Settings(environment=environment, asks_opening_cash=False)
    )
    ledger = blank_ledger(path)
    add_in(ledger, PaymentState.PAID, "1", environment=environment)
    backups = Backups(path, clock)
    made = backups.make()
    ledger.close()
    restore.restore(path, backups.path_of(made.name), clock.now(), damaged=False)
    damage(path)
    restore.restore(path, backups.path_of(made.name), clock.now(), damaged=True)
    # A run that was killed leaves the log of SQLite, and one that was killed writing, its part.
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE one_more (number)")
        for tail in ("", "-wal", "-shm"):
            content = Path(f"{path}{tail}").read_bytes()
            Path(f"{path}.damaged-20261122-235959{tail}").write_bytes(content)
    Path(f"{path}.restoring.new").write_bytes(b"half")
    (backups.folder / f"{path.stem}-20261122-141812.db.new-journal").write_bytes(b"")


def settings_were_unreadable(folder: Path) -> None:
    from desktop_app.data_folder import settings_path
    from desktop_app.settings_store.settings_file import SettingsFile

    path = settings_path(folder)
    salt = SettingsFile(path).salt()
    path.write_text(f'{{"salt": "{salt}", broken')
    SettingsFile(path).load()
    for name in ("settings.json.k3_x9abz.new", "logo.png", "logo.png.k3_x9abz.new"):
        (folder / name).write_bytes(b"")
    for name in ("bhuktani.log.1", "crash.log", "fault.log"):
        (folder / "logs" / name).write_text("a line\n")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_all_that_the_program_makes_is_removed(
    worked: Path, vault: KeyringVault, keyring: WorkingKeyring
) -> None:
    for part in ("practice.db", "test.db", "payments.db", "settings.json.bad", "logs", "backups"):
        assert (worked / part).exists(), part
    assert len(names(worked)) >= 30
    assert remove_data(worked, vault) == REMOVED
    assert not worked.exists()
    assert keyring.kept == {("Another program", "token:live"): "its own"}


STRANGE = (
    "notes.txt",
    "payments.xlsx",
    "payments.db.mine",
    "payments.db.before-yesterday",
    "copy of payments.db",
    "settings.json.bad.old",
    "my.settings.json",
    "backups/payments-20261122-141811.db.zip",
    "backups/mine.db",
    "backups/deeper/payments-20261122-141811.db",
    "logs/bhuktani.log.txt",
    "papers/Receipt 1.pdf",
    "other/payments.db",
)


def test_what_is_not_the_programs_stays(worked: Path, vault: KeyringVault) -> None:
    for name in STRANGE:
        (worked / name).parent.mkdir(parents=True, exist_ok=True)
        (worked / name).write_text("mine")
    assert remove_data(worked, vault) == REMOVED
    folders = {Path(name).parent.as_posix() for name in STRANGE} - {"."}
    assert set(names(worked)) == {*STRANGE, *folders}
    assert all((worked / name).read_text() == "mine" for name in STRANGE)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_removed_and_not_what_it_leads_to(
    worked: Path, vault: KeyringVault, tmp_path: Path
) -> None:
    """A folder that a person moved to another disk is gone through: its files are the program's."""
    disk = tmp_path / "disk"
    (worked / "backups").rename(disk)
    (worked / "backups").symlink_to(disk, target_is_directory=True)
    (tmp_path / "mine.db").write_text("mine")
    (worked / "test.db").unlink()
    (worked / "test.db").symlink_to(tmp_path / "mine.db")
    assert remove_data(worked, vault) == REMOVED
    assert names(worked) == ["backups"]
    assert list(disk.iterdir()) == []
    assert (tmp_path / "mine.db").read_text() == "mine"


def test_a_folder_that_no_program_worked_with_is_not_touched(
    folder: Path, vault: KeyringVault, keyring: WorkingKeyring
) -> None:
    assert remove_data(folder, vault) == REMOVED
    assert not folder.exists()
    folder.mkdir()
    for name in ("settings.json", "test.db"):
        (folder / name).write_text("of another program")
    assert remove_data(folder, vault) == REMOVED
    assert names(folder) == ["settings.json", "test.db"]
    assert len(keyring.kept) == 1


def test_nothing_is_removed_while_a_program_runs(
    worked: Path, vault: KeyringVault, keyring: WorkingKeyring, capsys: pytest.CaptureFixture[str]
) -> None:
    own = claim(worked)
    assert own is not None
    before = names(worked)
    assert remove_data(worked, vault) == IN_USE
    assert names(worked) == before
    assert len(keyring.kept) == 3
    assert "is running" in capsys.readouterr().err
    own.release()
    assert remove_data(worked, vault) == REMOVED


def not_a_file(folder: Path) -> Callable[[], object]:
    path = folder / "payments.db"
    path.unlink()
    path.mkdir()
    return path.rmdir


def read_only(folder: Path) -> Callable[[], object]:
    (folder / "backups").chmod(0o500)
    return lambda: (folder / "backups").chmod(0o700)


def held_open(folder: Path) -> Callable[[], object]:
    return (folder / "payments.db").open("rb").close


@pytest.mark.parametrize(
    ("hinder", "where"),
    [
        (not_a_file, "payments.db"),
        pytest.param(
            read_only,
            "backups",
            marks=pytest.mark.skipif(
                os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere"
            ),
        ),
        pytest.param(
            held_open,
            "payments.db",
            marks=pytest.mark.skipif(os.name != "nt", reason="an open file can be removed here"),
        ),
    ],
)
def test_what_cannot_be_removed_is_named_and_the_rest_goes(
    worked: Path,
    vault: KeyringVault,
    keyring: WorkingKeyring,
    capsys: pytest.CaptureFixture[str],
    hinder: Callable[[Path], Callable[[], object]],
    where: str,
) -> None:
    let_go = hinder(worked)
    assert remove_data(worked, vault) == NOT_ALL
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all(line.startswith(str(worked / where)) for line in lines)
    assert {name.partition("/")[0] for name in names(worked)} == {where, "program.lock"}
    assert len(keyring.kept) == 1
    let_go()
    assert remove_data(worked, vault) == REMOVED
    assert not worked.exists()


def test_a_keyring_that_refuses_is_named(worked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remove_data(worked, KeyringVault(FailingKeyring(RuntimeError))) == NOT_ALL
    assert capsys.readouterr().err == (
        "the token of test: RuntimeError\nthe token of live: RuntimeError\n"
    )
    assert names(worked) == ["program.lock"]


def test_the_option_removes_data_and_tokens(
    worked: Path, vault: KeyringVault, keyring: WorkingKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_vault, "open_vault", lambda: vault)
    assert main(["--remove-data", "--data-dir", str(worked)]) == 0
    assert not worked.exists()
    assert len(keyring.kept) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the user's own keyring would lose its tokens")
def test_the_option_as_a_process_of_its_own(
    tmp_path: Path, worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    done = run("desktop_app", "--remove-data", "--data-dir", str(worked), home=tmp_path)
    assert done == (0, "", "")
    assert not worked.exists()
