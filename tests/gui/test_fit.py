"""No text is cut and nothing lies over anything: with large text, too, in every state.

``test_every_state`` asks the same of text as large as usual, in all the sizes that the window may
have. In PRACTICE and Nepali it makes a window small that came to its state in a large one: the
usual run comes to no more than the awaited states in a small one there, and the long run to all of
them, in both places and languages. What is painted by hand is measured, too (``fit_kit``).
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language, TextSize
from desktop_app.ui.help.help_overlay import HelpOverlay
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets import PlainLabel, Rail
from desktop_app.ui.widgets.page_body import PageBody
from desktop_app.ui.widgets.rail import RailItem
from tests.gui.fit_kit import misfits
from tests.gui.fit_walk import walk_all, walk_first_start, walk_slow
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.gui.test_every_state import SMALL, SMALLEST
from tests.sampling import LONG, values

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
"""The screen of the tests cannot tell a window its least size; ours need none."""

_PRACTICE, _LIVE = Environment.PRACTICE, Environment.LIVE
_ENGLISH, _NEPALI = Language.ENGLISH, Language.NEPALI


@pytest.mark.parametrize(
    ("environment", "language", "sizes"),
    list(product((_PRACTICE, _LIVE), (_NEPALI, _ENGLISH), ((*SMALL, SMALLEST),)))
    if LONG
    else [(_PRACTICE, _NEPALI, (SMALL[0], SMALLEST))],
)
def test_what_is_come_to_in_a_small_window_fits(
    qapp: QApplication,
    tmp_path: Path,
    environment: Environment,
    language: Language,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    """By default what is awaited: a window keeps its layout while a payment is being sent."""
    with opened(tmp_path, environment, language) as (clerk, go_on):
        at = Looker(clerk, go_on, sizes)
        (walk_all if LONG else walk_slow)(at)
    assert "\n".join(at.found) == ""


@pytest.mark.parametrize(
    ("environment", "language", "sizes"),
    [
        (_PRACTICE, _NEPALI, ((1280, 640), (1093, 534))),
        *([(_LIVE, _ENGLISH, ((1366, 688), (1093, 534)))] if LONG else []),
    ],
)
def test_every_state_fits_with_large_text(
    qapp: QApplication,
    tmp_path: Path,
    environment: Environment,
    language: Language,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    """What no longer fits scrolls; the strip of buttons and the rail stay whole."""
    with opened(tmp_path, environment, language, TextSize.LARGE) as (clerk, go_on):
        at = Looker(clerk, go_on, sizes)
        walk_all(at)
    assert "\n".join(at.found) == ""


@pytest.mark.parametrize(("language", "text_size"), values(list(Language), list(TextSize)))
def test_help_stays_inside_a_window_that_shrinks(
    qapp: QApplication, tmp_path: Path, language: Language, text_size: TextSize
) -> None:
    """The pages of keys and of licences are opened in the large window."""
    with opened(tmp_path, _LIVE, language, text_size) as (clerk, go_on):
        at = Looker(clerk, go_on, ((1366, 688), (1093, 534), (911, 432)))
        for name in ("keys", "about"):
            clerk.press(Qt.Key.Key_F1)
            if name == "about":
                clerk.click("keys.about")
            for size in ((1093, 534), (911, 432), (1366, 688)):
                at.resize(size)
                area = clerk.find(name).findChild(PageBody)
                assert area.horizontalScrollBar().maximum() == 0, (name, size)
                panel = clerk.find(f"{name}.panel")
                assert panel.visibleRegion().boundingRect().width() == panel.width(), (name, size)
            at.look(name)
            clerk.press(Qt.Key.Key_Escape)
            clerk.wait(lambda: at.window.findChild(HelpOverlay, name) is None)  # noqa: B023
    assert "\n".join(at.found) == ""


@pytest.mark.parametrize(
    ("language", "text_size", "sizes"),
    [
        (_NEPALI, TextSize.LARGE, ((1366, 688), (1093, 534))),
        *(product(Language, (TextSize.NORMAL,), ((*SMALL, SMALLEST),)) if LONG else ()),
    ],
)
def test_the_first_start_fits_with_large_text_and_in_small_windows(
    qapp: QApplication,
    tmp_path: Path,
    language: Language,
    text_size: TextSize,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    """The usual run makes small windows of large ones there (``test_every_state``)."""
    with opened(tmp_path, None, language, text_size) as (clerk, go_on):
        at = Looker(clerk, go_on, sizes)
        walk_first_start(at)
    assert "\n".join(at.found) == ""


def test_what_is_cut_or_covered_is_seen(qapp: QApplication) -> None:
    """The measuring itself can say no."""
    theme = Theme()
    window = QWidget()
    long = "Keep the cash. Do not pay again. The bill may or may not be paid."
    low = PlainLabel(theme, long, wrap=True, parent=window)
    narrow = PlainLabel(theme, long, parent=window)
    over = PlainLabel(theme, long, wrap=True, parent=window)
    rail = Rail(theme, "Bhuktani", "Places", name="nav")
    rail.setParent(window)
    rail.set_places((RailItem.made("item", "list", long, "F3", long),))
    beside = QScrollArea(window)
    beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    beside.setWidget(PlainLabel(theme, "A field that no one can scroll to"))
    beside.setGeometry(450, 300, 100, 60)
    low.setGeometry(0, 0, 200, 20)
    narrow.setGeometry(0, 100, 120, 20)
    over.setGeometry(0, 104, 400, 60)
    rail.setGeometry(0, 200, 214, 200)
    strip = QWidget(window)
    strip.setGeometry(300, 0, 200, 30)
    high = PlainLabel(theme, "पैसा लिनुहोस्", parent=strip)
    high.setGeometry(0, -1, 200, 24)
    window.resize(600, 400)
    window.show()
    found = "\n".join(misfits(window))
    assert "20 of " in found, "a low label"
    assert "px wide" in found, "a narrow label"
    assert "lies over" in found, "labels over each other"
    high.move(0, -4)
    assert "letters from -" in "\n".join(misfits(window)), "letters above what holds the label"
    assert "cuts" in found, "a painted item"
    assert "px across" in found, "beside what only scrolls down"
    window.close()
