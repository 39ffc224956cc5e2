"""Backups are made while others write, are checked, and lead back; nothing is ever deleted."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.core.backups import Backup
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payment import PaymentState
from desktop_app.ledger import rescue
from desktop_app.ledger.backup import KEPT, Backups, checked
from desktop_app.ledger.care import LedgerCare
from desktop_app.ledger.ledger import SqliteLedger, open_ledger
from tests.fakes import HandClock
from tests.unit.test_ledger_kit import add, add_in

DAY = timedelta(days=1)


class Desk:
    """A ledger with what looks after it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "payments.db"
        self.clock = HandClock()
        self.backups = Backups(self.path, self.clock)
        self.care = LedgerCare(self.path, self.clock, is_kept=True)
        self.ledger: SqliteLedger = open_ledger(self.path)

    def fill(self, count: int, start: int = 0) -> None:
        for offer in range(start, start + count):
            add(self.ledger, str(offer))

    def reopen(self) -> None:
        self.ledger.close()
        self.care.before_opening()
        self.ledger = open_ledger(self.path)

    def break_it(self) -> None:
        """Noise over every page but the first, as from a failing disk."""
        self.ledger.close()
        damage(self.path)

    def names(self) -> list[str]:
        """The files in the data folder."""
        return sorted(path.name for path in self.path.parent.iterdir() if path.is_file())


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.ledger.close()


def made_names(desk: Desk) -> list[str]:
    return [backup.name for backup in desk.backups.listed()]


# --- making -------------------------------------------------------------------------------


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
            written.append(add(desk.ledger, f"w{len(written)}").number)

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
        made = desk.backups.make_if_due()
        assert made is not None
        names.append(made.name)
    assert made_names(desk) == names[::-1][:KEPT]
    there = {path.name for path in desk.backups.folder.iterdir()}
    assert there == {*names[-KEPT:], *strangers}


def test_a_clock_that_was_set_back_does_not_delete_the_new_backup(desk: Desk) -> None:
    desk.fill(1)
    for _ in range(KEPT):
        desk.clock.move(DAY)
        desk.backups.make()
    desk.clock.move(-5000 * DAY)
    made = desk.backups.make_if_due()
    assert made is not None
    assert made.name in made_names(desk)
    assert len(made_names(desk)) == KEPT


def test_one_a_day_by_kathmandus_calendar(desk: Desk) -> None:
    assert desk.backups.make_if_due() is None, "there is nothing to keep yet"
    desk.fill(1)
    assert desk.backups.make_if_due() is not None
    assert desk.backups.make_if_due() is None
    desk.clock.move(timedelta(hours=9, minutes=41))  # 11:59 PM at the shop
    assert desk.backups.make_if_due() is None
    desk.clock.move(timedelta(minutes=1))
    assert desk.backups.make_if_due() is not None


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
    shelf = desk.care.shelf()
    assert [(at.name, at.payments) for at in shelf.backups] == [(bad.name, None), (good.name, 40)]
    assert shelf.newest_good is not None
    assert shelf.newest_good.name == good.name
    assert not shelf.is_damaged


@pytest.mark.parametrize("name", ["../payments.db", "payments.db", "", "payments-20261122-141811"])
def test_only_a_backups_own_name_opens_one(desk: Desk, name: str) -> None:
    desk.fill(1)
    desk.backups.make()
    with pytest.raises(LedgerError):
        desk.backups.path_of(name)


# --- the way back -------------------------------------------------------------------------


def test_restoring_sets_the_damaged_record_aside_with_its_log(desk: Desk) -> None:
    add_in(desk.ledger, PaymentState.WAITING, "waits")
    desk.fill(40)
    made = desk.care.back_up()
    desk.fill(5, start=500)
    desk.break_it()
    broken = desk.path.read_bytes()
    Path(f"{desk.path}-wal").write_bytes(b"its log")
    assert desk.care.shelf().is_damaged
    aside = desk.care.restore(made.name, desk.ledger.close)
    assert aside == "payments.db.damaged-20261122-141811"
    assert (desk.path.parent / aside).read_bytes() == broken
    assert (desk.path.parent / f"{aside}-wal").read_bytes() == b"its log"
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 41
    waiting = desk.ledger.payment(1)
    assert waiting is not None
    assert waiting.state is PaymentState.WAITING
    assert not desk.care.shelf().is_damaged
    assert made.name in made_names(desk), "the backup stays"


def test_restoring_a_sound_record_keeps_it_too(desk: Desk) -> None:
    desk.fill(2)
    made = desk.care.back_up()
    desk.fill(3, start=10)
    assert desk.care.shelf().payments == 5
    first = desk.care.restore(made.name, desk.ledger.close)
    desk.reopen()
    again = desk.care.restore(made.name, desk.ledger.close)
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 2
    assert (first, again) == (
        "payments.db.before-20261122-141811",
        "payments.db.before-20261122-141812",
    )
    kept = open_ledger(desk.path.parent / first)
    assert len(kept.open_payments()) == 5
    kept.close()


