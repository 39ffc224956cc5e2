"""Every page in every state: it fits, each text can be read in each look, and all of it is said.

The real window walks through its pages once, and is asked all of that in each state: the way there
takes longer than the looking. By default two looks of the system meet both places, languages and
layouts, and take turns in reading: what the one passes over the other reads. ``test_fit`` walks the
same way in small windows.
"""

from __future__ import annotations

from itertools import count, product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from tests.gui.accessible_kit import silent
from tests.gui.contrast_kit import Painted, measure
from tests.gui.fit_walk import walk_all, walk_first_start
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.gui.looks import FakeSystemLook, black, white
from tests.sampling import LONG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LARGE = ((1366, 688), (1280, 640))
"""Screens of 1366 x 768 and 1280 x 720: what title bar and task bar leave of them."""
SMALL = ((1093, 534), (1024, 688))
"""Screens of 1366 x 768 at 125 % and 1024 x 768: what the bars leave of them."""

_PRACTICE, _LIVE = Environment.PRACTICE, Environment.LIVE
_ENGLISH, _NEPALI = Language.ENGLISH, Language.NEPALI
LOOKS: dict[str, Callable[[], FakeSystemLook]] = {
    "light": FakeSystemLook,
    "dark": lambda: FakeSystemLook(dark=True),
    "black": lambda: FakeSystemLook(palette=black()),
    "white": lambda: FakeSystemLook(palette=white()),
}


def unread(window: QWidget) -> list[str]:
    """What can hardly be seen, and what a screen reader would not say."""
    painted = Painted()
    measured = measure(window, painted)
    assert measured.texts > 0, "none would say that all is well"
    return [*measured.faint, *silent(window, painted)]


def in_turns(start: int) -> Callable[[QWidget], list[str]]:
    """Every second state is read, from the one with this number on; in the long run all are."""
    turns = count(start)
    return lambda window: unread(window) if LONG or next(turns) % 2 == 0 else []


@pytest.mark.parametrize(
    ("look", "environment", "language", "sizes"),
    list(product(LOOKS, (_LIVE, _PRACTICE), Language, (LARGE,)))
    if LONG
    else [("dark", _LIVE, _ENGLISH, SMALL), ("black", _PRACTICE, _NEPALI, LARGE[:1])],
)
def test_every_state_fits_can_be_read_and_is_said(
    qapp: QApplication,
    tmp_path: Path,
    look: str,
    environment: Environment,
    language: Language,
    sizes: tuple[tuple[int, int], ...],
) -> None:
    QAccessible.setActive(True)
    looked = LOOKS[look]()
    with opened(tmp_path, environment, language, look=looked, paints=True) as (clerk, go_on):
        at = Looker(clerk, go_on, sizes, in_turns(0 if look == "black" else 1))
        walk_all(at)
    assert "\n".join(at.found) == ""


@pytest.mark.parametrize(
    ("look", "language"),
    list(product(LOOKS, Language)) if LONG else [("white", _ENGLISH), ("light", _NEPALI)],
)
def test_the_first_start_fits_can_be_read_and_is_said(
    qapp: QApplication, tmp_path: Path, look: str, language: Language
) -> None:
    QAccessible.setActive(True)
    looked = LOOKS[look]()
    with opened(tmp_path, None, language, look=looked, paints=True) as (clerk, go_on):
        at = Looker(clerk, go_on, LARGE, unread)
        walk_first_start(at)
    assert "\n".join(at.found) == ""
