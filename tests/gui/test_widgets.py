"""Every widget of the kit can be drawn in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPainter

from desktop_app.ui.widgets import (
    PlainLabel,
    TileItem,
    TileList,
)
from tests.gui.widgets_kit import (
    LONG,
    drawn,
    everything,
)
from tests.stray_windows import WAYS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.theme import Theme
    from tests.stray_windows import StrayWindows

# Qt's "offscreen" platform says this of every window with a least size.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support propagateSizeHints", extend=True
)


def test_no_part_shows_as_a_window_of_its_own(theme: Theme, no_stray_windows: None) -> None:
    for widget in everything(theme):
        widget.deleteLater()


@pytest.mark.parametrize("way", WAYS)
def test_a_part_without_a_place_is_seen_however_it_is_shown(
    way: str, theme: Theme, stray_windows: StrayWindows
) -> None:
    stray_windows.seen.clear()
    part = PlainLabel(theme, "Rs. 100", name="some.sum")
    given = {"setVisible": (True,), "setHidden": (False,)}
    getattr(part, way)(*given.get(way, ()))
    part.hide()
    assert stray_windows.seen == ["PlainLabel some.sum"]
    part.deleteLater()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("nepali", [False, True])
def test_every_widget_can_be_drawn_in_every_theme_and_changes_with_it(
    theme: Theme, qtbot: QtBot, dark: bool, compact: bool, nepali: bool
) -> None:
    for widget in everything(theme):
        qtbot.addWidget(widget)
        widget.resize(max(300, widget.sizeHint().width()), max(40, widget.sizeHint().height()))
        drawn(widget)
    theme.update(dark=not dark, compact=not compact, nepali=not nepali)
    theme.update(dark=dark, compact=compact, nepali=nepali)
    for widget in everything(theme):
        qtbot.addWidget(widget)
        widget.resize(400, 200)
        image = drawn(widget)
        assert not image.isNull()


def test_a_widget_that_is_gone_does_not_hear_of_a_change(theme: Theme, qtbot: QtBot) -> None:
    for widget in everything(theme):
        with qtbot.waitSignal(widget.destroyed):
            widget.deleteLater()
    theme.update(dark=True)


def test_painting_leaves_no_painter_open(theme: Theme, qtbot: QtBot) -> None:
    note = "retired by the service"
    tiles = TileList(theme, "Providers", name="some.list")
    qtbot.addWidget(tiles)
    tile = TileItem.made("worldlink-v2", "WorldLink", "WL", subs=(LONG,), note=note, group="W")
    tiles.show_tiles([tile], large=True)
    tiles.resize(tiles.sizeHint())
    image = drawn(tiles)
    painter = QPainter(image)
    assert painter.isActive()
    painter.end()
