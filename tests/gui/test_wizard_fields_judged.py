"""A field is judged when it is left, and Next says what it waits for: real window, real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.billing.forms import FieldLabel, TextEntry
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language
from desktop_app.ui.texts.labels import entry_error_text
from desktop_app.ui.widgets import FieldState, TextField
from tests.clerk import ENTER, Clerk, open_shop
from tests.gui.dialogue_kit import field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAB = Qt.Key.Key_Tab
MOBILE = "10 digits, beginning with 9, for example 9841000000."


def opened(folder: Path, company: str, language: Language = Language.ENGLISH) -> Clerk:
    """A practice shop with one company, at its form."""
    clerk = open_shop(
        folder,
        practice=True,
        language=language,
        companies=(company,),
        size=(1366, 688),
        paints=False,
    )
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_step(Step.CUSTOMER)
    return clerk


@pytest.fixture
def clerk(qapp: object, tmp_path: Path) -> Iterator[Clerk]:
    found = opened(tmp_path / "shop", "metrolink")
    yield found
    found.app.close()


def state(clerk: Clerk, name: str) -> FieldState:
    found = field(clerk, name)
    assert isinstance(found, TextField)
    return found.state


def why_not(clerk: Clerk) -> str:
    """What the greyed Next says, which is what stands beside it."""
    button, beside = clerk.find("customer.lookup"), clerk.find("customer.missing")
    assert not button.isEnabled()
    assert beside.isVisible()
    assert beside.text() == button.accessibleDescription()
    return str(button.accessibleDescription())


def test_what_is_typed_stays_as_large_when_it_is_refused(qapp: object, tmp_path: Path) -> None:
    clerk = opened(tmp_path / "shop", "vianet-updated")
    clerk.type("110-871")
    before = clerk.find("customer.id").font()
    assert before.bold()
    clerk.press(ENTER)
    assert state(clerk, "customer.id") is FieldState.INVALID
    assert clerk.find("customer.id").font() == before
    clerk.app.close()


def test_a_wrong_field_is_red_once_left_and_stays_so_and_nepali_digits_are_taken(
    clerk: Clerk,
) -> None:
    clerk.type("ram_home01")
    clerk.press(TAB)
    clerk.type("98410")
    assert state(clerk, "customer.field.number") is FieldState.REST
    clerk.press(TAB)
    assert state(clerk, "customer.field.number") is FieldState.INVALID
    assert clerk.says("customer.field.number.note") == MOBILE
    assert field(clerk, "customer.field.number").accessibleDescription() == MOBILE
    clerk.type("Banepa")
    clerk.press(TAB)
    clerk.type("1500")
    assert state(clerk, "customer.field.number") is FieldState.INVALID
    assert clerk.says("customer.field.number.note") == MOBILE
    assert why_not(clerk) == "To be put right: Mobile number."
    # One in Nepali digits is taken.
    number = field(clerk, "customer.field.number")
    number.setFocus()
    number.clear()
    number.insert("९८४१००००००")
    QTest.keyClick(number, Qt.Key.Key_End)
    clerk.press(TAB)
    assert state(clerk, "customer.field.number") is FieldState.REST


def test_a_field_left_with_the_mouse_is_judged_too(clerk: Clerk) -> None:
    clerk.type("ram_home01")
    clerk.click("customer.field.amount")
    clerk.type("20")
    clerk.click("customer.field.address")
    assert clerk.says("customer.field.amount.note") == "At least Rs. 100.00."
    clerk.click("customer.field.amount")
    clerk.type("00")
    assert state(clerk, "customer.field.amount") is FieldState.REST
    clerk.click("customer.field.address")
    assert state(clerk, "customer.field.amount") is FieldState.REST


def test_next_names_the_first_field_that_is_missing_or_wrong(clerk: Clerk) -> None:
    assert why_not(clerk) == "Still missing: Metrolink username."
    clerk.type("ram_home01")
    assert why_not(clerk) == "Still missing: Mobile number."
    clerk.click("customer.field.amount")
    clerk.type("1500")
    assert why_not(clerk) == "Still missing: Mobile number."
    clerk.click("customer.field.number")
    clerk.type("9841000000")
    assert why_not(clerk) == "Still missing: Address."
    clerk.click("customer.field.address")
    clerk.type("Banepa")
    assert clerk.find("customer.lookup").isEnabled()
    assert not clerk.find("customer.missing").isVisible()


def test_the_account_stays_red_while_another_field_is_typed(clerk: Clerk) -> None:
    clerk.type("r" * 51)
    clerk.press(TAB)
    assert state(clerk, "customer.id") is FieldState.INVALID
    clerk.type("984")
    assert state(clerk, "customer.id") is FieldState.INVALID
    assert clerk.says("customer.note") == "At most 50 characters."
    assert why_not(clerk) == "To be put right: Metrolink username."


def test_another_window_in_front_judges_nothing(clerk: Clerk) -> None:
    clerk.click("customer.field.number")
    clerk.type("984")
    other = QWidget()
    other.show()
    other.activateWindow()
    clerk.wait(other.isActiveWindow)
    assert state(clerk, "customer.field.number") is FieldState.REST
    other.close()


def test_the_fault_is_said_in_nepali(qapp: object, tmp_path: Path) -> None:
    clerk = opened(tmp_path / "shop", "metrolink", Language.NEPALI)
    try:
        clerk.type("ram_home01")
        clerk.press(TAB)
        clerk.type("98410")
        clerk.press(TAB)
        assert "9841000000" in clerk.says("customer.field.number.note")
        assert "digits" not in clerk.says("customer.field.number.note")
        assert "missing" not in clerk.says("customer.missing")
    finally:
        clerk.app.close()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("9[0-9]{9}", "10 digits, beginning with 9, for example 98."),
        ("[0-9]{7,10}", "7 to 10 digits, for example 98."),
        ("[0-9]{6}|[0-9]{10}", "6 or 10 digits, for example 98."),
        ("[1-9][0-9]{0,14}", "Phone: check what was entered."),
    ],
)
def test_what_is_wanted_is_read_from_the_pattern(pattern: str, words: str) -> None:
    entry = TextEntry("number", FieldLabel.PHONE, "98", pattern)
    error = entry.validate("x")
    assert error is not None
    assert entry_error_text(entry, error) == words
