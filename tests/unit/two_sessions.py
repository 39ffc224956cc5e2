"""A second program at the same drawer: a process that pays, opens and closes beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError
from desktop_app.core.payments.payment import PaymentState
from tests.unit.drawer_kit import Drawer

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

    from tests.engines import Record

PAYMENTS = 12
OPENED, CLOSED, REFUSED = "opened", "closed", "refused"


def session(record: Record, start: Barrier, ended: Queue[list[str]], name: str) -> None:
    """Pay, and after each third payment try to close and to open; what came of it at the end."""
    drawer = Drawer(record.open())
    outcomes: list[str] = []

    def attempt(word: str, act: Callable[[], object]) -> None:
        try:
            act()
            outcomes.append(word)
        except LedgerError:
            outcomes.append(REFUSED)

    start.wait(60)
    for number in range(PAYMENTS):
        drawer.pay(PaymentState.PAID, f"{name} {number}")
        if number % 3 == 2:
            attempt(CLOSED, drawer.close)
            attempt(OPENED, lambda: drawer.open(1000))
    record.close()
    ended.put(outcomes)
