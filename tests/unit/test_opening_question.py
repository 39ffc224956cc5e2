"""What is asked of a drawer before the first cash of a day, by any clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.application.shifts import Shifts
from desktop_app.core.errors import LedgerError
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.shifts.drawer import OpeningQuestion
from desktop_app.core.shifts.shift import CashCount
from tests.unit.drawer_kit import DAY, LIVE, Drawer

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.pin_reset import PinSetAnew
    from desktop_app.core.shifts.drawer import DrawerOpening
    from desktop_app.ledger.sqlite.shifts import SqliteShifts
    from tests.fakes import HandClock

Q = OpeningQuestion


class OneEnvironment:
    """Gives the shifts of the test's own record."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def shifts(self, environment: Environment) -> SqliteShifts:
        assert environment is LIVE
        return self._drawer.shifts

    def pins_set_anew(self, since: datetime | None) -> tuple[PinSetAnew, ...]:
        return ()


@pytest.fixture
def shifts(drawer: Drawer, clock: HandClock) -> Shifts:
    drawer.at = clock.now()
    return Shifts(OneEnvironment(drawer), clock)  # type: ignore[arg-type]


def read(shifts: Shifts, drawer: Drawer) -> DrawerOpening:
    return shifts.opening(LIVE, drawer.till)


def asks(shifts: Shifts, drawer: Drawer, clock: HandClock) -> OpeningQuestion:
    return read(shifts, drawer).question(clock.start_of_day())


def test_a_drawer_without_a_shift_is_asked_about_until_one_is_open(
    shifts: Shifts, drawer: Drawer, clock: HandClock
) -> None:
    assert asks(shifts, drawer, clock) is Q.FLOAT
    drawer.open(100)
    assert asks(shifts, drawer, clock) is Q.NOTHING


def test_a_shift_that_a_payment_opened_is_asked_about_until_its_float_is_noted(
    shifts: Shifts, drawer: Drawer, clock: HandClock
) -> None:
    drawer.pay(PaymentState.PAID)
    assert asks(shifts, drawer, clock) is Q.FLOAT
    shifts.begin(LIVE, drawer.till, CashCount(other=Money.rupees(500)))
    assert asks(shifts, drawer, clock) is Q.NOTHING
    assert drawer.expected == Money.rupees(778)


@pytest.mark.parametrize("days", [1, 3, 400])
def test_a_shift_of_before_midnight_was_forgotten(
    shifts: Shifts, drawer: Drawer, clock: HandClock, days: int
) -> None:
    drawer.open(100)
    clock.move(clock.start_of_day() + days * DAY - timedelta(seconds=1) - clock.now())
    assert asks(shifts, drawer, clock) is (Q.NOTHING if days == 1 else Q.FORGOTTEN)
    clock.move(timedelta(seconds=1))
    assert asks(shifts, drawer, clock) is Q.FORGOTTEN


def test_a_clock_that_was_ahead_and_is_set_back_forgets_no_shift(
    shifts: Shifts, drawer: Drawer, clock: HandClock
) -> None:
    """Nor does it keep the shift from being closed, with the span that the clocks gave it."""
    clock.time += 2 * DAY
    drawer.at = clock.now()
    drawer.open(100)
    clock.time -= 2 * DAY
    assert asks(shifts, drawer, clock) is Q.NOTHING
    report = shifts.close(
        LIVE, drawer.till, CashCount(other=Money.rupees(100)), Money.rupees(100), note="set back"
    )
    assert (report.at - report.opened_at, report.note) == (-2 * DAY, "set back")
    assert asks(shifts, drawer, clock) is Q.FLOAT


def test_what_is_proposed_is_what_was_counted_and_not_what_was_expected(
    shifts: Shifts, drawer: Drawer
) -> None:
    drawer.open(1000)
    drawer.close(Money.rupees(940), "tea")
    proposed = read(shifts, drawer).last_counted
    assert proposed is not None
    shifts.begin(LIVE, drawer.till, proposed)
    assert drawer.expected == Money.rupees(940)


def test_a_float_is_noted_once_however_often_it_is_answered(shifts: Shifts, drawer: Drawer) -> None:
    counted = CashCount(other=Money.rupees(500))
    shifts.begin(LIVE, drawer.till, counted)
    with pytest.raises(LedgerError):
        shifts.begin(LIVE, drawer.till, counted)
    assert drawer.expected == Money.rupees(500)
