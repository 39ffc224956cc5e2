"""Waiting: what is open stays with its cash, what is owed is given back once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import Event, EventKind, PaymentState, PaymentUpdate
from desktop_app.printing.output import PrintError, PrintProblem
from desktop_app.ui.widgets import PanelLook
from desktop_app.ui.widgets.ring import FocusRing
from tests.clerk import ENTER, Clerk, PaperTray, ledger_of
from tests.fakes import NOON, HandClock
from tests.gui.test_places_kit import MINUTE, begin_ledger, ledger_in, payment, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.server import SandboxServer
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier
GIVES_BACK = re.compile(r"give.{0,9} back|money back|return", re.IGNORECASE)
BANNED = re.compile(r"\b(failed|error|pending|success)\b", re.IGNORECASE)


def open_waiting(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F4)
    clerk.until_idle()


def one_of_each_kind(ledger: SqliteLedger) -> None:
    """1 review, 2 waiting, 3 owed."""
    refused = PaymentUpdate(reason="Customer not found.", reason_code="4000", phone="98410 55512")
    payment(ledger, PaymentState.REVIEW, NOON - 1500 * MINUTE, name="Mina Tamang")
    lost = {"problem": "timed_out", "verdict": "unknown"}
    payment(ledger, PaymentState.WAITING, NOON - 27 * MINUTE, name="Sunita Karki", content=lost)
    payment(
        ledger,
        PaymentState.NOT_PAID,
        NOON - 46 * MINUTE,
        name="Hari Prasad Oli",
        slug="vianet-updated",
        account="92117",
        paisa=1_243_40,
        content={"code": "4000", "reason": "Customer not found."},
        update=refused,
    )


@pytest.fixture
def shop(shops: OpenShop, server: SandboxServer, tmp_path: Path) -> OpenShop:
    """Opens a shop with one payment of each kind in its ledger."""
    begin_ledger(tmp_path / "shop", one_of_each_kind)
    return lambda **options: shops(url=server.url, clock=HandClock(), **options)


def test_nothing_waits_in_a_new_shop(clerk: Clerk) -> None:
    open_waiting(clerk)
    assert clerk.says("waiting.empty") == "Nothing is waiting"
    assert clerk.find("waiting.empty").isVisible()


@pytest.mark.parametrize("size", [(1366, 688), (1093, 534)])
def test_the_ring_around_a_card_is_whole(shop: OpenShop, size: tuple[int, int]) -> None:
    clerk = shop(size=size)
    open_waiting(clerk)
    ring, card = clerk.app.window.findChild(FocusRing), QApplication.focusWidget()
    assert ring is not None
    assert card is not None
    assert ring.control is card
    clerk.wait(lambda: ring.isVisible() and ring.width() > card.width())
    assert ring.visibleRegion().boundingRect() == ring.rect()
    assert left_of(card) == left_of(clerk.find("waiting.title"))


def left_of(part: QWidget) -> int:
    return part.mapTo(part.window(), QPoint(0, 0)).x()


def test_a_payment_answered_queued_waits_with_what_to_tell(clerk: Clerk) -> None:
    clerk.has_paid("practice_waiting")
    open_waiting(clerk)
    assert clerk.says("waiting.state.1") == "WAITING"
    assert "being processed" in clerk.says("waiting.tell.1")
    known = "The service is at work on it. First check after 5 minutes."
    assert clerk.says("waiting.known.1") == known
    seen = words_in(clerk.find("waiting.card.1"))
    assert not GIVES_BACK.search(seen)
    assert not BANNED.search(seen)


def test_waiting_cards_speak_of_no_outcome_and_are_gone_through_with_keys(
    shop: OpenShop, tmp_path: Path
) -> None:
    clerk = shop()
    open_waiting(clerk)
    for number in (1, 2):
        seen = words_in(clerk.find(f"waiting.card.{number}"))
        assert not GIVES_BACK.search(seen)
        assert not re.search(r"\bpaid\b", seen, re.IGNORECASE)
        assert not BANNED.search(seen)
    assert clerk.says("waiting.state.1") == "ASK SUPPORT"
    assert clerk.says("waiting.known.2") == "No answer yet."
    # Arrows move between the cards, and the keys act there.
    assert clerk.find("waiting.card.1").hasFocus()
    clerk.press(Qt.Key.Key_Down)
    assert clerk.find("waiting.card.2").hasFocus()
    clerk.press(Qt.Key.Key_End)
    assert clerk.find("waiting.card.3").hasFocus()
    clerk.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert clerk.find("waiting.card.1").hasFocus()
    clerk.press(Qt.Key.Key_C, modifier=CONTROL)
    # Enter never returns cash.
    clerk.find("waiting.returned.3").setFocus()
    clerk.press(ENTER)
    clerk.until_idle()
    with ledger_in(tmp_path / "shop") as ledger:
        found = ledger.payment(1)
        assert found is not None
        assert QGuiApplication.clipboard().text() == found.order.reference
        assert len(ledger.cash_to_return()) == 1
    # What is being typed survives a refresh.
    clerk.find("waiting.phone.1").setFocus()
    clerk.type("98410")
    clerk.press(Qt.Key.Key_F5)
    clerk.until_idle()
    assert clerk.says("waiting.phone.1") == "98410"
    assert clerk.find("waiting.phone.1").hasFocus()


def test_cash_is_returned_once_and_stays_returned_after_a_restart(
    shop: OpenShop, tmp_path: Path
) -> None:
    clerk = shop()
    open_waiting(clerk)
    assert clerk.says("waiting.amount.3") == "Rs. 1,243.00"
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    assert clerk.find("waiting.card.3").hasFocus(), "the first Ctrl R only goes there"
    clerk.until_idle()
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    QTest.mouseClick(clerk.find("waiting.returned.3"), Qt.MouseButton.LeftButton)
    clerk.until_idle()
    assert "Hari Prasad Oli" in clerk.says("waiting.message")
    assert not [text for text in clerk.texts() if text == "Money to give back"]
    clerk.app.close()
    with ledger_in(tmp_path / "shop") as ledger:
        kinds = [event.kind for event in ledger.events(3)]
        assert kinds.count(EventKind.CASH_RETURNED) == 1
        assert ledger.cash_to_return() == ()
    again = shop()
    open_waiting(again)
    assert "Hari Prasad Oli" not in "\n".join(again.texts())


def test_a_phone_number_is_kept_with_the_payment(shop: OpenShop, tmp_path: Path) -> None:
    clerk = shop()
    open_waiting(clerk)
    clerk.press(Qt.Key.Key_Down)
    clerk.find("waiting.phone.2").setFocus()
    clerk.type("98")
    clerk.press(ENTER)
    assert clerk.says("waiting.phone.2.said") == "Customer’s phone · too short"
    clerk.type("41055512")
    clerk.press(ENTER)
    clerk.until_idle()
    assert clerk.says("waiting.phone.2.said") == "Customer’s phone · saved"
    with ledger_in(tmp_path / "shop") as ledger:
        found = ledger.payment(2)
        assert found is not None
        assert found.phone == "9841055512"
    clerk.press(Qt.Key.Key_F5)
    clerk.until_idle()
    assert clerk.says("waiting.phone.2") == "9841055512"


def test_while_one_slip_is_under_way_that_of_another_payment_is_said_to_wait(
    shop: OpenShop,
) -> None:
    clerk = shop()
    open_waiting(clerk)
    clerk.tray.go_on.clear()
    clerk.press(Qt.Key.Key_F9, Qt.Key.Key_F9)
    assert clerk.says("waiting.message") == "Printing…", "a second press for the same one"
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_F9)
    assert "A paper is still under way." in words_in(clerk.find("waiting.message"))
    clerk.tray.go_on.set()
    clerk.until_idle()
    assert clerk.says("waiting.message") == "Sent to the printer."
    assert len(clerk.tray.printed) == 1
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    assert len(clerk.tray.printed) == 2


def test_slips_are_printed_and_saved_and_trouble_is_told(shop: OpenShop, tmp_path: Path) -> None:
    class Jammed(PaperTray):
        jammed = False

        def print(self, document: object, printer_name: str = "") -> None:
            if self.jammed:
                raise PrintError(PrintProblem.NO_PRINTER)
            super().print(document, printer_name)  # type: ignore[arg-type]

    tray = Jammed()
    clerk = shop(tray=tray)
    open_waiting(clerk)
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    assert len(tray.printed) == 1
    assert clerk.says("waiting.message") == "Sent to the printer."
    clerk.press(Qt.Key.Key_S, modifier=CONTROL)
    clerk.until_idle()
    assert list((tmp_path / "shop" / "papers").glob("*.pdf"))
    tray.jammed = True
    clerk.press(Qt.Key.Key_F9)
    clerk.until_idle()
    assert "no printer" in clerk.says("waiting.message")
    assert clerk.says("waiting.state.1") == "ASK SUPPORT"


def test_the_wizards_waiting_payment_can_be_opened_from_its_result(clerk: Clerk) -> None:
    clerk.has_paid("practice_waiting_long", at_result=True)
    assert clerk.stands_at(Step.RESULT)
    clerk.click("result.waiting")
    clerk.until_idle()
    assert clerk.find("waiting.card.1").isVisible()


def test_tab_goes_on_from_card_to_card_and_out_of_them(shop: OpenShop) -> None:
    """A card is chosen before any of its buttons: Space never gives back another's cash."""
    clerk = shop()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        clerk.press(Qt.Key.Key_F2)
        clerk.until_idle()
        open_waiting(clerk)
        assert clerk.find("waiting.card.1").hasFocus()
        visited: list[str] = []
        for _ in range(60):
            clerk.press(key)
            focus = QApplication.focusWidget()
            assert focus is not None
            visited.append(focus.objectName())
            if visited.count(visited[0]) > 1:
                break
            number = focus.objectName().rpartition(".")[2]
            if focus.objectName().startswith("waiting.returned."):
                assert f"waiting.card.{number}" in visited[:-1]
                assert clerk.find(f"waiting.card.{number}").look is PanelLook.SELECTED
        else:
            raise AssertionError(f"no way out: {visited}")
        assert {f"waiting.card.{number}" for number in (1, 2, 3)} <= set(visited)
        assert ("waiting.returned.3" in visited) is (key == Qt.Key.Key_Tab)
        assert {"nav.list", "top.refresh", "top.operator"} <= set(visited)


