"""A day of 200 payments is closed by keys alone, in no more of them than fit into 60 seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.shift import DENOMINATIONS
from tests.fakes import HandClock
from tests.gui.shift_kit import F6, RETURN, control, expected, go, shifts
from tests.gui.test_places_waiting_checks import settle
from tests.unit.drawer_kit import Drawer

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

KEYS_A_SECOND = 2
SECONDS = 60
STATES = ("paid",) * 47 + ("not_paid", "waiting", "review")


class Fingers:
    """Press the keys of a clerk, and count them: each digit, and Ctrl as one of its own."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk
        self.count = 0

    def press(self, key: Qt.Key) -> None:
        self.count += 1
        self._clerk.press(key)
        settle(self._clerk)

    def with_control(self, key: Qt.Key) -> None:
        self.count += 2
        control(self._clerk, key)

    def type(self, digits: str) -> None:
        self.count += len(digits)
        self._clerk.type(digits)


def fill(clerk: Clerk, clock: HandClock) -> None:
    """Payments of a day at the till of the window."""
    session = clerk.app.session
    drawer = Drawer(clerk.app.use_cases.environments.ledger(session.environment),  # type: ignore[arg-type]
                    session.counter().till, clock.now())  # fmt: skip
    for number in range(200):
        drawer.pay(
            PaymentState(STATES[number % len(STATES)]),
            str(number),
            environment=Environment.TEST,
            amount=Money(500_00 + number * 7_31),
            lines=(),
            cash_due=Money(500_00 + number * 7_31).rounded(session.settings.rounding),
            cash_received=Money(3000_00),
            operator=session.settings.operator,
        )


def pieces_of(amount: Money) -> list[int]:
    """The notes and coins of an amount, from 1,000 down."""
    rest, pieces = amount.paisa // 100, []
    for face in DENOMINATIONS:
        pieces.append(rest // face)
        rest %= face
    assert rest == 0 and amount.paisa % 100 == 0
    return pieces


def test_a_day_of_200_payments_is_closed_in_so_few_keys(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    go(clerk)
    control(clerk, RETURN)
    clerk.type("5")
    control(clerk, RETURN)
    fill(clerk, clock)
    in_drawer = expected(clerk)
    keys = Fingers(clerk)
    keys.press(F6)
    keys.with_control(RETURN)
    assert clerk.find("shift.count.1000").hasFocus()
    for pieces in pieces_of(in_drawer):
        # Enter walks from each denomination to the next; what there is none of is left empty.
        keys.type(str(pieces) if pieces else "")
        keys.press(RETURN)
    assert clerk.says("shift.difference") == "No difference"
    keys.with_control(RETURN)
    [report] = shifts(clerk).reports(clerk.app.session.counter().till, 5)
    assert report.difference == ZERO
    assert report.paid.count == 47 * 4
    assert (len(report.waiting), len(report.owed)) == (8, 4)
    assert report.expected == in_drawer
    assert keys.count <= SECONDS * KEYS_A_SECOND / 3, "the rest of the minute is for counting"
