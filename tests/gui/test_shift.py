"""Day close: a shift is opened in one key, counted blind, compared and closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from desktop_app.core.money import Money
from desktop_app.core.payments.payment import EventKind
from desktop_app.core.shifts.movement import MovementKind
from tests.clerk import ESC, Clerk, ledger_of
from tests.gui.shift_kit import (
    RETURN,
    at_day_close,
    control,
    count,
    current,
    expected,
    go,
    opened,
    shifts,
)
from tests.gui.test_places_kit import words_in
from tests.gui.test_places_waiting_checks import pay, settle

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

F2, F9 = Qt.Key.Key_F2, Qt.Key.Key_F9


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    return at_day_close(shops, server, clock)


def test_a_shift_is_opened_with_what_was_counted(clerk: Clerk) -> None:
    assert clerk.says("dayclose.shift") == "none open"
    control(clerk, RETURN)
    assert clerk.find("shift.count.1000").hasFocus()
    assert clerk.says("dayclose.next") == "Open with Rs. 0.00"
    clerk.type("5")
    assert clerk.says("dayclose.next") == "Open with Rs. 5,000.00"
    control(clerk, RETURN)
    assert "The shift is open." in clerk.says("dayclose.said")
    assert expected(clerk) == Money.rupees(5000)
    assert clerk.says("dayclose.next") == "Count and close"


def test_the_count_is_blind_until_it_is_compared_and_the_next_shift_opens_with_two_keys(
    clerk: Clerk,
) -> None:
    opened(clerk)
    # An X report is printed at any time.
    clerk.press(F9)
    settle(clerk)
    assert [one.title for one in clerk.tray.printed] == ["X report 000001"]
    assert current(clerk).is_open
    # Esc leaves the count, and nothing is written.
    control(clerk, RETURN)
    clerk.type("3")
    clerk.press(ESC)
    assert not clerk.find("shift.count").isVisible()
    assert current(clerk).is_open
    assert expected(clerk) == Money.rupees(5000)
    control(clerk, RETURN)
    # The keyboard is where the count goes on; this one begins again.
    clerk.press(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert "Count first" in words_in(clerk.find("shift.countpage"))
    assert "5,000.00" not in words_in(clerk.find("shift.countpage"))
    assert not clerk.find("shift.differencebox").isVisible()
    assert not clerk.find("dayclose.next").isEnabled()
    count(clerk, "5")
    assert clerk.says("shift.difference") == "No difference"
    assert not clerk.find("shift.reason").isVisible()
    control(clerk, RETURN)
    assert "Z report 000001" in clerk.says("dayclose.said")
    assert "No difference" in clerk.says("dayclose.said")
    assert [one.title for one in clerk.tray.printed[1:]] == ["Z report 000001"]
    # The next one, with what this one counted.
    control(clerk, RETURN)
    assert clerk.says("dayclose.next") == "Open with Rs. 5,000.00"
    control(clerk, RETURN)
    assert expected(clerk) == Money.rupees(5000)


def test_a_difference_needs_a_reason(clerk: Clerk) -> None:
    opened(clerk)
    control(clerk, RETURN)
    count(clerk, "4", "1")
    assert clerk.says("shift.difference") == "Rs. 500.00 short"
    assert clerk.find("shift.reason").hasFocus()
    assert clerk.says("dayclose.missing") == "Write the reason for the difference"
    control(clerk, RETURN)
    assert current(clerk).is_open
    clerk.type("Paid the tea")
    control(clerk, RETURN)
    [report] = shifts(clerk).reports(clerk.app.session.counter().till, 5)
    assert report.reason == "Paid the tea"
    assert report.difference == Money.rupees(-500)


def test_a_payment_opens_a_shift_and_its_opening_cash_is_noted_later(clerk: Clerk) -> None:
    clerk.press(F2)
    pay(clerk, "online_renew")
    cash = expected(clerk)
    assert cash > Money(0)
    go(clerk)
    assert clerk.says("dayclose.next") == "Opening cash"
    control(clerk, RETURN)
    clerk.type("2")
    control(clerk, RETURN)
    assert expected(clerk) == cash + Money.rupees(2000)
    assert clerk.says("dayclose.next") == "Count and close"


def test_cash_that_moves_while_it_is_counted_is_compared_again(
    clerk: Clerk, clock: HandClock
) -> None:
    opened(clerk)
    control(clerk, RETURN)
    count(clerk, "5")
    till, tea = clerk.app.session.counter().till, Money.rupees(100)
    shifts(clerk).move(till, clock.now(), MovementKind.PAID_OUT, tea, "Tea")
    control(clerk, RETURN)
    assert "Cash moved while you counted" in clerk.says("dayclose.said")
    assert clerk.says("shift.difference") == "Rs. 100.00 over"
    assert current(clerk).is_open


def test_cash_is_taken_out_with_a_reason(clerk: Clerk) -> None:
    opened(clerk)
    control(clerk, Qt.Key.Key_M)
    dialog = clerk.app.window.findChild(QDialog, "shift.movement")
    assert dialog is not None
    QTest.keyClicks(dialog.focusWidget(), "300")
    QTest.keyClick(dialog.focusWidget(), RETURN)
    QTest.keyClicks(dialog.focusWidget(), "Rickshaw")
    QTest.keyClick(dialog.focusWidget(), RETURN)
    save = dialog.findChild(QWidget, "movement.save")
    assert save is not None and save.hasFocus()
    QTest.keyClick(save, RETURN)
    clerk.app.window.activateWindow()
    settle(clerk)
    assert expected(clerk) == Money.rupees(4700)
    [*_, last] = shifts(clerk).movements(current(clerk).number)
    assert (last.kind, last.reason) == (MovementKind.PAID_OUT, "Rickshaw")


def test_a_shift_that_was_forgotten_over_night_is_closed_as_one(
    clerk: Clerk, clock: HandClock
) -> None:
    opened(clerk)
    clock.move(timedelta(days=3))
    clerk.press(F2)
    go(clerk)
    assert "since 2083 Mangsir 6" in clerk.says("dayclose.shift")
    control(clerk, RETURN)
    count(clerk, "5")
    control(clerk, RETURN)
    [report] = shifts(clerk).reports(clerk.app.session.counter().till, 5)
    assert report.at - report.opened_at == timedelta(days=3)


def test_the_mouse_alone_opens_counts_and_closes(clerk: Clerk) -> None:
    clerk.click("dayclose.next")
    clerk.click("dayclose.next")
    settle(clerk)
    clerk.click("dayclose.next")
    field = clerk.find("shift.count.1")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "0")
    clerk.click("shift.compare")
    clerk.click("dayclose.next")
    settle(clerk)
    assert "Z report 000001" in clerk.says("dayclose.said")


def test_an_earlier_close_is_printed_again_as_a_copy(clerk: Clerk) -> None:
    for _ in range(2):
        opened(clerk)
        control(clerk, RETURN)
        count(clerk, "5")
        control(clerk, RETURN)
    clerk.tray.printed.clear()
    control(clerk, Qt.Key.Key_H)
    dialog = clerk.app.window.findChild(QDialog, "shift.closes")
    assert dialog is not None
    closes = dialog.findChild(QListWidget, "closes.list")
    assert closes is not None
    lines = [closes.item(row).text() for row in range(closes.count())]
    assert [line[:8] for line in lines] == ["Z 000002", "Z 000001"]
    assert all("Rs. 5,000.00 · No difference" in line for line in lines)
    QTest.keyClick(closes, Qt.Key.Key_Down)
    QTest.keyClick(closes, F9)
    clerk.app.window.activateWindow()
    settle(clerk)
    [paper] = clerk.tray.printed
    assert paper.title == "Z report 000001"
    assert "COPY" in paper.texts()


def test_earlier_closes_do_not_open_above_the_help_and_are_none_in_a_new_shop(clerk: Clerk) -> None:
    # They come late: not above the help, nor over another page.
    clerk.click("dayclose.closes")
    clerk.press(Qt.Key.Key_F1)
    settle(clerk)
    assert clerk.app.window.findChild(QDialog, "shift.closes") is None
    clerk.press(ESC)
    settle(clerk)
    QTest.mouseClick(clerk.find("dayclose.closes"), Qt.MouseButton.LeftButton)
    clerk.press(F2)
    settle(clerk)
    assert clerk.app.window.findChild(QDialog, "shift.closes") is None
    go(clerk)
    clerk.click("dayclose.closes")
    settle(clerk)
    dialog = clerk.app.window.findChild(QDialog, "shift.closes")
    assert dialog is not None
    again = dialog.findChild(QWidget, "closes.print")
    assert again is not None
    assert not again.isEnabled()
    QTest.keyClick(dialog, ESC)


def test_who_gives_cash_back_is_named_in_the_drawer_and_in_the_history(clerk: Clerk) -> None:
    clerk.press(F2)
    pay(clerk, "practice_not_paid")
    session = clerk.app.session
    session.change(replace(session.settings, operator="Hari"))
    settle(clerk)
    clerk.press(Qt.Key.Key_F4)
    settle(clerk)
    control(clerk, Qt.Key.Key_R)
    [*_, returned] = ledger_of(clerk.app).events(1)
    assert (returned.kind, returned.operator) == (EventKind.CASH_RETURNED, "Hari")
    [*_, moved] = shifts(clerk).movements(current(clerk).number)
    assert (moved.kind, moved.operator) == (MovementKind.CASH_RETURNED, "Hari")
    assert expected(clerk) == Money(0)
