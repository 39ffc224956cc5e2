"""A line that takes requests and never answers holds up only what needs the line."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.ui.payments.payments_page import PaymentsPage
from desktop_app.ui.runtime.tasks import Tasks
from tests.clerk import ENTER, ESC, Clerk, ledger_of
from tests.gui.hanging_kit import ONE, HangingService, hang_a_check, pay_one_that_waits
from tests.gui.tasks_kit import KINDS, Gate, Listener, Named, start, until
from tests.servers import ScriptedServer, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes import HandClock
    from tests.gui.conftest import OpenShop

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def service() -> HangingService:
    return HangingService()


@pytest.fixture
def line(service: HangingService) -> Iterator[ScriptedServer]:
    with ScriptedServer(service) as running:
        yield running


@pytest.fixture
def shop(shops: OpenShop, line: ScriptedServer, clock: HandClock) -> Clerk:
    return shops(url=line.url, clock=clock)


def open_payments(shop: Clerk) -> None:
    """F3, until the day's payments are there."""
    shop.press(Qt.Key.Key_F3)
    assert shop.app.window.main_view is not None
    page = shop.app.window.main_view.current_page
    assert isinstance(page, PaymentsPage)
    shop.wait(lambda: page._seen is not None)


def test_cash_in_waiting_is_recorded_as_returned_while_a_look_up_hangs(
    shop: Clerk, service: HangingService, clock: HandClock
) -> None:
    pay_one_that_waits(shop)
    shop.has_paid("practice_not_paid", at_result=True)
    hang_a_check(shop, service, clock)
    shop.press(Qt.Key.Key_F4)
    shop.wait(lambda: shop.app.window.findChild(QWidget, "waiting.card.2") is not None)
    shop.press(Qt.Key.Key_Down)
    shop.press(Qt.Key.Key_R, modifier=CONTROL)
    shop.wait(lambda: ledger_of(shop.app).cash_to_return() == ())
    assert len(service.hung) == 1


def test_cancelled_look_ups_do_not_hold_up_the_rest(
    shop: Clerk, service: HangingService, line: ScriptedServer
) -> None:
    service.hangs = ("/details/",)
    shop.press(ONE, ENTER)
    shop.until_idle()
    shop.type("online_renew")
    for count in range(1, 7):
        shop.press(ENTER)
        shop.wait(lambda: len(service.hung) == count)  # noqa: B023 - called within the loop
        shop.press(ESC)
    # All were given up, so nothing is awaited, and their connections are closed.
    assert shop.app.tasks.is_idle
    service.hangs = ()
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    wait_until(lambda: len(line._open) <= 2)


def test_local_places_open_while_the_line_hangs(shop: Clerk, service: HangingService) -> None:
    service.hangs = ("/balance", "/details/")
    shop.press(Qt.Key.Key_F5)
    shop.press(ONE, ENTER)
    shop.type("online_renew")
    shop.press(ENTER)
    shop.wait(lambda: len(service.hung) == 2)
    open_payments(shop)
    assert len(service.hung) == 2


def test_a_balance_pressed_for_many_times_is_asked_for_once(
    shop: Clerk, service: HangingService
) -> None:
    service.hangs = ("/balance",)
    for _ in range(8):
        shop.press(Qt.Key.Key_F5)
    shop.click("top.refresh")
    shop.wait(lambda: len(service.hung) == 1)
    open_payments(shop)
    assert service.hung == ["/api/balance"]
    assert shop.app.session.is_asking_balance


def test_cash_is_recorded_as_returned_while_a_look_up_hangs(
    shop: Clerk, service: HangingService, clock: HandClock
) -> None:
    pay_one_that_waits(shop)
    shop.has_paid("practice_not_paid", at_result=True)
    assert shop.says("result.state") == "NOT PAID"
    hang_a_check(shop, service, clock)
    shop.press(Qt.Key.Key_R, modifier=CONTROL)
    assert shop.says("result.hint") == "Recording…"
    shop.wait(lambda: shop.says("result.state") == "CASH RETURNED")
    assert len(service.hung) == 1


def test_a_payment_is_made_while_a_look_up_hangs(
    shop: Clerk, service: HangingService, clock: HandClock
) -> None:
    pay_one_that_waits(shop)
    hang_a_check(shop, service, clock)
    shop.press(ONE, ENTER)
    shop.type("online_renew")
    shop.press(ENTER)
    shop.wait(lambda: shop.stands_at(Step.CHOICE))
    shop.press(ONE, ENTER)
    shop.wait(lambda: shop.stands_at(Step.CONFIRM))
    shop.press(Qt.Key.Key_F8)
    shop.wait(lambda: shop.find("confirm.pay").isEnabled())
    shop.press(ENTER, ENTER)
    shop.wait(lambda: shop.stands_at(Step.RESULT))
    assert shop.says("result.state") == "PAID"
    assert len(service.hung) == 1


# --- the workers themselves -------------------------------------------------------------------


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    made.begin()
    yield made
    made.close()


def _nothing(*_: object) -> None:
    pass


@pytest.mark.parametrize("blocked", KINDS)
def test_no_kind_of_job_waits_for_another_kind(tasks: Tasks, blocked: str) -> None:
    gates, listener = [Gate() for _ in range(3)], Listener()
    for gate in gates:
        start(tasks, blocked, gate, listener)
    gates[0].entered.wait(10)
    # Payments and what must not run beside one share the money worker.
    same = {"pay", "money"} if blocked in ("pay", "money") else {blocked}
    others = set(KINDS) - same
    heard = {kind: Listener() for kind in others}
    for kind in others:
        start(tasks, kind, _nothing, heard[kind])
    until(lambda: all(one.heard for one in heard.values()))
    for gate in gates:
        gate.open()


def test_a_call_that_is_dropped_makes_room_at_once(tasks: Tasks) -> None:
    gates, listener = [Gate() for _ in range(12)], Listener()
    for gate in gates:
        number = tasks.call(gate, listener.take)
        assert gate.entered.wait(10)
        tasks.cancel(number)
    tasks.call(Named(lambda: 7), listener.take)
    until(lambda: listener.values == [7])
    for gate in gates:
        gate.open()


def test_a_read_that_is_dropped_before_its_turn_is_not_made(tasks: Tasks) -> None:
    gates, listener = [Gate() for _ in range(3)], Listener()
    for gate in gates:
        tasks.read(gate, Listener().take)
    made: list[int] = []
    for number in range(20):
        tasks.cancel(tasks.read(Named(partial(made.append, number)), listener.take))
    tasks.read(Named(_nothing), listener.take)
    for gate in gates:
        gate.open()
    until(lambda: bool(listener.heard))
    assert made == []


@pytest.mark.parametrize("kind", ["pay", "money"])
def test_what_moves_money_is_done_though_nobody_waits_for_it(tasks: Tasks, kind: str) -> None:
    gate, made, listener = Gate(), threading.Event(), Listener()
    start(tasks, kind, gate, listener)
    tasks.cancel(start(tasks, kind, lambda *_: made.set(), listener))
    gate.open()
    assert made.wait(10)
