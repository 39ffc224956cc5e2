"""The book of customers: cards, favourites, and who runs out soon, by keys and by mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.customer_book import DuePeriod
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ui.customers.reminder_dialog import ReminderDialog
from desktop_app.ui.runtime.files import SystemFiles
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.fakes import NOON, HandClock
from tests.gui.customers_kit import CTRL, RAM, RENEW, at_customers, back, dialog_of, names
from tests.gui.test_places_kit import (
    MINUTE,
    known,
    ledger_in,
    payment,
)

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

DAY = timedelta(days=1)
PASANG = "84310@vianet"


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    return at_customers(shops, server, tmp_path)


def ids(clerk: Clerk) -> list[str]:
    return [row.id for row in clerk.find("customers.list").rows]


def first(clerk: Clerk) -> str:
    """What the first row says of the customer."""
    cell = clerk.find("customers.list").rows[0].cell(0)
    return f"{cell.text} | {cell.second}"


def test_a_customer_is_written_down_with_keys_and_found_by_phone_and_note(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    dialog_of(shop)
    # The name stands there as the company writes it.
    shop.press(ENTER)
    shop.type("9841234567")
    shop.press(ENTER)
    shop.type("blue gate")
    shop.press(ENTER)
    assert shop.find("customer.save").hasFocus()
    shop.press(ENTER)
    back(shop)
    assert shop.find("customers.message").content().lead == "Ram Bahadur Thapa is saved."
    assert "9841234567" in first(shop)
    assert shop.find("customers.list").rows[0].cell(1).second == "blue gate"
    for typed in ("98412", "blue"):
        shop.press(ESC)
        shop.type(typed)
        shop.until_idle()
        assert ids(shop) == [RAM], typed
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)


def test_after_a_payment_the_days_left_of_before_are_not_shown(shop: Clerk) -> None:
    def left() -> tuple[str, str]:
        row = next(one for one in shop.find("customers.list").rows if one.id == RENEW)
        return row.cell(3).text, row.cell(3).second

    assert left() == ("10 days", "asked 2 days ago")
    shop.has_paid("online_renew")
    assert left() == ("—", "paid today")
    shop.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    shop.until_idle()
    assert RENEW not in ids(shop), "nor is it due soon"
    shop.press(Qt.Key.Key_F8)
    clock = shop.app.window._context.clock
    assert isinstance(clock, HandClock)
    clock.move(MINUTE)
    shop.press(Qt.Key.Key_F2)
    shop.to_choice(Qt.Key.Key_1, "online_renew")
    shop.press(Qt.Key.Key_F7)
    shop.until_idle()
    assert left()[1] == "asked today"


def test_two_accounts_become_one_customers_with_the_mouse(shop: Clerk) -> None:
    shop.click("customers.card")
    dialog_of(shop)
    shop.click("customer.save")
    back(shop)
    shop.find("customers.list").choose(RENEW)
    shop.click("customers.card")
    dialog_of(shop)
    shop.find("customer.name").clear()
    shop.type("ram bah")
    shop.wait(lambda: shop.find("customer.list").count() == 1)
    shop.find("customer.list").setCurrentRow(0)
    shop.click("customer.part")
    back(shop)
    assert names(shop) == ["Ram Bahadur Thapa", "Ram Bahadur Thapa", "Pasang Sherpa"]
    # Both stand on the card; one of them is taken away again.
    shop.click("customers.card")
    dialog = dialog_of(shop)
    accounts = shop.find("customer.list")
    assert [accounts.item(n).text().split(" · ")[1] for n in range(2)] == [
        "rambdr_thapa",
        "online_renew",
    ]
    accounts.setCurrentRow(1)
    accounts.setFocus()
    shop.press(Qt.Key.Key_Delete)
    shop.wait(lambda: accounts.count() == 1)
    dialog.reject()
    back(shop)
    assert names(shop) == ["Ram Bahadur Thapa", "Sunita Karki", "Pasang Sherpa"]


def test_a_new_customer_without_an_account_has_only_a_card(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_N, modifier=CTRL)
    dialog_of(shop)
    assert not shop.find("customer.save").isEnabled()
    shop.type("Gita Rai")
    shop.press(ENTER, ENTER, ENTER, ENTER)
    back(shop)
    assert names(shop)[-1] == "Gita Rai"
    shop.type("gita")
    shop.until_idle()
    shop.press(ENTER)
    dialog_of(shop)
    assert shop.says("customer.none") == "This customer has no accounts yet."


@pytest.mark.parametrize("by_mouse", [False, True])
def test_favourites_are_marked_and_shown_alone(shop: Clerk, by_mouse: bool) -> None:
    if by_mouse:
        shop.click("customers.favourite")
    else:
        shop.press(Qt.Key.Key_B, modifier=CTRL)
    dialog_of(shop)
    # There is no card yet: what was asked for is ticked on the new one.
    assert shop.find("customer.favourite").isChecked()
    shop.click("customer.save")
    back(shop)
    assert first(shop).startswith("★ Ram")
    shop.press(Qt.Key.Key_F8)
    shop.until_idle()
    assert ids(shop) == [RAM]
    shop.click("customers.favourite")
    shop.until_idle()
    assert shop.says("customers.empty") == "No favourites yet"


def test_a_favourite_that_is_one_of_the_kept_customers_is_one_as_well(shop: Clerk) -> None:
    shop.click("customers.card")
    dialog_of(shop)
    shop.click("customer.save")
    back(shop)
    shop.find("customers.list").choose(RENEW)
    shop.press(Qt.Key.Key_B, modifier=CTRL)
    dialog_of(shop)
    shop.find("customer.name").clear()
    shop.type("ram bah")
    shop.wait(lambda: shop.find("customer.list").count() == 1)
    shop.find("customer.list").setCurrentRow(0)
    shop.click("customer.part")
    back(shop)
    assert names(shop) == ["★ Ram Bahadur Thapa", "★ Ram Bahadur Thapa", "Pasang Sherpa"]


def test_a_card_that_is_asked_for_as_such_is_no_favourite(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    dialog_of(shop)
    assert not shop.find("customer.favourite").isChecked()
    shop.click("customer.save")
    back(shop)
    assert first(shop).startswith("Ram")


def test_who_runs_out_is_listed_by_the_day_and_looked_up_again_with_one_key(shop: Clerk) -> None:
    shop.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    shop.until_idle()
    table = shop.find("customers.list")
    assert ids(shop) == [RAM]
    period = shop.find("customers.period")
    period.setFocus()
    shop.press(Qt.Key.Key_Down)
    shop.until_idle()
    assert ids(shop) == [RAM, RENEW]
    soon, later = table.rows
    assert [soon.cell(n).second for n in (2, 3)] == ["in 3 days", ""]
    assert [later.cell(2).second, later.cell(3).text] == ["in 10 days", "2 days ago"]
    table.setFocus()
    shop.press(Qt.Key.Key_M, modifier=CTRL)
    shop.until_idle()
    assert table.rows[0].cell(3).second == "told today"
    shop.click("customers.told")
    shop.until_idle()
    assert table.rows[0].cell(3).second == ""
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    account = shop.app.window.flow.account
    assert account is not None
    assert account.account_id == "rambdr_thapa"


def test_who_paid_since_does_not_run_out(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        known(ledger, "rambdr_thapa", "Ram Bahadur Thapa", NOON - DAY, days_left=3)
        payment(ledger, PaymentState.WAITING, NOON - MINUTE, account="rambdr_thapa")
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    clerk.until_idle()
    assert clerk.says("customers.empty") == "Nobody’s account runs out then"


def test_a_long_list_is_read_on_as_it_is_scrolled(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        for n in range(230):
            known(ledger, f"user{n:03}", f"Name {n}", NOON - n * MINUTE, days_left=3)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    table = clerk.find("customers.list")
    assert len(table.rows) == 100
    assert clerk.says("customers.count") == "100 of 230 are read so far"
    made = len(table._buttons)
    assert made < 40, "only the rows that are seen have a button"
    table.setFocus()
    for _ in range(3):
        clerk.press(Qt.Key.Key_End)
        clerk.until_idle()
    assert len(table.rows) == 230
    assert clerk.says("customers.count") == "230 customers"
    assert table.current_id() == "user229@worldlink-v2"
    clerk.until_idle()
    clerk.wait(lambda: "user229@worldlink-v2" in table._buttons, seconds=5)
    QTest.mouseClick(table._buttons["user229@worldlink-v2"], Qt.MouseButton.LeftButton)
    clerk.wait(lambda: not table.isVisible())


def test_notes_are_in_no_log_and_no_bundle(shop: Clerk, tmp_path: Path) -> None:
    shop.press(Qt.Key.Key_D, modifier=CTRL)
    dialog_of(shop)
    shop.find("customer.note").setText("owes Hari a goat")
    shop.click("customer.save")
    back(shop)
    assert ledger_of(shop.app) is not None
    for file in (tmp_path / "shop").rglob("*"):
        if file.is_file() and ".db" not in file.name:
            assert b"goat" not in file.read_bytes(), file


class OpenedLinks(SystemFiles):
    """What the computer was asked to open."""

    def __init__(self) -> None:
        self.links: list[str] = []

    def open_link(self, url: str) -> bool:
        self.links.append(url)
        return True


def test_one_customer_is_reminded_by_a_link_that_a_person_sends(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        known(ledger, "rambdr_thapa", "Ram Bahadur Thapa", NOON - MINUTE, days_left=3)
    files = OpenedLinks()
    clerk = shops(url=server.url, clock=HandClock(), files=files)
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_W, modifier=CTRL)
    clerk.until_dialog(ReminderDialog)
    assert clerk.find("reminder.phone").hasFocus()
    clerk.type("9841-234567")
    clerk.press(ENTER)
    clerk.until_idle()
    (link,) = files.links
    assert link.startswith("https://wa.me/9779841234567?text=Namaste%20Ram%20Bahadur%20Thapa.")
    assert "rambdr_thapa" in link
    assert "2083%20Mangsir%209" in link
    assert clerk.says("reminder.goesto") == "WhatsApp is opening. Look at it and send it there."
    clerk.press(Qt.Key.Key_T, modifier=CTRL)
    assert "runs out on 2083 Mangsir 9" in QApplication.clipboard().text()
    clerk.click("reminder.close")
    back(clerk)
    row = clerk.find("customers.list").rows[0]
    assert row.cell(3).second == "", "who was told is noted by the clerk"


def test_who_ran_out_already_is_not_told_that_it_will(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        known(ledger, "rambdr_thapa", "Ram Bahadur Thapa", NOON - 5 * DAY, days_left=3)
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    period = clerk.find("customers.period")
    period.setCurrentIndex(period.findData(DuePeriod.GONE))
    period.activated.emit(period.currentIndex())
    clerk.until_idle()
    clerk.press(Qt.Key.Key_W, modifier=CTRL)
    clerk.until_dialog(ReminderDialog)
    assert "(rambdr_thapa) ran out on 2083 Mangsir 4." in clerk.says("reminder.words")
    clerk.click("reminder.close")
    back(clerk)
