"""What stands in the way at Confirm: said in full, and said anew when it changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.clock import NEPAL
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.core.settings import Language
from desktop_app.ui.shell.navigation import MainView
from tests.clerk import ENTER, Clerk, receipt_today
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import ledger_in, payment

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1
MINUTE = timedelta(minutes=1)
LEFT = Qt.MouseButton.LeftButton
S = PaymentState


WORLDLINK, VIANET = "worldlink-v2", "vianet-updated"


def to_confirm(clerk: Clerk, provider: str, account: str, offer: int = 0) -> None:
    clerk.until_idle()
    clerk.come_to_confirm(account, company=provider, offer=offer)


def a_bill(ledger: SqliteLedger, state: PaymentState, at: datetime, offer: str = "x") -> Payment:
    """One of another bill of Vianet's customer."""
    return payment(
        ledger,
        state,
        at,
        slug=VIANET,
        account="110871",
        paisa=34_35,
        offer_id=offer,
        offer_kind="bill",
        offer_label="Test payment 2",
    )


def agreed(clerk: Clerk) -> tuple[bool, bool]:
    order = clerk.app.window.flow.payment
    assert order is not None
    return order.order.duplicate_confirmed, order.order.another_bill


def look(clerk: Clerk) -> None:
    """What the timer does, now."""
    clerk.app.window.auto_checker.look()
    clerk.until_idle()


def test_the_same_package_is_asked_about_at_another_price(clerk: Clerk) -> None:
    clerk.has_paid("ram.kc77", offer=1)
    clerk.to_confirm(ONE, "ram.kc77")
    lead = clerk.says("confirm.lead")
    assert lead.startswith("Rs. 1,442.00 (Sagarmatha 120Mbps/mth With 1TV 2082) was already paid")
    assert "for this customer today at" in lead
    assert lead.endswith(f"receipt {receipt_today(1)}")
    assert clerk.says("confirm.total") == "Rs. 1,299.00"
    assert not clerk.find("confirm.pay").isEnabled()
    assert clerk.find("confirm.another").isHidden()


def test_over_midnight_the_question_names_yesterday(shops: OpenShop, server: SandboxServer) -> None:
    clock = HandClock(datetime(2026, 11, 22, 23, 59, tzinfo=NEPAL))
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("online_renew")
    clock.move(2 * MINUTE)
    to_confirm(clerk, WORLDLINK, "online_renew", 1)
    assert "was already paid for this customer yesterday at 11:59 PM" in clerk.says("confirm.lead")
    clerk.app.session.set_language(Language.NEPALI)
    clerk.until_idle()
    assert "हिजो राति 11:59 मा तिरिसकिएको छ" in clerk.says("confirm.lead")


