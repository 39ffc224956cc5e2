"""The wizard's steps up to the receipt. Qt-free: a window shows it, a test drives it.

A flow holds what one payment has come to so far: the dialogue, the cash, and the outcome.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.core.billing.replay import replay
from desktop_app.core.confirmations import Confirmations
from desktop_app.core.errors import BhuktaniError, NotUnderstood
from desktop_app.core.form_entries import without_amounts
from desktop_app.core.inquiry_flow import InquiryFlow, Step
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.order import PaymentRequest
from desktop_app.core.payments.payment import Payment, new_reference
from desktop_app.core.taken_money import TakenMoney

if TYPE_CHECKING:
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.payments.execution import Outcome
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.shop import TillContext


@dataclass
class Flow(InquiryFlow):
    """The state of a payment on its way from the provider page to the receipt."""

    reference: str = ""
    taken: TakenMoney = field(default_factory=TakenMoney)
    balance: Money | None = None
    """The shop's balance at the service as last known."""
    confirmations: Confirmations = field(default_factory=Confirmations)
    sending: bool = False
    is_answered: bool = False
    """The payment was answered and recorded; only a look-up of it is awaited."""
    send_error: BhuktaniError | None = None
    """Why nothing was sent when the clerk last pressed Pay: the cash is the customer's."""
    outcome: Outcome | None = None
    instead_of: Payment | None = None
    """A payment that the service took back, if the clerk pays its bill again."""

    # --- choice and confirmation ----------------------------------------------------------

    @property
    def step(self) -> Step:
        """The page of what is asked next, or the result."""
        return super().step if self.outcome is None else Step.RESULT

    def choose_provider(self, provider: Provider) -> None:
        """Go to the customer of this provider; what was typed for it before is kept."""
        super().choose_provider(provider)
        self.outcome = None

    def looked_up(self, ticket: int, inquiry: Inquiry) -> bool:
        """Take an answer; False if no one waits for it any more."""
        taken = super().looked_up(ticket, inquiry)
        if taken:
            self._begin_confirm()
        return taken

    def go_on(self) -> bool:
        """Take the marked offer; False where it cannot be paid or asked about as things are."""
        taken = super().go_on()
        if taken:
            self._begin_confirm()
        return taken

    def _begin_confirm(self) -> None:
        """Begin Confirm with a fresh reference (rule 1) and with nothing agreed to."""
        if self.ready is None:
            return
        self.reference = new_reference()
        self.send_error = None
        # A bill that is paid again is paid with the same money, as it came.
        others = () if self.replaced is None else self.replaced.order.other_tenders
        self.taken = TakenMoney(others=others)
        self.confirmations = Confirmations()

    @property
    def needs_confirmation(self) -> bool:
        """Cash is not taken until a question is answered.

        An earlier payment looks like this one, the balance is too low for it, or nobody has
        checked whose account it is.
        """
        return (
            self.confirmations.asks_for_duplicate or self.asks_for_balance or self.asks_for_account
        )

    @property
    def asks_for_balance(self) -> bool:
        """The known balance is too low, and the clerk has not said to try all the same."""
        return self.has_low_balance and not self.confirmations.tries_low_balance

    @property
    def asks_for_account(self) -> bool:
        """The service was told nothing of the account, and the customer has not confirmed it.

        Nobody would notice a typing error: a stranger would get the payment.
        """
        return self.is_account_unknown and not self.confirmations.account_confirmed

    @property
    def is_account_unknown(self) -> bool:
        """The account to pay for is known from the clerk's entry alone."""
        provider = self.provider
        return self.ready is not None and provider is not None and not provider.info.knows_customer

    @property
    def has_low_balance(self) -> bool:
        """The balance is known and below the bill. An unknown one stops nobody."""
        ready, balance = self.ready, self.balance
        return ready is not None and balance is not None and balance < ready.payable

    def cash_due(self, counter: TillContext) -> Money:
        """What the customer pays, in whatever way."""
        return self.ready.payable.rounded(counter.rounding) if self.ready else ZERO

    def can_pay(self, counter: TillContext) -> bool:
        """Enough cash is entered, no question is open, and nothing is being sent."""
        due = self.cash_due(counter)
        return (
            self.step is Step.CONFIRM
            and self.inquiry.is_current
            and self.taken.pays(due)
            and not self.taken.asks_for_cash(due)
            and not self.needs_confirmation
            and not self.sending
        )

    def request(self, counter: TillContext) -> PaymentRequest | None:
        """Build the request of the payment; None before Confirm."""
        if self.provider is None or self.ready is None:
            return None
        return PaymentRequest(
            provider=self.provider,
            inquiry=self.inquiry,
            ready=self.ready,
            reference=self.reference,
            cash_received=self.taken.cash or ZERO,
            counter=counter,
            duplicate_confirmed=self.confirmations.duplicate_confirmed,
            another_bill=self.confirmations.another_bill,
            instead_of=None if self.replaced is None else self.replaced.number,
            other_tenders=self.taken.others,
        )

    @property
    def replaced(self) -> Payment | None:
        """The payment that is paid again, where the account to pay for is still its own."""
        before, provider, ready = self.instead_of, self.provider, self.ready
        if before is None or provider is None or ready is None:
            return None
        customer = provider.key_of(before.order.environment, ready.account)
        return before if before.order.customer.is_same(customer) else None

    def start_sending(self, counter: TillContext) -> PaymentRequest | None:
        """The request to send, once; None if it may not be sent or is on its way already."""
        if not self.can_pay(counter) or not self._is_as_asked():
            return None
        self.sending, self.is_answered, self.send_error = True, False, None
        return self.request(counter)

    def _is_as_asked(self) -> bool:
        """Rule 14: asked anew from the beginning, the provider comes to what is shown."""
        if self.provider is None:
            return False
        try:
            return replay(self.provider, self.inquiry.dialogue) == self.ready
        except NotUnderstood:
            return False

    def settled(self, outcome: Outcome) -> None:
        """The desk is done: show the result."""
        self.sending = False
        self.outcome = outcome

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
        """Go one step back and keep the entries; return False where there is no way back."""
        if self.sending or self.step in (Step.PROVIDER, Step.RESULT):
            return False
        self.step_back()
        return True

    def restart(self, *, same_customer: bool = False) -> None:
        """A new payment: empty, or for the same customer (who must be looked up again)."""
        provider, entered = self.provider, dict(self.entries.values)
        self.cancel_lookup()
        self._forget_account()
        self.entries.clear()
        self.provider, self._is_choosing_provider = None, True
        self.instead_of = None
        if same_customer and provider is not None:
            self.choose_provider(provider)
            self.take_over(without_amounts(self.fields, entered))

    def _forget_account(self) -> None:
        super()._forget_account()
        self.taken = TakenMoney()
        self.outcome = self.send_error = None
        self.confirmations, self.reference = Confirmations(), ""