def test_a_payment_that_was_cut_off_says_no_more_than_that(
    shops: OpenShop, server: SandboxServer, tmp_path: Path
) -> None:
    """RECOVERED of an older program stood for a lost answer as well: neither names a cause."""
    with ledger_in(tmp_path / "shop") as ledger:
        for kind in (EventKind.RECOVERED, EventKind.ANSWER_LOST):
            found = payment(ledger, PaymentState.SENDING, NOON - 3 * MINUTE, account=kind.value)
            ledger.append(found.number, Event(kind, NOON - 2 * MINUTE, PaymentState.WAITING))
    clerk = shops(url=server.url, clock=HandClock())
    open_waiting(clerk)
    for number in (1, 2):
        said = clerk.says(f"waiting.known.{number}")
        assert said.startswith("It was cut off before the answer came.")
        assert "program ended" not in words_in(clerk.find(f"waiting.card.{number}"))


def test_every_card_has_the_room_it_needs_however_often_the_list_is_read(shop: OpenShop) -> None:
    clerk = shop()
    open_waiting(clerk)
    cards = clerk.find("waiting.list").widget().cards

    def fits() -> bool:
        return all(
            card.height() == card.layout().totalHeightForWidth(card.width()) for card in cards
        )

    for _ in range(2):
        clerk.app.window.main_view.current_page.refresh()  # type: ignore[union-attr]
        clerk.until_idle()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            clerk.press(key)
            clerk.until_idle()
            clerk.wait(fits)


def test_the_keys_of_waiting_act_on_the_payment_whose_result_was_read(clerk: Clerk) -> None:
    """Else they would record the cash of the first one as given back."""
    for number in (1, 2):
        clerk.has_paid("practice_not_paid", at_result=True)
        open_waiting(clerk)
        assert clerk.find(f"waiting.card.{number}").hasFocus()
        if number == 1:
            clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    clerk.until_idle()
    found = [ledger_of(clerk.app).payment(number) for number in (1, 2)]
    assert [one.owes_cash for one in found if one is not None] == [True, False]
