"""What the program knows of an internet company: one subclass a provider, one file each.

A provider turns what the clerk typed into calls, and answers into accounts with offers. It never
sees the token, the network, the window or the ledger, and never decides a payment's state.

The seam carries every flow of the service: a call without reading first (``start`` returns an
account with an open amount), a price list or details (``start`` returns a call, ``read`` its
answer), and flows with a call in the middle, after the choice (``middle`` and ``read_middle``).
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.billing.accounts import NOTHING, Account, Body, Offer
from desktop_app.core.environment import Environment
from desktop_app.core.errors import Problem

Entry: TypeAlias = Mapping[str, str]
"""What the clerk typed, by the name of the field."""

MAX_CHARACTERS = 50


class FieldLabel(StrEnum):
    """What a field asks for; the words are made in ``ui/``."""

    USERNAME = "username"
    CUSTOMER_ID = "customer_id"
    PHONE = "phone"


class OfferStyle(StrEnum):
    """How a provider's offers are shown."""

    PACKAGES = "packages"
    BILLS = "bills"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class EntryField:
    """A field that the clerk fills. ``pattern`` is matched against the whole text.

    ``allowed`` is a pattern of one allowed character, to name the first that is not.
    """

    name: str
    label: FieldLabel
    example: str = ""
    pattern: str = ""
    allowed: str = ""
    most: int = MAX_CHARACTERS

    def fault(self, text: str) -> FieldError | None:
        """Why the text cannot be an entry, or None. The empty text is no fault yet."""
        if len(text) > self.most:
            return FieldError(FieldErrorKind.TOO_LONG, str(self.most))
        if self.allowed:
            for character in text:
                if not re.fullmatch(self.allowed, character):
                    return FieldError(FieldErrorKind.CHARACTER, character)
        if text and self.pattern and not re.fullmatch(self.pattern, text):
            return FieldError(FieldErrorKind.PATTERN, text)
        return None


class FieldErrorKind(StrEnum):
    """Why an entry is refused before it is sent."""

    TOO_LONG = "too_long"
    CHARACTER = "character"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class FieldError:
    """A fault of an entry; ``what`` is the limit, the character or the text."""

    kind: FieldErrorKind
    what: str


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """Who the provider is and what it asks of the clerk. The first field is the account id.

    ``company`` names the company behind the service; services of one company share it, and with
    it their customers. It is the slug where a company has one service.
    """

    slug: str
    name: str
    monogram: str
    style: OfferStyle
    fields: tuple[EntryField, ...]
    retired: bool = False
    rank: int = 100
    """Place among the providers that were used equally often; lower stands first."""
    company: str = ""

    def __post_init__(self) -> None:
        if not self.company:
            object.__setattr__(self, "company", self.slug)

    @property
    def account_field(self) -> EntryField:
        """The field whose text is the account id."""
        return self.fields[0]


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the service, without token and reference, which the client adds."""

    path: str
    fields: Body = field(default=NOTHING, hash=False)
    with_reference: bool = True


class Provider(ABC):
    """One internet company."""

    info: ProviderInfo

    def canonical(self, account_id: str) -> str:
        """The form that all spellings of one account id share.

        A provider that changes it changes which customers are one: what is in a ledger already
        needs a migration.
        """
        return canonical(account_id)

    def account_key(self, environment: Environment, account_id: str) -> AccountKey:
        """The key of a customer of this provider."""
        return AccountKey(environment, self.info.company, self.canonical(account_id))

    @abstractmethod
    def start(self, entry: Entry) -> Call | Account:
        """The first read call, or the account itself where the provider has nothing to read."""

    @abstractmethod
    def read(self, entry: Entry, answer: Body) -> Account:
        """The account in a successful answer.

        Raises:
            NotUnderstood: the shape contradicts itself; nothing may be paid from it.
        """

    def refusal(self, code: str, explanation: str) -> Problem:
        """What a refused read call means: REFUSED, or NOTHING_TO_PAY where the provider says so.

        Only for the sentence that is shown; a read call pays nothing.
        """
        return Problem.REFUSED

    def middle(self, account: Account, offer: Offer) -> Call | None:
        """The read call that must follow the choice of ``offer``, if the provider has one."""
        return None

    def read_middle(self, account: Account, offer: Offer, answer: Body) -> Account:
        """The account with what the middle call answered, usually with new offers."""
        raise NotImplementedError

    @abstractmethod
    def commit(self, account: Account, offer: Offer) -> Call:
        """The call that pays ``offer``."""
