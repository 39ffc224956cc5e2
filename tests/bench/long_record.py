"""A shop with a long record at work, through the real window: its stalls, and what stays in memory.

The record is there before the shop opens. While it is searched, exported, closed, backed up and
reconciled, a timer of a millisecond tells how long the window's thread was away.
"""

from __future__ import annotations

import gc
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.app import make_application
from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.data_folder import ledger_path
from desktop_app.ledger.sqlite.connections import BUSY_SECONDS, open_file
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.bench.bulk import EACH, LongRecord
from tests.bench.counter import SIZE, Stalls
from tests.bench.figure import Figure, at_most, more
from tests.bench.orders import Till
from tests.bench.start_program import resident_kib
from tests.bench.timing import percentile
from tests.blank_ledger import blank_ledger
from tests.clerk import ENTER, TEST_TOKEN, Clerk, ledger_of, open_shop

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.scale import Scale

_ACCOUNT, _CASH = "online_renew", "13000"
_SEARCHED = "sabina"
"""Finds the whole record, which is then exported."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NOTES = 9
"""Kinds of notes and coins that a drawer is counted by."""
_LONG = 900.0
_SINCE = timedelta(days=1)
_FIRST_PAYMENTS = 10
_MIB = 1024


def bench(scale: Scale) -> list[Figure]:
    """Pay in a new shop; then open one with a long record, and let it do each task once."""
    make_application()
    service = PracticeService(token=TEST_TOKEN, credit=10**8)
    with (
        SandboxServer(service) as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        memory = _memory(Path(folder) / "new", server.url, scale.through_window)
        shop = Path(folder) / "shop"
        path = ledger_path(shop, Environment.TEST)
        with (
            closing(blank_ledger(path)) as ledger,
            closing(open_file(path, BUSY_SECONDS)) as connection,
        ):
            # All of it lies behind: what is later than today counts as today's.
            begin = datetime.now(UTC) - (scale.exported * EACH + _SINCE)
            LongRecord(ledger, connection, begin).grow(scale.exported)
        clerk = _opened(shop, server.url)
        try:
            _pay(clerk)
            _leave_waiting(clerk, scale.reconciled)
            return [*_stalls(clerk, scale), *memory]
        finally:
            clerk.app.close()


def _opened(shop: Path, url: str) -> Clerk:
    clerk = open_shop(shop, url=url, before=lambda _app: None, size=SIZE)
    # A long record is backed up and checked meanwhile, which takes a while.
    clerk.wait = partial(clerk.wait, seconds=_LONG)  # type: ignore[method-assign]
    _settle(clerk)
    return clerk


def _stalls(clerk: Clerk, scale: Scale) -> list[Figure]:
    tasks: dict[str, Callable[[], None]] = {
        f"searching {scale.exported:,} payments": lambda: _search(clerk),
        f"exporting {scale.exported:,} payments": lambda: _export(clerk),
        f"reconciling {scale.reconciled}": lambda: _reconcile(clerk),
        "closing a day": lambda: _close_day(clerk),
        "backing up": lambda: _back_up(clerk),
    }
    idle = _watched(clerk, lambda: _rest(clerk))
    figures: list[Figure] = []
    every: list[float] = []
    for name, task in tasks.items():
        gaps = _watched(clerk, task)
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
    _settle(clerk)
    stalls.end()
    return stalls.gaps


def _settle(clerk: Clerk) -> None:
    """Until jobs that follow from jobs are done too."""
    for _ in range(4):
        clerk.until_idle()


def _rest(clerk: Clerk) -> None:
    end = time.monotonic() + 0.5
    clerk.wait(lambda: time.monotonic() > end)


def _search(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    _settle(clerk)
    for letter in _SEARCHED:
        clerk.type(letter)
        _rest(clerk)
    _settle(clerk)


def _export(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_E, modifier=_CONTROL)
    _settle(clerk)
    assert list(clerk.app.window._context.pdf_folder.glob("*.xlsx")), clerk.texts()


def _reconcile(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F4)
    _settle(clerk)
    clerk.press(Qt.Key.Key_F5)
    _settle(clerk)


def _close_day(clerk: Clerk) -> None:
    """The shift was opened by a payment: what lay in the drawer before is counted first."""
    clerk.press(Qt.Key.Key_F6)
    _settle(clerk)
    _count(clerk)
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    _settle(clerk)
    _count(clerk)
    clerk.find("shift.reason").setFocus()
    clerk.type("measured")
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    _settle(clerk)
    ledger: Any = ledger_of(clerk.app)
    shifts = ledger.shifts_of(Environment.TEST)
    assert shifts.current(clerk.app.session.counter().till) is None, clerk.texts()


def _count(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_Return, modifier=_CONTROL)
    _settle(clerk)
    clerk.type("5")
    for _ in range(_NOTES):
        # Nobody presses all of them within one turn of the event loop.
        QCoreApplication.processEvents()
        clerk.press(ENTER)


def _back_up(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F12)
    _settle(clerk)
    clerk.click("settings.nav.backup")
    _settle(clerk)
    clerk.click("settings.backup.now")
    _settle(clerk)


def _leave_waiting(clerk: Clerk, count: int) -> None:
    """Payments of some days ago on which the service was at work then."""
    ledger = ledger_of(clerk.app)
    (paid,) = ledger.history.find(PaymentFilter(), most=1).payments
    till = Till(ledger, like=paid.order)
    for number in range(count):
        till.wait(till.send(till.record(10**6 + number)))


def _pay(clerk: Clerk) -> None:
    """Pay for the same customer, who is asked about each time but the first."""
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type(_ACCOUNT)
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    if clerk.find("confirm.again").isVisible():
        clerk.click("confirm.again")
        clerk.find("confirm.cash").setFocus()
    clerk.type(_CASH)
    clerk.press(ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)


def _memory(shop: Path, url: str, count: int) -> list[Figure]:
    """Resident memory after some payments, and after many."""
    few = 0
    clerk = _opened(shop, url)
    try:
        for number in range(1, count + 1):
            clerk.press(Qt.Key.Key_F2)
            clerk.until_idle()
            _pay(clerk)
            if number == _FIRST_PAYMENTS:
                gc.collect()
                few = resident_kib()
        gc.collect()
        many = resident_kib()
    finally:
        clerk.app.close()
    if not few:
        return []
    name = f"memory after {count} payments, beside that after {_FIRST_PAYMENTS}"
    return [Figure(name, "MiB", many / _MIB, few / _MIB, (more(5),))]
