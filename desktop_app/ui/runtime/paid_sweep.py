"""Asks in the evening, and when a person wants it, whether paid bills were taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.runtime.changes import Cause, PaymentChanges
from desktop_app.ui.runtime.jobs import DeskJob

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.sweep import Sweep, SweepResult
    from desktop_app.ui.runtime.ports import EnvironmentsPort
    from desktop_app.ui.runtime.tasks import Result, Tasks

_SOON_MS = 20_000
"""After the start, and after what waits was looked up."""
_LOOK_MS = 10 * 60_000
"""An evening's sweep begins so late at most; one that was cut short is tried again then."""
_BEHIND_A_PAYMENT_MS = 500


@dataclass(frozen=True, slots=True)
class _Run:
    """A sweep under way. ``is_evening``: nobody asked for it, and its end is recorded."""

    environment: Environment
    sweep: Sweep
    is_evening: bool


class PaidSweep(QObject):
    """One sweep at a time, step by step on the worker for look-ups.

    A payment never waits behind it: that has a worker of its own, and while one is being sent no
    step is begun.
    """

    changed = Signal()
    """A sweep has begun, gone on, or come to its end."""
    finished = Signal(object)
    """A sweep that a person asked for came to its end; carries the result."""
    refused = Signal(object)
    """A sweep could not go on; carries the error."""

    def __init__(
        self, environments: EnvironmentsPort, changes: PaymentChanges, tasks: Tasks
    ) -> None:
        super().__init__()
        self._environments = environments
        self._changes = changes
        self._tasks = tasks
        self._evening_of: Callable[[], Environment | None] = lambda: None
        self._is_beginning = False
        self._run: _Run | None = None
        self._told = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_BEHIND_A_PAYMENT_MS)
        self._again.timeout.connect(self._step)

    # --- beginning ------------------------------------------------------------------------

    def start(self, environment_of: Callable[[], Environment | None]) -> None:
        """Look each evening from now on, in the environment that is in force then."""
        self._evening_of = environment_of
        self._timer.start(_SOON_MS)

    def look(self) -> None:
        """Begin the sweep of this evening, or of one that was missed, if one is due."""
        self._timer.start(_LOOK_MS)
        environment = self._evening_of()
        if environment is not None:
            self._begin(environment, lambda desk: desk.sweeps.due(), is_evening=True)

    def ask_span(self, environment: Environment, since: datetime, until: datetime) -> None:
        """A person wants to know of all that became PAID in a span."""
        self._begin(environment, lambda desk: desk.sweeps.of_span(since, until), is_evening=False)

    def ask_one(self, environment: Environment, number: int) -> None:
        """A person wants to know of one payment."""
        self._begin(environment, lambda desk: desk.sweeps.of_one(number), is_evening=False)

    @property
    def is_running(self) -> bool:
        """Another one is not begun."""
        return self._is_beginning or self._run is not None

    @property
    def at(self) -> tuple[int, int]:
        """How many payments were dealt with, and of how many; zeros before it is known."""
        return (0, 0) if self._run is None else (self._run.sweep.done, self._run.sweep.total)

    def _begin(
        self,
        environment: Environment,
        make: Callable[[PaymentDesk], Sweep | None],
        *,
        is_evening: bool,
    ) -> None:
        if self.is_running:
            return
        self._is_beginning = True
        job = DeskJob("see what was paid", environment, self._environments, make)
        self._tasks.check(job, partial(self._take_begun, environment, is_evening))
        self.changed.emit()

    def _take_begun(
        self, environment: Environment, is_evening: bool, done: Result[Sweep | None]
    ) -> None:
        self._is_beginning = False
        if done.value is not None:
            self._run, self._told = _Run(environment, done.value, is_evening), 0
            self._step()
        elif done.error is not None and not is_evening:
            self.refused.emit(done.error)
        self.changed.emit()

    # --- going on -------------------------------------------------------------------------

    def _step(self) -> None:
        run = self._run
        if run is None:
            return
        if run.sweep.is_done:
            self._end(run)
        elif self._tasks.is_paying:
            self._again.start()
        else:
            job = DeskJob(
                "ask about paid bills",
                run.environment,
                self._environments,
                lambda _desk: run.sweep.step(),
            )
            self._tasks.check(job, partial(self._take_step, run))

    def _take_step(self, run: _Run, done: Result[SweepResult]) -> None:
        # What was recorded before an error is told all the same.
        found = run.sweep.result.found
        if len(found) > self._told:
            self._told = len(found)
            self._changes.notify(Cause.CAME_BACK, *found)
        if done.error is None:
            self._step()
        else:
            self._run = None
            if not run.is_evening:
                self.refused.emit(done.error)
        self.changed.emit()

    def _end(self, run: _Run) -> None:
        self._run = None
        result = run.sweep.result
        if not run.is_evening:
            self.finished.emit(result)
        elif run.sweep.total and not result.is_cut_short:
            job = DeskJob(
                "note an evening's sweep",
                run.environment,
                self._environments,
                lambda desk: desk.sweeps.note_end(run.environment, result),
            )
            self._tasks.record(job, self._take_noted, None)

    def _take_noted(self, done: Result[None]) -> None:
        """Where it could not be recorded, the sweep is made again: nothing is told twice."""
