"""The start page shows as many customers as there is room for, also when the height changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import RecentRow
from desktop_app.ui.widgets.paint import text_width
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.fit_walk import opened

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_customers_come_and_go_with_the_height(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, Environment.PRACTICE, Language.NEPALI) as (clerk, _):
        window = clerk.app.window
        seen = []
        for height in (688, 534, 688):
            window.resize(1024, height)
            settle(window)
            clerk.until_idle()
            settle(window)
            [body] = bodies(window)
            assert scrolls_down(body) == 0
            seen.append(sum(row.isVisible() for row in window.findChildren(RecentRow)))
    assert seen == [6, 4, 6]


_NAME = "Sunita Karki Shrestha Rajbhandari of the upper house"
_ACCOUNT = "sunita_karki_of_old_baneshwor_ward_10"


def _row(theme: Theme, name: str, height: int, width: int = 358) -> RecentRow:
    row = RecentRow(theme, name, _ACCOUNT, "WL", "worldlink-v2", key="Alt 2", remark="paid today")
    row.resize(width, height)
    row.grab()
    return row


def test_a_long_name_takes_two_lines_where_the_row_is_high_enough(qapp: QApplication) -> None:
    row = _row(Theme(), _NAME, 72)
    assert row.name_lines(210, 270) == ["Sunita Karki Shrestha", "Rajbhandari of the upper house"]


def test_a_name_that_does_not_fit_keeps_its_beginning_and_its_last_word(
    qapp: QApplication,
) -> None:
    theme = Theme()
    [low] = _row(theme, _NAME, 46).name_lines(210, 270)
    assert low.startswith("Sunita Karki S")
    assert low.endswith("… house")
    first, second = _row(theme, f"{_NAME} of {_NAME}", 72).name_lines(210, 270)
    assert first == "Sunita Karki Shrestha"
    assert second.startswith("Rajbhandari of")
    assert second.endswith("… house")
    for words in (low, first, second):
        assert text_width(words, theme.font(TextRole.STRONG)) <= 270
    [id_like] = _row(theme, "a" * 30 + "b" * 30, 46).name_lines(210, 270)
    assert (id_like[0], id_like[-1]) == ("a", "b")


def test_what_is_shortened_is_whole_in_the_tooltip_and_for_a_screen_reader(
    qapp: QApplication,
) -> None:
    short, long = _row(Theme(), "Ram", 72, 600), _row(Theme(), _NAME, 46)
    assert short.toolTip() == ""
    assert _NAME in long.toolTip()
    assert _ACCOUNT in long.toolTip()
    assert long.accessibleName() == f"{_NAME}, {_ACCOUNT}, paid today, Alt 2"
