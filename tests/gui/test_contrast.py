"""Another look of the system is taken at once, high contrast too, and its texts can be read.

That they can be read in every state is asked on the walk of ``test_every_state``.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from desktop_app.ui.theme import DARK, LIGHT, ColourName, SystemLook, Theme
from desktop_app.ui.widgets import Button, PlainLabel
from tests.gui.contrast_kit import measure
from tests.gui.fit_kit import settle
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.gui.looks import FakeSystemLook, black, white
from tests.gui.test_theme import contrast
from tests.sampling import some

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SIZE = ((1366, 688),)


class ContrastLooker(Looker):
    """Looks at the colours of each state, in place of its room."""

    def look(self, state: str) -> None:
        """Measure each text and the ring."""
        settle(self.window)
        measured = measure(self.window)
        assert measured.texts > 0, "none would say that all is well"
        self.found += [f"{state}: {why}" for why in measured.faint]


def test_another_look_is_taken_while_the_program_runs(qapp: QApplication, tmp_path: Path) -> None:
    """High contrast comes, changes its colours, and goes."""
    look = FakeSystemLook()
    shop = opened(tmp_path, Environment.PRACTICE, Language.ENGLISH, look=look, paints=True)
    with shop as (clerk, go_on):
        at = ContrastLooker(clerk, go_on, SIZE)
        at.places.go("payments")
        clerk.until_idle()
        pages = some(("payments", "customers", "waiting", "dayclose", "settings", "payment"), 3)
        grounds = {"": LIGHT.bg, "black": "#000000", "white": "#ffffff", "dark": DARK.bg}
        for name, ground in grounds.items():
            if name:
                palette = {"black": black(), "white": white()}.get(name)
                look.choose(dark=name == "dark", palette=palette)
            for page in reversed(pages):
                at.look(f"{name}, {page}")
                at.places.go(page)
                clerk.until_idle()
            at.look(name)
            shown = at.window.grab().toImage().pixelColor(at.window.width() - 10, 110)
            assert shown == QColor(ground), name
            window = qapp.palette().color(QPalette.ColorRole.Window)
            assert window == QColor(ground), name
    assert "\n".join(at.found) == ""


def test_the_system_itself_is_heard(qapp: QApplication) -> None:
    """Also by a second program in the same process, after the first one is gone."""
    for _ in range(3):
        system = SystemLook()
        told: list[bool] = []
        system.changed.connect(lambda told=told: told.append(True))
        system.watch()
        assert not system.contrast
        QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.emit(
            Qt.ContrastPreference.HighContrast
        )
        assert told == [True]
        del system
        gc.collect()


@pytest.mark.parametrize("make", [black, white])
def test_what_is_chosen_or_turns_stands_out_in_high_contrast(
    qapp: QApplication, make: Callable[[], QPalette]
) -> None:
    theme = Theme(system=FakeSystemLook(palette=make()))
    before = (qapp.palette(), qapp.font(), qapp.styleSheet())
    try:
        theme.apply_to(qapp)
        theme.update(contrast=True)
        pairs: tuple[tuple[ColourName, ColourName], ...] = (
            ("focus", "bg"),
            ("border", "surface"),
            ("accent", "surface"),
            ("accent", "bg"),
            ("railsel", "rail"),
            ("onsolid", "practice"),
        )
        for one, other in pairs:
            share = contrast(theme.tokens.value(one), theme.tokens.value(other))
            assert share >= 3.0, (one, other)
    finally:
        theme.changed.disconnect()
        qapp.setPalette(before[0])
        qapp.setFont(before[1])
        qapp.setStyleSheet(before[2])


def test_what_cannot_be_read_is_found(qapp: QApplication) -> None:
    """The measuring itself can say no."""
    theme = Theme()
    window = QWidget()
    window.setPalette(QPalette(QColor(LIGHT.surface)))
    column = QVBoxLayout(window)
    column.addWidget(PlainLabel(theme, "As faint as an edge", colour="border"))
    column.addWidget(PlainLabel(theme, "As it should be"))
    column.addWidget(Button(theme, "Pay"))
    window.show()
    found = "\n".join(measure(window).faint)
    window.close()
    assert "As faint as an edge" in found
    assert "As it should be" not in found
    assert "Pay" not in found
