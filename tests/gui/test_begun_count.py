"""What is typed of a count of the cash is lost neither elsewhere nor by Esc, until recorded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from desktop_app.core.shifts.movement import MovementKind
from desktop_app.core.shifts.shift import CashCount
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.shift_kit import at_day_close, control, count, current, expected, go, opened, shifts
from tests.gui.test_places_kit import words_in
from tests.gui.test_places_waiting_checks import settle

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop
    from tests.gui.screen_reader import ListeningScreenReader

F2, F3, F12 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F12
KEPT = "What you typed is kept."


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    return at_day_close(shops, server, clock)


def figures(clerk: Clerk) -> list[str]:
    return [clerk.says(f"shift.count.{face}") for face in (1000, 500, 100)]


def close_elsewhere(clerk: Clerk) -> None:
    """The shift is closed with Rs. 5,000.00, and not in this window."""
    context, till = clerk.app.window._context, clerk.app.session.counter().till
    report = context.shifts.state(context.environment, till).report
    assert report is not None
    counted = CashCount.of({1000: 5})
    context.shifts.close(context.environment, till, counted, report.expected, "", "")


@pytest.mark.parametrize("place", [F2, F3, "rail"])
def test_a_closing_count_goes_on_where_it_was_left_and_stays_blind(
    clerk: Clerk, reader: ListeningScreenReader, place: Qt.Key | str
) -> None:
    opened(clerk)
    control(clerk, ENTER)
    clerk.type("4")
    clerk.press(ENTER)
    clerk.type("2")
    if isinstance(place, str):
        clerk.click("nav.customers")
    else:
        clerk.press(place)
    settle(clerk)
    assert not clerk.sees("shift.count")
    go(clerk)
    assert figures(clerk) == ["4", "2", ""]
    assert clerk.says("shift.counted") == "Rs. 5,000.00"
    assert clerk.find("place.dayclose").remark.text() == KEPT
    assert KEPT in reader.heard()
    assert clerk.find("shift.count.100").hasFocus()
    assert "Expected" in clerk.says("shift.title")
    assert not clerk.find("shift.differencebox").isVisible()
    assert "Count first" in words_in(clerk.find("shift.countpage"))
    assert not clerk.find("dayclose.next").isEnabled()
    count(clerk)
    assert clerk.says("shift.difference") == "No difference"
    control(clerk, ENTER)
    [report] = shifts(clerk).reports(clerk.app.session.counter().till, 5)
    assert report.counted is not None
    assert report.counted.pieces == ((1000, 4), (500, 2))
    # What is recorded is typed no more.
    control(clerk, ENTER)
    assert figures(clerk) == ["", "", ""]
    assert clerk.says("dayclose.next") == "Open with Rs. 5,000.00"


def test_esc_leaves_the_count_and_says_that_it_is_kept(clerk: Clerk) -> None:
    control(clerk, ENTER)
    clerk.type("3")
    clerk.press(ESC)
    assert not clerk.sees("shift.count")
    assert KEPT in clerk.says("dayclose.said")
    assert clerk.find("place.dayclose").remark.text() != KEPT
    assert "“Open the shift” goes on with it" in clerk.says("dayclose.said")
    # It was left on purpose: the day is shown, also from elsewhere.
    clerk.press(F3)
    settle(clerk)
    go(clerk)
    assert not clerk.sees("shift.count")
    control(clerk, ENTER)
    assert figures(clerk) == ["3", "", ""]
    assert clerk.says("dayclose.next") == "Open with Rs. 3,000.00"
    # Gone on with, it is interrupted as another is.
    clerk.press(F3)
    settle(clerk)
    go(clerk)
    assert figures(clerk) == ["3", "", ""]
    control(clerk, ENTER)
    assert expected(clerk) == Money.rupees(3000)
    # The next count is another one: nothing of the first stands in it.
    assert clerk.says("dayclose.next") == "Count and close"
    control(clerk, ENTER)
    assert figures(clerk) == ["", "", ""]
    clerk.press(ESC)
    assert not clerk.sees("dayclose.said")


def test_a_count_with_no_figure_left_is_none(clerk: Clerk) -> None:
    control(clerk, ENTER)
    clerk.type("3")
    clerk.press(Qt.Key.Key_Backspace)
    clerk.press(F3)
    settle(clerk)
    go(clerk)
    assert not clerk.sees("shift.count")
    assert not clerk.sees("dayclose.said")


def test_a_compared_count_comes_back_with_its_reason_and_the_cash_that_moved(
    clerk: Clerk, clock: HandClock
) -> None:
    opened(clerk)
    control(clerk, ENTER)
    count(clerk, "4")
    clerk.type("Tea")
    clerk.press(F3)
    settle(clerk)
    till, tea = clerk.app.session.counter().till, Money.rupees(100)
    shifts(clerk).move(till, clock.now(), MovementKind.PAID_OUT, tea, "Tea")
    go(clerk)
    assert clerk.says("shift.difference") == "Rs. 900.00 short"
    assert clerk.says("shift.reason") == "Tea"


def test_it_is_kept_while_the_window_is_built_anew_elsewhere(clerk: Clerk) -> None:
    control(clerk, ENTER)
    clerk.type("3")
    clerk.press(F12)
    settle(clerk)
    clerk.app.session.set_language(Language.NEPALI)
    settle(clerk)
    go(clerk)
    assert figures(clerk) == ["3", "", ""]


def test_the_count_of_a_shift_that_somebody_closed_is_no_count_of_the_next(
    clerk: Clerk, clock: HandClock
) -> None:
    opened(clerk)
    control(clerk, ENTER)
    clerk.type("4")
    clerk.press(F3)
    settle(clerk)
    number = current(clerk).number
    close_elsewhere(clerk)
    clock.move(timedelta(minutes=5))
    context = clerk.app.window._context
    till = clerk.app.session.counter().till
    context.shifts.open(context.environment, till, CashCount.of({1000: 5}))
    assert current(clerk).number == number + 1
    go(clerk)
    assert not clerk.sees("shift.count")
    control(clerk, ENTER)
    assert figures(clerk) == ["", "", ""]


def test_what_was_recorded_does_not_stand_in_a_later_count_that_begins_alike(
    clerk: Clerk,
) -> None:
    opened(clerk)
    control(clerk, ENTER)
    count(clerk, "5")
    control(clerk, ENTER)
    control(clerk, ENTER)
    clerk.type("5")
    control(clerk, ENTER)
    assert current(clerk).number == 2
    # The other PC of this drawer closes with the same sum.
    close_elsewhere(clerk)
    go(clerk)
    assert not clerk.sees("shift.count")
    control(clerk, ENTER)
    assert figures(clerk) == ["", "", ""]


def test_what_one_person_counted_is_hidden_from_the_next(clerk: Clerk) -> None:
    opened(clerk)
    control(clerk, ENTER)
    count(clerk, "4")
    clerk.press(F3)
    settle(clerk)
    clerk.app.session.operator_id = "another"
    go(clerk)
    assert not clerk.sees("shift.count")
    control(clerk, ENTER)
    assert figures(clerk) == ["", "", ""]
    assert not clerk.sees("shift.differencebox")
