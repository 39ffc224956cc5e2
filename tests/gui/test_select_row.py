"""Choices beside each other share the room of their row: the longest values give way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.ui.widgets import Button, Select
from desktop_app.ui.widgets.select_row import SelectRow
from tests.gui.fit_kit import settle
from tests.gui.widgets_kit import put

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.theme import Theme

SHORT, LONG, LONGER = "LIVE", "Ram Bahadur Thapa", "Pokhara Internet Lekhnath"
ALL = [SHORT, LONG, LONGER]

# Of the offscreen plugin, for a window whose contents ask for another size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def row(theme: Theme, qtbot: QtBot, host: QWidget) -> SelectRow:
    """One with three choices; it is as wide as a test makes it."""
    made = SelectRow()
    selects = [Select(theme, "State") for _ in ALL]
    for select, value in zip(selects, ALL, strict=True):
        select.addItem(value)
    made.add_selects(selects)
    made.add_last(Button(theme, "Clear"))
    put(host, qtbot, made)
    return made


def widen(row: SelectRow, width: int) -> list[str]:
    """Give the row this width; return the values that are cut, as their tooltips tell them."""
    row.setFixedWidth(width)
    settle(row.window())
    assert not row.grab().isNull(), "a value that is cut is painted"
    last = row.findChildren(Button)[0]
    assert last.geometry().right() < row.width()
    shown = [select for select in row.findChildren(Select) if select.isVisible()]
    return [select.toolTip() for select in shown if select.toolTip()]


def test_the_longest_value_gives_way_first(row: SelectRow) -> None:
    assert widen(row, 1200) == []
    # A value that may be cut asks for no more than it must have.
    whole = sum(select.minimumSizeHint().width() for select in row.findChildren(Select))
    whole += row.findChildren(Button)[0].sizeHint().width() + 3 * 8
    assert widen(row, whole) == []
    assert widen(row, whole - 10) == [LONGER]
    assert widen(row, row.minimumSizeHint().width() + 20) == [LONG, LONGER]
    assert widen(row, whole) == []


def test_a_choice_that_goes_leaves_its_room_to_the_rest(row: SelectRow) -> None:
    narrow = row.minimumSizeHint().width() + 120
    assert widen(row, narrow) == [LONG, LONGER]
    row.findChildren(Select)[2].hide()
    assert widen(row, narrow) == []
