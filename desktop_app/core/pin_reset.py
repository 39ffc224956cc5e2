"""An owner's PIN set anew, where it was forgotten: by whoever holds the shop's token of LIVE.

That token is what only the owner has; one of TEST is handed around, and opens nothing. Where the
shop keeps none of LIVE, it holds no access to money, and what stands between a clerk and the
owner's PIN is time: it is asked for, everybody sees it, and any owner's PIN calls it off.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

RESET_WAIT = timedelta(hours=24)
"""From asking until a PIN can be set anew without a token."""
TOKEN_OF_SHOP = "token of the shop"  # noqa: S105 - who did it, as the journal names it


class ResetWay(StrEnum):
    """What sets an owner's PIN anew in this shop."""

    LIVE_TOKEN = "live_token"  # noqa: S105 - a way, not a token
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class PinNotice:
    """Everybody at the counter is told it until an owner's PIN is proved.

    An owner's PIN was set anew, or somebody asked that it can be (``is_set`` is False).
    """

    person: str
    operator_id: str
    at: datetime
    is_set: bool


@dataclass(frozen=True, slots=True)
class PinSetAnew:
    """An owner's PIN was set anew; ``way`` is a ``ResetWay``, or one of a newer program."""

    at: datetime
    way: str


@dataclass(frozen=True, slots=True)
class ResetState:
    """How the PIN of an owner can be set anew; ``asked_at`` where waiting for it has begun.

    ``not_before`` is when a wait ends that the running program has measured itself, whatever the
    clock of the computer said meanwhile.
    """

    way: ResetWay
    asked_at: datetime | None = None
    not_before: datetime | None = None

    @property
    def possible_from(self) -> datetime | None:
        """When waiting ends; None where it has not begun."""
        if self.asked_at is None:
            return None
        asked = self.asked_at + RESET_WAIT
        return asked if self.not_before is None else max(asked, self.not_before)

    def is_over(self, now: datetime) -> bool:
        """The time of waiting is over."""
        return self.possible_from is not None and now >= self.possible_from


def same_token(typed: str, kept: str) -> bool:
    """Tell whether both are the same token, in a time that does not depend on where they differ."""
    first, second = (hashlib.sha256(at.encode("utf-8", "surrogatepass")) for at in (typed, kept))
    return bool(kept) and hmac.compare_digest(first.digest(), second.digest())
