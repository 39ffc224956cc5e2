"""One signal tells of a change of payments, once; whoever shows them follows, on any page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.exceptions import capture_exceptions

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.runtime.changes import Cause, PaymentsChanged
from desktop_app.ui.waiting.check_controller import CheckController
from desktop_app.ui.wizard.wizard import Wizard
from tests.clerk import ENTER, Clerk, ledger_of

if TYPE_CHECKING:
    from desktop_app.sandbox.server import SandboxServer
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

F2, F4, F5 = Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F5
CONTROL = Qt.KeyboardModifier.ControlModifier


class Heard(QObject):
    """Notes every change, in order."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.changes: list[PaymentsChanged] = []
        clerk.app.changes.changed.connect(self.note)

    def note(self, change: PaymentsChanged) -> None:
        self.changes.append(change)

    @property
    def causes(self) -> list[Cause]:
        return [change.cause for change in self.changes]


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    return shops(url=server.url, clock=clock)


@pytest.fixture
def heard(clerk: Clerk) -> Heard:
    return Heard(clerk)


def badge(clerk: Clerk) -> str:
    clerk.until_idle()
    return str(clerk.find("nav.waiting").badge())


def pay(clerk: Clerk, account: str) -> Payment:
    return clerk.has_paid(account, at_result=True)


def test_a_payment_fires_once_also_where_the_window_shows_something_else_by_then(
    clerk: Clerk, heard: Heard
) -> None:
    clerk.pay(Qt.Key.Key_1, "practice_waiting", Qt.Key.Key_1, "100000")
    clerk.until_idle()
    assert heard.causes == [Cause.SENT]
    assert [one.state for one in heard.changes[0].payments] == [PaymentState.WAITING]
    assert badge(clerk) == "1"
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    wizard = clerk.app.window.findChild(Wizard)
    assert wizard is not None
    wizard.sending_changed.connect(lambda sending: wizard.leave() if sending else None)
    heard.changes.clear()
    clerk.pay(Qt.Key.Key_1, "practice_no_answer", Qt.Key.Key_1, "100000")
    clerk.until_idle()
    assert wizard._is_away
    assert heard.causes == [Cause.SENT]
    assert badge(clerk) == "2"


def test_cash_that_is_given_back_on_the_result_page_and_a_paper_fire_once(
    clerk: Clerk, heard: Heard
) -> None:
    pay(clerk, "practice_not_paid")
    assert badge(clerk) == "1"
    heard.changes.clear()
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.wait(lambda: ledger_of(clerk.app).cash_to_return() == ())
    clerk.wait(lambda: heard.causes == [Cause.RECORDED])
    assert badge(clerk) == ""
    clerk.press(ENTER)
    clerk.until_step(Step.PROVIDER)
    pay(clerk, "online_renew")
    heard.changes.clear()
    clerk.press(Qt.Key.Key_F9)
    clerk.wait(lambda: bool(heard.changes))
    clerk.until_idle()
    assert heard.causes == [Cause.PRINTED]
    assert [one.prints for one in heard.changes[0].payments] == [1]


def test_an_automatic_check_fires_once_and_every_page_follows(
    clerk: Clerk, heard: Heard, clock: HandClock
) -> None:
    pay(clerk, "practice_no_answer")
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: clerk.app.window.findChild(QObject, "waiting.card.1") is not None)
    heard.changes.clear()
    clock.move(timedelta(minutes=5))
    clerk.app.window.auto_checker.look()
    clerk.wait(lambda: heard.causes == [Cause.CHECKED_AUTOMATICALLY])
    clerk.until_idle()
    assert heard.causes == [Cause.CHECKED_AUTOMATICALLY]
    assert clerk.says("waiting.state.1") == "PAID"
    assert clerk.find("window.notice").isVisible()
    assert badge(clerk) == ""
    clerk.press(Qt.Key.Key_F2)
    assert clerk.says("result.state") == "PAID", "the page of the payment, which was not seen"


def test_a_check_from_the_list_is_told_to_the_page_of_the_payment(
    clerk: Clerk, heard: Heard, clock: HandClock
) -> None:
    pay(clerk, "practice_no_answer")
    clerk.press(Qt.Key.Key_F4)
    clerk.wait(lambda: clerk.app.window.findChild(QObject, "waiting.card.1") is not None)
    clerk.app.window.auto_checker._timer.stop()  # a person is quicker here
    heard.changes.clear()
    clock.move(timedelta(minutes=5))
    clerk.wait(lambda: bool(clerk.find("waiting.check.1").isEnabled()))
    clerk.click("waiting.check.1")
    clerk.wait(lambda: bool(heard.causes))
    clerk.until_idle()
    assert heard.causes == [Cause.CHECKED]
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_F2)
    clerk.wait(lambda: clerk.says("result.state") == "PAID")


