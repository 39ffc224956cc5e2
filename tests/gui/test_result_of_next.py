"""The result page of the next payment shows nothing of the one before, however late it comes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import PaymentState
from desktop_app.ui.payment_kit.documents import DocumentMaker
from desktop_app.ui.widgets.scroll_preview import ScrollPreview
from tests.clerk import ENTER, Clerk, ledger_of
from tests.gui.test_places_kit import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage

    from desktop_app.core.payments.payment import Payment

ONE = Qt.Key.Key_1
CONTROL = Qt.KeyboardModifier.ControlModifier


class Held:
    """Calls that end only when they are let go, each after it has done its work."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()
        self._free = threading.Event()

    def wrap(self, work: Callable[..., Any], number_of: Callable[..., int]) -> Callable[..., Any]:
        def held(*given: Any, **named: Any) -> Any:
            done = work(*given, **named)
            if number_of(*given) in self.numbers:
                assert self._free.wait(20)
            return done

        return held

    def let_go(self) -> None:
        self._free.set()


@pytest.fixture
def held() -> Iterator[Held]:
    calls = Held()
    yield calls
    calls.let_go()


def is_drawn(clerk: Clerk) -> bool:
    preview = clerk.app.window.findChild(ScrollPreview)
    return preview is not None and not preview._paper.pixmap().isNull()


def pay(clerk: Clerk, account: str) -> None:
    """The whole way; what is held is not waited for."""
    clerk.press(ONE, ENTER)
    clerk.type(account)
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CHOICE))
    clerk.press(ONE, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.CONFIRM))
    clerk.press(Qt.Key.Key_F8)
    clerk.wait(lambda: bool(clerk.find("confirm.pay").isEnabled()))
    clerk.press(ENTER, ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.RESULT))


def test_the_paper_of_the_customer_before_is_not_seen_beside_the_next_result(
    clerk: Clerk, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def number(_papers: DocumentMaker, payment: Payment, *_rest: object) -> int:
        return payment.number

    draw: Callable[..., QImage] = DocumentMaker.preview
    monkeypatch.setattr(DocumentMaker, "preview", held.wrap(draw, number))
    held.numbers = {2}
    clerk.has_paid("online_renew", at_result=True)
    clerk.wait(lambda: is_drawn(clerk))
    clerk.press(ENTER)
    pay(clerk, "online_due_payment")
    assert "online_due_payment" in " ".join(clerk.texts())
    assert not is_drawn(clerk)
    held.let_go()
    clerk.until_idle()
    assert is_drawn(clerk)


def note_phone_and_pay_the_next(clerk: Clerk) -> None:
    """The phone of who waits is typed last, and another customer pays before it is recorded."""
    clerk.has_paid("practice_waiting", at_result=True)
    clerk.find("result.phone").setFocus()
    clerk.type("9841000000")
    clerk.find("result.next").setFocus()
    clerk.press(ENTER)
    clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    pay(clerk, "online_renew")


def test_a_phone_that_is_recorded_late_does_not_bring_its_payment_back(
    clerk: Clerk, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def number(_desk: PaymentDesk, number: int, *_rest: object) -> int:
        return number

    note = held.wrap(PaymentDesk.note_phone, number)
    monkeypatch.setattr(PaymentDesk, "note_phone", note)
    held.numbers = {1}
    note_phone_and_pay_the_next(clerk)
    assert clerk.says("result.state") == "PAID"
    held.let_go()
    clerk.until_idle()
    first, second = (ledger_of(clerk.app).payment(number) for number in (1, 2))
    assert first is not None
    assert second is not None
    assert first.customer_phone == "9841000000"
    assert first.state is PaymentState.WAITING
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    (paper,) = clerk.tray.printed
    assert "online_renew" in " ".join(paper.texts())
    assert clerk.says("result.state") == "PAID"


def test_a_phone_that_is_refused_late_names_its_payment(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()

    def refuse(*_given: object) -> Payment:
        assert let_go.wait(20)
        raise LedgerError(Problem.LEDGER_LOCKED)

    monkeypatch.setattr(PaymentDesk, "note_phone", refuse)
    note_phone_and_pay_the_next(clerk)
    let_go.set()
    clerk.until_idle()
    told = words_in(clerk.find("result.message"))
    assert "Practice: waiting" in told
    assert ": The phone number could not be saved." in told


def test_cash_that_is_recorded_late_as_given_back_is_not_that_of_the_next_payment(
    clerk: Clerk, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def number(_desk: PaymentDesk, number: int, *_rest: object) -> int:
        return number

    returned = held.wrap(PaymentDesk.cash_returned, number)
    monkeypatch.setattr(PaymentDesk, "cash_returned", returned)
    held.numbers = {1}
    clerk.has_paid("practice_not_paid", at_result=True)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.press(Qt.Key.Key_F2)
    clerk.wait(lambda: not clerk.stands_at(Step.RESULT) or is_asked())
    asked = QApplication.activeModalWidget()
    if asked is not None:
        QTest.keyClick(asked, ENTER)
        clerk.wait(lambda: clerk.stands_at(Step.PROVIDER))
    pay(clerk, "online_renew")
    held.let_go()
    clerk.until_idle()
    assert clerk.says("result.state") == "PAID"
    payment = clerk.app.window.flow.payment
    assert payment is not None
    assert payment.number == 2
    first = ledger_of(clerk.app).payment(1)
    assert first is not None
    assert first.cash_returned_at is not None


def is_asked() -> bool:
    return QApplication.activeModalWidget() is not None
