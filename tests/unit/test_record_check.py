"""A record that is not what was written: it is named, told once, and no old backup is deleted."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.audit import record_changed
from desktop_app.core.backups import DueBackups
from desktop_app.core.environment import Environment
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.ledger.sqlite.backup import KEPT
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.texts.problems import problem_sentence
from desktop_app.vault.keyring_vault import MemoryVault
from tests.fakes import HandClock
from tests.people_kit import journal_of
from tests.unit.backup_kit import DAY, put_older_backups
from tests.unit.chain_kit import change, fill_every_kind, without_triggers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.audit import FoundBreak

LIVE = Environment.LIVE
SITA = Till(operator="Sita", operator_id="5" * 32)

CHANGES = {
    "UPDATE events SET content = '{\"x\":1}' WHERE id = 3": "payment 1, the service’s answer",
    "UPDATE events SET at = '2026-11-22T08:34:00.000000+00:00' WHERE id = 2": (
        "payment 1, when it was sent"
    ),
    "UPDATE payments SET amount = amount + 1 WHERE number = 2": "payment 2, as it was recorded",
    "UPDATE payments SET state = 'not_paid' WHERE number = 3": "state of payment 3",
    "UPDATE movements SET amount = amount - 100 WHERE kind = 'change_given' AND payment = 2": (
        "cash movement 7, payment 2"
    ),
    "UPDATE movements SET reason = 'tae' WHERE id = (SELECT min(id) FROM movements WHERE"
    " kind = 'paid_out')": "cash movement ",
    "UPDATE tenders SET reference = 'FP-2' WHERE reference = 'FP-1' AND payment = 1": (
        "what a bill was paid with, 2, payment 1"
    ),
    "UPDATE journal SET operator = 'Hari' WHERE kind = 'locked'": "journal entry ",
    "UPDATE reports SET content = replace(content, '1', '2') WHERE id = 1": "day close report 1",
    "UPDATE shifts SET opened_by = 'x' WHERE number = 1": "journal entry 1",
    "UPDATE links SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE counter = '1'"
    " AND position = 1": "journal entry 1 (counter 1, entry 1)",
    "DELETE FROM links WHERE counter = '1' AND position = 4": (
        "an entry that is missing (counter 1, entry 4)"
    ),
}


class Shop:
    """The use cases on real files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = HandClock()
        self.path = ledger_path(folder, LIVE)
        self.use_cases: UseCases = self.started()

    def started(self) -> UseCases:
        file = SettingsFile(settings_path(self.folder))
        given = Dependencies(self.folder, self.clock, file, vault=MemoryVault())
        return UseCases(given, Settings(environment=LIVE), Redactor())

    def restart(self) -> None:
        self.use_cases.environments.close()
        self.use_cases = self.started()

    def backups(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "backups").iterdir())

    def journal(self) -> list[tuple[str, str, str]]:
        told = journal_of(self.folder)
        return [one for one in told if one[0] not in ("shift_opened", "shift_closed", "locked")]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("filled") / "payments.db"
    fill_every_kind(path)
    return path.read_bytes()


@pytest.fixture
def shop(filled: bytes, tmp_path: Path) -> Iterator[Shop]:
    ledger_path(tmp_path, LIVE).write_bytes(filled)
    shop = Shop(tmp_path)
    yield shop
    shop.use_cases.environments.close()


def compact(content: dict[str, str]) -> str:
    return json.dumps(content, separators=(",", ":"))


def words(found: FoundBreak | None) -> str:
    assert found is not None
    return problem_sentence(record_changed(found)).advice


def test_a_record_as_it_was_written_is_told_so_and_who_asked_is_noted(shop: Shop) -> None:
    assert shop.use_cases.records.check_chain(LIVE, SITA) is None
    assert shop.use_cases.records.check_chain(LIVE) is None
    assert shop.journal() == [("record_checked", "Sita", "{}")]


