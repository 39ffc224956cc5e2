"""The start page shows as many customers as there is room for, also when the height changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.widgets import RecentRow
from tests.gui.fit_kit import bodies, scrolls_down, settle
from tests.gui.fit_walk import opened

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
