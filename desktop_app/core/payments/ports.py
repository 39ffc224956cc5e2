"""Ports of payments: the service and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.billing.forms import NO_VALUES, Values
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.search import SearchOrder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account
    from desktop_app.core.billing.dialogue import Call
    from desktop_app.core.customers import AccountFilter, KnownAccount
    from desktop_app.core.environment import Connection, Environment
    from desktop_app.core.journal import JournalEntry
    from desktop_app.core.payments.exported import ExportedPayment
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import Event, Payment, PaymentOrder, PaymentUpdate
    from desktop_app.core.payments.response import ServiceResponse
    from desktop_app.core.payments.search import FoundPage, FoundTotals, PaymentFilter, Position


class Service(Protocol):
    """A connection to the service: its base URL with its token. No call raises."""

    @property
    def connection(self) -> Connection:
        """The environment and base URL of the calls."""

    @property
    def connection_id(self) -> str:
        """A name of the token, from which the token cannot be found."""

    def read(self, call: Call, reference: str | None) -> ServiceResponse:
        """A call that moves no money."""

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        """The call that pays. Sent at most once, never repeated, never redirected."""

    def lookup(self, reference: str) -> ServiceResponse:
        """The state of one payment."""

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        """The states of several payments, in ``detail``."""

    def balance(self) -> ServiceResponse:
        """The shop's credit, in ``credits_available``."""


class ServiceRegistry(Protocol):
    """Finds the connection that a payment was, or is to be, sent with."""

    def current(self) -> Service | None:
        """The chosen connection; None while it has no token."""

    def for_payment(self, payment: Payment) -> Service | None:
        """The connection the payment was sent with; None while its token is not there."""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Counts and sums of a day's payments; ``waiting`` and ``to_return`` are of all days.

    ``came_back_count``, of all days too, is what the service took back and nobody has settled, with
    what is in doubt. ``returned`` is cash given back on the day for payments of earlier days:
    ``cash_in``, what is in the drawer for bills of the day, is not lessened by it.
    """

    paid_count: int
    paid_total: Money
    waiting_count: int
    waiting_total: Money
    to_return_count: int
    to_return_total: Money
    cash_in: Money
    first_at: datetime | None
    returned_count: int = 0
    returned_total: Money = ZERO
    came_back_count: int = 0


class AccountBook(Protocol):
    """The accounts that were looked up, for suggestions and the list of customers.

    Every method raises ``LedgerError`` when it cannot be done.
    """

    def remember(
        self, account: Account, customer: AccountKey, at: datetime, entry: Values = NO_VALUES
    ) -> None:
        """Keep what a look-up said, for suggestions: one row a customer.

        ``entry`` is what the clerk entered, without amounts.
        """

    def known(
        self,
        environment: Environment,
        wanted: AccountFilter | None = None,
        *,
        most: int | None = None,
    ) -> tuple[KnownAccount, ...]:
        """Accounts looked up before, newest first; ``most`` of those that are wanted, or all.

        ``environment`` is the ledger's own, as each has its own file.
        """

    def named(
        self, environment: Environment, company: str, names: Collection[str]
    ) -> tuple[KnownAccount, ...]:
        """A company's accounts that have one of these names, as their key or as it was typed."""

    def count(self, wanted: AccountFilter) -> int:
        """Count the accounts that ``known`` gives without a limit."""


class PaymentHistory(Protocol):
    """The payments of days and years: lists, searches and sums, in which nothing is changed.

    Every method raises ``LedgerError`` when it cannot be done.
    """

    def between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments recorded in that span, newest first."""

    def within(self, spans: Sequence[tuple[datetime, datetime]]) -> tuple[Payment, ...]:
        """Payments recorded in any of some spans, newest first."""

    def listed(self, since: datetime, until: datetime) -> tuple[ListedPayment, ...]:
        """The listed part of the payments recorded in that span, newest first."""

    def returned_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments whose cash was given back in that span, oldest first."""

    def find(
        self,
        wanted: PaymentFilter,
        *,
        order: SearchOrder = SearchOrder.NEWEST_FIRST,
        after: Position | None = None,
        most: int = 200,
    ) -> FoundPage:
        """Find payments of all years, page by page: ``after`` is where the page before ended."""

    def exported(
        self, wanted: PaymentFilter, *, after: int, most: int
    ) -> tuple[ExportedPayment, ...]:
        """The exported part of the payments that are found after a number, oldest first."""

    def operators(self) -> tuple[str, ...]:
        """The names of all who took cash, in their order; it reads the whole record."""

    def totals(self, wanted: PaymentFilter) -> FoundTotals:
        """Count and sum the payments that ``find`` finds, on all its pages."""

    def day(self, since: datetime, until: datetime) -> DayFigures:
        """Figures of the payments in that span."""

    def uses(self, since: datetime) -> dict[str, int]:
        """Count the payments that were recorded since then, by provider."""


class SweepRecord(Protocol):
    """The evenings on which the paid payments were asked for again, and whom to ask for.

    Every method raises ``LedgerError`` when it cannot be done.
    """

    def may_come_back(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments that became PAID in that span and were not taken back, oldest first."""

    def last(self) -> datetime | None:
        """When the paid payments were last asked for in an evening; None if never."""

    def note(self, environment: Environment, entry: JournalEntry) -> None:
        """Write into the journal that the paid payments were asked for."""


class Ledger(Protocol):
    """The record of payments. Every method raises ``LedgerError`` when it cannot be done."""

    @property
    def accounts(self) -> AccountBook:
        """The accounts that were looked up."""

    @property
    def history(self) -> PaymentHistory:
        """The payments of days and years."""

    @property
    def sweeps(self) -> SweepRecord:
        """The evenings on which the paid payments were asked for."""

    def add(self, order: PaymentOrder, event: Event) -> Payment:
        """Write a new payment with its first event, on disk before this returns.

        Raises:
            AlreadyOpen: another one is open for the same offer (rule 7).
        """

    def append(self, number: int, event: Event, *, update: PaymentUpdate | None = None) -> Payment:
        """Add one event, and move the state if the event says so, in one transaction.

        A step that the table does not name is refused with ``Problem.ILLEGAL_STEP``.
        """

    def payment(self, number: int) -> Payment | None:
        """Return the payment with this number."""

    def events(self, number: int) -> tuple[Event, ...]:
        """Its history, oldest first."""

    def events_of_open(self) -> Mapping[int, tuple[Event, ...]]:
        """The history of each open payment, by number, oldest first."""

    def open_payments(self, *, counter: str | None = None) -> tuple[Payment, ...]:
        """Recorded, sending, waiting and review, oldest first; of one counter or of all."""

    def cash_to_return(self) -> tuple[Payment, ...]:
        """Not paid, with cash not given back yet, oldest first."""

    def came_back(self) -> tuple[Payment, ...]:
        """PAID ones that the service took back and that leave a duty, and those in doubt; oldest
        first.
        """

    def open_for(self, order: PaymentOrder) -> Payment | None:
        """The open payment for the same customer and offer."""

    def paid_since(self, customer: AccountKey, since: datetime) -> tuple[Payment, ...]:
        """Return the customer's payments that became PAID since then, newest first."""
