"""Each page in each state says what it shows to a screen reader, as what it is, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.widgets import Button
from tests.clerk import ESC
from tests.gui.accessible_kit import silent
from tests.gui.fit_walk import TWO, Looker, opened, walk_all, walk_first_start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


@pytest.mark.parametrize("open_it", [open_about, open_decide, ask_to_begin_anew])
def test_a_dialogue_is_said_as_one(
    qapp: QApplication, tmp_path: Path, open_it: Callable[[Looker], None]
) -> None:
    QAccessible.setActive(True)
    with opened(tmp_path, Environment.LIVE, Language.ENGLISH) as (clerk, go_on):
        at = _Listener(clerk, go_on, ((1366, 688),))
        open_it(at)
        open_now = [w for w in at.window.findChildren(QDialog) if w.isVisible()]
        dialogue = open_now[-1]
        role = QAccessible.queryAccessibleInterface(dialogue).role()
        found = silent(dialogue)
        name = dialogue.accessibleName()
        clerk.press(ESC)
    assert role is QAccessible.Role.Dialog
    assert name
    assert "\n".join(found) == ""
