"""What an owner changes is told in the journal, with who did it, and never a value or a token."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.journal import JournalKind
from desktop_app.core.operators import OwnerAction
from desktop_app.core.settings import Settings
from desktop_app.core.shop import Till
from desktop_app.data_folder import ledger_path
from tests.people_kit import journal_of, people_in
from tests.unit.test_record_check import Shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SITA = Till(operator="Sita", operator_id="5" * 32)
BEFORE = Settings(environment=Environment.LIVE)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    people_in(tmp_path)
    shop = Shop(tmp_path)
    yield shop
    shop.use_cases.environments.close()


def test_settings_that_are_the_owners_are_named_and_their_values_are_not(shop: Shop) -> None:
    after = replace(
        BEFORE, printer="Counter 80", live_url="https://example.com", language=BEFORE.language
    )
    shop.use_cases.environments.save(after, SITA)
    told = '{"names":"printer, live_url"}'
    assert journal_of(shop.folder)[-1] == ("settings_changed", "Sita", told)


def test_what_follows_from_a_clerks_work_is_told_to_nobody(shop: Shop) -> None:
    before = journal_of(shop.folder)
    after = replace(BEFORE, operator="Ram", operators=("Ram",), tile_day="2026-11-22")
    shop.use_cases.environments.save(after, SITA)
    assert journal_of(shop.folder) == before


def test_no_record_is_made_for_the_journal(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    shop.use_cases.environments.save(replace(BEFORE, printer="Counter 80"), SITA)
    shop.use_cases.environments.note(JournalKind.TOKEN_SAVED, SITA, {"environment": "live"})
    assert not ledger_path(tmp_path, Environment.LIVE).exists()


def test_what_no_owner_allowed_is_told_with_who_wanted_it(shop: Shop) -> None:
    shop.use_cases.operators.note_refused("Ram", "7" * 32, OwnerAction.RESTORE)
    assert journal_of(shop.folder)[-1] == ("owner_refused", "Ram", '{"action":"restore"}')
