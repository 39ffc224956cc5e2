"""The shop's credit, by keys and by mouse: what explains a gap, notes, the request for more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.shifts.credit import CreditNote, CreditNoteKind
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.replies import Failure, Reply
from desktop_app.sandbox.server import SandboxServer
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk, ledger_of
from tests.gui.test_places_waiting_checks import pay, pay_with_keys, settle
from tests.other_program import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.core.money import Money
    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

F2, F6, F5 = Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_F5
CONTROL = Qt.KeyboardModifier.ControlModifier
HOUR = timedelta(hours=1)


@pytest.fixture
def server(clock: HandClock) -> Iterator[SandboxServer]:
    """A practice service whose days are those of the shop."""
    with SandboxServer(PracticeService(token=TEST_TOKEN, now=clock.now)) as running:
        yield running


@pytest.fixture
def clerk(shops: OpenShop, server: SandboxServer, clock: HandClock) -> Clerk:
    """In the morning, with the day's first reading."""
    clock.move(-5 * HOUR)
    clerk = shops(url=server.url, clock=clock)
    settle(clerk)
    clock.move(HOUR)
    return clerk


def open_credit(clerk: Clerk) -> None:
    clerk.press(F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_B, modifier=CONTROL)
    settle(clerk)


def notes(clerk: Clerk) -> list[CreditNote]:
    ledger: Any = ledger_of(clerk.app)
    now = clerk.app.session._clock.now()
    found = ledger.credit_of(Environment.TEST).notes(now - 48 * HOUR, now + HOUR)
    return list(found)


