"""The steps that a provider asks for, and the turns that answered them so far.

A dialogue is a value: the turns that were taken, in their order. A provider looks at it and says
what comes next, see :meth:`desktop_app.core.billing.provider.Provider.next`. Going back drops the
later turns, so that what was asked last is what gets paid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.billing.accounts import NOTHING, Account, Body, Offer
from desktop_app.core.billing.forms import Form, Values
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money, NotMoney

if TYPE_CHECKING:
    from collections.abc import Mapping

# --- what was said -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Call:
    """A request to the service, without token and reference, which the client adds.

    ``with_reference`` is false where the company's page lists none. A read is then sent none; the
    call that pays is, unless ``ProviderInfo.sends_unlisted_reference`` says otherwise.
    """

    path: str
    fields: Body = field(default=NOTHING, hash=False)
    with_reference: bool = True


@dataclass(frozen=True, slots=True)
class Entered:
    """The clerk filled a form in. Texts come without blanks at their ends."""

    values: Values = field(hash=False)

    def amount(self, name: str) -> Money:
        """Return the amount that was entered in the field of that name.

        Raises:
            NotUnderstood: nothing was.
        """
        try:
            return Money.read(self.values.get(name, ""))
        except NotMoney:
            raise NotUnderstood("bad_amount") from None


@dataclass(frozen=True, slots=True)
class Answered:
    """The service answered a read call with a success; ``body`` is the decoded object."""

    call: Call
    body: Body = field(hash=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The clerk chose an offer; ``amount`` only where the offer leaves it open."""

    offer_id: str
    amount: Money | None = None

    def offer_of(self, account: Account) -> Offer:
        """The offer of the account that was chosen, with its price.

        Raises:
            NotUnderstood: the account has no such offer, or the amount is not within its limits.
        """
        offer = account.offer(self.offer_id)
        if offer is None:
            raise NotUnderstood("foreign_offer")
        if offer.open_amount is None:
            if self.amount is not None:
                raise NotUnderstood("foreign_amount")
            return offer
        if self.amount is None or not offer.open_amount.allows(self.amount):
            raise NotUnderstood("bad_amount")
        return offer.with_amount(self.amount)


Turn: TypeAlias = Entered | Answered | Chosen


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The turns so far, oldest first: the clerk's Entered and Chosen, the service's Answered."""

    turns: tuple[Turn, ...] = ()

    def entered(self, values: Mapping[str, str]) -> Dialogue:
        """The dialogue after a form was filled in."""
        return self._with(Entered(MappingProxyType(dict(values))))

    def answered(self, call: Call, body: Body) -> Dialogue:
        """The dialogue after the service answered ``call``."""
        return self._with(Answered(call, body))

    def chosen(self, offer_id: str, amount: Money | None = None) -> Dialogue:
        """The dialogue after an offer was chosen."""
        return self._with(Chosen(offer_id, amount))

    def _with(self, turn: Turn) -> Dialogue:
        return Dialogue((*self.turns, turn))

    def up_to(self, count: int) -> Dialogue:
        """The dialogue after its first ``count`` turns."""
        return Dialogue(self.turns[:count])

    def back(self) -> Dialogue:
        """The dialogue before the clerk's last turn, without what was answered since."""
        clerks = [n for n, turn in enumerate(self.turns) if not isinstance(turn, Answered)]
        return self.up_to(clerks[-1] if clerks else 0)

    @property
    def clerk_turns(self) -> int:
        """The number of turns that the clerk took."""
        return len(self.turns) - self.reads

    @property
    def reads(self) -> int:
        """The number of calls that the service answered."""
        return sum(isinstance(turn, Answered) for turn in self.turns)


# --- what comes next ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offers:
    """The step in which one of the account's offers is chosen."""

    account: Account


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything is known: ``call`` pays ``offer``, whose total is what the service is sent."""

    account: Account
    offer: Offer
    call: Call

    @property
    def total(self) -> Money:
        """The amount that is sent to the service."""
        return self.offer.total

    @property
    def payable(self) -> Money:
        """The amount that the customer pays: the total and a charge beside it, before it is
        rounded.
        """
        return self.offer.payable


NextStep: TypeAlias = Form | Call | Offers | Ready
"""What a provider answers: a form to fill in, a read to make, offers to choose from, or payment."""
