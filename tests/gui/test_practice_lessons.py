"""The start page of practice: customers that teach, and those that were looked up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.customers import KnownAccount
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.settings import Language
from desktop_app.data_folder import settings_path
from desktop_app.settings_store.settings_file import SettingsFile
from desktop_app.ui.widgets import FocusRing, RecentItem
from tests.clerk import ENTER, ESC, Clerk
from tests.fakes import HandClock
from tests.gui.fit_kit import settle
from tests.list_rows import tiles

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO, ALT = Qt.Key.Key_1, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier
LESSONS = [
    "online_renew", "practice_waiting", "practice_not_paid", "practice_slow", "110871",
    "nobody_here", "practice_price_changed",
]  # fmt: skip


def practising(shops: OpenShop, **options: object) -> Clerk:
    return shops(practice=True, token="", size=(1366, 688), **options)


def shown(clerk: Clerk) -> list[str]:
    """The account ids of the rows on the right."""
    items = clerk.find("provider.recent.list").items
    return [item.account for item in items if isinstance(item, RecentItem)]


def test_practice_names_six_customers_with_lessons_and_arrows_leave_their_suggestions(
    shops: OpenShop,
) -> None:
    clerk = practising(shops)
    assert shown(clerk) == LESSONS[:6]
    said = [clerk.find(f"provider.recent.{n}").text() for n in range(1, 7)]
    assert said == [
        "Is paid at once",
        "Waits, then is paid",
        "Not paid: give cash back",
        "The look-up is slow",
        "Has four bills",
        "Nobody has this name",
    ]
    assert clerk.says("provider.lesson") == "Begin with a payment that is paid at once."
    # The example of the field is one of them, and the list below it is filled.
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    assert "e.g. online_renew." in clerk.says("customer.note")
    for account in LESSONS[:4]:
        clerk.wait(clerk.find(f"customer.suggestion.{account}").isVisible)
    # Up above the suggestions, and letters, lead to the field.
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert clerk.find("customer.id").hasFocus()
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    clerk.type("p")
    assert clerk.find("customer.id").hasFocus()
    clerk.type("ractice_n")
    assert clerk.find("customer.id").text() == "practice_n"
    [only] = clerk.find("customer.suggestion.list").items
    assert only.id == "practice_not_paid"


def pay_lesson(clerk: Clerk, number: int) -> None:
    """From the lesson's key to the result, with exact cash."""
    clerk.press(Qt.Key(ONE + number - 1), modifier=ALT)
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)


@pytest.mark.parametrize(
    ("companies", "lessons"),
    [
        (
            ("izone", "grs"),
            ["blya-test", "practice_waiting", "practice_not_paid", "practice_price_changed"],
        ),
        (("nt-ftth",), ["10000111111111", "10000000500003", "10000000500013"]),
        (("nijgadh-cable-tv",), ["500001", "500003", "500013", "500021"]),
    ],
)
def test_a_shop_without_worldlink_practises_with_its_own_companies(
    shops: OpenShop, companies: tuple[str, ...], lessons: list[str]
) -> None:
    clerk = practising(shops, companies=companies)
    assert shown(clerk) == lessons
    assert clerk.says("provider.lesson") == "Begin with a payment that is paid at once."
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    assert f" {lessons[0]}." in clerk.says("customer.note")
    for account in lessons:
        clerk.wait(clerk.find(f"customer.suggestion.{account}").isVisible)


def look_up_lesson(clerk: Clerk, account: str) -> None:
    """Look a practice customer up, and go back to the start page without paying."""
    number = shown(clerk).index(account) + 1
    clerk.press(Qt.Key(ONE + number - 1), modifier=ALT)
    clerk.until_idle()
    start_again(clerk)


def start_again(clerk: Clerk) -> None:
    """At the start page, whatever was begun."""
    clerk.app.window.flow.restart()
    clerk.press(Qt.Key.Key_F3, Qt.Key.Key_F2)
    clerk.until_idle()


def test_a_name_that_nobody_has_is_a_lesson_and_counts_as_done(
    shops: OpenShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.sandbox.counter.SLOW_SECONDS", 0.0)
    clerk = practising(shops)
    clerk.has_paid("online_renew")
    for account in LESSONS[1:5]:
        look_up_lesson(clerk, account)
    assert clerk.says("provider.lesson") == "Next: look up a name that nobody has."
    look_up_lesson(clerk, LESSONS[5])
    assert clerk.says("provider.lesson") == "Next: try a price that has changed."
    assert shown(clerk) == LESSONS[1:]
    look_up_lesson(clerk, LESSONS[6])
    assert clerk.says("provider.lesson") == "You have tried them all."
    clerk.app.close()
    assert practising(shops).says("provider.lesson") == "You have tried them all."


def test_a_lesson_does_what_it_says_and_the_next_is_named(shops: OpenShop) -> None:
    clerk = practising(shops)
    for account, said in zip(LESSONS, ("PAID", "WAITING", "NOT PAID"), strict=False):
        pay_lesson(clerk, shown(clerk).index(account) + 1)
        assert clerk.says("result.state") == said
        if said == "PAID":
            clerk.press(ENTER)
            clerk.until_idle()
            assert clerk.says("provider.lesson") == "Next: try a payment that waits."
        start_again(clerk)


def test_four_bills_are_four_and_nobody_is_nobody(shops: OpenShop) -> None:
    clerk = practising(shops)
    clerk.press(Qt.Key.Key_5, modifier=ALT)
    clerk.until_step(Step.CHOICE)
    account = clerk.app.window.flow.account
    assert account is not None
    assert len(account.offers) == 4
    clerk.press(ESC, ESC)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_6, modifier=ALT)
    clerk.until_idle()
    assert clerk.says("customer.answer") == "No customer with this username"


