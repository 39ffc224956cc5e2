"""Payments: filters and orders, and long lists that are read as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.payments.search import SearchOrder
from desktop_app.core.tenders import TenderKind
from desktop_app.formatting.periods import Period
from desktop_app.ui.payments import found_rows
from tests.clerk import ESC, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.payments_kit import ALT, CONTROL, DAY, S, open_payments, rows, shop_of_two_days
from tests.gui.test_places_kit import MINUTE, begin_ledger, ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    return shop_of_two_days(shops, server, tmp_path)


def select(clerk: Clerk, name: str, value: object) -> None:
    """As a person chooses from the drop-down list."""
    box = clerk.find(f"payments.filter.{name}")
    at = box.findData(value)
    assert at >= 0, value
    box.setCurrentIndex(at)
    box.activated.emit(at)
    clerk.until_idle()


def test_filters_of_a_day_and_of_all_dates_have_their_totals_and_orders(shop: Clerk) -> None:
    assert not shop.find("payments.filter.clear").isVisible()
    select(shop, "state", S.PAID)
    assert rows(shop) == ["3", "2"]
    assert shop.says("payments.day") == "2083 Mangsir 6"
    select(shop, "dates", Period.ALL)
    assert rows(shop) == ["3", "2", "1"]
    assert shop.says("payments.day") == "All dates"
    assert shop.says("payments.paid") == "Paid 3"
    select(shop, "company", "vianet-updated")
    assert rows(shop) == ["3"]
    assert shop.says("payments.total") == "Rs. 2,147.50"
    shop.type("gita")
    shop.until_idle()
    assert shop.says("payments.empty") == "No match"
    shop.click("payments.filter.clear")
    shop.until_idle()
    assert rows(shop) == ["1"], "what is typed stays"
    shop.press(ESC)
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"]
    # Dates that are chosen hold for what is typed.
    select(shop, "dates", Period.TODAY)
    shop.type("gita")
    shop.until_idle()
    assert shop.says("payments.empty") == "No match"
    select(shop, "dates", Period.YESTERDAY)
    assert rows(shop) == ["1"]
    select(shop, "dates", Period.MONTH)
    assert shop.says("payments.day").endswith("2083 Mangsir")
    shop.press(ESC)
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"]
    assert shop.find("payments.filter.dates").currentData() is None
    # What is found is put in another order.
    select(shop, "order", SearchOrder.OLDEST_FIRST)
    assert rows(shop) == ["2", "3", "4", "5"], "of the day that is shown"
    select(shop, "dates", Period.ALL)
    select(shop, "order", SearchOrder.LARGEST_FIRST)
    assert rows(shop) == ["3", "5", "4", "2", "1"]
    shop.click("payments.filter.clear")
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"]


def test_keys_of_the_page_work_while_a_filter_has_the_keyboard(shop: Clerk) -> None:
    state = shop.find("payments.filter.state")
    state.setFocus()
    shop.press(Qt.Key.Key_C, modifier=CONTROL)
    assert shop.says("payments.copy") == "Copied"
    shop.press(Qt.Key.Key_F, modifier=CONTROL)
    assert shop.find("payments.search").hasFocus()
    state.setFocus()
    shop.press(Qt.Key.Key_P)
    shop.until_idle()
    assert state.currentData() == S.PAID, "a letter alone chooses"


def test_tender_and_operator_filter_too(shop: Clerk, tmp_path: Path) -> None:
    assert not shop.find("payments.filter.operator").isVisible(), "there is one operator"
    select(shop, "tender", TenderKind.WALLET)
    assert shop.says("payments.empty") == "No match"
    select(shop, "tender", TenderKind.CASH)
    assert rows(shop) == ["5", "4", "3", "2"]
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.PAID, NOON - 10 * MINUTE, name="Mina", account="mina", operator="Ram")
    shop.press(ESC)
    shop.until_idle()
    assert shop.find("payments.filter.operator").isVisible()
    select(shop, "operator", "Ram")
    assert rows(shop) == ["6"]
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    assert rows(shop) == [], "the operator stays chosen on another day"


def test_in_every_order_the_rows_are_read_as_one_scrolls(
    shop: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found_rows, "PAGE", 2)
    select(shop, "dates", Period.ALL)
    expected = {
        SearchOrder.OLDEST_FIRST: ["1", "2", "3", "4", "5"],
        SearchOrder.LARGEST_FIRST: ["3", "5", "4", "2", "1"],
        SearchOrder.SMALLEST_FIRST: ["1", "2", "4", "5", "3"],
        SearchOrder.NEWEST_FIRST: ["5", "4", "3", "2", "1"],
    }
    assert set(expected) == set(SearchOrder)
    for order, expected_rows in expected.items():
        select(shop, "order", order)
        assert len(rows(shop)) < len(expected_rows)
        for _ in range(4):
            shop.find("payments.list").near_end.emit()
            shop.until_idle()
        assert rows(shop) == expected_rows, order


def test_all_who_ever_took_cash_are_in_the_filter(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.PAID, NOON - 300 * DAY, name="Gita Rai", operator="Maya")
        payment(ledger, S.PAID, NOON - 60 * MINUTE, name="Mina", account="mina", operator="Ram")
    shop = shops(url=server.url, clock=HandClock())
    open_payments(shop)
    box = shop.find("payments.filter.operator")
    assert box.isVisible()
    assert [box.itemText(number) for number in range(box.count())][1:] == ["Maya", "Ram"]


def of_yesterday(ledger: SqliteLedger, many: int) -> None:
    """Payments in seven amounts."""
    for number in range(many):
        paisa = 1_000_00 + (number % 7) * 100
        payment(ledger, S.PAID, NOON - DAY, account=f"user{number}", paisa=paisa)


@pytest.mark.parametrize("order", [SearchOrder.NEWEST_FIRST, SearchOrder.LARGEST_FIRST])
def test_far_rows_are_let_go_and_read_again_as_one_scrolls_back(
    shops: OpenShop,
    server: SandboxServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    order: SearchOrder,
) -> None:
    monkeypatch.setattr(found_rows, "PAGE", 20)
    monkeypatch.setattr(found_rows, "KEPT", 60)
    many = 200
    begin_ledger(tmp_path / "shop", of_yesterday, many)
    shop = shops(url=server.url, clock=HandClock())
    open_payments(shop)
    select(shop, "dates", Period.ALL)
    select(shop, "order", order)
    table = shop.find("payments.list")
    bar = table.verticalScrollBar()
    amount = {str(n + 1): (n % 7 if order is SearchOrder.LARGEST_FIRST else 0) for n in range(many)}
    whole = sorted(amount, key=lambda one: (-amount[one], -int(one)))
    first = table.current_id()
    said = shop.says("payments.customer")

    def walk(to: str) -> None:
        for _ in range(many):
            now = rows(shop)
            start = whole.index(now[0])
            assert now == whole[start : start + len(now)], "no row is left out or stands twice"
            assert len(now) <= 60
            if to in now:
                return
            bar.setValue(bar.maximum() if whole.index(to) > start else 0)
            at = now[table.rowAt(0)]
            shop.until_idle()
            assert rows(shop)[table.rowAt(0)] == at, "what is seen stays where it is"
        raise AssertionError(f"{to} was never reached")

    walk(whole[-1])
    assert whole[0] not in rows(shop)
    assert shop.says("payments.count") == "200 payments"
    assert shop.says("payments.customer") == said, "the chosen payment is still shown"
    shop.press(Qt.Key.Key_C, modifier=CONTROL)
    walk(whole[0])
    assert rows(shop)[0] == whole[0] == first
    # What changes is shown in the rows that are there.
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.PAID, NOON - DAY, account="later", paisa=1_00)
    shop.press(Qt.Key.Key_F5)
    shop.until_idle()
    assert shop.says("payments.count") == "201 payments"