@pytest.mark.parametrize("statement", CHANGES)
def test_one_change_in_any_kind_of_row_is_named_in_plain_words(shop: Shop, statement: str) -> None:
    with closing(without_triggers(shop.path)) as connection:
        assert connection.execute(statement).rowcount == 1
    found = shop.use_cases.records.check_chain(LIVE, SITA)
    assert f"First difference: {CHANGES[statement]}" in words(found)
    assert "Delete no backup" in words(found)


def test_a_byte_that_is_no_text_any_more_is_named_as_well(shop: Shop) -> None:
    change(shop.path, "UPDATE events SET kind = CAST(x'ff' AS TEXT) WHERE id = 2")
    found = shop.use_cases.records.check_chain(LIVE)
    assert "First difference: payment 1, its history" in words(found)


def test_a_break_is_told_in_the_journal_once_and_again_at_each_start_until_an_owner_has_seen_it(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    change(shop.path, "UPDATE events SET content = '[]' WHERE id = 3")
    found = shop.use_cases.records.check_chain(LIVE)
    assert found is not None
    assert "the record of live was changed: event 3 of payment 1" in caplog.text
    shop.restart()
    assert shop.use_cases.records.check_chain(LIVE) == found
    shop.use_cases.records.note_seen(found, SITA)
    told = compact(found.broken.content)
    assert shop.journal() == [("chain_broken", "", told), ("break_seen", "Sita", told)]
    shop.restart()
    seen = shop.use_cases.records.check_chain(LIVE)
    assert seen is not None
    assert seen.is_seen


def test_another_break_is_told_although_an_earlier_one_was_seen(shop: Shop) -> None:
    change(shop.path, "UPDATE events SET content = '[]' WHERE id = 9")
    found = shop.use_cases.records.check_chain(LIVE)
    assert found is not None
    shop.use_cases.records.note_seen(found, SITA)
    change(shop.path, "UPDATE events SET content = '[]' WHERE id = 3")
    assert shop.use_cases.records.check_chain(LIVE) is not None


def test_no_older_backup_is_deleted_while_the_record_is_not_what_was_written(shop: Shop) -> None:
    records = shop.use_cases.records
    assert records.back_up_if_due() == DueBackups(frozenset({LIVE}), ())
    put_older_backups(shop.folder / "backups")
    before = shop.backups()
    assert len(before) == KEPT
    change(shop.path, "UPDATE movements SET amount = amount + 1 WHERE id = 1")
    shop.clock.move(DAY)
    (found,) = records.back_up_if_due().unseen
    assert "cash movement 1" in words(found)
    shop.clock.move(DAY)
    made = records.back_up(LIVE, SITA)
    assert made.found is not None
    assert set(before) < set(shop.backups())
    assert len(shop.backups()) == KEPT + 2
    # Back to the last that is whole: from then on old ones go again.
    records.restore(LIVE, before[-1], SITA)
    assert records.check_chain(LIVE, SITA) is None
    shop.clock.move(DAY)
    assert records.back_up(LIVE, SITA).found is None
    assert len(shop.backups()) == KEPT


def test_backup_and_restore_name_who_did_it_and_the_backup_of_the_day_nobody(shop: Shop) -> None:
    records = shop.use_cases.records
    records.back_up_if_due()
    made = records.back_up(LIVE, SITA).backup
    aside = records.restore(LIVE, made.name, SITA)
    with closing(sqlite3.connect(shop.path)) as file:
        ids = file.execute("SELECT operator_id FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    assert ids == ("5" * 32,)
    told = compact({"file": made.name, "aside": aside})
    assert shop.journal()[-1] == ("restored", "Sita", told)
    first = compact({"file": shop.backups()[0]})
    assert shop.journal()[0] == ("backed_up", "", first)
    with closing(sqlite3.connect(shop.folder / aside)) as file:
        kinds = file.execute("SELECT kind, operator FROM journal ORDER BY id DESC LIMIT 1")
        assert kinds.fetchall() == [("backed_up", "Sita")]
