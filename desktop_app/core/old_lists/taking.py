"""Decides of each row of an older list whether it is taken over, known already, or neither.

Nothing that the record has is replaced, and no row is left out in silence: each is counted once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.customer_book import MAX_NOTE, CustomerCard
from desktop_app.core.folded_text import fold
from desktop_app.core.old_lists.columns import Columns, Part, company_of
from desktop_app.core.on_account import MAX_NAME, MAX_PHONE
from desktop_app.core.typed_text import typed_code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.environment import Environment


class Reason(StrEnum):
    """Why a row is not taken over."""

    NO_NAME = "no_name"
    """Neither a name nor an account."""
    TOO_LONG = "too_long"
    NO_PHONE = "no_phone"
    """There are letters where the phone should be."""
    NO_COMPANY = "no_company"
    UNKNOWN_COMPANY = "unknown_company"
    BAD_ACCOUNT = "bad_account"
    TOO_MANY_CELLS = "too_many_cells"
    """Cells behind the last column: a separator too many has shifted them."""
    OTHER_PHONE = "other_phone"
    OTHER_NOTE = "other_note"
    OTHERS_ACCOUNT = "others_account"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that is not taken over, as it stood in the file; ``detail`` is what stands against
    it.
    """

    cells: tuple[str, ...]
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a list: its columns, and the company where no column names one."""

    columns: Columns
    has_header: bool
    company: str = ""

    def count(self, rows: Sequence[tuple[str, ...]]) -> int:
        """How many of a list's rows are customers."""
        return len(rows) - 1 if self.has_header and rows else len(rows)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be taken over. ``key`` is None for a customer without an account."""

    cells: tuple[str, ...]
    card: CustomerCard
    key: AccountKey | None = None
    provider: str = ""
    account_id: str = ""


Read = Candidate | Rejected


@dataclass(slots=True)
class Book:
    """What the record has: cards by id, and of each name of an account whose it is, None for
    nobody's, and how the company names its customer.
    """

    cards: dict[int, CustomerCard] = field(default_factory=dict)
    owners: dict[tuple[str, str], int | None] = field(default_factory=dict)
    customer_names: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Renamed:
    """An account of the record that was shown with one name, and is shown with the list's now."""

    account_id: str
    before: str
    after: str


