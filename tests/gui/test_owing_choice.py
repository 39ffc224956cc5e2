"""Who owes a bill is chosen at Confirm among many customers, by keys and by the mouse."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.data_folder import ledger_path
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, TEST_TOKEN, Clerk
from tests.fakes import HandClock
from tests.gui.owner_kit import come, question_of
from tests.gui.service_kit import left_behind
from tests.gui.test_tenders import ALT, THREE, ask, customers, pay, to_confirm
from tests.keyboard import Keyboard
from tests.people_kit import RAMS, SITAS, people_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ui.wizard.tender_dialog import TenderDialog
    from tests.gui.conftest import OpenShop


def add_many(clerk: Clerk) -> None:
    """300 customers; three of them are called alike, and one owes within a limit."""
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    for number in range(297):
        on_account.add(environment, f"Customer {number}", f"97{number:08}")
    for phone in ("9800000001", "9800000002"):
        on_account.add(environment, "Ram Thapa", phone)
    kept = on_account.add(environment, "Rāmeśvar Thāpā", "9811111111")
    till = clerk.app.session.counter().till
    on_account.set_limit(environment, till, kept.id, Money.rupees(500), None)


@pytest.fixture(scope="module")
def record_of_many(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of a shop that they owe."""
    folder = tmp_path_factory.mktemp("many") / "shop"
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as server:
        left_behind(folder, server.url, HandClock(), add_many)
    return ledger_path(folder, Environment.TEST)


@pytest.fixture
def of_many(tmp_path: Path, record_of_many: Path) -> None:
    """The shop of the test has that record; it is opened after this."""
    record = ledger_path(tmp_path / "shop", Environment.TEST)
    record.parent.mkdir(parents=True)
    shutil.copyfile(record_of_many, record)


with_many = pytest.mark.usefixtures("of_many")


def shown(clerk: Clerk) -> list[str]:
    listed = clerk.find("tender.customers")
    return [listed.item(number).text() for number in range(listed.count())]


def open_of_many(clerk: Clerk) -> TenderDialog:
    """The dialog, where it is typed who owes."""
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
    return dialog


@with_many
def test_one_of_300_is_found_and_taken_by_keys_alone(clerk: Clerk) -> None:
    dialog = open_of_many(clerk)
    assert clerk.find("tender.name").hasFocus()
    clerk.type("thapa")
    assert shown(clerk) == [
        "Rāmeśvar Thāpā · 9811111111 · owes nothing · limit Rs.\N{NO-BREAK SPACE}500.00",
        "Ram Thapa · 9800000001 · owes nothing",
        "Ram Thapa · 9800000002 · owes nothing",
        "A new customer: thapa",
    ]
    assert not clerk.find("tender.take").isEnabled(), "half a name charges nobody"
    assert clerk.says("tender.missing") == "Who owes it?"
    clerk.press(ENTER)
    assert clerk.find("tender.customers").hasFocus()
    assert clerk.says("tender.says") == (
        "Rāmeśvar Thāpā owes Rs. 0.00 now. The limit is Rs. 500.00."
    )
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: not dialog.isVisible())
    (tender,) = pay(clerk)
    (owes,) = (one for one in customers(clerk, Environment.TEST) if one.owed)
    assert (tender.customer, tender.allowed_by, owes.name) == (owes.id, "", "Rāmeśvar Thāpā")


