"""A clerk pays each kind of bill through the real window, over real HTTP, with keys alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from tests.clerk import ENTER, ESC, Clerk, ledger_of, receipt_today

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE, TWO, FIVE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_5


def commits(server: SandboxServer) -> list[tuple[str, Decimal]]:
    """What the service itself has as paid: account and amount."""
    return [(p.account, p.amount) for p in server.service.payments if p.state == "Success"]


def test_each_kind_of_customer_is_paid_exactly_though_the_cash_is_rounded(
    clerk: Clerk, server: SandboxServer
) -> None:
    paid: list[tuple[str, Decimal]] = []
    for company, account, offer, cash, amount, advice in (
        (ONE, "online_renew", ONE, "5000", "4915", "Give change Rs. 85.00"),
        (ONE, "online_due_and_package", ONE, "12204", "12204", "No change to give"),
        (ONE, "online_due_payment", None, "5000", "4950", "Give change Rs. 50.00"),
        (TWO, "110871", ONE, "300", "277.98", "Give change Rs. 22.00"),
    ):
        clerk.pay(company, account, offer, cash)
        assert clerk.says("result.state") == "PAID", account
        assert clerk.says("result.advice") == advice, account
        paid.append((account, Decimal(amount)))
        assert commits(server) == paid
        clerk.press(ENTER)
        clerk.until_step(Step.PROVIDER)


def test_the_old_vianet_is_off_until_it_is_switched_on(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url)
    assert "Vianet (old)" not in clerk.texts()
    session = clerk.app.session
    session.change(replace(session.settings, providers_on=("vianet",)))
    clerk.press(Qt.Key.Key_F2)
    clerk.until_idle()
    clerk.pay(Qt.Key.Key_3, "9099", ONE, "100000")
    assert clerk.says("result.state") == "PAID"
    assert [account for account, _ in commits(server)] == ["9099"]


def test_a_renewal_takes_at_most_twelve_presses(clerk: Clerk) -> None:
    clerk.presses = 0
    clerk.pay(ONE, "online_renew", TWO, "5000")
    assert clerk.says("result.state") == "PAID"
    assert clerk.presses <= 12, "the bound of the design"
    assert clerk.presses == 7, "what the README says"


def test_pay_sends_once_however_often_it_is_pressed(
    clerk: Clerk, server: SandboxServer, answer_now: Callable[[], None]
) -> None:
    clerk.press(ONE, ENTER)
    clerk.type("practice_slow_pay")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(ONE, ENTER)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F8, ENTER)
    pay = clerk.find("confirm.pay")
    for _ in range(5):
        QTest.keyClick(pay, ENTER)
        QTest.mouseClick(pay, Qt.MouseButton.LeftButton)
    assert clerk.app.window.flow.sending
    answer_now()
    clerk.until_step(Step.RESULT)
    assert len(server.service.payments) == 1


def test_while_sending_the_window_stays_and_says_why(
    clerk: Clerk, answer_now: Callable[[], None]
) -> None:
    clerk.come_to_confirm("practice_slow_pay")
    clerk.press(Qt.Key.Key_F8, ENTER, ENTER)
    assert clerk.app.window.flow.sending
    assert not clerk.app.window.close()
    assert clerk.app.window.isVisible()
    assert not clerk.find("nav.payments").isEnabled()
    QTest.keyClick(clerk.app.window, ESC)
    QTest.keyClick(clerk.app.window, Qt.Key.Key_F2)
    QTest.keyClick(clerk.app.window, Qt.Key.Key_F12)
    assert clerk.stands_at(Step.CONFIRM)
    assert any("Do not close" in text for text in clerk.texts())
    answer_now()
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


def test_waiting_payments_are_shown_and_survive_a_restart(
    shops: OpenShop, server: SandboxServer
) -> None:
    clerk = shops(url=server.url)
    for account in ("practice_waiting", "practice_no_answer"):
        clerk.pay(ONE, account, ONE, "100000")
        assert clerk.says("result.state") == "WAITING"
        assert clerk.says("result.advice") == "Keep the cash. Do not pay again."
        clerk.press(ENTER)
        clerk.until_step(Step.PROVIDER)
    clerk.app.close()
    again = shops(url=server.url)
    waiting = ledger_of(again.app).open_payments()
    assert [p.state for p in waiting] == [PaymentState.WAITING] * 2
    again.wait(lambda: again.find("nav.waiting").badge() == "2")


def test_not_paid_says_to_give_the_cash_back_once(clerk: Clerk) -> None:
    clerk.pay(ONE, "practice_not_paid", ONE, "100000")
    assert clerk.says("result.state") == "NOT PAID"
    assert clerk.says("result.advice").startswith("Give back Rs. ")
    clerk.press(ENTER)
    assert clerk.stands_at(Step.RESULT), "Enter does nothing before the cash is back"
    clerk.press(Qt.Key.Key_R, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.until_idle()
    assert clerk.says("result.state") == "CASH RETURNED"
    assert ledger_of(clerk.app).cash_to_return() == ()
    clerk.press(ENTER)
    assert clerk.stands_at(Step.PROVIDER)


def test_the_same_bill_again_today_asks_first_and_a_waiting_one_cannot_be_paid_again(
    clerk: Clerk, server: SandboxServer
) -> None:
    clerk.has_paid("practice_waiting")
    clerk.has_paid("online_renew")
    clerk.to_confirm(ONE, "online_renew")
    assert "was already paid for this customer today" in clerk.says("confirm.lead")
    assert clerk.find("confirm.cash").isReadOnly()
    assert not clerk.find("confirm.pay").isEnabled()
    clerk.click("confirm.again")
    clerk.type("5000")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"
    assert len(commits(server)) == 2
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    clerk.to_confirm(ONE, "practice_waiting")
    assert "has been WAITING since" in clerk.says("confirm.lead")
    assert clerk.find("confirm.again").isHidden()
    assert not clerk.find("confirm.pay").isEnabled()
    assert len(server.service.payments) == 3


def test_the_receipt_is_printed_and_saved(clerk: Clerk) -> None:
    clerk.has_paid("online_renew", at_result=True)
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    clerk.press(Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    clerk.until_idle()
    original, copy = clerk.tray.printed
    number = receipt_today(1)
    assert number in original.texts()
    assert not any("COPY" in text for text in original.texts())
    assert any("COPY 1" in text for text in copy.texts())
    assert sum("TEST — NOT A PAYMENT" in text for text in original.texts()) >= 3
    assert (
        clerk.tray.saved[0][1].name
        == f"Receipt-{number.replace('/', '-').replace(' ', '-')}-copy-2.pdf"
    )


def test_the_balance_goes_down_and_is_shown(clerk: Clerk) -> None:
    clerk.wait(lambda: clerk.says("top.balance") == "Rs. 1,00,000.00")
    clerk.pay(ONE, "online_renew", ONE, "5000")
    clerk.wait(lambda: clerk.says("top.balance") == "Rs. 95,085.00")
    assert clerk.says("top.environment") == "TEST"


def test_alt_and_a_digit_fill_the_cash_and_do_not_type_it(
    clerk: Clerk, server: SandboxServer
) -> None:
    clerk.press(ONE, ENTER)
    clerk.type("online_due_and_package")
    clerk.press(ENTER)
    clerk.until_step(Step.CHOICE)
    clerk.press(FIVE, ENTER)
    clerk.until_idle()
    clerk.type("16")
    assert clerk.says("confirm.advice") == "Rs. 1,641.00 missing"
    clerk.press(TWO, modifier=Qt.KeyboardModifier.AltModifier)
    assert clerk.find("confirm.cash").text() == "2,000"
    assert clerk.says("confirm.change") == "Rs. 343.00"
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"
    assert clerk.says("result.advice") == "Give change Rs. 343.00"
    assert commits(server) == [("online_due_and_package", Decimal(1657))]