@dataclass(slots=True)
class Plan:
    """What is taken of a list.

    ``cards`` are new ones, or such that get a longer note; ``accounts`` are new, and ``given`` are
    those of the record that were nobody's, each with the id of its card or None. ``renamed`` are
    those of them that the company names otherwise than the list.
    """

    taken: int = 0
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    new_cards: dict[int, CustomerCard] = field(default_factory=dict)
    changed_cards: dict[int, CustomerCard] = field(default_factory=dict)
    accounts: list[tuple[Candidate, int | None]] = field(default_factory=list)
    given: list[tuple[AccountKey, int]] = field(default_factory=list)
    renamed: list[Renamed] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows of the list were decided on."""
        return self.taken + self.known + len(self.rejected)

    def add(self, later: Plan) -> None:
        """Add what was decided on later rows of the same list."""
        self.taken += later.taken
        self.known += later.known
        self.rejected += later.rejected
        self.new_cards |= later.new_cards
        for number, card in later.changed_cards.items():
            self.change(number, card)
        self.accounts += later.accounts
        self.given += later.given
        self.renamed += later.renamed

    def change(self, number: int, card: CustomerCard) -> None:
        """Take a card as it is now, which may be one of the new ones."""
        cards = self.new_cards if number in self.new_cards else self.changed_cards
        cards[number] = card


def read_rows(
    rows: Sequence[tuple[str, ...]],
    choice: Choice,
    providers: Mapping[str, Provider],
    environment: Environment,
) -> Iterator[Read]:
    """Read each row but the one with the names of the columns, whatever the record has."""
    by_text: dict[str, Provider | None] = {}
    width = len(rows[0]) if choice.has_header and rows else None
    for row in rows[1:] if choice.has_header else rows:
        yield _read(row, width, choice, providers, environment, by_text)


def _read(
    row: tuple[str, ...],
    width: int | None,
    choice: Choice,
    providers: Mapping[str, Provider],
    environment: Environment,
    by_text: dict[str, Provider | None],
) -> Read:
    cells = {part: row[at] if at < len(row) else "" for part, at in choice.columns.items()}
    name, note = cells.get(Part.NAME, ""), cells.get(Part.NOTE, "")
    phone, account = typed_code(cells.get(Part.PHONE, "")), typed_code(cells.get(Part.ACCOUNT, ""))
    company = cells.get(Part.COMPANY, "")
    if width is not None and any(row[width:]):
        return Rejected(row, Reason.TOO_MANY_CELLS)
    if not fold(phone):
        phone = ""
    if not any(one.isalnum() for one in account):
        account = ""
    if not (fold(name) or account):
        return Rejected(row, Reason.NO_NAME)
    if phone and not any(one.isdigit() for one in phone):
        return Rejected(row, Reason.NO_PHONE, phone)
    provider: Provider | None = None
    if account:
        provider, trouble = _provider_of(company, choice, providers, by_text)
        if provider is None:
            return Rejected(row, trouble, company)
        if provider.info.account_field.validate(account) is not None:
            return Rejected(row, Reason.BAD_ACCOUNT, provider.info.name)
    elif company:
        # Nothing is left out: the company is worth a note where no account tells it.
        note = " · ".join(part for part in (note, company) if part)
    if len(name) > MAX_NAME or len(phone) > MAX_PHONE or len(note) > MAX_NOTE:
        return Rejected(row, Reason.TOO_LONG)
    card = CustomerCard(name, phone, note).tidied()
    if provider is None:
        return Candidate(row, card)
    key = provider.account_key(environment, account)
    return Candidate(row, card, key, provider.info.slug, account)


def _provider_of(
    company: str,
    choice: Choice,
    providers: Mapping[str, Provider],
    by_text: dict[str, Provider | None],
) -> tuple[Provider | None, Reason]:
    if not company:
        return providers.get(choice.company), Reason.NO_COMPANY
    if company not in by_text:
        info = company_of(company, [one.info for one in providers.values()])
        by_text[company] = None if info is None else providers[info.slug]
    return by_text[company], Reason.UNKNOWN_COMPANY


class Taking:
    """Goes through the rows of a list, and adds what is taken to what the record has.

    The book is this object's own from then on. New cards get the ids after those in it.
    """

    def __init__(self, book: Book) -> None:
        self._plan = Plan()
        self._book = book
        self._next = max(book.cards, default=0) + 1
        self._by_name: dict[tuple[str, str], int] = {}
        for number, card in book.cards.items():
            self._by_name.setdefault(_name_of(card), number)

    def decide(self, read: Iterable[Read]) -> Plan:
        """Decide on the next rows, in their order. Returns what was decided on these alone."""
        self._plan = Plan()
        for one in read:
            if isinstance(one, Rejected):
                self._plan.rejected.append(one)
            else:
                self._take(one)
        return self._plan

    def _take(self, one: Candidate) -> None:
        owner = self._owner_of(one.key)
        if owner is not None:
            self._compare(one, owner)
        elif one.key is None:
            self._take_card(one)
        else:
            self._take_account(one, one.key)

    def _owner_of(self, key: AccountKey | None) -> int | None:
        names = () if key is None else key.names
        company = "" if key is None else key.company
        owners = (self._book.owners.get((company, name)) for name in names)
        return next((owner for owner in owners if owner is not None), None)

    def _compare(self, one: Candidate, owner: int) -> None:
        """The account, or the name and phone, are a customer's already."""
        card, new = self._book.cards[owner], one.card
        if new.name and fold(new.name) != fold(card.name):
            self._reject(one, Reason.OTHERS_ACCOUNT, card.name)
        elif new.phone and fold(new.phone) != fold(card.phone):
            self._reject(one, Reason.OTHER_PHONE, card.phone)
        elif fold(new.note) not in fold(card.note):
            self._reject(one, Reason.OTHER_NOTE, card.note)
        else:
            self._plan.known += 1

    def _take_card(self, one: Candidate) -> None:
        same = self._by_name.get(_name_of(one.card))
        if same is not None:
            self._compare(one, same)
            return
        self._add_card(one.card)
        self._plan.taken += 1

    def _take_account(self, one: Candidate, key: AccountKey) -> None:
        """The account is new, or nobody's so far."""
        is_new = not any((key.company, name) in self._book.owners for name in key.names)
        known_as = self._known_as(key)
        owner: int | None = None
        if one.card.name or one.card.phone or one.card.note:
            name = one.card.name or known_as or one.account_id
            card = replace(one.card, name=name).tidied()
            owner = self._by_name.get(_name_of(card))
            if owner is None:
                owner = self._add_card(card)
            elif not self._add_note(owner, card.note):
                self._reject(one, Reason.TOO_LONG)
                return
        elif not is_new:
            self._plan.known += 1
            return
        if is_new:
            self._plan.accounts.append((one, owner))
        elif owner is not None:
            self._plan.given.append((key, owner))
            after = self._book.cards[owner].name
            if known_as and fold(known_as) != fold(after):
                self._plan.renamed.append(Renamed(one.account_id, known_as, after))
        for name in key.names:
            self._book.owners[key.company, name] = owner
        self._plan.taken += 1

    def _known_as(self, key: AccountKey) -> str:
        """How the company names the customer of an account, as far as it was looked up."""
        names = (self._book.customer_names.get((key.company, name)) for name in key.names)
        return next((name for name in names if name), "")

    def _add_card(self, card: CustomerCard) -> int:
        number = self._next
        self._next += 1
        self._plan.new_cards[number] = self._book.cards[number] = replace(card, id=number)
        self._by_name[_name_of(card)] = number
        return number

    def _add_note(self, number: int, note: str) -> bool:
        """Lengthen the note of a card; False where there is no room."""
        card = self._book.cards[number]
        if fold(note) in fold(card.note):
            return True
        longer = " · ".join(part for part in (card.note, note) if part)
        if len(longer) > MAX_NOTE:
            return False
        changed = self._book.cards[number] = replace(card, note=longer)
        self._plan.change(number, changed)
        return True

    def _reject(self, one: Candidate, reason: Reason, detail: str = "") -> None:
        self._plan.rejected.append(Rejected(one.cells, reason, detail))


def _name_of(card: CustomerCard) -> tuple[str, str]:
    return fold(card.name), fold(card.phone)


def reasons_of(rejected: Collection[Rejected]) -> dict[Reason, int]:
    """How many rows are rejected for each reason, the most frequent first."""
    counts: dict[Reason, int] = {}
    for one in rejected:
        counts[one.reason] = counts.get(one.reason, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))