@with_many
def test_who_owes_is_searched_among_300_and_nobody_is_taken_by_chance(clerk: Clerk) -> None:
    open_of_many(clerk)
    # Of two with one name neither is taken before one is chosen.
    clerk.type("Ram Thapa")
    assert not clerk.find("tender.take").isEnabled()
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (
        clerk.find("tender.customers")
        .selectedItems()[0]
        .text()
        .startswith("Ram Thapa · 9800000002")
    )
    clerk.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert clerk.find("tender.name").hasFocus()
    clerk.find("tender.name").selectAll()
    clerk.type("98000 00002")
    assert clerk.find("tender.take").isEnabled(), "a whole phone number is one customer’s"
    clerk.find("tender.name").clear()
    clerk.type("9800")
    assert not clerk.find("tender.take").isEnabled()
    # Of very many it is said how many are left out.
    clerk.find("tender.name").clear()
    clerk.type("Customer")
    left = shown(clerk)[100]
    assert left == "And 197 others: type more of the name"
    listed = clerk.find("tender.customers")
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up)
    assert marked(clerk) == [shown(clerk)[99]], "the row that counts them is nobody"
    place = listed.visualItemRect(listed.item(100)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert marked(clerk) == [shown(clerk)[99]]
    # A number that nobody has needs a name.
    clerk.find("tender.name").setFocus()
    clerk.find("tender.name").clear()
    clerk.type("98765")
    assert shown(clerk) == []
    assert clerk.says("tender.says") == (
        "Nobody has that number. Type the name of the new customer."
    )
    assert not clerk.find("tender.take").isEnabled()
    clerk.press(ENTER)
    assert clerk.find("tender.name").hasFocus()
    clerk.find("tender.name").selectAll()
    clerk.type("Nirmala")
    assert marked(clerk) == ["A new customer: Nirmala"]


@with_many
def test_one_of_300_is_found_and_taken_by_the_mouse(clerk: Clerk) -> None:
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.click("tender.kind.on_account")
    listed = clerk.find("tender.customers")
    assert [one.text() for one in listed.selectedItems()] == ["A new customer: Suman Shrestha"], (
        "whose bill it is, is proposed"
    )
    clerk.find("tender.name").selectAll()
    clerk.find("tender.name").setFocus()
    clerk.type("9811")
    assert len(shown(clerk)) == 1
    place = listed.visualItemRect(listed.item(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.click("tender.take")
    clerk.wait(lambda: not dialog.isVisible())
    pay(clerk)
    (owes,) = (one for one in customers(clerk, Environment.TEST) if one.owed)
    assert owes.phone == "9811111111"


@with_many
def test_a_new_customer_beside_some_of_a_like_name_is_chosen_as_such(clerk: Clerk) -> None:
    dialog = open_of_many(clerk)
    clerk.type("Ram")
    assert not clerk.find("tender.phone").isEnabled()
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_End)
    assert clerk.says("tender.says") == "A new customer may owe only what the owner allows."
    clerk.press(Qt.Key.Key_Backtab)
    clerk.type("9822222222")
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: not dialog.isVisible())
    pay(clerk)
    (owes,) = (one for one in customers(clerk, Environment.TEST) if one.owed)
    assert (owes.name, owes.phone) == ("Ram", "9822222222")


def marked(clerk: Clerk) -> list[str]:
    return [one.text() for one in clerk.find("tender.customers").selectedItems()]


@with_many
def test_a_tab_or_a_click_beside_the_rows_chooses_nobody(clerk: Clerk) -> None:
    open_of_many(clerk)
    listed = clerk.find("tender.customers")
    clerk.type("9811")
    (row,) = shown(clerk)
    below = QPoint(8, listed.visualItemRect(listed.item(0)).bottom() + 20)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert (listed.hasFocus(), marked(clerk)) == (True, [])
    clerk.find("tender.name").setFocus()
    clerk.press(Qt.Key.Key_Tab)
    assert (listed.hasFocus(), marked(clerk)) == (True, [])
    assert clerk.says("tender.missing") == "Who owes it?"
    clerk.press(Qt.Key.Key_Tab)
    assert not clerk.find("tender.take").isEnabled()
    # Enter and Down mark the first row, which is seen before anything is taken.
    clerk.press(Qt.Key.Key_Backtab)
    clerk.press(Qt.Key.Key_Down)
    assert marked(clerk) == [row]
    clerk.press(Qt.Key.Key_Up)
    clerk.find("tender.name").selectAll()
    clerk.type("981")
    assert marked(clerk) == []
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(ENTER)
    assert marked(clerk) == [row]


def test_a_second_customer_of_one_name_needs_another_phone(clerk: Clerk) -> None:
    """Otherwise the record would take the new one for the one that it has."""
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    known = on_account.add(environment, "Ram Thapa", "")
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.type("ram thapa")
    assert marked(clerk) == ["Ram Thapa · owes nothing"]
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_End)
    assert marked(clerk) == ["A new customer: ram thapa"]
    assert "are known" in clerk.says("tender.missing")
    assert not clerk.find("tender.take").isEnabled()
    clerk.press(ENTER)
    assert clerk.find("tender.phone").hasFocus()
    clerk.type("9822222222")
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: not dialog.isVisible())
    pay(clerk)
    (owes,) = (one for one in customers(clerk, Environment.TEST) if one.owed)
    assert owes.id != known.id
    assert (owes.name, owes.phone) == ("ram thapa", "9822222222")


