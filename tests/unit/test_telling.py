"""Others see that a payment is being sent, and none of them can stop or break it (rule 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.core.errors import AlreadyOpen, BhuktaniError, LedgerError, Problem
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import Event, Payment, PaymentOrder, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from tests.fakes import HandClock, OneService, ScriptedService, pay_request

if TYPE_CHECKING:
    from types import TracebackType

    from desktop_app.core.billing.dialogue import Call
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

SUCCESS = ServiceResponse(200, {"status": True, "state": "Success", "id": 5033})
NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)


class Board:
    """``sending`` that notes in which states the payments were when it began and ended."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger
        self.is_up = False
        self.seen: list[list[PaymentState]] = []

    def __call__(self) -> Board:
        return self

    def __enter__(self) -> None:
        self._note(True)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._note(False)

    def _note(self, up: bool) -> None:
        self.is_up = up
        payment = self._ledger.payment(1)
        self.seen.append([] if payment is None else [payment.state])


class BrokenBoard(Board):
    """Fails at one of its ends, after the note."""

    def __init__(
        self, ledger: SqliteLedger, *, when: bool, end: type[BaseException] = OSError
    ) -> None:
        super().__init__(ledger)
        self._when, self._end = when, end

    def _note(self, up: bool) -> None:
        super()._note(up)
        if up is self._when:
            raise self._end("no board")


class NoBoard(Board):
    """Cannot even be made."""

    def __call__(self) -> Board:
        raise OSError("no board at all")


class BreakingService(ScriptedService):
    """Breaks in a way that nobody has thought of."""

    def commit(self, call: Call, reference: str) -> ServiceResponse:
        raise RuntimeError("a bug")


class FullLedger:
    """A ledger that takes no payment."""

    def __init__(self, ledger: SqliteLedger) -> None:
        self._ledger = ledger

    def __getattr__(self, name: str) -> object:
        return getattr(self._ledger, name)

    def add(self, order: PaymentOrder, event: Event) -> Payment:
        raise LedgerError(Problem.DISK_FULL)


@pytest.mark.parametrize(
    ("answer", "state"), [(SUCCESS, PaymentState.PAID), (NO_ANSWER, PaymentState.WAITING)]
)
def test_it_is_told_from_before_the_record_until_it_is_settled(
    ledger: SqliteLedger, clock: HandClock, answer: ServiceResponse, state: PaymentState
) -> None:
    board = Board(ledger)
    during: list[bool] = []
    service = ScriptedService(commits=[answer], at_commit=lambda _: during.append(board.is_up))
    desk = PaymentDesk(OneService(service), ledger, clock, board)
    assert desk.pay(pay_request(clock)).payment.state is state
    assert during == [True]
    assert board.seen == [[], [state]]


def test_it_is_over_when_the_payment_breaks(ledger: SqliteLedger, clock: HandClock) -> None:
    board = Board(ledger)
    desk = PaymentDesk(OneService(BreakingService()), ledger, clock, board)
    assert desk.pay(pay_request(clock)).problem is Problem.UNEXPECTED
    assert not board.is_up
    assert len(board.seen) == 2


def test_it_is_over_when_nothing_could_be_recorded(ledger: SqliteLedger, clock: HandClock) -> None:
    board = Board(ledger)
    full = FullLedger(ledger)
    desk = PaymentDesk(OneService(ScriptedService()), full, clock, board)  # type: ignore[arg-type]
    with pytest.raises(LedgerError):
        desk.pay(pay_request(clock))
    assert board.seen == [[], []]


def test_what_is_refused_is_never_told(ledger: SqliteLedger, clock: HandClock) -> None:
    board = Board(ledger)
    service = ScriptedService(commits=[NO_ANSWER])
    desk = PaymentDesk(OneService(service), ledger, clock, board)
    desk.pay(pay_request(clock))
    board.seen.clear()
    with pytest.raises(AlreadyOpen):
        desk.pay(pay_request(clock))
    assert board.seen == []


@pytest.mark.parametrize("way", ["not made", "not begun", "not ended"])
def test_a_payment_goes_on_when_it_cannot_be_told(
    ledger: SqliteLedger, clock: HandClock, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    board = NoBoard(ledger) if way == "not made" else BrokenBoard(ledger, when=way == "not begun")
    service = ScriptedService(commits=[SUCCESS])
    outcome = PaymentDesk(OneService(service), ledger, clock, board).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.PAID
    assert outcome.problem is None
    assert "nobody is told" in caplog.text


@pytest.mark.parametrize("when", [True, False])
@pytest.mark.parametrize("end", [SystemExit, KeyboardInterrupt])
def test_a_telling_that_ends_its_thread_ends_no_payment(
    ledger: SqliteLedger, clock: HandClock, when: bool, end: type[BaseException]
) -> None:
    board = BrokenBoard(ledger, when=when, end=end)
    service = ScriptedService(commits=[SUCCESS])
    outcome = PaymentDesk(OneService(service), ledger, clock, board).pay(pay_request(clock))
    assert outcome.payment.state is PaymentState.PAID


def test_a_listener_that_ends_its_thread_ends_no_payment(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    def leave(_: Payment) -> None:
        raise SystemExit

    service = ScriptedService(commits=[SUCCESS])
    outcome = PaymentDesk(OneService(service), ledger, clock).pay(pay_request(clock), leave)
    assert outcome.payment.state is PaymentState.PAID
    assert outcome.problem is None


def test_a_telling_that_breaks_does_not_hide_what_went_wrong(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    board = BrokenBoard(ledger, when=False)
    full = FullLedger(ledger)
    desk = PaymentDesk(OneService(ScriptedService()), full, clock, board)  # type: ignore[arg-type]
    with pytest.raises(BhuktaniError) as caught:
        desk.pay(pay_request(clock))
    assert caught.value.problem is Problem.DISK_FULL
