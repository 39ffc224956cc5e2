"""On a very large screen a page stays together in the middle: nothing is far from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from desktop_app.core.environment import Environment
from desktop_app.core.settings import Language
from tests.gui.fit_kit import bodies, misfits
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.sampling import some, values

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_WIDEST = 1560
_SIZES = ((1366, 688), (1920, 1080), (3840, 2160))


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _check_the_middle(at: Looker, left: str, right: str) -> None:
    """The buttons at the bottom and the steps above begin and end where the page does."""
    window = at.window
    [body] = bodies(window)
    inside, page = body.widget(), _box(body, window)
    assert inside is not None
    middle = _box(inside, window)
    assert middle.width() == min(_WIDEST, page.width())
    assert abs(middle.center().x() - page.center().x()) <= 1
    padding = at.clerk.app.window._context.theme.metrics.padding
    begin, end = middle.left() + padding, middle.right() - padding
    # A button keeps room around it for the ring of the keyboard.
    assert begin <= _box(at.clerk.find(left), window).left() <= begin + 6
    assert end - 6 <= _box(at.clerk.find(right), window).right() <= end
    assert abs(_box(at.clerk.find("wizard.steps"), window).left() - begin) <= 1


@pytest.mark.parametrize(("size", "language"), values(some(_SIZES, 2), list(Language)))
def test_a_page_its_steps_and_its_buttons_stand_in_the_middle(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    with opened(tmp_path, Environment.TEST, language) as (clerk, go_on):
        at = Looker(clerk, go_on, (size,))
        at.look("provider")
        at.look_up(Qt.Key.Key_1, "online_due_and_package")
        at.look("packages")
        _check_the_middle(at, "choice.back", "choice.next")
        at.pay("bishnu_adhikari", "100000")
        at.look("paid")
        _check_the_middle(at, "result.same", "result.next")
        for name in ("payments", "waiting", "dayclose", "customers", "settings"):
            at.places.go(name)
            clerk.until_idle()
            at.look(name)
            assert misfits(at.window) == []
            insides = [body.widget() for body in bodies(at.window)]
            assert all(inside is not None and inside.width() <= _WIDEST for inside in insides)
    assert "\n".join(at.found) == ""
