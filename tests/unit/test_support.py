"""The support bundle: enough to find out what happened, nothing that must not leave the shop."""

from __future__ import annotations

import functools
import json
import logging
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Shop
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.diagnostics.log import start_log
from desktop_app.ledger.sqlite.backup import KEPT
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.redaction.names import CUSTOMER
from desktop_app.redaction.phones import HIDDEN, without_phones
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock
from tests.tables import each
from tests.unit.backup_kit import damage, put_older_backups
from tests.unit.chain_kit import change
from tests.unit.test_ledger_kit import NOON, add, add_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.application.environments import Environments
    from desktop_app.application.records import Records

TOKEN = "Environment.LIVE:s3cr3t+t0ken/withSigns"
PHONE = "9851012345"
SETTINGS = Settings(environment=Environment.LIVE, shop=Shop(name="Ganesh Kirana"), operator="Sita")


@dataclass
class Support:
    folder: Path
    use_cases: UseCases
    salt: str
    clock: HandClock

    def save_to(self, folder: Path) -> Path:
        """Write a bundle about the live environment."""
        return self.use_cases.support.save_bundle(Environment.LIVE, SETTINGS, folder)

    @property
    def records(self) -> Records:
        return self.use_cases.records

    @property
    def environments(self) -> Environments:
        return self.use_cases.environments

    def save(self) -> dict[str, str]:
        """The parts of a new bundle."""
        path = self.save_to(self.folder / "papers" / "Bhuktani")
        with zipfile.ZipFile(path) as bundle:
            assert bundle.testzip() is None
            return {name: bundle.read(name).decode() for name in bundle.namelist()}


@pytest.fixture
def support(tmp_path: Path) -> Iterator[Support]:
    store = SettingsFile(settings_path(tmp_path))
    store.save(SETTINGS)
    vault = MemoryVault()
    vault.save(Environment.LIVE, TOKEN)
    clock = HandClock()
    given = Dependencies(tmp_path, clock, store, vault=vault)
    use_cases = UseCases(given, SETTINGS, Redactor())
    yield Support(tmp_path, use_cases, store.salt(), clock)
    use_cases.environments.close()


