"""In the list of who owes, one of many is found by name or phone, by keys and by mouse."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import Money
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from desktop_app.ui.customers.settle_dialog import SettleDialog
from tests.clerk import ENTER, TEST_TOKEN, Clerk, ledger_of
from tests.fakes import HandClock
from tests.gui.service_kit import left_behind
from tests.gui.test_owing_choice import add_many
from tests.gui.test_tenders import open_list
from tests.unit.test_ledger_kit import order, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def of_many(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop with 300 customers."""
    folder = tmp_path_factory.mktemp("many") / "shop"
    with SandboxServer(PracticeService(token=TEST_TOKEN)) as server:
        return left_behind(folder, server.url, HandClock(), add_many)


@pytest.fixture
def clerk(shops: OpenShop, of_many: Path, tmp_path: Path, server: SandboxServer) -> Clerk:
    shutil.copytree(of_many, tmp_path / "shop")
    return shops(url=server.url)


@pytest.fixture
def debtor(clerk: Clerk) -> int:
    """Of 300 customers one owes: Rāmeśvar Thāpā."""
    environment = clerk.app.session.environment
    all_of_them = clerk.app.use_cases.on_account.search(environment).customers
    owes = next(one for one in all_of_them if one.phone == "9811111111")
    tender = Tender(TenderKind.ON_ACCOUNT, Money.rupees(278), "", owes.id, "Sita")
    bill = order(environment=environment, other_tenders=(tender,))
    ledger_of(clerk.app).add(bill, recorded(datetime.now(UTC)))
    return owes.id


def lines(clerk: Clerk) -> list[str]:
    listed = clerk.find("onaccount.list")
    return [listed.item(number).text().split(" · ")[1] for number in range(listed.count())]


def test_it_is_found_and_settled_by_keys_alone(clerk: Clerk, debtor: int) -> None:
    dialog = open_list(clerk)
    assert len(lines(clerk)) == 300
    assert lines(clerk)[0] == "9811111111", "whoever owes comes first"
    clerk.press(Qt.Key.Key_F, modifier=CONTROL)
    assert clerk.find("onaccount.search").hasFocus()
    clerk.type("thapa")
    assert lines(clerk) == ["9811111111", "9800000001", "9800000002"]
    clerk.press(ENTER)
    assert clerk.find("onaccount.list").hasFocus(), "half a name settles nothing"
    assert "Owed by all: Rs. 278.00" in clerk.says("onaccount.owed")
    clerk.press(ENTER)
    assert clerk.until_dialog(SettleDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.id == debtor


def test_the_printed_list_has_all_who_owe_whoever_is_searched_for(
    clerk: Clerk, debtor: int
) -> None:
    open_list(clerk)
    clerk.find("onaccount.search").setFocus()
    clerk.type("9800000002")
    assert lines(clerk) == ["9800000002"]
    assert not clerk.find("onaccount.settle").isEnabled()
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    (paper,) = clerk.tray.printed
    assert "278.00" in str(paper)


def test_by_the_mouse_and_nobody_found(clerk: Clerk, debtor: int) -> None:
    dialog = open_list(clerk)
    QTest.mouseClick(clerk.find("onaccount.search"), Qt.MouseButton.LeftButton)
    clerk.type("Customer 29")
    assert len(lines(clerk)) == 10
    listed = clerk.find("onaccount.list")
    place = listed.visualItemRect(listed.item(2)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    clerk.until_idle()
    assert dialog.chosen is not None
    assert dialog.chosen.name in listed.item(2).text()
    clerk.find("onaccount.search").setFocus()
    clerk.type("x")
    assert lines(clerk) == []
    assert dialog.chosen is None
    for name in ("settle", "limit"):
        assert not clerk.find(f"onaccount.{name}").isEnabled()


def test_that_what_a_customer_owes_cannot_be_read_is_said(
    clerk: Clerk, debtor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise LedgerError(Problem.LEDGER_DAMAGED)

    monkeypatch.setattr(clerk.app.use_cases.on_account, "entries", cannot)
    open_list(clerk)
    clerk.until_idle()
    assert "damaged" in clerk.says("onaccount.says")
