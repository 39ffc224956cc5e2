"""The slow side of the program: built when first needed, on the worker that needs it.

Heavy modules (SQLAlchemy, httpx, keyring) are imported inside the methods, so that the window is
painted before they load.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.backups import Backup, BackupOverview
from desktop_app.core.clock import Clock
from desktop_app.core.environment import STANDARD, Connection, Environment
from desktop_app.core.errors import BhuktaniError, LedgerError, VaultError
from desktop_app.core.lessons import PracticeCustomer
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.ports import Ledger
from desktop_app.core.payments.progress import Sending
from desktop_app.core.payments.unwritten import Unwritten
from desktop_app.core.ports import Vault
from desktop_app.core.settings import SaltedStore, Settings
from desktop_app.data_folder import ledger_path
from desktop_app.redaction.tokens import Redactor
from desktop_app.vault.redacting_vault import RedactingVault

if TYPE_CHECKING:
    import httpx

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance
    from desktop_app.sandbox.practice import PracticeService
    from desktop_app.service.connections import Connections


log = logging.getLogger(__name__)

_MIN_PRACTICE_CREDIT = 30_000


@dataclass
class Outside:
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


class _Opened:
    """What belongs to one environment while its file is open."""

    def __init__(
        self,
        ledger: SqliteLedger,
        connections: Connections,
        outside: Outside,
        unwritten: Unwritten,
    ) -> None:
        self.ledger = ledger
        self.connections = connections
        self.connection = connections.chosen
        self.desk = PaymentDesk(connections, ledger, outside.clock, outside.sending, unwritten)
        # Before anything else is done with this ledger (rule 5).
        self.desk.recover()

    def close(self) -> None:
        try:
            # The last chance where the program ends, or another file is put in this one's place.
            self.desk.write_left()
        except LedgerError as error:
            log.error("what happened earlier is not recorded in the file that is closed: %s", error)
        self.connections.close()
        self.ledger.close()


class ProgramBackend:
    """Fulfils ``ui.backend.Backend``."""

    def __init__(self, outside: Outside, settings: Settings, redactor: Redactor) -> None:
        self._outside = outside
        self._settings = settings
        self._redactor = redactor
        self._lock = threading.RLock()
        self._providers_lock = threading.Lock()
        self._vault: Vault | None = None
        self._opened: dict[Environment, _Opened] = {}
        self._unwritten: dict[Environment, Unwritten] = {}
        self._providers: tuple[Provider, ...] | None = None
        self._practice: PracticeService | None = None
        self._cares: dict[Environment, LedgerMaintenance] = {}

    def providers(self) -> tuple[Provider, ...]:
        """All providers, those that are retired by the service too."""
        # A lock of its own: the first page shows them while the ledger is still being opened.
        with self._providers_lock:
            if self._providers is None:
                from desktop_app.providers import all_providers

                self._providers = all_providers()
            return self._providers

    def practice_customers(self) -> tuple[PracticeCustomer, ...]:
        """Whom to practise with; nobody where a payment moves money or is only a test."""
        if self._environment is not Environment.PRACTICE:
            return ()
        from desktop_app.sandbox.customers import practice_customers

        # The service is there as soon as the ledger of practice was opened.
        return practice_customers(self._practice.tried if self._practice is not None else ())

    def desk(self, environment: Environment | None = None) -> PaymentDesk:
        """The desk of an environment, the chosen one by default; it recovers first."""
        return self._open(environment or self._environment).desk

    def ledger(self, environment: Environment | None = None) -> Ledger:
        """The ledger of an environment, the chosen one by default."""
        return self._open(environment or self._environment).ledger

    def vault(self) -> Vault:
        """Where tokens are kept."""
        with self._lock:
            if self._vault is None:
                from desktop_app.vault.keyring_vault import open_vault

                vault = self._outside.vault or open_vault()
                self._vault = RedactingVault(vault, self._redactor)
            return self._vault

    def save(self, settings: Settings) -> None:
        """Store the settings; what was open for another base URL is closed."""
        with self._lock:
            self._outside.settings.save(settings)
            self._settings = settings
            for environment, opened in list(self._opened.items()):
                if self._connection(environment) != opened.connection:
                    del self._opened[environment]
                    opened.close()

    def follow_up(self) -> tuple[Payment, ...]:
        """Make one due look-up of a waiting payment, in whatever environment it was sent."""
        for environment in self._with_payments():
            try:
                checked = self._open(environment).desk.check_next()
            except BhuktaniError as error:
                # A broken record or a locked keyring of one must not stop the others.
                log.warning("nothing is followed up in %s: %s", environment.value, error)
                continue
            if checked:
                return checked
        return ()

    def try_token(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token."""
        self._redactor.add(token)
        # Its name is not kept, so that any salt will do.
        salt = self._outside.settings.salt()
        connections = self._connections(self._connection(environment), salt)
        try:
            return connections.try_token(token)
        finally:
            connections.close()

    def close(self) -> None:
        """Close all files and connections."""
        with self._lock:
            for opened in self._opened.values():
                opened.close()
            self._opened.clear()

    # --- environments ---------------------------------------------------------------------

    @property
    def _environment(self) -> Environment:
        """The chosen environment; practice until the first start was answered."""
        return self._settings.environment or Environment.PRACTICE

    def _connection(self, environment: Environment) -> Connection:
        """Where payments of an environment are sent."""
        pinned = self._outside.connection
        if pinned is not None and pinned.environment is environment:
            return pinned
        settings = self._settings
        own = {Environment.TEST: settings.test_url, Environment.LIVE: settings.live_url}
        url = own.get(environment) or STANDARD[environment].base_url
        return Connection(environment, url)

    def _with_payments(self) -> list[Environment]:
        """Environments that have a ledger, the chosen one first: money waits in any of them."""
        folder = self._outside.data_folder
        chosen = self._environment
        others = [e for e in Environment if e is not chosen and ledger_path(folder, e).exists()]
        return [chosen, *others]

    def _open(self, environment: Environment) -> _Opened:
        with self._lock:
            opened = self._opened.get(environment)
            if opened is None:
                from desktop_app.ledger.sqlite.ledger import open_ledger

                self._care(environment).repair_before_open()
                ledger = open_ledger(ledger_path(self._outside.data_folder, environment))
                try:
                    salt = ledger.token_salt(self._outside.settings.salt)
                    connections = self._connections(self._connection(environment), salt)
                    unwritten = self._unwritten.setdefault(environment, Unwritten())
                    opened = _Opened(ledger, connections, self._outside, unwritten)
                except BaseException:
                    # A damaged file that stays open could not be set aside on Windows.
                    ledger.close()
                    raise
                self._opened[environment] = opened
            return opened

    def _connections(self, connection: Connection, salt: str) -> Connections:
        from desktop_app.service.connections import Connections

        transport = self._outside.transport
        practice = connection.environment is Environment.PRACTICE
        if practice and transport is None and connection != self._outside.connection:
            transport = self._practice_transport()
        return Connections(connection, self._token, salt, transport)

    def _practice_transport(self) -> httpx.BaseTransport:
        from desktop_app.sandbox.practice import PracticeService
        from desktop_app.sandbox.transport import PracticeTransport

        if self._practice is None:
            state = self._outside.data_folder / "practice-service.json"
            self._practice = PracticeService(state_file=state)
            self._practice.refill(_MIN_PRACTICE_CREDIT)
        return PracticeTransport(self._practice)

    def _token(self, environment: Environment) -> str | None:
        if environment is Environment.PRACTICE:
            from desktop_app.sandbox.practice import PRACTICE_TOKEN

            return PRACTICE_TOKEN
        return self.vault().token(environment)

    # --- backups and support --------------------------------------------------------------

    def backups(self) -> BackupOverview:
        """The backups of the chosen environment, and whether its record is sound."""
        with suppress(LedgerError):
            self._open(self._environment)
        return self._care(self._environment).shelf()

    def back_up(self) -> Backup:
        """Make a backup of the chosen environment's record now."""
        self._open(self._environment)
        return self._care(self._environment).back_up()

    def back_up_if_due(self) -> None:
        """Make the day's backup of each environment with a record; trouble is logged."""
        for environment in self._with_payments():
            try:
                # What a crash left unfinished is ended first: no backup is made of it.
                self._open(environment)
                self._care(environment).back_up_if_due()
            except LedgerError as error:
                log.warning("no backup of %s: %s", environment.value, error)

    def check_integrity(self) -> None:
        """Look the chosen environment's record over; raises ``LEDGER_DAMAGED``."""
        self._open(self._environment)
        self._care(self._environment).check()

    def restore(self, name: str) -> str:
        """Put a backup in the place of the record; the name that the old file has now."""
        return self._replace(lambda care, close: care.restore(name, close))

    def start_new_ledger(self) -> str:
        """Set a damaged record aside where there is no backup; the name that it has now."""
        return self._replace(lambda care, close: care.start_new_ledger(close))

    def support_bundle(self, folder: Path) -> Path:
        """Write the support bundle into a folder; its path."""
        from desktop_app.diagnostics.support_bundle import BundleRequest, save_bundle

        with suppress(VaultError):
            for environment in (Environment.TEST, Environment.LIVE):
                # Seen once, a token is known to the redactor.
                self.vault().token(environment)
        data, environment = self._outside.data_folder, self._environment
        ledger, at = ledger_path(data, environment), self._outside.clock.now()
        subject = BundleRequest(self._settings, data, ledger, self._care(environment).shelf, at)
        return save_bundle(folder, subject, self._redactor)

    def _care(self, environment: Environment) -> LedgerMaintenance:
        with self._lock:
            if environment not in self._cares:
                from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance

                ledger = ledger_path(self._outside.data_folder, environment)
                kept = environment is not Environment.PRACTICE
                self._cares[environment] = LedgerMaintenance(
                    ledger, self._outside.clock, backups_enabled=kept
                )
            return self._cares[environment]

    def _replace(self, act: Callable[[LedgerMaintenance, Callable[[], object]], str]) -> str:
        """Nobody opens the record while another file is put in its place."""
        with self._lock:
            environment = self._environment
            aside = act(self._care(environment), lambda: self._close(environment))
            self._open(environment)
            return aside

    def _close(self, environment: Environment) -> None:
        opened = self._opened.pop(environment, None)
        if opened is not None:
            opened.close()
