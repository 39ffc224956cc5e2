"""The parts around the pages: rail, bars, environment, overlay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.theme import LOGO_BLUE, Theme
from desktop_app.ui.widgets import (
    Button,
    EnvironmentFrame,
    Footer,
    KeyHint,
    Logo,
    Overlay,
    Panel,
    PlainLabel,
    Spinner,
    StepState,
    Timeline,
    TimelineStep,
    TopBar,
    Variant,
    monogram_fill,
)
from desktop_app.ui.widgets.paint import literal
from desktop_app.ui.widgets.step_bar import StepMark
from desktop_app.ui.widgets.top_bar import initial
from tests.gui.widgets_kit import (
    EVIL,
    applied,
    drawn,
    make_rail,
    put,
)
from tests.list_rows import rows_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)


def test_the_rail_tells_what_a_person_chose(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    rail = make_rail(theme)
    put(host, qtbot, rail)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    rail.select("new")
    assert chosen == []
    new, waiting = rows_of(rail.places)
    waiting.click()
    waiting.click()
    assert chosen == ["waiting", "waiting"]
    assert rail.current() == "new", "the window decides what is shown, and marks it"
    rail.setEnabled(False)
    new.click()
    assert len(chosen) == 2


def test_the_rail_names_key_and_number_for_readers(theme: Theme, qtbot: QtBot) -> None:
    rail = make_rail(theme)
    qtbot.addWidget(rail)
    rail.set_badge("waiting", "3")
    _, waiting = rows_of(rail.places)
    assert waiting.accessibleName() == "Waiting, 3, F4"
    assert waiting.badge() == "3"


def test_the_rail_is_narrow_in_a_small_window(theme: Theme, qtbot: QtBot) -> None:
    rail = make_rail(theme)
    qtbot.addWidget(rail)
    assert rail.width() == 214 or rail.maximumWidth() == 214
    theme.update(compact=True)
    assert rail.maximumWidth() == 88


def test_the_environment_is_marked_all_around(
    theme: Theme, qtbot: QtBot, host: QWidget, qapp: QApplication
) -> None:
    frame = EnvironmentFrame(theme)
    frame.content.addWidget(Panel(theme))
    put(host, qtbot, frame)
    assert not frame.band.isVisible()
    frame.set_environment(Environment.PRACTICE, "PRACTICE", "Nothing is paid.")
    assert frame.band.isVisible()
    assert frame.band.sizeHint().height() == 34
    assert frame.content.contentsMargins().left() == 4
    QApplication.processEvents()
    with applied(theme, qapp):
        picture = frame.grab().toImage()
    wanted = theme.colour("practice")
    for x, y in ((1, frame.height() - 100), (frame.width() - 2, 300), (300, frame.height() - 2)):
        assert picture.pixelColor(x, y) == wanted
    frame.set_environment(Environment.LIVE, "", "")
    assert not frame.band.isVisible()
    assert frame.content.contentsMargins().left() == 0


@pytest.mark.qt_log_ignore("This plugin does not support")  # the screen of the tests has no menus
def test_the_top_bar_asks_and_leaves_the_date_out_in_a_small_window(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    bar = TopBar(theme, refresh_label="Refresh the balance")
    put(host, qtbot, bar)
    bar.set_shop("Ganesh Kirana & Recharge")
    bar.set_date("Sun, 2083 Mangsir 6")
    bar.set_balance("Balance", "Rs. 45,210.50", EVIL)
    bar.set_operator("सीता")
    bar.set_environment(Environment.LIVE, "LIVE")
    assert bar.date.isVisible()
    assert bar.balance.toolTip() == literal(EVIL)
    with qtbot.waitSignal(bar.refresh):
        QTest.mouseClick(bar.refresh_button, Qt.MouseButton.LeftButton)
    menu = QMenu(bar)
    menu.addAction("Sita")
    bar.operator_button.setMenu(menu)
    QTest.mouseClick(bar.operator_button, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.close()
    theme.update(compact=True)
    assert not bar.date.isVisible()
    assert bar.height() == 48 or bar.maximumHeight() == 48


def test_the_footer_has_the_height_of_the_design(theme: Theme, qtbot: QtBot) -> None:
    footer = Footer(theme)
    qtbot.addWidget(footer)
    footer.add_left(KeyHint(theme, "Esc", "Back"))
    footer.add_right(Button(theme, "Next", Variant.PRIMARY))
    assert footer.maximumHeight() == 76
    theme.update(compact=True)
    assert footer.maximumHeight() == 62


@pytest.mark.parametrize("label", [False, True], ids=["alone", "beside a label"])
def test_buttons_of_the_footer_are_as_wide_as_their_words(
    theme: Theme, qtbot: QtBot, host: QWidget, label: bool
) -> None:
    footer = Footer(theme)
    back = Button(theme, "Back", key="Esc")
    pay = Button(theme, "Next", Variant.PRIMARY)
    footer.add_left(back)
    footer.add_left(KeyHint(theme, "F8", "Exact cash"), 6)
    if label:
        footer.add_left(PlainLabel(theme, "Cash received", wrap=True))
    footer.add_right(pay)
    put(host, qtbot, footer)
    footer.resize(1000, footer.height())
    footer.ensurePolished()
    layout = footer.layout()
    assert layout is not None
    layout.activate()
    assert back.width() == back.sizeHint().width()
    assert pay.width() == pay.sizeHint().width()
    assert back.x() == theme.metrics.padding
    assert pay.geometry().right() == 999 - theme.metrics.padding


def test_an_overlay_keeps_the_keyboard_and_gives_it_back(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    below = Button(theme, "Below")
    put(host, qtbot, below)
    below.setFocus()
    overlay = Overlay(theme, host, "Keys")
    inside = Button(theme, "Close", key="Esc")
    overlay.body.addWidget(inside)
    overlay.open()
    assert inside.hasFocus()
    QTest.keyClick(inside, Qt.Key.Key_Tab)
    assert inside.hasFocus()
    with qtbot.waitSignal(overlay.closed):
        QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert below.hasFocus()
    assert not overlay.isVisible()


def test_spinners_turn_only_while_they_are_seen(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    spinner = Spinner(theme)
    steps = Timeline(theme, (TimelineStep("Sent", "2:18 PM", StepState.ACTIVE),))
    put(host, qtbot, spinner, steps)
    spinners = [spinner, *steps.findChildren(Spinner)]
    assert [at._timer.isActive() for at in spinners] == [True, True]
    host.hide()
    assert [at._timer.isActive() for at in spinners] == [False, False]


def test_a_finished_timeline_does_not_turn(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    steps = Timeline(theme, (TimelineStep("Sent", "2:18 PM", StepState.ACTIVE),))
    put(host, qtbot, steps)
    steps.set_steps((TimelineStep("Sent", "2:18 PM", StepState.DONE),))
    assert not any(at._timer.isActive() for at in steps.findChildren(Spinner))
    assert steps.heightForWidth(300) > 0


def test_monograms_have_the_fills_of_the_design() -> None:
    assert monogram_fill("worldlink-v2") == "#234E9C"
    assert monogram_fill("vianet-updated") == "#6A3D8F"
    assert monogram_fill("any") == monogram_fill("any")


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("gita", "G"),
        ("क्यासियर", "क्या"),
        ("श्रीमान्", "श्री"),
        ("स्त्री", "स्त्री"),
        ("हरि", "ह"),
        ("क्\u200dया", "क्\u200dया"),
        ("", ""),
    ],
)
def test_an_initial_is_a_whole_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_the_mark_keeps_its_colours_where_the_rail_is_off(theme: Theme, qtbot: QtBot) -> None:
    logo = Logo(34)
    qtbot.addWidget(logo)
    logo.setEnabled(False)
    assert drawn(logo).pixelColor(17, 2) == QColor(LOGO_BLUE)


def test_a_step_of_the_next_payment_has_no_tick_of_the_one_before(theme: Theme) -> None:
    steps = Timeline(theme, (TimelineStep("Sent", "2:18 PM", StepState.DONE),))
    mark = steps.findChild(StepMark)
    assert mark is not None
    assert not mark.pixmap().isNull()
    steps.set_steps((TimelineStep("Sent"),))
    assert mark.pixmap().isNull()
    steps.set_steps((TimelineStep("Sent", "2:19 PM", StepState.DONE),))
    assert not mark.pixmap().isNull()
    steps.deleteLater()
