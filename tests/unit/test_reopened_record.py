"""A record that is opened anew in the same run: what could not be recorded before is not lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.errors import BhuktaniError, LedgerError
from desktop_app.core.payments.payment import EventKind, Payment, PaymentState, new_reference
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.redaction.tokens import Redactor
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.clerk import TEST_TOKEN
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, counter
from tests.unit.test_ledger_kit import add_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.order import PaymentRequest
    from desktop_app.core.payments.ports import Ledger

TEST = Environment.TEST
TITLE = "Receipt T-000001"


@dataclass
class Shop:
    """A program without its window, at two services, and its file of payments."""

    folder: Path
    use_cases: UseCases
    here: SandboxServer
    there: SandboxServer

    @property
    def desk(self) -> PaymentDesk:
        return self.use_cases.environments.desk(TEST)

    @property
    def ledger(self) -> Ledger:
        return self.use_cases.environments.ledger(TEST)

    @property
    def file(self) -> Path:
        return ledger_path(self.folder, TEST)

    def refuse(self, *kinds: EventKind) -> None:
        """The file takes no events of these kinds any more."""
        named = ", ".join(f"'{kind.value}'" for kind in kinds)
        self._run(
            f"CREATE TRIGGER refused BEFORE INSERT ON events WHEN NEW.kind IN ({named}) "
            "BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )

    def take_again(self) -> None:
        self._run("DROP TRIGGER refused")

    def request(self, account_id: str = "online_renew") -> PaymentRequest:
        """What a clerk would pay for a customer who was looked up now."""
        provider = next(
            p for p in self.use_cases.catalog.providers() if p.info.slug == "worldlink-v2"
        )
        desk = self.desk
        chosen = choose(desk, provider, look_up(desk, provider, {"username": account_id}))
        return request_of(provider, chosen, counter())

    def pay(self, account_id: str = "online_renew") -> Payment:
        return self.desk.pay(self.request(account_id)).payment

    def change_the_address(self) -> None:
        """Another base URL in the settings: the desk and its file are let go."""
        before = self.desk
        self.use_cases.environments.save(settings_for(self.there))
        assert self.desk is not before

    def let_go(self, *, while_refused: bool, stays: PaymentState) -> None:
        """Let the desk go; the record takes again what it refuses before that, or only afterwards.

        ``stays``: the state of the first payment for as long as it refuses.
        """
        assert self.stored(1).state is stays
        if not while_refused:
            self.take_again()
        self.change_the_address()
        if while_refused:
            assert self.stored(1).state is stays
            self.take_again()
            self.use_cases.environments.check_next()

    def stored(self, number: int) -> Payment:
        found = self.ledger.payment(number)
        assert found is not None
        return found

    def kinds(self, number: int) -> list[EventKind]:
        return [event.kind for event in self.ledger.events(number)]

    def _run(self, statement: str) -> None:
        with closing(sqlite3.connect(self.file, isolation_level=None)) as other:
            other.execute(statement)


def settings_for(server: SandboxServer) -> Settings:
    return Settings(environment=TEST, test_url=server.url)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with (
        SandboxServer(PracticeService(token=TEST_TOKEN)) as here,
        SandboxServer(PracticeService(token=TEST_TOKEN)) as there,
    ):
        vault = MemoryVault()
        vault.save(TEST, TEST_TOKEN)
        store = SettingsFile(settings_path(tmp_path))
        put_blank_ledger(ledger_path(tmp_path, TEST))
        given = Dependencies(tmp_path, HandClock(), store, vault=vault)
        use_cases = UseCases(given, settings_for(here), Redactor())
        yield Shop(tmp_path, use_cases, here, there)
        use_cases.environments.close()


@pytest.mark.parametrize("reopened_while_it_is_refused", [True, False])
def test_a_payment_that_was_given_up_owes_no_cash(
    shop: Shop, reopened_while_it_is_refused: bool
) -> None:
    shop.use_cases.environments.desk(TEST)
    shop.refuse(EventKind.SENT, EventKind.ABANDONED)
    with pytest.raises(LedgerError):
        shop.pay()
    shop.let_go(while_refused=reopened_while_it_is_refused, stays=PaymentState.RECORDED)
    assert shop.kinds(1) == [EventKind.RECORDED, EventKind.ABANDONED]
    assert shop.ledger.cash_to_return() == ()


@pytest.mark.parametrize("reopened_while_it_is_refused", [True, False])
def test_an_answer_that_was_not_recorded_counts(
    shop: Shop, reopened_while_it_is_refused: bool
) -> None:
    shop.use_cases.environments.desk(TEST)
    shop.refuse(EventKind.ANSWERED, EventKind.RECOVERED)
    assert shop.pay().state is PaymentState.WAITING
    shop.let_go(while_refused=reopened_while_it_is_refused, stays=PaymentState.SENDING)
    assert shop.stored(1).state is PaymentState.PAID
    assert shop.kinds(1) == [EventKind.RECORDED, EventKind.SENT, EventKind.ANSWERED]


def test_the_end_of_the_program_is_the_last_chance(shop: Shop) -> None:
    shop.use_cases.environments.desk(TEST)
    shop.refuse(EventKind.SENT, EventKind.ABANDONED)
    with pytest.raises(LedgerError):
        shop.pay()
    shop.take_again()
    shop.use_cases.environments.close()
    ledger = open_ledger(shop.file)
    assert ledger.open_payments() == ledger.cash_to_return() == ()
    ledger.close()


def test_after_going_back_nothing_is_written_to_the_payment_that_has_the_number_now(
    shop: Shop,
) -> None:
    assert shop.pay().state is PaymentState.PAID
    backup = shop.use_cases.records.back_up(TEST).backup
    shop.refuse(EventKind.ANSWERED)
    late = shop.pay("rambdr_thapa")
    printing = shop.desk.prints
    printing.count(late, TITLE, is_receipt=True)
    shop.use_cases.records.restore(TEST, backup.name)

    desk = shop.desk
    other = add_in(shop.ledger, PaymentState.WAITING, environment=TEST)
    assert other.number == late.number
    other = desk.prints.count(other, TITLE, is_receipt=True).payment
    # The driver says only now that it did not take the paper of before.
    printing.take_back(late, TITLE, is_receipt=True)
    desk.write_left()
    assert shop.stored(other.number) == other
    with pytest.raises(BhuktaniError):
        desk.prints.count(late, TITLE, is_receipt=True)


def test_a_paper_that_is_taken_back_after_going_back_stops_no_other_count(shop: Shop) -> None:
    paid = shop.pay()
    backup = shop.use_cases.records.back_up(TEST).backup
    printing = shop.desk.prints
    printing.count(paid, TITLE, is_receipt=True)
    shop.use_cases.records.restore(TEST, backup.name)
    desk = shop.desk
    printing.take_back(paid, TITLE, is_receipt=True)
    desk.write_left()
    assert shop.stored(1).prints == 0
    assert desk.prints.count(paid, TITLE, is_receipt=True).copy == 0
    assert shop.stored(1).prints == 1


def test_an_original_that_was_not_counted_stays_the_only_one(shop: Shop) -> None:
    paid = shop.pay()
    shop.refuse(EventKind.PRINTED)
    prints = shop.desk.prints
    assert prints.count(paid, TITLE, is_receipt=True).copy == 0
    shop.change_the_address()
    assert shop.stored(1).prints == 0
    assert shop.desk.prints.count(paid, TITLE, is_receipt=True).copy == 1
    shop.take_again()
    shop.use_cases.environments.check_next()
    assert shop.stored(1).prints == 2


def test_a_look_up_that_was_paid_from_stays_used(shop: Shop) -> None:
    request = replace(shop.request(), duplicate_confirmed=True)
    request = replace(request, inquiry=replace(request.inquiry, references=()))
    shop.desk.pay(request)
    shop.use_cases.environments.save(settings_for(shop.there))
    shop.use_cases.environments.save(settings_for(shop.here))
    with pytest.raises(BhuktaniError):
        shop.desk.pay(replace(request, reference=new_reference()))
    assert len(shop.here.service.payments) == 1
