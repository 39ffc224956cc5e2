"""The interface of an internet company to the program.

A provider is asked what comes next in a dialogue: a form to fill in, a read call to make, offers to
choose from, or the call that pays. It never sees the token, the network, the window or the ledger,
and never decides a payment's state.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.billing.forms import EntryField, TextEntry
from desktop_app.core.errors import Problem

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Body
    from desktop_app.core.billing.dialogue import Dialogue, NextStep
    from desktop_app.core.environment import Environment


class OfferStyle(StrEnum):
    """The kind of payment that is usual for a provider."""

    PACKAGES = "packages"
    BILLS = "bills"
    DUE = "due"
    """One amount that is owed."""
    AMOUNT = "amount"


class FactLabel(StrEnum):
    """The label of a fact in the answer to a payment; the words are made in ``ui/``."""

    RECHARGED = "recharged"
    COMPANY_RECEIPT = "company_receipt"
    VALID_UNTIL = "valid_until"


@dataclass(frozen=True, slots=True)
class AnswerFact:
    """A fact that is kept of the answer to a payment. ``label`` is a :class:`FactLabel`'s."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """The provider's identity and the fields that it asks for first. The first field is the account
    id.

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
    endpoint: str = ""
    """The slug in the paths of the service; the provider's own where it has its own endpoint."""
    nepali_name: str = ""
    """The name in Devanagari, to be found by; the screens show ``name``."""
    places: tuple[str, ...] = ()
    """Towns and districts that the company serves, where that is known."""
    knows_customer: bool = True
    """The service reads the account before it is paid. Where it does not, nothing is known of it:
    a typing error pays a stranger."""
    confirms_later: bool = False
    """The company usually answers a payment later: Queued is its normal answer."""
    by_choice: bool = False
    """Another endpoint of a brand that has one already. Only the owner turns the brand to it; slug
    and company, which payments are recorded under, are the same at both."""
    sends_unlisted_reference: bool = True
    """A reference goes with the call that pays also where the company's page lists none for it, so
    that the payment can be asked for by it. False where the service refuses such a call."""

    def __post_init__(self) -> None:
        for name in ("company", "endpoint"):
            if not getattr(self, name):
                object.__setattr__(self, name, self.slug)

    @property
    def account_field(self) -> TextEntry:
        """The field whose text is the account id."""
        first = self.fields[0]
        if not isinstance(first, TextEntry):
            raise TypeError(f"{self.slug}: the account id is a text")
        return first


class Provider(ABC):
    """An internet company."""

    info: ProviderInfo

    def canonical(self, account_id: str) -> str:
        """The form that all spellings of one account id share.

        A provider that changes it changes which customers are one: what is in a ledger already
        needs a migration.
        """
        return canonical(account_id)

    def account_key(self, environment: Environment, account_id: str) -> AccountKey:
        """The key of a customer of this provider, as far as what was typed tells it."""
        typed = self.canonical(account_id)
        return AccountKey(environment, self.info.company, typed, typed)

    def key_of(self, environment: Environment, account: Account) -> AccountKey:
        """The key of a customer whose account was read: by the company's own id, if it told one."""
        key = self.account_key(environment, account.account_id)
        return replace(key, account=self.canonical(account.own_id)) if account.own_id else key

    @abstractmethod
    def next(self, dialogue: Dialogue) -> NextStep:
        """Return the next step. The same dialogue gives an equal step each time it is asked.

        An empty dialogue gives the form of ``info.fields``. After a ``Form`` comes a turn
        ``Entered``, after a ``Call`` a turn ``Answered``, after ``Offers`` a turn ``Chosen``; after
        ``Ready`` nothing does.

        Raises:
            NotUnderstood: an answer contradicts itself, or a turn does not fit: nothing may be
                paid from it.
            ServiceError: there is nothing to pay.
        """

    def refusal(self, code: str, explanation: str) -> Problem:
        """Map a refused read call to its problem: REFUSED, or NOTHING_TO_PAY where the provider
        says so.

        Only for the sentence that is shown; a read call pays nothing.
        """
        return Problem.REFUSED

    def facts(self, answer: Body) -> tuple[AnswerFact, ...]:
        """Return the facts of the answer to a payment that are kept and shown with it.

        It decides nothing: the payment's state is judged without it, and where this raises, the
        answer counts all the same.
        """
        return ()
