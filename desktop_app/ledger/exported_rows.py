"""Reads the columns of payments that an export needs, and no others: it reads the whole record."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.accounts import charge_of
from desktop_app.core.billing.forms import EnteredFact, entered_phone
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.exported import ExportedPayment
from desktop_app.core.receipts import ReceiptNumber
from desktop_app.core.tenders import Tender, TenderKind, debtor_of, total_of
from desktop_app.ledger import queries
from desktop_app.ledger.rows import lines_of, read_as, shop_of, state_in
from desktop_app.ledger.rows_of_shifts import tenders_of
from desktop_app.ledger.schema import payments

if TYPE_CHECKING:
    import sqlalchemy as sa

_P = payments.c

EXPORTED = (
    _P.number,
    _P.cash_due,
    _P.cash_tender,
    _P.recorded_at,
    _P.state,
    _P.middle_references,
    _P.environment,
    _P.receipt,
    _P.receipt_series,
    _P.shop,
    _P.provider_name,
    _P.account_id,
    _P.customer_name,
    _P.phone,
    _P.entries,
    _P.offer_label,
    _P.amount,
    _P.lines,
    _P.cash_returned_at,
    _P.operator,
    _P.transaction_id,
    _P.reference,
)
"""The columns that are read."""


def read_exported(connection: sa.Connection, query: sa.Select[Any]) -> tuple[ExportedPayment, ...]:
    """The payments of a query of ``EXPORTED``. Few are paid with anything but cash.

    Raises:
        LedgerError: a column does not hold what any program wrote.
    """
    rows = connection.execute(query).all()
    split = [row.number for row in rows if row.cash_tender != row.cash_due]
    others = tenders_of(connection.execute(queries.other_tenders(split))) if split else {}
    owed = [number for number, beside in others.items() if debtor_of(beside) is not None]
    names = _debtors(connection, owed) if owed else {}
    return tuple(
        _exported(tuple(row), others.get(row[0], ()), names.get(row[0], "")) for row in rows
    )


def _debtors(connection: sa.Connection, numbers: list[int]) -> dict[int, str]:
    """Who owes a part of these payments, by number."""
    return {row.payment: row.name for row in connection.execute(queries.debtors(numbers))}


def _exported(row: tuple[Any, ...], others: tuple[Tender, ...], debtor: str) -> ExportedPayment:
    (
        number, cash_due, _cash, recorded_at, state, middle_references, environment,
        receipt, series, shop, provider_name, account_id, customer_name, phone, entries,
        offer_label, amount, lines, cash_returned_at, operator, transaction_id, reference,
    ) = row  # fmt: skip
    cash = cash_due - total_of(others) if others else cash_due
    try:
        return ExportedPayment(
            number,
            recorded_at,
            state_in(state, middle_references),
            "" if receipt is None else _receipt(series, receipt, shop, environment),
            provider_name,
            account_id,
            customer_name,
            phone or _entered_phone(entries),
            offer_label,
            amount,
            _charge(lines),
            cash_due,
            cash,
            _part(others, TenderKind.WALLET),
            _part(others, TenderKind.ON_ACCOUNT),
            debtor,
            ZERO if cash_returned_at is None else cash,
            operator,
            transaction_id or "",
            reference,
        )
    except (ValueError, TypeError) as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, number=number) from error


def _receipt(series: str, number: int, shop: str, environment: str) -> str:
    prefix = shop_of(shop).receipt_prefix
    return ReceiptNumber(series, number, prefix, Environment(environment)).text


def _part(others: tuple[Tender, ...], kind: TenderKind) -> Money:
    return total_of(one for one in others if one.kind is kind) if others else ZERO


# Few different ones stand in a shop's record.
@lru_cache(maxsize=1024)
def _charge(lines: str) -> Money:
    return charge_of(lines_of(lines) or ())


@lru_cache(maxsize=1024)
def _entered_phone(entries: str) -> str:
    return entered_phone(read_as(tuple[EnteredFact, ...], entries) or ())
