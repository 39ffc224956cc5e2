"""A shop's record with what looks after it, and ways to break it."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import PaymentState
from desktop_app.ledger.sqlite.backup import KEPT, Backups
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)


class Desk:
    """A ledger with what looks after it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "payments.db"
        self.clock = HandClock()
        self.backups = Backups(self.path, self.clock)
        self.care = LedgerMaintenance(self.path, self.clock, backups_enabled=True)
        self.ledger: SqliteLedger = blank_ledger(self.path)

    def fill(self, count: int, start: int = 0) -> None:
        for offer in range(start, start + count):
            add_in(self.ledger, PaymentState.WAITING, str(offer))

    def reopen(self) -> None:
        self.ledger.close()
        self.care.repair_before_open()
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


def put_older_backups(folder: Path) -> None:
    """Lay so many copies of a backup of this year beside it that all places but one are taken."""
    newest = max(folder.glob("payments-2026*"))
    for day in range(KEPT - 1):
        shutil.copy(newest, folder / f"payments-202601{day + 1:02}-120000.db")
