"""A payment: what it is for, its states and the table of legal steps, and its events."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.billing.account_key import AccountKey, canonical
from desktop_app.core.billing.accounts import NOTHING, Body, QuoteLine, charge_of
from desktop_app.core.billing.forms import entered_phone
from desktop_app.core.errors import BhuktaniError, Problem
from desktop_app.core.shop import FIRST_COUNTER, FIRST_DRAWER, Till
from desktop_app.core.tenders import Tender, TenderKind, total_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.core.billing.forms import EnteredFact
    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.shop import Shop


def new_reference() -> str:
    """A fresh key of one call at the service: 32 hex digits (rule 1)."""
    return secrets.token_hex(16)


class PaymentState(StrEnum):
    """The state of a payment. Stored and derived from its events."""

    RECORDED = "recorded"
    SENDING = "sending"
    PAID = "paid"
    NOT_PAID = "not_paid"
    WAITING = "waiting"
    REVIEW = "review"
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a state that only a newer program knows. It counts as open."""


_S = PaymentState
LEGAL_STEPS: dict[PaymentState | None, frozenset[PaymentState]] = {
    None: frozenset({_S.RECORDED}),
    _S.RECORDED: frozenset({_S.SENDING, _S.NOT_PAID}),
    _S.SENDING: frozenset({_S.PAID, _S.NOT_PAID, _S.WAITING}),
    _S.WAITING: frozenset({_S.PAID, _S.NOT_PAID, _S.REVIEW}),
    _S.REVIEW: frozenset({_S.PAID, _S.NOT_PAID}),
    _S.PAID: frozenset(),
    _S.NOT_PAID: frozenset(),
    _S.WRITTEN_BY_NEWER: frozenset(),
}
"""Rule 5: the only steps a payment ever takes."""

OPEN_STATES = frozenset(PaymentState) - {_S.PAID, _S.NOT_PAID}
"""A second payment for the same offer cannot be started from these (rule 7; review included,
since its outcome is as unknown as that of a waiting one, and whatever this program does not
know)."""

HELD_STATES = OPEN_STATES - {_S.RECORDED}
"""The clerk holds the cash: something was sent, and its outcome is open."""


