"""Keys and clicks in the kit: each is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.core.environment import Environment
from desktop_app.ui.widgets import (
    Button,
    ButtonSize,
    FieldState,
    Segments,
    Select,
    TextField,
    Variant,
)
from tests.gui.widgets_kit import (
    ALL_BUTTONS,
    applied,
    drawn,
    put,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.theme import Theme

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)


@ALL_BUTTONS
def test_a_click_space_and_enter_each_press_once(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        pressed.clear()
        QTest.keyClick(button, key)
        assert len(pressed) == 1


def test_enter_with_control_or_alt_is_a_key_of_the_page(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    button = Button(theme, "Pay")
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(button, Qt.Key.Key_Return, modifier)
        assert pressed == []
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed == ["x"]


@ALL_BUTTONS
def test_enter_held_down_does_not_repeat(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QApplication.sendEvent(button, held)
    assert pressed == []


def test_enter_alone_never_gives_cash_back(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    button = Button(theme, "Cash returned", Variant.DANGER, key="Ctrl R")
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


@ALL_BUTTONS
def test_a_disabled_button_takes_nothing(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("x"))
    button.setEnabled(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == []


@ALL_BUTTONS
def test_every_control_has_a_name_for_readers(
    theme: Theme, qtbot: QtBot, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    qtbot.addWidget(button)
    assert button.accessibleName()


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        (Environment.LIVE, "accent"),
        (Environment.TEST, "test"),
        (Environment.PRACTICE, "practice"),
    ],
)
def test_the_pay_button_has_the_environments_colour(
    theme: Theme, qtbot: QtBot, qapp: QApplication, environment: Environment, token: str
) -> None:
    button = Button(theme, "Pay", Variant.PAY)
    qtbot.addWidget(button)
    button.set_environment(environment)
    button.resize(button.sizeHint())
    assert button.height() == 58
    wanted = QColor(getattr(theme.tokens, token))
    with applied(theme, qapp):
        assert drawn(button).pixelColor(button.width() // 2, 4) == wanted


def test_a_side_button_loses_its_key_cap_in_a_small_window(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Print", key="F9", size=ButtonSize.SMALL, side=True)
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    theme.update(compact=True)
    assert button.sizeHint().width() < wide


def test_a_locked_field_takes_no_text(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Username")
    put(host, qtbot, field)
    field.setText("ram")
    field.set_state(FieldState.LOCKED)
    QTest.keyClicks(field, "x")
    assert field.text() == "ram"
    field.set_state(FieldState.REST)
    QTest.keyClicks(field, "x")
    assert field.text() == "ramx"


def test_a_field_tells_about_text_and_enter(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Username")
    put(host, qtbot, field)
    edited: list[str] = []
    changed: list[str] = []
    returned: list[bool] = []
    field.textEdited.connect(edited.append)
    field.textChanged.connect(changed.append)
    field.returnPressed.connect(lambda: returned.append(True))
    field.setText("a")
    QTest.keyClicks(field, "b")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert edited == ["ab"]
    assert changed == ["a", "ab"]
    assert returned == [True]


def test_an_invalid_field_is_red_at_the_edge_only(
    theme: Theme, qtbot: QtBot, host: QWidget, qapp: QApplication
) -> None:
    field = TextField(theme, "Customer ID")
    put(host, qtbot, Button(theme, "Other"), field)
    field.set_state(FieldState.INVALID)
    with applied(theme, qapp):
        image = drawn(field)
    middle = field.height() // 2
    assert image.pixelColor(0, middle) == theme.colour("failsolid")
    assert image.pixelColor(6, middle) == theme.colour("surface")


def test_segments_tell_the_value_that_a_person_chose(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    segments = Segments(theme, (("en", "English"), ("ne", "नेपाली")), "en", name="language")
    put(host, qtbot, segments)
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    segments.set_value("ne")
    assert chosen == []
    QTest.mouseClick(segments._buttons["en"], Qt.MouseButton.LeftButton)
    assert chosen == ["en"]
    QTest.keyClick(segments._buttons["en"], Qt.Key.Key_Right)
    assert chosen == ["en", "ne"]
    assert segments.value() == "ne"


def test_a_select_keeps_its_value_in_sight(theme: Theme, qtbot: QtBot) -> None:
    select = Select(theme, "State")
    qtbot.addWidget(select)
    select.addItem("All", "all")
    select.addItem("WAITING and more", "waiting")
    widest = QFontMetrics(theme.sized_font(12.0)).horizontalAdvance("WAITING and more")
    assert select.sizeHint().width() > widest


def test_the_wheel_chooses_no_value(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    """It scrolls the page below the pointer."""
    select = Select(theme, "Rounding")
    for words in ("nearest", "up", "exact"):
        select.addItem(words)
    put(host, qtbot, select)
    select.setFocus()
    at = select.rect().center()
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(select.mapToGlobal(at)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(select, wheel)
    assert select.currentIndex() == 0
