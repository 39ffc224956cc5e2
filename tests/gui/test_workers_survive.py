"""No job ends its worker, whatever it raises; a payment that was under way is told truthfully."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import httpx
import pytest
from PySide6.QtCore import Qt

from desktop_app.core.errors import Problem
from desktop_app.core.inquiry_flow import Step
from desktop_app.core.payments.payment import PaymentState
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.ui.runtime.tasks import Tasks
from tests.clerk import ENTER, TEST_TOKEN, Clerk, ledger_of
from tests.gui.tasks_kit import KINDS, Listener, Named, start, until
from tests.sampling import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gui.conftest import OpenShop

ONE = Qt.Key.Key_1


class Panic(BaseException):
    """How an extension written in Rust ends: no ``Exception``."""


ENDS = (SystemExit, KeyboardInterrupt, GeneratorExit, Panic, MemoryError)


class ExitingTransport(httpx.BaseTransport):
    """The practice service, whose line ends the thread that asks for some paths."""

    def __init__(self) -> None:
        self._practice = PracticeTransport(PracticeService(token=TEST_TOKEN))
        self.end: type[BaseException] = SystemExit
        self.exits_at = ""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.exits_at and self.exits_at in request.url.path:
            raise self.end
        return self._practice.handle_request(request)


@pytest.fixture
def line() -> ExitingTransport:
    return ExitingTransport()


@pytest.fixture
def shop(shops: OpenShop, line: ExitingTransport) -> Clerk:
    return shops(url="http://127.0.0.1:9", transport=line)


def pay_the_next(shop: Clerk) -> None:
    """The next customer pays with the same workers."""
    shop.press(ENTER)
    shop.until_idle()
    shop.pay(ONE, "rambdr_thapa", ONE, "20000")
    assert shop.says("result.state") == "PAID"


@pytest.mark.parametrize("end", some(ENDS, 2))
def test_a_payment_whose_call_ends_its_thread_waits_and_the_next_one_is_paid(
    shop: Clerk, line: ExitingTransport, end: type[BaseException]
) -> None:
    line.end, line.exits_at = end, "/commit/"
    shop.pay(ONE, "online_renew", ONE, "20000")
    assert shop.says("result.state") == "WAITING"
    line.exits_at = ""
    payment = ledger_of(shop.app).payment(1)
    assert payment is not None
    assert payment.state in (PaymentState.SENDING, PaymentState.WAITING)
    pay_the_next(shop)


def test_a_refused_payment_whose_look_up_ends_its_thread_waits(
    shop: Clerk, line: ExitingTransport
) -> None:
    line.exits_at = "/status/"
    shop.pay(ONE, "practice_not_paid", ONE, "20000")
    assert shop.says("result.state") == "WAITING"
    line.exits_at = ""
    pay_the_next(shop)


def test_a_look_up_that_ends_its_thread_is_answered_and_the_next_is_made(
    shop: Clerk, line: ExitingTransport, caplog: pytest.LogCaptureFixture
) -> None:
    line.exits_at = "/details/"
    shop.press(ONE, ENTER)
    shop.until_idle()
    shop.type("online_renew")
    shop.press(ENTER)
    shop.until_idle()
    assert shop.app.window.flow.lookup_error is not None
    assert shop.app.window.flow.lookup_error.problem is Problem.UNEXPECTED
    assert "a job failed unexpectedly" in caplog.text
    line.exits_at = ""
    shop.press(ENTER)
    shop.until_step(Step.CHOICE)


# --- the workers themselves -------------------------------------------------------------------


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    made.begin()
    yield made
    made.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_job_of_any_kind_that_ends_its_thread_is_answered_and_others_run(
    tasks: Tasks, kind: str
) -> None:
    for end in ENDS:
        assert_survives(tasks, kind, end)


def assert_survives(tasks: Tasks, kind: str, end: type[BaseException]) -> None:
    listener = Listener()

    def job(*_: object) -> None:
        raise end

    for _ in range(5):
        start(tasks, kind, job, listener)
    until(lambda: len(listener.heard) == 5)
    problems = {done.error.problem for done in listener.heard if done.error is not None}
    assert problems == {Problem.UNEXPECTED}, end
    start(tasks, kind, lambda *_: 7, listener)
    until(lambda: listener.values[-1:] == [7])


def test_a_call_that_the_system_has_no_thread_for_is_answered(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_thread(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    listener = Listener()
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", no_thread)
        for _ in range(9):
            tasks.call(Named(lambda: 1), listener.take)
    until(lambda: len(listener.heard) == 9)
    assert listener.values == [None] * 9
    tasks.call(Named(lambda: 7), listener.take)
    until(lambda: listener.values[-1:] == [7])
