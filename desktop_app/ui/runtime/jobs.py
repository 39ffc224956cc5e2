"""Jobs for workers: small values that say what is done, and in which environment.

The environment is fixed when the job is made, on the window's thread: a job that waits its turn
while another environment is chosen still works in the one that was on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.desk import PaymentDesk
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.ui.runtime.ports import EnvironmentsPort

    Report: TypeAlias = Callable[[object], None]
    """Called on the worker with what a job has come to; it is passed on to the window."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class NamedJob(Protocol[T_co]):
    """Types a worker's job: a callable with a name."""

    @property
    def name(self) -> str:
        """Return the name of the job, for the log."""

    def __call__(self) -> T_co:
        """Do it, on a worker."""


class ReportingJob(Protocol[T_co]):
    """A job that tells how far it has come."""

    @property
    def name(self) -> str:
        """Return the name of the job, for the log."""

    def __call__(self, report: Report) -> T_co:
        """Do it, on a worker."""


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """Work that needs no environment, or was given it already.

    Attributes:
        name: what is done, for the log.
        work: what a worker calls; it touches no widget. It may hold a token, so it is never shown.
    """

    name: str
    work: Callable[[], T] = field(repr=False)

    def __call__(self) -> T:
        """Do it, on a worker."""
        return self.work()


@dataclass(frozen=True, slots=True)
class DeskJob(Generic[T]):
    """Works at the desk of one environment."""

    name: str
    environment: Environment
    environments: EnvironmentsPort = field(repr=False)
    work: Callable[[PaymentDesk], T] = field(repr=False)

    def __call__(self) -> T:
        """Open the desk, if it is not open, and do it, on a worker."""
        return self.work(self.environments.desk(self.environment))


@dataclass(frozen=True, slots=True)
class ReportingDeskJob(Generic[T]):
    """Work at the desk of one environment that tells how far it has come."""

    name: str
    environment: Environment
    environments: EnvironmentsPort = field(repr=False)
    work: Callable[[PaymentDesk, Report], T] = field(repr=False)

    def __call__(self, report: Report) -> T:
        """Open the desk, if it is not open, and do it, on a worker."""
        return self.work(self.environments.desk(self.environment), report)


@dataclass(frozen=True, slots=True)
class LedgerJob(Generic[T]):
    """Asks the ledger of one environment."""

    name: str
    environment: Environment
    environments: EnvironmentsPort = field(repr=False)
    work: Callable[[Ledger], T] = field(repr=False)

    def __call__(self) -> T:
        """Open the ledger, if it is not open, and ask, on a worker."""
        return self.work(self.environments.ledger(self.environment))


@dataclass(frozen=True, slots=True)
class RecordJob(Generic[T]):
    """Works with both desk and ledger of one environment."""

    name: str
    environment: Environment
    environments: EnvironmentsPort = field(repr=False)
    work: Callable[[PaymentDesk, Ledger], T] = field(repr=False)

    def __call__(self) -> T:
        """Open both, if they are not open, and do it, on a worker."""
        desk = self.environments.desk(self.environment)
        return self.work(desk, self.environments.ledger(self.environment))
