"""At the counter, through the real window and a server on this computer: a look-up and a payment.

Each shop pays a bill first, which loads what is loaded once; the second one is measured. The
baseline is the same request by httpx alone, and for a payment two flushed commits of SQLite.
While it is done, a timer of a millisecond tells how long the window's thread was away.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from desktop_app.app import make_application
from desktop_app.core.inquiry_flow import Step
from tests.bench.figure import Figure, at_most, more
from tests.bench.shop import SIZE, press_one_by_one, served, type_one_by_one
from tests.bench.timing import milliseconds, percentile
from tests.clerk import ENTER, TEST_TOKEN, Clerk, open_shop

if TYPE_CHECKING:
    from tests.bench.scale import Scale

_FIRST, _SECOND = "online_renew", "online_due_and_package"
_CASH = "13000"


class Stalls(QObject):
    """How long each turn of the event loop took, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Look from now on."""
        self._last = time.perf_counter()
        self._timer.start(1)

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def bench(scale: Scale) -> list[Figure]:
    """Open shops, and look up and pay in each."""
    make_application()
    looked_up, paid, raw_read, raw_pay = [], [], [], []
    busy, idle = Stalls(), Stalls()
    with served() as (url, _), httpx.Client(trust_env=False) as client:
        for _ in range(max(scale.starts, 5)):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                clerk = open_shop(Path(folder) / "shop", url=url, size=SIZE)
                try:
                    _idle(idle)
                    clerk.pay(Qt.Key.Key_1, _FIRST, Qt.Key.Key_1, _CASH)
                    clerk.press(Qt.Key.Key_F2)
                    clerk.until_idle()
                    busy.begin()
                    looked_up.append(_look_up(clerk))
                    paid.append(_pay(clerk))
                    busy.end()
                finally:
                    clerk.app.close()
                raw_read.append(milliseconds(partial(_raw_read, client, url)))
                raw_pay.append(milliseconds(partial(_raw_pay, client, url, Path(folder))))
    gaps, at_rest = busy.gaps, idle.gaps
    return [
        _beside("look-up, press to rows shown", looked_up, raw_read, 15),
        _beside("payment, press to PAID shown", paid, raw_pay, 25),
        Figure(
            "longest stall while looking up and paying", "ms", max(gaps), max(at_rest),
            (at_most(50),),
        ),
        Figure(
            "99th percentile of the stalls", "ms", percentile(gaps, 99), percentile(at_rest, 99),
            (at_most(16),),
        ),
    ]  # fmt: skip


def _beside(name: str, ours: list[float], bare: list[float], limit: float) -> Figure:
    return Figure(name, "ms", statistics.median(ours), statistics.median(bare), (more(limit),))


def _look_up(clerk: Clerk) -> float:
    press_one_by_one(clerk, Qt.Key.Key_1, ENTER)
    type_one_by_one(clerk, _SECOND)
    began = time.perf_counter()
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    QCoreApplication.processEvents()
    taken = (time.perf_counter() - began) * 1000
    clerk.until_idle()
    return taken


def _pay(clerk: Clerk) -> float:
    press_one_by_one(clerk, Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    type_one_by_one(clerk, _CASH)
    press_one_by_one(clerk, ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)
    began = time.perf_counter()
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.RESULT))
    QCoreApplication.processEvents()
    taken = (time.perf_counter() - began) * 1000
    clerk.until_idle()
    return taken


def _idle(stalls: Stalls) -> None:
    """An event loop that has nothing to do, for a fifth of a second."""
    stalls.begin()
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.0003)
    stalls.end()


def _raw_read(client: httpx.Client, url: str) -> None:
    body = {"token": TEST_TOKEN}
    json.loads(client.request("GET", f"{url}/api/balance", json=body).content)


def _raw_pay(client: httpx.Client, url: str, folder: Path) -> None:
    record = sqlite3.connect(folder / "raw.db", isolation_level=None)
    record.execute("PRAGMA journal_mode = WAL")
    record.execute("PRAGMA synchronous = FULL")
    record.execute("CREATE TABLE payments (state TEXT)")
    record.execute("INSERT INTO payments VALUES ('sending')")
    _raw_read(client, url)
    record.execute("UPDATE payments SET state = 'paid'")
    record.close()
