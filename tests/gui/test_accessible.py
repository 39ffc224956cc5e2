"""Each page in each state says what it shows to a screen reader, as what it is, in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from tests.gui.accessible_kit import silent
from tests.gui.fit_walk import Looker, opened, walk_all, walk_first_start

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class _Listener(Looker):
    """Reads the window in each state, and keeps what is not said."""

    def look(self, state: str) -> None:
        self.found += [f"{state}: {why}" for why in silent(self.window)]


@pytest.mark.parametrize(
    ("environment", "language"),
    [(Environment.PRACTICE, Language.ENGLISH), (Environment.LIVE, Language.NEPALI)],
)
def test_every_state_is_said(
    qapp: QApplication, tmp_path: Path, environment: Environment, language: Language
) -> None:
    QAccessible.setActive(True)
    with opened(tmp_path, environment, language) as (clerk, go_on):
        at = _Listener(clerk, go_on, ((1366, 688),))
        walk_all(at)
    assert "\n".join(sorted(set(at.found))) == ""


def test_the_first_start_is_said(qapp: QApplication, tmp_path: Path) -> None:
    QAccessible.setActive(True)
    with opened(tmp_path, None, Language.ENGLISH) as (clerk, go_on):
        at = _Listener(clerk, go_on, ((1366, 688),))
        walk_first_start(at)
    assert "\n".join(sorted(set(at.found))) == ""
