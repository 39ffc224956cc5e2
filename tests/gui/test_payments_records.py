"""Payments: the records of the other environments are looked through, and nothing more."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError
from desktop_app.core.settings import Language
from desktop_app.data_folder import ledger_path
from desktop_app.formatting.periods import Period
from desktop_app.ui.payments.day_list import DayList
from desktop_app.ui.runtime.changes import Cause
from tests.blank_ledger import put_filled_ledger
from tests.clerk import ESC, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.fit_kit import bodies
from tests.gui.payments_kit import (
    CONTROL,
    DAY,
    S,
    chosen,
    open_payments,
    rows,
    shop_of_two_days,
    two_days,
)
from tests.gui.tasks_kit import HeldRecords
from tests.gui.test_paid_sweep import window_s_sweep
from tests.gui.test_payments_filters import select
from tests.gui.test_places_kit import MINUTE, begin_ledger, ledger_in, payment
from tests.gui.test_told_above import says_it_came_back

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop
    from tests.gui.screen_reader import ListeningScreenReader

LIVE, TEST, PRACTICE = Environment.LIVE, Environment.TEST, Environment.PRACTICE
OTHER = "Ram Bahadur Thapa Magar of the second counter"
F3, F8, F9 = Qt.Key.Key_F3, Qt.Key.Key_F8, Qt.Key.Key_F9


def of_live(ledger: SqliteLedger) -> None:
    """1 NOT PAID, whose cash is owed; 2 of yesterday and 3 PAID."""
    payment(ledger, S.NOT_PAID, NOON - 3 * DAY, name="Gita Rai", environment=LIVE)
    payment(ledger, S.PAID, NOON - DAY, name="Gita Rai", environment=LIVE, account="gita")
    payment(ledger, S.PAID, NOON - MINUTE, name="Mina", environment=LIVE, account="mina")


def of_practice(ledger: SqliteLedger) -> None:
    payment(ledger, S.NOT_PAID, NOON - MINUTE, name="Gita Lesson", environment=PRACTICE)


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    """It works in TEST; all three environments have a record, and numbers of their own in it."""
    put_filled_ledger(ledger_path(tmp_path / "shop", LIVE), of_live)
    put_filled_ledger(ledger_path(tmp_path / "shop", PRACTICE), of_practice)
    return shop_of_two_days(shops, server, tmp_path)


def offered(clerk: Clerk) -> list[str]:
    box = clerk.find("payments.filter.environment")
    return [box.itemText(at) for at in range(box.count())] if box.isVisible() else []


def choose_record(clerk: Clerk, environment: Environment) -> None:
    """What is read of it is not waited for."""
    box = clerk.find("payments.filter.environment")
    box.setCurrentIndex(box.findData(environment))
    box.activated.emit(box.currentIndex())


def is_home(clerk: Clerk) -> bool:
    return not clerk.sees("payments.record")


def test_the_same_is_searched_in_another_record_and_esc_returns(shop: Clerk) -> None:
    assert offered(shop) == ["TEST", "PRACTICE", "LIVE"]
    assert is_home(shop)
    shop.type("gita")
    shop.until_idle()
    assert (rows(shop), shop.says("payments.customer")) == (["1"], "Gita Rai")
    select(shop, "environment", LIVE)
    assert rows(shop) == ["2", "1"]
    assert shop.says("payments.record") == (
        "These are payments of LIVE. They are real. Esc returns to TEST."
    )
    assert QApplication.focusWidget() is shop.find("payments.filter.environment")
    select(shop, "state", S.PAID)
    assert rows(shop) == ["2"]
    assert shop.says("payments.paid") == "Paid 1"
    select(shop, "environment", PRACTICE)
    assert (rows(shop), shop.says("payments.empty")) == ([], "No match")
    said = "\n".join(shop.texts())
    assert "Esc clears" not in said, "the banner says what Esc does"
    assert "No payment matches “gita”." in said
    select(shop, "state", None)
    assert rows(shop) == ["1"]
    assert "No money moved." in shop.says("payments.record")
    shop.press(ESC)
    shop.until_idle()
    assert is_home(shop)
    assert rows(shop) == ["5", "4", "3", "2"], "today, with nothing searched"
    assert shop.find("payments.list").hasFocus()


def test_what_is_chosen_is_cleared_and_the_words_stay(shop: Clerk) -> None:
    shop.type("gita")
    select(shop, "environment", LIVE)
    assert rows(shop) == ["2", "1"]
    shop.click("payments.filter.clear")
    shop.until_idle()
    assert is_home(shop)
    assert rows(shop) == ["1"]


def test_who_comes_to_payments_sees_those_of_the_environment_in_force(shop: Clerk) -> None:
    for leave in (Qt.Key.Key_F4, F3):
        select(shop, "environment", LIVE)
        assert not is_home(shop)
        shop.press(leave)
        shop.until_idle()
        open_payments(shop)
        assert is_home(shop)
        assert rows(shop) == ["5", "4", "3", "2"]


def test_another_language_shows_the_same_record_and_filters(shop: Clerk) -> None:
    shop.type("gita")
    select(shop, "environment", LIVE)
    select(shop, "state", S.PAID)
    shop.press(Qt.Key.Key_L, modifier=CONTROL)
    shop.until_idle()
    assert shop.says("payments.record").startswith("यी ")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert (focus.objectName(), focus.isVisible()) == ("payments.filter.environment", True)
    assert rows(shop) == ["2"]
    assert shop.find("payments.filter.state").currentData() == S.PAID
    shop.press(ESC)
    shop.until_idle()
    assert is_home(shop)
    select(shop, "state", S.PAID)
    shop.press(Qt.Key.Key_L, modifier=CONTROL)
    shop.until_idle()
    assert rows(shop) == ["3", "2"], "the filters of the own record stay, too"


def test_whose_payments_are_shown_is_announced_on_each_way_there_and_back(
    shop: Clerk, reader: ListeningScreenReader
) -> None:
    def clear() -> None:
        shop.click("payments.filter.clear")

    for back in (partial(shop.press, ESC), partial(shop.press, F3), clear):
        select(shop, "environment", LIVE)
        assert reader.heard().startswith("These are payments of LIVE.")
        back()
        shop.until_idle()
        assert reader.heard() == "These are payments of TEST."


def test_with_one_record_there_is_nothing_to_choose(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    shop = shop_of_two_days(shops, server, tmp_path)
    assert offered(shop) == []
    with ledger_in(tmp_path / "shop", PRACTICE) as ledger:
        of_practice(ledger)
    shop.press(Qt.Key.Key_F5)
    shop.until_idle()
    assert offered(shop) == ["TEST", "PRACTICE"]


def test_nothing_is_done_there_that_belongs_to_the_environment_in_force(
    shop: Clerk, tmp_path: Path
) -> None:
    select(shop, "environment", LIVE)
    shop.find("payments.list").choose("3")
    shop.until_idle()
    assert (chosen(shop), shop.says("payments.customer")) == ("3", "Mina")
    for name in ("payments.ask", "payments.cameback"):
        assert not shop.sees(name), name
    shop.press(F8)
    assert not window_s_sweep(shop).is_running
    shop.press(Qt.Key.Key_B, modifier=CONTROL)
    shop.until_idle()
    assert QApplication.activeModalWidget() is None
    shop.press(ESC)
    shop.until_idle()
    shop.find("payments.list").choose("3")
    shop.until_idle()
    assert shop.sees("payments.ask")
    shop.press(F8)
    assert window_s_sweep(shop).is_running, "the key does it at home"
    shop.until_idle()


def test_a_paper_that_is_scanned_is_looked_for_in_the_record_that_is_shown(shop: Clerk) -> None:
    select(shop, "environment", LIVE)
    with_its_code = shop.app.use_cases.environments.ledger(LIVE).payment(2)
    assert with_its_code is not None
    code = f"Receipt 2083/84-000001\n{with_its_code.order.reference}"
    for _ in range(2):
        shop.app.window.content.take_scan(code)
        shop.until_idle()
        assert not is_home(shop)
        assert rows(shop) == ["2"]
        assert shop.find("payments.filter.state").currentData() is None
        # The same paper is scanned again.
        select(shop, "state", S.NOT_PAID)
        assert rows(shop) == []


def test_what_the_owner_recorded_is_told_though_another_record_is_shown_by_then(
    shop: Clerk,
) -> None:
    shop.find("payments.list").choose("3")
    shop.until_idle()
    told: list[Cause] = []
    shop.app.window._context.changes.changed.connect(lambda change: told.append(change.cause))
    save = says_it_came_back(shop)
    with HeldRecords(shop.app.tasks):
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        shop.app.window.activateWindow()
        choose_record(shop, LIVE)
        shop.wait(lambda: rows(shop) == ["3"])
    shop.until_idle()
    assert told == [Cause.CAME_BACK]
    assert not is_home(shop)


def test_the_cash_that_is_owed_is_told_and_where_it_is_recorded(shop: Clerk) -> None:
    shop.type("gita")
    select(shop, "environment", LIVE)
    shop.find("payments.list").choose("1")
    shop.until_idle()
    advice = shop.says("payments.advice")
    assert advice.startswith("Give back Rs. 1,356"), advice
    assert advice.endswith("To act on it, choose LIVE in Settings.")
    select(shop, "environment", PRACTICE)
    assert rows(shop) == ["1"]
    assert not shop.sees("payments.advice"), "there was no cash"


def test_a_paper_is_counted_in_the_record_that_is_shown(shop: Clerk, tmp_path: Path) -> None:
    select(shop, "environment", LIVE)
    shop.find("payments.list").choose("3")
    shop.until_idle()
    shop.press(F9)
    shop.until_idle()
    assert shop.says("payments.message") == "Sent to the printer."
    prints = []
    for environment in (LIVE, TEST):
        with ledger_in(tmp_path / "shop", environment) as ledger:
            found = ledger.payment(3)
            assert found is not None
            prints.append(found.prints)
    assert prints == [1, 0]
    assert "Mina" in shop.tray.printed[-1].texts()


def damage(clerk: Clerk, folder: Path, environment: Environment) -> None:
    """Nobody can read a record any more."""
    replacing = clerk.app.use_cases.environments.replacing(environment)
    with suppress(LedgerError), replacing as close:
        close()
        ledger_path(folder / "shop", environment).write_bytes(b"no record " * 999)


def test_a_damaged_record_is_named_and_nothing_leads_to_the_backups_of_another(
    shop: Clerk, tmp_path: Path
) -> None:
    """Who followed the advice would replace the sound record in force by an older one."""
    select(shop, "environment", LIVE)
    assert rows(shop) == ["3"]
    damage(shop, tmp_path, LIVE)
    shop.press(F9)
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    shop.until_idle()
    select(shop, "state", S.PAID)
    damaged = "LIVE: The record of payments is damaged. To act on it, choose LIVE in Settings."
    for name in ("payments.message", "payments.exported", "payments.trouble"):
        assert shop.find(name).accessibleName().endswith(damaged), name
    assert not shop.sees("window.trouble"), "nor that payments are not to be taken"
    shop.press(F9, ESC)
    shop.until_idle()
    told = shop.find("window.trouble").accessibleName()
    assert told == f"LIVE · Mina · Rs. 1,356.00: No paper came out. {damaged}"
    assert not shop.sees("window.trouble.backup")


def test_where_the_record_with_the_shops_people_is_damaged_no_other_is_said_to_be(
    shop: Clerk, tmp_path: Path
) -> None:
    damage(shop, tmp_path, LIVE)
    shop.app.window._context.gate.read()
    shop.until_idle()
    damaged = "LIVE: The record of payments is damaged. To act on it, choose LIVE in Settings."
    assert shop.says("window.trouble") == damaged
    assert not shop.sees("window.trouble.backup")
    select(shop, "environment", LIVE)
    shop.click("window.trouble.close")
    assert not shop.sees("window.trouble")
    damage(shop, tmp_path, TEST)
    shop.press(Qt.Key.Key_F4)
    shop.until_idle()
    assert shop.says("window.trouble").startswith("The record of payments is damaged. Do not take")
    assert shop.sees("window.trouble.backup")
    shop.app.window._context.gate.read()
    shop.until_idle()
    assert shop.sees("window.trouble.backup"), "the one in force comes first"


def test_a_record_that_is_held_does_not_hold_up_the_one_in_force(shop: Clerk) -> None:
    environments = shop.app.use_cases.environments
    pages = shop.app.window.main_view
    assert pages is not None
    shop.type("gita")
    shop.until_idle()
    with environments.replacing(LIVE):
        choose_record(shop, LIVE)
        shop.press(ESC)
        shop.wait(lambda: len(pages.current_page.findChildren(DayList)[0].rows) == 4, 5)
    shop.until_idle()
    assert is_home(shop)
    assert rows(shop) == ["5", "4", "3", "2"]


def test_a_name_that_is_typed_is_searched_for_in_the_record_that_was_chosen(shop: Clerk) -> None:
    """Its first letter is that of another environment."""
    with_letter = "practice"
    select(shop, "environment", LIVE)
    assert shop.find("payments.filter.environment").hasFocus()
    shop.type(with_letter)
    shop.until_idle()
    assert shop.says("payments.search") == with_letter
    assert "LIVE" in shop.says("payments.record")


@pytest.mark.qt_log_ignore("This plugin does not support")  # a list that drops down
def test_the_filters_have_room_in_the_narrowest_window_and_their_lists_show_each_value(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    put_filled_ledger(ledger_path(tmp_path / "shop", LIVE), of_live)
    begin_ledger(tmp_path / "shop", two_days)
    with ledger_in(tmp_path / "shop", LIVE) as ledger:
        payment(ledger, S.PAID, NOON, account="hari", operator=OTHER, environment=LIVE)
    shop = shops(url=server.url, clock=HandClock(), size=(1024, 534), language=Language.NEPALI)
    open_payments(shop)
    select(shop, "environment", LIVE)
    select(shop, "dates", Period.FISCAL_YEAR)
    select(shop, "state", S.PAID)
    select(shop, "operator", OTHER)
    row = shop.find("payments.filter.environment").parentWidget()
    assert shop.sees("payments.filter.clear")
    assert row.visibleRegion().boundingRect().width() == row.width()
    assert all(not body.horizontalScrollBar().maximum() for body in bodies(shop.app.window))
    operator = shop.find("payments.filter.operator")
    assert operator.toolTip() == OTHER, "only its beginning is seen"
    dates = shop.find("payments.filter.dates")
    assert not dates.toolTip(), "it is seen whole"
    assert dates.width() < dates.sizeHint().width()
    dates.showPopup()
    assert dates.view().width() >= dates.sizeHint().width()
    dates.hidePopup()
