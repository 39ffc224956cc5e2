"""The queries on shifts, and the figures of one. Each names the index that it lives on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.journal import JournalKind
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.core.shifts.z_report import ShiftFacts, report_of
from desktop_app.ledger import queries
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.read_payments import read_payments
from desktop_app.ledger.rows_of_shifts import movement_of
from desktop_app.ledger.schema import (
    OWES_REVERSAL,
    events,
    journal,
    links,
    movements,
    on_account_entries,
    payments,
    reports,
    shifts,
)
from desktop_app.ledger.schema.shifts import HAS_Z_NUMBER

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.shifts.movement import Movement
    from desktop_app.core.shifts.shift import Closing, Shift
    from desktop_app.core.shifts.z_report import ShiftReport
    from desktop_app.core.shop import Till

_Query = sa.Select[*tuple[Any, ...]]
_BECAME_PAID = events.c.state == PaymentState.PAID.value
_CAME_BACK = events.c.kind == EventKind.REVERSED.value
_OPENING = (
    "number", "environment", "counter", "drawer", "opened_at", "opened_by", "opened_by_id",
    "opened_how",
)  # fmt: skip


def shift(environment: Environment, number: int) -> _Query:
    """Select a shift (primary key)."""
    return sa.select(shifts).where(shifts.c.number == number, shifts.c.environment == environment)


def opened(shift: Shift) -> dict[str, object]:
    """The columns of a shift that its opening wrote."""
    return {name: getattr(shift, name) for name in _OPENING}


def next_z(environment: Environment, counter: str) -> _Query:
    """The number of the next Z report of a counter (shifts_z_number)."""
    newest = sa.func.coalesce(sa.func.max(shifts.c.z_number), 0)
    return sa.select(newest + 1).where(
        shifts.c.environment == environment, shifts.c.counter == counter, HAS_Z_NUMBER
    )


def report(environment: Environment, counter: str, z_number: int) -> _Query:
    """Select a Z report (unique key)."""
    return sa.select(reports).where(
        reports.c.environment == environment,
        reports.c.counter == counter,
        reports.c.z_number == z_number,
    )


def last_reports(environment: Environment, till: Till, most: int) -> _Query:
    """Select the Z reports of a till's drawer, newest first (unique key, shifts' primary key)."""
    return (
        sa.select(reports)
        .join(shifts, shifts.c.number == reports.c.shift)
        .where(
            reports.c.environment == environment,
            reports.c.counter == till.counter,
            shifts.c.drawer == till.drawer,
        )
        .order_by(reports.c.z_number.desc())
        .limit(most)
    )


def read_movements(connection: sa.Connection, shift: int) -> tuple[Movement, ...]:
    """What moved in a shift, oldest first (movements_by_shift)."""
    query = sa.select(movements).where(movements.c.shift == shift).order_by(movements.c.id)
    return tuple(movement_of(row) for row in connection.execute(query))


def read_figures(
    connection: sa.Connection,
    shift: Shift,
    at: datetime,
    operator: str,
    closing: Closing | None = None,
    z_number: int | None = None,
) -> ShiftReport:
    """The figures of a shift, as they are in this transaction."""
    here = (
        payments.c.environment == shift.environment,
        payments.c.counter == shift.counter,
        payments.c.drawer == shift.drawer,
    )
    owing = (
        sa.select(payments).where(*duty, *here).order_by(payments.c.number)
        for duty in (queries.owes_money(), (OWES_REVERSAL,))
    )
    open_ones = queries.open_payments(shift.counter).where(*here)
    taken = sa.select(payments).where(payments.c.shift == shift.number)
    facts = ShiftFacts(
        movements=read_movements(connection, shift.number),
        taken=read_payments(connection, taken.order_by(payments.c.number)),
        paid=read_payments(connection, _since_opening(shift, _BECAME_PAID)),
        held=tuple(p for held in (open_ones, *owing) for p in read_payments(connection, held)),
        came_back=read_payments(connection, _since_opening(shift, _CAME_BACK)),
        dues_by_wallet=tuple(-owed for owed in connection.scalars(_settled_by_wallet(shift))),
    )
    return report_of(shift, facts, at, operator, closing, z_number)


def _settled_by_wallet(shift: Shift) -> sa.Select[Money]:
    """The entries of dues that were settled without cash in a shift (on_account_by_shift)."""
    return (
        sa.select(on_account_entries.c.amount)
        .where(
            on_account_entries.c.shift == shift.number,
            on_account_entries.c.payment.is_(None),
            on_account_entries.c.movement.is_(None),
        )
        .order_by(on_account_entries.c.id)
    )


def _since_opening(shift: Shift, what: sa.ColumnElement[bool]) -> _Query:
    """Select the payments of such events in a shift that is open still, whenever they were made.

    By the chain of its counter, whose order no clock can change: all after the link that tells of
    the opening (links' primary key, journal_by_shift).
    """
    begun = (
        sa.select(links.c.position)
        .join(journal, journal.c.id == links.c.row)
        .where(
            links.c.source == Source.JOURNAL.value,
            journal.c.shift == shift.number,
            journal.c.kind == JournalKind.SHIFT_OPENED.value,
        )
        .scalar_subquery()
    )
    return (
        sa.select(payments)
        .join(events, events.c.payment == payments.c.number)
        .join(links, (links.c.row == events.c.id) & (links.c.source == Source.EVENT.value))
        .where(
            links.c.counter == shift.counter,
            links.c.position > begun,
            what,
            payments.c.environment == shift.environment,
            payments.c.drawer == shift.drawer,
        )
        .order_by(payments.c.number)
    )
