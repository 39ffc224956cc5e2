"""The month's commission by keys and by mouse: rates, months, papers; the owner's alone."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.service_kit import left_behind
from tests.gui.test_credit_page import open_credit
from tests.gui.test_places_waiting_checks import pay, settle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.shifts.commission import CommissionRate
    from tests.gui.conftest import OpenShop

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def paid(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop where one bill of WorldLink over Rs. 4,915 was paid."""
    folder = tmp_path_factory.mktemp("paid") / "shop"
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as server:
        return left_behind(
            folder, server.url, HandClock(), lambda clerk: pay(clerk, "online_renew")
        )


@pytest.fixture
def clerk(
    shops: OpenShop, paid: Path, tmp_path: Path, server: SandboxServer, clock: HandClock
) -> Clerk:
    """In that shop, an hour later."""
    shutil.copytree(paid, tmp_path / "shop")
    clock.move(HOUR)
    return shops(url=server.url, clock=clock)


def open_commission(clerk: Clerk) -> None:
    open_credit(clerk)
    clerk.press(Qt.Key.Key_M, modifier=CONTROL)
    settle(clerk)


def rates(clerk: Clerk) -> tuple[CommissionRate, ...]:
    ledger: Any = ledger_of(clerk.app)
    found: tuple[CommissionRate, ...] = ledger.credit_of(Environment.TEST).rates()
    return found


def rate_dialog(clerk: Clerk) -> QDialog:
    dialog = clerk.app.window.findChild(QDialog, "commission.rate")
    assert dialog is not None
    return dialog


def ask_rate(clerk: Clerk) -> QDialog:
    clerk.press(Qt.Key.Key_T, modifier=CONTROL)
    return rate_dialog(clerk)


def enter_rate(clerk: Clerk, percent: str, fixed: str = "") -> None:
    """With the keys alone, for the provider that is chosen."""
    dialog = rate_dialog(clerk)
    QTest.keyClicks(dialog.focusWidget(), percent)
    if fixed:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(dialog.focusWidget(), fixed)
    QTest.keyClick(dialog.focusWidget(), ENTER)
    save = dialog.findChild(QWidget, "rate.save")
    assert save is not None
    assert dialog.focusWidget() is save
    QTest.keyClick(save, ENTER)
    clerk.app.window.activateWindow()
    settle(clerk)


def cells(clerk: Clerk) -> list[list[str]]:
    rows = clerk.find("commission.table").rows
    return [[row.cell(at).text for at in range(4)] for row in rows]


def test_a_rate_is_entered_by_keys_and_shows_what_is_expected(clerk: Clerk) -> None:
    open_commission(clerk)
    assert "2083 Mangsir" in "\n".join(clerk.texts())
    assert cells(clerk)[0] == ["WorldLink", "1", "4,915.00", "—"]
    assert "Bills without a rate: 1." in clerk.says("commission.hint")
    table = clerk.find("commission.table")
    table.choose("worldlink-v2")
    table.setFocus()
    clerk.press(ENTER)
    enter_rate(clerk, "2.5", "1")
    assert [(rate.millionths, rate.fixed) for rate in rates(clerk)] == [(25_000, Money(100))]
    # 2.5 % of 4,915.00, and one rupee.
    assert cells(clerk)[0][3] == "123.88"
    assert cells(clerk)[-1] == ["All providers", "1", "4,915.00", "123.88"]
    assert "2.5 % + Rs. 1.00 for a bill · from 2083 Mangsir 1" in table.rows[0].cell(0).second


