"""What the core needs from outside: Protocols that service, ledger and vault fulfil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop_app.core.account_key import AccountKey
from desktop_app.core.accounts import Account
from desktop_app.core.answer import Answer
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payment import Event, Payment, PaymentOrder
from desktop_app.core.provider import Call


class Clock(Protocol):
    """The time of day, and a clock that no one can set back."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""

    def start_of_day(self) -> datetime:
        """Midnight at the shop (Kathmandu) that began today, aware."""

    def monotonic(self) -> float:
        """Seconds of a clock that only moves forward."""


class Service(Protocol):
    """One connection to the service: its base URL with its token. No call raises."""

    @property
    def connection(self) -> Connection:
        """The environment and base URL of the calls."""

    @property
    def connection_id(self) -> str:
        """A name of the token, from which the token cannot be found."""

    def read(self, call: Call, reference: str | None) -> Answer:
        """A call that moves no money."""

    def commit(self, call: Call, reference: str) -> Answer:
        """The call that pays. Sent at most once, never repeated, never redirected."""

    def lookup(self, reference: str) -> Answer:
        """The state of one payment."""

    def lookup_many(self, references: Sequence[str]) -> Answer:
        """The states of several payments, in ``detail``."""

    def balance(self) -> Answer:
        """The shop's credit, in ``credits_available``."""


class Services(Protocol):
    """Finds the connection that a payment was, or is to be, sent with."""

    def current(self) -> Service | None:
        """The chosen connection; None while it has no token."""

    def for_payment(self, payment: Payment) -> Service | None:
        """The connection the payment was sent with; None while its token is not there."""


class Vault(Protocol):
    """Where tokens are kept, one an environment. Raises ``VaultError`` when it is locked."""

    @property
    def is_lasting(self) -> bool:
        """False where tokens are forgotten when the program ends."""

    def token(self, environment: Environment) -> str | None:
        """The token of that environment, None if there is none."""

    def keep(self, environment: Environment, token: str) -> None:
        """Store the token, in place of an older one."""

    def remove(self, environment: Environment) -> None:
        """Forget the token; no error if there is none."""


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account looked up before, with what was known then and what was paid here.

    ``provider`` is the service that it was looked up with last, ``company`` the one behind it.
    """

    provider: str
    account_id: str
    customer_name: str
    looked_up_at: datetime
    days_left: int | None = None
    branch: str = ""
    bills: int | None = None
    paid_times: int = 0
    last_paid_at: datetime | None = None
    last_amount: Money | None = None
    last_offer: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Counts and sums of a day's payments; ``waiting`` and ``to_return`` are of all days.

    ``returned`` is cash given back on the day for payments of earlier days: ``cash_in``, what is in
    the drawer for bills of the day, is not lessened by it.
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


class Ledger(Protocol):
    """The record of payments. Every method raises ``LedgerError`` when it cannot be done."""

    def add(self, order: PaymentOrder, event: Event) -> Payment:
        """Write a new payment with its first event, on disk before this returns.

        Raises:
            AlreadyOpen: another one is open for the same offer (rule 7).
        """

    def append(self, number: int, event: Event, *, note: Note | None = None) -> Payment:
        """Add one event, and move the state if the event says so, in one transaction.

        A step that the table does not name is refused with ``Problem.ILLEGAL_STEP``.
        """

    def payment(self, number: int) -> Payment | None:
        """One payment."""

    def events(self, number: int) -> tuple[Event, ...]:
        """Its history, oldest first."""

    def open_payments(self) -> tuple[Payment, ...]:
        """Recorded, sending, waiting and review, oldest first."""

    def cash_to_return(self) -> tuple[Payment, ...]:
        """Not paid, with cash not given back yet, oldest first."""

    def open_for(self, order: PaymentOrder) -> Payment | None:
        """The open payment for the same customer and offer."""

    def paid_since(self, customer: AccountKey, since: datetime) -> tuple[Payment, ...]:
        """What became PAID for a customer since then, newest first."""

    def remember(self, account: Account, customer: AccountKey, at: datetime) -> None:
        """Keep what a look-up said, for suggestions: one entry a customer."""

    def known_accounts(self, company: str | None = None) -> tuple[KnownAccount, ...]:
        """Accounts looked up before, newest first; of one company or of all."""

    def between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments recorded in that span, newest first."""

    def day(self, since: datetime, until: datetime) -> DayFigures:
        """Figures of the payments in that span."""

    def returned_between(self, since: datetime, until: datetime) -> tuple[Payment, ...]:
        """Payments whose cash was given back in that span, oldest first."""

    def uses(self, since: datetime) -> dict[str, int]:
        """How many payments were made by provider since then."""


@dataclass(frozen=True, slots=True)
class Note:
    """What an event says about the payment besides its state; None leaves a field as it is."""

    sent_at: datetime | None = None
    transaction_id: str | None = None
    reason: str | None = None
    reason_code: str | None = None
    phone: str | None = None
    cash_returned_at: datetime | None = None
    printed: bool = False
    unprinted: bool = False
    acknowledged: bool = False
