"""What the tests of the wizard's steps share: an account with two bills, and the way to Confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import BhuktaniError, Problem
from tests.fakes import PLAIN, HandClock, account, looked_up, offer

if TYPE_CHECKING:
    from desktop_app.core.payment_flow import Flow

TWO_BILLS = account(offers=(offer("b1", 10000), offer("b2", 27798)))


def at_choice(flow: Flow, clock: HandClock) -> None:
    flow.choose_provider(PLAIN)
    flow.type("110871")
    assert flow.looked_up(flow.start_lookup(), looked_up(clock, TWO_BILLS))


def at_confirm(flow: Flow, clock: HandClock) -> None:
    at_choice(flow, clock)
    flow.choose(TWO_BILLS.offers[1])
    assert flow.go_on()


NO_ROOM = BhuktaniError(Problem.DISK_FULL)
