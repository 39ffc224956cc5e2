"""Reads the columns of payments that a list shows, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.ledger.rows import state_in
from desktop_app.ledger.schema import IS_DOUBTED, IS_RETURNED, OWES_REVERSAL, payments

if TYPE_CHECKING:
    from collections.abc import Sequence

_CONDITIONS = {
    "is_returned": IS_RETURNED,
    "owes_reversal": OWES_REVERSAL,
    "is_doubted": IS_DOUBTED,
}
_FLAGS = ("abandoned",)


def _column(field: str) -> sa.ColumnElement[Any]:
    if field in _CONDITIONS:
        return sa.literal_column(_CONDITIONS[field].text, sa.Boolean)
    column = payments.c[field]
    return sa.type_coerce(column, sa.Boolean) if field in _FLAGS else column


LISTED = (*map(_column, ListedPayment._fields), payments.c.middle_references)
"""What is read: a column for each field, in its order, and what the state is made of as well."""


def read_listed(connection: sa.Connection, query: sa.Select[Any]) -> tuple[ListedPayment, ...]:
    """The payments of a query of ``LISTED``.

    Raises:
        LedgerError: a column does not hold what any program wrote. A state that only a newer
            program knows takes no other payment down with it.
    """
    return tuple(_listed(row) for row in connection.execute(query).all())


def _listed(row: Sequence[Any]) -> ListedPayment:
    number, reference, environment, recorded_at, state, *rest, middle_references = row
    try:
        return ListedPayment(
            number,
            reference,
            Environment(environment),
            recorded_at,
            state_in(state, middle_references),
            *rest,
        )
    except ValueError as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, number=number) from error
