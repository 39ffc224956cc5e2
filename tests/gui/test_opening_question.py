"""The first payment of a day asks what lies in the drawer, in one key, and never waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.settings import Language, TextSize
from desktop_app.ui.shift import opening_dialog
from desktop_app.ui.shift.opening_dialog import OpeningDialog
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.fit_kit import misfits
from tests.gui.shift_kit import control, count, current, expected, go, shifts
from tests.gui.test_places_waiting_checks import settle

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

F2, F6, F12 = Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F12


@pytest.fixture
def clock() -> HandClock:
    """Sunday, 2:18 PM."""
    return HandClock()


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    """A shop as it comes: it asks."""
    return shops(url=server.url, clock=clock, asks_opening_cash=True)


def to_confirm(clerk: Clerk, account_id: str = "online_renew") -> None:
    clerk.press(F2)
    clerk.come_to_confirm(account_id)


def question(clerk: Clerk) -> OpeningDialog | None:
    found = clerk.app.window.findChild(QDialog, "opening")
    return found if isinstance(found, OpeningDialog) and found.isVisible() else None


def asked(clerk: Clerk) -> OpeningDialog:
    found = question(clerk)
    assert found is not None, clerk.texts()
    clerk.wait(lambda: not found.is_pausing)
    return found


def answer(clerk: Clerk, key: Qt.Key) -> None:
    """Press one key in the question."""
    QTest.keyClick(asked(clerk).focusWidget(), key)
    clerk.app.window.activateWindow()
    settle(clerk)


def pay(clerk: Clerk) -> None:
    assert question(clerk) is None
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    clerk.until_step(Step.RESULT)


def closed_with(clerk: Clerk, thousands: str) -> None:
    go(clerk)
    control(clerk, ENTER)
    clerk.type(thousands)
    control(clerk, ENTER)
    control(clerk, ENTER)
    count(clerk, thousands)
    control(clerk, ENTER)


def test_one_key_takes_what_the_last_close_counted_and_it_is_asked_once_a_shift(
    clerk: Clerk, clock: HandClock
) -> None:
    closed_with(clerk, "2")
    clock.move(timedelta(days=1))
    clerk.press(F2)
    clerk.to_confirm(Qt.Key.Key_1, "online_renew")
    asked(clerk)
    said = clerk.says("opening.words")
    assert "Rs. 2,000.00 lay in it at the last close, yesterday" in said
    answer(clerk, ENTER)
    assert expected(clerk) == Money.rupees(2000)
    assert clerk.find("confirm.cash").hasFocus()
    pay(clerk)
    assert expected(clerk) > Money.rupees(2000)
    to_confirm(clerk, "sunitakarki22")
    assert question(clerk) is None


def test_esc_goes_on_without_and_asks_no_more_that_day(clerk: Clerk, clock: HandClock) -> None:
    to_confirm(clerk)
    answer(clerk, ESC)
    pay(clerk)
    cash = expected(clerk)
    assert cash > Money(0)
    assert current(clerk).opened_how == "by_payment"
    to_confirm(clerk, "sunitakarki22")
    pay(clerk)
    clock.move(timedelta(days=1))
    to_confirm(clerk, "mohanlal_c")
    lead = asked(clerk).accessibleName()
    assert lead == "The shift of an earlier day is still open"


def test_another_key_counts_and_the_payment_goes_on(clerk: Clerk) -> None:
    closed_with(clerk, "2")
    to_confirm(clerk)
    answer(clerk, F6)
    assert clerk.find("shift.count.1000").hasFocus()
    clerk.type("3")
    control(clerk, ENTER)
    assert clerk.stands_at(Step.CONFIRM)
    assert clerk.find("confirm.cash").hasFocus()
    assert expected(clerk) == Money.rupees(3000)
    pay(clerk)


def test_where_nothing_was_counted_before_enter_counts(clerk: Clerk) -> None:
    to_confirm(clerk)
    answer(clerk, ENTER)
    assert clerk.find("shift.count.1000").hasFocus()


def test_an_enter_that_was_meant_for_the_page_before_answers_nothing(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_dialog, "_PAUSE_MS", 60_000)
    closed_with(clerk, "2")
    to_confirm(clerk)
    found = question(clerk)
    assert found is not None and found.is_pausing
    QTest.keyClick(found.focusWidget(), ENTER)
    assert found.isVisible()
    assert shifts(clerk).current(clerk.app.session.counter().till) is None
    monkeypatch.setattr(opening_dialog, "_PAUSE_MS", 0)
    answer(clerk, ESC)


def test_a_shift_that_was_forgotten_is_closed_with_its_own_span_and_a_note(
    clerk: Clerk, clock: HandClock
) -> None:
    to_confirm(clerk)
    answer(clerk, ESC)
    pay(clerk)
    first = ledger_of(clerk.app).payment(1)
    assert first is not None and first.state is PaymentState.PAID
    clock.move(timedelta(days=3))
    to_confirm(clerk, "sunitakarki22")
    answer(clerk, ENTER)
    # Opened by a payment: what lay in the drawer before it is noted first, now or never.
    assert clerk.says("dayclose.next") == "Note Rs. 0.00"
    control(clerk, ENTER)
    assert clerk.says("dayclose.next") == "Close + print Z report"
    cash = expected(clerk)
    count(clerk, "4")
    clerk.type("A note of 500 is missing")
    control(clerk, ENTER)
    [report] = shifts(clerk).reports(clerk.app.session.counter().till, 5)
    assert report.at - report.opened_at >= timedelta(days=3)
    assert report.expected == cash
    assert report.note == "Closed late: it was opened 2083 Mangsir 6, 2:18 PM."
    clerk.press(F2)
    settle(clerk)
    answer(clerk, ENTER)
    pay(clerk)
    assert current(clerk).number == 2


def test_cash_that_is_typed_already_is_not_interrupted(clerk: Clerk) -> None:
    to_confirm(clerk)
    answer(clerk, ESC)
    clerk.app.session.opening_skipped = None
    clerk.type("5000")
    clerk.press(F6)
    settle(clerk)
    clerk.press(F2)
    settle(clerk)
    assert question(clerk) is None
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)


def test_the_owner_can_turn_it_off(clerk: Clerk) -> None:
    clerk.press(F12)
    settle(clerk)
    clerk.click("settings.nav.limits")
    settle(clerk)
    clerk.click("settings.asks_opening_cash")
    settle(clerk)
    assert not clerk.app.session.settings.asks_opening_cash
    to_confirm(clerk)
    assert question(clerk) is None


@pytest.mark.parametrize("size", [(1366, 688), (1093, 534)])
def test_the_largest_amount_has_room_on_its_button(
    shops: OpenShop, server: SandboxServer, clock: HandClock, size: tuple[int, int]
) -> None:
    clerk = shops(url=server.url, clock=clock, asks_opening_cash=True, size=size)
    # Rs. 99,99,999.00
    pieces = ("9999", "1", "4", "1", "2", "0", "1", "2")
    go(clerk)
    control(clerk, ENTER)
    count(clerk, *pieces)
    control(clerk, ENTER)
    control(clerk, ENTER)
    count(clerk, *pieces)
    control(clerk, ENTER)
    for language in Language:
        for text_size in TextSize:
            session = clerk.app.session
            session.change(replace(session.settings, language=language, text_size=text_size))
            settle(clerk)
            session.opening_skipped = None
            clerk.press(F2)
            settle(clerk)
            if question(clerk) is None:
                clerk.come_to_confirm("online_renew")
            dialog, take = asked(clerk), clerk.find("opening.take")
            assert "99,99,999.00" in take.text()
            assert take.width() >= take.sizeHint().width(), (language, text_size)
            assert misfits(dialog) == [], (language, text_size)
            answer(clerk, ESC)
            go(clerk)
