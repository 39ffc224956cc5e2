"""A bill is paid by wallet, on account, or split over two tenders, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.environment import Environment
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ui.wizard.tender_dialog import TenderDialog
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.gui.test_owner_gate import back, come, question_of
from tests.people_kit import RAMS, SITAS, people_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.on_account import OnAccountCustomer
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
ALT = Qt.KeyboardModifier.AltModifier


def to_confirm(clerk: Clerk) -> None:
    """Vianet's customer with a bill of 277.98, for which 278 are to be taken."""
    clerk.press(TWO, ENTER)
    clerk.type("110871")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_step(Step.CONFIRM)


def ask(clerk: Clerk) -> TenderDialog:
    clerk.press(THREE, modifier=ALT)
    clerk.wait(lambda: isinstance(QApplication.activeWindow(), TenderDialog))
    found = QApplication.activeWindow()
    assert isinstance(found, TenderDialog)
    return found


def to_page(clerk: Clerk, name: str) -> None:
    """The dialog is gone: the keyboard is at this control."""
    clerk.app.window.activateWindow()
    clerk.wait(lambda: clerk.find(name).hasFocus())


def pay(clerk: Clerk) -> tuple[Tender, ...]:
    """Press Pay; the tenders beside cash that the record has."""
    to_page(clerk, "confirm.pay")
    clerk.wait(lambda: clerk.find("confirm.pay").isEnabled())
    clerk.click("confirm.pay")
    clerk.until_step(Step.RESULT)
    now, day = datetime.now(UTC), timedelta(days=1)
    (payment,) = ledger_of(clerk.app).between(now - day, now + day)
    return payment.order.other_tenders


def customers(clerk: Clerk, environment: Environment) -> tuple[OnAccountCustomer, ...]:
    return clerk.app.use_cases.on_account.customers(environment)


def test_a_bill_is_paid_by_a_wallet_with_its_reference(clerk: Clerk) -> None:
    to_confirm(clerk)
    ask(clerk)
    assert "does not check it" in clerk.says("tender.says")
    assert not clerk.find("tender.take").isEnabled()
    clerk.type("FP-77")
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.says("confirm.paidwith") == "QR or wallet Rs. 278.00 · FP-77")
    assert not clerk.find("confirm.cash").isVisible()
    assert pay(clerk) == (Tender(TenderKind.WALLET, Money.rupees(278), "FP-77"),)


def test_the_rest_beside_a_wallet_is_taken_in_cash(clerk: Clerk) -> None:
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.find("tender.amount").setText("78")
    clerk.find("tender.reference").setFocus()
    clerk.type("FP-77")
    assert clerk.says("tender.missing") == "The rest in cash: Rs. 200.00"
    assert dialog.isVisible()
    clerk.press(ENTER, ENTER)
    to_page(clerk, "confirm.cash")
    assert "In cash: Rs. 200.00" in clerk.says("confirm.paidwith")
    clerk.type("150")
    assert not clerk.find("confirm.pay").isEnabled()
    clerk.find("confirm.cash").clear()
    clerk.type("500")
    assert clerk.says("confirm.change") == "Rs. 300.00"
    clerk.press(ENTER)
    assert pay(clerk) == (Tender(TenderKind.WALLET, Money.rupees(78), "FP-77"),)
    assert clerk.says("result.advice") == "Give change Rs. 300.00"


def test_a_clerk_goes_back_to_cash_alone(clerk: Clerk) -> None:
    to_confirm(clerk)
    ask(clerk)
    clerk.type("FP-77")
    clerk.press(ENTER, ENTER)
    to_page(clerk, "confirm.pay")
    clerk.press(THREE, modifier=ALT)
    to_page(clerk, "confirm.cash")
    assert not clerk.find("confirm.paidwith").isVisible()
    assert not clerk.find("confirm.pay").isEnabled()
    ask(clerk)
    clerk.press(ESC)
    assert clerk.app.window.flow.other_tenders == ()


def test_in_a_shop_of_one_a_customer_owes_without_a_pin(clerk: Clerk) -> None:
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.click("tender.kind.on_account")
    assert clerk.find("tender.name").text() == "Suman Shrestha"
    clerk.find("tender.name").setFocus()
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: not dialog.isVisible())
    (tender,) = pay(clerk)
    assert (tender.kind, tender.amount) == (TenderKind.ON_ACCOUNT, Money.rupees(278))
    assert tender.allowed_by
    (customer,) = customers(clerk, Environment.TEST)
    assert customer.owed == Money.rupees(278)


def test_over_the_limit_the_owner_is_asked_for(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    people_in(tmp_path / "shop")
    clerk = shops(url=server.url)
    come(clerk, TWO, RAMS)
    session = clerk.app.session
    session.change(replace(session.settings, asks_opening_cash=False))
    clerk.until_idle()
    to_confirm(clerk)
    ask(clerk)
    clerk.click("tender.kind.on_account")
    clerk.find("tender.name").setFocus()
    clerk.press(ENTER, ENTER)
    question_of(clerk)
    clerk.press(ESC)
    back(clerk)
    assert clerk.app.window.flow.other_tenders == ()
    assert not customers(clerk, Environment.TEST)
    clerk.find("confirm.cash").setFocus()
    ask(clerk)
    clerk.click("tender.kind.on_account")
    clerk.find("tender.name").setFocus()
    clerk.press(ENTER, ENTER)
    question_of(clerk)
    clerk.type(SITAS)
    clerk.press(ENTER)
    (tender,) = pay(clerk)
    assert tender.allowed_by == "Sita"
