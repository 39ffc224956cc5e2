"""Many payments wait: few have cards, each can be reached, and acts fall on the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.ui.waiting.card import PaymentCard
from desktop_app.ui.waiting.card_list import SHOWN
from tests.clerk import ENTER, Clerk, desk_of, ledger_of
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, begin_ledger, ledger_in, payment
from tests.gui.test_places_waiting import CONTROL, open_waiting
from tests.gui.test_places_waiting_checks import settle
from tests.sampling import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

Opened = Callable[[int], Clerk]


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> Opened:
    """Opens a shop on its page Waiting: so many payments wait, and the cash of two more is owed."""

    def opened(many: int) -> Clerk:
        begin_ledger(tmp_path / "shop", fill, many)
        clerk = shops(url=server.url, clock=HandClock())
        open_waiting(clerk)
        return clerk

    return opened


def fill(ledger: SqliteLedger, many: int) -> None:
    """So many that wait, and two whose cash is owed."""
    for number in range(1, many + 1):
        at = NOON - 60 * MINUTE + number * MINUTE / 60
        payment(ledger, PaymentState.WAITING, at, account=f"a{number}", name=f"Ram {number}")
    for number in (many + 1, many + 2):
        refused = PaymentUpdate(reason="Customer not found.", reason_code="4000")
        at = NOON - 20 * MINUTE
        payment(
            ledger, PaymentState.NOT_PAID, at, account=f"a{number}", name=f"Ram {number}",
            content={"code": "4000", "reason": "Customer not found."}, update=refused,
        )  # fmt: skip


def shown(clerk: Clerk) -> list[int]:
    """The payments that have cards, as soon as all of them are made."""
    cards = clerk.find("waiting.list").widget()
    clerk.wait(lambda: len(cards.cards) == SHOWN)
    clerk.wait(
        lambda: all(
            one.height() == one.layout().totalHeightForWidth(one.width()) for one in cards.cards
        )
    )
    alive = [one for one in clerk.app.window.findChildren(PaymentCard) if not one.isHidden()]
    assert len(alive) == SHOWN
    return [card.number for card in cards.cards]


def at_hand(clerk: Clerk) -> int:
    """The payment whose card has the keyboard, which is the one that is selected and open."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, PaymentCard)
    selected, _ = clerk.find("waiting.list").selection()
    assert focus.number == selected
    assert clerk.find(f"waiting.phone.{selected}").isVisible()
    return focus.number


def reference_in(folder: Path, number: int) -> str:
    with ledger_in(folder) as ledger:
        found = ledger.payment(number)
        assert found is not None
        return found.order.reference


