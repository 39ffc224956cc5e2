"""A program that is killed at any moment of a payment neither loses a rupee nor pays twice.

A real process pays over real HTTP at a practice service, which keeps a truth of its own, and is
killed at every step. The next start follows up what is left; then ledger and truth are compared.
"""

from __future__ import annotations

import http.client
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop_app.core.errors import AlreadyOpen, AlreadyPaid
from desktop_app.core.payments.desk import PaymentDesk
from desktop_app.core.payments.payment import Payment, PaymentState, derive_state
from desktop_app.sandbox.outcomes import State
from desktop_app.sandbox.practice import PracticeService
from desktop_app.sandbox.server import SandboxServer
from tests.blank_ledger import put_blank_ledger
from tests.fakes import HandClock, OneService
from tests.faults.forks import PROGRAM, ROOT, Forks, needs_fork
from tests.faults.kill_steps import moments
from tests.faults.killed_program import Job, Result, attempt, open_counter, settle
from tests.sampling import LONG, some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.ledger.sqlite.ledger import SqliteLedger
    from desktop_app.sandbox.rules import BookedUnder

PIECES = (64, 7, 33, 200, 4096) if LONG else (200,)

ACCOUNTS = {
    "success": "rambdr_thapa",
    "queued, then success": "practice_waiting_long",
    "answered refusal": "practice_not_paid",
    "no answer, but paid": "practice_no_answer",
    "no answer, not paid": "practice_lost",
    "server error, but paid": "practice_server_error",
    "cut answer, but paid": "practice_broken_answer",
    "queued, then failed": "practice_waiting_not_paid",
}
"""The documented kinds of behaviour, each a customer of the practice service."""


UNLISTED_COMPANY = "rapid-api"
UNLISTED = {
    "success": "practice_at_once",
    "queued, then success": "practice_waiting_long",
    "answered refusal": "practice_not_paid",
    "no answer, but paid": "practice_no_answer",
    "no answer, not paid": "practice_lost",
}
"""The same at a company whose page lists no reference for the payment."""


@dataclass
class Figures:
    """What many runs came to; the last five are what the program promises never to do."""

    runs: int = 0
    killed: int = 0
    points: set[str] = field(default_factory=set)
    ends: Counter[str] = field(default_factory=Counter)
    retried: int = 0
    lost: int = 0
    doubled: int = 0
    wrongly_paid: int = 0
    cash_for_paid: int = 0
    unsettled: int = 0

    def add(self, ledger: SqliteLedger, service: PracticeService) -> None:
        """Compare the ledger with the service's own truth."""
        began, ended = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
        payments = ledger.history.between(began, ended)
        sent_as: dict[str, Payment] = {
            reference: payment
            for payment in payments
            for reference in payment.order.sent_references
        }
        paid = {p.reference: p for p in service.payments if p.state is State.SUCCESS}
        for number, payment in enumerate(payments):
            self.ends[payment.state.value] += 1
            assert derive_state(ledger.events(payment.number)) is payment.state, number
            is_paid = not paid.keys().isdisjoint(payment.order.sent_references)
            self.wrongly_paid += payment.state is PaymentState.PAID and not is_paid
            self.cash_for_paid += payment.state is PaymentState.NOT_PAID and is_paid
            self.unsettled += payment.state not in (PaymentState.PAID, PaymentState.NOT_PAID)
        self.ends["never recorded"] += not payments
        for reference in paid:
            mine = sent_as.get(reference)
            self.lost += mine is None or mine.state is not PaymentState.PAID
        bills = Counter((p.slug, p.account, p.choice) for p in paid.values())
        self.doubled += sum(count - 1 for count in bills.values())
        sent = Counter(
            str(heard.fields["reference"])
            for heard in service.heard
            if "/commit/" in heard.path and "reference" in heard.fields
        )
        self.doubled += sum(count - 1 for count in sent.values())

    def check(self, title: str) -> None:
        """Show the figures, and fail where a promise was broken."""
        promises = {
            "lost": self.lost,
            "doubled": self.doubled,
            "wrongly paid": self.wrongly_paid,
            "cash returned for a paid bill": self.cash_for_paid,
            "unsettled": self.unsettled,
        }
        told = ", ".join(f"{name} {count}" for name, count in promises.items())
        sys.stdout.write(
            f"\n{title}: {self.runs} runs, {self.killed} killed at {len(self.points)} points, "
            f"{self.retried} paid again at once; ends {dict(self.ends)}; {told}\n"
        )
        assert set(promises.values()) == {0}, told


