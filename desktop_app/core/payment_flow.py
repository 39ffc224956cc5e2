"""The wizard's steps and what each needs. Qt-free: a window shows it, a test drives it.

A flow holds what one payment has come to so far. Tickets keep late answers out: an answer counts
only if it carries the ticket of the look-up that is still awaited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from desktop_app.core.billing.accounts import Account, Offer
from desktop_app.core.billing.provider import FieldError, Provider
from desktop_app.core.errors import BhuktaniError
from desktop_app.core.money import ZERO, Money, is_unusual_cash
from desktop_app.core.payments.desk import Outcome
from desktop_app.core.payments.duplicates import Duplicates
from desktop_app.core.payments.order import AccountSnapshot, PaymentRequest
from desktop_app.core.payments.payment import Payment, new_reference
from desktop_app.core.shop import TillContext
from desktop_app.core.typed_text import typed_code


class Step(IntEnum):
    """The wizard's pages, in order."""

    PROVIDER = 0
    CUSTOMER = 1
    CHOICE = 2
    CONFIRM = 3
    RESULT = 4


@dataclass
class Flow:
    """One payment on its way from the provider to the receipt."""

    step: Step = Step.PROVIDER
    provider: Provider | None = None
    found: AccountSnapshot | None = None
    offer: Offer | None = None
    reference: str = ""
    cash: Money | None = None
    agreed_cash: Money | None = None
    """The unusually large cash that the clerk has said is right."""
    balance: Money | None = None
    """The shop's balance at the service as last known."""
    tries_low_balance: bool = False
    """The clerk wants to pay although the balance is too low: some accounts have a credit line."""
    duplicates: Duplicates = field(default_factory=Duplicates)
    duplicate_confirmed: bool = False
    another_bill: bool = False
    lookup_error: BhuktaniError | None = None
    """Why the last look-up of what is typed came to no account."""
    sending: bool = False
    send_error: BhuktaniError | None = None
    """Why nothing was sent when the clerk last pressed Pay: the cash is the customer's."""
    outcome: Outcome | None = None
    is_renewed: bool = False
    """The account was looked up again for the same payment."""
    price_before: Money | None = None
    """What the chosen offer cost before it was looked up again, if that has changed."""
    _typed: dict[str, str] = field(default_factory=dict)
    _ticket: int = 0
    _awaited: int | None = None

    # --- provider and customer ------------------------------------------------------------

    def choose_provider(self, provider: Provider) -> None:
        """Go to the customer of this provider; what was typed for it before is kept."""
        if self.provider is not provider:
            self._forget_account()
        self.lookup_error = None
        self.provider = provider
        self.step = Step.CUSTOMER

    @property
    def typed(self) -> str:
        """The account id typed for the chosen provider."""
        return self._typed.get(self.provider.info.slug, "") if self.provider else ""

    def type(self, text: str) -> None:
        """Keep what the clerk types; another customer's account is no longer shown."""
        if self.provider is None or self.step is not Step.CUSTOMER:
            return
        text = typed_code(text)
        self.lookup_error = None
        if text != self.typed:
            self._forget_account()
        self._typed[self.provider.info.slug] = text

    @property
    def fault(self) -> FieldError | None:
        """Why the typed text cannot be looked up."""
        if self.provider is None:
            return None
        return self.provider.info.account_field.fault(self.typed)

    @property
    def can_look_up(self) -> bool:
        """There is something to look up, and no look-up is awaited."""
        return bool(self.typed) and self.fault is None and not self.is_looking_up

    @property
    def entry(self) -> dict[str, str]:
        """The typed fields by name, as the provider wants them."""
        if self.provider is None:
            return {}
        return {self.provider.info.account_field.name: self.typed}

    @property
    def is_looking_up(self) -> bool:
        """A look-up is awaited."""
        return self._awaited is not None

    def start_lookup(self) -> int:
        """A ticket for a new look-up; an earlier one's answer will be ignored."""
        self._ticket += 1
        self._awaited = self._ticket
        self.lookup_error = None
        return self._ticket

    def cancel_lookup(self) -> None:
        """The clerk does not wait any longer."""
        self._awaited = None

    def looked_up(self, ticket: int, found: AccountSnapshot) -> bool:
        """Take an answer; False if no one waits for it any more."""
        if not self._ends(ticket):
            return False
        before, self.price_before = self.offer, None
        self.is_renewed = self.found is not None
        self.found = found
        chosen = self.offer.id if self.offer else found.account.preselected
        self.offer = self._priced(found.account.offer(chosen)) if chosen else None
        if self.offer is None and len(found.account.offers) == 1:
            self.offer = self._priced(found.account.offers[0])
        if before is not None and self.offer is not None and self.offer.total != before.total:
            self.price_before = before.total
        self.step = Step.CHOICE
        return True

    def lookup_failed(self, ticket: int, error: BhuktaniError) -> bool:
        """Note that a look-up ended without an account; False if no one waits for it."""
        if not self._ends(ticket):
            return False
        self.lookup_error = error
        return True

    def _ends(self, ticket: int) -> bool:
        if self._awaited != ticket:
            return False
        self._awaited = None
        return True

    @staticmethod
    def _priced(offer: Offer | None) -> Offer | None:
        return None if offer is None or offer.open_amount is not None else offer

    # --- choice and confirmation ----------------------------------------------------------

    @property
    def account(self) -> Account | None:
        """The account that was looked up."""
        return self.found.account if self.found else None

    def choose(self, offer: Offer) -> None:
        """Choose what to pay."""
        self.offer = offer

    def confirm(self) -> bool:
        """Go to Confirm with a fresh reference (rule 1); False without a choice to pay."""
        if not self.is_payable:
            return False
        self.step = Step.CONFIRM
        self.reference = new_reference()
        self.send_error = None
        self.cash = self.agreed_cash = None
        self.duplicate_confirmed = self.another_bill = self.tries_low_balance = False
        self.duplicates = Duplicates()
        return True

    @property
    def is_payable(self) -> bool:
        """The choice is one of the last answer, with an amount above zero (rule 14)."""
        account, offer, provider = self.account, self.offer, self.provider
        if account is None or offer is None or provider is None:
            return False
        # A call that is still to be made gives the price that counts.
        return account.can_be_paid(offer) and provider.middle(account, offer) is None

    def take_duplicates(self, duplicates: Duplicates) -> None:
        """Earlier payments as they are now; what was agreed to about others counts no longer."""
        if _number(duplicates.paid_today) != _number(self.duplicates.paid_today):
            self.duplicate_confirmed = False
        if _number(duplicates.other_open) != _number(self.duplicates.other_open):
            self.another_bill = False
        self.duplicates = duplicates

    @property
    def needs_confirmation(self) -> bool:
        """Cash is not taken until a question is answered.

        An earlier payment looks like this one, or the balance is too low for it.
        """
        return self.asks_for_duplicate or self.asks_for_balance

    @property
    def asks_for_duplicate(self) -> bool:
        """An earlier payment looks like this one, and that is not answered yet."""
        return (
            self.duplicates.open is not None
            or (self.duplicates.other_open is not None and not self.another_bill)
            or (self.duplicates.paid_today is not None and not self.duplicate_confirmed)
        )

    @property
    def asks_for_balance(self) -> bool:
        """The known balance is too low, and the clerk has not said to try all the same."""
        return self.has_low_balance and not self.tries_low_balance

    @property
    def has_low_balance(self) -> bool:
        """The balance is known and below the bill. An unknown one stops nobody."""
        offer, balance = self.offer, self.balance
        return offer is not None and balance is not None and balance < offer.total

    def asks_for_cash(self, counter: TillContext) -> bool:
        """The cash is so much that the clerk must say that it is right."""
        cash = self.cash
        if cash is None or cash == self.agreed_cash:
            return False
        return is_unusual_cash(cash, self.cash_due(counter))

    def agree_to_cash(self, agreed: bool) -> None:
        """The clerk says that the cash is right, however much it is."""
        self.agreed_cash = self.cash if agreed else None

    def cash_due(self, counter: TillContext) -> Money:
        """The cash to take."""
        return self.offer.total.rounded(counter.rounding) if self.offer else ZERO

    def can_pay(self, counter: TillContext) -> bool:
        """Enough cash is entered, no question is open, and nothing is being sent."""
        enough = self.cash is not None and self.cash >= self.cash_due(counter)
        return (
            self.step is Step.CONFIRM
            and self.is_payable
            and enough
            and not self.asks_for_cash(counter)
            and not self.needs_confirmation
            and not self.sending
        )

    def request(self, counter: TillContext) -> PaymentRequest | None:
        """What would be paid now; None before Confirm."""
        if self.provider is None or self.found is None or self.offer is None:
            return None
        return PaymentRequest(
            provider=self.provider,
            found=self.found,
            offer=self.offer,
            reference=self.reference,
            cash_received=self.cash or ZERO,
            counter=counter,
            duplicate_confirmed=self.duplicate_confirmed,
            another_bill=self.another_bill,
        )

    def start_sending(self, counter: TillContext) -> PaymentRequest | None:
        """The request to send, once; None if it may not be sent or is on its way already."""
        if not self.can_pay(counter):
            return None
        self.sending, self.send_error = True, None
        return self.request(counter)

    def settled(self, outcome: Outcome) -> None:
        """The desk is done: show the result."""
        self.sending = False
        self.outcome = outcome
        self.step = Step.RESULT

    def not_sent(self, error: BhuktaniError) -> None:
        """The desk refused before sending: the clerk stays at Confirm, with a new reference."""
        self.send_error = error
        self.sending = False
        self.reference = new_reference()

    # --- moving ---------------------------------------------------------------------------

    @property
    def payment(self) -> Payment | None:
        """The payment of the result page."""
        return self.outcome.payment if self.outcome else None

    @property
    def is_under_way(self) -> bool:
        """Something was entered that leaving would lose."""
        return self.step in (Step.CHOICE, Step.CONFIRM) or self.sending

    def back(self) -> bool:
        """One step back, keeping what was entered; False where there is no way back."""
        if self.sending or self.step in (Step.PROVIDER, Step.RESULT):
            return False
        self.cancel_lookup()
        self.step = Step(self.step - 1)
        return True

    def restart(self, *, same_customer: bool = False) -> None:
        """A new payment: empty, or for the same customer (who must be looked up again)."""
        provider, typed = self.provider, self.typed
        self.cancel_lookup()
        self._forget_account()
        self._typed.clear()
        self.provider, self.step = None, Step.PROVIDER
        if same_customer and provider is not None:
            self.choose_provider(provider)
            self.type(typed)

    def _forget_account(self) -> None:
        self.cancel_lookup()
        self.found = self.offer = self.cash = self.outcome = self.price_before = None
        self.agreed_cash, self.tries_low_balance = None, False
        self.lookup_error = self.send_error = None
        self.is_renewed = False
        self.duplicates, self.reference = Duplicates(), ""
        self.duplicate_confirmed = self.another_bill = False


def _number(payment: Payment | None) -> int | None:
    return None if payment is None else payment.number
