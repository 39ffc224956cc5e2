"""What nobody waits for any more ends early, and holds up nothing that somebody waits for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.cancellation import cancellation
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.ledger.sqlite.history import SqliteHistory
from desktop_app.ui.runtime.jobs import Job
from desktop_app.ui.runtime.tasks import Tasks
from tests.gui.payments_kit import CONTROL, rows, shop_of_two_days
from tests.gui.tasks_kit import Gate, Listener, Named, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.core.payments.search import FoundTotals, PaymentFilter
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


class LongRead:
    """A read that ends once it is given up, or its time is over."""

    name = "a long read"

    def __init__(self) -> None:
        self.entered, self.given_up = threading.Event(), threading.Event()

    def __call__(self) -> None:
        self.entered.set()
        asked = cancellation()
        if asked is not None and asked.wait(20):
            self.given_up.set()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    tasks = Tasks()
    tasks.begin()
    yield tasks
    tasks.close()


def test_a_read_that_is_cancelled_is_told_and_no_other_is(tasks: Tasks) -> None:
    listener = Listener()
    reads = [LongRead(), LongRead()]
    first, _ = (tasks.read(read, listener.take) for read in reads)
    for read in reads:
        assert read.entered.wait(10)
    tasks.cancel(first)
    assert reads[0].given_up.wait(10)
    tasks.read(Named(lambda: "next"), listener.take)
    until(lambda: listener.values == ["next"])
    assert not reads[1].given_up.is_set()
    tasks.close()
    assert reads[1].given_up.wait(10)


def test_who_has_no_job_yet_cancels_none(tasks: Tasks) -> None:
    """Pages cancel their last job before they give the first one."""
    ran, gate, listener = threading.Event(), Gate(), Listener()
    for _ in range(3):
        # The workers are busy, and nobody waits for them.
        tasks.cancel(tasks.read(Named(gate), listener.take))
    tasks.preload(Job("load something", ran.set))
    tasks.cancel(0)
    gate.open()
    tasks.read(Named(lambda: "read"), listener.take)
    until(lambda: listener.values == ["read"] and ran.is_set())


def test_a_payment_is_not_given_up_whoever_stops_waiting(tasks: Tasks) -> None:
    listener = Listener()
    asked: list[threading.Event | None] = []
    gate = Gate()

    def pay(_report: object) -> None:
        asked.append(cancellation())
        gate()

    number = tasks.pay(Named(pay), listener.take, listener.note)
    assert gate.entered.wait(10)
    tasks.cancel(number)
    gate.open()
    until(lambda: not tasks.is_paying)
    assert asked[0] is None or not asked[0].is_set()


def held_sums(monkeypatch: pytest.MonkeyPatch, text: str) -> Gate:
    """The sums of what is found by that text wait at the gate."""
    gate, totals = Gate(), SqliteHistory.totals

    def held(history: SqliteHistory, wanted: PaymentFilter) -> FoundTotals:
        if wanted.text == text:
            gate()
        return totals(history, wanted)

    monkeypatch.setattr(SqliteHistory, "totals", held)
    return gate


def test_the_rows_of_a_search_do_not_wait_for_its_sums(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a million payments the sums take a second."""
    clerk = shop_of_two_days(shops, server, tmp_path)
    gate = held_sums(monkeypatch, "pasang")
    clerk.press(Qt.Key.Key_F, modifier=CONTROL)
    clerk.type("pasang")
    clerk.wait(lambda: rows(clerk) == ["3"])
    assert clerk.says("payments.count") == "Counting…"
    assert clerk.says("payments.total") == ""
    gate.open()
    clerk.until_idle()
    assert clerk.says("payments.count") == "1 payment"
    assert clerk.says("payments.total").startswith("Rs.")
    assert rows(clerk) == ["3"]


def test_sums_that_cannot_be_read_are_not_counted_on_for_ever(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = shop_of_two_days(shops, server, tmp_path)

    def locked(_history: SqliteHistory, _wanted: PaymentFilter) -> FoundTotals:
        raise LedgerError(Problem.LEDGER_LOCKED)

    monkeypatch.setattr(SqliteHistory, "totals", locked)
    clerk.press(Qt.Key.Key_F, modifier=CONTROL)
    clerk.type("pasang")
    clerk.until_idle()
    assert rows(clerk) == ["3"]
    assert clerk.says("payments.count") == ""
    assert clerk.sees("window.trouble")


def test_the_sums_of_one_search_are_never_shown_below_another(
    shops: OpenShop, server: SandboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = shop_of_two_days(shops, server, tmp_path)
    gate = held_sums(monkeypatch, "gurung")
    clerk.press(Qt.Key.Key_F, modifier=CONTROL)
    clerk.type("gurung")
    assert gate.entered.wait(10)
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait(lambda: len(rows(clerk)) == 4)
    day = clerk.says("payments.count"), clerk.says("payments.total")
    gate.open()
    clerk.until_idle()
    assert (clerk.says("payments.count"), clerk.says("payments.total")) == day
    assert day[0] == "4 payments"
