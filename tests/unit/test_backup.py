"""Backups are made while others write, are checked, and are told from damaged ones."""

from __future__ import annotations

import os
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.backups import Backup
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger.sqlite.backup import KEPT, TRIES, Backups, checked
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.unit.backup_kit import Desk, damage
from tests.unit.test_ledger_kit import add, add_in

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)


def made_names(desk: Desk) -> list[str]:
    return [backup.name for backup in desk.backups.listed()]


def test_a_backup_is_a_sound_ledger_of_its_own(desk: Desk) -> None:
    desk.fill(3)
    made = desk.backups.make()
    assert made == Backup("payments-20261122-141811.db", made.made_at, made.size, 3)
    assert made.made_at == desk.clock.time
    path = desk.backups.path_of(made.name)
    assert [at.name for at in desk.backups.folder.iterdir()] == [made.name]
    copy = path.with_name("copy.db")
    copy.write_bytes(path.read_bytes())
    ledger = open_ledger(copy)
    assert [payment.number for payment in ledger.open_payments()] == [1, 2, 3]
    ledger.close()


@pytest.mark.skipif(os.name == "nt", reason="no such rights")
def test_only_this_user_may_read_it(desk: Desk) -> None:
    desk.fill(1)
    path = desk.backups.path_of(desk.backups.make().name)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_payments_go_on_while_it_is_made(desk: Desk) -> None:
    desk.fill(50)
    stop = threading.Event()
    written: list[int] = []

    def write() -> None:
        while not stop.is_set():
            written.append(add_in(desk.ledger, PaymentState.PAID, f"w{len(written)}").number)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        counts = []
        for _ in range(10):
            made = desk.backups.make()
            assert made.payments is not None
            counts.append(made.payments)
    finally:
        stop.set()
        writer.join()
    assert counts == sorted(counts)
    assert counts[0] >= 50
    assert counts[-1] <= 50 + len(written)
    assert desk.ledger.payment(written[-1]) is not None
    for name in made_names(desk):
        checked(desk.backups.path_of(name), thorough=True)


def test_a_payment_that_is_recorded_and_not_sent_yet_is_in_no_backup(desk: Desk) -> None:
    """Gone back to, it would say "never sent" of what may have been sent in the next moment."""
    desk.fill(2)
    good = desk.backups.make()
    add(desk.ledger, "begins")
    pauses: list[float] = []
    backups = Backups(desk.path, desk.clock, pauses.append)
    with pytest.raises(LedgerError) as caught:
        backups.make()
    assert caught.value.problem is Problem.PAYMENT_BEGINS
    assert len(pauses) == TRIES - 1
    assert sum(pauses) < 6.0, "a person waits for it"
    assert [path.name for path in desk.backups.folder.iterdir()] == [good.name]


def test_two_in_one_second_have_two_names(desk: Desk) -> None:
    desk.fill(1)
    assert desk.backups.make().name != desk.backups.make().name
    assert len(made_names(desk)) == 2


def test_the_last_thirty_are_kept_and_strangers_stay(desk: Desk) -> None:
    desk.fill(1)
    desk.backups.make()
    strangers = [
        "payments-20200101-000000.db.old",
        "payments-20200101-000000.DB",
        "my-payments-20200101-000000.db",
        "payments-20209999-000000.db",
        "payments-2020.db",
        "test-20200101-000000.db",
        "notes.txt",
        "notes.txt.new",
    ]
    for name in strangers:
        (desk.backups.folder / name).write_text("mine")
    (desk.backups.folder / "payments-20200101-000000.db.new").write_text("half of one")
    names = []
    for _ in range(KEPT + 4):
        desk.clock.move(DAY)
        assert desk.backups.is_due()
        made = desk.backups.make()
        names.append(made.name)
    assert made_names(desk) == names[::-1][:KEPT]
    there = {path.name for path in desk.backups.folder.iterdir()}
    assert there == {*names[-KEPT:], *strangers}


def test_no_backup_is_let_go_of_where_all_are_to_be_kept(desk: Desk) -> None:
    desk.fill(1)
    for _ in range(KEPT + 2):
        desk.clock.move(DAY)
        desk.backups.make(keep_all=True)
    assert len(made_names(desk)) == KEPT + 2


def test_a_clock_that_was_set_back_does_not_delete_the_new_backup(desk: Desk) -> None:
    desk.fill(1)
    for _ in range(KEPT):
        desk.clock.move(DAY)
        desk.backups.make()
    desk.clock.move(-5000 * DAY)
    made = desk.backups.make()
    assert made.name in made_names(desk)
    assert len(made_names(desk)) == KEPT


def test_one_a_day_by_kathmandus_calendar(desk: Desk) -> None:
    assert not desk.backups.is_due(), "there is nothing to keep yet"
    desk.fill(1)
    assert desk.backups.is_due()
    desk.backups.make()
    assert not desk.backups.is_due()
    desk.clock.move(timedelta(hours=9, minutes=41))  # 11:59 PM at the shop
    assert not desk.backups.is_due()
    desk.clock.move(timedelta(minutes=1))
    assert desk.backups.is_due()


def test_a_damaged_ledger_is_not_put_over_good_backups(desk: Desk) -> None:
    desk.fill(40)
    good = desk.backups.make()
    desk.break_it()
    desk.clock.move(DAY)
    with pytest.raises(LedgerError) as caught:
        desk.backups.make()
    assert caught.value.problem is Problem.LEDGER_DAMAGED
    assert [path.name for path in desk.backups.folder.iterdir()] == [good.name]


def test_an_index_that_tells_another_story_is_found(desk: Desk) -> None:
    desk.fill(20)
    import sqlite3

    with sqlite3.connect(desk.path, isolation_level=None) as stranger:
        stranger.execute("PRAGMA writable_schema = ON")
        stranger.execute("DELETE FROM sqlite_master WHERE name = 'payments_owing'")
        stranger.execute("PRAGMA writable_schema = RESET")
    stranger.close()
    with pytest.raises(LedgerError):
        desk.backups.make()


def test_a_backup_that_cannot_be_used_is_listed_as_such(desk: Desk) -> None:
    desk.fill(40)
    good = desk.backups.make()
    desk.clock.move(DAY)
    bad = desk.backups.make()
    damage(desk.backups.path_of(bad.name))
    overview = desk.care.overview()
    assert [(at.name, at.payments) for at in overview.backups] == [
        (bad.name, None),
        (good.name, 40),
    ]
    assert overview.newest_good is not None
    assert overview.newest_good.name == good.name
    assert not overview.is_damaged


@pytest.mark.parametrize("name", ["../payments.db", "payments.db", "", "payments-20261122-141811"])
def test_only_a_backups_own_name_opens_one(desk: Desk, name: str) -> None:
    desk.fill(1)
    desk.backups.make()
    with pytest.raises(LedgerError):
        desk.backups.path_of(name)


def test_the_check_finds_damage(desk: Desk) -> None:
    desk.fill(40)
    desk.care.check()
    desk.break_it()
    with pytest.raises(LedgerError) as caught:
        desk.care.check()
    assert caught.value.problem is Problem.LEDGER_DAMAGED


def test_practice_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    ledger = blank_ledger(path)
    add(ledger)
    care = LedgerMaintenance(path, HandClock(), backups_enabled=False)
    assert not care.is_backup_due()
    assert not care.overview().backups_enabled
    with pytest.raises(LedgerError):
        care.back_up()
    with pytest.raises(LedgerError):
        care.restore("practice-20261122-141811.db", ledger.close)
    ledger.close()
    assert not (tmp_path / "backups").exists()
