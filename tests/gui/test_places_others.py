"""Customers and the day's figures."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ENTER, ESC, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import (
    MINUTE,
    begin_ledger,
    give_back,
    ledger_in,
    payment,
    three_customers,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

DAY = timedelta(days=1)
S = PaymentState
RAM, RENEW = "rambdr_thapa@worldlink-v2", "online_renew@worldlink-v2"


def a_day(ledger: SqliteLedger) -> None:
    """Three known customers, and a day with a payment of each kind."""
    three_customers(ledger)
    payment(ledger, S.WAITING, NOON - DAY, name="Mina Tamang", account="mina", paisa=500_00)
    payment(ledger, S.PAID, NOON - 60 * MINUTE)
    payment(
        ledger,
        S.PAID,
        NOON - 50 * MINUTE,
        slug="vianet-updated",
        account="110871",
        paisa=2_147_50,
        operator="Gopal",
    )
    payment(ledger, S.WAITING, NOON - 40 * MINUTE, account="w", paisa=300_00)
    payment(ledger, S.NOT_PAID, NOON - 30 * MINUTE, account="n", paisa=200_00)
    payment(ledger, S.NOT_PAID, NOON - 25 * MINUTE, account="r", paisa=100_00)
    give_back(ledger, 6, NOON - 20 * MINUTE)


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    begin_ledger(tmp_path / "shop", a_day)
    return shops(url=server.url, clock=HandClock())


# --- customers -------------------------------------------------------------------------------


def open_customers(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()


def test_a_new_shop_has_no_customers(clerk: Clerk) -> None:
    open_customers(clerk)
    assert clerk.says("customers.empty") == "No customers yet"


def test_customers_are_shown_newest_first_with_what_is_known(shop: Clerk) -> None:
    open_customers(shop)
    table = shop.find("customers.list")
    assert [row.id for row in table.rows] == [RAM, RENEW, "84310@vianet"]
    first, second, third = table.rows
    assert first.cell(1).text == "Special BTL 120Mbps/mth (1TV)"
    assert first.cell(2).text == "today"
    assert first.cell(3).text == "3 day(s)" or first.cell(3).text == "3 days"
    assert second.cell(3).text.startswith("10 "), "two days have gone since the look-up"
    assert second.cell(2).text == "not yet"
    assert third.cell(3).text == "—"


def test_enter_looks_the_customer_up_to_pay(shop: Clerk) -> None:
    open_customers(shop)
    shop.press(Qt.Key.Key_Down)
    assert shop.find("customers.list").current_id() == RENEW
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    account = shop.app.window.flow.account
    assert account is not None
    assert account.account_id == "online_renew"


def test_enter_in_the_table_looks_up_once(shop: Clerk) -> None:
    open_customers(shop)
    table = shop.find("customers.list")
    table.setFocus()
    shop.press(Qt.Key.Key_End, ENTER)
    shop.until_step(Step.CHOICE)
    provider = shop.app.window.flow.provider
    assert provider is not None
    assert provider.info.slug == "vianet-updated"


def test_the_button_of_a_row_pays_for_that_row(shop: Clerk) -> None:
    open_customers(shop)
    shop.click(f"customers.pay.{RENEW}")
    shop.until_step(Step.CHOICE)
    account = shop.app.window.flow.account
    assert account is not None
    assert account.account_id == "online_renew"


def test_customers_are_searched_by_name_and_id(shop: Clerk) -> None:
    open_customers(shop)
    table = shop.find("customers.list")
    assert shop.find("customers.search").hasFocus()
    shop.type("pasang")
    shop.until_idle()
    assert [row.id for row in table.rows] == ["84310@vianet"]
    shop.press(ESC)
    shop.until_idle()
    assert len(table.rows) == 3
    shop.type("renew")
    shop.until_idle()
    assert [row.id for row in table.rows] == [RENEW]
    assert table.current_id() == RENEW
    shop.type("x")
    shop.until_idle()
    assert shop.says("customers.empty") == "No match"
    shop.press(ENTER)
    shop.until_idle()
    assert shop.find("customers.empty").isVisible(), "Enter on nothing does nothing"


def test_enter_before_the_rows_have_come_means_who_was_typed(shop: Clerk) -> None:
    """A scanner is quicker than a search, and the first row was another customer's."""
    open_customers(shop)
    assert shop.find("customers.list").current_id() != RENEW
    shop.type("renew")
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    account = shop.app.window.flow.account
    assert account is not None
    assert account.account_id == "online_renew"


# --- the day ---------------------------------------------------------------------------------


def open_day(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F6)
    clerk.until_idle()


def test_the_days_figures_add_up_and_are_split_by_provider_and_operator(
    shop: Clerk, tmp_path: Path
) -> None:
    open_day(shop)
    assert shop.says("dayclose.paid") == "2 · 3,503.50"
    assert shop.says("dayclose.rounding") == "0.50"
    assert shop.says("dayclose.waiting") == "1 · 300.00"
    assert shop.says("dayclose.return") == "1 · 200.00"
    assert shop.says("dayclose.cash") == "Rs. 4,004.00"
    assert shop.says("dayclose.returned") == "1 · 100.00"
    assert shop.says("dayclose.held") == "1 · 500.00"
    assert shop.says("dayclose.owed") == "—"
    assert shop.says("dayclose.receipts") == "T-000001 – T-000002"
    shares = {
        name: [tuple(row.cell(n).text for n in range(3)) for row in shop.find(name).rows]
        for name in ("dayclose.providers", "dayclose.operators")
    }
    assert shares["dayclose.providers"] == [
        ("Vianet", "1", "2,147.50"),
        ("WorldLink", "1", "1,356.00"),
        ("All providers", "2", "3,503.50"),
    ]
    assert shares["dayclose.operators"] == [
        ("Gopal", "1", "2,147.50"),
        ("Sita", "1", "1,356.00"),
        ("All operators", "2", "3,503.50"),
    ]
    # A payment that is made meanwhile is counted on F5.
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.PAID, NOON, account="late", paisa=1_00)
    shop.press(Qt.Key.Key_F5)
    shop.until_idle()
    assert shop.says("dayclose.paid") == "3 · 3,504.50"


def test_cash_given_back_for_an_earlier_day_counts_on_the_day_it_moves(
    shop: Clerk, tmp_path: Path
) -> None:
    yesterday = NOON - timedelta(days=1)
    with ledger_in(tmp_path / "shop") as ledger:
        late = payment(ledger, S.NOT_PAID, yesterday, account="late", paisa=70_00)
        since = NOON - timedelta(days=2)
        day_before = [since, NOON - timedelta(hours=12)]
        before = ledger.history.day(*day_before).cash_in
        give_back(ledger, late.number, NOON)
        assert ledger.history.day(*day_before).cash_in == before, (
            "a day that is over does not change"
        )
    open_day(shop)
    assert shop.says("dayclose.earlier") == f"1 · {-Money(70_00)}"
    assert shop.says("dayclose.cash") == "Rs. 3,934.00"
    assert shop.says("dayclose.returned") == "2 · 170.00"
    assert shop.says("dayclose.return") == "1 · 200.00"
