"""Payments: a day's payments, what happened to one, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop_app.core.payments.payment import Event, EventKind
from desktop_app.ui.widgets import MixedLabel
from tests.clerk import ESC, Clerk
from tests.fakes import NOON, HandClock
from tests.gui.payments_kit import ALT, CONTROL, DAY, S, open_payments, rows, shop_of_two_days
from tests.gui.test_places_kit import ledger_in, payment, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    return shop_of_two_days(shops, server, tmp_path)


def test_a_day_without_payments_says_so(clerk: Clerk) -> None:
    open_payments(clerk)
    assert clerk.says("payments.empty") == "No payments on this day"
    assert clerk.find("payments.empty").isVisible()


def test_a_day_is_shown_newest_first_and_its_chosen_payment_in_full(shop: Clerk) -> None:
    assert rows(shop) == ["5", "4", "3", "2"]
    assert shop.find("payments.list").hasFocus()
    assert shop.says("payments.day") == "2083 Mangsir 6"
    assert shop.says("payments.count").startswith("4 payment")
    assert shop.says("payments.paid") == "Paid 2"
    assert shop.says("payments.total") == "Rs. 3,503.50"
    chips = [row.cells[-1].chip[1] for row in shop.find("payments.list").rows]
    assert chips == ["CASH RETURNED", "WAITING", "PAID", "PAID"]
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
    # Alt and the arrows walk through the days.
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


def test_the_first_print_is_the_original_and_the_next_are_copies(
    shop: Clerk, tmp_path: Path
) -> None:
    shop.press(Qt.Key.Key_End)
    shop.until_idle()
    assert shop.says("payments.papernote") == "Not printed"
    assert shop.says("payments.print") == "Print"
    shop.press(Qt.Key.Key_F9)
    shop.until_idle()
    assert shop.says("payments.papernote") == "Issued once"
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


def test_cash_of_an_earlier_day_that_is_owed_is_led_to_waiting(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.NOT_PAID, NOON - 31 * DAY, name="Hari Oli", account="92117")
    clerk = shops(url=server.url, clock=HandClock())
    open_payments(clerk)
    clerk.type("92117")
    clerk.until_idle()
    assert rows(clerk) == ["1"]
    assert clerk.says("payments.advice") == "Give back Rs. 1,356.00"
    assert clerk.says("payments.papernote") == "Record the cash: F4"
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.until_idle()
    open_payments(clerk)
    clerk.type("92117")
    clerk.until_idle()
    assert not clerk.sees("payments.advice"), "it is done"
    assert clerk.says("payments.papernote") == ""


def test_a_pdf_is_saved_where_it_says(shop: Clerk, tmp_path: Path) -> None:
    shop.press(Qt.Key.Key_End)
    shop.until_idle()
    shop.press(Qt.Key.Key_S, modifier=CONTROL)
    shop.until_idle()
    (saved,) = (tmp_path / "shop" / "papers").glob("*.pdf")
    assert saved.name in shop.says("payments.message")


def test_events_of_another_day_carry_their_date(shop: Clerk, tmp_path: Path) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        event = Event(EventKind.LOOKED_UP, NOON, None, {"state": "Processing"})
        waiting = payment(ledger, S.WAITING, NOON - DAY, name="Mina Tamang", account="mina")
        ledger.append(waiting.number, event)
    shop.press(Qt.Key.Key_Left, modifier=ALT)
    shop.until_idle()
    shop.find("payments.list").choose("1")
    shop.until_idle()
    of_one_day = _left_of_words(shop)
    shop.find("payments.list").choose(str(waiting.number))
    shop.until_idle()
    told = words_in(shop.find("payments.events"))
    assert "2083 Mangsir 6\n2:18:11" in told
    assert "It is still being processed." in told
    assert _left_of_words(shop) == of_one_day, "the date takes no room beside the words"


def _left_of_words(shop: Clerk) -> int:
    """Where the words of the events begin."""
    events = shop.find("payments.events")
    words = events.findChildren(MixedLabel)
    assert words[0].text().startswith("Recorded")
    places = {one.mapTo(events, QPoint()).x() for one in words}
    assert len(places) == 1
    return int(places.pop())


def test_of_a_slip_it_is_not_said_that_nothing_was_printed(clerk: Clerk) -> None:
    """Only receipts are counted; the events tell of each slip."""
    clerk.has_paid("practice_waiting_long", at_result=True)
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    assert clerk.says("payments.papernote") == ""
    assert clerk.says("payments.print") == "Print slip"
