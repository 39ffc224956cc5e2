"""Payments: what a search finds, of all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.money import Money
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.formatting.numbers import receipt_number
from desktop_app.printing.content import code_text
from desktop_app.ui.payments import found_rows
from tests.clerk import ENTER, ESC, Clerk
from tests.exported_kit import workbook
from tests.fakes import NOON, HandClock
from tests.gui.payments_kit import ALT, CONTROL, DAY, S, open_payments, rows, shop_of_two_days
from tests.gui.test_places_kit import ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    return shop_of_two_days(shops, server, tmp_path)


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


@pytest.mark.qt_log_ignore("propagateSizeHints")  # Of the offscreen plugin.
@pytest.mark.parametrize("environment", [Environment.LIVE, Environment.PRACTICE])
def test_the_hint_of_the_search_is_never_cut(shops: OpenShop, environment: Environment) -> None:
    """LIVE has no frame around the page, and so room for keys on the buttons beside it."""
    line = Connection(environment, "http://127.0.0.1:9")
    clerk = shops(connection=line, size=(1366, 688))
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    hints = set()
    field = clerk.find("payments.search")
    spoken = f"{field.accessibleName()} {field.toolTip()}"
    clerk.app.window.setMinimumSize(10, 10)
    for width in range(1400, 900, -20):
        clerk.app.window.resize(width, 688)
        clerk.until_idle()
        field = clerk.find("payments.search")
        assert field.wanted_width() <= field.width(), width
        hints.add(field.placeholderText())
    assert hints == {"Name, ID, amount, phone, receipt", "Name, ID, amount", "Search"}
    assert all(hint in spoken for hint in hints), "a screen reader says what is seen"


def test_a_bill_on_account_is_found_by_the_phone_that_was_given_with_it(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    """Also one of before, and the file for Excel has it too."""
    with ledger_in(tmp_path / "shop") as ledger:
        sita = ledger.on_account_of(Environment.TEST).add_customer("Sita", "984-1000001", NOON)
        owed = Tender(TenderKind.ON_ACCOUNT, Money.rupees(356), "", sita.id, "Owner")
        payment(ledger, S.PAID, NOON, account="ram_1")
        payment(ledger, S.PAID, NOON - 9 * DAY, account="asha_1", other_tenders=(owed,))
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    for typed in ("9841000001", "98410", "sita"):
        clerk.press(Qt.Key.Key_F, modifier=CONTROL)
        clerk.type(typed)
        clerk.until_idle()
        assert rows(clerk) == ["2"], typed
    clerk.press(Qt.Key.Key_E, modifier=CONTROL)
    clerk.until_idle()
    (file,) = (tmp_path / "shop" / "papers").glob("*.xlsx")
    texts = {str(cell.value) for row in workbook(file)["Payments"].iter_rows() for cell in row}
    assert "asha_1" in texts
    assert "ram_1" not in texts


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
    assert not shop.sees("payments.empty")
    shop.find("payments.search").setText(reference[:12])
    shop.type("zz")
    shop.until_idle()
    assert shop.sees("payments.empty")
    assert shop.says("payments.empty") == "No match"


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
    assert shop.says("payments.papernote") == "Issued once"
    shop.press(ESC)
    shop.until_idle()
    assert shop.says("payments.day") == "2083 Mangsir 6"
    assert rows(shop) == ["5", "4", "3", "2"]


def test_the_scanned_code_of_a_receipt_opens_its_payment_and_alt_left_leaves_it(
    shop: Clerk, tmp_path: Path
) -> None:
    for number in (1, 3):
        with ledger_in(tmp_path / "shop") as ledger:
            paid = ledger.payment(number)
        assert paid is not None
        for line in code_text(paid, receipt_number(paid).text).splitlines():
            shop.type(f"{line} ")
            shop.press(ENTER)  # as a scanner ends a line
        shop.until_idle()
        assert rows(shop) == [str(number)]
        assert shop.find("payments.list").current_id() == str(number)
        # The arrows of the day leave a search.
        shop.press(Qt.Key.Key_Left, modifier=ALT)
        shop.until_idle()
        assert shop.find("payments.search").text() == ""
        assert rows(shop) == ["1"]
        open_payments(shop)


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
