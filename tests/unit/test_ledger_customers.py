"""A ledger of the first version gets its customers' keys, and loses nothing on the way."""

from __future__ import annotations

import shutil
import sqlite3
import unicodedata
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.environment import Environment
from desktop_app.core.errors import AlreadyOpen
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, new_reference
from desktop_app.core.typed_text import typed_text
from desktop_app.ledger.rows import payment_values
from desktop_app.ledger.schema import METADATA
from desktop_app.ledger.schema.column_types import write_json, write_moment
from desktop_app.ledger.sqlite import restore, upgrade
from desktop_app.ledger.sqlite.backup import checked
from desktop_app.ledger.sqlite.connections import Store
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.ledger.sqlite.support_extract import last_payments
from desktop_app.providers import all_providers
from tests.unit.test_ledger_kit import MINUTE, NOON, add, dump, is_ours, order, raw, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

MIGRATION = import_module("desktop_app.ledger.sqlite.migrations.versions.0002_customers")
S = PaymentState


class OldFile:
    """A file as the first version made it, written with its own columns."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        with monkeypatch.context() as patch:
            patch.setattr(upgrade, "REVISIONS", ("0001",))
            upgrade.make_file(path)
            store = Store(path)
            upgrade.upgrade(store)
            store.close()

    def payment(
        self, provider: str, account_id: str, *steps: PaymentState, paisa: int = 100
    ) -> int:
        """A payment of offer 7 that was recorded, then took these steps; its number."""
        new = order(
            provider=provider, account_id=account_id, amount=Money(paisa), reference=new_reference()
        )
        values = payment_values(new, recorded(), 0)
        values |= {"amount": paisa, "cash_due": paisa, "cash_received": paisa}
        values |= {"recorded_at": write_moment(NOON), "changed_at": write_moment(NOON)}
        with raw(self.path) as connection:
            there = {row[1] for row in connection.execute("PRAGMA table_info(payments)")}
        kept = {name: value for name, value in values.items() if name in there}
        names, marks = ", ".join(kept), ", ".join("?" * len(kept))
        with raw(self.path) as connection:
            written = connection.execute(
                f"INSERT INTO payments ({names}) VALUES ({marks})", list(kept.values())
            )
            number = int(written.lastrowid or 0)
            for step in (S.RECORDED, *steps):
                self._step(number, step)
        return number

    def event(
        self, number: int, kind: EventKind, content: dict[str, object], state: str | None = None
    ) -> None:
        """An event as the program writes it."""
        with raw(self.path) as connection:
            connection.execute(
                "INSERT INTO events (payment, kind, at, state, content) VALUES (?, ?, ?, ?, ?)",
                (number, kind, write_moment(NOON), state, write_json(content)),
            )

    def _step(self, number: int, state: PaymentState) -> None:
        self.event(number, EventKind.ANSWERED, {}, state)
        with raw(self.path) as connection:
            if state is not S.RECORDED:
                connection.execute(
                    "UPDATE payments SET state = ?, changed_at = ?, receipt = CASE WHEN ? = 'paid'"
                    " THEN (SELECT COALESCE(MAX(receipt), 0) + 1 FROM payments) END"
                    " WHERE number = ?",
                    (state, write_moment(NOON), state, number),
                )

    def account(self, provider: str, account_id: str, name: str, minutes: int) -> None:
        at = write_moment(NOON + timedelta(minutes=minutes))
        with raw(self.path) as connection:
            connection.execute(
                "INSERT INTO accounts VALUES (?, ?, ?, '', NULL, NULL, ?)",
                (provider, account_id, name, at),
            )


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OldFile:
    return OldFile(tmp_path / "payments.db", monkeypatch)


@pytest.fixture
def opened(old: OldFile) -> Iterator[list[SqliteLedger]]:
    """Ledgers to be closed at the end."""
    ledgers: list[SqliteLedger] = []
    yield ledgers
    for ledger in ledgers:
        ledger.close()


def key(company: str, account: str) -> AccountKey:
    return AccountKey(Environment.LIVE, company, account)


def test_old_payments_get_the_key_of_their_customer(
    old: OldFile, opened: list[SqliteLedger]
) -> None:
    old.payment("worldlink-v2", "RAM_Home01 ", S.SENDING, S.PAID)
    old.payment("vianet", "110871", S.SENDING, S.PAID)
    old.payment("vianet-updated", "110871", S.SENDING, S.PAID)
    opened.append(open_ledger(old.path))
    (ledger,) = opened
    (paid,) = ledger.paid_since(key("worldlink-v2", "ram_home01"), NOON)
    assert (paid.number, paid.order.account_id, paid.receipt) == (1, "RAM_Home01 ", 1)
    vianet = ledger.paid_since(key("vianet", "110871"), NOON)
    assert [p.number for p in vianet] == [3, 2]
    assert [event.state for event in ledger.events(1)] == [S.RECORDED, S.SENDING, S.PAID]


def test_what_was_begun_twice_under_two_spellings_opens_and_blocks_until_both_have_ended(
    old: OldFile, opened: list[SqliteLedger]
) -> None:
    old.payment("worldlink", "asha_home", S.SENDING, S.WAITING)
    old.payment("worldlink", "Asha_Home", S.SENDING, S.WAITING)
    opened.append(open_ledger(old.path))
    (ledger,) = opened
    assert [p.number for p in ledger.open_payments()] == [1, 2]
    for number in (1, 2):
        with pytest.raises(AlreadyOpen):
            add(ledger)
        ledger.append(number, Event(EventKind.LOOKED_UP, NOON + MINUTE, S.NOT_PAID))
    assert add(ledger).number == 3


def test_a_customer_known_under_several_spellings_is_one(
    old: OldFile, opened: list[SqliteLedger]
) -> None:
    old.account("worldlink", "ram_home01", "older", 1)
    old.account("worldlink", "RAM_HOME01", "newest", 3)
    old.account("vianet", "110871", "Asha", 2)
    old.account("vianet-updated", "110871", "Asha", 0)
    opened.append(open_ledger(old.path))
    known = opened[0].accounts.known(Environment.LIVE)
    assert [(a.key.company, a.provider, a.account_id, a.customer_name) for a in known] == [
        ("worldlink", "worldlink", "RAM_HOME01", "newest"),
        ("vianet", "vianet", "110871", "Asha"),
    ]


def test_an_old_payment_of_nothing_stays_as_it_was(
    old: OldFile, opened: list[SqliteLedger]
) -> None:
    old.payment("worldlink", "asha_home", S.SENDING, S.PAID, paisa=0)
    opened.append(open_ledger(old.path))
    kept = opened[0].payment(1)
    assert kept is not None
    assert kept.order.amount == ZERO


def test_an_old_file_becomes_what_a_new_one_is(old: OldFile, tmp_path: Path) -> None:
    old.payment("worldlink", "asha_home")
    open_ledger(old.path).close()
    new = tmp_path / "new.db"
    open_ledger(new).close()
    with raw(old.path) as one, raw(new) as other:
        schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"
        assert one.execute(schema).fetchall() == other.execute(schema).fetchall()
    store = Store(old.path)
    with store.reading() as connection:
        opts = {"compare_type": True, "include_object": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, METADATA) == []
    store.close()


def test_a_backup_of_the_first_version_is_sound_and_can_be_gone_back_to(
    old: OldFile, tmp_path: Path, opened: list[SqliteLedger]
) -> None:
    old.payment("worldlink", "ASHA_HOME", S.SENDING, S.WAITING)
    backup = Path(shutil.copy(old.path, tmp_path / "backup.db"))
    before = dump(backup)
    assert checked(backup, thorough=True) == 1
    place = tmp_path / "shop" / "payments.db"
    open_ledger(place).close()
    restore.restore(place, backup, NOON, damaged=False)
    opened.append(open_ledger(place))
    with pytest.raises(AlreadyOpen):
        add(opened[0])
    assert dump(backup) == before


def test_support_reads_a_file_that_was_not_brought_up(old: OldFile, tmp_path: Path) -> None:
    old.payment("worldlink", "ASHA_HOME", S.SENDING, S.WAITING)
    (payment,) = last_payments(old.path, 10).payments
    assert payment["account_id"] == "ASHA_HOME"
    assert "account_key" not in payment
    open_ledger(old.path).close()
    (payment,) = last_payments(old.path, 10).payments
    assert (payment["company"], payment["account_key"]) == ("worldlink", "asha_home")


def test_the_migration_knows_the_companies_and_spellings_of_its_day() -> None:
    of_its_day = {"worldlink-v2", "vianet-updated", "vianet"}
    found = [one.info for one in all_providers() if one.info.slug in of_its_day]
    assert len(found) == len(of_its_day)
    assert [MIGRATION.company_of(info.slug) for info in found] == [one.company for one in found]


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@settings(database=None)
def test_the_migration_names_customers_as_the_program_does(text: str) -> None:
    printed = "".join(c for c in typed_text(text) if unicodedata.category(c) != "Cf")
    assert MIGRATION.canonical(printed) == canonical(printed)


def test_old_payments_that_the_service_has_known_are_still_known(
    old: OldFile, opened: list[SqliteLedger]
) -> None:
    """What was acknowledged once is never ended by a "not known" (rule 6)."""
    answers: tuple[tuple[str, dict[str, object]], ...] = (
        ("known", {"acknowledged": True, "state": "Queued"}),
        ("unknown", {"acknowledged": False, "state": "Error"}),
        ("silent", {"problem": "timed_out"}),
    )
    for account, content in answers:
        number = old.payment("worldlink-v2", account, S.SENDING, S.WAITING)
        old.event(number, EventKind.LOOKED_UP, content)
    opened.append(open_ledger(old.path))
    (ledger,) = opened
    found = {payment.order.account_id: payment.acknowledged for payment in ledger.open_payments()}
    assert found == {"known": True, "unknown": False, "silent": False}
    with raw(old.path) as connection, pytest.raises(sqlite3.IntegrityError, match="acknowledged"):
        connection.execute("UPDATE payments SET acknowledged = 0 WHERE account_id = 'known'")
