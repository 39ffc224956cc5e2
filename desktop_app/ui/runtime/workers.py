"""Threads that run the jobs of :class:`desktop_app.ui.runtime.tasks.Tasks`.

No job ends its thread, whatever it raises: a library that calls ``sys.exit``, or an extension whose
errors are no ``Exception``, would take all jobs behind it along without a word.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.cancellation import cancellable

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_CALLS_AT_ONCE = 4


class Pool(Protocol):
    """Runs jobs on separate threads. A job has a number."""

    def begin(self) -> None:
        """Run the jobs that were submitted so far, and later ones as they come."""

    def submit(self, number: int, job: Callable[[], None]) -> None:
        """Run the job when its turn comes."""

    def stop(self) -> None:
        """Take no more jobs."""

    def join(self, end: float | None) -> None:
        """Wait for the jobs that were taken, until that monotonic time; None waits permanently.

        :meth:`stop` comes first.
        """


class Workers:
    """Threads that take jobs from one queue in order.

    They are daemons: a look-up that hangs must not keep the program from ending. :meth:`join` waits
    for what must not be cut off.

    Args:
        name: of the threads.
        count: how many.
        ending: ends the reads of their jobs once it is set. A call that pays does not ask for it.
    """

    def __init__(self, name: str, count: int, ending: threading.Event) -> None:
        self._ending = ending
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{n}", daemon=True)
            for n in range(count)
        ]

    def begin(self) -> None:
        """Start the threads."""
        for thread in self._threads:
            thread.start()

    def submit(self, number: int, job: Callable[[], None]) -> None:
        """Run the job after those before it."""
        self._jobs.put(job)

    def stop(self) -> None:
        """Take no new jobs once those in the queue are done."""
        for _ in self._threads:
            self._jobs.put(None)

    def join(self, end: float | None) -> None:
        """Wait until the queue is done, until that time at most."""
        _join(self._threads, end)

    def _work(self) -> None:
        with cancellable(self._ending):
            self._work_until_stopped()

    def _work_until_stopped(self) -> None:
        while True:
            job = self._jobs.get()
            if job is None:
                return
            _survive(job)
            # Kept until the next job comes, it would keep alive what it holds.
            del job


class Reads(Workers):
    """Workers whose jobs are given up one by one: each ends early once nobody waits for it."""

    def __init__(self, name: str, count: int, ending: threading.Event) -> None:
        super().__init__(name, count, ending)
        # Put in and taken out by single operations: no lock is needed.
        self._given_up: dict[int, threading.Event] = {}

    def submit(self, number: int, job: Callable[[], None]) -> None:
        """Run the job after those before it; leave it out if it is given up before its turn."""
        given_up = self._given_up[number] = threading.Event()
        super().submit(number, partial(self._run, number, given_up, job))

    def give_up(self, number: int) -> None:
        """Nobody waits for the job any more. Ignores a number that is not here."""
        given_up = self._given_up.pop(number, None)
        if given_up is not None:
            given_up.set()

    def stop(self) -> None:
        """Give all of them up, and take no more."""
        for number in list(self._given_up):
            self.give_up(number)
        super().stop()

    def _run(self, number: int, given_up: threading.Event, job: Callable[[], None]) -> None:
        try:
            if not given_up.is_set():
                with cancellable(given_up):
                    job()
        finally:
            self._given_up.pop(number, None)


class Calls:
    """Runs each call to the service on a thread of its own, so many at once.

    A call that is given up makes room for the next one at once. Its thread ends automatically: its
    connection is closed within a moment, a resolver or a handshake that hangs is left behind.

    Args:
        lost: called with the number of a call for which the system has no thread.
        most: how many run at once.
    """

    def __init__(self, lost: Callable[[int], None], most: int = _CALLS_AT_ONCE) -> None:
        self._lost = lost
        self._most = most
        self._lock = threading.Lock()
        self._later: deque[tuple[int, Callable[[], None]]] = deque()
        self._running: dict[int, threading.Event] = {}
        self._threads: set[threading.Thread] = set()
        self._has_begun = self._stopped = False

    def begin(self) -> None:
        """Run as many as there is room for."""
        with self._lock:
            self._has_begun = True
            self._fill()

    def submit(self, number: int, job: Callable[[], None]) -> None:
        """Run the job as soon as there is room."""
        with self._lock:
            self._later.append((number, job))
            self._fill()

    def give_up(self, number: int) -> None:
        """Cancel a call, whether it runs or waits for room. Ignores a number that is not here."""
        with self._lock:
            self._later = deque(one for one in self._later if one[0] != number)
            self._end(number)
            self._fill()

    def stop(self) -> None:
        """Give all of them up, and take no more."""
        with self._lock:
            self._stopped = True
            self._later.clear()
            for number in list(self._running):
                self._end(number)

    def join(self, end: float | None) -> None:
        """Wait until their connections are closed, until that time at most."""
        with self._lock:
            threads = list(self._threads)
        _join(threads, end)

    def _end(self, number: int) -> None:
        cancelled = self._running.pop(number, None)
        if cancelled is not None:
            cancelled.set()

    def _fill(self) -> None:
        if not self._has_begun or self._stopped:
            return
        while self._later and len(self._running) < self._most:
            number, job = self._later.popleft()
            cancelled = threading.Event()
            thread = threading.Thread(
                target=self._work, args=(number, job, cancelled), name="call", daemon=True
            )
            try:
                thread.start()
            except RuntimeError:
                # The system has no more threads.
                log.exception("a call was not begun")
                self._lost(number)
                continue
            self._threads.add(thread)
            self._running[number] = cancelled

    def _work(self, number: int, job: Callable[[], None], cancelled: threading.Event) -> None:
        with cancellable(cancelled):
            _survive(job)
        # Kept until the thread is gone, it would keep alive what it holds.
        del job
        with self._lock:
            self._threads.discard(threading.current_thread())
            self._running.pop(number, None)
            self._fill()


def _survive(job: Callable[[], None]) -> None:
    """Run a job; log whatever it raises and go on."""
    try:
        job()
    except BaseException:
        with suppress(BaseException):
            log.critical("a job broke out of its worker", exc_info=True)


def _join(threads: list[threading.Thread], end: float | None) -> None:
    for thread in threads:
        thread.join(None if end is None else max(0.0, end - time.monotonic()))
