"""Midnight and a clock that was set: what says "today" changes over, and hides no payment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.settings import Language
from desktop_app.ui.shell.status_bar import StatusBar
from desktop_app.ui.widgets import PlainLabel
from tests.fakes import HandClock

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

F2 = Qt.Key.Key_F2
PLACES = {"payments": Qt.Key.Key_F3, "dayclose": Qt.Key.Key_F6, "customers": Qt.Key.Key_F7}


class Chime:
    """Counts instead of sounding."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


def look(clerk: Clerk) -> None:
    """What the timer does, now."""
    places = clerk.app.window.main_view
    assert places is not None
    places.day_watch.look()
    clerk.until_idle()


def paid(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    """A shop that has been paid once, on its start page."""
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("online_renew")
    assert clerk.says("today.paid") == "1"
    return clerk


def test_the_start_page_changes_over_at_midnight(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = paid(shops, server, clock)
    look(clerk)
    assert clerk.says("today.paid") == "1"
    clock.move(timedelta(hours=24))
    look(clerk)
    assert clerk.says("today.paid") == "0"


def test_the_pages_of_a_day_change_over_at_midnight(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = paid(shops, server, clock)
    clerk.press(PLACES["payments"])
    clerk.until_idle()
    before = clerk.says("payments.day")
    assert clerk.find("payments.list").model().rowCount() == 1
    clock.move(timedelta(hours=24))
    look(clerk)
    assert clerk.says("payments.day") != before
    assert clerk.find("payments.empty").isVisible()


def test_a_clock_set_back_hides_no_payment(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock()
    clerk = paid(shops, server, clock)
    for back in (timedelta(hours=2), timedelta(days=3)):
        clock.time -= back
        look(clerk)
        assert clerk.says("today.paid") == "1", back
        clerk.press(PLACES["payments"])
        clerk.until_idle()
        assert clerk.find("payments.list").model().rowCount() == 1, back
        clerk.press(PLACES["customers"])
        clerk.until_idle()
        assert [text for text in clerk.texts() if text.startswith(("-", "−"))] == [], back
        clerk.press(F2)
        clerk.until_idle()


def test_a_result_that_comes_by_itself_sounds_unless_it_is_switched_off(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock, chime = HandClock(), Chime()
    clerk = shops(url=server.url, clock=clock, chime=chime, language=Language.ENGLISH)

    def settle_one(words: str) -> None:
        clock.move(timedelta(minutes=5))
        clerk.app.window.auto_checker.look()
        clerk.until_idle()
        assert clerk.find("window.notice").isVisible()
        assert words in clerk.says("window.notice")

    clerk.has_paid("practice_no_answer")
    assert chime.times == 0
    settle_one("is PAID now.")
    assert chime.times == 1
    clerk.has_paid("practice_lost")
    clerk.press(Qt.Key.Key_F12)
    clerk.click("settings.nav.language")
    clerk.until_idle()
    clerk.click("settings.sounds")
    clerk.until_idle()
    settle_one("is NOT PAID.")
    assert chime.times == 1


def test_a_transaction_id_can_be_selected_with_the_mouse(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url)
    clerk.has_paid("online_renew", at_result=True)
    window = clerk.app.window
    from PySide6.QtTest import QTest

    from desktop_app.ui.widgets import KeyValueRow

    rows = [at for at in window.findChildren(KeyValueRow) if at.label.text() == "Transaction id"]
    value = next(row.value for row in rows if row.isVisible())
    focus = window.focusWidget()
    QTest.mouseDClick(value, Qt.MouseButton.LeftButton)
    assert value.selectedText()
    assert value.selectedText() in value.text()
    assert window.focusWidget() is focus


@pytest.mark.parametrize(
    ("language", "shown", "words"),
    [
        (Language.ENGLISH, "Tue, 15 Jun 2027 AD", "not certain"),
        (Language.NEPALI, "मङ्गलबार, 15 जुन 2027 ई.सं.", "निश्चित छैन"),
    ],
)
def test_where_the_nepali_date_is_not_certain_the_window_shows_ad_and_says_why(
    shops: OpenShop, server: SandboxServer, language: Language, shown: str, words: str
) -> None:
    clock = HandClock(datetime(2027, 6, 14, 6, 0, tzinfo=UTC))
    clerk = shops(url=server.url, clock=clock, language=language)
    clerk.until_idle()
    date = clerk.app.window.findChild(PlainLabel, "top.date")
    bar = clerk.app.window.findChild(StatusBar)
    assert date is not None
    assert bar is not None
    assert "2084" in date.text()
    assert date.toolTip() == ""
    clock.move(timedelta(hours=24))
    bar.show_date()
    clerk.until_idle()
    assert date.text() == shown
    assert words in date.toolTip()
