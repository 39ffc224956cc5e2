"""A list of customers is taken over from a file, and written into one, beside the clerk's work."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.core.customer_book import CustomerCard
from desktop_app.core.environment import Environment
from desktop_app.ui.customers.import_dialog import ImportDialog
from desktop_app.ui.widgets import BannerKind
from tests.clerk import ENTER, ESC, Clerk
from tests.exported_kit import workbook
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, known, ledger_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

# Of the offscreen plugin, for the system's dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier
LIST = (
    "Customer,Mobile,User ID,ISP,Remarks\n"
    "Sunita Karki,9841000001,online_renew,WorldLink,blue gate\n"
    "Mina Rai,9841000002,110871,Vianet,\n"
    "Hari,,h1,Nowhere Net,\n"
    ",9841000003,,,\n"
    "=1+1,9841000004,,,=2+2\n"
)


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    with ledger_in(tmp_path / "shop") as ledger:
        known(ledger, "online_renew", "SUNITA", NOON - MINUTE, days_left=3)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    return clerk


def choose(clerk: Clerk, path: Path, data: bytes) -> None:
    """As if the file were chosen in the system's dialog."""
    path.write_bytes(data)
    chooser = clerk.app.window.findChild(QFileDialog, "import.file")
    assert chooser is not None
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    clerk.until_idle()


def dialog_of(clerk: Clerk) -> ImportDialog:
    return clerk.until_dialog(ImportDialog)


def message(clerk: Clerk) -> str:
    said = clerk.find("customers.message").content()
    return f"{said.lead} {said.words}"


def test_a_list_is_tried_and_taken_with_keys_and_the_rest_comes_back(
    shop: Clerk, tmp_path: Path
) -> None:
    shop.press(Qt.Key.Key_I, modifier=CTRL)
    choose(shop, tmp_path / "old.csv", LIST.encode("utf-16"))
    dialog_of(shop)
    assert shop.find("import.name").currentText() == "Customer"
    assert shop.find("import.account").currentText() == "User ID"
    assert shop.says("import.sums") == "3 to take over, 0 known already, 2 not taken."
    reasons = shop.says("import.reasons")
    assert "1 row: The company is not known." in reasons
    assert "1 row: It has neither a name nor an account." in reasons
    renamed = "1 known account gets the name of the list: SUNITA → Sunita Karki"
    assert shop.says("import.renamed") == renamed
    assert shop.sees("import.renamed")
    assert shop.find("import.take").text() == "Take over 3 customers"
    shop.press(ENTER, ENTER)
    shop.wait(lambda: not isinstance(QApplication.activeWindow(), ImportDialog))
    shop.until_idle()
    assert message(shop).startswith(
        "3 customers taken over. Known already: 0. Not taken: 2. 1 name changed."
    )
    (file,) = (tmp_path / "shop" / "papers").glob("test-customers-not-taken-*.csv")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        back = list(csv.reader(opened))
    assert back[0] == ["Customer", "Mobile", "User ID", "ISP", "Remarks", "Why it is not taken"]
    assert back[1][-1] == "The company is not known. (Nowhere Net)"
    assert [row[0] for row in back] == ["Customer", "Hari", ""]
    names = {row.cell(0).text for row in shop.find("customers.list").rows}
    assert names == {"Sunita Karki", "Mina Rai", "=1+1"}
    assert shop.find("customers.message.open").isVisible()


