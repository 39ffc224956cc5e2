"""Another layout, since the window became smaller or larger, takes nothing away.

The pages are built anew for it. What stood there stands there again: what was typed, what was
said about cash, what was chosen, and the keyboard is where it was.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from tests.gui.fit_walk import (
    Looker,
    opened,
    walk_first_start,
    walk_places,
    walk_results,
    walk_steps,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_REGULAR, _COMPACT = (1366, 688), (1093, 534)


class _Resizer(Looker):
    """Makes the window small and large again in each state, and keeps what is not as before."""

    def look(self, state: str) -> None:
        self._idle()
        texts, focus = self._texts(), _focus()
        for size in (_COMPACT, _REGULAR):
            self.resize(size)
            self._idle()
            if _focus() != focus:
                self.found.append(f"{state}: the keyboard went from {focus} to {_focus()}")
        lost = texts - self._texts()
        if lost:
            self.found.append(f"{state}: lost {lost}")

    def _idle(self) -> None:
        self.clerk.wait(lambda: self.window.places is None or self.clerk.app.tasks.is_idle)

    def _texts(self) -> set[str]:
        """What is seen; amounts that are typed may be grouped meanwhile."""
        return {words.replace(",", "") for words in self.clerk.texts()}


def _focus() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else "nowhere"


def test_nothing_is_lost(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, Environment.PRACTICE, Language.NEPALI) as (clerk, go_on):
        at = _Resizer(clerk, go_on, (_REGULAR,))
        walk_steps(at)
        walk_results(at)
        walk_places(at)
    assert "\n".join(at.found) == ""


def test_the_first_start_loses_nothing_that_was_typed(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, None, Language.ENGLISH) as (clerk, go_on):
        at = _Resizer(clerk, go_on, (_REGULAR,))
        walk_first_start(at)
    assert [why for why in at.found if "Enter the shop" not in why] == []
