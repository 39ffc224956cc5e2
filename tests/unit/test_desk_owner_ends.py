"""Whatever no look-up will end, the owner can: with a reason, and not before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.response import ServiceResponse
from tests.blank_ledger import blank_ledger
from tests.fakes import HandClock, ScriptedService, desk_with, pay_request

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

QUEUED = ServiceResponse(200, {"status": True, "state": "Queued", "id": 5})
NOT_NOW = ServiceResponse(500, {})


def refused(code: str) -> ServiceResponse:
    return ServiceResponse(400, {"status": False, "state": "Error", "error_code": code})


def waiting(
    ledger: SqliteLedger, clock: HandClock, *lookups: ServiceResponse
) -> tuple[PaymentDesk, int]:
    """A payment that waits, and the desk in front of it; each look-up has been made."""
    service = ScriptedService(commits=[QUEUED], lookups=list(lookups))
    desk = desk_with(ledger, clock, service)
    number = desk.pay(pay_request(clock)).payment.number
    for _ in lookups:
        clock.move(timedelta(hours=1))
        desk.check_next()
    return desk, number


def decide(desk: PaymentDesk, number: int) -> PaymentState:
    return desk.decide(number, was_paid=False, reason="ticket 4711", by="Hari").state


@pytest.mark.parametrize("code", ["1001", "1002", "1003", "1004", "1005", "1006", "1007"])
def test_a_token_that_look_ups_are_refused_for_leaves_it_to_the_owner(
    ledger: SqliteLedger, clock: HandClock, code: str
) -> None:
    desk, number = waiting(ledger, clock, refused(code))
    assert desk.waiting()[0].is_stuck
    assert decide(desk, number) is PaymentState.NOT_PAID


def test_a_token_that_works_again_takes_it_back(ledger: SqliteLedger, clock: HandClock) -> None:
    desk, number = waiting(ledger, clock, refused("1004"), NOT_NOW)
    assert not desk.waiting()[0].is_stuck
    with pytest.raises(LedgerError) as error:
        decide(desk, number)
    assert error.value.problem is Problem.ILLEGAL_STEP


@pytest.mark.parametrize("answer", [NOT_NOW, refused("1017")])
def test_a_look_up_that_goes_wrong_leaves_nothing_to_decide(
    ledger: SqliteLedger, clock: HandClock, answer: ServiceResponse
) -> None:
    desk, number = waiting(ledger, clock, answer)
    with pytest.raises(LedgerError):
        decide(desk, number)
    found = ledger.payment(number)
    assert found is not None
    assert found.state is PaymentState.WAITING


def test_after_a_day_the_owner_may_end_it_whatever_look_ups_say(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk, number = waiting(ledger, clock, NOT_NOW)
    clock.move(timedelta(hours=22, minutes=59))
    assert not desk.waiting()[0].is_stuck
    clock.move(timedelta(minutes=2))
    assert decide(desk, number) is PaymentState.NOT_PAID


def test_the_record_keeps_the_salt_that_its_tokens_are_named_with(tmp_path: Path) -> None:
    """A settings file that is lost, and another installation that opens a backup."""
    path = tmp_path / "test.db"
    for made in ("first" * 4, "other" * 4):
        opened = blank_ledger(path)
        assert opened.token_salt(lambda made=made: made) == "first" * 4  # type: ignore[misc]
        opened.close()
