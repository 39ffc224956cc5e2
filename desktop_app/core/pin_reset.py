"""An owner's PIN set anew, where it was forgotten: by whoever holds the shop's token.

The token is what only the owner has. Where the shop keeps none, it holds no access to money, and
what stands between a clerk and the owner's PIN is time: it is asked for, everybody sees it, and any
owner's PIN calls it off.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop_app.core.environment import Environment

RESET_WAIT = timedelta(hours=24)
"""From asking until a PIN can be set anew without a token."""
TOKEN_OF_SHOP = "token of the shop"  # noqa: S105 - who did it, as the journal names it


class ResetWay(StrEnum):
    """What sets an owner's PIN anew in this shop."""

    LIVE_TOKEN = "live_token"  # noqa: S105 - a way, not a token
    TEST_TOKEN = "test_token"  # noqa: S105 - a way, not a token
    WAITING = "waiting"

    @property
    def environment(self) -> Environment | None:
        """Whose token it is; None where no token is kept."""
        if self is ResetWay.WAITING:
            return None
        return Environment.LIVE if self is ResetWay.LIVE_TOKEN else Environment.TEST


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
    """How the PIN of an owner can be set anew; ``asked_at`` where waiting for it has begun."""

    way: ResetWay
    asked_at: datetime | None = None

    @property
    def possible_from(self) -> datetime | None:
        """When waiting ends; None where it has not begun."""
        return None if self.asked_at is None else self.asked_at + RESET_WAIT

    def is_over(self, now: datetime) -> bool:
        """The time of waiting is over."""
        return self.possible_from is not None and now >= self.possible_from


def same_token(typed: str, kept: str) -> bool:
    """Tell whether both are the same token, in a time that does not depend on where they differ."""
    first, second = (hashlib.sha256(at.encode("utf-8", "surrogatepass")) for at in (typed, kept))
    return bool(kept) and hmac.compare_digest(first.digest(), second.digest())