class EventKind(StrEnum):
    """The kind of an event of a payment (rule 9).

    ABANDONED: given up before sending, and the clerk was told. RECOVERED: a start found it
    unfinished. ANSWER_LOST: it may have left, and this run could not follow it to its end.
    REVERSED: what is PAID was refunded by the service later, which opens a duty towards the
    customer; REVERSAL_SETTLED ends that duty.
    """

    RECORDED = "recorded"
    SENT = "sent"
    ANSWERED = "answered"
    LOOKED_UP = "looked_up"
    ABANDONED = "abandoned"
    RECOVERED = "recovered"
    ANSWER_LOST = "answer_lost"
    DECIDED = "decided"
    CASH_RETURNED = "cash_returned"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    PHONE_NOTED = "phone_noted"
    REVERSED = "reversed"
    REVERSAL_SETTLED = "reversal_settled"
    TICKET_NOTED = "ticket_noted"
    WRITTEN_BY_NEWER = "written_by_newer"
    """Never written: stands for a kind that only a newer program knows."""


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of a payment's history. ``state`` is set where the event moved the payment.

    ``counter`` is where it happened; ``operator`` and ``operator_id`` name who did it, where a
    person did.
    """

    kind: EventKind
    at: datetime
    state: PaymentState | None = None
    content: Body = field(default=NOTHING, hash=False)
    counter: str = FIRST_COUNTER
    operator: str = ""
    operator_id: str = ""

    def by(self, till: Till) -> Event:
        """This event, as done at a till by whoever stands there."""
        return replace(
            self, counter=till.counter, operator=till.operator, operator_id=till.operator_id
        )


def derive_state(events: Iterable[Event]) -> PaymentState:
    """The state that the events lead to.

    Raises:
        BhuktaniError: an event takes a step that the table does not name, or there is none.
    """
    state: PaymentState | None = None
    for event in events:
        if event.state is not None:
            check_step(state, event.state)
            state = event.state
    if state is None:
        raise BhuktaniError(Problem.ILLEGAL_STEP, step="no event")
    return state


def check_step(before: PaymentState | None, after: PaymentState) -> None:
    """Refuse a step that rule 5 does not name."""
    if after not in LEGAL_STEPS[before]:
        raise BhuktaniError(Problem.ILLEGAL_STEP, before=before, after=after)


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """Everything needed to carry out a payment and to explain it later (rule 2).

    ``amount`` is what the service is sent; ``cash_due`` what the clerk takes, rounded by the
    shop's setting. ``connection_id`` names the token that it is sent with, without being it.
    ``company`` and ``account_key`` are those of :class:`AccountKey`. ``duplicate_confirmed`` and
    ``another_bill`` are what the clerk agreed to: the same again, or a bill beside an open one.
    ``details_reference`` and ``middle_references`` went with the reads before it, in that order.
    ``entries`` is what the clerk entered beside the account id and the amount.
    ``sends_reference`` is false where the commit is sent none: ``reference`` is then our key alone.
    ``counter`` and ``drawer`` are where the cash goes; ``other_tenders`` what is paid otherwise.
    ``instead_of`` is the payment that the service took back, whose bill is paid again with this.
    """

    reference: str
    environment: Environment
    base_url: str
    connection_id: str
    provider: str
    provider_name: str
    company: str
    account_id: str
    account_key: str
    customer_name: str
    offer_id: str
    offer_kind: str
    offer_label: str
    amount: Money
    lines: tuple[QuoteLine, ...]
    cash_due: Money
    cash_received: Money
    operator: str
    shop: Shop
    details_reference: str | None = None
    session_id: str | None = None
    service_name: str = ""
    branch: str = ""
    duration_days: int | None = None
    duplicate_confirmed: bool = False
    another_bill: bool = False
    middle_references: tuple[str, ...] = ()
    sends_reference: bool = True
    path: str = ""
    fields: Body = field(default=NOTHING, hash=False)
    duration_months: int | None = None
    entries: tuple[EnteredFact, ...] = ()
    counter: str = FIRST_COUNTER
    drawer: str = FIRST_DRAWER
    operator_id: str = ""
    other_tenders: tuple[Tender, ...] = ()
    instead_of: int | None = None

    @property
    def till(self) -> Till:
        """Where the cash is taken, and by whom."""
        return Till(self.counter, self.drawer, self.operator, self.operator_id)

    @property
    def cash_tender(self) -> Money:
        """The part of ``cash_due`` that is paid in cash."""
        return self.cash_due - total_of(self.other_tenders)

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """All that the bill is paid with, the cash first; together ``cash_due``."""
        cash = Tender(TenderKind.CASH, self.cash_tender)
        return (
            (cash, *self.other_tenders)
            if cash.amount or not self.other_tenders
            else (self.other_tenders)
        )

    @property
    def wallet(self) -> Money:
        """The part that came into the shop's own account."""
        return self._part(TenderKind.WALLET)

    @property
    def on_account(self) -> Money:
        """The part that a known customer owes."""
        return self._part(TenderKind.ON_ACCOUNT)

    @property
    def to_give_back(self) -> Money:
        """The customer's money that the shop has: it goes back as it came (rule 8)."""
        return self.cash_tender + self.wallet

    def _part(self, kind: TenderKind) -> Money:
        return total_of(one for one in self.other_tenders if one.kind is kind)

    @property
    def customer(self) -> AccountKey:
        """The customer's account key, with what was typed beside it."""
        typed = canonical(self.account_id)
        return AccountKey(self.environment, self.company, self.account_key, typed)

    @property
    def sent_references(self) -> tuple[str, ...]:
        """All references that are sent for this payment, the commit's first (rule 6)."""
        own = (self.reference,) if self.sends_reference else ()
        first = () if self.details_reference is None else (self.details_reference,)
        return (*own, *first, *self.middle_references)

    @property
    def rounding(self) -> Money:
        """The amount that rounding to whole rupees added to (or took from) the payable amount."""
        return self.cash_due - self.payable

    @property
    def charge(self) -> Money:
        """The charge that was collected beside the amount that was sent to the service."""
        return charge_of(self.lines)

    @property
    def payable(self) -> Money:
        """The amount that the customer pays, before it is rounded."""
        return self.amount + self.charge

    @property
    def change(self) -> Money:
        """The change from the cash that was handed over."""
        return self.cash_received - self.cash_tender


