"""A bill is paid by wallet, on account, or split over two tenders, by keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.money import Money
from desktop_app.core.tenders import Tender, TenderKind
from desktop_app.ui.customers.on_account_dialog import OnAccountDialog
from desktop_app.ui.customers.settle_dialog import LimitDialog, SettleDialog
from desktop_app.ui.wizard.tender_dialog import TenderDialog
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.gui.owner_kit import back, come, question_of
from tests.paper import rows
from tests.people_kit import RAMS, SITAS, people_in
from tests.unit.test_ledger_kit import order, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.on_account import OnAccountCustomer
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
ALT = Qt.KeyboardModifier.AltModifier


def to_confirm(clerk: Clerk) -> None:
    """Vianet's customer with a bill of 277.98, for which 278 are to be taken."""
    clerk.come_to_confirm("110871", company="vianet-updated")


def ask(clerk: Clerk) -> TenderDialog:
    clerk.press(THREE, modifier=ALT)
    return clerk.until_dialog(TenderDialog)


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
    (payment,) = ledger_of(clerk.app).history.between(now - day, now + day)
    return payment.order.other_tenders


def customers(clerk: Clerk, environment: Environment) -> tuple[OnAccountCustomer, ...]:
    return clerk.app.use_cases.on_account.search(environment).customers


def test_a_bill_is_paid_by_a_wallet_with_its_reference(clerk: Clerk) -> None:
    clerk.to_confirm(TWO, "110871")
    ask(clerk)
    assert "does not check it" in clerk.says("tender.says")
    assert not clerk.find("tender.take").isEnabled()
    clerk.type("FP-77")
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.says("confirm.paidwith") == "QR or wallet Rs. 278.00 · FP-77")
    assert not clerk.find("confirm.cash").isVisible()
    assert pay(clerk) == (Tender(TenderKind.WALLET, Money.rupees(278), "FP-77"),)


def test_the_rest_beside_a_wallet_is_what_coins_can_pay_and_is_taken_in_cash(clerk: Clerk) -> None:
    to_confirm(clerk)
    dialog = ask(clerk)
    clerk.type("FP-77")
    clerk.find("tender.amount").setFocus()
    clerk.find("tender.amount").selectAll()
    clerk.type("100.50")
    assert clerk.says("tender.missing") == "No coin pays the paisa of the rest: Rs. 177.50"
    assert not clerk.find("tender.take").isEnabled()
    clerk.find("tender.amount").selectAll()
    clerk.type("100")
    assert clerk.says("tender.missing") == "The rest in cash: Rs. 178.00"
    assert clerk.find("tender.take").isEnabled()
    clerk.find("tender.amount").selectAll()
    clerk.type("78")
    assert clerk.says("tender.missing") == "The rest in cash: Rs. 200.00"
    clerk.find("tender.reference").setFocus()
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
    assert clerk.app.window.flow.taken.others == ()


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
    clerk.press(Qt.Key.Key_F3)
    clerk.until_idle()
    assert clerk.says("payments.numbers").endswith(
        "On account Rs. 278.00 · charged to Suman Shrestha"
    )


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
    assert clerk.says("owner.about") == "On account · Rs. 278.00 · Suman Shrestha"
    clerk.press(ESC)
    back(clerk)
    assert clerk.app.window.flow.taken.others == ()
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


# --- who owes ------------------------------------------------------------------------------


def owing(clerk: Clerk) -> OnAccountDialog:
    """Suman owes 278; the list is open over Customers."""
    on_account, environment = clerk.app.use_cases.on_account, clerk.app.session.environment
    suman = on_account.add(environment, "Suman Shrestha", "9800000001")
    ledger_of(clerk.app).add(
        order(
            environment=environment,
            other_tenders=(Tender(TenderKind.ON_ACCOUNT, Money.rupees(278), "", suman.id, "Sita"),),
        ),
        recorded(datetime.now(UTC)),
    )
    return open_list(clerk)


