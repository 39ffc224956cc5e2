"""What could not be recorded is told to a clerk who has gone elsewhere, naming what it was.

Cash has moved by then, and whoever is told nothing takes it for recorded, or hands it out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.ui.shift.credit_dialogs import CreditNoteDialog
from desktop_app.ui.shift.movement_dialog import MovementDialog
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.shift_kit import control, expected, go
from tests.gui.tasks_kit import HeldRecords
from tests.gui.test_credit_page import kinds, open_credit
from tests.gui.test_tenders import customers, owing
from tests.gui.told_kit import (
    CTRL,
    F2,
    F4,
    F6,
    PAPER,
    R,
    at_open_shift,
    give_back_and_leave,
    move,
    move_twice,
    owes_cash,
    put_away,
    reasons,
    settle,
    told,
)
from tests.other_program import locked
from tests.paper import rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.screen_reader import ListeningScreenReader

pytestmark = pytest.mark.usefixtures("impatient")


# --- the drawer ---------------------------------------------------------------------------


def test_cash_that_could_not_be_recorded_is_told_where_the_clerk_is(
    clerk: Clerk, record_file: Path, reader: ListeningScreenReader
) -> None:
    at_open_shift(clerk)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            move(clerk, "300", "Rickshaw")
            clerk.press(F2)
            reader.heard()
        clerk.until_idle()
    words = told(clerk)
    assert words.startswith("Not recorded: Taken out · Rs. 300.00 · Rickshaw.")
    assert PAPER in words
    assert words in reader.heard()
    assert expected(clerk) == Money.rupees(5000)
    # In each place, and in the other language as well, until it was read.
    clerk.press(F6)
    clerk.until_idle()
    assert told(clerk) == words
    assert clerk.sees("dayclose.said")
    assert "Rickshaw" in clerk.says("dayclose.said")
    QTest.keyClick(clerk.app.window, Qt.Key.Key_L, CTRL)
    clerk.until_idle()
    assert "Rickshaw" in told(clerk)
    assert "Not recorded" not in told(clerk)
    QTest.keyClick(clerk.app.window, Qt.Key.Key_L, CTRL)
    clerk.until_idle()
    assert told(clerk) == words
    put_away(clerk)
    assert not told(clerk)


def test_what_is_told_on_its_page_is_not_told_above_it_as_well(
    clerk: Clerk, record_file: Path
) -> None:
    at_open_shift(clerk)
    with locked(record_file):
        move(clerk, "300", "Rickshaw")
        clerk.until_idle()
    assert "Not recorded: Taken out · Rs. 300.00 · Rickshaw." in clerk.says("dayclose.said")
    assert not told(clerk)


def test_each_of_two_movements_in_a_row_is_recorded_and_told(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    at_open_shift(clerk)
    reader.heard()
    with HeldRecords(clerk.app.tasks):
        move(clerk, "300", "Rickshaw")
        move(clerk, "200", "Tea")
    clerk.until_idle()
    assert reasons(clerk) == ["Rickshaw", "Tea"]
    assert expected(clerk) == Money.rupees(4500)
    said = clerk.says("dayclose.said")
    assert "Rs. 300.00 · Rickshaw" in said
    assert "Rs. 200.00 · Tea" in said
    assert reader.heard().count("Recorded.") == 2


def test_that_cash_is_being_recorded_is_said_until_all_of_it_is(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    at_open_shift(clerk)
    before_first = HeldRecords(clerk.app.tasks)
    move(clerk, "300", "Rickshaw")
    before_second = HeldRecords(clerk.app.tasks)
    assert clerk.says("dayclose.said") == "Recording…"
    assert "Recording…" in reader.heard()
    move(clerk, "200", "Tea")
    with before_second:
        with before_first:
            assert clerk.says("dayclose.said") == "Recording…"
        clerk.wait(lambda: "Rickshaw" in clerk.says("dayclose.said"))
        assert clerk.says("dayclose.said").endswith("Rickshaw · Recording…"), "the tea is not"
    clerk.until_idle()
    assert clerk.says("dayclose.said").endswith("Rickshaw; Taken out · Rs. 200.00 · Tea")


def test_the_first_of_two_is_told_though_the_second_is_recorded_at_once(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_twice(clerk, monkeypatch, ("300", "Rickshaw"), ("200", "Tea"))
    assert reasons(clerk) == ["Tea"]
    assert "Rickshaw" in told(clerk)
    said = clerk.says("dayclose.said")
    assert said.startswith("Recorded.")
    assert "Rickshaw" not in said


def test_several_that_nobody_saw_are_read_one_after_the_other(
    clerk: Clerk, record_file: Path
) -> None:
    at_open_shift(clerk)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            move(clerk, "300", "Rickshaw")
            move(clerk, "200", "Tea")
            clerk.press(F2)
        clerk.until_idle()
    assert "Tea" in told(clerk)
    put_away(clerk)
    assert "Rickshaw" in told(clerk)
    put_away(clerk)
    assert not told(clerk)


def test_what_was_recorded_while_the_clerk_was_elsewhere_waits_on_its_page(
    clerk: Clerk, reader: ListeningScreenReader
) -> None:
    at_open_shift(clerk)
    with HeldRecords(clerk.app.tasks):
        move(clerk, "300", "Rickshaw")
        clerk.press(F2)
    clerk.until_idle()
    assert not told(clerk)
    assert expected(clerk) == Money.rupees(4700)
    reader.heard()
    clerk.press(F6)
    clerk.until_idle()
    assert clerk.sees("dayclose.said")
    assert clerk.says("dayclose.said").startswith("Recorded. Taken out · Rs. 300.00")
    assert "Recorded. Taken out" in reader.heard()
    clerk.press(F2)
    clerk.until_idle()
    clerk.press(F6)
    clerk.until_idle()
    assert not clerk.sees("dayclose.said")


def test_a_second_press_while_the_shift_is_being_opened_is_answered(clerk: Clerk) -> None:
    go(clerk)
    control(clerk, Qt.Key.Key_Return)
    clerk.type("5")
    with HeldRecords(clerk.app.tasks):
        clerk.press(Qt.Key.Key_Return, modifier=CTRL)
        assert clerk.says("dayclose.said") == "Recording…"
        clerk.press(Qt.Key.Key_Return, modifier=CTRL)
        assert "Something is still being recorded." in clerk.says("dayclose.said")
    clerk.until_idle()
    assert "The shift is open." in clerk.says("dayclose.said")
    assert expected(clerk) == Money.rupees(5000)


def test_a_movement_is_recorded_once_though_enter_is_pressed_twice(clerk: Clerk) -> None:
    at_open_shift(clerk)
    clerk.press(Qt.Key.Key_M, modifier=CTRL)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), MovementDialog))
    for words in ("300", "Rickshaw"):
        clerk.type(words)
        clerk.press(ENTER)
    save = clerk.find("movement.save")
    for _ in range(2):
        QTest.keyClick(save, ENTER)
    clerk.until_idle()
    assert reasons(clerk) == ["Rickshaw"]


# --- what the owner notes -----------------------------------------------------------------


def note_charge(clerk: Clerk, amount: str) -> None:
    """A charge of the service, with keys; what comes of it is not waited for."""
    clerk.press(Qt.Key.Key_T, modifier=CTRL)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), CreditNoteDialog))
    clerk.type(amount)
    clerk.press(ENTER, ENTER)
    clerk.app.window.activateWindow()
    clerk.wait(lambda: QApplication.activeWindow() is clerk.app.window)


def test_each_of_two_notes_in_a_row_is_recorded(clerk: Clerk) -> None:
    open_credit(clerk)
    with HeldRecords(clerk.app.tasks):
        note_charge(clerk, "30")
        note_charge(clerk, "20")
    clerk.until_idle()
    assert [abs(rupees) for _, rupees in kinds(clerk)] == [30, 20]


def test_a_note_that_is_not_recorded_is_told_where_the_owner_is(
    clerk: Clerk, record_file: Path
) -> None:
    open_credit(clerk)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            note_charge(clerk, "30")
            clerk.press(F2)
        clerk.until_idle()
    assert told(clerk).startswith("Not recorded: Top-up · Rs. 30.00.")


# --- cash that goes back ------------------------------------------------------------------


def test_at_the_result_it_is_told_of_which_payment_and_pressed_again_in_waiting(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
    said = clerk.says("result.message")
    assert said.startswith("Not recorded: ")
    assert "Rs. 1,356.00: cash given back." in said
    assert said.endswith("Note it on paper and press Ctrl R again later, in Waiting.")
    assert not told(clerk)


@pytest.mark.parametrize("place", ["result", "waiting"])
def test_cash_given_back_that_is_not_recorded_is_told_before_it_is_given_twice(
    clerk: Clerk, record_file: Path, place: str
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    if place == "waiting":
        clerk.press(F4)
        clerk.until_idle()
    give_back_and_leave(clerk, record_file, F2)
    assert owes_cash(clerk)
    clerk.press(F4)
    clerk.until_idle()
    words = told(clerk)
    assert words.startswith("Not recorded: ")
    assert ": cash given back." in words
    assert "Rs. 1,356.00" in words
    assert PAPER in words


def test_in_waiting_it_is_told_of_which_payment_and_a_second_press_is_answered(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid")
    clerk.press(F4)
    clerk.until_idle()
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            assert "Recording…" in clerk.says("waiting.message")
            clerk.press(R, modifier=CTRL)
            assert "Something is still being recorded." in clerk.says("waiting.message")
        clerk.until_idle()
    said = clerk.says("waiting.message")
    assert said.startswith("Not recorded: ")
    assert "Rs. 1,356.00: cash given back." in said
    assert not told(clerk)
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)


# --- on account ---------------------------------------------------------------------------


def test_a_settling_that_is_not_recorded_is_told_once_the_list_is_closed(
    clerk: Clerk, record_file: Path, reader: ListeningScreenReader
) -> None:
    dialog = owing(clerk)
    with locked(record_file):
        with HeldRecords(clerk.app.tasks):
            settle(clerk, dialog, "100")
            clerk.press(ESC)
            clerk.app.window.activateWindow()
        clerk.until_idle()
    assert told(clerk).startswith("Not recorded: Suman Shrestha settled Rs. 100.00.")
    assert told(clerk) in reader.heard()
    assert customers(clerk, Environment.TEST)[0].owed == Money.rupees(278)


def test_what_came_of_a_settling_is_said(
    clerk: Clerk, record_file: Path, reader: ListeningScreenReader
) -> None:
    dialog = owing(clerk)
    assert "Owed by all: Rs. 278.00" in reader.heard()
    with locked(record_file):
        settle(clerk, dialog, "100")
        clerk.until_idle()
    assert reader.heard().count("Not recorded: Suman Shrestha settled Rs. 100.00.") == 1
    assert not told(clerk)
    settle(clerk, dialog, "100")
    clerk.until_idle()
    assert reader.heard().count("Still owed: Rs. 178.00") == 1


def test_what_is_still_owed_after_two_parts_is_that_of_the_record(
    clerk: Clerk, record_file: Path
) -> None:
    dialog = owing(clerk)
    with HeldRecords(clerk.app.tasks):
        settle(clerk, dialog, "100")
        settle(clerk, dialog, "50")
    clerk.until_idle()
    assert customers(clerk, Environment.TEST)[0].owed == Money.rupees(128)
    assert "Still owed: Rs. 128.00" in clerk.says("onaccount.says")
    slips = [rows(slip) for slip in clerk.tray.printed]
    assert [slip["Still owed"] for slip in slips] == ["178.00", "128.00"]