def last_read(page: Any) -> int:
    """The id of the last job with which a section read what it shows."""
    reader = page if hasattr(page, "_job") else page._rows
    return int(reader._job)


def test_a_page_that_is_not_seen_reads_nothing(clerk: Clerk, clock: HandClock) -> None:
    pay(clerk, "practice_no_answer")
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F2):
        clerk.press(key)
        clerk.until_idle()
    places = clerk.app.window.main_view
    assert places is not None
    pages = [places._stack.page(name) for name in ("waiting", "payments", "dayclose")]
    jobs = [last_read(page) for page in pages]
    clock.move(timedelta(minutes=5))
    clerk.app.window.auto_checker.look()
    clerk.wait(lambda: clerk.says("result.state") == "PAID")
    clerk.until_idle()
    assert jobs == [
        last_read(places._stack.page(name)) for name in ("waiting", "payments", "dayclose")
    ]


class Broken(QObject):
    """A listener with a fault of its own."""

    def take(self, change: PaymentsChanged) -> None:
        raise ZeroDivisionError


def test_a_listener_that_breaks_takes_no_other_down(clerk: Clerk) -> None:
    payment = pay(clerk, "practice_no_answer")
    broken = Broken()
    clerk.app.changes.changed.connect(broken.take)
    heard = Heard(clerk)
    with capture_exceptions() as caught:
        clerk.app.changes.notify(Cause.RECORDED, payment)
    assert heard.causes == [Cause.RECORDED]
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


@pytest.mark.parametrize("place", [Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F2])
def test_a_list_that_is_seen_follows_the_end_of_a_wait(
    clerk: Clerk, heard: Heard, clock: HandClock, place: Qt.Key
) -> None:
    """The day, the customers and the start page, while the clerk looks at them."""
    clerk.has_paid("practice_no_answer")
    if place is not Qt.Key.Key_F2:
        clerk.press(place)
        clerk.until_idle()
    places = clerk.app.window.main_view
    assert places is not None
    page = places.current_page
    at: Any = page._pages.asked() if isinstance(page, Wizard) else page
    before = at._job
    clock.move(timedelta(minutes=5))
    clerk.app.window.auto_checker.look()
    clerk.wait(lambda: bool(heard.changes) and bool(heard.changes[-1].ended))
    clerk.until_idle()
    assert at._job > before


def test_another_record_is_told_to_every_page(clerk: Clerk, heard: Heard) -> None:
    pay(clerk, "practice_no_answer")
    assert clerk.says("result.state") == "WAITING"
    clerk.app.changes.notify(Cause.REPLACED)
    clerk.until_idle()
    assert clerk.stands_at(Step.PROVIDER), "what was shown was in the record before"


# --- a request of several look-ups ----------------------------------------------------------------


def pay_all(clerk: Clerk, *accounts: str) -> None:
    for account in accounts:
        clerk.has_paid(account)


def to_waiting(clerk: Clerk) -> None:
    """Waiting with all that was paid, while nothing is looked up automatically."""
    clerk.app.window.auto_checker._timer.stop()
    clerk.press(F4)
    clerk.wait(lambda: clerk.app.window.findChild(QObject, "waiting.card.1") is not None)
    clerk.until_idle()


def test_checking_all_fires_once_with_every_payment_and_the_list_follows_meanwhile(
    clerk: Clerk, heard: Heard, clock: HandClock
) -> None:
    pay_all(clerk, "practice_no_answer", "practice_lost", "practice_waiting_long")
    to_waiting(clerk)
    heard.changes.clear()
    clock.move(timedelta(minutes=5))
    followed: list[list[Cause]] = []
    checks = clerk.app.window.findChild(CheckController)
    assert checks is not None
    checks.answered.connect(lambda: followed.append(heard.causes))
    clerk.press(F5)
    clerk.wait(lambda: bool(heard.changes))
    clerk.until_idle()
    assert heard.causes == [Cause.CHECKED]
    assert {one.number: one.state for one in heard.changes[0].payments} == {
        1: PaymentState.PAID,
        2: PaymentState.NOT_PAID,
        3: PaymentState.WAITING,
    }
    assert len(followed) >= 3
    assert not any(followed), "the list is read again before anybody else is told"
    assert clerk.says("waiting.state.1") == "PAID"
    assert "1 more before it." in clerk.says("window.notice")
    assert badge(clerk) == "2"


