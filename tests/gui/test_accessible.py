"""A dialogue is said to a screen reader as one, with all that stands in it.

That each page is said in each state is asked on the walk of ``test_every_state``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.widgets import Button
from tests.gui.accessible_kit import silent
from tests.gui.full_shop import opened
from tests.gui.looker import TWO, Looker

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def open_about(at: Looker) -> None:
    at.clerk.press(Qt.Key.Key_F1)
    at.clerk.click("keys.about")


def open_decide(at: Looker) -> None:
    at.places.go("waiting")
    at.clerk.until_idle()
    names = [button.objectName() for button in at.window.findChildren(Button) if button.isVisible()]
    at.clerk.click(next(name for name in names if name.startswith("waiting.decide.")))


def ask_to_begin_anew(at: Looker) -> None:
    at.look_up(TWO, "110871")
    at.clerk.press(Qt.Key.Key_F2)


def test_a_dialogue_is_said_as_one(qapp: QApplication, tmp_path: Path) -> None:
    QAccessible.setActive(True)
    with opened(tmp_path, Environment.LIVE, Language.ENGLISH) as (clerk, go_on):
        at = Looker(clerk, go_on, ((1366, 688),))
        for open_it in (open_about, open_decide, ask_to_begin_anew):
            open_it(at)
            open_now = [w for w in at.window.findChildren(QDialog) if w.isVisible()]
            dialogue = open_now[-1]
            role = QAccessible.queryAccessibleInterface(dialogue).role()
            assert role is QAccessible.Role.Dialog, open_it
            assert dialogue.accessibleName(), open_it
            assert "\n".join(silent(dialogue)) == ""
            while open_now:
                open_now.pop().close()
            at.window.activateWindow()
            clerk.until_idle()
