"""A caution that something is not recorded goes once the same thing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.clerk import Clerk, ledger_of
from tests.gui.told_kit import (
    CTRL,
    F2,
    F4,
    R,
    give_back_and_leave,
    move,
    move_twice,
    owes_cash,
    reasons,
    told,
)
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

TAB = Qt.Key.Key_Tab

pytestmark = pytest.mark.usefixtures("impatient")


def test_the_result_does_not_say_of_recorded_cash_that_it_could_not_be_recorded(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
    assert clerk.sees("result.message")
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)
    assert clerk.says("result.state") == "CASH RETURNED"
    assert not clerk.sees("result.message")


def test_what_was_recorded_in_waiting_is_not_told_at_the_result_as_unrecorded(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    give_back_and_leave(clerk, record_file, F4)
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)
    clerk.press(F2)
    clerk.until_idle()
    assert not clerk.sees("result.message")


@pytest.mark.parametrize(
    ("field", "message"),
    [("result.phone", "result.message"), ("waiting.phone.1", "waiting.message")],
)
def test_a_phone_that_is_kept_at_last_is_not_told_as_unsaved(
    clerk: Clerk, record_file: Path, field: str, message: str
) -> None:
    clerk.has_paid("practice_waiting", at_result=field == "result.phone")
    if field != "result.phone":
        clerk.press(F4)
        clerk.until_idle()

    def note(phone: str) -> None:
        clerk.find(field).setFocus()
        clerk.find(field).selectAll()
        clerk.type(phone)
        clerk.press(TAB)
        clerk.until_idle()

    with locked(record_file):
        note("9841000000")
    assert clerk.says(message).startswith("The phone number could not be saved.")
    note("9841000001")
    paid = ledger_of(clerk.app).payment(1)
    assert paid is not None
    assert paid.customer_phone == "9841000001"
    assert not clerk.sees(message)


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_what_is_not_recorded_is_seen_in_the_smallest_window(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.app.window.setMinimumSize(10, 10)
    clerk.app.window.resize(911, 432)
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
    message = clerk.find("result.message")
    seen = message.visibleRegion().boundingRect()
    assert seen.height() == message.height(), (seen, message.size())


# --- above all pages ----------------------------------------------------------------------


def test_help_is_closed_and_the_page_alone_tells_what_is_not_recorded(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    give_back_and_leave(clerk, record_file, Qt.Key.Key_F1)
    assert clerk.says("result.message").startswith("Not recorded: ")
    assert not told(clerk)


def test_what_is_told_above_all_pages_goes_once_it_is_recorded(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    give_back_and_leave(clerk, record_file, F4)
    assert told(clerk).startswith("Not recorded: ")
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)
    assert not told(clerk)


def test_cash_of_the_same_amount_takes_back_nothing_of_another_payment(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid")
    clerk.has_paid("practice_not_paid", at_result=True)
    give_back_and_leave(clerk, record_file, F4)
    words = told(clerk)
    assert words.startswith("Not recorded: ")
    for number, left in ((1, words), (2, "")):
        clerk.find(f"waiting.card.{number}").setFocus()
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
        assert not owes_cash(clerk, number)
        assert told(clerk) == left


def test_the_second_of_two_movements_takes_back_nothing_of_the_first(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    move_twice(clerk, monkeypatch, ("300", "Rickshaw"), ("300", "Rickshaw"))
    assert reasons(clerk) == ["Rickshaw"]
    assert "Rickshaw" in told(clerk)
    move(clerk, "300", "Rickshaw")
    clerk.until_idle()
    assert reasons(clerk) == ["Rickshaw", "Rickshaw"]
    assert not told(clerk)
