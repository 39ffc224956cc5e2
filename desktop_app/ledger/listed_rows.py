"""Reads the columns of payments that a list shows, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.listed import ListedPayment
from desktop_app.ledger.rows import state_in
from desktop_app.ledger.schema import IS_DOUBTED, IS_RETURNED, OWES_REVERSAL, payments

if TYPE_CHECKING:
    import sqlalchemy as sa

_P = payments.c

LISTED = (
    _P.number,
    _P.reference,
    _P.environment,
    _P.recorded_at,
    _P.state,
    _P.middle_references,
    _P.provider,
    _P.provider_name,
    _P.account_id,
    _P.customer_name,
    _P.amount,
    _P.operator,
    _P.receipt,
    _P.abandoned,
    IS_RETURNED,
    OWES_REVERSAL,
    IS_DOUBTED,
)
"""The columns that are read."""


def read_listed(connection: sa.Connection, query: sa.Select[Any]) -> tuple[ListedPayment, ...]:
    """The payments of a query of ``LISTED``.

    Raises:
        LedgerError: a column does not hold what any program wrote. A state that only a newer
            program knows takes no other payment down with it.
    """
    return tuple(_listed(tuple(row)) for row in connection.execute(query).all())


def _listed(row: tuple[Any, ...]) -> ListedPayment:
    (
        number, reference, environment, recorded_at, state, middle_references, provider,
        provider_name, account_id, customer_name, amount, operator, receipt, abandoned,
        is_returned, owes_reversal, is_doubted,
    ) = row  # fmt: skip
    try:
        return ListedPayment(
            number,
            reference,
            Environment(environment),
            recorded_at,
            state_in(state, middle_references),
            provider,
            provider_name,
            account_id,
            customer_name,
            amount,
            operator,
            receipt,
            bool(abandoned),
            bool(is_returned),
            bool(owes_reversal),
            bool(is_doubted),
        )
    except ValueError as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, number=number) from error
