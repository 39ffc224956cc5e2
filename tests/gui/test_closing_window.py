"""Closing waits for a payment that is being sent, and for no look-up: that is made again later."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app import app as app_module
from desktop_app.app import MAX_SECONDS_FOR_FILES
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.installer import close_program
from desktop_app.instance import claim
from desktop_app.ui.runtime import tasks as tasks_module
from desktop_app.ui.runtime.tasks import (
    MAX_SECONDS_FOR_READS,
    MAX_SECONDS_FOR_RECORDS,
    Tasks,
)
from tests.clerk import ENTER, Clerk, ledger_of
from tests.fakes import HandClock, paid_payment
from tests.gui.hanging_kit import ONE, HangingService, hang_a_check, pay_one_that_waits
from tests.gui.tasks_kit import Gate, Listener, Named, start
from tests.servers import ScriptedServer, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.gui.conftest import OpenShop


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


def press_pay(shop: Clerk, account_id: str) -> None:
    """From the start page to Pay, and no further."""
    shop.press(ONE, ENTER)
    shop.type(account_id)
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)
    shop.press(ONE, ENTER)
    shop.until_step(Step.CONFIRM)
    shop.press(Qt.Key.Key_F8)
    shop.press(ENTER, ENTER)


def kinds(shop: Clerk) -> list[EventKind]:
    return [event.kind for event in ledger_of(shop.app).events(1)]


def hang_after_a_refusal(shop: Clerk, service: HangingService) -> None:
    """The service has refused a payment, and the look-up that follows gets no answer."""
    service.hangs = ("/status/",)
    press_pay(shop, "practice_not_paid")
    shop.wait(lambda: len(service.hung) == 1)


def test_the_window_stays_while_a_payment_is_sent(shop: Clerk, service: HangingService) -> None:
    service.hangs = ("/commit/",)
    press_pay(shop, "online_renew")
    shop.wait(lambda: len(service.hung) == 1)
    assert not shop.app.window.close()
    assert shop.app.window.isVisible()


def test_the_window_closes_while_an_answered_payment_is_looked_up(
    shops: OpenShop, shop: Clerk, service: HangingService, line: ScriptedServer, clock: HandClock
) -> None:
    hang_after_a_refusal(shop, service)
    shop.wait(lambda: shop.app.window.flow.is_answered)
    assert shop.app.window.close()
    shop.app.close()
    assert len(service.hung) == 1, "it was never answered"
    service.hangs = ()
    again = shops(url=line.url, clock=clock)
    # Nothing came of the look-up, so it is made at once and not minutes later.
    again.wait(lambda: len(kinds(again)) == 4)
    expected = [EventKind.RECORDED, EventKind.SENT, EventKind.ANSWERED, EventKind.LOOKED_UP]
    assert kinds(again) == expected
    payment = ledger_of(again.app).payment(1)
    assert payment is not None
    assert payment.state is PaymentState.NOT_PAID


@pytest.mark.parametrize("waiting", [1, 2])
def test_a_look_up_that_closing_cuts_off_leaves_no_trace(
    shops: OpenShop,
    shop: Clerk,
    service: HangingService,
    line: ScriptedServer,
    clock: HandClock,
    waiting: int,
) -> None:
    pay_one_that_waits(shop)
    if waiting == 2:
        shop.has_paid("practice_waiting_long")
    hang_a_check(shop, service, clock)
    assert ("bulk" in service.hung[0]) is (waiting == 2)
    before = kinds(shop)
    shop.app.close()
    again = shops(url=line.url, clock=clock, before=lambda _: None)
    again.wait(lambda: len(service.hung) == 2)
    assert kinds(again) == before
    assert service.hung[1].startswith(service.hung[0].partition("?")[0][:20])


# --- the workers ------------------------------------------------------------------------------


def test_closing_waits_for_payments_and_records_and_for_nothing_that_reads(qapp: object) -> None:
    tasks, listener = Tasks(), Listener()
    tasks.begin()
    stuck = {kind: Gate() for kind in ("check", "read", "call", "maintain")}
    done: list[str] = []
    for kind, gate in stuck.items():
        start(tasks, kind, gate, listener)
        assert gate.entered.wait(10)
    for kind in ("pay", "money", "record", "paper", "keyring"):
        start(tasks, kind, lambda *_, kind=kind: done.append(kind), listener)
    tasks.close()
    assert sorted(done) == ["keyring", "money", "paper", "pay", "record"]
    for gate in stuck.values():
        gate.open()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing waits for little of what may be waited for."""
    for name in ("MAX_SECONDS_FOR_RECORDS", "MAX_SECONDS_FOR_READS"):
        monkeypatch.setattr(tasks_module, name, 0.1)
    monkeypatch.setattr(app_module, "MAX_SECONDS_FOR_FILES", 0.1)


def test_closing_waits_for_a_payment_as_long_as_it_takes(qapp: object, hasty: None) -> None:
    tasks, listener, sent, closed = Tasks(), Listener(), Gate(), threading.Event()
    tasks.begin()
    start(tasks, "pay", sent, listener)
    assert sent.entered.wait(10)

    def close() -> None:
        tasks.close()
        closed.set()

    closing = threading.Thread(target=close)
    closing.start()
    assert not closed.wait(1)
    sent.open()
    assert closed.wait(10)
    closing.join()


def test_closing_waits_for_no_look_up_of_a_payment_that_was_answered(
    qapp: object, hasty: None
) -> None:
    tasks, listener, looks_up = Tasks(), Listener(), Gate(seconds=600)
    tasks.begin()

    def pay(report: Callable[[object], None]) -> None:
        report(paid_payment(PaymentState.WAITING))
        looks_up()

    tasks.pay(Named(pay), listener.take, listener.note)
    assert looks_up.entered.wait(10)
    tasks.close()
    assert not looks_up.is_through
    looks_up.open()


@pytest.mark.parametrize("kind", ["money", "record", "paper", "keyring"])
def test_what_is_written_and_hangs_is_left_behind(qapp: object, hasty: None, kind: str) -> None:
    tasks, gate = Tasks(), Gate(seconds=600)
    tasks.begin()
    start(tasks, kind, gate, Listener())
    assert gate.entered.wait(10)
    tasks.close()
    assert not gate.is_through
    gate.open()


def test_files_that_hang_do_not_keep_the_program_from_ending(
    shop: Clerk, hasty: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(seconds=600)
    close = shop.app.use_cases.environments.close
    monkeypatch.setattr(shop.app.use_cases.environments, "close", gate)
    shop.app.close()
    assert gate.entered.is_set()
    assert not gate.is_through
    gate.open()
    wait_until(lambda: gate.is_through)
    close()


def test_another_start_and_the_installer_are_more_patient_than_closing_takes() -> None:
    longest = MAX_SECONDS_FOR_RECORDS + MAX_SECONDS_FOR_READS + MAX_SECONDS_FOR_FILES
    assert longest < claim.PATIENCE_SECONDS - 5
    assert longest < close_program.PATIENCE_SECONDS - 5