class World:
    """The service with its truth, and a folder of ledgers. One customer a run."""

    def __init__(self, folder: Path, server: SandboxServer, clock: HandClock) -> None:
        self.server = server
        self.clock = clock
        self._folder = folder
        self._number = 0
        self._start = (clock.time, clock.seconds)
        self._template = folder / "new.sqlite3"
        put_blank_ledger(self._template)

    def job(self, account: str, **wanted: object) -> Job:
        """A job with a fresh ledger, at a service that has nothing booked."""
        self._number += 1
        self.server.service.start_again()
        self.clock.time, self.clock.seconds = self._start
        ledger = self._folder / f"{self._number}.sqlite3"
        shutil.copy(self._template, ledger)
        job = Job(url=self.server.url, ledger=str(ledger), account=account)
        return msgspec.structs.replace(job, **wanted)

    def start_again(self, job: Job, figures: Figures, *, at_once: bool = False) -> None:
        """The next start of the program after a kill, and the comparison.

        ``at_once``: before anything is followed up, the clerk tries to pay the same bill again.
        """
        self.quiet()
        self.clock.move(timedelta(minutes=job.minutes + 1))
        with open_counter(job.url, Path(job.ledger)) as (ledger, service):
            desk = PaymentDesk(OneService(service), ledger, self.clock)
            if at_once:
                desk.recover()
                with suppress(AlreadyOpen, AlreadyPaid):
                    attempt(desk, job.account, job.company)
                    figures.retried += 1
            settle(desk, self.clock)
            figures.runs += 1
            figures.add(ledger, self.server.service)
        for file in self._folder.glob(f"{Path(job.ledger).name}*"):
            file.unlink()

    def quiet(self) -> None:
        """Wait until the server is through with what the dead process has sent.

        Connections are accepted in order, so after this call of our own all of its have a thread.
        """
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        line.request("GET", "/", headers={"Connection": "close"})
        line.getresponse().read()
        line.close()
        end = time.monotonic() + 10
        while any("process_request" in thread.name for thread in threading.enumerate()):
            assert time.monotonic() < end, "the server does not come to rest"
            time.sleep(0.0005)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    clock = HandClock()
    with SandboxServer(PracticeService(now=clock.now)) as server:
        yield World(tmp_path, server, clock)


