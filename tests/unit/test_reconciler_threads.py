"""What look-ups remember is touched by many threads, and only behind its lock."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.check_memory import CheckMemory
from desktop_app.core.payments.check_schedule import Schedule, summarize
from desktop_app.core.payments.claims import Claims
from desktop_app.core.payments.payment import Event, EventKind, PaymentState
from desktop_app.core.payments.response import ServiceResponse
from tests.fakes import HandClock, ScriptedService, desk_with
from tests.unit.test_desk_threads import request_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.ledger.sqlite.ledger import SqliteLedger

NO_ANSWER = ServiceResponse(problem=Problem.TIMED_OUT)
PATIENCE = 20


class WatchedLock:
    """A lock that knows which thread holds it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.holder: int | None = None

    def __enter__(self) -> None:
        self._lock.acquire()
        self.holder = threading.get_ident()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.holder = None
        self._lock.release()


def watch(owner: object, found: set[str]) -> None:
    """Note what of the owner's state is touched by a thread that does not hold its lock."""
    lock = WatchedLock()
    owner._lock = lock  # type: ignore[attr-defined]
    state = set(vars(owner)) - {"_lock"}

    def touched(self: object, name: str) -> Any:
        if name in state and lock.holder != threading.get_ident():
            found.add(f"{kind.__name__}.{name}")
        return object.__getattribute__(self, name)

    kind = type(owner)
    owner.__class__ = type(kind.__name__, (kind,), {"__getattribute__": touched})


class UnansweringService(ScriptedService):
    """Never answers, one payment at a time or several."""

    def commit(self, call: Any, reference: str) -> ServiceResponse:
        return NO_ANSWER

    def lookup(self, reference: str) -> ServiceResponse:
        return NO_ANSWER

    def lookup_many(self, references: Sequence[str]) -> ServiceResponse:
        return NO_ANSWER


def shared(desk: PaymentDesk) -> tuple[object, ...]:
    reconciler = desk._reconciler
    return reconciler._schedule, reconciler._memory, reconciler._claims


def test_the_reconciler_has_no_state_of_its_own(ledger: SqliteLedger, clock: HandClock) -> None:
    reconciler = desk_with(ledger, clock, ScriptedService())._reconciler
    own = {name for name, value in vars(reconciler).items() if not hasattr(value, "_lock")}
    assert own == {"_services", "_ledger", "_clock"}


def test_what_is_remembered_is_touched_behind_its_lock_alone(
    ledger: SqliteLedger, clock: HandClock
) -> None:
    desk, found, stop = (
        desk_with(ledger, clock, UnansweringService()),
        set[str](),
        threading.Event(),
    )
    for owner in shared(desk):
        watch(owner, found)

    def until_stopped(act: Callable[[], object]) -> None:
        while not stop.is_set():
            act()

    def decide() -> None:
        for one in desk.waiting():
            with suppress(BhuktaniError):
                desk.decide(one.payment.number, was_paid=True, reason="said so", by="Sita")

    with ThreadPoolExecutor() as threads:
        ended = [
            threads.submit(until_stopped, act) for act in (desk.waiting, decide, desk.check_next)
        ]
        for number in range(8):
            desk.pay(request_for(clock, f"c{number}"))
        for _ in range(20):
            clock.move(timedelta(minutes=30))
            desk.check_next()
        stop.set()
        for one in ended:
            one.result(PATIENCE)
    assert found == set()


@pytest.mark.parametrize("owner", [Schedule(), CheckMemory(), Claims()])
def test_the_watch_sees_what_is_touched_without_the_lock(owner: object) -> None:
    found: set[str] = set()
    watch(owner, found)
    name = next(name for name in vars(owner) if name != "_lock")
    getattr(owner, name)
    assert found == {f"{type(owner).__name__}.{name}"}


def test_all_threads_are_told_the_same_time_of_a_look_up(clock: HandClock) -> None:
    schedule, start = Schedule(), threading.Barrier(8)
    sent = Event(EventKind.SENT, clock.now() + timedelta(hours=1), PaymentState.SENDING)
    history = summarize([sent])

    def due(number: int) -> float:
        start.wait(PATIENCE)
        return schedule.due_at(1, history, clock.now(), 1000.0 + number)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(due, range(8)))) == 1
