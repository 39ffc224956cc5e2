"""Rows of shifts and of what moved in them as values of the core, and back."""

from __future__ import annotations

from dataclasses import fields
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from desktop_app.core.billing.accounts import NOTHING
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.shifts.movement import Movement, MovementKind
from desktop_app.core.shifts.shift import Opening, Shift
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ledger.schema import shifts
from desktop_app.ledger.schema.column_types import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Row

    from desktop_app.core.payments.payment import PaymentOrder
    from desktop_app.core.shop import Till

_Values = dict[str, object]

# By their places in a row of all columns: asked by name, each takes ten times as long.
_OF_SHIFT = itemgetter(*(list(shifts.columns.keys()).index(one.name) for one in fields(Shift)))


def shift_values(environment: Environment, till: Till, at: datetime, opening: Opening) -> _Values:
    """The columns of a new shift, without its number."""
    return {
        "environment": environment,
        "counter": till.counter,
        "drawer": till.drawer,
        "opened_at": at,
        "opened_by": till.operator,
        "opened_by_id": till.operator_id,
        "opened_how": opening,
        "closed_by": "",
        "closed_by_id": "",
        "note": "",
    }


def shift_of(row: Row[Any]) -> Shift:
    """The shift of a row."""
    number, environment, *rest = _OF_SHIFT(row)
    return Shift(number, Environment(environment), *rest)


def movement_values(shift: Shift, movement: Movement) -> _Values:
    """The columns of a new movement."""
    return {
        "environment": shift.environment,
        "counter": shift.counter,
        "drawer": shift.drawer,
        "shift": shift.number,
        "kind": movement.kind,
        "at": movement.at,
        "amount": movement.amount,
        "payment": movement.payment,
        "operator": movement.operator,
        "operator_id": movement.operator_id,
        "reason": movement.reason,
        "content": write_json(movement.content),
    }


def movement_of(row: Row[Any]) -> Movement:
    """The movement of a row; a kind that only a newer program knows keeps its amount.

    Raises:
        LedgerError: a column does not hold what any program wrote.
    """
    try:
        kind = MovementKind(row.kind)
    except ValueError:
        kind = MovementKind.WRITTEN_BY_NEWER
    try:
        content = read_json(row.content)
    except ValueError as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, movement=row.id) from error
    return Movement(
        kind=kind,
        at=row.at,
        amount=row.amount,
        payment=row.payment,
        operator=row.operator,
        operator_id=row.operator_id,
        reason=row.reason,
        content=content if isinstance(content, dict) else NOTHING,
    )


def tender_values(number: int, order: PaymentOrder) -> list[_Values]:
    """The columns of the tenders of a new payment."""
    return [
        {
            "payment": number,
            "position": position,
            "kind": one.kind,
            "amount": one.amount,
            "reference": one.reference,
            "customer": one.customer,
            "allowed_by": one.allowed_by,
        }
        for position, one in enumerate(order.tenders, start=1)
    ]


def tenders_of(rows: Iterable[Row[Any]]) -> dict[int, tuple[Tender, ...]]:
    """The tenders of rows, by the numbers of their payments."""
    found: dict[int, tuple[Tender, ...]] = {}
    for row in rows:
        tender = Tender(
            TenderKind(row.kind), row.amount, row.reference, row.customer, row.allowed_by
        )
        found[row.payment] = (*found.get(row.payment, ()), tender)
    return found
