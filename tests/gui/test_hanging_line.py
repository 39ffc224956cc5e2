"""A line that takes requests and never answers holds up only what needs the line."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.core.inquiry_flow import Step
from desktop_app.sandbox.practice import PracticeService
from desktop_app.ui.payments.payments_page import PaymentsPage
from desktop_app.ui.runtime.tasks import Result, Tasks
from tests.clerk import ENTER, ESC, TEST_TOKEN, Clerk
from tests.fakes import HandClock
from tests.gui.conftest import OpenShop
from tests.servers import Ending, Received, Reply, ScriptedServer, raw, wait_until

ONE = Qt.Key.Key_1
CONTROL = Qt.KeyboardModifier.ControlModifier


class HangingService:
    """The practice service, whose answers to some paths never come."""

    def __init__(self) -> None:
        self.practice = PracticeService(token=TEST_TOKEN)
        self.hangs: tuple[str, ...] = ()
        self.hung: list[str] = []

    def __call__(self, request: Received) -> Reply:
        if any(part in request.path for part in self.hangs):
            self.hung.append(request.path)
            return Reply(ending=Ending.HANG)
        reply = self.practice.handle(request.method, request.path, request.body)
        return raw(reply.status, reply.body)


@pytest.fixture
def service() -> HangingService:
    return HangingService()


@pytest.fixture
def line(service: HangingService) -> Iterator[ScriptedServer]:
    with ScriptedServer(service) as running:
        yield running


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def shop(shops: OpenShop, line: ScriptedServer, clock: HandClock) -> Clerk:
    return shops(url=line.url, clock=clock)


def pay_one_that_waits(shop: Clerk) -> None:
    shop.pay(ONE, "practice_waiting", ONE, "20000")
    shop.press(ENTER)
    shop.until_idle()


def hang_a_check(shop: Clerk, service: HangingService, clock: HandClock) -> None:
    """The look-up of the waiting payment that is made by itself gets no answer."""
    service.hangs = ("/status/",)
    clock.move(timedelta(minutes=7))
    shop.app.window.follow_up.look()
    wait_until(lambda: len(service.hung) == 1)


def open_payments(shop: Clerk) -> None:
    """F3, until the day's payments are there."""
    shop.press(Qt.Key.Key_F3)
    assert shop.app.window.places is not None
    page = shop.app.window.places.current_page
    assert isinstance(page, PaymentsPage)
    shop.wait(lambda: page._day is not None)


def test_cash_in_waiting_is_recorded_as_returned_while_a_look_up_hangs(
    shop: Clerk, service: HangingService, clock: HandClock
) -> None:
    pay_one_that_waits(shop)
    shop.pay(ONE, "practice_not_paid", ONE, "20000")
    hang_a_check(shop, service, clock)
    shop.press(Qt.Key.Key_F4)
    shop.wait(lambda: shop.app.window.findChild(QWidget, "waiting.card.2") is not None)
    shop.press(Qt.Key.Key_Down)
    shop.press(Qt.Key.Key_R, modifier=CONTROL)
    shop.wait(lambda: shop.app.backend.ledger().cash_to_return() == ())
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
    shop.pay(ONE, "practice_not_paid", ONE, "20000")
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
    yield made
    made.close()


class Gate:
    """A job that waits until it is let through."""

    def __init__(self) -> None:
        self.entered, self._open = threading.Event(), threading.Event()

    def __call__(self, *_: object) -> None:
        self.entered.set()
        self._open.wait(10)

    def open(self) -> None:
        self._open.set()


def _nothing(*_: object) -> None:
    pass


def _hear(heard: list[str], kind: str, _done: object) -> None:
    heard.append(kind)


def until(condition: Callable[[], bool]) -> None:
    """Let callbacks come, until something is true."""

    def true() -> bool:
        QTest.qWait(1)
        return condition()

    wait_until(true)


@pytest.mark.parametrize("blocked", ["money", "check", "record", "paper", "read", "call"])
def test_no_kind_of_job_waits_for_another_kind(tasks: Tasks, blocked: str) -> None:
    gates = [Gate() for _ in range(3)]
    for gate in gates:
        getattr(tasks, blocked)(gate, lambda done: None)
    gates[0].entered.wait(10)
    heard: list[str] = []
    others = {"money", "check", "record", "paper", "read", "call"} - {blocked}
    for kind in others:
        getattr(tasks, kind)(_nothing, partial(_hear, heard, kind))
    until(lambda: set(heard) == others)
    for gate in gates:
        gate.open()


def test_a_call_that_is_dropped_makes_room_at_once(tasks: Tasks) -> None:
    gates = [Gate() for _ in range(12)]
    for gate in gates:
        number = tasks.call(gate, lambda done: None)
        assert gate.entered.wait(10)
        tasks.cancel(number)
    heard: list[Result[int]] = []
    tasks.call(lambda: 7, heard.append)
    until(lambda: [done.value for done in heard] == [7])
    for gate in gates:
        gate.open()


def test_a_read_that_is_dropped_before_its_turn_is_not_made(tasks: Tasks) -> None:
    gates = [Gate() for _ in range(3)]
    for gate in gates:
        tasks.read(gate, lambda done: None)
    made: list[int] = []
    for number in range(20):
        tasks.cancel(tasks.read(partial(made.append, number), lambda done: None))
    heard: list[object] = []
    tasks.read(lambda: None, heard.append)
    for gate in gates:
        gate.open()
    until(lambda: bool(heard))
    assert made == []


def test_a_payment_that_is_dropped_is_made_all_the_same(tasks: Tasks) -> None:
    gate, made = Gate(), threading.Event()
    tasks.money(gate, lambda done: None)
    tasks.cancel(tasks.money(lambda say: made.set(), lambda done: None))
    gate.open()
    assert made.wait(10)


def test_closing_waits_for_records_and_payments_and_for_no_call(qapp: object) -> None:
    tasks, stuck, done = Tasks(), Gate(), []
    tasks.call(stuck, lambda _: None)
    tasks.check(stuck, lambda _: None)
    stuck.entered.wait(10)
    tasks.money(lambda say: done.append("money"), lambda _: None)
    tasks.record(lambda: done.append("record"), lambda _: None)
    tasks.close()
    assert sorted(done) == ["money", "record"]
    stuck.open()
