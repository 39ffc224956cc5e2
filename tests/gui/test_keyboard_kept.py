"""The keyboard is always at a control that somebody sees, whatever comes late or goes away."""

from __future__ import annotations

import gc
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.exceptions import capture_exceptions

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.kit.dialog import Dialog
from desktop_app.ui.widgets import Button
from desktop_app.ui.widgets.discard import discard
from tests.clerk import ENTER, ESC, Clerk, open_shop
from tests.fakes import HandClock
from tests.gui.owner_kit import come, rams_shop
from tests.gui.test_tenders import ask
from tests.gui.told_kit import give_back_and_leave, owes_cash, told
from tests.people_kit import RAMS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

F1, F2, F4, F11 = (getattr(Qt.Key, f"Key_F{number}") for number in (1, 2, 4, 11))


def is_seen(clerk: Clerk) -> bool:
    for _ in range(3):
        QApplication.processEvents()
    focus = QApplication.focusWidget()
    inside = focus is not None and focus.window() is clerk.app.window
    return inside and focus.isVisible() and focus.isEnabled()  # type: ignore[union-attr]


def test_an_answer_that_comes_after_going_back_leaves_the_keyboard_where_it_is(
    clerk: Clerk,
) -> None:
    """Confirm asks for earlier payments of the customer: the clerk was faster."""
    clerk.has_paid("online_renew")
    clerk.to_choice(Qt.Key.Key_1, "online_renew")
    clerk.press(Qt.Key.Key_1, ENTER)
    assert clerk.stands_at(Step.CONFIRM)
    clerk.click("confirm.back")
    assert clerk.stands_at(Step.CHOICE)
    clerk.until_idle()
    assert is_seen(clerk)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("choice."), focus.objectName()
    clerk.press(ENTER)
    clerk.until_step(Step.CONFIRM)
    assert clerk.find("confirm.stop").hasFocus()


def test_an_answer_that_comes_in_another_section_waits_there_for_the_clerk(clerk: Clerk) -> None:
    clerk.has_paid("online_renew")
    clerk.to_choice(Qt.Key.Key_1, "online_renew")
    clerk.press(Qt.Key.Key_1, ENTER, F4)
    clerk.until_idle()
    assert clerk.app.window.main_view.current() == "waiting"  # type: ignore[union-attr]
    assert is_seen(clerk)
    clerk.click("nav.payment")
    clerk.until_idle()
    assert clerk.stands_at(Step.CONFIRM)
    assert is_seen(clerk)
    assert clerk.find("confirm.stop").hasFocus()


