"""The slow side of the program: built when first needed, on the worker that needs it.

Heavy modules (SQLAlchemy, httpx, keyring) are imported inside the methods, so that the window is
painted before they load.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.desk import PaymentDesk
from desktop_app.core.environment import STANDARD, Connection, Environment
from desktop_app.core.ports import Clock, Ledger, Vault
from desktop_app.core.settings import Settings, SettingsStore
from desktop_app.service.redaction import Redactor
from desktop_app.service.watched_vault import WatchedVault

if TYPE_CHECKING:
    import httpx

    from desktop_app.core.money import Money
    from desktop_app.core.provider import Provider
    from desktop_app.ledger.ledger import SqliteLedger
    from desktop_app.sandbox.practice import PracticeService
    from desktop_app.service.connections import Connections


class SaltedStore(SettingsStore, Protocol):
    """Settings with this computer's salt for naming tokens."""

    def salt(self) -> str:
        """Random text, made once in a data folder."""


@dataclass
class Outside:
    """The outside things of one program, each replaceable by a test.

    ``connection`` pins the environment and its base URL, whatever the settings say.
    """

    data_folder: Path
    clock: Clock
    settings: SaltedStore
    connection: Connection | None = None
    vault: Vault | None = None
    transport: httpx.BaseTransport | None = None


class _Opened:
    """What belongs to one environment while it is the chosen one."""

    def __init__(self, ledger: SqliteLedger, connections: Connections, clock: Clock) -> None:
        self.ledger = ledger
        self.connections = connections
        self.desk = PaymentDesk(connections, ledger, clock)
        # Before anything else is done with this ledger (rule 5).
        self.desk.recover()

    def close(self) -> None:
        self.connections.close()
        self.ledger.close()


class ProgramBackend:
    """Fulfils ``ui.backend.Backend``."""

    def __init__(self, outside: Outside, settings: Settings, redactor: Redactor) -> None:
        self._outside = outside
        self._settings = settings
        self._redactor = redactor
        self._lock = threading.RLock()
        self._vault: Vault | None = None
        self._opened: _Opened | None = None
        self._providers: tuple[Provider, ...] | None = None
        self._practice: PracticeService | None = None

    def providers(self) -> tuple[Provider, ...]:
        """All providers, those that are retired by the service too."""
        with self._lock:
            if self._providers is None:
                from desktop_app.providers import all_providers

                self._providers = all_providers()
            return self._providers

    def desk(self) -> PaymentDesk:
        """The desk of the chosen environment; unfinished payments are recovered first."""
        return self._open().desk

    def ledger(self) -> Ledger:
        """The ledger of the chosen environment."""
        return self._open().ledger

    def vault(self) -> Vault:
        """Where tokens are kept."""
        with self._lock:
            if self._vault is None:
                from desktop_app.service.vault import open_vault

                vault = self._outside.vault or open_vault()
                self._vault = WatchedVault(vault, self._redactor)
            return self._vault

    def save(self, settings: Settings) -> None:
        """Store the settings; a change of environment closes the desk and ledger of the old."""
        with self._lock:
            before = self.connection(self._settings)
            self._outside.settings.save(settings)
            self._settings = settings
            if self.connection(settings) != before:
                self.close()

    def try_token(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token."""
        self._redactor.add(token)
        chosen = replace(self._settings, environment=environment)
        connections = self._connections(self.connection(chosen))
        try:
            return connections.try_token(token)
        finally:
            connections.close()

    def connection(self, settings: Settings) -> Connection:
        """Where these settings send payments; practice until the first start was answered."""
        environment = settings.environment or Environment.PRACTICE
        pinned = self._outside.connection
        if pinned is not None and pinned.environment is environment:
            return pinned
        own = {Environment.TEST: settings.test_url, Environment.LIVE: settings.live_url}
        url = own.get(environment) or STANDARD[environment].base_url
        return Connection(environment, url)

    def close(self) -> None:
        """Close the files and connections of the chosen environment."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _open(self) -> _Opened:
        with self._lock:
            if self._opened is None:
                from desktop_app.ledger.folder import ledger_path
                from desktop_app.ledger.ledger import open_ledger

                connection = self.connection(self._settings)
                folder = self._outside.data_folder
                ledger = open_ledger(ledger_path(folder, connection.environment))
                self._opened = _Opened(ledger, self._connections(connection), self._outside.clock)
            return self._opened

    def _connections(self, connection: Connection) -> Connections:
        from desktop_app.service.connections import Connections

        transport = self._outside.transport
        if (
            connection.environment is Environment.PRACTICE
            and transport is None
            and self._outside.connection is None
        ):
            transport = self._practice_transport()
        return Connections(connection, self._token, self._outside.settings.salt(), transport)

    def _practice_transport(self) -> httpx.BaseTransport:
        from desktop_app.sandbox.practice import PracticeService
        from desktop_app.sandbox.transport import PracticeTransport

        if self._practice is None:
            state = self._outside.data_folder / "practice-service.json"
            self._practice = PracticeService(state_file=state)
        return PracticeTransport(self._practice)

    def _token(self, environment: Environment) -> str | None:
        if environment is Environment.PRACTICE:
            from desktop_app.sandbox.practice import PRACTICE_TOKEN

            return PRACTICE_TOKEN
        return self.vault().token(environment)
