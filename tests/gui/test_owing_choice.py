"""Who owes a bill is chosen at Confirm among many customers, by keys and by the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from tests.clerk import ENTER, Clerk
from tests.gui.test_tenders import ALT, THREE, ask, customers, pay, to_confirm


def of_many(clerk: Clerk) -> None:
    """300 customers; three of them are called alike, and one owes within a limit."""
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    for number in range(297):
        on_account.add(environment, f"Customer {number}", f"97{number:08}")
    for phone in ("9800000001", "9800000002"):
        on_account.add(environment, "Ram Thapa", phone)
    kept = on_account.add(environment, "Rāmeśvar Thāpā", "9811111111")
    till = clerk.app.session.counter().till
    on_account.set_limit(environment, till, kept.id, Money.rupees(500), None)


def shown(clerk: Clerk) -> list[str]:
    listed = clerk.find("tender.customers")
    return [listed.item(number).text() for number in range(listed.count())]


def test_one_of_300_is_found_and_taken_by_keys_alone(clerk: Clerk) -> None:
    of_many(clerk)
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
    assert clerk.find("tender.name").hasFocus()
    clerk.type("thapa")
    assert shown(clerk) == [
        "Rāmeśvar Thāpā · 9811111111 · owes nothing · limit Rs. 500.00",
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


def test_of_two_with_one_name_neither_is_taken_before_one_is_chosen(clerk: Clerk) -> None:
    of_many(clerk)
    to_confirm(clerk)
    ask(clerk)
    clerk.press(THREE, modifier=ALT)
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


def test_one_of_300_is_found_and_taken_by_the_mouse(clerk: Clerk) -> None:
    of_many(clerk)
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


def test_a_new_customer_beside_some_of_a_like_name_is_chosen_as_such(clerk: Clerk) -> None:
    of_many(clerk)
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.press(THREE, modifier=ALT)
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
