"""The desk and a disk that is full: nothing is sent unrecorded, nothing unrecorded is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import (
    LedgerError,
    Problem,
)
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.response import ServiceResponse
from desktop_app.ledger.sqlite.ledger import SqliteLedger
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock, ScriptedService, desk_with, offer, pay_request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})


class FullDisk(SqliteLedger):
    """A ledger whose disk is full from the n-th write on."""

    writes_left = 99

    def add(self, order, event):  # type: ignore[no-untyped-def]
        self._write()
        return super().add(order, event)

    def append(self, number, event, *, update=None):  # type: ignore[no-untyped-def]
        self._write()
        return super().append(number, event, update=update)

    def _write(self) -> None:
        if self.writes_left <= 0:
            raise LedgerError(Problem.DISK_FULL)
        self.writes_left -= 1


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[FullDisk]:
    put_blank_ledger(tmp_path / "full.sqlite3")
    opened = FullDisk(tmp_path / "full.sqlite3")
    yield opened
    opened.close()


@pytest.mark.parametrize("writes", [0, 1])
def test_nothing_is_sent_when_it_cannot_be_recorded(
    full_disk: FullDisk, clock: HandClock, writes: int
) -> None:
    full_disk.writes_left = writes
    service = ScriptedService(commits=[SUCCESS])
    with pytest.raises(LedgerError):
        desk_with(full_disk, clock, service).pay(pay_request(clock))
    assert service.commit_calls == []


def test_an_answer_that_cannot_be_recorded_waits(full_disk: FullDisk, clock: HandClock) -> None:
    full_disk.writes_left = 2
    service = ScriptedService(commits=[SUCCESS])
    outcome = desk_with(full_disk, clock, service).pay(pay_request(clock))
    assert outcome.problem is Problem.DISK_FULL
    assert outcome.payment.state is PaymentState.WAITING
    stored = full_disk.payment(outcome.payment.number)
    assert stored is not None
    assert stored.state is PaymentState.SENDING


def test_a_start_brings_unfinished_payments_to_an_honest_state(
    full_disk: FullDisk, clock: HandClock
) -> None:
    service = ScriptedService(commits=[SUCCESS])
    full_disk.writes_left = 1
    with pytest.raises(LedgerError):
        desk_with(full_disk, clock, service).pay(pay_request(clock, chosen=offer("never-sent")))
    full_disk.writes_left = 2
    other = pay_request(clock, chosen=offer("sent"), another_bill=True)
    desk_with(full_disk, clock, service).pay(other)
    full_disk.writes_left = 99
    states = {p.order.offer_id: p.state for p in desk_with(full_disk, clock, service).recover()}
    assert states == {"never-sent": PaymentState.NOT_PAID, "sent": PaymentState.WAITING}
