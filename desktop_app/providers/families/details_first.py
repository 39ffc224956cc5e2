"""Companies of the commonest shape: one read of the customer, one choice, one call that pays."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from desktop_app.core.billing.dialogue import (
    Answered,
    Call,
    Chosen,
    Dialogue,
    Entered,
    NextStep,
    Offers,
    Ready,
)
from desktop_app.core.billing.forms import Form, Values
from desktop_app.core.billing.provider import Provider
from desktop_app.core.errors import NotUnderstood

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Body, Offer


class DetailsFirst(Provider):
    """Asks for the account, reads it, lets the clerk choose one of its offers."""

    def next(self, dialogue: Dialogue) -> NextStep:
        """Form, details, offers, payment."""
        match dialogue.turns:
            case ():
                return Form(self.info.fields)
            case (Entered(values),):
                return self.details(values)
            case (Entered(values), Answered(_, answer)):
                return Offers(self.read(values, answer))
            case (Entered(values), Answered(_, answer), Chosen() as choice):
                account = self.read(values, answer)
                offer = choice.offer_of(account)
                return Ready(account, offer, self.commit(account, offer))
        raise NotUnderstood("unasked_turn")

    @abstractmethod
    def details(self, values: Values) -> Call:
        """The call that reads the account."""

    @abstractmethod
    def read(self, values: Values, answer: Body) -> Account:
        """The account in a successful answer.

        Raises:
            NotUnderstood: the shape contradicts itself; nothing may be paid from it.
            ServiceError: there is nothing to pay.
        """

    @abstractmethod
    def commit(self, account: Account, offer: Offer) -> Call:
        """The call that pays ``offer``, which is one of the account's."""