def test_a_recent_customer_is_looked_up_from_the_list(shops: OpenShop) -> None:
    clerk = practising(shops)
    for way in ("mouse", "keyboard"):
        start_again(clerk)
        place = shown(clerk).index(LESSONS[4]) + 1
        if way == "mouse":
            clerk.click(f"provider.recent.{place}")
        else:
            clerk.find("provider.recent.1").setFocus(Qt.FocusReason.TabFocusReason)
            clerk.press(*[Qt.Key.Key_Down] * (place - 1), ENTER)
        clerk.until_step(Step.CHOICE)
        account = clerk.app.window.flow.account
        assert account is not None
        assert account.account_id == LESSONS[4], way


def test_a_customer_who_comes_under_the_pressed_mouse_is_not_looked_up(shops: OpenShop) -> None:
    clerk = practising(shops)
    row = clerk.find("provider.recent.1")
    viewport, at = row.view.viewport(), row.middle()
    plain = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, plain, at)
    provider = next(one for one in clerk.app.use_cases.catalog.providers())
    now = HandClock().now()
    slug, key = provider.info.slug, provider.account_key
    ids = [f"another_{n}" for n in range(6)]
    others = [KnownAccount(key(Environment.PRACTICE, i), slug, i, "Another", now) for i in ids]
    clerk.find("provider.recent").show_accounts(others, {provider.info.slug: provider})
    settle(clerk.app.window)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, plain, at)
    clerk.until_idle()
    assert clerk.find("provider.recent.1").text() == "Another"
    assert clerk.stands_at(Step.PROVIDER)


def test_a_suggestion_is_looked_up_from_the_list(shops: OpenShop) -> None:
    clerk = practising(shops)
    for way in ("mouse", "keyboard"):
        start_again(clerk)
        clerk.press(ONE, ENTER)
        clerk.until_idle()
        listed = [item.id for item in clerk.find("customer.suggestion.list").items]
        if way == "mouse":
            clerk.click(f"customer.suggestion.{LESSONS[1]}")
        else:
            clerk.press(*[Qt.Key.Key_Down] * (listed.index(LESSONS[1]) + 1), ENTER)
        clerk.until_step(Step.CHOICE)
        account = clerk.app.window.flow.account
        assert account is not None
        assert account.account_id == LESSONS[1], way


def test_a_suggestion_that_the_arrows_come_to_is_scrolled_to(shops: OpenShop) -> None:
    clerk = practising(shops, language=Language.NEPALI)
    clerk.app.window.resize(1024, 534)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    window = clerk.app.window
    for _ in clerk.find("customer.suggestion.list").items:
        clerk.press(Qt.Key.Key_Down)
        settle(window)
        ring = window.findChild(FocusRing)
        assert ring is not None
        assert ring.control is not None
        assert ring.control.visibleRegion().boundingRect() == ring.control.rect()


@pytest.mark.parametrize("environment", [Environment.LIVE, Environment.TEST])
def test_nothing_of_practice_is_shown_where_money_moves(
    shops: OpenShop, server: SandboxServer, environment: Environment
) -> None:
    clerk = shops(connection=Connection(environment, server.url))
    assert shown(clerk) == []
    assert clerk.find("provider.lesson").isHidden()
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    assert "e.g. ram_home01." in clerk.says("customer.note")
    assert clerk.app.use_cases.catalog.practice_customers(clerk.app.session.environment) == ()
    assert not any(name in text for text in clerk.texts() for name in LESSONS)


def test_practice_teaches_nothing_about_the_order_of_the_tiles(
    shops: OpenShop, tmp_path: Path
) -> None:
    clock = HandClock()
    clerk = practising(shops, clock=clock)
    clerk.pay(TWO, "110871", ONE, "300")
    clerk.press(ENTER)
    clerk.until_idle()
    assert SettingsFile(settings_path(tmp_path / "shop")).load().tile_order_next == ()
    clerk.app.close()
    clock.move(timedelta(days=1))
    assert tiles(practising(shops, clock=clock).app.window) == ["worldlink-v2", "vianet-updated"]
