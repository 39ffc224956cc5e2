"""Reads payments with what they are paid with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ledger import queries
from desktop_app.ledger.rows import payment_of
from desktop_app.ledger.rows_of_shifts import tenders_of

if TYPE_CHECKING:
    import sqlalchemy as sa

    from desktop_app.core.payments.payment import Payment


def read_payment(connection: sa.Connection, number: int) -> Payment | None:
    """The payment with this number, or None."""
    return next(iter(read_payments(connection, queries.PAYMENT, which=number)), None)


def read_payments(
    connection: sa.Connection, query: sa.Executable, **values: object
) -> tuple[Payment, ...]:
    """The payments of a query with these values. Few are paid with anything but cash."""
    rows = connection.execute(query, values).all()
    split = [row.number for row in rows if row.cash_tender != row.cash_due]
    others = tenders_of(connection.execute(queries.other_tenders(split))) if split else {}
    return tuple(payment_of(row, others.get(row.number, ())) for row in rows)
