"""The drawer within one transaction: the open shift, and what moves in it.

Payments are never refused for want of a shift: where none is open, one is opened with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop_app.core.journal import JournalEntry, JournalKind
from desktop_app.core.money import ZERO, Money
from desktop_app.core.shifts.movement import Movement, MovementKind, cash_moved
from desktop_app.core.shifts.shift import Opening, Shift
from desktop_app.ledger.chain_form import Source
from desktop_app.ledger.rows_of_shifts import (
    movement_values,
    shift_of,
    shift_values,
    tender_values,
)
from desktop_app.ledger.schema import (
    IS_OPEN,
    IS_OPEN_SHIFT,
    OWES_CASH,
    movements,
    payments,
    shifts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.payment import Payment, PaymentOrder
    from desktop_app.core.shop import Till
    from desktop_app.ledger.chain import Chain

_OPEN_SHIFT = sa.select(shifts).where(
    IS_OPEN_SHIFT,
    shifts.c.environment == sa.bindparam("environment"),
    shifts.c.counter == sa.bindparam("counter"),
    shifts.c.drawer == sa.bindparam("drawer"),
)


def open_shift(connection: sa.Connection, environment: Environment, till: Till) -> Shift | None:
    """The open shift of a drawer (shifts_one_open)."""
    of = {"environment": environment, "counter": till.counter, "drawer": till.drawer}
    row = connection.execute(_OPEN_SHIFT, of).first()
    return None if row is None else shift_of(row)


def begin_shift(
    chain: Chain, environment: Environment, till: Till, at: datetime, opening: Opening
) -> Shift:
    """Open a shift, and carry the cash of older payments into the first one."""
    values = shift_values(environment, till, at, opening)
    new = sa.insert(shifts).values(values).returning(shifts.c.number)
    number = chain.connection.execute(new).scalar_one()
    entry = JournalEntry(JournalKind.SHIFT_OPENED, at).by(till)
    chain.insert_shift(environment, entry, {**values, "number": number})
    shift = Shift(
        number=number,
        environment=environment,
        counter=till.counter,
        drawer=till.drawer,
        opened_at=at,
        opened_by=till.operator,
        opened_by_id=till.operator_id,
        opened_how=opening,
    )
    _carry_older(chain, shift, till)
    return shift


def shift_for(chain: Chain, environment: Environment, till: Till, at: datetime) -> Shift:
    """The open shift of a drawer; one that is opened now where there is none."""
    found = open_shift(chain.connection, environment, till)
    return found or begin_shift(chain, environment, till, at, Opening.BY_PAYMENT)


def write_movements(chain: Chain, shift: Shift, moved: Iterable[Movement]) -> list[int]:
    """Write what moved in a shift; the numbers of the movements."""
    rows = [movement_values(shift, one) for one in moved]
    return chain.insert(Source.MOVEMENT, rows) if rows else []


def take_cash(chain: Chain, shift: Shift, number: int, order: PaymentOrder, at: datetime) -> None:
    """Write how a new payment is paid, and what its cash does to the drawer."""
    write_movements(
        chain,
        shift,
        (
            Movement(kind, at, amount, number, order.operator, order.operator_id)
            for kind, amount in cash_moved(order)
        ),
    )
    chain.insert(Source.TENDER, tender_values(number, order))


def give_back_cash(chain: Chain, payment: Payment, till: Till, at: datetime) -> None:
    """Write that the cash of a payment left a drawer, in the shift that is open there now."""
    order = payment.order
    shift = shift_for(chain, order.environment, till, at)
    held = _held_for(chain.connection, payment.number)
    if payment.shift is None and not held and payment.owes_reversal:
        # Taken before there were shifts, for a bill that was paid: it is in no drawer any more.
        held = order.cash_tender
    elif payment.shift is None and not held:
        # Of before there were shifts, and carried into none since. A float that was counted has
        # the cash in it already; one that is still to be noted is noted without what was carried.
        if not _has_float(chain.connection, shift):
            _carry(chain, shift, till, at, {payment.number: order.cash_tender})
        held = order.cash_tender
    if held:
        returned = Movement(
            MovementKind.CASH_RETURNED, at, -held, payment.number, till.operator, till.operator_id
        )
        write_movements(chain, shift, (returned,))


def _held_for(connection: sa.Connection, number: int) -> Money:
    """The cash of a payment that its movements say is in the drawer."""
    query = sa.select(sa.func.sum(movements.c.amount)).where(movements.c.payment == number)
    return connection.scalar(query) or ZERO


def _has_float(connection: sa.Connection, shift: Shift) -> bool:
    """What lay in the drawer when the shift began was counted (movements_by_shift)."""
    is_float = movements.c.kind == MovementKind.FLOAT.value
    query = sa.select(sa.exists().where(movements.c.shift == shift.number, is_float))
    return bool(connection.scalar(query))


def _carry_older(chain: Chain, shift: Shift, till: Till) -> None:
    """Write the cash of payments of before there were shifts that are open, or owe it."""
    has_moved = sa.exists().where(movements.c.payment == payments.c.number)
    older = (
        payments.c.shift.is_(None),
        payments.c.environment == shift.environment,
        payments.c.counter == shift.counter,
        ~has_moved,
    )
    wanted = (payments.c.number, payments.c.cash_tender)
    query = (
        sa.select(*wanted)
        .where(IS_OPEN, *older)
        .union_all(sa.select(*wanted).where(OWES_CASH, *older))
        .order_by("number")
    )
    rows = chain.connection.execute(query).all()
    _carry(chain, shift, till, shift.opened_at, {row.number: row.cash_tender for row in rows})


def _carry(chain: Chain, shift: Shift, till: Till, at: datetime, cash: dict[int, Money]) -> None:
    write_movements(
        chain,
        shift,
        (
            Movement(MovementKind.CARRIED, at, amount, number, till.operator, till.operator_id)
            for number, amount in cash.items()
            if amount
        ),
    )