def steps_to_die_at(names: Sequence[str], number: int) -> Iterator[int]:
    """Each step in the long run, and in the short one each moment of every kind of service.

    The first kind dies at several steps of each moment, the others in one in turn; and before the
    whole request has left, where all kinds are the same, each of those in some moments only.
    """
    sent = names.index("socket.recv: before")
    for turn, steps in enumerate(
        [[at] for at, _ in enumerate(names, 1)] if LONG else moments(names)
    ):
        if LONG or number == 0:
            yield from some(steps, 6)
        elif steps[-1] > sent or turn % len(ACCOUNTS) == number:
            yield steps[number * (len(steps) - 1) // (len(ACCOUNTS) - 1)]


def killed_everywhere(world: World, forks: Forks, figures: Figures, piece: int) -> None:
    """Killed at every step of a payment, in every kind of service."""
    for number, (kind, account) in enumerate(ACCOUNTS.items()):
        whole = forks.run(world.job(account, piece=piece))
        assert not whole.died
        for turn, at in enumerate(steps_to_die_at(whole.names, number)):
            job = world.job(account, kill_at=at, piece=piece)
            result = forks.run(job)
            assert result.died, f"{kind}: step {at} of {len(whole.names)} was not reached"
            assert result.last == whole.names[at - 1]
            figures.killed += 1
            figures.points.add(f"{at} {result.last}")
            world.start_again(job, figures, at_once=(turn + number) % 2 == 0)


@needs_fork
def test_killed_at_every_step_of_a_payment(world: World, forks: Forks) -> None:
    figures = Figures()
    for piece in PIECES:
        killed_everywhere(world, forks, figures, piece)
    figures.check("every step")
    assert len(figures.points) >= (234 if LONG else 50)
    assert figures.runs == figures.killed >= (700 if LONG else 76)
    assert figures.retried > 0
    assert min(figures.ends[state] for state in ("paid", "not_paid", "never recorded")) > 0


@needs_fork
@pytest.mark.parametrize("booked_under", ["last", "own"])
def test_killed_at_steps_of_a_payment_whose_page_lists_no_reference(
    world: World, forks: Forks, booked_under: BookedUnder
) -> None:
    figures = Figures()
    world.server.service.booked_under = booked_under
    for number, account in enumerate(UNLISTED.values()):
        whole = forks.run(world.job(account, company=UNLISTED_COMPANY))
        assert not whole.died
        for at in range(1 + number, len(whole.names) + 1, 2 if LONG else 53):
            job = world.job(account, company=UNLISTED_COMPANY, kill_at=at)
            assert forks.run(job).died
            figures.killed += 1
            figures.points.add(f"{at}")
            world.start_again(job, figures, at_once=(at + number) % 2 == 0)
    figures.check(f"no listed reference, known by the {booked_under}")
    assert figures.retried > 0
    assert min(figures.ends[state] for state in ("paid", "not_paid", "never recorded")) > 0


@needs_fork
def test_killed_again_while_following_up(world: World, forks: Forks) -> None:
    figures = Figures()
    # Dead between the last byte sent and the first received: the hardest place. Up to there the
    # steps are the same in every kind of service.
    first = forks.run(world.job(ACCOUNTS["success"])).names.index("socket.recv: before") + 1
    for number, account in enumerate(ACCOUNTS.values()):
        job = world.job(account, kill_at=first)
        assert forks.run(job).last == "socket.recv: before"
        world.quiet()
        names = forks.run(follow_up(job)).names
        places = list(moments(names))[number % 7 :: 7]
        for at in (
            range(1, len(names) + 1) if LONG else [place[number % len(place)] for place in places]
        ):
            job = world.job(account, kill_at=first)
            assert forks.run(job).died
            world.quiet()
            again = follow_up(job, kill_at=at)
            result = forks.run(again)
            assert result.died, f"step {at} of {len(names)} was not reached"
            figures.killed += 2
            figures.points.add(f"{at} {result.last}")
            world.start_again(again, figures, at_once=at % 2 == 0)
    figures.check("killed twice")
    assert len(figures.points) >= 24


def follow_up(job: Job, **wanted: object) -> Job:
    return msgspec.structs.replace(
        job, **{"settles": True, "minutes": 2, "kill_at": None, **wanted}
    )


@needs_fork
def test_killed_by_another_process_at_any_time(world: World, forks: Forks) -> None:
    figures = Figures()
    chance = random.Random(20261122)
    whole = 0.0
    for _ in range(3):  # the first one waits for the program to start
        began = time.monotonic()
        forks.run(world.job(ACCOUNTS["success"]))
        whole = time.monotonic() - began
    for _ in range(300 if LONG else 12):
        account = chance.choice(list(ACCOUNTS.values()))
        job = world.job(account, kill_after=chance.uniform(0.2, 1.1) * whole)
        figures.killed += forks.run(job).died
        world.start_again(job, figures, at_once=chance.random() < 0.5)
    figures.check("any time")
    assert figures.killed > 0


def test_killed_in_an_interpreter_of_its_own(world: World) -> None:
    figures = Figures()
    accounts = list(ACCOUNTS.values())[:6]
    runs = 180 if LONG else 2
    for number in range(runs):
        account = accounts[number % len(accounts)]
        # 80 steps every kind has.
        job = world.job(account, kill_at=1 + number * 80 // runs)
        done = subprocess.run(
            [*PROGRAM, msgspec.json.encode(job).decode()],
            cwd=ROOT, capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode in (-9, 15), done.stderr.decode()
        result = msgspec.json.decode(done.stdout, type=Result)
        figures.killed += result.died
        figures.points.add(f"{job.kill_at} {result.last}")
        world.start_again(job, figures, at_once=number % 2 == 0)
    figures.check("own interpreter")
    assert figures.killed == figures.runs == runs
