"""Another layout, since the window became smaller or larger, takes nothing away.

The pages are built anew for it. What stood there stands there again: what was typed, what was
said about cash, what was chosen, and the keyboard is where it was.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language, TextSize
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.ui.wizard.page import Page
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.fit_walk import walk_first_start, walk_places, walk_results, walk_steps
from tests.gui.full_shop import opened
from tests.gui.looker import Looker
from tests.sampling import LONG, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.conftest import OpenShop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_REGULAR, _COMPACT = (1366, 688), (1093, 534)
_AS_ANOTHER = frozenset(
    {
        "customer, practice_maintenance",
        "customer, practice_strange",
        "customer, nothing to pay",
        "confirm, one waits",
        "paid, saved",
        "waiting, saved, a line about another payment",
        "ask support",
        "ask support, a line about another payment",
        "settings, language",
        "settings, backup",
        "bills",
        "confirm",
        "confirm, cash is missing",
        "waiting, change to give",
    }
)
"""States with nothing on their page that another state has not, too: for the long run."""


class _Resizer(Looker):
    """Makes the window small and large again in each state, and keeps what is not as before."""

    left_out: frozenset[str] = frozenset()

    def look(self, state: str) -> None:
        if state in _AS_ANOTHER and not LONG:
            self.left_out |= {state}
            return
        self.clerk.until_idle()
        texts, focus = self._texts(), _focus()
        for size in (_COMPACT, _REGULAR):
            self.resize(size)
            self.clerk.until_idle()
            if _focus() != focus:
                self.found.append(f"{state}: the keyboard went from {focus} to {_focus()}")
        lost = texts - self._texts()
        if lost:
            self.found.append(f"{state}: lost {lost}")

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
    assert LONG or at.left_out == _AS_ANOTHER, "a state has another name"


def test_the_first_start_loses_nothing_that_was_typed(qapp: QApplication, tmp_path: Path) -> None:
    with opened(tmp_path, None, Language.ENGLISH) as (clerk, go_on):
        at = _Resizer(clerk, go_on, (_REGULAR,))
        walk_first_start(at)
    assert "\n".join(at.found) == ""


def _smaller(clerk: Clerk) -> None:
    clerk.app.window.resize(*_COMPACT)


def _in_nepali(clerk: Clerk) -> None:
    clerk.app.session.set_language(Language.NEPALI)


def _larger_text(clerk: Clerk) -> None:
    session = clerk.app.session
    session.change(replace(session.settings, text_size=TextSize.LARGE))


def test_a_window_has_only_the_pages_of_the_wizard_that_were_gone_to(shops: OpenShop) -> None:
    clerk = shops(practice=True, token="")

    def pages() -> list[str]:
        return [page.objectName() for page in clerk.app.window.findChildren(Page)]

    assert pages() == ["page.provider"]
    clerk.press(Qt.Key.Key_1, ENTER)
    assert pages() == ["page.provider", "page.customer"]
    clerk.press(ESC, ENTER)
    assert pages() == ["page.provider", "page.customer"]
    before = clerk.app.window.main_view
    _in_nepali(clerk)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    clerk.wait(lambda: pages() == ["page.customer"])


@pytest.mark.parametrize(
    ("change", "is_away"), values([_smaller, _in_nepali, _larger_text], [False, True])
)
def test_a_look_up_under_way_is_waited_for_and_not_made_again(
    shops: OpenShop, change: Callable[[Clerk], None], is_away: bool
) -> None:
    service, answer = PracticeService(), threading.Event()
    transport = PracticeTransport(service, sleep=lambda _: answer.wait(60))
    clerk = shops(practice=True, token="", transport=transport, size=_REGULAR)
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("practice_slow")
    clerk.press(ENTER)
    clerk.wait(lambda: any("details" in call.path for call in service.heard))
    if is_away:
        clerk.press(Qt.Key.Key_F3)
    before = clerk.app.window.main_view
    change(clerk)
    clerk.wait(lambda: clerk.app.window.main_view is not before)
    if not is_away:
        assert clerk.find("customer.cancel").isVisible()
        assert _focus() == "customer.cancel"
    answer.set()
    clerk.until_step(Step.CHOICE)
    if is_away:
        clerk.press(Qt.Key.Key_F2)
    clerk.wait(lambda: clerk.find("choice.list").isVisible())
    assert [call.path for call in service.heard if "details" in call.path] == [
        "/api/servicegroup/details/worldlink-v2/"
    ]


def test_a_look_up_that_was_left_for_another_place_is_not_made_again(shops: OpenShop) -> None:
    service, answer = PracticeService(), threading.Event()
    transport = PracticeTransport(service, sleep=lambda _: answer.wait(60))
    clerk = shops(practice=True, token="", transport=transport)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_1, ENTER)
    clerk.type("practice_slow")
    clerk.press(ENTER)
    clerk.wait(lambda: any("details" in call.path for call in service.heard))
    clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
    assert _focus() == "customer.cancel"
    answer.set()
    clerk.until_step(Step.CHOICE)
    assert len([call for call in service.heard if "details" in call.path]) == 1