def test_the_owner_sees_who_would_owe_how_much(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    people_in(tmp_path / "shop")
    clerk = shops(url=server.url)
    come(clerk, Qt.Key.Key_2, RAMS)
    session = clerk.app.session
    session.change(replace(session.settings, asks_opening_cash=False))
    kept = clerk.app.use_cases.on_account.add(session.environment, "Ram Thapa", "9800000001")
    to_confirm(clerk)
    ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.type("9800000001")
    clerk.press(ENTER, ENTER)
    question_of(clerk)
    assert clerk.says("owner.about") == (
        "On account · Rs. 278.00 · Ram Thapa · 9800000001 · owes nothing"
    )
    clerk.type(SITAS)
    clerk.press(ENTER)
    (tender,) = pay(clerk)
    assert (tender.customer, tender.allowed_by) == (kept.id, "Sita")


@with_many
def test_a_bar_code_is_no_customer(clerk: Clerk) -> None:
    open_of_many(clerk)
    clerk.type("thapa")
    before = shown(clerk)
    Keyboard(clerk).scan("RAM-778")
    assert clerk.find("tender.name").text() == "thapa"
    assert (shown(clerk), marked(clerk)) == (before, [])


@with_many
def test_the_dialog_goes_with_the_page_that_asked(clerk: Clerk) -> None:
    """A page that is built anew, as for another size, shows cash, and cash it is."""
    clerk.app.window.resize(1366, 768)
    clerk.until_idle()
    dialog = open_of_many(clerk)
    clerk.type("9811")
    clerk.press(ENTER)
    clerk.app.window.resize(1000, 620)
    clerk.wait(lambda: not isValid(dialog) or not dialog.isVisible())
    clerk.until_idle()
    assert clerk.app.window.flow.taken.others == ()
    assert not clerk.find("confirm.paidwith").isVisible()


def test_whom_a_bill_is_charged_to_is_shown_though_the_page_is_built_anew_meanwhile(
    clerk: Clerk, tmp_path: Path
) -> None:
    """A new customer is being written while the language changes: the page is told first."""
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.press(ENTER, ENTER)
    assert not dialog.isVisible()
    with closing(sqlite3.connect(ledger_path(tmp_path / "shop", Environment.TEST))) as other:
        while not other.execute("SELECT 1 FROM customers").fetchall():
            time.sleep(0.01)
    time.sleep(0.2)
    # It is written, and the page is not told yet.
    content = clerk.app.window.content
    before = content.main_view
    content._other_language()
    content._build()
    assert content.main_view is before
    clerk.wait(lambda: content.main_view is not before)
    clerk.until_idle()
    (customer,) = customers(clerk, Environment.TEST)
    assert customer.name == "Suman Shrestha"
    assert clerk.find("confirm.paidwith").isVisible()
    (tender,) = clerk.app.window.flow.taken.others
    assert tender.customer == customer.id


def test_nobody_is_charged_behind_a_page_that_was_left_meanwhile(
    clerk: Clerk, tmp_path: Path
) -> None:
    """A new customer is being written while the clerk goes elsewhere: Confirm shows all in cash."""
    to_confirm(clerk)
    ask(clerk)
    clerk.press(THREE, modifier=ALT)
    clerk.press(ENTER, ENTER)
    with closing(sqlite3.connect(ledger_path(tmp_path / "shop", Environment.TEST))) as other:
        while not other.execute("SELECT 1 FROM customers").fetchall():
            time.sleep(0.01)
    time.sleep(0.2)
    # It is written, and the page is not told yet.
    places = clerk.app.window.main_view
    assert places is not None
    places.go("payments")
    clerk.until_idle()
    places.go("payment")
    clerk.until_idle()
    assert [one.name for one in customers(clerk, Environment.TEST)] == ["Suman Shrestha"]
    assert not clerk.find("confirm.paidwith").isVisible()
    assert clerk.app.window.flow.taken.others == ()
