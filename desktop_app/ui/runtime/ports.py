"""Ports of the use cases for the window. Every method may wait: call it from a worker only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from desktop_app.application.old_lists import RejectedFile
    from desktop_app.core.audit import FoundBreak
    from desktop_app.core.backups import BackupMade, BackupOverview, DueBackups
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customer_book import (
        CustomerCard,
        CustomerLine,
        LineFilter,
        LinePage,
        LinePlace,
    )
    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalKind
    from desktop_app.core.lessons import PracticeCustomer
    from desktop_app.core.money import Money
    from desktop_app.core.old_lists.taking import Choice, Plan
    from desktop_app.core.old_lists.text import OldList
    from desktop_app.core.on_account import OnAccountCustomer, OnAccountEntry, Settled, Settling
    from desktop_app.core.operators import (
        OwnerAction,
        People,
        PeopleChange,
        PinAnswer,
        Proof,
        Role,
    )
    from desktop_app.core.owing_search import OwingSearch
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.pin_reset import ResetState
    from desktop_app.core.ports import Vault
    from desktop_app.core.settings import Settings
    from desktop_app.core.shifts.commission import CommissionMonth, CommissionRate
    from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
    from desktop_app.core.shifts.credit_day import CreditDay, CreditRequest
    from desktop_app.core.shifts.drawer import DrawerOpening, DrawerState
    from desktop_app.core.shifts.movement import MovementKind
    from desktop_app.core.shifts.shift import CashCount, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.core.shop import Till
    from desktop_app.core.tenders import Tender


class EnvironmentsPort(Protocol):
    """Gives desk and ledger of each environment.

    Whoever acts on a payment names its environment: numbers count anew in each, and another one
    may have been chosen since.
    """

    def desk(self, environment: Environment) -> PaymentDesk:
        """The desk of an environment; it recovers first."""

    def ledger(self, environment: Environment) -> Ledger:
        """Return the ledger of an environment."""

    def with_records(self) -> list[Environment]:
        """List the environments that have a record, the chosen one first."""

    def save(self, settings: Settings, by: Till) -> None:
        """Store the settings, act on them, and tell the journal what of the owner's is changed."""

    def note(self, kind: JournalKind, by: Till, content: Mapping[str, str]) -> None:
        """Tell the journal of the shop; never raises, and makes no record for it."""

    def check_next(self) -> tuple[Payment, ...]:
        """Make one due look-up of a waiting payment, wherever it was sent; empty if none is due."""