def test_since_when_a_payment_waits_is_said_with_its_day(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        a_bill(ledger, S.WAITING, NOON - timedelta(days=3), "1613142_PP")
    clerk = shops(url=server.url, clock=HandClock())
    to_confirm(clerk, VIANET, "110871")
    lead = clerk.says("confirm.lead")
    assert "Rs. 34.35 (Test payment 2)" in lead
    assert lead.endswith("has been WAITING since 2083 Mangsir 3, 2:18 PM.")


def test_another_bill_is_agreed_to_in_its_own_words(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        a_bill(ledger, S.WAITING, NOON - 2 * MINUTE)
    clerk = shops(url=server.url, clock=HandClock())
    to_confirm(clerk, VIANET, "110871")
    assert "Rs. 34.35 (Test payment 2), has been WAITING since" in clerk.says("confirm.lead")
    assert clerk.find("confirm.again").isHidden()
    assert clerk.says("confirm.another") == "This is another bill"
    clerk.click("confirm.another")
    clerk.type("278")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"
    assert agreed(clerk) == (False, True)


def test_two_questions_need_two_answers(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    with ledger_in(tmp_path / "shop") as ledger:
        a_bill(ledger, S.PAID, NOON - 9 * MINUTE, "1613142_PP")
        a_bill(ledger, S.WAITING, NOON - 2 * MINUTE)
    clerk = shops(url=server.url, clock=HandClock())
    to_confirm(clerk, VIANET, "110871")
    assert "has been WAITING since" in clerk.says("confirm.lead")
    assert clerk.find("confirm.again").isHidden()
    another = clerk.find("confirm.another")
    QTest.mouseClick(another, LEFT)
    assert "was already paid" in clerk.says("confirm.lead")
    assert clerk.find("confirm.stop").hasFocus(), "Enter must not answer the next question"
    QTest.mouseDClick(clerk.find("confirm.again"), LEFT)
    assert not clerk.find("confirm.again").isChecked(), "the second half of a double click"
    assert clerk.find("confirm.cash").isReadOnly()
    clerk.click("confirm.another")
    assert "has been WAITING since" in clerk.says("confirm.lead"), "the first was taken back"
    clerk.click("confirm.another")
    clerk.click("confirm.again")
    clerk.find("confirm.cash").setFocus()
    clerk.type("278")
    clerk.press(ENTER, ENTER)
    clerk.until_step(Step.RESULT)
    assert agreed(clerk) == (True, True)


def test_the_page_learns_that_the_payment_it_speaks_of_is_not_paid(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("practice_lost", at_result=True)
    assert clerk.says("result.state") == "WAITING"
    clerk.press(ENTER)
    clock.move(4 * MINUTE)
    to_confirm(clerk, WORLDLINK, "practice_lost")
    assert "has been WAITING since" in clerk.says("confirm.lead")
    assert clerk.find("confirm.cash").isReadOnly()
    clock.move(2 * MINUTE)
    look(clerk)
    assert not clerk.find("confirm.lead").isVisible()
    assert clerk.find("confirm.cash").hasFocus()
    assert not clerk.find("confirm.cash").isReadOnly()


def test_the_page_learns_that_the_payment_it_speaks_of_is_paid(
    shops: OpenShop, server: SandboxServer
) -> None:
    clock = HandClock()
    clerk = shops(url=server.url, clock=clock)
    clerk.has_paid("practice_no_answer", at_result=True)
    assert clerk.says("result.state") == "WAITING"
    clerk.press(ENTER)
    clock.move(4 * MINUTE)
    to_confirm(clerk, WORLDLINK, "practice_no_answer")
    assert "has been WAITING since" in clerk.says("confirm.lead")
    clock.move(2 * MINUTE)
    look(clerk)
    assert "was already paid for this customer today" in clerk.says("confirm.lead")
    assert clerk.find("confirm.again").isVisible()
    assert clerk.find("confirm.stop").hasFocus()
    assert not clerk.find("confirm.pay").isEnabled()


def test_news_that_change_nothing_leave_the_keyboard_where_it_is(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clock = HandClock()
    with ledger_in(tmp_path / "shop") as ledger:
        payment(ledger, S.WAITING, NOON - 4 * MINUTE, account="somebody_else")
    clerk = shops(url=server.url, clock=clock)
    to_confirm(clerk, VIANET, "110871")
    clerk.type("278")
    clerk.press(ENTER)
    clerk.wait(clerk.find("confirm.pay").hasFocus)
    clock.move(2 * MINUTE)
    look(clerk)
    focus = QApplication.focusWidget()
    assert focus is clerk.find("confirm.pay")
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


def test_a_payment_that_came_in_between_is_shown_not_only_refused(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    clerk = shops(url=server.url, clock=HandClock())
    to_confirm(clerk, VIANET, "110871")
    clerk.type("278")
    with ledger_in(tmp_path / "shop") as ledger:
        a_bill(ledger, S.WAITING, NOON - MINUTE)
    clerk.press(ENTER, ENTER)
    clerk.until_idle()
    assert clerk.stands_at(Step.CONFIRM)
    assert server.service.payments == ()
    assert "Another payment of this customer, Rs. 34.35" in clerk.says("confirm.lead")
    clerk.click("confirm.another")
    clerk.wait(lambda: clerk.find("confirm.pay").isEnabled())
    clerk.press(ENTER)
    clerk.wait(clerk.find("confirm.pay").hasFocus)
    clerk.press(ENTER)
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


def test_the_receipt_of_the_earlier_payment_is_opened_and_the_question_comes_back(
    clerk: Clerk,
) -> None:
    clerk.has_paid("ram.kc77", offer=1)
    clerk.has_paid("rambdr_thapa")
    to_confirm(clerk, WORLDLINK, "ram.kc77")
    asked = clerk.says("confirm.lead")
    assert clerk.find("confirm.receipt").accessibleName() == f"Open receipt {receipt_today(1)}"
    for by_mouse in (False, True):
        if by_mouse:
            clerk.click("confirm.receipt")
        else:
            clerk.press(Qt.Key.Key_F9)
        clerk.until_idle()
        places = clerk.app.window.findChild(MainView)
        assert places is not None
        assert places.current() == "payments"
        assert clerk.find("payments.list").current_id() == "1"
        assert clerk.says("payments.amount") == "Rs. 1,442.00"
        # The next way has to choose it again.
        assert clerk.find("payments.list").choose("2")
        assert clerk.find("payments.list").current_id() == "2"
        if by_mouse:
            clerk.click("nav.payment")
        else:
            clerk.press(Qt.Key.Key_F2)
        clerk.until_step(Step.CONFIRM)
        assert clerk.says("confirm.lead") == asked
        assert not clerk.find("confirm.pay").isEnabled()
        assert QApplication.focusWidget() is clerk.find("confirm.stop")


def test_f9_opens_no_receipt_where_none_is_spoken_of(clerk: Clerk) -> None:
    to_confirm(clerk, WORLDLINK, "ram.kc77")
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    assert clerk.stands_at(Step.CONFIRM)
    assert not clerk.find("confirm.receipt").isVisible()
