"""Work off the window's thread, on workers that do not wait for each other.

The money worker runs payments in order, and nothing else that waits for the service. Look-ups of
waiting payments, calls that only read, short records, papers, the keyring, backups and reads of
this computer's files have separate workers, so that what hangs holds up only what needs it.

A job's end comes back to the window's thread as a value, success or failure alike, with the
number of the job. A page keeps the number of its latest job and ignores the others.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from desktop_app.core.cancellation import GivenUp
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.ui.runtime.jobs import Job, NamedJob, ReportingJob
from desktop_app.ui.runtime.watched_jobs import Watched, WatchedJobs
from desktop_app.ui.runtime.workers import Calls, Pool, Reads, Workers
from desktop_app.ui.runtime.writes import MS_FOR_PAPERS, Writes

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

T = TypeVar("T")

_READERS = 3
_TURN_SECONDS = 0.001
"""How long a worker that computes keeps the interpreter while the window's thread waits for it.

The window's thread lets go of it in many calls of Qt, and a page has hundreds of them: with the
5 ms of Python, a page takes five times as long beside one such worker, and twice as long with this.
Less than a millisecond would be none on Windows, where whoever waits would then spin.
"""
_NOBODYS = -1
"""The number of the jobs that nobody waits for. Not 0: pages have that before their first job, and
cancel it."""

MAX_SECONDS_FOR_RECORDS = 5.0
"""How long the end of the program waits for what is being written or printed."""
MAX_SECONDS_FOR_READS = 0.5
"""How long it waits for all that only reads; what hangs is left behind with its thread."""


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """A job ended with a value, or with an error that words can be made for."""

    value: T | None
    error: BhuktaniError | None = None


class Tasks(QObject):
    """Runs jobs on workers and calls back on the window's thread.

    A job may not touch a widget, nor hold one: the last who lets go of it destroys it, and that
    must not be a worker. A callback may not wait. A callback is a method of the living object that
    waits (or a partial of one), so that it is left out when the page is gone; any other is refused
    with ``TypeError`` when it is given.

    Jobs that are given before :meth:`begin` are collected: workers that ran them would take the
    interpreter from the window that is being built.
    """

    _ended = Signal(int, object)
    _said = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ending = threading.Event()
        self._money = Workers("money", 1, self._ending)
        self._checks = Workers("checks", 1, self._ending)
        self._records = Workers("records", 1, self._ending)
        self._papers = Workers("papers", 1, self._ending)
        self._keyring = Workers("keyring", 1, self._ending)
        self._upkeep = Workers("upkeep", 1, self._ending)
        self._reads = Reads("reads", _READERS, self._ending)
        self._calls = Calls(self._lose)
        self._writers: tuple[Pool, ...] = (self._money, self._records, self._papers, self._keyring)
        self._readers: tuple[Pool, ...] = (self._checks, self._upkeep, self._reads, self._calls)
        self._pools: tuple[Pool, ...] = (*self._writers, *self._readers)
        self._paying: set[int] = set()
        self.writes = Writes(self)
        self.watched_jobs = WatchedJobs(self)
        self._waiting: dict[int, Callable[[Result[object]], None]] = {}
        self._listening: dict[int, Callable[[object], None]] = {}
        self._soon: deque[NamedJob[object]] = deque()
        self._last = 0
        self._has_begun = self._closed = self._is_loading = False
        queued = Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._deliver, queued)
        self._said.connect(self._pass_on, queued)

    def begin(self) -> None:
        """Run what was collected, and from now on each job as it comes; again does nothing."""
        if not self._has_begun:
            self._has_begun = True
            sys.setswitchinterval(_TURN_SECONDS)
            for pool in self._pools:
                pool.begin()
            self._go_on()

    def read(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Run a job that reads this computer's files; several run at once.

        A job that is cancelled before its turn is left out; one under way may end early.
        """
        return self._start(self._reads, job, then)

    def call(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Run a job that asks the service and changes nothing.

        Dropping it closes its connection, and makes room for the next one at once.
        """
        return self._start(self._calls, job, then)

    def check(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Run a look-up of waiting payments; one at a time, beside the money worker."""
        return self._start(self._checks, job, then)

    def record(
        self, job: NamedJob[T], then: Callable[[Result[T]], None], watched: Watched | None
    ) -> int:
        """Run a short write to the ledger; never behind a call to the service.

        The window reports the trouble of a ``watched`` one where its place cannot; None for what no
        clerk is told, or is told above all pages anyway.
        """
        return self._start(self._records, job, then, watched)

    def paper(
        self, job: NamedJob[T], then: Callable[[Result[T]], None], watched: Watched | None = None
    ) -> int:
        """Print or save a paper, or open it; a printer's driver may take its time."""
        return self._start(self._papers, job, then, watched)

    def keyring(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Read or change a token where it is kept: the system may ask the user to unlock it."""
        return self._start(self._keyring, job, then)

    def maintain(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Run a long job on whole files: look the record over, back it up, make a bundle of it."""
        return self._start(self._upkeep, job, then)

    def preload(self, job: NamedJob[object]) -> None:
        """Run a job that nobody waits for, such as loading what will be needed soon.

        It begins once no other job is awaited. What it raises is left out: whoever needs it later
        runs into it again.
        """
        self._soon.append(job)
        self._go_on()

    def pay(
        self,
        job: ReportingJob[T],
        then: Callable[[Result[T]], None],
        progress: Callable[[object], None],
    ) -> int:
        """Run a payment on the money worker; the program does not end while it is being sent.

        The job is given a function that passes what it says on to ``progress``. Once it has said
        that the payment waits, only a look-up of it is left, which is a read.
        """
        _refuse_unowned(then)
        _refuse_unowned(progress)
        number = self._last + 1
        self._listening[number] = progress

        def report(update: object) -> None:
            if isinstance(update, Payment) and update.state is PaymentState.WAITING:
                self._paying.discard(number)
            self._said.emit(number, update)

        self._paying.add(number)
        return self._start(self._money, Job(job.name, partial(job, report)), then)

    def money(self, job: NamedJob[T], then: Callable[[Result[T]], None]) -> int:
        """Run a job on the money worker between payments: no payment runs beside it."""
        return self._start(self._money, job, then)

    def cancel(self, number: int) -> None:
        """Call nobody back for this job. A payment goes on all the same."""
        self._waiting.pop(number, None)
        self._listening.pop(number, None)
        self._calls.give_up(number)
        self._reads.give_up(number)

    def redirect(self, number: int, then: Callable[[Result[T]], None]) -> bool:
        """Call another one back for a job under way; False if the job is not awaited any more.

        For a page that was built anew: the one that began the job is gone.
        """
        _refuse_unowned(then)
        if number not in self._waiting:
            return False
        self._waiting[number] = then  # type: ignore[assignment]
        return True

    def awaits(self, number: int) -> bool:
        """True while the job is under way and somebody is to be called back for it."""
        return number in self._waiting

    @property
    def is_paying(self) -> bool:
        """A payment is being sent, or waits to be."""
        return bool(self._paying)

    @property
    def is_idle(self) -> bool:
        """No job is awaited."""
        return not self._waiting

    def close(self) -> None:
        """Take no more jobs, and wait for a payment as long as it takes.

        What is being written is waited for so long and no longer. Look-ups and other reads are
        given up: they are made again at the next start.
        """
        self._closed = True
        self._waiting.clear()
        self._listening.clear()
        if not self._has_begun:
            return
        self._ending.set()
        for pool in self._pools:
            pool.stop()
        if self._paying:
            self._money.join(None)
        soon = time.monotonic() + MAX_SECONDS_FOR_RECORDS
        for pool in self._writers:
            pool.join(soon)
        at_once = time.monotonic() + MAX_SECONDS_FOR_READS
        for pool in self._readers:
            pool.join(at_once)

    def _start(
        self,
        pool: Pool,
        job: NamedJob[T],
        then: Callable[[Result[T]], None],
        watched: Watched | None = None,
    ) -> int:
        _refuse_unowned(then)
        self._last += 1
        number = self._last
        if self._closed:
            self._listening.pop(number, None)
            self._paying.discard(number)
            return number
        self._waiting[number] = then  # type: ignore[assignment]
        is_paper = pool is self._papers
        if watched is not None:
            self.watched_jobs.begin(number, watched, is_paper=is_paper)
        if is_paper:
            self.writes.begin(number, MS_FOR_PAPERS)
        elif pool in (self._money, self._records) and number not in self._paying:
            self.writes.begin(number)
        pool.submit(number, lambda: self._run(number, job, pool))
        return number

    def _run(self, number: int, job: NamedJob[object], pool: Pool) -> None:
        """Run a job on a worker, and turn whatever comes of it into a value."""
        if self._closed and pool in (self._checks, self._upkeep):
            return
        done = _result_of(job)
        self._paying.discard(number)
        if not self._closed:
            self._ended.emit(number, done)

    def _lose(self, number: int) -> None:
        """Answer for a job that no thread could be had for."""
        self._ended.emit(number, _BROKEN)

    def _go_on(self) -> None:
        """Begin what nobody waits for, if nothing else is under way."""
        if not self._has_begun or self._closed or self._is_loading:
            return
        if self._soon and self.is_idle:
            self._is_loading = True
            self._reads.submit(_NOBODYS, partial(self._load, self._soon.popleft()))

    def _load(self, job: NamedJob[object]) -> None:
        """Run such a job on a worker; the log has what was no error of the program's own."""
        done = _result_of(job)
        if not self._closed:
            self._ended.emit(_NOBODYS, done)

    @Slot(int, object)
    def _deliver(self, number: int, done: Result[object]) -> None:
        if number == _NOBODYS:
            self._is_loading = False
        self._listening.pop(number, None)
        then = self._waiting.pop(number, None)
        by_window = self.watched_jobs.needs_window(number, done)
        try:
            if then is not None and _is_alive(then):
                then(done)
        finally:
            self.watched_jobs.report(number, done, by_window=by_window)
            self.writes.end(number)
        self._go_on()

    @Slot(int, object)
    def _pass_on(self, number: int, update: object) -> None:
        listener = self._listening.get(number)
        if listener is not None and _is_alive(listener):
            listener(update)


_BROKEN: Result[object] = Result(None, BhuktaniError(Problem.UNEXPECTED))
"""Made before it is needed: memory may be what is missing then."""


def _result_of(job: NamedJob[object]) -> Result[object]:
    """Run a job; return its value or its exception, including one that would end the thread."""
    try:
        return Result(job())
    except BhuktaniError as error:
        return Result(None, error)
    except GivenUp:
        return _BROKEN
    except BaseException as error:
        with suppress(BaseException):
            # Never what it was given: that may be a token.
            log.exception("a job failed unexpectedly: %s", job.name)
            return Result(None, BhuktaniError(Problem.UNEXPECTED, kind=type(error).__name__))
    return _BROKEN


def _refuse_unowned(callback: Callable[..., object]) -> None:
    """Raise ``TypeError`` for a callback that is no method of a living ``QObject``.

    Nobody could tell whether what it holds still lives when the job has ended.
    """
    if not _is_alive(callback):
        while isinstance(callback, partial):
            callback = callback.func
        name = getattr(callback, "__qualname__", type(callback).__name__)
        raise TypeError(f"a callback is a method of a living QObject, not {name}")


def _is_alive(callback: Callable[..., object]) -> bool:
    """False for a method of a widget that is gone: its page was left while the job ran."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and isValid(owner)
