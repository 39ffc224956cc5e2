"""The people who stand at the counter, and what is the owner's alone.

A shop in which no owner has a PIN is a shop of one: it is asked for nothing, and everybody has the
owner's rights. From the first owner's PIN on, each action of :class:`OwnerAction` needs a
:class:`Proof` of an owner.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.lockout import OPEN, Lockout
from desktop_app.core.typed_text import typed_text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.journal import JournalEntry
    from desktop_app.core.pin_reset import PinNotice, PinSetAnew

MAX_NAME = 60
PROOF_SECONDS = 300.0
"""How long a proven PIN counts, on a clock that nobody can set."""


class Role(StrEnum):
    """What a person may do."""

    OWNER = "owner"
    CLERK = "clerk"


class OwnerAction(StrEnum):
    """What only an owner may do."""

    SETTINGS = "settings"
    TOKEN = "token"  # noqa: S105 - a name, not a token
    REVIEWS = "reviews"
    """Deciding what became of a payment that the service's answers leave open."""
    RESTORE = "restore"
    """Putting a backup, or an empty record, in the place of the record."""
    REMOVING_DATA = "removing_data"
    RECORD = "record"
    """Putting away the notice that the record is not what was written."""
    LIMITS = "limits"
    ON_ACCOUNT = "on_account"
    """Letting a customer owe money."""
    PEOPLE = "people"
    CREDIT = "credit"
    """Noting what moved the shop's credit, asking for more, and what it earns."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A person at the counter. ``id`` is 32 hex digits, and stays when the name changes."""

    id: str
    name: str
    role: Role
    added_at: datetime
    is_active: bool = True
    pin_hash: str = field(default="", repr=False)
    """As ``core.pins`` stores it; empty for a person without a PIN."""
    lockout: Lockout = OPEN

    @property
    def has_pin(self) -> bool:
        """A PIN is asked for when this person comes to the counter."""
        return bool(self.pin_hash)

    @property
    def is_owner(self) -> bool:
        """The person has the owner's role, and still works here."""
        return self.role is Role.OWNER and self.is_active


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody proved to be this person, at ``at``; ``until`` is on the monotonic clock."""

    operator_id: str
    name: str
    role: Role
    at: datetime
    until: float

    def holds(self, monotonic: float) -> bool:
        """Tell whether it still counts."""
        return monotonic < self.until

    def allows(self, action: OwnerAction, monotonic: float) -> bool:
        """Tell whether this person may do that now."""
        return self.holds(monotonic) and self.role is Role.OWNER and action in OwnerAction


class PeopleFault(StrEnum):
    """Why people cannot be changed in this way."""

    NO_NAME = "no_name"
    NAME_TAKEN = "name_taken"
    FIRST_IS_OWNER = "first_is_owner"
    """Nobody could open the settings if only a clerk had a PIN."""
    LAST_OWNER = "last_owner"
    """The same, seen from the other end."""
    GONE = "gone"
    """There is no such person, or no more."""
    BAD_PIN = "bad_pin"
    NOT_PROVED = "not_proved"
    """An owner's PIN is wanted first."""


@dataclass(frozen=True, slots=True)
class People:
    """All people of the shop, those who have left included; ``notice`` is told at the counter."""

    everyone: tuple[Operator, ...] = ()
    notice: PinNotice | None = None

    @property
    def active(self) -> tuple[Operator, ...]:
        """Those who work here: owners first, each in the order in which they were added."""
        return tuple(
            sorted(
                (one for one in self.everyone if one.is_active),
                key=lambda one: (not one.is_owner, one.added_at, one.id),
            )
        )

    @property
    def owners(self) -> tuple[Operator, ...]:
        """The owners whose PIN can be asked for."""
        return tuple(one for one in self.active if one.is_owner and one.has_pin)

    @property
    def are_guarded(self) -> bool:
        """An owner has a PIN, so that the owner's actions need it. False in a shop of one."""
        return bool(self.owners)

    def get(self, operator_id: str) -> Operator | None:
        """The person with that id who works here."""
        return next((one for one in self.active if one.id == operator_id), None)

    def named(self, name: str) -> Operator | None:
        """The person with that name who works here, in any case of its letters."""
        wanted = tidy_name(name).casefold()
        return next((one for one in self.active if one.name.casefold() == wanted), None)

    def with_operator(self, operator: Operator) -> People:
        """These people with that person as given, in the place of the one with the same id."""
        others = tuple(one for one in self.everyone if one.id != operator.id)
        return People((*others, operator))

    def check_name(self, name: str, operator_id: str = "") -> PeopleFault | None:
        """Return why a person cannot be called that; papers name people by their name alone."""
        tidy = tidy_name(name)
        if not tidy:
            return PeopleFault.NO_NAME
        other = self.named(tidy)
        return PeopleFault.NAME_TAKEN if other is not None and other.id != operator_id else None

    def check_change(self, after: Operator) -> PeopleFault | None:
        """Return why a person cannot become that. New people are checked the same way.

        No change may leave a PIN in use while no owner has one: nobody could undo it.
        """
        fault = self.check_name(after.name, after.id) if after.is_active else None
        if fault is not None:
            return fault
        then = self.with_operator(after)
        if then.are_guarded or not any(one.has_pin for one in then.active):
            return None
        return PeopleFault.LAST_OWNER if self.are_guarded else PeopleFault.FIRST_IS_OWNER


class PinOutcome(Enum):
    """What became of a PIN that was typed."""

    RIGHT = auto()
    WRONG = auto()
    LOCKED = auto()
    """It was not looked at: too many wrong ones came before."""
    GONE = auto()
    """The person is not here any more, or has no PIN."""


@dataclass(frozen=True, slots=True)
class PinAnswer:
    """``locked_until`` is when the next PIN may be tried, where that is later than now."""

    outcome: PinOutcome
    proof: Proof | None = None
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """The people as they are now, and why they are not changed, if they are not."""

    people: People
    fault: PeopleFault | None = None


def tidy_name(name: str) -> str:
    """A name as it is kept: without blanks around and within, and not endless."""
    return " ".join(typed_text(name).split())[:MAX_NAME].strip()


def without_pin(operator: Operator) -> Operator:
    """The person without a PIN."""
    return replace(operator, pin_hash="", lockout=OPEN)


class PeopleRecord(Protocol):
    """Where people lie. Every method raises ``LedgerError`` when it cannot be done."""

    def people(self) -> People:
        """Everybody, those who have left included."""

    def save(self, operator: Operator, entry: JournalEntry | None = None) -> None:
        """Write a person, new or changed, and tell it in the journal, both or neither."""

    def note(self, entry: JournalEntry) -> None:
        """Write an entry into the journal."""

    def reset_asked_at(self, operator_id: str) -> datetime | None:
        """When it was asked for that the PIN of an owner can be set anew; None where nobody waits.

        What is asked or done for another owner ends no wait; any owner's PIN ends all.
        """

    def pins_set_anew(self, since: datetime) -> tuple[PinSetAnew, ...]:
        """When an owner's PIN was set anew after that time, oldest first."""
