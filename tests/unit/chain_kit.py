"""A record with a row of every kind, and a stranger's hand that changes it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shop import Till
from desktop_app.core.tenders import Tender, TenderKind
from tests.blank_ledger import blank_ledger
from tests.unit.drawer_kit import DAY, LIVE, Drawer
from tests.unit.test_ledger_kit import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

S = PaymentState


def fill_every_kind(path: Path) -> None:
    """A SQLite file with all that ``fill`` writes."""
    with closing(blank_ledger(path, series_of=lambda _moment: "2083/84")) as ledger:
        fill(ledger)


def fill(ledger: SqliteLedger) -> None:
    """Two counters, two days, and a row of every kind that this program writes."""
    one, two = Drawer(ledger), Drawer(ledger, Till(counter="2", operator="Hari"))
    one.open(1000)
    for drawer in (one, two):
        for number, state in enumerate((S.PAID, S.NOT_PAID, S.WAITING)):
            wallet = Tender(TenderKind.WALLET, Money.rupees(78), "FP-1")
            others = (wallet,) if number == 0 else ()
            drawer.pay(state, f"{drawer.till.counter}-{number}", other_tenders=others)
        drawer.move(MovementKind.PAID_OUT, 20, "tea")
    one.close()
    one.at += DAY
    one.give_back(2)
    two.close(Money.rupees(1), reason="not counted")
    entry = JournalEntry(JournalKind.LOCKED, NOON, "Sita", "", {"how": "by_key"})
    ledger.journal_of(LIVE).note(entry)
    assert ledger.check_chain() is None


def without_triggers(path: Path) -> sqlite3.Connection:
    """A stranger's hand that nothing holds back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def change(path: Path, statement: str, *values: object) -> None:
    with closing(without_triggers(path)) as connection:
        assert connection.execute(statement, values).rowcount == 1
