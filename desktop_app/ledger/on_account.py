"""On account within one transaction: what a bill makes a customer owe, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.on_account import EntryKind, OnAccountCustomer, OnAccountEntry
from desktop_app.core.shop import Till
from desktop_app.core.tenders import TenderKind, may_pay
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.schema import customers, on_account_entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Row

    from desktop_app.core.payments.payment import Event, Payment, PaymentOrder
    from desktop_app.core.shifts.shift import Shift
    from desktop_app.ledger.chain import Chain

_E = on_account_entries


def check_tenders(connection: sa.Connection, order: PaymentOrder) -> None:
    """Refuse tenders that do not pay the bill, or let a customer owe what nobody allowed.

    Raises:
        LedgerError: ``TENDERS_DIFFER``; ``OVER_LIMIT`` where the owner's limit is passed, or none
            is set, and the tender names nobody who allowed it.
    """
    if not order.other_tenders:
        return
    if not may_pay(order.other_tenders, order.cash_due):
        raise LedgerError(Problem.TENDERS_DIFFER)
    for tender in order.other_tenders:
        if tender.customer is None:
            continue
        known = find_customer(connection, tender.customer)
        # What is paid again with this one is owed once.
        replaced = sa.select(sa.func.sum(_E.c.amount)).where(
            _E.c.payment == order.instead_of, _E.c.customer == known.id
        )
        more = tender.amount - (connection.scalar(replaced) or ZERO)
        if not (tender.allowed_by or known.allows(more)):
            raise LedgerError(Problem.OVER_LIMIT, customer=known.name)


def owe(chain: Chain, shift: Shift, number: int, order: PaymentOrder, at: datetime) -> None:
    """Write that a customer owes what of a new payment is on account."""
    rows = [
        entry_values(shift, order.till, at, one.customer, one.amount, one.allowed_by)
        | {"payment": number}
        for one in order.other_tenders
        if one.kind is TenderKind.ON_ACCOUNT and one.customer is not None
    ]
    if rows:
        chain.insert(Source.ON_ACCOUNT, rows)


def owe_no_more(chain: Chain, payment: Payment, event: Event) -> None:
    """Write that what was owed for a payment is owed no more: its bill is not paid.

    No drawer has part in it, so that it is in no shift.
    """
    if not payment.order.on_account:
        return
    query = (
        sa.select(_E.c.customer, sa.func.sum(_E.c.amount).label("owed"))
        .where(_E.c.payment == payment.number)
        .group_by(_E.c.customer)
    )
    by = Till(event.counter, operator=event.operator, operator_id=event.operator_id)
    rows = [
        entry_values(None, by, event.at, row.customer, -row.owed) | {"payment": payment.number}
        for row in chain.connection.execute(query)
        if row.owed
    ]
    if rows:
        chain.insert(Source.ON_ACCOUNT, rows)


def entry_values(
    shift: Shift | None, till: Till, at: datetime, customer: int, amount: Money, note: str = ""
) -> dict[str, object]:
    """The columns of a new entry."""
    return {
        "customer": customer,
        "at": at,
        "amount": amount,
        "payment": None,
        "movement": None,
        "shift": None if shift is None else shift.number,
        "operator": till.operator,
        "operator_id": till.operator_id,
        "note": note,
    }


def find_customer(connection: sa.Connection, customer: int) -> OnAccountCustomer:
    """The customer with that id (primary key), with what is owed (on_account_by_customer)."""
    row = connection.execute(sa.select(customers).where(customers.c.id == customer)).first()
    if row is None:
        raise LedgerError(Problem.ILLEGAL_STEP, cause="no such customer")
    owed = sa.select(sa.func.sum(_E.c.amount)).where(_E.c.customer == customer)
    return customer_of(row, connection.scalar(owed) or ZERO)


def customer_of(
    row: Row[Any], owed: Money = ZERO, since: datetime | None = None
) -> OnAccountCustomer:
    """The customer of a row."""
    return OnAccountCustomer(row.id, row.name, row.phone, row.on_account_limit, owed, since)


def entries_of(rows: Sequence[Row[Any]]) -> tuple[OnAccountEntry, ...]:
    """The entries of rows."""
    return tuple(
        OnAccountEntry(
            row.id, _kind_of(row), row.at, row.amount, row.payment, row.operator, row.note
        )
        for row in rows
    )


def _kind_of(row: Row[Any]) -> EntryKind:
    if row.payment is not None:
        return EntryKind.BILL if row.amount > ZERO else EntryKind.CANCELLED
    return EntryKind.SETTLED_BY_WALLET if row.movement is None else EntryKind.SETTLED_IN_CASH
