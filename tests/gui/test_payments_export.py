"""Payments, Excel: what is shown is written into a workbook, while the page goes on."""

from __future__ import annotations

import csv
import threading
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.exports import table, write
from tests.clerk import ledger_of
from tests.exported_kit import workbook
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.sandbox.server import SandboxServer
    from tests.clerk import Clerk
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier
S = PaymentState


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Clerk:
    with ledger_in(tmp_path / "shop") as ledger:
        for minute in range(5):
            name = ("Asha Rai", "Hari Oli")[minute % 2]
            payment(ledger, S.PAID, NOON - minute * MINUTE, name=name, account=f"user{minute}")
    clerk = shops(url=server.url, clock=HandClock())
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    return clerk


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """The worker waits at its first row: it is there, and may go on."""
    at_row, goes_on = threading.Event(), threading.Event()
    make = table.row_of

    def wait(*given: Any) -> Any:
        at_row.set()
        assert goes_on.wait(20)
        return make(*given)

    monkeypatch.setattr(write, "row_of", wait)
    return at_row, goes_on


def sheets(clerk: Clerk) -> list[Path]:
    return sorted(clerk.app.window._context.pdf_folder.glob("*.xlsx"))


def names_in(path: Path) -> list[object]:
    sheet = workbook(path)["Payments"]
    heads = [cell.value for cell in sheet[2]]
    at = heads.index("Customer")
    return [row[at] for row in sheet.iter_rows(min_row=3, values_only=True) if row[0] and row[at]]


def test_the_day_is_written_with_a_key_and_what_a_search_finds_with_the_mouse(
    shop: Clerk,
) -> None:
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    shop.until_idle()
    (path,) = sheets(shop)
    assert path.name == "test-payments-2026-11-22.xlsx"
    assert names_in(path).count("Asha Rai") == 3
    assert "TEST" in str(workbook(path)["Payments"]["A1"].value)
    assert str(path) in shop.says("payments.exported")
    assert shop.find("payments.exported.open").isVisible()
    shop.app.window.activateWindow()
    shop.type("hari")
    shop.until_idle()
    shop.click("payments.export")
    shop.until_idle()
    (found,) = (one for one in sheets(shop) if one != path)
    assert set(names_in(found)) == {"Hari Oli"}


CSV = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_csv_has_the_sums_of_the_record(shop: Clerk) -> None:
    shop.click("payments.csv")
    shop.until_idle()
    (by_mouse,) = shop.app.window._context.pdf_folder.glob("*.csv")
    written = by_mouse.read_bytes()
    by_mouse.unlink()
    shop.press(Qt.Key.Key_E, modifier=CSV)
    shop.until_idle()
    (path,) = shop.app.window._context.pdf_folder.glob("*.csv")
    assert path.read_bytes() == written
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    midnight = HandClock().start_of_day()
    recorded = ledger_of(shop.app).history.between(midnight, midnight + timedelta(days=1))
    assert len(rows) == len(recorded) == 5
    assert {row["Reference"] for row in rows} == {one.order.reference for one in recorded}
    for column, amount in (("Amount (Rs.)", "amount"), ("Cash", "cash_tender")):
        total = sum(Decimal(row[column] or "0") for row in rows)
        assert total == sum(getattr(one.order, amount).decimal for one in recorded), column
    assert str(path) in shop.says("payments.exported")


def test_a_csv_is_cancelled_by_its_button_while_the_other_waits(
    shop: Clerk, held: tuple[threading.Event, threading.Event]
) -> None:
    at_row, goes_on = held
    shop.click("payments.csv")
    shop.wait(at_row.is_set)
    assert shop.says("payments.csv") == "Cancel"
    assert not shop.find("payments.export").isEnabled()
    # The clerk goes on paying meanwhile.
    shop.press(Qt.Key.Key_F2)
    assert shop.stands_at(Step.PROVIDER)
    shop.press(Qt.Key.Key_F3)
    shop.click("payments.csv")
    goes_on.set()
    folder = shop.app.window._context.pdf_folder
    shop.wait(lambda: list(folder.iterdir()) == [])
    shop.until_idle()
    assert shop.says("payments.csv") == "CSV"
    assert shop.find("payments.export").isEnabled()


def test_an_export_is_cancelled_by_the_same_key_and_leaves_no_file(
    shop: Clerk, held: tuple[threading.Event, threading.Event]
) -> None:
    at_row, goes_on = held
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    assert shop.says("payments.export") == "Cancel"
    shop.wait(at_row.is_set)
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    goes_on.set()
    folder = shop.app.window._context.pdf_folder
    shop.wait(lambda: list(folder.iterdir()) == [])
    shop.until_idle()
    assert "was not written" in shop.says("payments.exported")
    assert shop.says("payments.export") == "Excel"


def test_a_file_that_cannot_be_written_is_told(shop: Clerk) -> None:
    folder = shop.app.window._context.pdf_folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in the folder's place")
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    shop.until_idle()
    assert "could not be written" in shop.says("payments.exported")


def test_a_file_that_was_written_meanwhile_is_told_once_on_coming_back(
    shop: Clerk, held: tuple[threading.Event, threading.Event]
) -> None:
    at_row, goes_on = held
    shop.press(Qt.Key.Key_E, modifier=CONTROL)
    shop.wait(at_row.is_set)
    shop.press(Qt.Key.Key_F2)
    goes_on.set()
    shop.until_idle()
    assert not shop.sees("payments.exported")
    shop.press(Qt.Key.Key_F3)
    shop.until_idle()
    (path,) = sheets(shop)
    assert shop.sees("payments.exported")
    assert str(path) in shop.find("payments.exported").accessibleName()
    assert shop.find("payments.exported.open").isVisible()
    shop.press(Qt.Key.Key_F2, Qt.Key.Key_F3)
    shop.until_idle()
    assert not shop.sees("payments.exported")
