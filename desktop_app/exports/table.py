"""What an export has of each payment, whatever file it goes into.

The words are handed in: this package knows no language.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.formatting.dates import local
from desktop_app.formatting.typed_day import bs_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from desktop_app.core.payments.exported import ExportedPayment

Cell = str | int | Money | None
"""A row has its date and time beside its cells: each kind of file writes them in its own way."""


class ExportKind(StrEnum):
    """A kind of file; its value is how the name ends."""

    EXCEL = "xlsx"
    CSV = "csv"


class Column(StrEnum):
    """A column of the payments, in the order of the file; the first two hold date and time."""

    DATE = "date"
    TIME = "time"
    DATE_BS = "date_bs"
    NUMBER = "number"
    RECEIPT = "receipt"
    STATE = "state"
    COMPANY = "company"
    ACCOUNT = "account"
    CUSTOMER = "customer"
    PHONE = "phone"
    OFFER = "offer"
    AMOUNT = "amount"
    CHARGE = "charge"
    ROUNDING = "rounding"
    TO_PAY = "to_pay"
    CASH = "cash"
    WALLET = "wallet"
    ON_ACCOUNT = "on_account"
    DEBTOR = "debtor"
    CASH_RETURNED = "cash_returned"
    OPERATOR = "operator"
    TRANSACTION_ID = "transaction_id"
    REFERENCE = "reference"


AMOUNTS = (
    Column.AMOUNT,
    Column.CHARGE,
    Column.ROUNDING,
    Column.TO_PAY,
    Column.CASH,
    Column.WALLET,
    Column.ON_ACCOUNT,
    Column.CASH_RETURNED,
)
"""The columns that are summed."""


class DayColumn(StrEnum):
    """A column of the totals of each day."""

    DATE = "date"
    DATE_BS = "date_bs"
    PAID = "paid"
    PAID_AMOUNT = "paid_amount"
    CHARGES = "charges"
    WAITING = "waiting"
    WAITING_AMOUNT = "waiting_amount"
    NOT_PAID = "not_paid"


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The words of an export in one language.

    ``payments`` and ``days`` name the two sheets, ``total_paid`` and ``total_all`` stand before the
    sums, and ``description`` says above them what was asked for.
    """

    columns: Mapping[Column, str]
    day_columns: Mapping[DayColumn, str]
    states: Mapping[PaymentState, str]
    payments: str
    days: str
    total_paid: str
    total_all: str
    description: str


@dataclass(frozen=True, slots=True)
class Row:
    """One payment: its moment in the shop's time, and a cell for each column after those two."""

    at: datetime
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class DayTotals:
    """The sums of the payments that were recorded on one day."""

    paid: int = 0
    paid_amount: Money = ZERO
    charges: Money = ZERO
    waiting: int = 0
    waiting_amount: Money = ZERO
    not_paid: int = 0

    @property
    def cells(self) -> tuple[Cell, ...]:
        """A cell for each column after the two dates."""
        return (
            self.paid,
            self.paid_amount,
            self.charges,
            self.waiting,
            self.waiting_amount,
            self.not_paid,
        )


@dataclass(slots=True)
class Totals:
    """The sums of the rows so far: of each column of amounts, PAID and all, and of each day."""

    rows: int = 0
    paid: dict[Column, Money] = field(default_factory=lambda: dict.fromkeys(AMOUNTS, ZERO))
    all: dict[Column, Money] = field(default_factory=lambda: dict.fromkeys(AMOUNTS, ZERO))
    days: dict[date, DayTotals] = field(default_factory=lambda: defaultdict(DayTotals))

    def add(self, payment: ExportedPayment, row: Row) -> None:
        """Count one payment."""
        self.rows += 1
        is_paid = payment.state is PaymentState.PAID
        for column, place in _AMOUNT_CELLS:
            amount = row.cells[place]
            if isinstance(amount, Money) and amount:
                self.all[column] += amount
                if is_paid:
                    self.paid[column] += amount
        day = self.days[row.at.date()]
        match payment.state:
            case PaymentState.PAID:
                day.paid += 1
                day.paid_amount += payment.amount
                day.charges += payment.charge
            case PaymentState.NOT_PAID:
                day.not_paid += 1
            case _:
                day.waiting += 1
                day.waiting_amount += payment.amount


class Writer(Protocol):
    """Writes the rows of an export into one kind of file."""

    def add(self, row: Row) -> None:
        """Write one payment."""

    def finish(self, totals: Totals) -> None:
        """Write the sums, and close the file."""

    def abandon(self) -> None:
        """Let the file go unfinished: it is about to be removed."""


_CELLS = tuple(Column)[2:]
"""The columns of ``Row.cells``."""
_AMOUNT_CELLS = tuple((column, _CELLS.index(column)) for column in AMOUNTS)


def row_of(payment: ExportedPayment, words: ExportWords) -> Row:
    """What the export has of one payment. Amounts are of the bill, whatever became of it."""
    at = local(payment.recorded_at)
    return Row(
        at,
        (
            bs_numbers(at.date()),
            payment.number,
            payment.receipt,
            words.states.get(payment.state, payment.state.value),
            payment.provider_name,
            payment.account_id,
            payment.customer_name,
            payment.phone,
            payment.offer_label,
            payment.amount,
            payment.charge,
            payment.rounding,
            payment.cash_due,
            payment.cash,
            payment.wallet,
            payment.on_account,
            payment.debtor,
            payment.cash_returned,
            payment.operator,
            payment.transaction_id,
            payment.reference,
        ),
    )
