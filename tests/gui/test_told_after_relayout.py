"""What was recorded or printed is told, though another layout was asked for meanwhile.

The page that waits for the answer is built anew only once it has it: its successor would wait for
ever, and the clerk would do the same again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from desktop_app.ui.runtime import tasks
from tests.clerk import ENTER, Clerk, ledger_of
from tests.gui.payments_kit import shop_of_two_days
from tests.gui.shift_kit import control, count, current, expected, go, opened, shifts
from tests.gui.test_places_kit import words_in
from tests.gui.told_kit import at_open_shift, move
from tests.other_program import locked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.tasks_kit import NoPrinter

CTRL = Qt.KeyboardModifier.ControlModifier


def in_the_other_language(clerk: Clerk) -> None:
    QTest.keyClick(QApplication.focusWidget() or clerk.app.window, Qt.Key.Key_L, CTRL)


def in_another_size(clerk: Clerk) -> None:
    is_compact = clerk.app.window._context.theme.compact
    clerk.app.window.resize(*((1366, 688) if is_compact else (1093, 534)))


def a_while() -> None:
    """As long as it takes to build the window anew, where that is not put off."""
    QTest.qWait(100)


@pytest.mark.parametrize("ask", [in_the_other_language, in_another_size])
@pytest.mark.parametrize("place", ["result", "waiting"])
def test_cash_that_went_back_is_not_asked_for_again(
    clerk: Clerk, record_file: Path, ask: Callable[[Clerk], None], place: str
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    if place == "waiting":
        clerk.press(Qt.Key.Key_F4)
        clerk.until_idle()
    before = clerk.app.window.main_view
    with locked(record_file):
        clerk.press(Qt.Key.Key_R, modifier=CTRL)
        ask(clerk)
        a_while()
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.until_idle()
    paid = ledger_of(clerk.app).payment(1)
    assert paid is not None
    assert paid.cash_returned_at is not None
    if ask is in_the_other_language:
        assert clerk.app.session.settings.language is Language.NEPALI
        in_the_other_language(clerk)
        clerk.until_idle()
    said = " ".join(clerk.texts())
    assert ("The cash was given back" if place == "result" else "Nothing is waiting") in said
    assert "Give back Rs." not in said


def test_what_was_taken_out_of_the_drawer_is_told_once_it_is_recorded(
    clerk: Clerk, record_file: Path
) -> None:
    go(clerk)
    opened(clerk)
    control(clerk, Qt.Key.Key_M)
    dialog = clerk.app.window.findChild(QDialog, "shift.movement")
    assert isinstance(dialog, QDialog)
    for words in ("300", "Rickshaw"):
        field = dialog.focusWidget()
        assert field is not None
        QTest.keyClicks(field, words)
        QTest.keyClick(field, ENTER)
    save = dialog.findChild(QWidget, "movement.save")
    assert isinstance(save, QWidget)
    with locked(record_file):
        QTest.keyClick(save, ENTER)
        clerk.app.window.activateWindow()
        a_while()
        in_the_other_language(clerk)
        a_while()
    clerk.wait(lambda: any(said.startswith("रेकर्ड भयो।") for said in clerk.texts()))
    assert [one.reason for one in shifts(clerk).movements(current(clerk).number)][-1] == "Rickshaw"
    assert expected(clerk) == Money.rupees(4700)


def test_a_shift_that_was_closed_has_its_report(clerk: Clerk, record_file: Path) -> None:
    go(clerk)
    opened(clerk)
    control(clerk, Qt.Key.Key_Return)
    count(clerk, "5")
    with locked(record_file):
        clerk.press(Qt.Key.Key_Return, modifier=CTRL)
        in_the_other_language(clerk)
        a_while()
    clerk.wait(lambda: [paper.title for paper in clerk.tray.printed] == ["Z report 000001"])
    clerk.until_idle()
    assert shifts(clerk).current(clerk.app.session.counter().till) is None
    assert len(clerk.tray.saved) == 1
    assert clerk.find("dayclose.next").isVisible()


@pytest.mark.parametrize("place", ["result", "payments"])
def test_a_paper_that_did_not_come_out_is_told_of(
    clerk: Clerk, printer: NoPrinter, place: str
) -> None:
    clerk.has_paid("online_renew", at_result=True)
    if place == "payments":
        clerk.press(Qt.Key.Key_F3)
        clerk.until_idle()
    before = clerk.app.window.main_view
    clerk.press(Qt.Key.Key_F9)
    in_another_size(clerk)
    a_while()
    printer.go_on.set()
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.until_idle()
    assert "Counter 80" in words_in(clerk.find(f"{place}.message"))


def test_a_printer_that_hangs_does_not_keep_the_window_as_it_is(
    clerk: Clerk, printer: NoPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "MS_FOR_PAPERS", 50)
    clerk.has_paid("online_renew", at_result=True)
    before = clerk.app.window.main_view
    clerk.press(Qt.Key.Key_F9)
    in_another_size(clerk)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    assert not clerk.app.tasks.is_idle, "it hangs still"
    printer.go_on.set()
    clerk.until_idle()


def test_what_was_said_beside_a_payment_stays_until_another_is_chosen(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = shop_of_two_days(shops, server, tmp_path)
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_S, modifier=CTRL)
    clerk.press(Qt.Key.Key_E, modifier=CTRL)
    clerk.wait(lambda: "Saved." in words_in(clerk.find("payments.message")))
    clerk.wait(lambda: clerk.sees("payments.exported.open"))
    clerk.until_idle()
    for ask in (in_another_size, in_the_other_language):
        before = clerk.app.window.main_view
        ask(clerk)
        clerk.wait(lambda: clerk.app.window.main_view is not before)  # noqa: B023
        clerk.until_idle()
        assert "Saved." in words_in(clerk.find("payments.message"))
        assert clerk.sees("payments.message.open")
        assert clerk.sees("payments.exported.open")
    clerk.press(Qt.Key.Key_Down)
    clerk.until_idle()
    assert not clerk.sees("payments.message")


def test_what_was_said_of_customers_stays(clerk: Clerk) -> None:
    clerk.has_paid("online_renew")
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_E, modifier=CTRL)
    clerk.wait(lambda: clerk.sees("customers.message.open"))
    before = clerk.app.window.main_view
    in_another_size(clerk)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.until_idle()
    assert clerk.sees("customers.message.open")


def says_in_both_languages(clerk: Clerk, name: str, english: str, nepali: str) -> None:
    """The message begins so in English, in Nepali, and is then the same again."""
    whole = clerk.says(name)
    assert whole.startswith(english)
    for said in (nepali, whole):
        in_the_other_language(clerk)
        clerk.wait(lambda: clerk.says(name).startswith(said))  # noqa: B023 - waited for at once
        clerk.until_idle()


@pytest.mark.usefixtures("impatient")
def test_what_was_said_of_cash_is_said_in_the_language_of_the_page_that_says_it_again(
    clerk: Clerk, record_file: Path
) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    with locked(record_file):
        clerk.press(Qt.Key.Key_R, modifier=CTRL)
        clerk.until_idle()
    says_in_both_languages(clerk, "result.message", "Not recorded: ", "रेकर्ड हुन सकेन: ")
    # Recorded, it is said no more.
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_R, modifier=CTRL)
    clerk.until_idle()
    says_in_both_languages(clerk, "waiting.message", "Recorded.", "रेकर्ड भयो।")


@pytest.mark.usefixtures("impatient")
def test_what_is_not_recorded_is_said_in_the_language_of_the_page_that_says_it_again(
    clerk: Clerk, record_file: Path
) -> None:
    at_open_shift(clerk)
    with locked(record_file):
        move(clerk, "300", "Rickshaw")
        clerk.until_idle()
    says_in_both_languages(clerk, "dayclose.said", "Not recorded: Taken out", "रेकर्ड हुन सकेन: ")
