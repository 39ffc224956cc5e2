"""A page of the wizard is made while an answer or the clerk is waited for, and filled unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.core.inquiry_flow import Step
from tests.clerk import ENTER, ESC, Clerk

if TYPE_CHECKING:
    from collections.abc import Callable

ONE = Qt.Key.Key_1
BILLS, PACKAGES = "92117", "online_due_and_package"


def is_made(clerk: Clerk, page: str) -> bool:
    return clerk.app.window.findChild(QWidget, f"page.{page}") is not None


def test_what_can_be_paid_has_its_page_before_the_answer_is_there(
    clerk: Clerk, answer_now: Callable[[], None]
) -> None:
    clerk.press(ONE, ENTER)
    clerk.type("practice_slow")
    assert not is_made(clerk, "choice")
    clerk.press(ENTER)
    clerk.wait(lambda: is_made(clerk, "choice"))
    assert clerk.stands_at(Step.CUSTOMER)
    assert clerk.find("customer.cancel").hasFocus()
    answer_now()
    clerk.until_step(Step.CHOICE)
    assert clerk.find("choice.list").hasFocus()


def test_the_result_has_its_page_before_the_payment_is_answered(
    clerk: Clerk, answer_now: Callable[[], None]
) -> None:
    clerk.to_confirm(ONE, "practice_slow_pay")
    clerk.type("100000")
    clerk.press(ENTER)
    if clerk.find("confirm.cashright").isVisible():
        clerk.press(Qt.Key.Key_Space)
    clerk.press(ENTER)
    clerk.wait(lambda: is_made(clerk, "result"))
    assert clerk.stands_at(Step.CONFIRM)
    assert clerk.find("confirm.sending").hasFocus()
    answer_now()
    clerk.until_step(Step.RESULT)
    assert clerk.says("result.state") == "PAID"


class FirstSeen(QObject):
    """Notes what a label said at the moment at which its page appeared."""

    def __init__(self, page: QWidget, read: Callable[[], str]) -> None:
        super().__init__(page)
        self.said: list[str] = []
        self._read = read
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.said.append(self._read())
        return False


def test_a_page_that_comes_again_is_filled_before_it_is_seen(clerk: Clerk) -> None:
    clerk.to_confirm(ONE, "online_renew")
    total = clerk.says("confirm.total")
    seen = FirstSeen(clerk.find("page.confirm"), lambda: clerk.says("confirm.total"))
    clerk.press(ESC, ESC, ESC)
    clerk.until_step(Step.PROVIDER)
    clerk.to_confirm(ONE, "online_due_payment")
    assert seen.said == ["Rs. 4,950.00"] != [total]


def test_confirm_has_its_page_while_the_clerk_chooses_and_another_list_begins_anew(
    clerk: Clerk,
) -> None:
    clerk.to_choice(ONE, PACKAGES)
    clerk.wait(lambda: is_made(clerk, "confirm"))
    assert clerk.stands_at(Step.CHOICE)
    table = clerk.find("choice.list")
    assert table.hasFocus()
    clerk.press(Qt.Key.Key_3)
    chosen = table.current_id()
    assert chosen
    clerk.press(ESC, ESC)
    clerk.until_step(Step.PROVIDER)
    clerk.to_choice(Qt.Key.Key_2, BILLS)
    assert clerk.find("choice.list") is table
    assert table.current_id() == ""
    assert [row.cells[-1] for row in table.rows] == ["1,243.00", "169.50"]
    assert not clerk.find("choice.next").isEnabled()
    clerk.press(ESC, ESC)
    clerk.until_step(Step.PROVIDER)
    clerk.to_choice(ONE, PACKAGES)
    assert len(table.rows) > 2
    offer = clerk.app.window.flow.offer
    assert offer is not None
    assert table.current_id() == offer.id != chosen
    assert clerk.find("choice.next").isEnabled()
