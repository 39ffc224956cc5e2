"""People: who they are, whose PIN can be asked for, and which changes leave nobody outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

from desktop_app.core.operators import (
    PROOF_SECONDS,
    Operator,
    OwnerAction,
    People,
    PeopleFault,
    Proof,
    Role,
    tidy_name,
    without_pin,
)
from tests.tables import each

NOW = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)


def person(name: str, role: Role = Role.CLERK, pin: str = "", minute: int = 0) -> Operator:
    added = NOW + timedelta(minutes=minute)
    return Operator(name.lower().ljust(32, "0"), name, role, added, pin_hash=pin)


SITA = person("Sita", Role.OWNER, "hash")
RAM = person("Ram", Role.CLERK, "hash", 1)
HARI = person("Hari", Role.CLERK, "", 2)
GITA = person("Gita", Role.OWNER, "", 3)


def test_a_shop_without_people_or_without_an_owners_pin_is_not_guarded() -> None:
    assert not People().are_guarded
    assert not People((GITA, HARI)).are_guarded
    assert People((GITA, HARI, SITA)).are_guarded
    assert not People((replace(SITA, is_active=False), HARI)).are_guarded


def test_only_an_owners_proof_that_has_not_run_out_allows_an_owners_action() -> None:
    for action, role in product(OwnerAction, Role):
        proof = Proof("id", "Sita", role, NOW, 100.0 + PROOF_SECONDS)
        assert proof.allows(action, 100.0) is (role is Role.OWNER)
        assert proof.allows(action, 399.9) is (role is Role.OWNER)
        assert not proof.allows(action, 400.0)


def test_what_is_the_owners_is_what_was_agreed() -> None:
    assert {action.value for action in OwnerAction} == {
        "settings", "token", "reviews", "restore", "removing_data", "limits",
        "on_account", "people", "record", "credit",
    }  # fmt: skip


def test_a_persons_hash_is_in_no_text_of_it() -> None:
    assert "hash" not in repr(People((replace(SITA, pin_hash="scrypt$hash"),))).replace(
        "pin_hash", ""
    )


def test_owners_stand_first_and_those_who_left_nowhere() -> None:
    left = replace(person("Maya", minute=5), is_active=False)
    people = People((HARI, GITA, left, RAM, SITA))
    assert people.active == (SITA, GITA, RAM, HARI)
    assert people.owners == (SITA,)
    assert people.get(left.id) is None
    assert people.named("  hARI ") == HARI


@each(
    ("after", "fault"),
    [
        (replace(SITA, is_active=False), PeopleFault.LAST_OWNER),
        (replace(SITA, role=Role.CLERK), PeopleFault.LAST_OWNER),
        (without_pin(SITA), PeopleFault.LAST_OWNER),
        (replace(GITA, pin_hash="hash"), None),
        (replace(RAM, role=Role.OWNER), None),
        (replace(RAM, is_active=False), None),
        (replace(RAM, name=" sITA"), PeopleFault.NAME_TAKEN),
        (replace(RAM, name="RAM"), None),
        (replace(RAM, name=" \u200b "), PeopleFault.NO_NAME),
        (replace(RAM, name="Sita", is_active=False), None),
    ],
)
def test_no_change_leaves_a_pin_that_nobody_can_take_back(
    after: Operator, fault: PeopleFault | None
) -> None:
    assert People((SITA, RAM, HARI, GITA)).check_change(after) is fault


def test_the_first_pin_is_an_owners() -> None:
    people = People((HARI, GITA))
    assert people.check_change(replace(HARI, pin_hash="x")) is PeopleFault.FIRST_IS_OWNER
    assert people.check_change(replace(GITA, pin_hash="x")) is None
    assert people.check_change(RAM) is PeopleFault.FIRST_IS_OWNER


def test_the_last_owner_may_go_when_nobody_else_has_a_pin() -> None:
    people = People((SITA, HARI))
    assert people.check_change(replace(SITA, is_active=False)) is None
    assert people.check_change(without_pin(SITA)) is None


def test_a_name_is_kept_as_papers_show_it() -> None:
    assert tidy_name("  Ram \t Bahadur\u200b  ") == "Ram Bahadur"
    assert len(tidy_name("x" * 500)) == 60