class PaymentKey(NamedTuple):
    """What one payment is known by: after going back to a backup its number may be another's."""

    environment: Environment
    number: int
    reference: str


def has_paper(state: PaymentState, *, abandoned: bool) -> bool:
    """True for a payment with a receipt or a slip; one never sent that holds no cash has none."""
    return state is not PaymentState.RECORDED and not abandoned


@dataclass(frozen=True, slots=True)
class Payment:
    """An attempt to pay an offer, as the ledger has it.

    ``number`` counts all payments of the ledger file; ``receipt`` counts the paid ones. ``reason``
    and ``reason_code`` are the service's own words for a refusal. ``abandoned``: nothing was sent,
    and the clerk was told so at once; its cash stayed with the customer. ``acknowledged``: the
    service has said that it knows the payment. ``shift`` is the one in which its cash was taken;
    None for payments of before there were shifts. ``receipt_series`` is what its receipt number
    counts in. ``doubted_at``: it is PAID, and the service answered later what a person must judge.
    """

    number: int
    order: PaymentOrder
    state: PaymentState
    recorded_at: datetime
    changed_at: datetime
    sent_at: datetime | None = None
    receipt: int | None = None
    transaction_id: str | None = None
    reason: str = ""
    reason_code: str = ""
    phone: str = ""
    prints: int = 0
    cash_returned_at: datetime | None = None
    abandoned: bool = False
    acknowledged: bool = False
    shift: int | None = None
    receipt_series: str = ""
    reversed_at: datetime | None = None
    reversal_settled_at: datetime | None = None
    doubted_at: datetime | None = None

    @property
    def key(self) -> PaymentKey:
        """What it is known by."""
        return PaymentKey(self.order.environment, self.number, self.order.reference)

    @property
    def customer_phone(self) -> str:
        """The number that was noted for the customer, else the one that was entered to pay."""
        return self.phone or entered_phone(self.order.entries)

    @property
    def has_paper(self) -> bool:
        """True if it has a receipt or a slip."""
        return has_paper(self.state, abandoned=self.abandoned)

    @property
    def owes_cash(self) -> bool:
        """Money was taken for a bill that was not paid, and has not been given back (rule 8).

        Nothing was taken for a bill that is on account as a whole: nobody owes it any more.
        """
        has_cash = self.cash_returned_at is None and not self.abandoned
        is_owed = bool(self.order.on_account) and not self.order.to_give_back
        return self.state is PaymentState.NOT_PAID and has_cash and not is_owed

    @property
    def is_returned(self) -> bool:
        """The cash was given back to the customer."""
        return self.cash_returned_at is not None

    @property
    def may_come_back(self) -> bool:
        """It is PAID, and the service has not taken it back."""
        return self.state is PaymentState.PAID and self.reversed_at is None

    @property
    def owes_reversal(self) -> bool:
        """The service took a paid bill back, and the customer has not got what is due yet."""
        return self.reversed_at is not None and self.reversal_settled_at is None

    @property
    def is_doubted(self) -> bool:
        """It is PAID, and a later answer of the service is for the owner to judge."""
        return self.doubted_at is not None


@dataclass(frozen=True, slots=True)
class PaymentUpdate:
    """The fields of a payment that an event changes besides its state; None leaves a field as it
    is.

    ``drawer`` is the one that cash is given back from, None for the one it was put into. ``cash``:
    a reversal is settled by giving the cash back. ``doubted``: a later answer about what is PAID is
    for the owner.
    """

    sent_at: datetime | None = None
    transaction_id: str | None = None
    reason: str | None = None
    reason_code: str | None = None
    phone: str | None = None
    cash_returned_at: datetime | None = None
    printed: bool = False
    unprinted: bool = False
    acknowledged: bool = False
    drawer: str | None = None
    cash: bool = False
    doubted: bool = False
