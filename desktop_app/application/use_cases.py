"""Builds the use cases of one program out of the outside things that it works with."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.application.catalog import Catalog
from desktop_app.application.connections import ConnectionMaker, Practice
from desktop_app.application.environments import Environments
from desktop_app.application.operators import Operators
from desktop_app.application.tokens import TokenTester, TokenVault
from desktop_app.core.pins import COST, ScryptCost

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from desktop_app.application.credit import Credit
    from desktop_app.application.customers import Customers
    from desktop_app.application.old_lists import OldLists
    from desktop_app.application.on_account import OnAccount
    from desktop_app.application.owner_reset import OwnerReset
    from desktop_app.application.records import Records
    from desktop_app.application.shifts import Shifts
    from desktop_app.application.support import Support
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


class UseCases:
    """The use cases of one program; whoever needs one is handed that one.

    What the first page does not need is built, and its code loaded, when it is first asked for.
    Ask on the window's thread only.
    """

    def __init__(self, given: Dependencies, settings: Settings, redactor: Redactor) -> None:
        self._given, self._redactor = given, redactor
        practice = Practice(given.data_folder)
        self.vault = TokenVault(redactor, given.vault)
        self._connections = ConnectionMaker(
            practice, self.vault.token_soon, given.connection, given.transport
        )
        self.environments = Environments(
            given.data_folder,
            given.clock,
            given.settings,
            settings,
            self._connections,
            given.sending,
        )
        self.catalog = Catalog(practice, settings.chosen_endpoints)
        self.operators = Operators(self.environments, given.clock, given.pin_cost)

    @cached_property
    def token_tester(self) -> TokenTester:
        """Asks the service about a token."""
        return TokenTester(
            self.environments, self._connections, self._given.settings, self._redactor
        )

    @cached_property
    def records(self) -> Records:
        """The care of the records."""
        from desktop_app.application.records import Records

        return Records(self.environments, self._given.clock)

    @cached_property
    def shifts(self) -> Shifts:
        """The shifts of the drawers."""
        from desktop_app.application.shifts import Shifts

        return Shifts(self.environments, self._given.clock)

    @cached_property
    def on_account(self) -> OnAccount:
        """What customers owe."""
        from desktop_app.application.on_account import OnAccount

        return OnAccount(self.environments, self.operators, self._given.clock)

    @cached_property
    def customers(self) -> Customers:
        """The shop's book of customers."""
        from desktop_app.application.customers import Customers

        return Customers(self.environments, self._given.clock)

    @cached_property
    def old_lists(self) -> OldLists:
        """Customers of older lists."""
        from desktop_app.application.old_lists import OldLists

        return OldLists(self.environments, self.catalog, self._given.clock)

    @cached_property
    def credit(self) -> Credit:
        """The shop's credit at the service."""
        from desktop_app.application.credit import Credit

        return Credit(self.environments, self._given.clock)

    @cached_property
    def owner_reset(self) -> OwnerReset:
        """Sets an owner's forgotten PIN anew."""
        from desktop_app.application.owner_reset import OwnerReset

        return OwnerReset(self.operators, self.vault, self._given.clock)

    @cached_property
    def support(self) -> Support:
        """The file for support."""
        from desktop_app.application.support import Support

        given = self._given
        return Support(
            given.data_folder, given.clock, self.environments, self.vault, self._redactor
        )
