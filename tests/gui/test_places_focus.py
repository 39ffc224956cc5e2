"""The keyboard is always seen: a ring is drawn around what has it, on every page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.core.errors import Problem, ServiceError
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.ui.widgets import ChoiceList
from desktop_app.ui.widgets.ring import FocusRing
from tests.clerk import ENTER, Clerk
from tests.gui.test_places_kit import words_in
from tests.list_rows import name_of_focus

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2


def ringed(clerk: Clerk) -> str:
    """What is ringed now; it has a name for a screen reader."""
    words_in(clerk.app.window)
    ring = clerk.app.window.findChild(FocusRing)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert ring is not None
    assert ring.isVisible(), f"{focus.objectName()} has the keyboard, and no ring"
    control = ring.control
    assert control is not None
    if isinstance(focus, ChoiceList):
        at = focus.viewport().mapFromGlobal(control.mapToGlobal(QPoint(0, 0)))
        assert QRect(at, control.size()) == focus.box_of(focus.currentIndex())
        return name_of_focus(focus)
    assert control is focus or control.isAncestorOf(focus)
    text = getattr(focus, "text", None)
    assert focus.accessibleName() or (callable(text) and text())
    return control.objectName()


PLACES = {
    "payment": "provider.tile.worldlink-v2",
    "payments": "payments.title",
    "waiting": "waiting.new",
    "dayclose": "dayclose.title",
    "customers": "",
    "settings": "",
}


def test_on_every_place_and_on_the_rail_that_leads_to_it(clerk: Clerk) -> None:
    for place, name in PLACES.items():
        clerk.click(f"nav.{place}")
        clerk.until_idle()
        found = ringed(clerk)
        assert not name or found == name
    clerk.click("nav.payment")
    clerk.until_idle()
    clerk.find("nav.payment").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert ringed(clerk) == "nav.waiting"
    assert clerk.find("nav.payment").isChecked(), "passing by opens nothing"
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.find("place.waiting").isVisible()


def test_on_bills_of_which_none_is_chosen(clerk: Clerk) -> None:
    clerk.press(TWO, ENTER)
    clerk.type("110871")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    assert clerk.find("choice.list").current_id() == ""
    assert ringed(clerk) == "choice.list"


def test_while_sending_and_on_a_result_that_enter_does_not_leave(clerk: Clerk) -> None:
    clerk.press(ONE, ENTER)
    clerk.type("practice_not_paid")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    assert clerk.app.window.flow.sending
    assert ringed(clerk) == "confirm.sending"
    clerk.until_step(Step.RESULT)
    assert clerk.find("result.state").hasFocus(), "the word, which a screen reader reads"
    assert ringed(clerk) == "result.header"
    clerk.press(ENTER)
    assert clerk.stands_at(Step.RESULT)
    clerk.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.until_idle()
    assert ringed(clerk) == "result.next"


def test_tab_goes_from_the_body_to_the_footer_the_rail_and_the_top(clerk: Clerk) -> None:
    clerk.press(ONE, ENTER)
    clerk.type("online_renew")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    order = ["choice.list"]
    while len(order) < 20:
        clerk.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == order[0]:
            break
        order.append(focus.objectName())
    assert order == [
        "choice.list",
        "choice.back",
        "choice.next",
        "nav.list",
        "nav.help",
        "top.refresh",
        "top.operator",
    ]


@pytest.mark.parametrize("size", [(1366, 688), (1024, 534)])
def test_help_in_the_rail_is_a_button(clerk: Clerk, size: tuple[int, int]) -> None:
    clerk.app.window.resize(*size)
    clerk.wait(lambda: clerk.app.tasks.is_idle)
    words_in(clerk.app.window)
    assert clerk.find("nav.help").isVisible()
    clerk.click("nav.help")
    assert clerk.find("keys").isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
def test_the_operator_is_chosen_from_the_names_used_before(clerk: Clerk) -> None:
    def choose(name: str) -> None:
        clerk.click("top.operator")
        menu = clerk.app.window.findChild(QMenu, "top.operators")
        assert menu is not None
        found = [action for action in menu.actions() if action.text() == name]
        assert found, [action.text() for action in menu.actions()]
        menu.close()
        # The screen of the tests has no one who gives a window the keyboard back.
        clerk.app.window.activateWindow()
        found[0].trigger()
        clerk.until_idle()

    choose("Other…")
    assert clerk.find("settings.operator").hasFocus()
    button = clerk.find("top.operator")
    said = QAccessible.queryAccessibleInterface(button)
    assert said.role() is QAccessible.Role.ButtonMenu
    assert said.state().hasPopup
    for name in ("Sita", "Gopal"):
        clerk.find("settings.operator").clear()
        clerk.type(name)
        clerk.press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
        clerk.until_idle()
    assert clerk.says("top.operator") == "Gopal"
    choose("Sita")
    assert clerk.says("top.operator") == "Sita"
    assert clerk.app.session.settings.operator == "Sita"
    choose("Gopal")
    assert clerk.says("top.operator") == "Gopal"
    for key in (Qt.Key.Key_Space, ENTER):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        clerk.press(key)
        menu = button.menu()
        assert menu.isVisible()
        names = [action.text() for action in menu.actions() if action.text()]
        assert (names[:2], names[-1]) == (["Gopal", "Sita"], "Other…")
        assert menu.activeAction().text() == "Gopal", "the name in force"
        menu.close()
        clerk.app.window.activateWindow()


def test_a_low_or_unknown_balance_is_said_in_a_word(clerk: Clerk) -> None:
    session = clerk.app.session
    note = clerk.find("top.balance_note")
    assert not note.isVisible()
    session.change(replace(session.settings, warn_below=Money.rupees(10_000_000)))
    session.balance_changed.emit()
    assert note.isVisible()
    assert note.text() == "low"
    session.balance, session.balance_problem = None, ServiceError(Problem.NO_NETWORK)
    session.balance_changed.emit()
    assert note.text() == "no connection"
