"""Work off the window's thread: one money worker that runs in order, and a small pool of reads.

A job's end comes back to the window's thread as a value, success or failure alike, with the
number of the job. A page keeps the number of its latest job and ignores the others.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from desktop_app.core.errors import BhuktaniError, Problem

log = logging.getLogger(__name__)

T = TypeVar("T")

_READERS = 3
_SECONDS_FOR_READS = 0.5
"""How long the end of the program waits for a reader; one that hangs is left behind."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A job ended with a value, or with an error that words can be made for."""

    value: T | None
    error: BhuktaniError | None = None


class _Workers:
    """Threads that take jobs from one queue in order.

    They are daemons: a look-up that hangs must not keep the program from ending. Whoever must
    not be cut off is waited for with :meth:`finish`.
    """

    def __init__(self, name: str, count: int) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{n}", daemon=True)
            for n in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)

    def stop(self) -> None:
        """Take no new jobs once those in the queue are done."""
        for _ in self._threads:
            self._jobs.put(None)

    def finish(self, seconds: float | None = None) -> None:
        """Wait until the queue is done, for so many seconds at most."""
        self.stop()
        for thread in self._threads:
            thread.join(seconds)

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            if job is None:
                return
            job()
            # Kept until the next job comes, it would keep alive what it holds.
            del job


class Tasks(QObject):
    """Runs jobs on workers and calls back on the window's thread.

    A job may not touch a widget, nor hold one: the last who lets go of it destroys it, and that
    must not be a worker. A callback may not wait. A callback is a method of the page that
    waits (or a partial of one), so that it is left out when the page is gone.
    """

    _ended = Signal(int, object)
    _said = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._money = _Workers("money", 1)
        self._reads = _Workers("reads", _READERS)
        self._waiting: dict[int, Callable[[Done[object]], None]] = {}
        self._listening: dict[int, Callable[[object], None]] = {}
        self._last = 0
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._deliver, queued)
        self._said.connect(self._pass_on, queued)

    def read(self, job: Callable[[], T], then: Callable[[Done[T]], None]) -> int:
        """Run a job that moves no money; several run at once."""
        return self._start(self._reads, job, then)

    def ahead(self, job: Callable[[], object]) -> None:
        """Run a job that nobody waits for, such as loading what will be needed soon."""
        self._start(self._reads, job, _unheard)

    def money(
        self,
        job: Callable[[Callable[[object], None]], T],
        then: Callable[[Done[T]], None],
        progress: Callable[[object], None] | None = None,
    ) -> int:
        """Run a job on the money worker, after those before it.

        The job is given a function that passes what it says on to ``progress``.
        """
        number = self._last + 1
        if progress is not None:
            self._listening[number] = progress

        def say(news: object) -> None:
            self._said.emit(number, news)

        return self._start(self._money, lambda: job(say), then)

    def drop(self, number: int) -> None:
        """Call nobody back for this job. A payment goes on all the same."""
        self._waiting.pop(number, None)
        self._listening.pop(number, None)

    @property
    def is_idle(self) -> bool:
        """No job is awaited."""
        return not self._waiting

    def close(self) -> None:
        """Take no more jobs and wait for the money worker to finish what it is doing."""
        self._closed = True
        self._waiting.clear()
        self._listening.clear()
        self._money.finish()
        self._reads.finish(_SECONDS_FOR_READS)

    def _start(self, pool: _Workers, job: Callable[[], T], then: Callable[[Done[T]], None]) -> int:
        self._last += 1
        number = self._last
        if self._closed:
            return number
        self._waiting[number] = then  # type: ignore[assignment]
        pool.submit(lambda: self._run(number, job))
        return number

    def _run(self, number: int, job: Callable[[], object]) -> None:
        """On a worker: turn whatever happens into a value."""
        try:
            done: Done[object] = Done(job())
        except BhuktaniError as error:
            done = Done(None, error)
        except Exception as error:
            log.exception("a job failed unexpectedly")
            done = Done(None, BhuktaniError(Problem.UNEXPECTED, kind=type(error).__name__))
        if not self._closed:
            self._ended.emit(number, done)

    @Slot(int, object)
    def _deliver(self, number: int, done: Done[object]) -> None:
        self._listening.pop(number, None)
        then = self._waiting.pop(number, None)
        if then is not None and _is_alive(then):
            then(done)

    @Slot(int, object)
    def _pass_on(self, number: int, news: object) -> None:
        listener = self._listening.get(number)
        if listener is not None and _is_alive(listener):
            listener(news)


def _unheard(done: Done[object]) -> None:
    """Nobody waits for this job; its errors are in the log."""


def _is_alive(callback: Callable[..., object]) -> bool:
    """False for a method of a widget that is gone: its page was left while the job ran."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
