"""A caution that something is not recorded goes once the same thing is recorded."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.data_folder import ledger_path
from desktop_app.ledger.sqlite.shifts import SqliteShifts
from tests.clerk import Clerk, ledger_of
from tests.gui.tasks_kit import HeldRecords
from tests.gui.test_unseen_writes import (
    CTRL,
    F2,
    F4,
    at_open_shift,
    move,
    reasons,
    refused_once,
    told,
)
from tests.other_program import locked

if TYPE_CHECKING:
    from pathlib import Path

R, TAB = Qt.Key.Key_R, Qt.Key.Key_Tab

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return ledger_path(tmp_path / "shop", Environment.TEST)


def owes_cash(clerk: Clerk, number: int = 1) -> bool:
    paid = ledger_of(clerk.app).payment(number)
    assert paid is not None
    return paid.owes_cash


def test_the_result_does_not_say_of_recorded_cash_that_it_could_not_be_recorded(
    clerk: Clerk, file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(file):
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
    assert clerk.sees("result.message")
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)
    assert clerk.says("result.state") == "CASH RETURNED"
    assert not clerk.sees("result.message")


def test_what_was_recorded_in_waiting_is_not_told_at_the_result_as_unrecorded(
    clerk: Clerk, file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(F4)
        clerk.until_idle()
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
    clerk: Clerk, file: Path, field: str, message: str
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

    with locked(file):
        note("9841000000")
    assert clerk.says(message).startswith("The phone number could not be saved.")
    note("9841000001")
    paid = ledger_of(clerk.app).payment(1)
    assert paid is not None
    assert paid.customer_phone == "9841000001"
    assert not clerk.sees(message)


# --- above all pages ----------------------------------------------------------------------


def test_help_is_closed_and_the_page_alone_tells_what_is_not_recorded(
    clerk: Clerk, file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(Qt.Key.Key_F1)
        clerk.until_idle()
    assert clerk.says("result.message").startswith("Not recorded: ")
    assert not told(clerk)


def test_what_is_told_above_all_pages_goes_once_it_is_recorded(clerk: Clerk, file: Path) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(F4)
        clerk.until_idle()
    assert told(clerk).startswith("Not recorded: ")
    clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert not owes_cash(clerk)
    assert not told(clerk)


def test_cash_of_the_same_amount_takes_back_nothing_of_another_payment(
    clerk: Clerk, file: Path
) -> None:
    clerk.has_paid("practice_not_paid")
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(file):
        with HeldRecords(clerk.app.tasks):
            clerk.press(R, modifier=CTRL)
            clerk.press(F4)
        clerk.until_idle()
    words = told(clerk)
    assert words.startswith("Not recorded: ")
    for number, left in ((1, words), (2, "")):
        clerk.find(f"waiting.phone.{number}").setFocus()
        clerk.press(R, modifier=CTRL)
        clerk.until_idle()
        assert not owes_cash(clerk, number)
        assert told(clerk) == left


def test_the_second_of_two_movements_takes_back_nothing_of_the_first(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_open_shift(clerk)
    monkeypatch.setattr(SqliteShifts, "move", partialmethod(refused_once, SqliteShifts.move, []))
    with HeldRecords(clerk.app.tasks):
        move(clerk, "300", "Rickshaw")
        move(clerk, "300", "Rickshaw")
    clerk.until_idle()
    assert reasons(clerk) == ["Rickshaw"]
    assert "Rickshaw" in told(clerk)
    move(clerk, "300", "Rickshaw")
    clerk.until_idle()
    assert reasons(clerk) == ["Rickshaw", "Rickshaw"]
    assert not told(clerk)
