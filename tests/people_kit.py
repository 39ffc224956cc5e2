"""A shop with people: Sita owns it, Ram has a PIN, Hari has none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop_app.application.use_cases import Dependencies, UseCases
from desktop_app.core.environment import Environment
from desktop_app.core.operators import Role
from desktop_app.core.pins import ScryptCost
from desktop_app.core.settings import Settings
from desktop_app.data_folder import ledger_path, settings_path
from desktop_app.providers import all_providers
from desktop_app.redaction.tokens import Redactor
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.vault.keyring_vault import MemoryVault
from tests.blank_ledger import put_blank_ledger
from tests.clerk import STREET
from tests.fakes import HandClock

if TYPE_CHECKING:
    from pathlib import Path

SITAS, RAMS, WRONG = "2846", "7319", "5050"
CHEAP = ScryptCost(log_n=4, r=8, p=1)
"""Wrong PINs are compared at the cost at which the right one was stored."""


def people_in(folder: Path) -> None:
    """Add the three to the record of LIVE, as another start of the program did."""
    put_blank_ledger(ledger_path(folder, Environment.LIVE))
    clock = HandClock()
    store = SettingsFile(settings_path(folder))
    # The first payment begins without a question, and the shop sells what its street has.
    others = {provider.info.slug for provider in all_providers()} - set(STREET)
    store.save(Settings(asks_opening_cash=False, providers_off=tuple(sorted(others))))
    given = Dependencies(folder, clock, store, vault=MemoryVault(), pin_cost=CHEAP)
    use_cases = UseCases(given, Settings(environment=Environment.LIVE), Redactor())
    operators = use_cases.operators
    people = operators.add("Sita", Role.OWNER, SITAS, None).people
    proof = operators.prove(people.active[0].id, SITAS).proof
    for name, pin in (("Ram", RAMS), ("Hari", "")):
        clock.seconds += 1
        clock.time = clock.time.replace(second=clock.time.second + 1)
        assert operators.add(name, Role.CLERK, pin, proof).fault is None
    use_cases.environments.close()


def journal_of(folder: Path) -> list[tuple[str, str, str]]:
    """Kind, name and content of each entry of the journal."""
    with closing(sqlite3.connect(ledger_path(folder, Environment.LIVE))) as file:
        rows = file.execute("SELECT kind, operator, content FROM journal ORDER BY id")
        return [(str(kind), str(name), str(content)) for kind, name, content in rows]
