"""The locked counter and the owner's gate, in the real window with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.journal import JournalKind
from desktop_app.core.operators import Role
from desktop_app.core.settings import Language
from desktop_app.ui.settings.person_dialog import PersonDialog
from tests.clerk import ENTER, ESC, ledger_of
from tests.gui.lock_kit import F2, F11, F12, Shop, opened
from tests.people_kit import RAMS, SITAS, WRONG, journal_of, people_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DOWN = Qt.Key.Key_Down


@pytest.fixture
def alone(qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    """A shop of one."""
    shop = opened(tmp_path / "data")
    yield shop
    shop.app.close()


@pytest.fixture
def shop(qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    """A shop with people; its counter is locked."""
    people_in(tmp_path / "data")
    shop = opened(tmp_path / "data")
    shop.wait(lambda: shop.lock is not None)
    yield shop
    shop.app.close()


# --- a shop of one ------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
def test_a_shop_of_one_is_asked_for_nothing(alone: Shop) -> None:
    assert alone.lock is None
    alone.press(F12)
    assert alone.section == "settings"
    assert alone.question is None
    alone.click("settings.nav.people")
    alone.until_idle()
    assert alone.says("settings.people.lead") == "Everybody may do everything"
    alone.press(F11)
    menu = alone.app.window.findChild(QMenu, "top.operators")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    assert menu.actions()[-1].text() == "Other…"
    menu.close()
    assert alone.lock is None


def test_the_first_owners_pin_is_set_by_keys_and_locks_the_counter(
    alone: Shop, tmp_path: Path
) -> None:
    alone.press(F12)
    alone.click("settings.nav.people")
    alone.until_idle()
    alone.click("settings.people.add")
    dialog = alone.app.window.findChild(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.activateWindow()
    name = alone.find("person.name")
    alone.wait(name.hasFocus)
    alone.type("Sita")
    alone.find("person.pin").setFocus()
    for pin, fault in (
        ("123", "At least 4 digits."),
        ("1234", "Not digits in a row, like 1234."),
        ("9999", "Not the same digit all along."),
    ):
        alone.type(pin)
        alone.press(ENTER)
        alone.type(pin)
        alone.press(ENTER)
        assert alone.says("person.pin.error") == fault
    alone.type(SITAS)
    alone.press(ENTER)
    alone.type("7654")
    alone.press(ENTER)
    assert alone.says("person.again.error") == "The two PINs are not the same."
    alone.type(SITAS)
    alone.press(ENTER)
    alone.wait(lambda: alone.lock is not None)
    assert [(one.name, one.role) for one in alone.app.use_cases.operators.people().owners] == [
        ("Sita", Role.OWNER)
    ]
    alone.back_to_window()
    alone.type(SITAS)
    alone.press(ENTER)
    alone.wait(lambda: alone.lock is None)
    alone.until_idle()
    assert alone.says("top.operator") == "Sita"
    # Who proved to be the owner a moment ago is not asked again.
    alone.press(F12)
    assert alone.section == "settings"


# --- the locked counter -------------------------------------------------------------------


def test_a_shop_with_pins_starts_locked_and_only_the_right_one_lets_a_person_come(
    shop: Shop, tmp_path: Path
) -> None:
    assert not shop.main.isVisible()
    for key in (F2, Qt.Key.Key_F3, Qt.Key.Key_F4, F12, Qt.Key.Key_F1, Qt.Key.Key_Tab, ESC):
        shop.press(key)
        assert shop.lock is not None
        assert not shop.main.isVisible()
        assert shop.section == "payment"
    field = shop.find("lock.pin")
    field.setFocus()
    shop.type("1a 2")
    assert field.text() == "12"
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.clear()
    shop.press(DOWN)
    shop.type(WRONG)
    shop.press(ENTER)
    shop.until_idle()
    assert shop.find("lock.pin.note").text() == "This is not the PIN of Ram."
    assert shop.find("lock.pin").text() == ""
    shop.type(RAMS)
    shop.press(ENTER)
    shop.wait(lambda: shop.lock is None)
    shop.until_idle()
    assert shop.main.isVisible()
    assert shop.says("top.operator") == "Ram"
    kinds = [(kind, name) for kind, name, _ in journal_of(tmp_path / "data")][-2:]
    assert kinds == [
        (JournalKind.PIN_REFUSED, "Ram"),
        (JournalKind.OPERATOR_SWITCHED, "Ram"),
    ]


@pytest.mark.parametrize("pin", [RAMS, WRONG])
def test_a_pin_that_is_compared_is_typed_once_whatever_is_built_anew(shop: Shop, pin: str) -> None:
    shop.press(DOWN)
    shop.type(pin)
    shop.press(ENTER)
    page = shop.lock
    assert page is not None and page.is_comparing
    shop.app.window.lock_screen.rebuild()
    assert shop.lock is page
    shop.until_idle()
    assert shop.lock is not page
    if pin == RAMS:
        assert shop.lock is None
    else:
        assert shop.says("lock.pin.note") == "This is not the PIN of Ram."


def test_nepali_digits_are_the_same_pin(shop: Shop) -> None:
    shop.press(DOWN)
    shop.find("lock.pin").insert("७३१९")
    shop.find("lock.pin").textEdited.emit("७३१९")
    shop.press(ENTER)
    shop.wait(lambda: shop.lock is None)


def test_the_pad_lets_a_person_come_by_mouse_alone(shop: Shop) -> None:
    ram = next(one.id for one in shop.app.use_cases.operators.people().active if one.name == "Ram")
    shop.click(f"lock.people.{ram}")
    for digit in (*RAMS, "5"):
        shop.click(f"lock.pad.{digit}")
    shop.click("lock.pad.erase")
    assert shop.find("lock.pin").text() == RAMS
    shop.click("lock.come")
    shop.wait(lambda: shop.lock is None)
    shop.until_idle()
    assert shop.says("top.operator") == "Ram"


def test_another_person_comes_by_four_keys_beside_the_pin_and_is_named_in_payments(
    shop: Shop,
) -> None:
    shop.come(Qt.Key.Key_3, "")
    assert shop.says("top.operator") == "Hari"
    before = shop.presses
    shop.press(F11)
    shop.come(Qt.Key.Key_2, RAMS)
    assert shop.presses - before <= 4
    assert shop.says("top.operator") == "Ram"
    shop.press(F2)
    shop.pay(Qt.Key.Key_1, "online_renew", Qt.Key.Key_2, "5000")
    (payment,) = ledger_of(shop.app).history.between(
        shop.app.window.main_view._context.clock.start_of_day(),  # type: ignore[union-attr]
        shop.app.window.main_view._context.clock.now(),  # type: ignore[union-attr]
    )
    assert payment.order.operator == "Ram"
    people = {one.name: one.id for one in shop.app.use_cases.operators.people().active}
    assert payment.order.operator_id == people["Ram"]


def test_what_was_typed_outlives_the_lock(shop: Shop) -> None:
    shop.come(Qt.Key.Key_2, RAMS)
    shop.press(Qt.Key.Key_1, ENTER)
    shop.wait(lambda: shop.app.window.flow.step is Step.CUSTOMER)
    shop.type("half_of_a_na")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    shop.press(F11)
    shop.wait(lambda: shop.lock is not None)
    shop.come(Qt.Key.Key_3, "")
    assert QApplication.focusWidget() is field
    assert field.text() == "half_of_a_na"
    shop.press(F11)
    shop.wait(lambda: shop.lock is not None)
    # Another language builds the pages anew, below the lock.
    shop.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    shop.until_idle()
    assert shop.app.session.settings.language is Language.NEPALI
    assert not shop.main.isVisible()
    shop.come(Qt.Key.Key_2, RAMS)
    assert "half_of_a_na" in [
        at.text() for at in shop.main.findChildren(QLineEdit) if at.isVisible()
    ]


def test_wrong_pins_lock_out_and_another_start_does_not_help(shop: Shop, tmp_path: Path) -> None:
    shop.press(DOWN)
    for _ in range(5):
        shop.type(WRONG)
        shop.press(ENTER)
        shop.until_idle()
    words = shop.find("lock.pin.note").text()
    assert words.startswith("Too many wrong PINs. Try again in ")
    shop.type(RAMS)
    assert shop.find("lock.pin").text() == ""
    shop.app.close()
    again = opened(tmp_path / "data")
    try:
        again.wait(lambda: again.lock is not None)
        again.press(DOWN)
        again.type(RAMS)
        again.press(ENTER)
        again.until_idle()
        assert again.lock is not None
        assert again.find("lock.pin.note").text().startswith("Too many wrong PINs.")
        # Nobody else is locked out.
        again.come(Qt.Key.Key_3, "")
    finally:
        again.app.close()


def test_the_counter_locks_by_itself_after_minutes_without_use_if_the_owner_wants_it(
    shop: Shop, tmp_path: Path
) -> None:
    screen = shop.app.window.lock_screen
    shop.come(Qt.Key.Key_1, SITAS)
    assert not screen._idle.isActive()
    shop.press(F12)
    shop.click("settings.nav.people")
    minutes = shop.find("settings.lock_after")
    minutes.setCurrentIndex(minutes.findData(5))
    minutes.activated.emit(minutes.currentIndex())
    shop.until_idle()
    assert shop.app.session.settings.lock_after_minutes == 5
    assert screen._idle.isActive()
    assert screen._idle.interval() == 5 * 60_000
    screen._idle.timeout.emit()
    assert shop.lock is not None
    shop.until_idle()
    assert journal_of(tmp_path / "data")[-1][:2] == (JournalKind.LOCKED, "Sita")
    assert '"how":"automatic"' in journal_of(tmp_path / "data")[-1][2]


# --- what is the owner's ------------------------------------------------------------------


def test_a_clerk_does_not_reach_the_settings_without_the_owners_pin(shop: Shop) -> None:
    shop.come(Qt.Key.Key_2, RAMS)
    shop.press(F12)
    assert shop.question is not None
    assert shop.section == "payment"
    shop.answer(RAMS)
    assert shop.question is not None
    assert shop.find("owner.pin.note").text() == "This is not the PIN of Sita."
    shop.leave_question()
    assert shop.section == "payment"
    shop.click("nav.settings")
    shop.answer(SITAS)
    shop.wait(lambda: shop.question is None)
    assert shop.section == "settings"
    shop.back_to_window()
    # Whoever leaves the settings has left them.
    shop.press(F2)
    shop.press(F12)
    assert shop.question is not None
    shop.leave_question()


def test_an_owner_at_the_counter_is_asked_again_once_the_proof_has_run_out(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.come(Qt.Key.Key_1, SITAS)
    gate = shop.app.window._context.gate
    at_counter = gate._at_counter
    assert at_counter is not None
    monkeypatch.setattr(gate._clock, "monotonic", lambda: at_counter.until + 1)
    shop.press(F12)
    assert shop.question is not None
    shop.leave_question()
    assert shop.section == "payment"


def test_only_an_owner_changes_people_and_the_last_one_stays(shop: Shop) -> None:
    shop.come(Qt.Key.Key_1, SITAS)
    shop.press(F12)
    shop.click("settings.nav.people")
    shop.until_idle()
    people = {one.name: one.id for one in shop.app.use_cases.operators.people().active}
    shop.click(f"settings.people.change.{people['Sita']}")
    shop.find("person.remove_pin").click()
    shop.until_idle()
    assert shop.find("person.name.error").text().startswith("Another PIN is in use")
    shop.find("person.cancel").click()
    shop.wait(lambda: shop.app.window.findChild(PersonDialog) is None)
    shop.back_to_window()
    shop.click(f"settings.people.change.{people['Hari']}")
    shop.find("person.role.owner").click()
    shop.find("person.save").click()
    shop.until_idle()
    roles = {one.name: one.role for one in shop.app.use_cases.operators.people().active}
    assert roles == {"Sita": Role.OWNER, "Ram": Role.CLERK, "Hari": Role.OWNER}


def test_in_practice_as_in_live_the_people_lie_in_the_record_of_live(
    shop: Shop, tmp_path: Path
) -> None:
    assert shop.app.session.environment is Environment.PRACTICE
    assert shop.app.use_cases.operators.people().are_guarded