def test_it_is_printed_and_saved_and_esc_leads_back_to_the_balance_and_to_day_close(
    clerk: Clerk,
) -> None:
    open_commission(clerk)
    clerk.press(Qt.Key.Key_F9)
    settle(clerk)
    assert [paper.title for paper in clerk.tray.printed] == ["Commission 2083 Mangsir"]
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    settle(clerk)
    [(_, path)] = clerk.tray.saved
    assert path.name == "TEST-Commission-2026-11-17-2026-12-15.pdf"
    assert "Saved." in clerk.says("commission.said")
    clerk.press(ESC)
    settle(clerk)
    assert clerk.app.window.main_view.current() == "credit"  # type: ignore[union-attr]
    clerk.press(ESC)
    settle(clerk)
    assert clerk.app.window.main_view.current() == "dayclose"  # type: ignore[union-attr]


def test_months_are_walked_in_both_calendars_by_mouse(clerk: Clerk) -> None:
    clerk.click("nav.dayclose")
    settle(clerk)
    clerk.click("dayclose.credit")
    settle(clerk)
    clerk.click("credit.commission")
    settle(clerk)
    assert not clerk.find("commission.after").isEnabled()
    clerk.click("commission.before")
    settle(clerk)
    assert clerk.find("commission.empty").isVisible()
    assert not clerk.find("commission.print").isEnabled()
    clerk.press(Qt.Key.Key_Right, modifier=ALT)
    settle(clerk)
    assert cells(clerk)[0][0] == "WorldLink"
    clerk.click("commission.calendar.ad")
    settle(clerk)
    assert "Nov 2026" in "\n".join(clerk.texts())
    clerk.click("commission.back")
    settle(clerk)
    assert clerk.find("credit.commission").isVisible()


def test_what_no_provider_pays_is_not_recorded(clerk: Clerk) -> None:
    open_commission(clerk)
    dialog = ask_rate(clerk)
    for percent in ("51", "x", "2,5"):
        clerk.find("rate.percent").selectAll()
        QTest.keyClicks(clerk.find("rate.percent"), percent)
        assert not clerk.find("rate.save").isEnabled(), percent
        assert "50 percent" in clerk.says("rate.missing"), percent
    dialog.reject()
    assert rates(clerk) == ()


DAYS = {
    "2083-08-02": (date(2026, 11, 18), "2083 Mangsir 2 · 18 Nov 2026"),
    "२०८३-८-३": (date(2026, 11, 19), "2083 Mangsir 3 · 19 Nov 2026"),
    "2026-11-20": (date(2026, 11, 20), "2083 Mangsir 4 · 20 Nov 2026"),
    "2028-01-01": (date(2028, 1, 1), "1 Jan 2028"),
}


def test_a_rate_begins_on_a_day_of_either_calendar(clerk: Clerk) -> None:
    open_commission(clerk)
    begun = set()
    for typed, (day, said) in DAYS.items():
        ask_rate(clerk)
        field = clerk.find("rate.day")
        assert field.text() == "2083-08-01", "the first day of the month that is shown"
        field.selectAll()
        QGuiApplication.clipboard().setText(typed)
        field.paste()
        assert clerk.says("rate.days") == said
        clerk.find("rate.percent").setFocus()
        clerk.find("rate.percent").clear()
        enter_rate(clerk, "2.5")
        begun.add(day)
        assert {rate.from_day for rate in rates(clerk)} == begun, typed


NO_DAYS = {
    "2083-08-33": "write it in AD",
    "2026-02-30": "2083-08-01",
    "2084-05-01": "write it in AD",
    "Mangsir 2": "2083-08-01",
    "2062-11-18": "check the year",
    "1926-11-18": "check the year",
}


def test_a_day_that_is_none_not_certain_or_years_away_is_not_recorded(clerk: Clerk) -> None:
    open_commission(clerk)
    clerk.click("commission.calendar.ad")
    settle(clerk)
    dialog = ask_rate(clerk)
    field = clerk.find("rate.day")
    assert field.text() == "2026-11-01", "the first day of the month that is shown"
    for typed, said in NO_DAYS.items():
        field.selectAll()
        QTest.keyClicks(field, typed)
        assert not clerk.find("rate.save").isEnabled(), typed
        assert said in clerk.says("rate.missing"), typed
    dialog.reject()