def test_a_bad_backup_changes_nothing(desk: Desk) -> None:
    desk.fill(40)
    made = desk.care.back_up()
    damage(desk.backups.path_of(made.name))
    before = desk.names()
    with pytest.raises(LedgerError) as caught:
        desk.care.restore(made.name, lambda: None)
    assert caught.value.problem is Problem.LEDGER_DAMAGED
    assert desk.names() == before
    assert len(desk.ledger.open_payments()) == 40


def test_a_full_disk_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.fill(3)
    made = desk.care.back_up()

    def full(source: Path, target: Path) -> None:
        target.write_bytes(b"a part")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.ledger.rescue.shutil.copyfile", full)
    with pytest.raises(LedgerError) as caught:
        desk.care.restore(made.name, desk.ledger.close)
    assert caught.value.problem is Problem.DISK_FULL
    assert desk.names() == ["payments.db"]
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 3


@pytest.mark.parametrize("renames", range(1, 6))
def test_a_crash_at_any_point_is_ended_at_the_next_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, renames: int
) -> None:
    desk.fill(2)
    made = desk.care.back_up()
    desk.fill(1, start=10)
    desk.ledger.close()
    Path(f"{desk.path}-wal").write_bytes(b"")
    Path(f"{desk.path}-shm").write_bytes(b"")

    class PowerCut(BaseException):
        pass

    done = 0

    def rename(source: Path, target: Path) -> None:
        nonlocal done
        if done == renames:
            raise PowerCut
        done += 1
        source.replace(target)

    def gone(path: Path, missing_ok: bool = False) -> None:
        """After a power cut nothing is tidied up."""

    with monkeypatch.context() as patch:
        patch.setattr(rescue, "rename", rename)
        patch.setattr(Path, "unlink", gone)
        if renames < 5:
            with pytest.raises(PowerCut):
                rescue.restore(
                    desk.path,
                    desk.backups.path_of(made.name),
                    desk.clock.time,
                    damaged=False,
                )
        else:
            rescue.restore(
                desk.path, desk.backups.path_of(made.name), desk.clock.time, damaged=False
            )
    desk.reopen()
    assert len(desk.ledger.open_payments()) == (3 if renames == 1 else 2)
    assert not [name for name in desk.names() if "restoring" in name]
    before = desk.path.with_name("payments.db.before-20261122-141811")
    assert before.exists() is (renames > 1)


def test_a_record_that_is_gone_is_not_replaced_by_an_empty_one(desk: Desk) -> None:
    desk.fill(2)
    made = desk.care.back_up()
    desk.ledger.close()
    for wanted in ("gone", "emptied"):
        desk.path.unlink() if wanted == "gone" else desk.path.write_bytes(b"")
        with pytest.raises(LedgerError) as caught:
            desk.care.before_opening()
        assert caught.value.problem is Problem.LEDGER_DAMAGED
        shelf = desk.care.shelf()
        assert shelf.is_damaged
        assert shelf.payments is None
    desk.care.restore(made.name, desk.ledger.close)
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 2


def test_beginning_afresh_is_only_for_a_shop_without_a_good_backup(desk: Desk) -> None:
    desk.fill(40)
    made = desk.care.back_up()
    with pytest.raises(LedgerError):
        desk.care.begin_afresh(desk.ledger.close)
    desk.break_it()
    with pytest.raises(LedgerError):
        desk.care.begin_afresh(desk.ledger.close)
    damage(desk.backups.path_of(made.name))
    fresh = LedgerCare(desk.path, desk.clock, is_kept=True)
    aside = fresh.begin_afresh(desk.ledger.close)
    assert aside in desk.names()
    desk.reopen()
    assert desk.ledger.open_payments() == ()


def test_the_check_finds_damage(desk: Desk) -> None:
    desk.fill(40)
    desk.care.check()
    desk.break_it()
    with pytest.raises(LedgerError) as caught:
        desk.care.check()
    assert caught.value.problem is Problem.LEDGER_DAMAGED


def test_practice_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    ledger = open_ledger(path)
    add(ledger)
    care = LedgerCare(path, HandClock(), is_kept=False)
    assert care.back_up_if_due() is None
    assert not care.shelf().is_kept
    with pytest.raises(LedgerError):
        care.back_up()
    with pytest.raises(LedgerError):
        care.restore("practice-20261122-141811.db", ledger.close)
    ledger.close()
    assert not (tmp_path / "backups").exists()
