"""The environments of the program: what belongs to each is opened when it is first needed.

Heavy modules (SQLAlchemy, httpx) are imported inside the methods, so that the window is painted
before they load. Every method may wait: call it from a worker only.
"""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app.core.environment import STANDARD, Connection, Environment
from desktop_app.core.errors import BhuktaniError, LedgerError, Problem, ServiceError
from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.shop import NO_TILL
from desktop_app.data_folder import ledger_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from desktop_app.application.connections import ConnectionMaker
    from desktop_app.core.audit import BrokenLink
    from desktop_app.core.clock import Clock
    from desktop_app.core.customer_book import CustomerLedger
    from desktop_app.core.journal import Journal
    from desktop_app.core.old_lists.ports import ListTaker
    from desktop_app.core.on_account import OnAccountLedger
    from desktop_app.core.operators import PeopleRecord
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.progress import Sending
    from desktop_app.core.payments.unwritten import Unwritten
    from desktop_app.core.pin_reset import PinSetAnew
    from desktop_app.core.settings import SaltedStore, Settings
    from desktop_app.core.shifts.credit_ports import CreditLedger
    from desktop_app.core.shifts.ports import ShiftLedger
    from desktop_app.core.shop import Till
    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance
    from desktop_app.service.client import HttpService
    from desktop_app.service.registry import HttpServiceRegistry

log = logging.getLogger(__name__)


class OpenEnvironment:
    """The parts of an environment whose record is open: ledger, connections and desk."""

    def __init__(
        self, ledger: SqliteLedger, connections: HttpServiceRegistry, desk: PaymentDesk
    ) -> None:
        self.ledger = ledger
        self.connections = connections
        self.desk = desk
        # Before anything else is done with this ledger (rule 5).
        desk.recover()

    def close(self) -> None:
        """Write what could not be written so far, and close file and connections."""
        try:
            # The last chance where the program ends, or another file is put in this one's place.
            self.desk.write_left()
        except LedgerError as error:
            log.error("what happened earlier is not recorded in the file that is closed: %s", error)
        self.connections.close()
        self.ledger.close()


