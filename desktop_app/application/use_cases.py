"""Builds the use cases of one program out of the outside things that it works with."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.application.catalog import Catalog
from desktop_app.application.connections import ConnectionMaker, Practice
from desktop_app.application.credit import Credit
from desktop_app.application.environments import Environments
from desktop_app.application.on_account import OnAccount
from desktop_app.application.operators import Operators
from desktop_app.application.records import Records
from desktop_app.application.shifts import Shifts
from desktop_app.application.support import Support
from desktop_app.application.tokens import TokenTester, TokenVault
from desktop_app.core.pins import COST, ScryptCost

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from desktop_app.core.clock import Clock
    from desktop_app.core.environment import Connection
    from desktop_app.core.payments.progress import Sending
    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import SaltedStore, Settings
    from desktop_app.redaction.tokens import Redactor


@dataclass
class Dependencies:
    """The outside things of one program, each replaceable by a test.

    ``connection`` pins the environment and its base URL, whatever the settings say. ``sending``
    is entered while a payment is being sent.
    """

    data_folder: Path
    clock: Clock
    settings: SaltedStore
    connection: Connection | None = None
    vault: Vault | None = None
    transport: httpx.BaseTransport | None = None
    sending: Sending = nullcontext
    pin_cost: ScryptCost = COST


@dataclass(frozen=True, slots=True)
class UseCases:
    """The use cases of one program; whoever needs one is handed that one."""

    environments: Environments
    catalog: Catalog
    vault: TokenVault
    token_tester: TokenTester
    records: Records
    shifts: Shifts
    on_account: OnAccount
    credit: Credit
    support: Support
    operators: Operators


def build_use_cases(given: Dependencies, settings: Settings, redactor: Redactor) -> UseCases:
    """Build them; nothing is opened before it is needed."""
    practice = Practice(given.data_folder)
    vault = TokenVault(redactor, given.vault)
    connections = ConnectionMaker(practice, vault.token_soon, given.connection, given.transport)
    environments = Environments(
        given.data_folder, given.clock, given.settings, settings, connections, given.sending
    )
    operators = Operators(environments, given.clock, given.pin_cost)
    return UseCases(
        environments=environments,
        catalog=Catalog(practice, settings.chosen_endpoints),
        vault=vault,
        token_tester=TokenTester(environments, connections, given.settings, redactor),
        records=Records(environments, given.clock),
        shifts=Shifts(environments, given.clock),
        on_account=OnAccount(environments, operators, given.clock),
        credit=Credit(environments, given.clock),
        support=Support(given.data_folder, given.clock, environments, vault, redactor),
        operators=operators,
    )
