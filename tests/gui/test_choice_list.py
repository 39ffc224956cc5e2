"""Lists to choose from: the keyboard moves and presses, the mouse alone is enough, all is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.theme.assets import load_fonts
from desktop_app.ui.widgets import ChoiceItem, ChoiceList, RecentItem, RecentList, ring_of
from tests.gui.accessible_kit import silent
from tests.gui.fit_kit import settle
from tests.gui.widgets_kit import make_rail
from tests.list_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)

UP, DOWN, HOME, END = (getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "Home", "End"))
NAMES = ("Asha", "Bishnu", "Chandra")
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class PageWithKeys(QWidget):
    """Keeps the keys that nothing on it wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.got.append(event.key())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[PageWithKeys]:
    load_fonts()
    made = PageWithKeys()
    made.resize(360, 400)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    yield made


def recents(names: Sequence[str] = NAMES) -> list[RecentItem]:
    return [RecentItem.made(name, name, f"{name}_1", "WL", "worldlink-v2") for name in names]


def shown(page: PageWithKeys, qtbot: QtBot, view: QWidget) -> list[str]:
    """Put the list on the page; what is picked is kept in the list that is returned."""
    layout = page.layout()
    assert layout is not None
    layout.addWidget(view)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    settle(page)
    picked: list[str] = []
    if isinstance(view, ChoiceList):
        view.picked.connect(picked.append)
    return picked


@pytest.fixture
def view(page: PageWithKeys, qtbot: QtBot) -> RecentList:
    made = RecentList(Theme(), "Recent customers", name="some.list")
    made.show_items(recents())
    page.picked = shown(page, qtbot, made)  # type: ignore[attr-defined]
    return made


def picked(page: PageWithKeys) -> list[str]:
    found: list[str] = page.picked  # type: ignore[attr-defined]
    return found


def test_arrows_home_and_end_move_and_press_nothing(page: PageWithKeys, view: RecentList) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    at = [view.current_id()]
    for key in (DOWN, DOWN, DOWN, HOME, END, UP, UP, UP):
        QTest.keyClick(view, key)
        at.append(view.current_id())
    a, b, c = NAMES
    assert at == [a, b, c, c, a, c, b, a, a]
    assert picked(page) == []
    assert view.box_of(view.currentIndex()).height() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_once_and_nobody_else_gets_them(
    page: PageWithKeys, view: RecentList, key: Qt.Key
) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, DOWN)
    QTest.keyClick(view, key)
    assert picked(page) == ["Bishnu"]
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, PLAIN, "\r", True))
    assert picked(page) == ["Bishnu"], "held down it does not repeat"
    assert page.got == []


def test_letters_digits_and_escape_are_left_to_the_page(
    page: PageWithKeys, view: RecentList
) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_C, Qt.Key.Key_2, Qt.Key.Key_Escape, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert page.got == [Qt.Key.Key_C, Qt.Key.Key_2, Qt.Key.Key_Escape, Qt.Key.Key_Left]
    assert view.current_id() == "Asha"


def test_one_click_presses_what_is_under_it(page: PageWithKeys, view: RecentList) -> None:
    for row in rows_of(view):
        row.click()
    assert picked(page) == list(NAMES)
    view.setEnabled(False)
    rows_of(view)[0].click()
    assert picked(page) == list(NAMES)


def test_another_customer_who_comes_under_the_pressed_mouse_is_not_chosen(
    page: PageWithKeys, view: RecentList
) -> None:
    first = rows_of(view)[0].middle()
    QTest.mousePress(view.viewport(), LEFT, PLAIN, first)
    view.show_items(recents(("Zamir", *NAMES)))
    settle(page)
    QTest.mouseRelease(view.viewport(), LEFT, PLAIN, first)
    assert picked(page) == []


def test_other_texts_of_the_same_customers_leave_the_keyboard_where_it_is(
    page: PageWithKeys, view: RecentList
) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, END)
    view.show_items([RecentItem.made(n, n, f"{n}_1", "WL", "x", remark="today") for n in NAMES])
    assert view.current_id() == "Chandra"
    view.show_items(recents(("Zamir", *NAMES)))
    assert view.current_id() == "Chandra", "also where it stands at another place"
    view.show_items(recents(("Zamir", "Yam")))
    assert view.current_id() == view.marked() == "Zamir", "the keyboard is never nowhere"


def test_letters_lead_to_a_place_of_the_rail_and_the_mark_stays(
    page: PageWithKeys, qtbot: QtBot
) -> None:
    rail = make_rail(Theme())
    rail.select("new")
    shown(page, qtbot, rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.places.setFocus(Qt.FocusReason.TabFocusReason)
    assert rail.places.current_id() == "new"
    QTest.keyClick(rail.places, Qt.Key.Key_W)
    assert (rail.places.current_id(), rail.current(), chosen) == ("waiting", "new", [])
    QTest.keyClick(rail.places, Qt.Key.Key_Return)
    assert chosen == ["waiting"]
    rail.places.clearFocus()
    assert rail.places.current_id() == "new", "Tab comes back to the marked one"


def test_what_is_scrolled_away_is_not_ringed(page: PageWithKeys, view: RecentList) -> None:
    view.setFixedHeight(200)
    view.show_items(recents([f"Customer {number}" for number in range(20)]))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    settle(page)
    bar = view.verticalScrollBar()
    assert bar.isVisible(), "a list that has too little room says so"
    assert ring_of(Theme(), view).isVisible()
    bar.setValue(bar.maximum())
    assert not ring_of(Theme(), view).isVisible()
    QTest.keyClick(view, END)
    assert ring_of(Theme(), view).isVisible()


# --- what a screen reader is told -------------------------------------------------------------


def test_a_list_is_a_list_whose_items_say_all_and_which_is_chosen(
    page: PageWithKeys, view: RecentList
) -> None:
    QAccessible.setActive(True)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, DOWN)
    said = QAccessible.queryAccessibleInterface(view)
    items = [said.child(number) for number in range(said.childCount())]
    assert (said.role(), said.text(QAccessible.Text.Name)) == (
        QAccessible.Role.List,
        "Recent customers",
    )
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    assert [bool(item.state().selected) for item in items] == [False, True, False]
    assert said.focusChild().text(QAccessible.Text.Name) == "Bishnu, Bishnu_1"
    assert silent(page) == []


@pytest.mark.parametrize("spoken", [" ", "3", "Bishnu"])
def test_an_item_that_does_not_say_its_words_is_found(
    page: PageWithKeys, view: RecentList, spoken: str
) -> None:
    view.show_items([ChoiceItem("a", "Asha", spoken)])
    assert any("is said as" in why for why in silent(page))


def test_a_list_without_a_name_or_a_reason_is_found(page: PageWithKeys, view: RecentList) -> None:
    view.setAccessibleName("")
    view.setEnabled(False)
    found = "\n".join(silent(page))
    assert "a List without a name" in found
    assert "is off, and does not say why" in found