def open_list(clerk: Clerk) -> OnAccountDialog:
    clerk.press(Qt.Key.Key_F7)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_U, modifier=Qt.KeyboardModifier.ControlModifier)
    return clerk.until_dialog(OnAccountDialog)


def test_nobody_owes_in_a_new_shop(clerk: Clerk) -> None:
    open_list(clerk)
    assert clerk.says("onaccount.owed") == "Nobody owes anything."
    for name in ("settle", "limit", "print"):
        assert not clerk.find(f"onaccount.{name}").isEnabled()


def test_a_part_is_settled_in_cash_with_a_slip(clerk: Clerk) -> None:
    dialog = owing(clerk)
    assert clerk.find("onaccount.list").item(0).text().startswith("Suman Shrestha · 9800000001")
    clerk.press(ENTER)
    clerk.until_dialog(SettleDialog)
    clerk.type("100")
    clerk.press(ENTER, ENTER)
    dialog.activateWindow()
    clerk.until_idle()
    assert "Still owed: Rs. 178.00" in clerk.says("onaccount.says")
    assert clerk.find("onaccount.entries").count() == 2
    (customer,) = customers(clerk, Environment.TEST)
    assert customer.owed == Money.rupees(178)
    (slip,) = clerk.tray.printed
    assert rows(slip)["Still owed"] == "178.00"
    till = clerk.app.session.counter().till
    shifts = clerk.app.use_cases.environments.shifts(Environment.TEST)
    shift = shifts.current(till)
    assert shift is not None
    moved = [m for m in shifts.movements(shift.number) if m.kind.value == "on_account_settled"]
    assert [m.amount for m in moved] == [Money.rupees(100)]


def test_what_a_wallet_settles_needs_its_reference_and_moves_no_cash(clerk: Clerk) -> None:
    dialog = owing(clerk)
    clerk.press(ENTER)
    clerk.until_dialog(SettleDialog)
    clerk.click("settle.kind.wallet")
    assert clerk.says("settle.missing") == "Type the reference"
    assert not clerk.find("settle.save").isEnabled()
    clerk.find("settle.reference").setFocus()
    clerk.type("FP-9")
    clerk.click("settle.save")
    dialog.activateWindow()
    clerk.until_idle()
    assert customers(clerk, Environment.TEST)[0].owed == Money.rupees(0)
    assert not clerk.find("onaccount.settle").isEnabled()


def test_the_owner_sets_a_limit_and_the_list_is_printed(clerk: Clerk) -> None:
    dialog = owing(clerk)
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    (paper,) = clerk.tray.printed
    assert rows(paper)["Suman Shrestha · 9800000001"] == "278.00"
    clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.until_dialog(LimitDialog)
    clerk.type("500")
    clerk.press(ENTER, ENTER)
    dialog.activateWindow()
    clerk.until_idle()
    assert customers(clerk, Environment.TEST)[0].limit == Money.rupees(500)
    assert "limit Rs.\N{NO-BREAK SPACE}500.00" in clerk.find("onaccount.list").item(0).text()


def test_only_the_owner_sets_a_limit(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    people_in(tmp_path / "shop")
    clerk = shops(url=server.url)
    come(clerk, TWO, RAMS)
    dialog = owing(clerk)
    clerk.press(Qt.Key.Key_L, modifier=Qt.KeyboardModifier.ControlModifier)
    question_of(clerk)
    assert (
        clerk.says("owner.about")
        == "Suman Shrestha · 9800000001 · owes Rs.\N{NO-BREAK SPACE}278.00"
    )
    clerk.press(ESC)
    clerk.until_idle()
    assert dialog.isVisible()
    assert customers(clerk, Environment.TEST)[0].limit is None
    on_account, till = clerk.app.use_cases.on_account, clerk.app.session.counter().till
    with pytest.raises(LedgerError) as refused:
        on_account.set_limit(Environment.TEST, till, 1, Money.rupees(500), None)
    assert refused.value.problem is Problem.ILLEGAL_STEP
