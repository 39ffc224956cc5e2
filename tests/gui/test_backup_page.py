"""Settings, Backup: made, gone back to, and offered when the record is damaged."""

from __future__ import annotations

import functools
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path
from desktop_app.ui.first_run.token_prompt import TokenPrompt
from tests.blank_ledger import blank_ledger
from tests.clerk import ledger_of
from tests.fakes import HandClock
from tests.gui.settings_kit import NOBODY, Window, running
from tests.unit.backup_kit import damage
from tests.unit.chain_kit import change
from tests.unit.test_ledger_kit import add, add_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

SETTINGS = Settings(environment=Environment.TEST)
STAMP = "20261122-141811"
RESTORE = f"settings.backup.restore.test-{STAMP}.db"


def fill(folder: Path, count: int, start: int = 0) -> None:
    """Add paid payments to the record; the first ones are made once in a process."""
    path = ledger_path(folder, Environment.TEST)
    if path.exists():
        add_paid(path, range(start, start + count))
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filled(range(start, start + count)))


@functools.cache
def filled(offers: range) -> bytes:
    """The file of a record with a paid payment for each of these offers."""
    with tempfile.TemporaryDirectory(prefix="bhuktani-filled-") as folder:
        path = Path(folder) / "ledger.db"
        add_paid(path, offers)
        return path.read_bytes()


def add_paid(path: Path, offers: range) -> None:
    ledger = blank_ledger(path)
    for offer in offers:
        add_in(ledger, PaymentState.PAID, str(offer), environment=Environment.TEST)
    ledger.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, no_stray_windows: None) -> Iterator[Window]:
    fill(tmp_path, 30)
    with running(qtbot, tmp_path, settings=SETTINGS, connection=NOBODY) as window:
        enter_token(window)
        yield window


def enter_token(window: Window) -> None:
    """The shop of these tests is connected."""
    window.app.use_cases.vault.save(Environment.TEST, "TEST:AbCdEfGhIjKlMnOp")
    window.find("prompt", TokenPrompt).done.emit()
    window.settle()


def count_of(window: Window) -> int:
    ledger = ledger_of(window.app)
    return sum(1 for number in range(1, 500) if ledger.payment(number) is not None)


def answer(window: Window, button: str) -> None:
    """Press a button of the question."""
    dialogs = [d for d in window.app.window.findChildren(QDialog, "ask") if d.isVisible()]
    assert len(dialogs) == 1
    window.press(f"ask.{button}")
    window.settle()
    window.app.window.activateWindow()
    window.settle()


def asked(window: Window) -> str:
    return window.find("ask.words", QLabel).text()


def test_the_keyboard_starts_on_back_up_now_which_makes_one_and_shows_it(
    window: Window, tmp_path: Path
) -> None:
    window.open_settings("backup")
    # The keyboard starts on what the page asks for.
    window.key(Qt.Key.Key_F2)
    window.settle()
    window.key(Qt.Key.Key_F12)
    assert window.focus_name() == "settings.backup.now"
    window.settle()
    assert window.focus_name() == "settings.backup.now"
    assert window.find("settings.backup.lead", QLabel).text() == "No backup yet"
    window.press("settings.backup.now")
    window.settle()
    assert window.find("settings.backup.lead", QLabel).text() == "Last backup: today, 2:18 PM"
    words = window.find("settings.backup.words", QLabel).text()
    assert words == "30 payments. Checked and readable."
    note = "The backup is made and checked. Nobody has changed the record."
    assert window.words("settings.backup.note") == note
    assert (tmp_path / "backups" / f"test-{STAMP}.db").is_file()
    assert window.focus_name() == "settings.backup.now"
    window.key(Qt.Key.Key_F5)
    window.settle()
    assert len(list((tmp_path / "backups").iterdir())) == 2


def test_restoring_asks_once_and_keeps_the_record(window: Window, tmp_path: Path) -> None:
    window.open_settings("backup")
    window.press("settings.backup.now")
    window.settle()
    ledger = ledger_of(window.app)
    add(ledger, "later", environment=Environment.TEST)
    window.open_settings("shop")
    window.open_settings("backup")
    window.press(RESTORE)
    assert "Payments made after it will be missing: 1." in asked(window)
    assert "do not give it twice" in asked(window)
    answer(window, "no")
    assert count_of(window) == 31
    window.press(RESTORE)
    answer(window, "yes")
    assert count_of(window) == 30
    aside = tmp_path / f"test.db.before-{STAMP}"
    assert aside.is_file()
    assert aside.name in window.words("settings.backup.note")
    window.key(Qt.Key.Key_F2)
    window.settle()
    assert not window.sees("window.trouble")


