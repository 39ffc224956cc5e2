"""Every page in every state: it fits, each text can be read in each look, all of it is said, and
another layout takes nothing away.

The real window walks through its pages in LIVE and in PRACTICE, whose band takes room, in both
languages, and is asked all of that in each state: the way there takes longer than the looking. By
default two looks of the system meet both places, languages and layouts, and take turns in reading:
what the one passes over the other reads. The walk that meets what is widest (black, PRACTICE,
Nepali) also makes the window small in each state, which builds its pages anew, and large again.

Of a shop that is connected the usual run takes two walks: dark, LIVE and English in small windows,
and that widest one, in a large window that becomes small. It leaves out the other looks, each place
with the other language, 1280 x 640, the smallest window in LIVE and English, and states that are
come to in a small window in PRACTICE and Nepali. The long run takes all of them, the last with
``test_fit``, which also walks the same way with large text.
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
from tests.gui.fit_kit import settle
from tests.gui.fit_walk import walk_first_start, walk_settled, walk_slow
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
SMALLEST = (911, 432)
"""A screen of 1366 x 768 at 150 %: what title bar and task bar leave of it."""

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
    """Every second state is read, from the one with this number on; in the long run all are.

    Each is painted, also by a window that does not paint on the way.
    """
    turns = count(start)

    def judge(window: QWidget) -> list[str]:
        paints = window.updatesEnabled()
        window.setUpdatesEnabled(True)
        settle(window)
        found = unread(window) if LONG or next(turns) % 2 == 0 else []
        window.setUpdatesEnabled(paints)
        return found

    return judge


@pytest.mark.parametrize(
    ("look", "environment", "language", "sizes", "others"),
    [
        ("dark", _LIVE, _ENGLISH, SMALL, ()),
        *(
            [
                (*row, LARGE, (*SMALL, SMALLEST) if row[0] == "black" else ())
                for row in product(LOOKS, (_LIVE, _PRACTICE), Language)
            ]
            if LONG
            else [("black", _PRACTICE, _NEPALI, LARGE[:1], (SMALL[0], SMALLEST))]
        ),
    ],
)
def test_every_state_fits_can_be_read_is_said_and_loses_nothing(
    qapp: QApplication,
    tmp_path: Path,
    look: str,
    environment: Environment,
    language: Language,
    sizes: tuple[tuple[int, int], ...],
    others: tuple[tuple[int, int], ...],
) -> None:
    """What stood there when the layout changed stands there again, and the keyboard is there."""
    QAccessible.setActive(True)
    looked = LOOKS[look]()
    judge = in_turns(0 if look == "black" else 1)
    with opened(tmp_path, environment, language, look=looked, paints=not others) as (clerk, go_on):
        at = Looker(clerk, go_on, sizes, judge, others)
        walk_settled(at)
        # A window keeps its layout while a payment is being sent.
        slow = Looker(clerk, go_on, sizes, judge)
        walk_slow(slow)
    assert "\n".join((*at.found, *slow.found)) == ""


@pytest.mark.parametrize(
    ("look", "language"),
    list(product(LOOKS, Language)) if LONG else [("white", _ENGLISH), ("light", _NEPALI)],
)
def test_the_first_start_fits_can_be_read_is_said_and_loses_nothing(
    qapp: QApplication, tmp_path: Path, look: str, language: Language
) -> None:
    QAccessible.setActive(True)
    looked = LOOKS[look]()
    with opened(tmp_path, None, language, look=looked, paints=True) as (clerk, go_on):
        at = Looker(clerk, go_on, LARGE, unread, (*SMALL, SMALLEST))
        walk_first_start(at)
    assert "\n".join(at.found) == ""