def test_of_many_few_have_cards_and_each_is_reached(shop: Opened, tmp_path: Path) -> None:
    """By keys, by the buttons at the ends; what is done there is done to that payment."""
    many, folder = 500 if LONG else 3 * SHOWN, tmp_path / "shop"
    clerk, last = shop(many), many + 2
    assert shown(clerk) == list(range(1, SHOWN + 1))
    assert at_hand(clerk) == 1
    assert not clerk.find("waiting.earlier").isVisible()
    assert clerk.says("waiting.later") == f"{last - SHOWN} more payments"

    # Down goes over the edge one by one, page keys go far, and nothing is left out on the way.
    for number in range(2, SHOWN + 4):
        clerk.press(Qt.Key.Key_Down)
        assert at_hand(clerk) == number
    assert shown(clerk)[-1] == SHOWN + 3
    reached = set(range(1, SHOWN + 4))
    while at_hand(clerk) != last:
        clerk.press(Qt.Key.Key_PageDown)
        reached.update(shown(clerk))
    assert reached == set(range(1, last + 1))
    assert not clerk.find("waiting.later").isVisible()
    assert clerk.says("waiting.earlier") == f"{last - SHOWN} earlier payments"
    clerk.press(Qt.Key.Key_Home)
    assert at_hand(clerk) == 1

    # By mouse: each press of the button brings the next ones, the first of them selected.
    reached = set(shown(clerk))
    while clerk.find("waiting.later").isVisible():
        clerk.click("waiting.later")
        reached.update(shown(clerk))
        assert at_hand(clerk) in reached
    assert reached == set(range(1, last + 1))
    first = shown(clerk)[0]
    clerk.click("waiting.earlier")
    assert at_hand(clerk) == first - 1

    # The keys of the page act on the payment that is selected.
    clerk.press(Qt.Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == reference_in(folder, first - 1)
    clerk.find(f"waiting.phone.{first - 1}").setFocus()
    clerk.type("9841055512")
    clerk.press(ENTER)
    clerk.until_idle()
    with ledger_in(folder) as ledger:
        noted = [one.number for one in ledger.open_payments() if one.phone]
    assert noted == [first - 1]

    # What was noted is on its card also where that is made anew.
    clerk.press(Qt.Key.Key_Up)
    assert at_hand(clerk) == first - 2
    clerk.press(Qt.Key.Key_Home)
    shown(clerk)
    clerk.press(Qt.Key.Key_End)
    assert at_hand(clerk) == last
    for _ in range(last - first + 1):
        clerk.press(Qt.Key.Key_Up)
    assert at_hand(clerk) == first - 1
    assert clerk.says(f"waiting.phone.{first - 1}") == "9841055512"


def test_cash_goes_back_for_the_payment_of_the_button_that_was_pressed(
    shop: Opened, tmp_path: Path
) -> None:
    many = 40
    clerk, owed = shop(many), (many + 1, many + 2)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.until_idle()
    assert at_hand(clerk) == 1, "two owe cash: neither is meant, and neither is gone to"
    clerk.press(Qt.Key.Key_End)
    shown(clerk)
    clerk.click(f"waiting.returned.{owed[0]}")
    clerk.until_idle()
    with ledger_in(tmp_path / "shop") as ledger:
        assert [one.number for one in ledger.cash_to_return()] == [owed[1]]
        kinds = [event.kind for event in ledger.events(owed[0])]
        assert kinds.count(EventKind.CASH_RETURNED) == 1

    # One is left that owes cash: the first Ctrl R goes there from far away, the second gives back.
    clerk.press(Qt.Key.Key_Home)
    assert at_hand(clerk) == 1
    shown(clerk)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    assert at_hand(clerk) == owed[1]
    with ledger_in(tmp_path / "shop") as ledger:
        assert len(ledger.cash_to_return()) == 1
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.until_idle()
    with ledger_in(tmp_path / "shop") as ledger:
        assert ledger.cash_to_return() == ()


def test_news_of_one_of_many_leaves_the_other_cards_alone(
    shop: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole list is read again, and the card is worded anew whose payment has changed."""
    clerk = shop(40)
    shown(clerk)
    worded: list[int] = []
    real = PaymentCard._show_payment

    def show(card: PaymentCard) -> None:
        worded.append(card.number)
        real(card)

    monkeypatch.setattr(PaymentCard, "_show_payment", show)
    till = clerk.app.session.counter().till
    desk_of(clerk.app).note_phone(4, "9841055512", till)
    desk_of(clerk.app).note_phone(40, "9841055512", till)
    clerk.press(Qt.Key.Key_F5)
    clerk.wait(lambda: bool(worded))
    clerk.until_idle()
    assert set(worded) == {4}
    sent = [label.text() for label in clerk.find("waiting.card.4").findChildren(QLabel)]
    assert any("9841055512" in text for text in sent), sent


def test_what_is_read_again_does_not_scroll_a_list_that_a_person_has_scrolled(
    shop: Opened,
) -> None:
    """Otherwise the mouse would press a button of another card than the one that is aimed at."""
    clerk = shop(40)
    shown(clerk)
    bar = clerk.find("waiting.list").verticalScrollBar()
    clerk.wait(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    aimed_at = bar.value()
    desk_of(clerk.app).note_phone(4, "9841055512", clerk.app.session.counter().till)
    clerk.press(Qt.Key.Key_F5)
    settle(clerk)
    assert bar.value() == aimed_at
    assert at_hand(clerk) == 1
    # A key goes to the selected one again.
    clerk.press(Qt.Key.Key_Down)
    settle(clerk)
    assert at_hand(clerk) == 2
    card, viewport = clerk.find("waiting.card.2"), clerk.find("waiting.list").viewport()
    assert 0 <= card.mapTo(viewport, QPoint(0, 0)).y() < viewport.height()


def test_many_look_ups_in_the_time_of_one_read_are_followed_by_one_more(shop: Opened) -> None:
    """What is read meanwhile is shown, and at the end what the last of them has changed."""
    clerk = shop(3)
    page: Any = clerk.app.window.main_view.current_page  # type: ignore[union-attr]
    seen: list[bool] = []
    page._rows.changed.connect(lambda: seen.append(page._rows.get(1).is_paid))
    page._checking.answered.emit()
    event = Event(EventKind.LOOKED_UP, NOON, PaymentState.PAID)
    ledger_of(clerk.app).append(1, event, update=PaymentUpdate(transaction_id="T1"))
    for _ in range(5):
        page._checking.answered.emit()
    clerk.until_idle()
    assert len(seen) == 2
    assert seen[-1], "it was settled while the first read was under way"
