"""A day at one drawer, act by act: each is one transaction of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shifts.shift import CashCount, Closing
from desktop_app.core.shop import Till
from tests.fakes import NOON
from tests.unit.test_ledger_kit import order, raw, recorded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger

TILL = Till(operator="Sita")
_LIVE = Environment.LIVE
_S = PaymentState


def _add(offer: str) -> Callable[[SqliteLedger], object]:
    return lambda ledger: ledger.add(order(offer), recorded(NOON).by(TILL))


def _append(
    number: int, kind: EventKind, state: PaymentState | None = None
) -> Callable[[SqliteLedger], object]:
    update = PaymentUpdate(drawer="1") if kind is EventKind.CASH_RETURNED else None
    event = Event(kind, NOON, state).by(TILL)
    return lambda ledger: ledger.append(number, event, update=update)


def _open(ledger: SqliteLedger) -> object:
    return ledger.shifts_of(_LIVE).open(TILL, NOON, CashCount.of({1000: 1}))


def _note_float(ledger: SqliteLedger) -> object:
    return ledger.shifts_of(_LIVE).note_float(TILL, NOON, CashCount.of({500: 1}))


def _pay_out(ledger: SqliteLedger) -> object:
    shifts = ledger.shifts_of(_LIVE)
    return shifts.move(TILL, NOON, MovementKind.PAID_OUT, Money.rupees(20), "tea")


def _close(ledger: SqliteLedger) -> object:
    shifts = ledger.shifts_of(_LIVE)
    shift = shifts.current(TILL)
    assert shift is not None
    cash = sum((one.amount for one in shifts.movements(shift.number)), start=ZERO)
    return shifts.close(TILL, Closing(NOON, CashCount(other=cash), cash))


ACTS: tuple[Callable[[SqliteLedger], object], ...] = (
    _open,
    _add("1"),
    _append(1, EventKind.SENT, _S.SENDING),
    _append(1, EventKind.ANSWERED, _S.NOT_PAID),
    _pay_out,
    _add("2"),
    _append(2, EventKind.SENT, _S.SENDING),
    _append(2, EventKind.ANSWERED, _S.PAID),
    _append(1, EventKind.CASH_RETURNED),
    _close,
    _add("3"),
    _append(3, EventKind.ABANDONED, _S.NOT_PAID),
    _note_float,
    _append(2, EventKind.REVERSED),
    _close,
)

CASH = (1000, 1278, 1278, 1278, 1258, 1536, 1536, 1536, 1258, 0, 278, 0, 500, 500, 0)
"""Rupees in the open shift after each act, counted by hand; none where no shift is open."""

_TABLES = {
    "payments": "number, state, receipt, shift, cash_returned_at, abandoned, reversed_at",
    "events": "id, payment, kind, state",
    "movements": "id, shift, kind, amount, payment",
    "tenders": "payment, position, kind, amount",
    "shifts": "number, opened_how, closed_at, z_number",
    "reports": "shift, z_number, chain_position",
    "journal": "id, kind, shift",
    "links": "counter, position, source, row",
}


def told(path: Path) -> dict[str, list[Any]]:
    """What the record says, without what is drawn by lot."""
    with raw(path) as connection:
        return {
            table: connection.execute(f"SELECT {names} FROM {table} ORDER BY 1, 2").fetchall()
            for table, names in _TABLES.items()
        }


def cash_in_open_shift(path: Path) -> int:
    """Paisa in the shift that is open, read past the program."""
    with raw(path) as connection:
        (cash,) = connection.execute(
            "SELECT COALESCE(SUM(amount), 0) FROM movements JOIN shifts ON number = shift"
            " WHERE closed_at IS NULL"
        ).fetchone()
        return int(cash)
