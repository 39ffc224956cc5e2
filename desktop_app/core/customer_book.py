"""The shop's book of customers: whom an account belongs to, and which accounts run out soon."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.folded_text import folded_words
from desktop_app.core.on_account import MAX_NAME, MAX_PHONE
from desktop_app.core.typed_text import typed_code, typed_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.customers import AccountFilter, KnownAccount

MAX_NOTE = 500


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """What the shop keeps of a customer. The note is the shop's own: it never leaves the record.

    ``id`` is the one in this record; 0 for a card that is not kept yet.
    """

    name: str
    phone: str = ""
    note: str = field(default="", repr=False)
    is_favourite: bool = False
    id: int = 0

    def tidied(self) -> CustomerCard:
        """The same as it is kept: visible characters alone, and no longer than the record takes."""
        return CustomerCard(
            " ".join(typed_text(self.name).split())[:MAX_NAME].strip(),
            " ".join(typed_code(self.phone).split())[:MAX_PHONE].strip(),
            " ".join(typed_text(self.note).split())[:MAX_NOTE].strip(),
            self.is_favourite,
            self.id,
        )

    @property
    def found_by(self) -> str:
        """All that a search for a customer looks in. Other rules for it need a migration."""
        texts = (self.name, self.phone, self.note)
        words = (word for text in texts for word in _spelled(text))
        return " ".join(dict.fromkeys((*words, *_joined(texts[:2]))))

    def merged(self, other: CustomerCard) -> CustomerCard:
        """This card with what only the other one says: nothing that is kept is replaced."""
        has_all = other.note in self.note
        return CustomerCard(
            self.name,
            self.phone or other.phone,
            self.note if has_all else " · ".join(filter(None, (self.note, other.note))),
            self.is_favourite or other.is_favourite,
            self.id,
        ).tidied()


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """One line of the list: an account, its customer's card, or both.

    Attributes:
        account: looked up before, or taken over from an older list; None for a card without any.
        card: the customer that the account belongs to, as far as the shop has said so.
        expires_on: the day on which the last look-up says that it runs out; None after a payment.
        reminded_at: when the shop last told the customer.
    """

    account: KnownAccount | None
    card: CustomerCard | None = None
    expires_on: date | None = None
    reminded_at: datetime | None = None

    @property
    def name(self) -> str:
        """The customer's name: as the shop writes it, else as the company does, else the id."""
        if self.card is not None:
            return self.card.name
        return "" if self.account is None else self.account.customer_name or self.account.account_id


class DuePeriod(StrEnum):
    """When an account runs out."""

    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    MONTH = "month"
    GONE = "gone"
    """It ran out already; the last ones first."""

    def span(self, today: date) -> tuple[date, date]:
        """The first and the last day of the period."""
        if self is DuePeriod.GONE:
            return today - _GONE, today - timedelta(days=1)
        return today, today + _AHEAD[self]


_AHEAD = {
    DuePeriod.TODAY: timedelta(0),
    DuePeriod.THREE_DAYS: timedelta(days=3),
    DuePeriod.WEEK: timedelta(days=7),
    DuePeriod.MONTH: timedelta(days=30),
}
_GONE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class DueSpan:
    """The days on which accounts run out that are wanted, both included."""

    since: date
    until: date
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Which lines are wanted.

    Attributes:
        companies: those whose accounts are shown, and the texts any of which theirs are found by.
        text: what was typed: a part of a name, a phone number, an account id or a note.
        favourites: only the customers that the shop has marked.
        due: only accounts that run out then and for which nothing was paid here since; those
            that run out first come first. None for all, those looked up last first.
    """

    companies: AccountFilter
    text: str = ""
    favourites: bool = False
    due: DueSpan | None = None

    @property
    def is_searched(self) -> bool:
        """Something was typed."""
        return bool(typed_code(self.text))

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, each of which is a part of what a card is found by."""
        return tuple(dict.fromkeys(folded_words(self.text)))


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a page of lines ended: at an account, or at a card without accounts."""

    at: datetime | None = None
    day: date | None = None
    company: str = ""
    account: str = ""
    card: int | None = None


@dataclass(frozen=True, slots=True)
class LinePage:
    """Some of the lines. ``next`` is where the others go on; None at the end."""

    lines: tuple[CustomerLine, ...]
    next: LinePlace | None


class CustomerLedger(Protocol):
    """The customers of one environment. Every method may raise ``LedgerError``."""

    def lines(
        self, wanted: LineFilter, *, after: LinePlace | None = None, most: int = 100
    ) -> LinePage:
        """Return at most so many lines behind that place."""

    def count(self, wanted: LineFilter) -> int:
        """Count the lines that ``lines`` gives on all its pages."""

    def card(self, number: int) -> CustomerCard | None:
        """The card with that id."""

    def accounts_of(self, card: int) -> tuple[CustomerLine, ...]:
        """The accounts of a customer, those looked up last first."""

    def like(self, text: str, most: int) -> tuple[CustomerCard, ...]:
        """Customers that are found by that text, by name."""

    def save(
        self, card: CustomerCard, at: datetime, account: AccountKey | None = None
    ) -> CustomerCard:
        """Keep a card, in the place of the one with its id; and give it an account.

        A new one with the name and phone of one that is there completes that one.
        """

    def set_favourite(self, card: int, *, is_favourite: bool) -> None:
        """Mark a customer, or take the mark away."""

    def release(self, account: AccountKey) -> None:
        """The account belongs to nobody from now on."""

    def set_reminded(self, account: AccountKey, at: datetime | None) -> None:
        """Note when the customer was told that the account runs out; None for not at all."""


def _spelled(text: str) -> Iterable[str]:
    """The folded words, and the same with their nasals as written: half a word is typed so."""
    return (*folded_words(text), *folded_words(text, joins_nasals=False))


def _joined(texts: Iterable[str]) -> Iterable[str]:
    """Names and phone numbers without the blanks that they are written with."""
    return ("".join(folded_words(text)) for text in texts)
