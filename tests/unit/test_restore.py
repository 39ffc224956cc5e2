"""Backups lead back; what was there before is set aside, never deleted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger.sqlite import restore
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance
from tests.unit.backup_kit import Desk, damage
from tests.unit.test_ledger_kit import add_in

DAY = timedelta(days=1)


def made_names(desk: Desk) -> list[str]:
    return [backup.name for backup in desk.backups.listed()]


def test_restoring_sets_the_damaged_record_aside_with_its_log(desk: Desk) -> None:
    add_in(desk.ledger, PaymentState.WAITING, "waits")
    desk.fill(40)
    made = desk.care.back_up()
    desk.fill(5, start=500)
    desk.break_it()
    broken = desk.path.read_bytes()
    Path(f"{desk.path}-wal").write_bytes(b"its log")
    assert desk.care.overview().is_damaged
    aside = desk.care.restore(made.name, desk.ledger.close)
    assert aside == "payments.db.damaged-20261122-141811"
    assert (desk.path.parent / aside).read_bytes() == broken
    assert (desk.path.parent / f"{aside}-wal").read_bytes() == b"its log"
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 41
    waiting = desk.ledger.payment(1)
    assert waiting is not None
    assert waiting.state is PaymentState.WAITING
    assert not desk.care.overview().is_damaged
    assert made.name in made_names(desk), "the backup stays"


def test_restoring_a_sound_record_keeps_it_too(desk: Desk) -> None:
    desk.fill(2)
    made = desk.care.back_up()
    desk.fill(3, start=10)
    assert desk.care.overview().payments == 5
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

    monkeypatch.setattr("desktop_app.ledger.sqlite.restore.shutil.copyfile", full)
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
        patch.setattr(restore, "rename", rename)
        patch.setattr(Path, "unlink", gone)
        if renames < 5:
            with pytest.raises(PowerCut):
                restore.restore(
                    desk.path,
                    desk.backups.path_of(made.name),
                    desk.clock.time,
                    damaged=False,
                )
        else:
            restore.restore(
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
            desk.care.repair_before_open()
        assert caught.value.problem is Problem.LEDGER_DAMAGED
        overview = desk.care.overview()
        assert overview.is_damaged
        assert overview.payments is None
    desk.care.restore(made.name, desk.ledger.close)
    desk.reopen()
    assert len(desk.ledger.open_payments()) == 2


def test_beginning_afresh_is_only_for_a_shop_without_a_good_backup(desk: Desk) -> None:
    desk.fill(40)
    made = desk.care.back_up()
    with pytest.raises(LedgerError):
        desk.care.start_new_ledger(desk.ledger.close)
    desk.break_it()
    with pytest.raises(LedgerError):
        desk.care.start_new_ledger(desk.ledger.close)
    damage(desk.backups.path_of(made.name))
    fresh = LedgerMaintenance(desk.path, desk.clock, backups_enabled=True)
    aside = fresh.start_new_ledger(desk.ledger.close)
    assert aside in desk.names()
    desk.reopen()
    assert desk.ledger.open_payments() == ()
