"""Customers that the shop has served."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.clock import NEPAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.core.billing.forms import Values
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.money import Money


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account looked up before, with what was known then and what was paid here.

    ``provider`` is the service that it was looked up with last, ``company`` the one behind it.
    """

    provider: str
    account_id: str
    customer_name: str
    looked_up_at: datetime
    days_left: int | None = None
    branch: str = ""
    bills: int | None = None
    paid_times: int = 0
    last_paid_at: datetime | None = None
    last_amount: Money | None = None
    last_offer: str = ""
    company: str = ""
    entry: Values = field(default_factory=dict, hash=False)
    """What was entered then, by the name of the field; empty for look-ups of older programs."""


_URGENT_DAYS = 3


def days_left(known: KnownAccount, now: datetime) -> int | None:
    """Days left today: those of the look-up less the days gone since then; never below 0."""
    if known.days_left is None:
        return None
    gone = now.astimezone(NEPAL).date() - known.looked_up_at.astimezone(NEPAL).date()
    return max(0, known.days_left - max(0, gone.days))


def provider_of(known: KnownAccount, providers: Mapping[str, Provider]) -> Provider | None:
    """The provider to look a customer up with: the last one, or another service of its company."""
    if known.provider in providers:
        return providers[known.provider]
    return next((p for p in providers.values() if p.info.company == known.company), None)


def is_urgent(known: KnownAccount, now: datetime) -> bool:
    """The account ends within days."""
    left = days_left(known, now)
    return left is not None and left <= _URGENT_DAYS