class Environments:
    """Opens environments, one lock each: a slow one never holds up another.

    Whoever acts names the environment: numbers of payments count anew in each, and another one may
    have been chosen since a button was pressed.
    """

    def __init__(
        self,
        data_folder: Path,
        clock: Clock,
        store: SaltedStore,
        settings: Settings,
        connections: ConnectionMaker,
        sending: Sending,
    ) -> None:
        self._data_folder = data_folder
        self._clock = clock
        self._store = store
        self._settings = settings
        self._connections = connections
        self._sending = sending
        self._locks = {environment: threading.RLock() for environment in Environment}
        self._saving = threading.Lock()
        self._opened: dict[Environment, OpenEnvironment] = {}
        self._unwritten: dict[Environment, Unwritten] = {}
        self._maintenance: dict[Environment, LedgerMaintenance] = {}

    def desk(self, environment: Environment) -> PaymentDesk:
        """The desk of an environment; it recovers first."""
        return self._open(environment).desk

    def ledger(self, environment: Environment) -> Ledger:
        """The ledger of an environment."""
        return self._open(environment).ledger

    def shifts(self, environment: Environment) -> ShiftLedger:
        """The shifts of an environment, which lie in its ledger."""
        return self._open(environment).ledger.shifts_of(environment)

    def on_account(self, environment: Environment) -> OnAccountLedger:
        """The customers who owe in an environment, who lie in its ledger."""
        return self._open(environment).ledger.on_account_of(environment)

    def customers(self, environment: Environment) -> CustomerLedger:
        """The shop's book of customers in an environment, which lies in its ledger."""
        return self._open(environment).ledger.customers_of(environment)

    def old_lists(self, environment: Environment) -> ListTaker:
        """What takes customers of older lists into an environment's ledger."""
        return self._open(environment).ledger.old_lists()

    def credit(self, environment: Environment) -> CreditLedger:
        """The notes on an environment's credit, which lie in its ledger."""
        return self._open(environment).ledger.credit_of(environment)

    def service(self, environment: Environment) -> HttpService:
        """The connection to the service; raises ``ServiceError`` while it has no token."""
        service = self._open(environment).connections.current()
        if service is None:
            raise ServiceError(Problem.NO_TOKEN)
        return service

    def journal(self, environment: Environment) -> Journal:
        """The journal of an environment, which lies in its ledger."""
        return self._open(environment).ledger.journal_of(environment)

    def broken_link(self, environment: Environment, *, pause: float = 0) -> BrokenLink | None:
        """Compare the audit chain of an environment with its record, which takes a while.

        With `pause` it rests for so many seconds again and again.
        """
        return self._open(environment).ledger.check_chain(pause=pause)

    def people_record(self) -> PeopleRecord:
        """The people of the shop: they lie in the record of LIVE, for all environments."""
        return self._open(Environment.LIVE).ledger.people

    def pins_set_anew(self, since: datetime | None) -> tuple[PinSetAnew, ...]:
        """When an owner's PIN was set anew since then, oldest first; None for ever.

        Raises nothing: where it cannot be read, the day is closed all the same.
        """
        if not ledger_path(self._data_folder, Environment.LIVE).exists():
            return ()
        try:
            return self.people_record().pins_set_anew(since or datetime.min.replace(tzinfo=UTC))
        except BhuktaniError as error:
            log.error("a report lacks whose PIN was set anew: %s", error)
            return ()

    def save(self, settings: Settings, by: Till = NO_TILL) -> None:
        """Store the settings; an environment that was open for another base URL is closed.

        The journal tells which of the owner's settings were changed, and who did it.
        """
        with self._saving:
            self._store.save(settings)
            changed, self._settings = settings.changed_names(self._settings), settings
        for environment in Environment:
            with self._locks[environment]:
                opened = self._opened.get(environment)
                if opened is not None and opened.connections.chosen != self.connection(environment):
                    self._close(environment)
        if changed:
            self.note(JournalKind.SETTINGS_CHANGED, by, {"names": ", ".join(changed)})

    def note(self, kind: JournalKind, by: Till, content: Mapping[str, str]) -> None:
        """Tell the journal of the shop, which lies in the record of LIVE, else in the one in use.

        No record is made for it. What was done stays done where it cannot be told.
        """
        chosen = self._settings.environment or Environment.PRACTICE
        both = (Environment.LIVE, chosen)
        environment = next((e for e in both if ledger_path(self._data_folder, e).exists()), None)
        if environment is None:
            return
        entry = JournalEntry(kind, self._clock.now(), content=content).by(by)
        try:
            self.journal(environment).note(entry)
        except BhuktaniError as error:
            log.error("the journal lacks %s: %s", kind.value, error)

    def check_next(self) -> tuple[Payment, ...]:
        """Make one due look-up of a waiting payment, in whatever environment it was sent."""
        for environment in self.with_records():
            try:
                checked = self.desk(environment).check_next()
            except BhuktaniError as error:
                # A broken record or a locked keyring of one must not stop the others.
                log.warning("nothing is followed up in %s: %s", environment.value, error)
                continue
            if checked:
                return checked
        return ()

    def with_records(self) -> list[Environment]:
        """Environments that have a record, the chosen one first: money waits in any of them."""
        chosen = self._settings.environment or Environment.PRACTICE
        others = (e for e in Environment if ledger_path(self._data_folder, e).exists())
        return list(dict.fromkeys((chosen, *others)))

    def connection(self, environment: Environment) -> Connection:
        """The base URL that payments of an environment are sent to."""
        pinned = self._connections.pinned
        if pinned is not None and pinned.environment is environment:
            return pinned
        settings = self._settings
        own = {Environment.TEST: settings.test_url, Environment.LIVE: settings.live_url}
        url = own.get(environment) or STANDARD[environment].base_url
        return Connection(environment, url)

    def maintenance(self, environment: Environment) -> LedgerMaintenance:
        """The care of an environment's file; the file need not be open."""
        with self._locks[environment]:
            if environment not in self._maintenance:
                from desktop_app.ledger.sqlite.maintenance import LedgerMaintenance

                self._maintenance[environment] = LedgerMaintenance(
                    ledger_path(self._data_folder, environment),
                    self._clock,
                    backups_enabled=environment is not Environment.PRACTICE,
                )
            return self._maintenance[environment]

    @contextmanager
    def replacing(self, environment: Environment) -> Iterator[Callable[[], None]]:
        """Keep everyone out while another file is put in the record's place, then open that.

        Gives what closes the record, to be called when the new file is sure to be sound.
        """
        with self._locks[environment]:
            yield lambda: self._close(environment)
            self._open(environment)

    def close(self) -> None:
        """Close all files and connections."""
        for environment in Environment:
            with self._locks[environment]:
                self._close(environment)

    def _open(self, environment: Environment) -> OpenEnvironment:
        with self._locks[environment]:
            opened = self._opened.get(environment)
            if opened is None:
                opened = self._opened[environment] = self._opened_anew(environment)
            return opened

    def _opened_anew(self, environment: Environment) -> OpenEnvironment:
        from desktop_app.core.payments.desk import PaymentDesk
        from desktop_app.core.payments.unwritten import Unwritten
        from desktop_app.formatting.numbers import receipt_series
        from desktop_app.ledger.sqlite.ledger import open_ledger

        self.maintenance(environment).repair_before_open()
        ledger = open_ledger(ledger_path(self._data_folder, environment), series_of=receipt_series)
        try:
            salt = ledger.token_salt(self._store.salt)
            connections = self._connections.make(self.connection(environment), salt)
            unwritten = self._unwritten.setdefault(environment, Unwritten())
            desk = PaymentDesk(connections, ledger, self._clock, self._sending, unwritten)
            return OpenEnvironment(ledger, connections, desk)
        except BaseException:
            # A damaged file that stays open could not be set aside on Windows.
            ledger.close()
            raise

    def _close(self, environment: Environment) -> None:
        opened = self._opened.pop(environment, None)
        if opened is not None:
            opened.close()
