"""A shop with a long record at work, through the real window: its stalls.

The record is there before the shop opens. While it is looked over and backed up, searched,
exported, reconciled and closed, a timer of a millisecond tells how long the window's thread was
away.
"""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop_app.app import make_application
from desktop_app.core.environment import Environment
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.core.shifts.movement import expected_cash
from desktop_app.core.shifts.shift import CashCount, Closing
from desktop_app.core.shop import NO_TILL
from desktop_app.data_folder import ledger_path
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from tests.bench.bulk import EACH, LongRecord
from tests.bench.counter import Stalls
from tests.bench.figure import Figure, at_most
from tests.bench.orders import Till
from tests.bench.shop import opened, pay, press_one_by_one, served, settle, type_one_by_one
from tests.bench.timing import percentile
from tests.blank_ledger import blank_ledger
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from tests.bench.scale import Scale

_SEARCHED = "sabina"
"""Finds the whole record, which is then exported."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NOTES = 9
"""Kinds of notes and coins that a drawer is counted by."""
_SINCE = timedelta(days=1)


def bench(scale: Scale) -> list[Figure]:
    """Open a shop with a long record, and let it do each task once."""
    make_application()
    with served() as (url, folder):
        shop = folder / "shop"
        path = ledger_path(shop, Environment.TEST)
        with (
            closing(blank_ledger(path)) as ledger,
            closing(open_file(path, BUSY_SECONDS)) as connection,
        ):
            # All of it lies behind: what is later than today counts as today's.
            begin = datetime.now(UTC) - (scale.exported * EACH + _SINCE)
            record = LongRecord(ledger, connection, begin)
            _close_shift(ledger)
            record.grow(scale.exported)
        clerk = opened(shop, url)
        try:
            pay(clerk)
            # Before the shop looks its record over by itself, some seconds after its start.
            idle = _watched(clerk, lambda: _rest(clerk))
            return _stalls(clerk, scale, idle)
        finally:
            clerk.app.close()


def _close_shift(ledger: SqliteLedger) -> None:
    """End the shift that all payments of the record are of: today's has those of a day."""
    shifts = ledger.shifts_of(Environment.TEST)
    shift = shifts.current(NO_TILL)
    assert shift is not None
    cash = expected_cash(shifts.movements(shift.number))
    shifts.close(NO_TILL, Closing(NOON, CashCount(other=cash), cash))


def _stalls(clerk: Clerk, scale: Scale, idle: list[float]) -> list[Figure]:
    tasks: dict[str, Callable[[Clerk], None]] = {
        "backing up": _back_up,
        f"searching {scale.exported:,} payments": _search,
        f"exporting {scale.exported:,} payments": _export,
        f"reconciling {scale.reconciled}": _reconcile,
        "closing a day": _close_day,
    }
    figures: list[Figure] = []
    every: list[float] = []
    for name, task in tasks.items():
        if task is _reconcile:
            _leave_waiting(clerk, scale.reconciled)
        gaps = _watched(clerk, partial(task, clerk))
        every += gaps
        figures.append(
            Figure(f"longest stall while {name}", "ms", max(gaps), max(idle), (at_most(50),))
        )
    all_of_them = Figure(
        "99th percentile of the stalls at all of it", "ms",
        percentile(every, 99), percentile(idle, 99), (at_most(16),),
    )  # fmt: skip
    return [*figures, all_of_them]


def _watched(clerk: Clerk, task: Callable[[], None]) -> list[float]:
    stalls = Stalls()
    stalls.begin()
    task()
    settle(clerk)
    stalls.end()
    return stalls.gaps


def _rest(clerk: Clerk) -> None:
    end = time.monotonic() + 0.5
    clerk.wait(lambda: time.monotonic() > end)


def _search(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    settle(clerk)
    for letter in _SEARCHED:
        clerk.type(letter)
        _rest(clerk)
    settle(clerk)


def _export(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_E, modifier=_CONTROL)
    settle(clerk)
    assert list(clerk.app.window._context.pdf_folder.glob("*.xlsx")), clerk.texts()


def _reconcile(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F4)
    settle(clerk)
    clerk.press(Qt.Key.Key_F5)
    settle(clerk)


def _close_day(clerk: Clerk) -> None:
    """The shift was opened by a payment: what lay in the drawer before is counted first."""
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    _count(clerk)
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    settle(clerk)
    _count(clerk)
    clerk.find("shift.reason").setFocus()
    type_one_by_one(clerk, "measured")
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    settle(clerk)
    ledger: Any = ledger_of(clerk.app)
    shifts = ledger.shifts_of(Environment.TEST)
    assert shifts.current(clerk.app.session.counter().till) is None, clerk.texts()


def _count(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    settle(clerk)
    clerk.type("5")
    press_one_by_one(clerk, *[ENTER] * _NOTES)


def _back_up(clerk: Clerk) -> None:
    """What the shop does by itself each day, soon after its start."""
    clerk.app.window.daily_backup.look()
    settle(clerk)
    assert list(clerk.app.window._context.pdf_folder.parent.glob("backups/*.db")), clerk.texts()


def _leave_waiting(clerk: Clerk, count: int) -> None:
    """Payments of some days ago on which the service was at work then."""
    ledger = ledger_of(clerk.app)
    (newest,) = ledger.history.find(PaymentFilter(), most=1).payments
    paid = ledger.payment(newest.number)
    assert paid is not None
    till = Till(ledger, like=paid.order)
    for number in range(count):
        till.wait(till.send(till.record(10**6 + number)))
    # The window could do nothing meanwhile.
    settle(clerk)
