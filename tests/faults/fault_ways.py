"""In which ways a shop pays, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import PaymentState
from desktop_app.providers.worldlink import PROVIDER as WORLDLINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.billing.provider import Provider
    from desktop_app.sandbox.rules import BookedUnder
    from desktop_app.service.status_lookup import LookupForm


@dataclass(frozen=True, slots=True)
class Way:
    """How a shop pays. The default, and others for the long run."""

    name: str = ""
    provider: Provider = WORLDLINK
    id_field: str = "username"
    customers: dict[str, str] = field(default_factory=dict, hash=False)
    withdrawn: LookupForm | None = None
    restarts: bool = False
    values: dict[str, str] = field(default_factory=dict, hash=False)
    """What is entered beside the account."""
    flows: dict[str, str] = field(default_factory=dict, hash=False)
    """The flows that the practice service serves the provider with, by slug."""
    booked_under: BookedUnder | None = None
    """The reference by which the service knows a payment whose call lists none."""
    share: int = 1
    """The short run has one fault of so many."""


WORLDLINK_WAY = Way()


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a fault: a state for each payment, and every promise that was broken.

    Attributes:
        truly_paid: what the service itself says of each payment.
        commits: the references of the commits that came.
        lost: payments that the service has as paid, and the shop as not paid or not at all.
        doubled: how often an account was paid more than once.
        broken: rules that were not kept.
    """

    at_once: tuple[PaymentState | None, ...]
    end: tuple[PaymentState, ...]
    truly_paid: tuple[bool, ...]
    commits: tuple[str, ...]
    lost: int
    doubled: int
    seconds: float
    broken: tuple[str, ...]

    @property
    def wrongly_paid(self) -> int:
        return sum(e is PaymentState.PAID and not p for e, p in self._both)

    @property
    def wrongly_returned(self) -> int:
        return sum(e is PaymentState.NOT_PAID and p for e, p in self._both)

    @property
    def _both(self) -> Iterator[tuple[PaymentState, bool]]:
        return zip(self.end, self.truly_paid, strict=True)
