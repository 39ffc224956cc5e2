"""Another layout, since the window became smaller or larger, takes nothing away.

The pages are built anew for it. What stood there stands there again: what was typed, what was
said about cash, what was chosen, and the keyboard is where it was. That nothing is lost in any
state is asked on the walks of ``test_every_state``.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language, TextSize
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.ui.wizard.page import Page
from tests.clerk import ENTER, ESC, Clerk
from tests.gui.looker import focus_name
from tests.sampling import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.conftest import OpenShop

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

_REGULAR, _COMPACT = (1366, 688), (1093, 534)


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
        assert focus_name() == "customer.cancel"
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
    assert focus_name() == "customer.cancel"
    answer.set()
    clerk.until_step(Step.CHOICE)
    assert len([call for call in service.heard if "details" in call.path]) == 1
