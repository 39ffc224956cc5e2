"""Collects the clerk's entries and choices on the way to a payment, led by the provider's dialogue.

Qt-free. Tickets keep late answers out: an answer counts only if it carries the ticket of the read
that is still awaited.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
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
from desktop_app.core.billing.forms import EntryField, Form, Values
from desktop_app.core.billing.replay import replay
from desktop_app.core.errors import BhuktaniError, NotUnderstood, Problem
from desktop_app.core.form_entries import FormEntries
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.inquiry import Inquiry
from desktop_app.core.read_tickets import ReadTickets

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Account, Offer
    from desktop_app.core.billing.provider import Provider

_ANSWERED = frozenset({Problem.REFUSED, Problem.NOTHING_TO_PAY, Problem.NOT_UNDERSTOOD})
"""Ends of a read that the service was heard to the end in."""


class Step(IntEnum):
    """The wizard's pages, in order."""

    PROVIDER = 0
    CUSTOMER = 1
    CHOICE = 2
    CONFIRM = 3
    RESULT = 4


@dataclass
class InquiryFlow:
    """The dialogue with the chosen provider, and what is entered for its next turn."""

    provider: Provider | None = None
    entries: FormEntries = field(default_factory=FormEntries)
    inquiry: Inquiry = field(default_factory=Inquiry)
    account: Account | None = None
    """The account as it was answered last."""
    offer: Offer | None = None
    """The offer that is marked, with its price where it has one; at Confirm, what is paid."""
    lookup_error: BhuktaniError | None = None
    """Why the last read came to nothing."""
    is_renewed: bool = False
    """The account was looked up again for the same payment."""
    price_before: Money | None = None
    """What the marked offer cost before it was looked up or quoted again, if that has changed."""
    _marks: dict[int, Offer] = field(default_factory=dict)
    """What was marked on each page of offers, by the clerk's turns before it."""
    _is_choosing_provider: bool = True
    _tickets: ReadTickets = field(default_factory=ReadTickets)
    _asked: tuple[Provider, Dialogue, NextStep] | None = None

    # --- what is asked --------------------------------------------------------------------

    @property
    def step(self) -> Step:
        """The page of what is asked next."""
        asked = self.asked
        if asked is None or self._is_choosing_provider:
            return Step.PROVIDER
        if isinstance(asked, Ready):
            return Step.CONFIRM
        turns = self.inquiry.dialogue.clerk_turns
        # A read belongs to the page that it was asked for on.
        is_first_page = turns == 0 or (turns == 1 and isinstance(asked, Call))
        return Step.CUSTOMER if is_first_page else Step.CHOICE

    @property
    def asked(self) -> NextStep | None:
        """The step that the provider asks for next; None without a provider."""
        provider, dialogue = self.provider, self.inquiry.dialogue
        if provider is None:
            return None
        if self._asked is None or self._asked[:2] != (provider, dialogue):
            self._asked = provider, dialogue, provider.next(dialogue)
        return self._asked[2]

    @property
    def asks_form(self) -> bool:
        """A form is to be filled in, or was, and the read after it is awaited."""
        clerks = [turn for turn in self.inquiry.dialogue.turns if not isinstance(turn, Answered)]
        is_entered = bool(clerks) and isinstance(clerks[-1], Entered)
        return isinstance(self.asked, Form) or (isinstance(self.asked, Call) and is_entered)

    @property
    def ready(self) -> Ready | None:
        """The ``Ready`` step that would be paid; None while something is still asked."""
        return self.asked if isinstance(self.asked, Ready) else None

    # --- the form -------------------------------------------------------------------------

    def choose_provider(self, provider: Provider) -> None:
        """Go to the customer of this provider; what was typed for it before is kept."""
        self.cancel_lookup()
        if self.provider is not provider:
            self._forget_account()
        self.lookup_error = None
        self.provider, self.inquiry = provider, Inquiry()
        self.entries.turn_to(provider.info)
        self._is_choosing_provider = False

    @property
    def fields(self) -> tuple[EntryField, ...]:
        """The fields of the form that is asked, none where none is."""
        return self.asked.fields if isinstance(self.asked, Form) else ()

    def type(self, text: str, name: str = "") -> None:
        """Keep what the clerk types in a field; without a name, in that of the account id.

        Another customer's account is no longer shown.
        """
        if self.step is Step.PROVIDER or not self.asks_form:
            return
        self.lookup_error = None
        if self.entries.keep(text, name) and self.step is Step.CUSTOMER:
            self._forget_account()

    def enter_known(self, account_id: str, values: Values) -> None:
        """Enter a customer of before: all fields as far as they are known and still asked for."""
        self.take_over(self.entries.of_customer(self.fields, account_id, values))

    def take_over(self, values: Values) -> None:
        """Type several fields as this customer gave them the last time."""
        for name, text in values.items():
            self.type(text, name)
        self.entries.note_proposed(values)

    @property
    def can_look_up(self) -> bool:
        """The form that is asked is filled in, and no answer is awaited."""
        asked, filled = self.asked, self.entries.filled(self.fields)
        return isinstance(asked, Form) and not self.is_looking_up and asked.accepts(filled)

    # --- reads ----------------------------------------------------------------------------

    @property
    def is_looking_up(self) -> bool:
        """An answer of the service is awaited."""
        return self._tickets.is_awaited

    @property
    def needs_answer(self) -> bool:
        """The service is asked, and the clerk has to wait for it."""
        return self.is_looking_up and isinstance(self.asked, Call)

    @property
    def needs_read(self) -> bool:
        """A read is to be made, and nobody has begun it."""
        return isinstance(self.asked, Call) and not self.is_looking_up

    def start_lookup(self) -> int:
        """A ticket for the read that is asked for; a form is filled in first.

        An earlier read's answer will be ignored.
        """
        self.cancel_lookup()
        if isinstance(self.asked, Form):
            self.inquiry = self.inquiry.entered(self.entries.filled(self.fields))
        self.lookup_error = None
        return self._tickets.issue()

    def cancel_lookup(self) -> None:
        """The clerk does not wait any longer: back to what the read was asked for with."""
        if self._tickets.withdraw():
            self._leave_read(is_answered=False)

    def looked_up(self, ticket: int, inquiry: Inquiry) -> bool:
        """Take an answer; False if no one waits for it any more."""
        if not self._tickets.redeem(ticket):
            return False
        self.inquiry, self.is_renewed, self.price_before = inquiry, False, None
        if isinstance(self.asked, Offers | Ready) and inquiry.dialogue.clerk_turns == 1:
            self.is_renewed = self.account is not None
        self._show_asked()
        return True

    def lookup_failed(self, ticket: int, error: BhuktaniError) -> bool:
        """Note that a read came to nothing; False if no one waits for it."""
        if not self._tickets.redeem(ticket):
            return False
        self.lookup_error = error
        self._leave_read(is_answered=error.problem in _ANSWERED)
        return True

    def _leave_read(self, *, is_answered: bool) -> None:
        call = self.asked
        if isinstance(call, Call):
            leave = self.inquiry.refused if is_answered else self.inquiry.unanswered
            self.inquiry = leave(call)
        else:
            self.inquiry = self.inquiry.back()

    def _show_asked(self) -> None:
        """Mark the offer to start from, and note a price that is not the one shown before."""
        asked, turns = self.asked, self.inquiry.dialogue.clerk_turns
        if isinstance(asked, Offers):
            before = self._marks.get(turns)
            self.offer = _marked(asked.account, before)
        elif isinstance(asked, Ready):
            before = self._marks.get(turns - 1)
            self.offer = asked.offer
        else:
            return
        self.account = asked.account
        shown, now = (ZERO if one is None else one.total for one in (before, self.offer))
        if shown and now and shown != now:
            self.price_before = shown

    # --- the choice -----------------------------------------------------------------------

    def choose(self, offer: Offer | None, amount: Money | None = None) -> None:
        """Mark what to pay, or nothing; ``amount`` is what was entered for an open one."""
        if offer is None:
            self.offer = None
            return
        turns = self.inquiry.dialogue.clerk_turns
        before, self.offer = self._marks.get(turns), offer
        if amount is not None:
            self.offer = offer.with_amount(amount)
        if before is None or before.id != offer.id:
            self._marks = {at: kept for at, kept in self._marks.items() if at < turns}
        self._marks[turns] = self.offer

    @property
    def needs_fresh_lookup(self) -> bool:
        """The service may have something else in mind than what is marked or entered.

        A new look-up ends that for sure.
        """
        asked, inquiry, provider = self.asked, self.inquiry, self.provider
        if isinstance(asked, Offers):
            return not inquiry.is_current
        if not isinstance(asked, Form) or provider is None or inquiry.is_current:
            return False
        if inquiry.is_broken:
            return True
        try:
            # A read that follows ends it too.
            step = provider.next(inquiry.dialogue.entered(self.entries.filled(self.fields)))
            return isinstance(step, Ready)
        except NotUnderstood:
            return False

    @property
    def quotes_later(self) -> bool:
        """The company is asked anew about what is chosen: the listed prices are not final."""
        asked, provider = self.asked, self.provider
        if not isinstance(asked, Offers) or provider is None:
            return False
        priced = next((one for one in asked.account.offers if one.quote is not None), None)
        if priced is None or priced.open_amount is not None:
            return False
        try:
            return isinstance(provider.next(self.inquiry.dialogue.chosen(priced.id)), Call)
        except NotUnderstood:
            return False

    def go_on(self) -> bool:
        """Take the marked offer; False where it cannot be paid or asked about as things are."""
        asked, offer, provider = self.asked, self.offer, self.provider
        if not isinstance(asked, Offers) or offer is None or provider is None:
            return False
        amount = offer.total if offer.open_amount is not None else None
        inquiry = self.inquiry.chosen(offer.id, amount)
        try:
            if Chosen(offer.id, amount).offer_of(asked.account) != offer:
                return False
            step = provider.next(inquiry.dialogue)
            if isinstance(step, Ready) and replay(provider, inquiry.dialogue) != step:
                return False
        except NotUnderstood:
            return False
        if inquiry.is_broken or (inquiry.is_ahead and isinstance(step, Ready)):
            return False
        self._marks[self.inquiry.dialogue.clerk_turns] = offer
        self.inquiry, self.lookup_error = inquiry, None
        self._show_asked()
        return True

    # --- moving ---------------------------------------------------------------------------

    def step_back(self) -> None:
        """Back to what the clerk said last, which stays as it was said."""
        self.cancel_lookup()
        self.lookup_error = None
        if self.step is Step.CUSTOMER:
            self._is_choosing_provider = True
            return
        self.inquiry = self.inquiry.back()
        asked = self.asked
        if isinstance(asked, Offers):
            self.account = asked.account
            self.offer = self._marks.get(self.inquiry.dialogue.clerk_turns)

    def _forget_account(self) -> None:
        """Drop everything that was read for the customer."""
        self._tickets.withdraw()
        self.inquiry = Inquiry()
        self.offer = self.account = self.price_before = self.lookup_error = None
        self._marks.clear()
        self.is_renewed = False


def _marked(account: Account, before: Offer | None) -> Offer | None:
    """The offer to start from: the one of before, else the provider's own, else the only one.

    Of an offer that has no price yet, the amount of before is taken where it is still allowed.
    """
    wanted = account.preselected if before is None else before.id
    offer = account.offer(wanted) if wanted else None
    if offer is None and len(account.offers) == 1:
        offer = account.offers[0]
    if offer is None or offer.open_amount is None:
        return offer
    if before is None or before.id != offer.id or not offer.open_amount.allows(before.total):
        return None
    return offer.with_amount(before.total)
