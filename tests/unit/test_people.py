"""People are added, proved and locked out, in a real record that is closed and opened again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application import operators as module
from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalKind
from desktop_app.core.operators import (
    PROOF_SECONDS,
    OwnerAction,
    People,
    PeopleFault,
    PinOutcome,
    Proof,
    Role,
)
from desktop_app.core.pins import ScryptCost
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE = Environment.LIVE
CHEAP = ScryptCost(log_n=4, r=8, p=1)
SITAS, RAMS, WRONG = "2846", "7319", "5050"


class Shop:
    """One program after the other in the same folder."""

    def __init__(self, folder: Path, environment: Environment = LIVE) -> None:
        self.folder = folder
        self.clock = HandClock()
        self.cost = CHEAP
        self.settings = Settings(environment=environment)
        self.use_cases = self._build()

    def _build(self) -> UseCases:
        store = SettingsFile(settings_path(self.folder))
        given = Dependencies(
            self.folder, self.clock, store, vault=MemoryVault(), pin_cost=self.cost
        )
        return UseCases(given, self.settings, Redactor())

    @property
    def operators(self) -> module.Operators:
        return self.use_cases.operators

    def restart(self, after: timedelta = timedelta()) -> None:
        """Another program; its monotonic clock begins anew."""
        self.use_cases.environments.close()
        self.clock.time += after
        self.clock.seconds = 5.0
        self.use_cases = self._build()

    def id_of(self, name: str) -> str:
        found = self.operators.people().named(name)
        assert found is not None, name
        return found.id

    def proof(self, name: str = "Sita", pin: str = SITAS) -> Proof:
        proof = self.operators.prove(self.id_of(name), pin).proof
        assert proof is not None
        return proof

    def outcome(self, pin: str, name: str = "Sita") -> PinOutcome:
        return self.operators.prove(self.id_of(name), pin).outcome

    def journal(self) -> list[tuple[str, str, str, str]]:
        """Kind, name, id and content of each entry."""
        self.use_cases.environments.close()
        with closing(sqlite3.connect(ledger_path(self.folder, LIVE))) as file:
            rows = file.execute("SELECT kind, operator, operator_id, content FROM journal")
            return [tuple(map(str, row)) for row in rows]  # type: ignore[misc]


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Shop]:
    put_blank_ledger(ledger_path(tmp_path, LIVE))
    shop = Shop(tmp_path)
    yield shop
    shop.use_cases.environments.close()


@pytest.fixture
def shop(empty: Shop) -> Shop:
    """Sita owns it, Ram has a PIN, Hari none."""
    assert empty.operators.add("Sita", Role.OWNER, SITAS, None).fault is None
    by = empty.proof()
    empty.clock.move(timedelta(seconds=1))
    assert empty.operators.add("Ram", Role.CLERK, RAMS, by).fault is None
    empty.clock.move(timedelta(seconds=1))
    assert empty.operators.add("Hari", Role.CLERK, "", by).fault is None
    return empty


# --- a shop of one ------------------------------------------------------------------------


def test_a_shop_without_a_live_record_has_nobody_and_none_is_made_for_it(tmp_path: Path) -> None:
    shop = Shop(tmp_path, Environment.PRACTICE)
    assert shop.operators.people() == People()
    assert not ledger_path(tmp_path, LIVE).exists()
    shop.use_cases.environments.close()


def test_people_of_live_are_there_in_practice_too(shop: Shop) -> None:
    shop.settings = Settings(environment=Environment.PRACTICE)
    shop.restart()
    assert shop.operators.people().are_guarded
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_names_without_pins_guard_nothing_and_need_no_proof(empty: Shop) -> None:
    empty.operators.add("Hari", Role.CLERK, "", None)
    empty.operators.add("Gita", Role.OWNER, "", None)
    assert not empty.operators.people().are_guarded
    assert empty.operators.change(empty.id_of("Hari"), "Hari K", Role.CLERK, "", None).fault is None
    assert empty.operators.come(empty.id_of("Hari K")).outcome is PinOutcome.RIGHT


def test_the_first_pin_must_be_an_owners(empty: Shop) -> None:
    refused = empty.operators.add("Ram", Role.CLERK, RAMS, None)
    assert refused.fault is PeopleFault.FIRST_IS_OWNER
    assert refused.people == People()


# --- changing people ----------------------------------------------------------------------


def test_in_a_guarded_shop_nobody_changes_people_without_an_owners_proof(shop: Shop) -> None:
    ram, operators = shop.id_of("Ram"), shop.operators
    old = shop.proof()
    shop.clock.move(timedelta(seconds=PROOF_SECONDS))
    for proof in (None, shop.proof("Ram", RAMS), old, replace(shop.proof(), operator_id="x")):
        for change in (
            operators.add("Thief", Role.OWNER, "9182", proof),
            operators.change(ram, "Ram", Role.OWNER, "", proof),
            operators.change(ram, "Ram", Role.CLERK, "9182", proof),
            operators.retire(shop.id_of("Sita"), proof),
            operators.remove_pin(shop.id_of("Sita"), proof),
        ):
            assert change.fault is PeopleFault.NOT_PROVED
    assert [(one.name, one.role) for one in operators.people().everyone] == [
        ("Sita", Role.OWNER),
        ("Ram", Role.CLERK),
        ("Hari", Role.CLERK),
    ]
    assert shop.outcome(RAMS, "Ram") is PinOutcome.RIGHT


def test_the_proof_of_an_owner_who_left_changes_nothing(shop: Shop) -> None:
    by = shop.proof()
    shop.operators.add("Gita", Role.OWNER, "6172", by)
    shop.operators.retire(shop.id_of("Sita"), shop.proof("Gita", "6172"))
    assert shop.operators.add("Maya", Role.CLERK, "", by).fault is PeopleFault.NOT_PROVED


def test_a_person_gets_another_name_role_and_pin_and_stays_the_same_person(shop: Shop) -> None:
    ram = shop.id_of("Ram")
    change = shop.operators.change(ram, " Ram  Bahadur ", Role.OWNER, "८५२०", shop.proof())
    assert change.fault is None
    shop.restart()
    assert shop.id_of("Ram Bahadur") == ram
    assert shop.outcome("8520", "Ram Bahadur") is PinOutcome.RIGHT
    assert shop.outcome(RAMS, "Ram Bahadur") is PinOutcome.WRONG
    assert [one.name for one in shop.operators.people().owners] == ["Sita", "Ram Bahadur"]


def test_who_left_keeps_the_name_and_comes_no_more(shop: Shop) -> None:
    ram = shop.id_of("Ram")
    shop.operators.retire(ram, shop.proof())
    shop.restart()
    assert shop.operators.people().named("Ram") is None
    assert [one.name for one in shop.operators.people().everyone] == ["Sita", "Ram", "Hari"]
    assert shop.operators.come(ram, RAMS).outcome is PinOutcome.GONE
    assert shop.operators.add("Ram", Role.CLERK, "", shop.proof()).fault is None


def test_the_last_owner_stays_while_anybody_else_has_a_pin(shop: Shop) -> None:
    sita = shop.id_of("Sita")
    assert shop.operators.retire(sita, shop.proof()).fault is PeopleFault.LAST_OWNER
    assert shop.operators.remove_pin(sita, shop.proof()).fault is PeopleFault.LAST_OWNER
    shop.operators.remove_pin(shop.id_of("Ram"), shop.proof())
    change = shop.operators.remove_pin(sita, shop.proof())
    assert change.fault is None
    assert not change.people.are_guarded


@pytest.mark.parametrize("pin", ["1", "1234", "7777", "28x6", "123456789"])
def test_what_may_be_no_pin_is_not_kept(shop: Shop, pin: str) -> None:
    assert shop.operators.add("Maya", Role.CLERK, pin, shop.proof()).fault is PeopleFault.BAD_PIN
    assert shop.operators.people().named("Maya") is None


# --- proving ------------------------------------------------------------------------------


def test_a_right_pin_gives_a_proof_that_names_the_person_and_runs_out(shop: Shop) -> None:
    proof = shop.proof()
    assert (proof.name, proof.operator_id, proof.role) == ("Sita", shop.id_of("Sita"), Role.OWNER)
    assert proof.at == shop.clock.now()
    assert proof.allows(OwnerAction.RESTORE, shop.clock.monotonic())
    shop.clock.time -= timedelta(days=400)
    assert proof.allows(OwnerAction.RESTORE, shop.clock.monotonic())
    shop.clock.seconds += PROOF_SECONDS
    assert not proof.allows(OwnerAction.RESTORE, shop.clock.monotonic())


def test_a_clerks_proof_opens_nothing_of_the_owners(shop: Shop) -> None:
    proof = shop.proof("Ram", RAMS)
    assert not any(proof.allows(action, shop.clock.monotonic()) for action in OwnerAction)


def test_who_has_no_pin_comes_without_a_proof(shop: Shop) -> None:
    answer = shop.operators.come(shop.id_of("Hari"))
    assert (answer.outcome, answer.proof) == (PinOutcome.RIGHT, None)
    assert shop.operators.come(shop.id_of("Ram")).outcome is PinOutcome.WRONG
    assert shop.operators.prove(shop.id_of("Hari"), "").outcome is PinOutcome.GONE


def test_a_right_pin_forgets_the_wrong_ones(shop: Shop) -> None:
    for _ in range(3):
        assert [shop.outcome(WRONG) for _ in range(4)] == [PinOutcome.WRONG] * 4
        assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_five_wrong_pins_lock_over_a_restart_and_no_other_person(shop: Shop) -> None:
    for _ in range(5):
        assert shop.outcome(WRONG) is PinOutcome.WRONG
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    assert shop.outcome(RAMS, "Ram") is PinOutcome.RIGHT
    shop.restart()
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.restart(after=timedelta(seconds=59))
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.restart(after=timedelta(seconds=1))
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_each_further_wrong_pin_locks_for_twice_as_long(shop: Shop) -> None:
    for _ in range(5):
        shop.outcome(WRONG)
    for minutes in (2, 4, 8, 16, 32, 60, 60):
        shop.clock.move(timedelta(hours=1))
        answer = shop.operators.prove(shop.id_of("Sita"), WRONG)
        assert answer.outcome is PinOutcome.WRONG
        assert answer.locked_until == shop.clock.now() + timedelta(minutes=minutes)


def test_a_clock_set_back_opens_nothing_early_and_locks_for_no_longer(shop: Shop) -> None:
    for _ in range(6):
        shop.outcome(WRONG)
        shop.clock.move(timedelta(minutes=1))
    shop.restart(after=-timedelta(days=300))
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.restart(after=timedelta(seconds=119))
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.restart(after=timedelta(seconds=1))
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_a_clock_set_forward_does_not_open_the_running_program(shop: Shop) -> None:
    for _ in range(5):
        shop.outcome(WRONG)
    shop.clock.time += timedelta(hours=3)
    assert shop.outcome(SITAS) is PinOutcome.LOCKED
    shop.clock.seconds += 60
    assert shop.outcome(SITAS) is PinOutcome.RIGHT


def test_a_try_counts_although_the_program_ends_while_it_is_compared(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(Exception):
        pass

    def cut(typed: str, stored: str) -> bool:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(module, "matches", cut)
        for _ in range(5):
            with pytest.raises(PowerCut):
                shop.outcome(SITAS)
    shop.restart()
    assert shop.outcome(SITAS) is PinOutcome.LOCKED


def test_a_pin_of_an_older_program_is_stored_anew_at_the_cost_of_now(shop: Shop) -> None:
    shop.cost = ScryptCost(log_n=5, r=8, p=1)
    shop.restart()
    shop.proof()
    stored = shop.operators.people().owners[0].pin_hash
    assert stored.startswith("scrypt$5,8,1$")
    assert shop.outcome(SITAS) is PinOutcome.RIGHT
    assert shop.operators.people().owners[0].pin_hash == stored


# --- the journal --------------------------------------------------------------------------


def test_the_journal_names_who_it_was_and_never_a_pin(shop: Shop) -> None:
    operators, sita, ram = shop.operators, shop.id_of("Sita"), shop.id_of("Ram")
    operators.prove(sita, WRONG, OwnerAction.REVIEWS)
    operators.prove(sita, SITAS, OwnerAction.REVIEWS)
    operators.come(ram, RAMS, before="Sita")
    operators.note_locked("Ram", ram, by_itself=True)
    entries = shop.journal()
    assert [entry[:3] for entry in entries] == [
        (JournalKind.PERSON_ADDED, "", ""),
        (JournalKind.PERSON_ADDED, "Sita", sita),
        (JournalKind.PERSON_ADDED, "Sita", sita),
        (JournalKind.PIN_REFUSED, "Sita", sita),
        (JournalKind.OWNER_PROVED, "Sita", sita),
        (JournalKind.OPERATOR_SWITCHED, "Ram", ram),
        (JournalKind.LOCKED, "Ram", ram),
    ]
    assert '"action":"reviews"' in entries[4][3]
    assert '"before":"Sita"' in entries[5][3]
    text = repr(entries)
    for person in operators.people().everyone:
        # Drawn at random: it may hold the digits of a PIN.
        text = text.replace(person.id, "")
    assert not any(secret in text for secret in (SITAS, RAMS, WRONG, "scrypt"))


def test_a_change_that_cannot_be_told_in_the_journal_is_not_made(shop: Shop) -> None:
    by, sita = shop.proof(), shop.id_of("Sita")
    with closing(sqlite3.connect(ledger_path(shop.folder, LIVE))) as file, file:
        file.execute(
            "CREATE TRIGGER no_more BEFORE INSERT ON journal"
            " BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    with pytest.raises(Exception, match="ledger"):
        shop.operators.change(sita, "Other", Role.OWNER, "", by)
    assert shop.operators.people().named("Other") is None
