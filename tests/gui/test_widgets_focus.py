"""The focus in the kit: it can be seen, and it follows the control."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.ui.widgets import (
    Button,
    TextField,
    ring_of,
)
from tests.gui.widgets_kit import (
    ALL_BUTTONS,
    BUTTONS,
    applied,
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
def test_the_ring_is_drawn_outside_the_control(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = ring_of(theme, button)
    assert ring.control is button
    assert ring.isVisible()
    box = QRect(button.mapTo(host, QPoint(0, 0)), button.size())
    assert ring.geometry() == box.adjusted(-5, -5, 5, 5)
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    picture = host.grab().toImage()
    middle = box.center().y()
    assert picture.pixelColor(box.left() - 4, middle) == theme.colour("focus")
    assert picture.pixelColor(box.left() - 1, middle) != theme.colour("focus")


@ALL_BUTTONS
def test_the_ring_stays_after_a_click(
    theme: Theme, qtbot: QtBot, host: QWidget, make: Callable[[Theme], QAbstractButton]
) -> None:
    button = make(theme)
    put(host, qtbot, button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ring_of(theme, button).control is button


def test_the_ring_follows_the_focus_and_the_control(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(host, qtbot, first, second)
    first.setFocus()
    second.setFocus()
    ring = ring_of(theme, first)
    assert ring.control is second
    host.resize(700, 400)
    qtbot.waitUntil(lambda: ring.geometry().topLeft() == second.pos() - QPoint(5, 5))
    second.hide()
    assert ring.control is not second


def test_the_ring_survives_the_end_of_its_control(
    theme: Theme, qtbot: QtBot, host: QWidget
) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(host, qtbot, first, second)
    first.setFocus()
    ring = ring_of(theme, first)
    first.deleteLater()
    qtbot.waitUntil(lambda: not isValid(first))
    assert ring.control is not first
    second.setFocus()
    assert ring.control is second
    theme.update(dark=True)


def test_a_window_can_end_while_a_control_has_the_focus(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button, field = Button(theme, "First"), TextField(theme, "Second")
    column.addWidget(button)
    column.addWidget(field)
    window.show()
    for control in (button, field):
        control.setFocus()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    theme.update(dark=True)


def test_a_program_that_ends_with_the_ring_shown_ends_quietly() -> None:
    lines = (
        "from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget",
        "from desktop_app.ui.theme import Theme",
        "from desktop_app.ui.widgets import Button",
        "app = QApplication([])",
        "theme, window = Theme(), QWidget()",
        "button = Button(theme, 'Next')",
        "QVBoxLayout(window).addWidget(button)",
        "window.show()",
        "app.processEvents()",
        "button.setFocus()",
        "app.processEvents()",
    )
    ended = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = ended.stderr.replace("This plugin does not support propagateSizeHints()", "")
    assert (ended.returncode, said.strip()) == (0, "")


def test_a_field_gets_its_own_ring_and_edge(
    theme: Theme, qtbot: QtBot, host: QWidget, qapp: QApplication
) -> None:
    field = TextField(theme, "Cash received", big=True)
    put(host, qtbot, field)
    field.setFocus()
    assert field.hasFocus()
    with applied(theme, qapp):
        # A ring that another style sheet has hidden comes back.
        qtbot.waitUntil(lambda: ring_of(theme, field).isVisible())
        picture = host.grab().toImage()
    at = field.mapTo(host, QPoint(0, field.height() // 2))
    assert picture.pixelColor(at.x(), at.y()) == theme.colour("focus")
    assert picture.pixelColor(at.x() - 2, at.y()) == theme.colour("accentline")


def test_tab_reaches_every_control(theme: Theme, qtbot: QtBot, host: QWidget) -> None:
    field = TextField(theme, "Field")
    controls = [make(theme) for make in BUTTONS.values()]
    put(host, qtbot, field, *controls)
    field.setFocus()
    reached = []
    for _ in controls:
        host.focusNextChild()
        reached.append(host.focusWidget())
    assert reached == controls