class ShiftsPort(Protocol):
    """Opens, counts and closes shifts. A till names a drawer and who stands there."""

    def state(self, environment: Environment, till: Till) -> DrawerState:
        """Read the open shift of a till's drawer with its figures. Nothing is written."""

    def opening(self, environment: Environment, till: Till) -> DrawerOpening:
        """Read how the shift of a till's drawer was begun, or can be. Nothing is written."""

    def open(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Open a shift with what lies in the drawer."""

    def begin(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Open a shift; where a payment has done so meanwhile, note what lay there before it."""

    def note_float(self, environment: Environment, till: Till, counted: CashCount) -> Shift:
        """Note what lay in the drawer before the payment that opened its shift; once."""

    def move(
        self, environment: Environment, till: Till, kind: MovementKind, amount: Money, reason: str
    ) -> None:
        """Record what a clerk put in, took out, or opened the drawer for without a sale."""

    def close(
        self,
        environment: Environment,
        till: Till,
        counted: CashCount,
        expected: Money,
        reason: str = "",
        note: str = "",
    ) -> ShiftReport:
        """Close the open shift, if its cash still is what was expected; its Z report."""

    def closed(self, environment: Environment, till: Till, most: int) -> tuple[ShiftReport, ...]:
        """The last Z reports of a till's drawer, newest first."""


class CreditPort(Protocol):
    """The shop's credit at the service: readings, notes, the comparison, the request for more."""

    def keep_reading(
        self, environment: Environment, till: Till, reading: CreditNote, *, first_of_day: bool
    ) -> CreditNote | None:
        """Keep a balance that the service told; None while a payment is being sent."""

    def check(
        self, environment: Environment, day: date, latest: CreditNote | None = None
    ) -> CreditDay:
        """Compare a day's credit with the record; ``latest`` is the balance just now."""

    def lasts_until(self, environment: Environment, credit: Money) -> datetime | None:
        """When the credit will be used up today; None where it lasts, or nobody can tell."""

    def note(
        self, environment: Environment, till: Till, kind: CreditNoteKind, amount: Money, words: str
    ) -> CreditNote:
        """Note a top-up or a charge."""

    def take_back(self, environment: Environment, till: Till, wrong: CreditNote) -> CreditNote:
        """Take a wrong note of a top-up or a charge back, by a counter-note; once."""

    def commission(self, environment: Environment, since: date, until: date) -> CommissionMonth:
        """The commission that is expected for the bills of some days, and the rates."""

    def add_rate(self, environment: Environment, till: Till, rate: CommissionRate) -> None:
        """Enter a rate. A wrong one is corrected by another from the same day."""

    def request(self, environment: Environment, till: Till, amount: Money) -> CreditRequest:
        """Ask the service for more credit, once; it is noted."""


class OnAccountPort(Protocol):
    """Customers who owe: kept, limited by the owner, and settled."""

    def search(self, environment: Environment) -> OwingSearch:
        """All customers, by name, with what they owe, to be searched."""

    def name_of_debtor(self, environment: Environment, tenders: Iterable[Tender]) -> str:
        """Who owes the part of a bill that is on account; empty where none of it is."""

    def entries(self, environment: Environment, customer: int) -> tuple[OnAccountEntry, ...]:
        """The account of a customer, oldest first."""

    def add(self, environment: Environment, name: str, phone: str) -> OnAccountCustomer:
        """Keep a new customer, who has no limit yet; a known one where it is the same."""

    def set_limit(
        self,
        environment: Environment,
        till: Till,
        customer: int,
        limit: Money | None,
        by: Proof | None,
    ) -> None:
        """Set how much a customer may owe; None asks the owner each time."""

    def settle(self, environment: Environment, till: Till, settling: Settling) -> Settled:
        """Record what a customer gave for what is owed: cash goes into the open shift."""


class CustomersPort(Protocol):
    """The shop's book of customers. Every method may wait, and may raise ``LedgerError``."""

    def lines(
        self,
        environment: Environment,
        wanted: LineFilter,
        *,
        after: LinePlace | None = None,
        most: int = 100,
    ) -> LinePage:
        """Return at most so many lines of the list, behind that place."""

    def every_line(self, environment: Environment, wanted: LineFilter) -> Iterator[CustomerLine]:
        """All lines of the list, read page by page."""

    def count(self, environment: Environment, wanted: LineFilter) -> int:
        """Count the lines of the whole list."""

    def accounts_of(self, environment: Environment, card: int) -> tuple[CustomerLine, ...]:
        """The accounts of a customer, those looked up last first."""

    def like(self, environment: Environment, text: str, most: int) -> tuple[CustomerCard, ...]:
        """Customers that are found by that text, by name."""

    def save(
        self, environment: Environment, card: CustomerCard, account: AccountKey | None = None
    ) -> CustomerCard:
        """Keep a card, and give it an account; what is kept of the same customer stays."""

    def set_favourite(self, environment: Environment, card: int, *, is_favourite: bool) -> None:
        """Mark a customer, or take the mark away."""

    def release(self, environment: Environment, account: AccountKey) -> None:
        """The account belongs to nobody from now on."""

    def set_reminded(
        self, environment: Environment, account: AccountKey, *, is_reminded: bool
    ) -> None:
        """Note that the customer was told just now that the account runs out, or was not."""


class OldListsPort(Protocol):
    """Older lists of customers, tried first and taken over in parts. Every method may wait."""

    def read(self, path: Path) -> OldList:
        """Read a file; raises ``ListError`` where no row of it can be read."""

    def plan(self, environment: Environment, rows: OldList, choice: Choice) -> Plan:
        """Tell what would be taken over. Nothing is written."""

    def take(
        self,
        environment: Environment,
        rows: OldList,
        choice: Choice,
        rejected: RejectedFile,
        on_progress: Callable[[int], None],
    ) -> Plan:
        """Take it over, as far as somebody waits for it.

        Raises ``ListError`` where the rows that are not taken cannot be written.
        """


class CatalogPort(Protocol):
    """The providers, and the customers to practise with."""

    def providers(self) -> tuple[Provider, ...]:
        """Return all providers, each at the endpoint that the owner chose for it, including those
        that the service has retired.
        """

    def endpoints(self) -> Mapping[str, tuple[str, ...]]:
        """The endpoints of each brand that has more than one, its usual one first, by its slug."""

    def use_endpoints(self, chosen: Mapping[str, str]) -> None:
        """Turn brands to the endpoints that the owner chose; the others to their usual one."""

    def practice_customers(self, environment: Environment) -> tuple[PracticeCustomer, ...]:
        """Whom to practise with, in the order of the lessons; nobody outside practice."""


class TokenTesterPort(Protocol):
    """The service, asked with a token that need not be kept."""

    def balance(self, environment: Environment, token: str) -> Money:
        """The balance that the service answers for this token. Raises ``ServiceError``."""


class RecordsPort(Protocol):
    """Takes care of an environment's record."""

    def backups(self, environment: Environment) -> BackupOverview:
        """The backups, and whether the record is sound."""

    def back_up(self, environment: Environment, by: Till) -> BackupMade:
        """Make a checked backup now, and compare the record with its audit chain."""

    def back_up_if_due(self) -> DueBackups:
        """Make the day's first backup of each environment but practice, without haste."""

    def check_integrity(self, environment: Environment) -> None:
        """Look the record over; raises ``LEDGER_DAMAGED``."""

    def check_chain(self, environment: Environment, by: Till | None = None) -> FoundBreak | None:
        """Compare the audit chain with the record: for a person, or without haste."""

    def note_seen(self, found: FoundBreak, by: Till) -> None:
        """An owner has read of a break: it is not told again at each start."""

    def restore(self, environment: Environment, name: str, by: Till) -> str:
        """Put a backup in the place of the record; the name that the old file has now.

        On the money worker only: a payment under way is finished first.
        """

    def start_new_ledger(self, environment: Environment, by: Till) -> str:
        """Set a damaged record aside where there is no backup, as ``restore`` does."""


class SupportPort(Protocol):
    """Makes the bundle for support."""

    def save_bundle(self, environment: Environment, settings: Settings, folder: Path) -> Path:
        """Write a file for support into a folder: no token, no customer's name or phone."""


class OwnerResetPort(Protocol):
    """Sets an owner's forgotten PIN anew. It reads the keyring, which may ask its user."""

    def state(self, operator_id: str) -> ResetState:
        """How the PIN of that owner can be set anew now. Raises ``VaultError``."""

    def ask(self, operator_id: str) -> ResetState:
        """Begin to wait, in a shop that keeps no token of LIVE."""

    def set_anew(self, operator_id: str, token: str, pin: str) -> PinAnswer:
        """Set the PIN, if the token is the shop's, or the time of waiting is over."""


class OperatorsPort(Protocol):
    """The people at the counter. A PIN takes its time as well."""

    def people(self) -> People:
        """Everybody; nobody in a shop that has no record of LIVE yet."""

    def prove(self, operator_id: str, typed: str, action: OwnerAction | None = None) -> PinAnswer:
        """Compare a PIN; the right one gives a proof. ``action`` is what it is asked for."""

    def come(self, operator_id: str, typed: str = "", before: str = "") -> PinAnswer:
        """A person comes to the counter after ``before``; who has a PIN proves it."""

    def note_refused(self, name: str, operator_id: str, action: OwnerAction) -> None:
        """No owner's PIN was given for something that this person wanted to do."""

    def note_locked(self, name: str, operator_id: str, *, by_itself: bool) -> None:
        """The counter was locked, by a person or after minutes without use."""

    def add(self, name: str, role: Role, pin: str, by: Proof | None) -> PeopleChange:
        """Add a person; without a PIN where ``pin`` is empty."""

    def change(
        self, operator_id: str, name: str, role: Role, pin: str, by: Proof | None
    ) -> PeopleChange:
        """Give a person another name or role, and another PIN where ``pin`` is not empty."""

    def remove_pin(self, operator_id: str, by: Proof | None) -> PeopleChange:
        """Let a person come to the counter without a PIN."""

    def retire(self, operator_id: str, by: Proof | None) -> PeopleChange:
        """A person works here no more."""


class UseCasesPort(Protocol):
    """The use cases that a page may ask for. Some load when they are first asked for, by the
    window's thread only.
    """

    @property
    def environments(self) -> EnvironmentsPort: ...

    @property
    def catalog(self) -> CatalogPort: ...

    @property
    def vault(self) -> Vault: ...

    @property
    def token_tester(self) -> TokenTesterPort: ...

    @property
    def records(self) -> RecordsPort: ...

    @property
    def shifts(self) -> ShiftsPort: ...

    @property
    def on_account(self) -> OnAccountPort: ...

    @property
    def customers(self) -> CustomersPort: ...

    @property
    def old_lists(self) -> OldListsPort: ...

    @property
    def credit(self) -> CreditPort: ...

    @property
    def support(self) -> SupportPort: ...

    @property
    def owner_reset(self) -> OwnerResetPort: ...
