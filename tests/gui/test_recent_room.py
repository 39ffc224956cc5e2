"""The start page shows as many customers as there is room for, also when the height changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.theme import TextRole, Theme
from desktop_app.ui.widgets import RecentItem, RecentList
from desktop_app.ui.widgets.paint import text_width
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.full_shop import opened
from tests.list_rows import rows_of

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
            seen.append(sum(row.isVisible() for row in rows_of(clerk.find("provider.recent.list"))))
    assert seen == [6, 4, 6]


_NAME = "Sunita Karki Shrestha Rajbhandari of the upper house"
_ACCOUNT = "sunita_karki_of_old_baneshwor_ward_10"


def _list(theme: Theme, name: str, height: int, width: int = 358) -> RecentList:
    view = RecentList(theme, "Recent customers")
    view.show_items(
        [
            RecentItem.made(
                "1", name, _ACCOUNT, "WL", "worldlink-v2", key="Alt 2", remark="paid today"
            )
        ]
    )
    view.resize(width, height)
    view.grab()
    return view


def _lines(theme: Theme, name: str, height: int) -> list[str]:
    return _list(theme, name, height).delegate.name_lines(name, 210, 270, height)


def test_a_long_name_takes_two_lines_where_the_row_is_high_enough(qapp: QApplication) -> None:
    assert _lines(Theme(), _NAME, 72) == ["Sunita Karki Shrestha", "Rajbhandari of the upper house"]


def test_a_name_that_does_not_fit_keeps_its_beginning_and_its_last_word(
    qapp: QApplication,
) -> None:
    theme = Theme()
    [low] = _lines(theme, _NAME, 46)
    assert low.startswith("Sunita Karki S")
    assert low.endswith("… house")
    first, second = _lines(theme, f"{_NAME} of {_NAME}", 72)
    assert first == "Sunita Karki Shrestha"
    assert second.startswith("Rajbhandari of")
    assert second.endswith("… house")
    for words in (low, first, second):
        assert text_width(words, theme.font(TextRole.STRONG)) <= 270
    [id_like] = _lines(theme, "a" * 30 + "b" * 30, 46)
    assert (id_like[0], id_like[-1]) == ("a", "b")


def test_what_is_shortened_is_whole_in_the_tooltip_and_for_a_screen_reader(
    qapp: QApplication,
) -> None:
    [short], [long] = (
        rows_of(view) for view in (_list(Theme(), "Ram", 72, 600), _list(Theme(), _NAME, 46))
    )
    assert short.tip() == ""
    assert _NAME in long.tip()
    assert _ACCOUNT in long.tip()
    assert long.accessibleName() == f"{_NAME}, {_ACCOUNT}, paid today, Alt 2"


@pytest.mark.parametrize("language", list(Language))
def test_what_a_practice_customer_teaches_is_never_shortened(
    qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    with opened(tmp_path, Environment.PRACTICE, language) as (clerk, _):
        window = clerk.app.window
        window.setMinimumSize(1, 1)
        for size in ((1366, 688), (1280, 640), (1093, 534), (1024, 688)):
            window.resize(*size)
            settle(window)
            clerk.until_idle()
            settle(window)
            view = clerk.find("provider.recent.list")
            for number, item in enumerate(view.items):
                box = view.visualRect(view.model().index(number, 0))
                assert view.delegate.tip(box, item) == "", size
