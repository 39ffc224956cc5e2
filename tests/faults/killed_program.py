"""A program that pays one bill over real HTTP and is killed on the way.

``python -m tests.faults.killed_program JOB`` carries out one job, a JSON object, in a fresh
interpreter. Without an argument it reads a job a line and carries each out in a fork of itself,
which costs milliseconds. It has one thread, so that forking is safe and brings no warning.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import LedgerError
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.ledger.sqlite.ledger import SqliteLedger, open_ledger
from desktop_app.providers import all_providers
from desktop_app.sandbox.practice import PRACTICE_TOKEN, PracticeService
from desktop_app.sandbox.transport import PracticeTransport
from desktop_app.service.client import HttpService, Timeouts
from tests.compiled_once import compile_once
from tests.dialogues import choose, look_up, request_of
from tests.fakes import HandClock, OneService, counter
from tests.faults.drawer_day import ACTS
from tests.faults.kill_steps import Steps, install, stepped_ledger, stepped_service

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.clock import Clock
    from desktop_app.core.payments.ports import Ledger, Service

_ROUNDS = 40
_PAUSE = timedelta(minutes=10)
_TIMEOUTS = Timeouts(connect=5, read=5, write=5, total=10, commit_read=5, commit_total=10)


PROVIDERS = {provider.info.slug: provider for provider in all_providers()}


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What to do, and when to die.

    Attributes:
        url, ledger, account: the service, the ledger's file and the customer.
        company: the slug of the customer's company.
        settles: follow up what the last run left instead of paying.
        drawer: work a day at the drawer instead.
        kill_at: the step to die at; None for none.
        kill_after: seconds after which another process kills this one; None for not.
        minutes: how long after the first run this one begins.
        piece: the most bytes that a socket carries at once.
    """

    url: str
    ledger: str
    account: str
    company: str = "worldlink-v2"
    settles: bool = False
    drawer: bool = False
    kill_at: int | None = None
    kill_after: float | None = None
    minutes: int = 0
    piece: int = 64


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """How a job ended: ``died`` by a kill, or with the ``names`` of all its steps."""

    died: bool
    last: str = ""
    names: tuple[str, ...] = ()


@contextmanager
def open_counter(url: str, ledger: Path) -> Iterator[tuple[SqliteLedger, HttpService]]:
    """The ledger and the connection of a shop."""
    opened = open_ledger(ledger)
    connection = Connection(Environment.TEST, url)
    service = HttpService(connection, PRACTICE_TOKEN, "0123456789abcdef", timeouts=_TIMEOUTS)
    try:
        yield opened, service
    finally:
        service.close()
        opened.close()


def attempt(desk: PaymentDesk, account: str, company: str, steps: Steps | None = None) -> None:
    """A clerk looks the customer up, takes cash for the first offer, and pays."""
    provider = PROVIDERS[company]
    inquiry = look_up(desk, provider, {provider.info.account_field.name: account})
    request = request_of(provider, choose(desk, provider, inquiry), counter())
    if steps is not None:
        steps.begin()
    desk.pay(request)
    if steps is not None:
        steps.end()


def settle(desk: PaymentDesk, clock: HandClock) -> None:
    """A start after a crash, and as much time as it takes to follow everything up."""
    desk.recover()
    for _ in range(_ROUNDS):
        while desk.check_next():
            pass
        if not desk.waiting():
            return
        clock.move(_PAUSE)


def _desk(service: Service, ledger: Ledger, clock: Clock, steps: Steps) -> PaymentDesk:
    inside = OneService(stepped_service(service, steps))
    return PaymentDesk(inside, stepped_ledger(ledger, steps), clock)


def _carry_out(job: Job, out: int) -> None:
    """Do the job in this process; write to ``out`` where it ends, or all its steps."""
    steps = Steps(job.kill_at, lambda name: _say(out, Result(died=True, last=name)))
    install(steps, job.piece)
    clock = HandClock()
    clock.move(timedelta(minutes=job.minutes))
    with open_counter(job.url, Path(job.ledger)) as (ledger, service):
        desk = _desk(service, ledger, clock, steps)
        if job.drawer:
            steps.begin()
            for act in ACTS:
                act(ledger)
            steps.end()
        elif job.settles:
            steps.begin()
            settle(desk, clock)
            steps.end()
        else:
            with suppress(LedgerError):
                attempt(desk, job.account, job.company, steps)
    _say(out, Result(died=False, names=tuple(steps.names)))


def _say(out: int, result: Result) -> None:
    os.write(out, msgspec.json.encode(result) + b"\n")


def _fork(job: Job) -> bytes:
    """The job in a child of this process, and what became of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _carry_out(job, writing)
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
    os.close(writing)
    if job.kill_after is not None:
        time.sleep(job.kill_after)
        os.kill(child, signal.SIGKILL)  # a zombie of mine at worst
    told = b""
    while piece := os.read(reading, 65536):
        told += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return told or msgspec.json.encode(Result(died=True, last="at any time")) + b"\n"
    if status != 0 or not told:
        raise RuntimeError(f"a child ended with {status}: {told!r}")
    return told


def _warm_up() -> None:
    """One payment without a network, so that each fork finds everything imported and compiled."""
    compile_once()
    transport = PracticeTransport(PracticeService())
    connection = Connection(Environment.TEST, "http://127.0.0.1")
    clock = HandClock()
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "warm.sqlite3")
        service = HttpService(connection, PRACTICE_TOKEN, "warm", transport=transport)
        desk = PaymentDesk(OneService(service), ledger, clock)
        attempt(desk, "practice_no_answer", "worldlink-v2")
        settle(desk, clock)
        ledger.close()
    # A collection in a fork would write to each object, and so copy all pages of this process.
    gc.disable()
    gc.freeze()


def main(arguments: list[str]) -> int:
    """One job in this interpreter, or a job a line in forks of it."""
    if arguments:
        _carry_out(msgspec.json.decode(arguments[0], type=Job), sys.stdout.fileno())
        return 0
    _warm_up()
    for line in sys.stdin.buffer:
        if threading.active_count() != 1:
            raise RuntimeError("a process with threads must not be forked")
        os.write(sys.stdout.fileno(), _fork(msgspec.json.decode(line, type=Job)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
