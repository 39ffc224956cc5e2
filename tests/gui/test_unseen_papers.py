"""A paper that did not come out is told to a clerk who has gone on, naming which it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.shift_kit import control, count, go, opened, shifts
from tests.gui.tasks_kit import HeldRecords, NoPrinter
from tests.gui.test_tenders import owing
from tests.gui.told_kit import CTRL, F2, F4, R, owes_cash, put_away, settle, told

if TYPE_CHECKING:
    from tests.gui.screen_reader import ListeningScreenReader

F9 = Qt.Key.Key_F9
GONE = "The printer “Counter 80” is not there."


def print_receipt(clerk: Clerk) -> None:
    """A receipt is on its way to the printer, and the result still shown."""
    clerk.has_paid("online_renew", at_result=True)
    clerk.press(F9)


def test_a_receipt_that_did_not_come_out_is_told_with_the_next_customer(
    clerk: Clerk, printer: NoPrinter, reader: ListeningScreenReader
) -> None:
    print_receipt(clerk)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    reader.heard()
    printer.go_on.set()
    clerk.until_idle()
    words = told(clerk)
    assert words.startswith(f"Online Renew · Rs. 4,915.00: {GONE}")
    assert words in reader.heard()
    put_away(clerk)
    assert not told(clerk)


def test_a_receipt_is_told_of_on_its_page_alone_while_that_is_seen(
    clerk: Clerk, printer: NoPrinter
) -> None:
    print_receipt(clerk)
    printer.go_on.set()
    clerk.until_idle()
    assert GONE in clerk.says("result.message")
    assert not told(clerk)


def test_a_receipt_is_told_of_once_the_next_result_is_shown(
    clerk: Clerk, printer: NoPrinter
) -> None:
    print_receipt(clerk)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("online_due_payment")
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CONFIRM))
    clerk.press(Qt.Key.Key_F8)
    clerk.wait(lambda: bool(clerk.find("confirm.pay").isEnabled()))
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.RESULT))
    printer.go_on.set()
    clerk.until_idle()
    assert GONE in told(clerk)
    assert not clerk.sees("result.message")


def test_a_report_of_a_closed_shift_that_did_not_come_out_is_told_elsewhere(
    clerk: Clerk, printer: NoPrinter
) -> None:
    go(clerk)
    opened(clerk)
    control(clerk, Qt.Key.Key_Return)
    count(clerk, "5")
    clerk.press(Qt.Key.Key_Return, modifier=CTRL)
    clerk.wait(lambda: shifts(clerk).current(clerk.app.session.counter().till) is None)
    clerk.wait(lambda: "Z report 000001" in clerk.says("dayclose.said"))
    clerk.press(F2)
    printer.go_on.set()
    clerk.until_idle()
    assert told(clerk) == f"Z report 000001: {GONE} It is saved as a file."


def test_a_slip_that_did_not_come_out_is_told_once_the_list_is_closed(
    clerk: Clerk, printer: NoPrinter
) -> None:
    dialog = owing(clerk)
    settle(clerk, dialog, "100")
    clerk.press(ESC)
    clerk.app.window.activateWindow()
    printer.go_on.set()
    clerk.until_idle()
    assert told(clerk).startswith(f"Suman Shrestha settled Rs. 100.00: {GONE}")


def test_who_comes_back_to_a_result_finds_what_is_under_way_and_what_came_of_it(
    clerk: Clerk,
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with HeldRecords(clerk.app.tasks):
        clerk.press(R, modifier=CTRL)
        clerk.press(F4)
        clerk.wait(lambda: clerk.sees("waiting.title"))
        clerk.press(F2)
        assert clerk.says("result.hint") == "Recording…"
        clerk.press(R, modifier=CTRL)
    clerk.until_idle()
    assert clerk.says("result.state") == "CASH RETURNED"
    assert not told(clerk)
    assert not clerk.sees("result.message")
    assert not owes_cash(clerk)
