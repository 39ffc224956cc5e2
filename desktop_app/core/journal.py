"""The journal: what happened in the shop that is no event of a payment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class JournalKind(StrEnum):
    """What an entry tells."""

    PIN_REFUSED = "pin_refused"
    """A wrong PIN; the entry names the person whose PIN it was to be."""
    OWNER_PROVED = "owner_proved"
    """An owner's PIN opened what ``action`` says."""
    OPERATOR_SWITCHED = "operator_switched"
    LOCKED = "locked"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    """``person`` is whose name, role or PIN it was; never the PIN."""
    PERSON_RETIRED = "person_retired"
    SHIFT_OPENED = "shift_opened"
    SHIFT_CLOSED = "shift_closed"
    SWEPT = "swept"
    """The service was asked whether it took paid bills back; ``checked`` tells how many."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry. ``operator`` and ``operator_id`` name who did it, as far as that is known."""

    kind: JournalKind
    at: datetime
    operator: str = ""
    operator_id: str = ""
    content: Mapping[str, str] = field(default_factory=dict, hash=False)