def test_of_many_names_that_change_the_first_are_shown(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        for number in range(6):
            known(ledger, f"user_{number}", f"OLD {number}", NOON - MINUTE)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.click("customers.import")
    rows = "".join(f"New {number},,user_{number},WorldLink\n" for number in range(6))
    choose(clerk, tmp_path / "old.csv", f"Name,Mobile,User ID,ISP\n{rows}".encode())
    dialog_of(clerk)
    said = clerk.says("import.renamed")
    assert said.startswith("6 known accounts get the name of the list: OLD 0 → New 0; OLD 1")
    assert said.endswith("OLD 3 → New 3 and 2 more")
    name = clerk.find("import.name")
    name.setCurrentIndex(0)
    name.activated.emit(0)
    clerk.until_idle()
    assert not clerk.sees("import.renamed"), "without a column of names nobody is renamed"


def test_another_column_and_a_company_for_all_are_chosen_with_the_mouse(
    shop: Clerk, tmp_path: Path
) -> None:
    shop.click("customers.import")
    choose(shop, tmp_path / "old.csv", b"Ram;ram_1\nSita;sita_1\n")
    dialog_of(shop)
    assert "0 to take over" in shop.says("import.sums")
    assert not shop.find("import.take").isEnabled()
    every = shop.find("import.all")
    every.setCurrentIndex(every.findData("worldlink-v2"))
    every.activated.emit(every.currentIndex())
    shop.until_idle()
    assert shop.says("import.sums") == "2 to take over, 0 known already, 0 not taken."
    account = shop.find("import.account")
    account.setCurrentIndex(0)
    account.activated.emit(0)
    shop.until_idle()
    shop.click("import.take")
    shop.wait(lambda: not isinstance(QApplication.activeWindow(), ImportDialog))
    shop.until_idle()
    assert message(shop) == "2 customers taken over. Known already: 0. Not taken: 0."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "There are no rows in this file."),
        (b"PK\x03\x04", "In Excel save it as CSV"),
    ],
    ids=["empty", "workbook"],
)
def test_a_file_that_is_no_list_says_what_to_do(
    shop: Clerk, tmp_path: Path, data: bytes, words: str
) -> None:
    shop.click("customers.import")
    choose(shop, tmp_path / "old.csv", data)
    assert words in message(shop)


def test_nothing_is_taken_where_the_rest_cannot_be_saved(shop: Clerk, tmp_path: Path) -> None:
    (tmp_path / "shop" / "papers").write_text("a file where the folder should be")
    shop.click("customers.import")
    choose(shop, tmp_path / "old.csv", LIST.encode())
    dialog_of(shop)
    shop.click("import.take")
    shop.until_idle()
    said = shop.find("import.says")
    assert said.isVisible()
    assert said.text().startswith("Nothing is taken over")
    assert said.content().kind is BannerKind.CAUTION
    shop.press(ESC)
    shop.until_idle()
    assert len(shop.find("customers.list").rows) == 1


def test_given_up_while_it_is_written_it_says_what_came_of_it(shop: Clerk, tmp_path: Path) -> None:
    shop.click("customers.import")
    many = "".join(f"Ram Thapa,98{n:08}\n" for n in range(4000))
    choose(shop, tmp_path / "old.csv", many.encode())
    dialog_of(shop)
    shop.click("import.take")
    shop.press(ESC)
    shop.until_idle()
    shop.app.window.activateWindow()
    shop.wait(lambda: QApplication.activeWindow() is shop.app.window)
    said = message(shop)
    taken = int(said.split()[0])
    assert ("Given up before the end" in said) is (taken < 4000)
    shop.click("customers.import")
    choose(shop, tmp_path / "old.csv", many.encode())
    dialog_of(shop)
    assert shop.says("import.sums") == (
        f"{4000 - taken} to take over, {taken} known already, 0 not taken."
    )


def test_customers_are_written_into_an_excel_file(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        known(ledger, "online_renew", "SUNITA", NOON - MINUTE, days_left=3)
        book = ledger.customers_of(Environment.TEST)
        book.save(CustomerCard("=1+1", "984", "@note", is_favourite=True), NOON)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_E, modifier=CTRL)
    clerk.until_idle()
    assert message(clerk).startswith("Saved.")
    (file,) = (tmp_path / "shop" / "papers").glob("test-customers-*.xlsx")
    sheet = workbook(file).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0][:5] == ["Name", "Phone", "Company", "Account", "Note"]
    assert rows[1][:4] == ["SUNITA", None, "WorldLink", "online_renew"]
    assert f"{rows[1][7]:%Y-%m-%d}" == "2026-11-25"
    assert rows[2][:7] == ["=1+1", "984", None, None, "@note", None, "yes"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