@functools.cache
def many_payments() -> bytes:
    """The file of a record of sixty payments: it takes longer to write than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        pay_sixty_times(path)
        return path.read_bytes()


def pay_sixty_times(path: Path) -> None:
    ledger = blank_ledger(path)
    for offer in range(59):
        add_in(ledger, PaymentState.PAID, str(offer))
    payment = add_in(
        ledger,
        PaymentState.WAITING,
        "last",
        account_id="9801234567",
        customer_name="Asha Rai",
        fields={"username": "asha", "mobile": PHONE},
    )
    noted = Event(EventKind.PHONE_NOTED, NOON, content={"phone": "98510-99999"})
    ledger.append(payment.number, noted, update=PaymentUpdate(phone="98510-99999"))
    told = {"reason": f"Dear ASHA RAI, call {PHONE}", "code": "012", "token": TOKEN}
    ledger.append(payment.number, Event(EventKind.LOOKED_UP, NOON, content=told))
    ledger.close()


def fill(folder: Path) -> None:
    ledger_path(folder, Environment.LIVE).write_bytes(many_payments())
    (folder / "logs").mkdir()
    (folder / "logs" / "bhuktani.log").write_text(f"a line with {TOKEN} of Asha Rai, {PHONE}\n")
    (folder / "logs" / "bhuktani.log.1").write_text("an older line\n")
    (folder / "logs" / "crash.log").write_text(f"ValueError: {TOKEN} of Asha Rai, {PHONE}\n")
    (folder / "logs" / "fault.log").write_text("Fatal Python error\n")


def test_it_tells_what_support_needs(support: Support) -> None:
    fill(support.folder)
    parts = support.save()
    versions = json.loads(parts["versions.json"])
    assert set(versions) >= {"bhuktani", "python", "qt", "sqlite", "system"}
    settings = json.loads(parts["settings.json"])
    assert settings["shop"]["name"] == "Ganesh Kirana"
    record = json.loads(parts["record.json"])
    assert record["integrity_check"] == ["ok"]
    payments = json.loads(parts["payments.json"])
    assert len(payments) == 50
    assert payments[0]["account_id"] == "9801234567"
    assert len(payments[0]["reference"]) == 32
    kinds = [event["kind"] for event in payments[0]["events"]]
    assert kinds == ["recorded", "sent", "answered", "phone_noted", "looked_up"]
    assert payments[0]["events"][4]["content"]["code"] == "012"
    assert payments[0]["events"][4]["content"]["reason"] == f"Dear {CUSTOMER}, call {HIDDEN}"
    assert parts["logs/bhuktani.log.1"] == "an older line\n"
    assert parts["logs/crash.log"].startswith("ValueError: ")
    assert parts["logs/fault.log"] == "Fatal Python error\n"


def test_no_secret_and_no_customer_gets_into_it(support: Support) -> None:
    fill(support.folder)
    everything = "\n".join(support.save().values())
    for secret in (TOKEN, "s3cr3t", support.salt, PHONE, "99999", "asha rai", '"asha"'):
        assert secret.lower() not in everything.lower(), secret
    assert "customer_name" not in everything


def test_it_is_made_from_a_damaged_record_too(support: Support) -> None:
    fill(support.folder)
    damage(ledger_path(support.folder, Environment.LIVE))
    parts = support.save()
    assert "ledger_damaged" in parts["payments.json"]
    assert json.loads(parts["record.json"])["backups"]["damaged"] is True
    assert PHONE not in "".join(parts.values())


def test_it_is_made_where_there_is_nothing(support: Support) -> None:
    assert "README.txt" in support.save()


def test_bundles_do_not_replace_each_other(support: Support) -> None:
    folder = support.folder / "papers"
    assert support.save_to(folder) != support.save_to(folder)
    assert len(list(folder.iterdir())) == 2


def test_a_folder_that_cannot_be_written_is_told(support: Support) -> None:
    wall = support.folder / "file"
    wall.write_text("")
    with pytest.raises(LedgerError):
        support.save_to(wall / "inside")


@each(
    "phone",
    [
        "9851012345",
        "+977 9851012345",
        "977-9851012345",
        "98510-12345",
        "984 123 4567",
        "01-5550142",
    ],
)
def test_phones_are_found(phone: str) -> None:
    assert without_phones(f"call {phone}, please") == f"call {HIDDEN}, please"


@each(
    "text",
    ["2026-11-22 14:18:11,970", "1657.00", "98510123456789", "a9851012345", "f" * 8 + "9851012345"],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_phones(text) == text


def test_the_log_holds_no_phone_number_even_of_a_bug(tmp_path: Path) -> None:
    log = start_log(tmp_path, Redactor([TOKEN]))
    assert log is not None
    logger = logging.getLogger("desktop_app.test")
    try:
        raise ValueError(f"not a number: {PHONE}")
    except ValueError:
        logger.exception("a job for %s failed", PHONE)
    log.stop()
    written = (tmp_path / "logs" / "bhuktani.log").read_text()
    assert "ValueError" in written
    assert HIDDEN in written
    assert PHONE not in written


def test_backups_of_all_environments_are_made_but_practice(support: Support) -> None:
    for environment in Environment:
        ledger = blank_ledger(ledger_path(support.folder, environment))
        add_in(ledger, PaymentState.PAID, environment=environment)
        ledger.close()
    support.records.back_up_if_due()
    names = sorted(path.name for path in (support.folder / "backups").iterdir())
    assert names == ["payments-20261122-141811.db", "test-20261122-141811.db"]


def test_what_a_crash_left_begun_is_ended_before_it_is_backed_up(support: Support) -> None:
    """In whatever environment: a payment that is recorded and not sent is in no backup."""
    ledger = blank_ledger(ledger_path(support.folder, Environment.TEST))
    add(ledger, environment=Environment.TEST)
    ledger.close()
    support.records.back_up_if_due()
    (made,) = (support.folder / "backups").iterdir()
    backup = open_ledger(made)
    assert backup.open_payments() == ()
    assert [payment.number for payment in backup.cash_to_return()] == [1]
    backup.close()


def test_a_record_that_was_changed_by_hand_is_named_and_loses_no_old_backup(
    support: Support,
) -> None:
    fill(support.folder)
    path, backups = ledger_path(support.folder, Environment.LIVE), support.folder / "backups"
    records = support.records
    assert records.back_up(Environment.LIVE).found is None
    put_older_backups(backups)
    there = {path.name for path in backups.iterdir()}
    change(path, "UPDATE payments SET amount = amount + 1 WHERE number = 60")
    compared = records.check_chain(Environment.LIVE)
    assert compared is not None
    assert compared.broken.payment == 60
    support.clock.move(timedelta(days=1))
    (found,) = records.back_up_if_due().unseen
    assert found == compared
    assert {path.name for path in backups.iterdir()} > there
    assert len(there) == KEPT
    made = records.back_up(Environment.LIVE)
    assert made.found == compared
    assert len(list(backups.iterdir())) == KEPT + 2


def test_a_sound_record_lets_go_of_its_oldest_backup(support: Support) -> None:
    fill(support.folder)
    backups = support.folder / "backups"
    support.records.back_up_if_due()
    put_older_backups(backups)
    before = sorted(path.name for path in backups.iterdir())
    assert len(before) == KEPT
    support.clock.move(timedelta(days=1))
    support.records.back_up_if_due()
    after = sorted(path.name for path in backups.iterdir())
    assert after[:-1] == before[1:]
    assert len(after) == KEPT


def test_a_restored_record_is_used_at_once(support: Support) -> None:
    fill(support.folder)
    made = support.records.back_up(Environment.LIVE)
    before: Any = support.environments.ledger(Environment.LIVE)
    aside = support.records.restore(Environment.LIVE, made.backup.name)
    assert aside.startswith("payments.db.before-")
    assert support.environments.ledger(Environment.LIVE) is not before
    assert support.environments.ledger(Environment.LIVE).payment(60) is not None
    assert [
        waiting.payment.number for waiting in support.environments.desk(Environment.LIVE).waiting()
    ] == [60]
    support.records.check_integrity(Environment.LIVE)