def test_a_look_up_that_ends_after_the_clerk_has_left_takes_no_keyboard(clerk: Clerk) -> None:
    unseen: list[str] = []

    def note(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not now.isVisible():
            unseen.append(now.objectName())

    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("nobody_here")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(note)
    clerk.press(ENTER, F4)
    clerk.until_idle()
    application.focusChanged.disconnect(note)
    assert clerk.app.window.main_view.current() == "waiting"  # type: ignore[union-attr]
    assert is_seen(clerk)
    assert unseen == []
    clerk.click("nav.payment")
    clerk.until_idle()
    focus = QApplication.focusWidget()
    assert focus is clerk.find("customer.id"), focus and focus.objectName()


def hide(widget: QWidget) -> None:
    widget.hide()


def disable(widget: QWidget) -> None:
    widget.setEnabled(False)


def delete(widget: QWidget) -> None:
    parent = widget.parentWidget()
    assert parent is not None
    layout = parent.layout()
    assert layout is not None
    discard(layout, widget)


LOSSES = (hide, disable, delete)


def button_on(clerk: Clerk) -> QPushButton:
    """A control on the page, with the keyboard."""
    page = clerk.app.window.main_view.current_page  # type: ignore[union-attr]
    button = QPushButton("one", page)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(button)
    button.show()
    button.setFocus()
    assert button.hasFocus()
    return button


def test_it_is_seen_after_its_control_went(clerk: Clerk) -> None:
    for lose in LOSSES:
        lose(button_on(clerk))
        clerk.until_idle()
        assert is_seen(clerk), lose


def test_it_is_seen_after_help_whose_page_lost_the_control_below(clerk: Clerk) -> None:
    for lose in LOSSES:
        button = button_on(clerk)
        clerk.press(F1)
        lose(button)
        clerk.until_idle()
        clerk.press(ESC)
        assert not clerk.sees("keys"), lose
        assert is_seen(clerk), lose


def test_a_page_that_nobody_sees_cannot_keep_it(clerk: Clerk) -> None:
    clerk.to_confirm(Qt.Key.Key_1, "online_renew")
    back = clerk.find("choice.next")
    assert not back.isVisible()
    before = QApplication.focusWidget()
    back.setFocus(Qt.FocusReason.OtherFocusReason)
    assert is_seen(clerk)
    assert QApplication.focusWidget() is before


def test_a_card_that_goes_while_the_counter_is_locked(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clock = HandClock()
    clerk = rams_shop(shops, server, tmp_path / "shop", clock)
    clerk.press(F2)
    clerk.until_idle()
    clerk.has_paid("practice_waiting", at_result=True)
    clerk.press(F4)
    clerk.until_idle()
    card = clerk.find("waiting.card.2")
    card.setFocus()
    assert card.hasFocus()
    clerk.press(F11)
    clock.move(timedelta(minutes=11))
    clerk.app.window.auto_checker.look()
    clerk.until_idle()
    clerk.app.window.main_view.current_page.refresh()  # type: ignore[union-attr]
    clerk.until_idle()
    come(clerk, Qt.Key.Key_2, RAMS)
    assert is_seen(clerk)


@pytest.mark.usefixtures("impatient")
def test_what_was_read_is_closed_and_the_next_key_records_nothing(
    clerk: Clerk, record_file: Path
) -> None:
    """Qt would give the keyboard to the first button of the result, which gives cash back."""
    clerk.has_paid("practice_not_paid", at_result=True)
    give_back_and_leave(clerk, record_file, F4)
    clerk.press(F2)
    clerk.has_paid("practice_not_paid", at_result=True)
    before = QApplication.focusWidget()
    clerk.find("window.trouble.close").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Space)
    assert not told(clerk)
    assert QApplication.focusWidget() is before
    clerk.press(Qt.Key.Key_Space)
    clerk.until_idle()
    assert owes_cash(clerk, 1)
    assert owes_cash(clerk, 2)


def test_it_goes_back_where_it_was_from_what_is_hidden_or_switched_off(clerk: Clerk) -> None:
    for lose in (hide, disable):
        before, button = button_on(clerk), button_on(clerk)
        lose(button)
        assert QApplication.focusWidget() is before, lose
        # Nothing else is between them on the page, which Tab still goes through.
        clerk.press(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not before
        for one in (before, button):
            delete(one)


def test_it_goes_back_past_all_that_went(clerk: Clerk) -> None:
    for lose in (hide, disable):
        before, middle, last = (button_on(clerk) for _ in range(3))
        lose(last)
        lose(middle)
        assert QApplication.focusWidget() is before, lose
        clerk.press(F1, ESC)
        again = button_on(clerk)
        clerk.press(F1, ESC)
        assert again.hasFocus(), "help has had the keyboard since"
        lose(again)
        assert QApplication.focusWidget() is before, lose
        for one in (before, middle, last, again):
            delete(one)


@pytest.mark.usefixtures("impatient")
def test_it_does_not_go_back_to_the_button_that_gives_cash_back(clerk: Clerk) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    before = QApplication.focusWidget()
    returned = clerk.find("result.returned")
    for lose in (hide, disable):
        returned.setFocus(Qt.FocusReason.TabFocusReason)
        lose(button_on(clerk))
        assert QApplication.focusWidget() is before, lose
    clerk.press(Qt.Key.Key_Space)
    clerk.until_idle()
    assert owes_cash(clerk, 1)


def test_it_goes_back_from_what_went_below_a_dialog(clerk: Clerk) -> None:
    window = clerk.app.window
    for lose in LOSSES:
        before, button = button_on(clerk), button_on(clerk)
        after = button_on(clerk)
        button.setFocus()
        before.setFocus()
        button.setFocus()
        dialog = Dialog(window._context.theme, window, "", name="above")
        dialog.add_buttons(Button(window._context.theme, "one"))
        dialog.open()
        clerk.until_dialog(Dialog)
        lose(button)
        clerk.until_idle()
        dialog.reject()
        window.activateWindow()
        clerk.until_idle()
        assert QApplication.focusWidget() is before, lose
        for one in (before, after):
            delete(one)


def test_a_program_that_ends_with_a_dialog_open_asks_nothing_of_its_window(
    qapp: QApplication, tmp_path: Path, server: SandboxServer
) -> None:
    """The dialog loses the keyboard when the window is gone already."""
    clerk = open_shop(tmp_path / "shop", url=server.url, paints=False)
    clerk.to_confirm(Qt.Key.Key_2, "110871")
    ask(clerk)
    with capture_exceptions() as told:
        clerk.app.close()
        del clerk
        gc.collect()
        qapp.processEvents()
    assert told == []
