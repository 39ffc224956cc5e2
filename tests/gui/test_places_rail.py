"""The rail leads from every place to every place: by mouse, by Enter, by Space, and by its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.shell.places import SECTION_KEYS
from tests.clerk import ENTER, Clerk
from tests.list_rows import rows_of
from tests.sampling import pairs

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.shell.navigation import MainView

PLACES = tuple(SECTION_KEYS)
KEYS = {item: getattr(Qt.Key, f"Key_{key}") for item, key in SECTION_KEYS.items()}


def places(clerk: Clerk) -> MainView:
    found = clerk.app.window.main_view
    assert found is not None
    return found


def by_mouse(clerk: Clerk, item: str) -> None:
    clerk.click(f"nav.{item}")


def by_enter(clerk: Clerk, item: str) -> None:
    clerk.find(f"nav.{item}").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(ENTER)


def by_space(clerk: Clerk, item: str) -> None:
    clerk.find(f"nav.{item}").setFocus(Qt.FocusReason.TabFocusReason)
    clerk.press(Qt.Key.Key_Space)


def by_key(clerk: Clerk, item: str) -> None:
    clerk.press(KEYS[item])


def assert_at(clerk: Clerk, item: str) -> None:
    """The place is seen, is marked in the rail, and has the keyboard."""
    clerk.until_idle()
    shown = clerk.find("wizard.steps" if item == "payment" else f"place.{item}")
    assert shown.isVisible(), f"{item} is not seen"
    marked = [at for at in PLACES if clerk.find(f"nav.{at}").isChecked()]
    assert marked == [item]
    focus = QApplication.focusWidget()
    assert focus is not None
    page = places(clerk).current_page
    assert page is focus or page.isAncestorOf(focus)


WAYS: tuple[Callable[[Clerk, str], None], ...] = (by_mouse, by_enter, by_space, by_key)


def test_every_place_leads_to_every_place(clerk: Clerk) -> None:
    """Each way leads from and to each place; by default not from each to each."""
    for start, target, go in pairs(PLACES, PLACES, WAYS):
        if target == start:
            continue
        places(clerk).go(start)
        clerk.until_idle()
        go(clerk, target)
        assert_at(clerk, target)


def test_a_second_payment_is_begun_with_the_mouse_alone(clerk: Clerk) -> None:
    for start in PLACES[1:]:
        clerk.click(f"nav.{start}")
        clerk.until_idle()
        clerk.click("nav.payment")
        assert_at(clerk, "payment")
        clerk.press(KEYS["payment"])
        assert_at(clerk, "payment")
        tile = rows_of(clerk.find("provider.tile.list"))[0]
        assert tile.hasFocus(), start
        tile.click()
        assert clerk.stands_at(Step.CUSTOMER), start
        clerk.press(KEYS["payment"])
        clerk.until_step(Step.PROVIDER)


def test_a_click_on_new_payment_comes_back_to_the_payment_under_way(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("online_renew")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.click("nav.payments")
    clerk.until_idle()
    clerk.click("nav.payment")
    clerk.until_idle()
    assert clerk.stands_at(Step.CHOICE)
    assert clerk.find("choice.list").isVisible()
    assert clerk.app.window.findChild(QDialog, "ask") is None


def test_a_result_that_was_left_is_still_there_after_a_click(clerk: Clerk) -> None:
    clerk.has_paid("practice_not_paid", at_result=True)
    clerk.click("nav.waiting")
    clerk.until_idle()
    clerk.click("nav.payment")
    clerk.until_idle()
    assert clerk.stands_at(Step.RESULT)
    assert clerk.find("result.state").isVisible()


def test_the_start_page_takes_the_keyboard_to_a_tile_though_the_filter_had_it(clerk: Clerk) -> None:
    clerk.type("world")
    assert clerk.find("provider.search").hasFocus()
    clerk.press(ENTER)
    clerk.type("online_renew")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    clerk.press(ENTER)
    clerk.until_idle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "provider.tile.list"
