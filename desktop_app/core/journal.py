"""The journal: what happened in the shop that is no event of a payment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.shop import FIRST_COUNTER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.core.shop import Till


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
    RESET_REFUSED = "reset_refused"
    """A wrong token for setting the PIN of ``person`` anew; never the token."""
    RESET_ASKED = "reset_asked"
    """The shop keeps no token of LIVE: the PIN of ``person`` can be set anew a day after this."""
    PIN_SET_ANEW = "pin_set_anew"
    """The PIN of ``person`` was set anew; ``way`` is a ``ResetWay``."""
    PIN_NOTICE_ENDED = "pin_notice_ended"
    """An owner's PIN was proved since the last two: nobody is told of them any more."""
    SHIFT_OPENED = "shift_opened"
    SHIFT_CLOSED = "shift_closed"
    SWEPT = "swept"
    """The service was asked whether it took paid bills back; ``checked`` tells how many."""
    SETTINGS_CHANGED = "settings_changed"
    """``names`` are those of the settings that have other values now."""
    TOKEN_SAVED = "token_saved"  # noqa: S105 - a kind, not a token
    TOKEN_REMOVED = "token_removed"  # noqa: S105 - a kind, not a token
    """``environment`` is whose token it was; never the token."""
    OWNER_REFUSED = "owner_refused"
    """No owner proved what ``action`` says: it was not done."""
    CHAIN_BROKEN = "chain_broken"
    """A check found that the record is not what was written; ``BrokenLink.content`` says where."""
    BREAK_SEEN = "break_seen"
    """An owner has read that, with the same content."""
    RECORD_CHECKED = "record_checked"
    """A person had the chain checked, and nothing was found."""
    BACKED_UP = "backed_up"
    """``file`` is the backup; nobody is named for the backup of the day."""
    RESTORED = "restored"
    """``file`` was put in the place of the record, which is kept as ``aside``."""
    RECORD_BEGUN = "record_begun"
    """An empty record took the place of a damaged one, which is kept as ``aside``."""
    LIMIT_SET = "limit_set"
    """How much ``customer`` may owe; ``limit`` is in paisa, empty for "ask each time"."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry. ``operator`` and ``operator_id`` name who did it, as far as that is known.

    ``counter`` is where it happened: the entry is a link of that counter's chain.
    """

    kind: JournalKind
    at: datetime
    operator: str = ""
    operator_id: str = ""
    content: Mapping[str, str] = field(default_factory=dict, hash=False)
    counter: str = FIRST_COUNTER

    def by(self, till: Till) -> JournalEntry:
        """This entry, as done at a till by whoever stands there."""
        return replace(
            self, counter=till.counter, operator=till.operator, operator_id=till.operator_id
        )


class Journal(Protocol):
    """The journal of one record. Every method raises ``LedgerError`` when it cannot be done."""

    def note(self, entry: JournalEntry) -> None:
        """Write an entry."""

    def has(self, kind: JournalKind, content: Mapping[str, str]) -> bool:
        """Tell whether there is an entry of that kind with that content."""