def kinds(clerk: Clerk) -> list[tuple[CreditNoteKind, int]]:
    return [
        (note.kind, note.amount.paisa // 100)
        for note in notes(clerk)
        if note.kind is not CreditNoteKind.READING
    ]


def top_up(server: SandboxServer, rupees: int) -> None:
    """The service's credit grows, and nobody here knows why."""
    records = server.service._records
    records.refill(records.credit + rupees)


def answer_dialog(clerk: Clerk, name: str, typed: str = "", times: int = 1) -> None:
    """Type into a dialog, and Enter up to its button, which is pressed so many times."""
    found = clerk.app.window.findChild(QDialog, name)
    assert found is not None
    if typed:
        QTest.keyClicks(found.focusWidget(), typed)
    QTest.keyClick(found.focusWidget(), ENTER)
    button = found.focusWidget()
    assert isinstance(button, QPushButton)
    for _ in range(times):
        QTest.keyClick(button, ENTER)
    clerk.app.window.activateWindow()
    settle(clerk)


def paths(server: SandboxServer) -> list[str]:
    return [heard.path for heard in server.service.heard]


def test_a_day_of_payments_shows_no_difference_and_its_readings_name_the_environment(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "online_renew")
    clock.move(HOUR)
    open_credit(clerk)
    assert clerk.says("credit.gap") == "No difference"
    assert not clerk.find("credit.causes").isVisible()
    # It is not the shop's real money.
    for name, words in (
        ("opening", "Opening balance · TEST"),
        ("closing", "Balance at the service · TEST"),
    ):
        figure = clerk.find(f"dayclose.credit.{name}")
        assert figure.accessibleName().startswith(f"{words}: ")
        assert words in clerk.texts()
    rows = clerk.find("credit.notes").rows
    assert {row.cell(0).text for row in rows} == {"Reading · TEST"}
    clerk.press(ESC)
    settle(clerk)
    assert clerk.find("dayclose.next").isVisible()


def test_readings_of_live_are_not_marked(
    shops: OpenShop, server: SandboxServer, clock: HandClock
) -> None:
    clerk = shops(connection=Connection(Environment.LIVE, server.url), clock=clock)
    settle(clerk)
    clock.move(HOUR)
    open_credit(clerk)
    assert "Opening balance" in clerk.texts()
    assert {row.cell(0).text for row in clerk.find("credit.notes").rows} == {"Reading"}


def test_what_waits_is_named_and_opened_by_enter_and_by_the_mouse(
    clerk: Clerk, clock: HandClock
) -> None:
    pay(clerk, "online_renew", "practice_waiting")
    clock.move(HOUR)
    open_credit(clerk)
    assert clerk.says("credit.gap") == "Rs. 3,220.00 less than expected"
    causes = clerk.find("credit.causes")
    assert causes.rows[0].cells[1] == "000002"
    assert "Keep the cash" in clerk.says("credit.advice")
    causes.setFocus()
    clerk.press(ENTER)
    settle(clerk)
    assert clerk.app.window.main_view.current() == "payments"  # type: ignore[union-attr]
    assert "Practice: waiting, then paid" in clerk.texts()
    clerk.click("nav.dayclose")
    settle(clerk)
    clerk.click("dayclose.credit")
    settle(clerk)
    clerk.click("credit.open")
    settle(clerk)
    assert clerk.app.window.main_view.current() == "payments"  # type: ignore[union-attr]


def test_a_top_up_is_noted_by_keys_and_taken_back(
    clerk: Clerk, server: SandboxServer, clock: HandClock
) -> None:
    top_up(server, 25_000)
    open_credit(clerk)
    assert clerk.says("credit.gap") == "Rs. 25,000.00 more than expected"
    clerk.press(Qt.Key.Key_T, modifier=CONTROL)
    # The amount of the gap stands there already, and gives way to what is typed.
    assert clerk.find("creditnote.amount").text() == "25,000.00"
    assert clerk.find("creditnote.amount").selectedText() == "25,000.00"
    answer_dialog(clerk, "credit.note")
    assert kinds(clerk) == [(CreditNoteKind.TOP_UP, 25_000)]
    clock.move(HOUR)
    clerk.press(F5)
    settle(clerk)
    assert clerk.says("credit.gap") == "No difference"
    table = clerk.find("credit.notes")
    row = next(r for r in table.rows if r.cell(0).text == "Top-up")
    table.choose(row.id)
    clerk.click("credit.takeback")
    settle(clerk)
    assert kinds(clerk)[-1] == (CreditNoteKind.TOP_UP, -25_000)


def test_more_is_asked_for_once_and_the_words_promise_nothing(
    clerk: Clerk, server: SandboxServer
) -> None:
    open_credit(clerk)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    answer_dialog(clerk, "credit.request", "50000", times=2)
    assert paths(server).count("/api/public/creditrequest/") == 1
    said = clerk.says("credit.said")
    assert "Rs. 50,000.00 asked for." in said
    assert "nothing is added yet" in said
    assert kinds(clerk) == [(CreditNoteKind.REQUESTED, 50_000), (CreditNoteKind.REQUESTED, 0)]


@pytest.mark.usefixtures("impatient")
def test_a_request_that_could_not_be_noted_first_was_not_sent(
    clerk: Clerk, server: SandboxServer, record_file: Path
) -> None:
    open_credit(clerk)
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    with locked(record_file):
        answer_dialog(clerk, "credit.request", "50000")
    assert clerk.says("credit.said").startswith("The service was not asked. ")
    assert "/api/public/creditrequest/" not in paths(server)


def test_a_request_without_an_answer_is_not_called_one_that_did_not_arrive(
    clerk: Clerk, server: SandboxServer
) -> None:
    def dropped(_method: str, path: str, _body: bytes, answer: Callable[[], Reply]) -> Reply:
        reply = answer()
        is_request = path == "/api/public/creditrequest/"
        return Reply(0, failure=Failure.DROPPED) if is_request else reply

    open_credit(clerk)
    server.service.interpose = dropped
    clerk.press(Qt.Key.Key_R, modifier=CONTROL)
    answer_dialog(clerk, "credit.request", "50000")
    assert "may have arrived" in clerk.says("credit.said")
    assert paths(server).count("/api/public/creditrequest/") == 1


def test_the_balance_that_was_just_told_is_not_asked_for_again(
    clerk: Clerk, server: SandboxServer, clock: HandClock
) -> None:
    pay_with_keys(clerk, "online_renew")
    before = paths(server).count("/api/balance")
    open_credit(clerk)
    assert paths(server).count("/api/balance") == before
    clock.move(HOUR)
    clerk.press(ESC)
    open_credit(clerk)
    assert paths(server).count("/api/balance") == before + 1


def test_offline_it_is_compared_up_to_the_last_reading(
    clerk: Clerk, server: SandboxServer, clock: HandClock
) -> None:
    pay(clerk, "online_renew")
    clock.move(HOUR)
    server.service.interpose = lambda *_: Reply(0, failure=Failure.UNREACHABLE)
    open_credit(clerk)
    assert "compared up to the last reading" in clerk.says("credit.state")


def test_a_reading_is_kept_once_a_day_and_where_a_shift_begins_and_ends(
    clerk: Clerk, clock: HandClock
) -> None:
    def readings() -> list[Money]:
        return [n.amount for n in notes(clerk) if n.kind is CreditNoteKind.READING]

    assert len(readings()) == 1
    pay(clerk, "online_renew")
    settle(clerk)
    assert len(readings()) == 1
    clerk.press(F6)
    settle(clerk)
    clerk.press(Qt.Key.Key_Return, modifier=CONTROL)  # the opening cash of the open shift
    settle(clerk)
    clerk.press(Qt.Key.Key_Return, modifier=CONTROL)
    settle(clerk)
    assert len(readings()) == 2
    clock.move(HOUR)
    clerk.press(Qt.Key.Key_Return, modifier=CONTROL)
    settle(clerk)
    clerk.type("100")
    for _ in range(9):
        clerk.press(ENTER)
    clerk.type("counted")
    clerk.press(Qt.Key.Key_Return, modifier=CONTROL)
    settle(clerk)
    assert len(readings()) == 3
    assert readings()[0] > readings()[-1]


def test_a_day_before_is_reached_by_its_key(clerk: Clerk, clock: HandClock) -> None:
    pay(clerk, "online_renew")
    clock.move(24 * HOUR)
    clerk.press(F2)
    clerk.app.session.refresh_balance()
    settle(clerk)
    open_credit(clerk)
    assert "nothing to compare yet" in clerk.says("credit.state")
    clerk.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    settle(clerk)
    assert clerk.says("dayclose.credit.paid") == "−4,915.00"
    assert clerk.says("credit.gap") == "No difference"


def test_a_balance_that_will_not_last_the_day_is_told_with_its_time(
    clerk: Clerk, server: SandboxServer, clock: HandClock
) -> None:
    def pay_at_ten() -> None:
        clerk.press(F2)
        pay(clerk, "online_renew")

    pay_at_ten()
    clock.move(7 * 24 * HOUR)
    clerk.app.session.refresh_balance()
    pay_at_ten()
    assert not clerk.find("top.balance_note").isVisible()
    clock.move(7 * 24 * HOUR - HOUR)
    server.service._records.refill(4_000)  # type: ignore[arg-type]
    clerk.app.session.refresh_balance()
    settle(clerk)
    assert clerk.says("top.balance_note") == "until 10:15 AM"
    assert "lasts until about 10:15 AM" in clerk.find("top.balance_note").toolTip()
    clerk.press(Qt.Key.Key_F6)
    settle(clerk)
    assert clerk.says("dayclose.lasts") == "10:15 AM"
    server.service._records.refill(40_000)  # type: ignore[arg-type]
    clerk.app.session.refresh_balance()
    settle(clerk)
    assert not clerk.find("top.balance_note").isVisible()
    assert not clerk.find("dayclose.lasts").isVisible()