def test_who_leaves_the_list_during_the_check_of_all_is_told_of_every_payment(
    clerk: Clerk, heard: Heard, clock: HandClock
) -> None:
    pay_all(clerk, "practice_no_answer", "practice_lost")
    to_waiting(clerk)
    heard.changes.clear()
    clock.move(timedelta(minutes=5))
    clerk.press(F5, F2)
    clerk.wait(lambda: sum(len(change.ended) for change in heard.changes) == 2)
    clerk.until_idle()
    assert set(heard.causes) == {Cause.CHECKED}
    ended = [[(one.number, one.state) for one in change.ended] for change in heard.changes]
    assert [one for one in ended if one] == [[(1, PaymentState.PAID)], [(2, PaymentState.NOT_PAID)]]
    assert badge(clerk) == "1"


def test_what_was_gathered_is_told_though_the_page_that_asked_is_gone(
    clerk: Clerk, clock: HandClock
) -> None:
    payment = pay(clerk, "practice_no_answer")
    heard = Heard(clerk)
    page = QWidget()
    CheckController(clerk.app.window._context, page)
    clerk.app.changes.gather(Cause.CHECKED, payment)
    clerk.app.changes.gather(Cause.CHECKED, replace(payment, phone="9841055512"))
    assert heard.causes == []
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    clerk.wait(lambda: bool(heard.changes))
    assert [one.phone for one in heard.changes[0].payments] == ["9841055512"]
    assert len(heard.changes) == 1


# --- what a person records ------------------------------------------------------------------------


def test_the_owners_decision_fires_once(clerk: Clerk, heard: Heard, clock: HandClock) -> None:
    pay_all(clerk, "practice_ask_support")
    for minutes in (5, 10):
        clock.move(timedelta(minutes=minutes))
        clerk.app.window.auto_checker.look()
        clerk.until_idle()
    to_waiting(clerk)
    assert clerk.says("waiting.state.1") == "ASK SUPPORT"
    heard.changes.clear()
    clerk.press(ENTER)
    dialog = clerk.app.window.findChild(QDialog, "waiting.decide")
    assert dialog is not None

    def part(name: str) -> Any:
        return dialog.findChild(QWidget, f"decide.{name}")

    QTest.mouseClick(part("not_paid"), Qt.MouseButton.LeftButton)
    part("reason").setText("Support, ticket 4711")
    part("by").setText("Hari")
    QTest.mouseClick(part("save"), Qt.MouseButton.LeftButton)
    clerk.wait(lambda: bool(heard.changes))
    clerk.until_idle()
    assert heard.causes == [Cause.RECORDED]
    assert [one.state for one in heard.changes[0].payments] == [PaymentState.NOT_PAID]
    assert badge(clerk) == "1", "the cash is to be given back"


def test_a_phone_number_that_is_noted_fires_once_and_a_check_of_nothing_never(
    clerk: Clerk, heard: Heard, clock: HandClock
) -> None:
    pay_all(clerk, "practice_no_answer")
    to_waiting(clerk)
    heard.changes.clear()
    clerk.press(F5)
    clerk.wait(lambda: clerk.says("waiting.message") != "")
    clerk.until_idle()
    assert heard.causes == []
    clerk.find("waiting.phone.1").setFocus()
    clerk.type("9841055512")
    clerk.press(ENTER)
    clerk.wait(lambda: bool(heard.changes))
    clerk.until_idle()
    assert heard.causes == [Cause.PHONE_NOTED]
    assert [one.phone for one in heard.changes[0].payments] == ["9841055512"]
    # Nor does another token, which changes no payment: Waiting asks the vault whenever it is read.
    clerk.app.window.auto_checker._timer.stop()  # it would check the payment meanwhile
    clock.move(timedelta(minutes=6))
    heard.changes.clear()
    clerk.press(Qt.Key.Key_F12)
    clerk.until_idle()
    clerk.click("settings.nav.connection")
    clerk.until_idle()
    clerk.click("settings.token.replace")
    clerk.type("TEST:AnotherTokenOfTheShop")
    clerk.press(ENTER)
    clerk.until_idle()
    assert heard.causes == []
    to_waiting(clerk)
    assert clerk.says("waiting.blocker.1").startswith("The token it was sent with is not")
    assert heard.causes == []
