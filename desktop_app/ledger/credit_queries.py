"""The queries on the shop's credit. Each names the index that it lives on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.credit import CreditNoteKind
from desktop_app.ledger.schema import IS_OPEN, commission_rates, credit_notes, payments

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment

_Query = sa.Select[*tuple[Any, ...]]
_P = payments.c
_N = credit_notes.c

_WAITED_AT_MOST = timedelta(days=31)
"""What was recorded longer before, and has ended, moves no credit any more."""


def notes(environment: Environment, since: datetime, until: datetime) -> _Query:
    """Notes from ``since`` to just before ``until``, oldest first (credit_notes_by_time)."""
    return (
        sa.select(credit_notes)
        .where(_N.environment == environment, _N.at >= since, _N.at < until)
        .order_by(_N.at, _N.id)
    )


def last_reading(environment: Environment, until: datetime) -> _Query:
    """Select the last reading up to a moment (credit_notes_by_time)."""
    return (
        sa.select(credit_notes)
        .where(
            _N.environment == environment,
            _N.kind == CreditNoteKind.READING.value,
            _N.at <= until,
        )
        .order_by(_N.at.desc(), _N.id.desc())
        .limit(1)
    )


def moved_between(environment: Environment, since: datetime, until: datetime) -> _Query:
    """Payments sent, ended or reversed in a span, or open still.

    (payments_by_time, payments_one_open).
    """
    moved = sa.or_(
        *(moment.between(since, until) for moment in (_P.sent_at, _P.changed_at, _P.reversed_at))
    )
    of_month = (_P.recorded_at >= since - _WAITED_AT_MOST, _P.recorded_at <= until)
    numbers = (
        sa.select(_P.number)
        .where(*of_month, moved)
        .union(sa.select(_P.number).where(IS_OPEN, _P.recorded_at <= until))
    )
    return (
        sa.select(payments)
        .where(_P.number.in_(numbers), _P.environment == environment)
        .order_by(_P.number)
    )


def paid_between(environment: Environment, since: datetime, until: datetime) -> _Query:
    """Payments that became PAID in a span, oldest first (payments_by_time)."""
    return (
        sa.select(payments)
        .where(
            _P.recorded_at >= since - _WAITED_AT_MOST,
            _P.recorded_at < until,
            _P.environment == environment,
            _P.state == PaymentState.PAID.value,
            _P.changed_at >= since,
            _P.changed_at < until,
        )
        .order_by(_P.number)
    )


def rates() -> _Query:
    """Select the commission rates, in the order of their entry (primary key)."""
    return sa.select(commission_rates).order_by(commission_rates.c.id)