def test_practice_is_not_backed_up(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(environment=Environment.PRACTICE)
    with running(qtbot, tmp_path, settings=settings) as window:
        window.open_settings("backup")
        assert not window.find("settings.backup.now", QPushButton).isEnabled()
        assert window.find("settings.backup.lead", QLabel).text() == "Practice has no backups"
        window.key(Qt.Key.Key_F5)
        window.app.window.daily_backup.look()
        window.settle()
        assert not (tmp_path / "backups").exists()


def test_the_days_backup_is_made_by_itself(window: Window, tmp_path: Path) -> None:
    window.app.window.daily_backup.look()
    window.settle()
    window.app.window.daily_backup.look()
    window.settle()
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [f"test-{STAMP}.db"]


def test_a_record_that_was_changed_by_hand_is_told_and_still_backed_up(
    window: Window, tmp_path: Path
) -> None:
    """Soon after the start by itself, and whenever a person backs up."""
    path = ledger_path(tmp_path, Environment.TEST)
    change(path, "UPDATE payments SET amount = amount + 1 WHERE number = 7")
    window.app.window.daily_backup.look()
    window.settle()
    told = window.words("window.trouble")
    assert "The record was changed outside of this program." in told
    assert "Delete no backup" in told
    assert "First difference: payment 7, as it was recorded (counter 1, entry " in told
    window.press("window.trouble.close")
    window.app.window.daily_backup.look()
    window.settle()
    assert not window.sees("window.trouble"), "told no more once it was seen"
    window.open_settings("backup")
    window.press("settings.backup.now")
    window.settle()
    assert "First difference: payment 7" in window.words("settings.backup.note")
    assert len(list((tmp_path / "backups").iterdir())) == 2


@pytest.fixture
def damaged(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A shop whose record has just been damaged, with a backup of yesterday and two days ago."""
    fill(tmp_path, 30)
    with running(qtbot, tmp_path, settings=SETTINGS, connection=NOBODY) as window:
        window.app.use_cases.records.back_up(window.app.session.environment)
    fill(tmp_path, 2, start=400)
    damage(ledger_path(tmp_path, Environment.TEST))
    with running(qtbot, tmp_path, settings=SETTINGS, connection=NOBODY) as window:
        clock = window.app.window._context.clock
        assert isinstance(clock, HandClock)
        clock.move(timedelta(days=1))
        enter_token(window)
        yield window


def test_a_damaged_record_is_offered_its_newest_backup(damaged: Window, tmp_path: Path) -> None:
    broken = ledger_path(tmp_path, Environment.TEST).read_bytes()
    damaged.app.window.daily_backup.look()
    damaged.settle()
    assert not list(tmp_path.glob("backups/test-20261123*")), "nothing damaged is backed up"
    assert "The record of payments is damaged." in damaged.words("window.trouble")
    damaged.press("window.trouble.backup")
    damaged.settle()
    lead = damaged.find("settings.backup.lead", QLabel).text()
    assert lead == "The record of payments is damaged"
    words = damaged.find("settings.backup.words", QLabel).text()
    assert "yesterday, 2:18 PM, with 30 payments" in words
    assert "do not make them again" in words
    damaged.press("settings.backup.now")
    answer(damaged, "yes")
    assert not damaged.sees("window.trouble")
    assert count_of(damaged) == 30
    aside = tmp_path / "test.db.damaged-20261123-141811"
    assert aside.read_bytes() == broken
    assert damaged.find("settings.backup.lead", QLabel).text() == (
        "Last backup: yesterday, 2:18 PM"
    )
    damaged.key(Qt.Key.Key_F2)
    damaged.settle()
    assert damaged.sees("provider.tile.worldlink-v2")


def test_without_a_good_backup_an_empty_record_can_be_begun(
    damaged: Window, tmp_path: Path
) -> None:
    damage(tmp_path / "backups" / f"test-{STAMP}.db")
    damaged.open_settings("backup")
    assert damaged.find("settings.backup.now", QPushButton).text() == "Begin an empty record…"
    assert not damaged.sees(RESTORE)
    damaged.press("settings.backup.now")
    answer(damaged, "yes")
    assert count_of(damaged) == 0
    assert list(tmp_path.glob("test.db.damaged-*"))


def test_waiting_payments_of_a_backup_wait_again(window: Window) -> None:
    ledger = ledger_of(window.app)
    waiting = add_in(ledger, PaymentState.SENDING, "sent", environment=Environment.TEST)
    window.open_settings("backup")
    window.press("settings.backup.now")
    window.settle()
    window.press(RESTORE)
    answer(window, "yes")
    found = ledger_of(window.app).payment(waiting.number)
    assert found is not None
    assert found.state is PaymentState.WAITING


def test_who_comes_to_the_list_with_tab_restores_with_enter(window: Window) -> None:
    window.open_settings("backup")
    window.press("settings.backup.now")
    window.settle()
    window.find("settings.backup.now", QWidget).setFocus()
    window.key(Qt.Key.Key_Tab)
    for _ in range(20):
        if window.focus_name() == "settings.backup.list":
            break
        window.key(Qt.Key.Key_Tab)
    assert window.focus_name() == "settings.backup.list"
    window.key(Qt.Key.Key_Return)
    assert asked(window)
    answer(window, "no")


def test_the_support_bundle_is_saved_from_both_places(window: Window, tmp_path: Path) -> None:
    path = tmp_path / f"bhuktani-support-{STAMP}.zip"
    for where in ("settings.backup.bundle", "keys.bundle"):
        if where.startswith("keys"):
            window.key(Qt.Key.Key_F1)
        else:
            window.open_settings("backup")
        window.press(where)
        window.settle()
        assert path.name in window.words(f"{where}.note")
        with zipfile.ZipFile(path) as bundle:
            assert bundle.testzip() is None
            assert b"AbCdEfGh" not in b"".join(bundle.read(name) for name in bundle.namelist())
        path.unlink()
