"""How much the program adds to the bare thing, as ratios within one run: ``python dev.py bench``.

Nothing here fails on a slow machine; the figures are printed for a person to compare.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.billing.dialogue import Call
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.ledger.sqlite.ledger import open_ledger
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.service.client import HttpService
from tests.clerk import TEST_TOKEN
from tests.fakes import HandClock, paid_payment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
BARE_WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.resize(1366, 688); window.show()
app.processEvents()
"""
OUR_WINDOW = """
import tempfile
from pathlib import Path
from desktop_app.app import build, make_application
app = make_application()
with tempfile.TemporaryDirectory() as folder:
    shop = build(data_folder=Path(folder), practice=True)
    shop.window.start(); app.processEvents()
    import os; os._exit(0)
"""


def median_ms(job: Callable[[], object], times: int) -> float:
    """Median duration in milliseconds."""
    found = []
    for _ in range(times):
        before = time.perf_counter()
        job()
        found.append((time.perf_counter() - before) * 1000)
    return statistics.median(found)


def report(name: str, ours: float, bare: float) -> None:
    """One line for a person."""
    print(f"\n{name}: {ours:.1f} ms, bare {bare:.1f} ms, ratio {ours / bare:.2f}")


def test_first_paint_against_a_bare_window() -> None:
    def run(program: str) -> None:
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)

    report(
        "process to first paint",
        median_ms(lambda: run(OUR_WINDOW), 5),
        median_ms(lambda: run(BARE_WINDOW), 5),
    )


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as running:
        yield running


def test_a_call_against_a_raw_request(server: SandboxServer) -> None:
    service = HttpService(Connection(Environment.TEST, server.url), TEST_TOKEN, "id")
    body = json.dumps({"token": TEST_TOKEN}).encode()

    def raw() -> None:
        request = urllib.request.Request(f"{server.url}/api/balance", data=body, method="GET")
        with urllib.request.urlopen(request) as answer:
            json.load(answer)

    ours, bare = median_ms(service.balance, 200), median_ms(raw, 200)
    service.close()
    report("balance call", ours, bare)
    commit = Call("/api/servicegroup/commit/worldlink-v2/", {"session_id": 1, "amount": 1})
    number = iter(range(1000))
    ours = median_ms(lambda: service.commit(commit, f"{next(number):032x}"), 100)
    service.close()
    report("commit call, a fresh line each", ours, bare)


def test_recording_a_payment_against_raw_sqlite(tmp_path: Path) -> None:
    clock, order = HandClock(), paid_payment().order
    ledger = open_ledger(tmp_path / "ours.db")
    number = iter(range(10_000))

    def ours() -> None:
        at = next(number)
        one = replace(
            order,
            reference=f"{at:032x}",
            details_reference=f"{at + 10**6:032x}",
            offer_id=str(at),
        )
        payment = ledger.add(one, Event(EventKind.RECORDED, clock.now(), PaymentState.RECORDED))
        ledger.append(payment.number, Event(EventKind.SENT, clock.now(), PaymentState.SENDING))

    raw = sqlite3.connect(tmp_path / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE payments (id INTEGER PRIMARY KEY, state TEXT)")

    def bare() -> None:
        for _ in range(2):
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO payments (state) VALUES ('recorded')")
            raw.execute("COMMIT")

    report("record and mark a payment as sent", median_ms(ours, 300), median_ms(bare, 300))
    ledger.close()
    raw.close()
