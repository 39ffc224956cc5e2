"""Payments: a day's payments, what happened to one, and its paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.core.payments.search import SearchOrder
from desktop_app.core.tenders import TenderKind
from desktop_app.formatting.numbers import receipt_number
from desktop_app.formatting.periods import Period
from desktop_app.printing.content import code_text
from desktop_app.ui.payments import found_rows
from tests.clerk import ENTER, ESC, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, give_back, ledger_in, payment, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DAY = timedelta(days=1)
S = PaymentState


def open_payments(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()


def rows(clerk: Clerk) -> list[str]:
    return [row.id for row in clerk.find("payments.list").rows]


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    """Yesterday 1; today 2 and 3 PAID, 4 WAITING, 5 NOT PAID and given back."""
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.PAID, NOON - DAY, name="Gita Rai")
        payment(ledger, S.PAID, NOON - 60 * MINUTE, name="Anita Gurung", account="anita_gurung9")
        payment(
            ledger,
            S.PAID,
            NOON - 50 * MINUTE,
            name="Pasang Sherpa",
            slug="vianet-updated",
            account="84310",
            paisa=2_147_50,
            update=PaymentUpdate(transaction_id="130144"),
        )
        payment(ledger, S.WAITING, NOON - 40 * MINUTE, name="Sunita Karki")
        payment(ledger, S.NOT_PAID, NOON - 30 * MINUTE, name="Hari Oli", account="92117")
        give_back(ledger, 5, NOON - 20 * MINUTE)
    clerk = shops(url=server.url, clock=HandClock())
    open_payments(clerk)
    return clerk


def test_a_day_without_payments_says_so(clerk: Clerk) -> None:
    open_payments(clerk)
    assert clerk.says("payments.empty") == "No payments on this day"
    assert clerk.find("payments.empty").isVisible()


def test_today_is_shown_newest_first_with_its_sum(shop: Clerk) -> None:
    assert rows(shop) == ["5", "4", "3", "2"]
    assert shop.find("payments.list").hasFocus()
    assert shop.says("payments.day") == "2083 Mangsir 6"
    assert shop.says("payments.count").startswith("4 payment")
    assert shop.says("payments.paid") == "Paid 2"
    assert shop.says("payments.total") == "Rs. 3,503.50"
    chips = [row.cells[-1].chip[1] for row in shop.find("payments.list").rows]
    assert chips == ["CASH RETURNED", "WAITING", "PAID", "PAID"]


def test_the_column_of_receipts_is_there_only_where_one_is(shop: Clerk) -> None:
    def titles() -> list[str]:
        model = shop.find("payments.list").model()
        columns = (model.column(n) for n in range(model.columnCount()))
        return [column.title for column in columns]

    shop.app.window.resize(1366, 688)
    shop.wait(lambda: titles() == ["Time", "Receipt", "Customer", "Amount (Rs.)", "State"])
    shop.until_idle()
    shop.press(Qt.Key.Key_F, modifier=CONTROL)
    shop.type("sunita")
    shop.until_idle()
    assert titles() == ["Date", "Customer", "Amount (Rs.)", "State"]
    assert rows(shop) == ["4"]
    shop.press(ESC)
    shop.until_idle()
    assert titles()[1] == "Receipt"
    assert rows(shop) == ["5", "4", "3", "2"]


def test_alt_and_the_arrows_walk_through_the_days(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    assert rows(shop) == ["1"]
    assert shop.says("payments.day") == "2083 Mangsir 5"
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    assert shop.says("payments.empty") == "No payments on this day"
    shop.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, modifier=ALT)
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"], "there is no day after today"
    assert not shop.find("payments.after").isEnabled()
    shop.click("payments.before")
    shop.until_idle()
    open_payments(shop)
    assert shop.says("payments.day") == "2083 Mangsir 6", "F3 comes back to today"


SEARCHES = {
    "pasang": "3",
    "gurung9": "2",
    "T-000002": "2",
    "92117": "5",
    "०००००३": "3",
    "९२११७": "5",
    " t 000003 ": "3",
    "H-000004": "4",
    "t-h-000004": "4",
    "N-000005": "5",
    "n 000005": "5",
    "ANITA  gurung": "2",
}


def test_the_search_finds_name_id_and_receipt(shop: Clerk) -> None:
    for words, found in SEARCHES.items():
        shop.press(Qt.Key.Key_F, modifier=CONTROL)
        if words.isascii():
            shop.type(words)
        else:  # keys that Qt's tests cannot press
            shop.find("payments.search").insert(words)
        shop.until_idle()
        assert rows(shop) == [found], words
        assert shop.find("payments.list").current_id() == found, words
        shop.press(ESC)
        shop.until_idle()
        assert rows(shop) == ["5", "4", "3", "2"], words
        assert shop.find("payments.list").hasFocus(), words


def test_the_search_finds_a_reference_and_says_when_nothing_matches(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    shop.until_idle()
    shop.press(Qt.Key.Key_C, modifier=CONTROL)
    reference = QGuiApplication.clipboard().text()
    assert len(reference) == 32
    assert shop.says("payments.copy") == "Copied"
    shop.type(reference[:12])
    shop.until_idle()
    assert shop.find("payments.search").text() == reference[:12], "letters go to the search"
    assert rows(shop) == ["3"]
    printed = " ".join(reference[at : at + 8] for at in range(0, 32, 8))
    for text in (printed, printed.upper(), f"TEST {reference[:8]}", f"\u200b{reference}\n"):
        shop.find("payments.search").setText(text)
        shop.until_idle()
        assert rows(shop) == ["3"], text
    shop.type("zz")
    shop.until_idle()
    assert shop.says("payments.empty") == "No match"


def test_the_chosen_payment_is_told_in_full(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    shop.until_idle()
    assert shop.says("payments.amount") == "Rs. 2,147.50"
    assert shop.says("payments.state") == "PAID"
    assert shop.says("payments.customer") == "Pasang Sherpa"
    assert "Receipt T-000003" in shop.says("payments.numbers")
    assert "transaction id 130144" in shop.says("payments.numbers")
    assert "cash Rs. 2,148.00" in shop.says("payments.numbers")
    told = words_in(shop.find("payments.events"))
    assert "Recorded before sending, operator Sita" in told
    assert "Answered: PAID" in told
    shop.press(Qt.Key.Key_Up)
    shop.until_idle()
    assert shop.says("payments.advice") == "Keep the cash. Do not pay again."
    assert shop.says("payments.print") == "Print slip"


def test_the_first_print_is_the_original_and_the_next_are_copies(
    shop: Clerk, tmp_path: Path
) -> None:
    shop.press(Qt.Key.Key_End)
    shop.until_idle()
    assert shop.says("payments.prints") == "Not printed"
    assert shop.says("payments.print") == "Print"
    shop.press(Qt.Key.Key_F9)
    shop.until_idle()
    assert shop.says("payments.prints") == "Issued once"
    assert shop.says("payments.print") == "Print “Copy 1”"
    shop.press(Qt.Key.Key_F9)
    shop.until_idle()
    original, copy = (repr(document) for document in shop.tray.printed)
    assert "COPY 1" not in original.upper()
    assert "COPY 1" in copy.upper()
    assert shop.says("payments.print") == "Print “Copy 2”"
    with ledger_in(tmp_path / "shop") as ledger:
        kinds = [event.kind for event in ledger.events(2)]
        assert kinds.count(EventKind.PRINTED) == 2


def test_a_pdf_is_saved_where_it_says(shop: Clerk, tmp_path: Path) -> None:
    shop.press(Qt.Key.Key_End)
    shop.until_idle()
    shop.press(Qt.Key.Key_S, modifier=CONTROL)
    shop.until_idle()
    (saved,) = (tmp_path / "shop" / "papers").glob("*.pdf")
    assert str(saved) in shop.says("payments.message")


def test_events_of_another_day_carry_their_date(shop: Clerk, tmp_path: Path) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        event = Event(EventKind.LOOKED_UP, NOON, None, {"state": "Processing"})
        waiting = payment(ledger, S.WAITING, NOON - DAY, name="Mina Tamang", account="mina")
        ledger.append(waiting.number, event)
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    shop.find("payments.list").choose(str(waiting.number))
    shop.until_idle()
    told = words_in(shop.find("payments.events"))
    assert "2083 Mangsir 6\n2:18:11" in told
    assert "It is still being processed." in told


def test_of_a_slip_it_is_not_said_that_nothing_was_printed(clerk: Clerk) -> None:
    """Only receipts are counted; the events tell of each slip."""
    clerk.pay(Qt.Key.Key_1, "practice_waiting_long", Qt.Key.Key_1, "20000")
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    assert clerk.says("payments.prints") == ""
    assert clerk.says("payments.print") == "Print slip"


# --- all years -------------------------------------------------------------------------------


def test_a_search_finds_payments_of_all_years_with_their_day_and_sum(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_F, modifier=CONTROL)
    shop.type("gita")
    shop.until_idle()
    assert rows(shop) == ["1"], "it is of yesterday"
    assert shop.says("payments.day") == "All dates"
    (row,) = shop.find("payments.list").rows
    assert row.cell(0).text == "2083 Mangsir 5"
    assert shop.says("payments.customer") == "Gita Rai"
    shop.press(Qt.Key.Key_F9)
    shop.until_idle()
    assert shop.says("payments.prints") == "Issued once"
    shop.press(ESC)
    shop.until_idle()
    assert shop.says("payments.day") == "2083 Mangsir 6"
    assert rows(shop) == ["5", "4", "3", "2"]


def test_the_arrows_of_the_day_leave_a_search(shop: Clerk) -> None:
    shop.type("pasang")
    shop.until_idle()
    assert rows(shop) == ["3"]
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    assert shop.find("payments.search").text() == ""
    assert rows(shop) == ["1"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_scanned_code_of_a_receipt_opens_its_payment(
    shop: Clerk, tmp_path: Path, number: int
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        paid = ledger.payment(number)
    assert paid is not None
    for line in code_text(paid, receipt_number(paid).text).splitlines():
        shop.type(f"{line} ")
        shop.press(ENTER)  # as a scanner ends a line
    shop.until_idle()
    assert rows(shop) == [str(number)]
    assert shop.find("payments.list").current_id() == str(number)


def test_the_rows_of_a_long_list_are_read_as_one_scrolls(
    shops: OpenShop,
    server: SandboxServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = 45
    monkeypatch.setattr(found_rows, "PAGE", 20)
    with ledger_in(tmp_path / "shop") as ledger:
        for number in range(many):
            at = NOON - number * DAY
            payment(ledger, S.PAID, at, name="Gita Rai", account=f"gita{number}")
    clerk = shops(url=server.url, clock=HandClock())
    open_payments(clerk)
    clerk.type("gita")
    clerk.until_idle()
    assert clerk.says("payments.count").startswith(f"{many} payment")
    assert len(rows(clerk)) == 20
    clerk.find("payments.list").setFocus()
    for read in (40, many, many):
        clerk.press(Qt.Key.Key_End)
        clerk.until_idle()
        assert len(rows(clerk)) == read
    found = rows(clerk)
    assert found == sorted(found, key=int, reverse=True)
    clerk.press(Qt.Key.Key_End)
    clerk.until_idle()
    assert clerk.find("payments.list").current_id() == found[-1]
    assert clerk.says("payments.customer") == "Gita Rai"


# --- filters ---------------------------------------------------------------------------------


def select(clerk: Clerk, name: str, value: object) -> None:
    """As a person chooses from the drop-down list."""
    box = clerk.find(f"payments.filter.{name}")
    at = box.findData(value)
    assert at >= 0, value
    box.setCurrentIndex(at)
    box.activated.emit(at)
    clerk.until_idle()


def test_filters_of_a_day_and_of_all_dates_have_their_totals(shop: Clerk) -> None:
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


def test_dates_that_are_chosen_hold_for_what_is_typed(shop: Clerk) -> None:
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


def test_what_is_found_is_put_in_another_order(shop: Clerk) -> None:
    select(shop, "order", SearchOrder.OLDEST_FIRST)
    assert rows(shop) == ["2", "3", "4", "5"], "of the day that is shown"
    select(shop, "dates", Period.ALL)
    select(shop, "order", SearchOrder.LARGEST_FIRST)
    assert rows(shop) == ["3", "5", "4", "2", "1"]
    shop.click("payments.filter.clear")
    shop.until_idle()
    assert rows(shop) == ["5", "4", "3", "2"]


@pytest.mark.parametrize("order", SearchOrder)
def test_in_every_order_the_rows_are_read_as_one_scrolls(
    shop: Clerk, monkeypatch: pytest.MonkeyPatch, order: SearchOrder
) -> None:
    monkeypatch.setattr(found_rows, "PAGE", 2)
    select(shop, "dates", Period.ALL)
    select(shop, "order", order)
    for _ in range(4):
        shop.find("payments.list").near_end.emit()
        shop.until_idle()
    found = rows(shop)
    assert sorted(found) == ["1", "2", "3", "4", "5"]
    expected = {
        SearchOrder.NEWEST_FIRST: ["5", "4", "3", "2", "1"],
        SearchOrder.OLDEST_FIRST: ["1", "2", "3", "4", "5"],
        SearchOrder.LARGEST_FIRST: ["3", "5", "4", "2", "1"],
        SearchOrder.SMALLEST_FIRST: ["1", "2", "4", "5", "3"],
    }
    assert found == expected[order]


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
    with ledger_in(tmp_path / "shop") as ledger:
        for number in range(many):
            paisa = 1_000_00 + (number % 7) * 100
            payment(ledger, S.PAID, NOON - DAY, account=f"user{number}", paisa=paisa)
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
