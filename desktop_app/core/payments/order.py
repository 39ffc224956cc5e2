"""Builds the order that is recorded and sent, from a dialogue and the clerk's confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.replay import entered_facts, replay
from desktop_app.core.errors import BhuktaniError, NotUnderstood, Problem
from desktop_app.core.money import Money, NotMoney
from desktop_app.core.payments.payment import PaymentOrder
from desktop_app.core.tenders import Tender, may_pay, total_of

if TYPE_CHECKING:
    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.accounts import Account, Offer
    from desktop_app.core.billing.dialogue import Call, Ready
    from desktop_app.core.billing.forms import EnteredFact
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.environment import Connection
    from desktop_app.core.payments.inquiry import Inquiry
    from desktop_app.core.shop import TillContext


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """The payment that the clerk confirmed. ``reference`` was made when Confirm was reached (rule
    1).

    ``duplicate_confirmed``: the customer wants to pay what was paid a short time ago.
    ``another_bill``: this is not the bill whose payment is open. ``instead_of`` is the payment that
    the service took back and that is paid again with this.
    """

    provider: Provider
    inquiry: Inquiry
    ready: Ready
    """What the clerk's screen showed."""
    reference: str
    cash_received: Money
    counter: TillContext
    duplicate_confirmed: bool = False
    another_bill: bool = False
    instead_of: int | None = None
    other_tenders: tuple[Tender, ...] = ()
    """What is paid otherwise than in cash."""

    @property
    def account(self) -> Account:
        """The account that is paid for."""
        return self.ready.account

    @property
    def customer(self) -> AccountKey:
        """Whose account is paid for, however it was typed."""
        return self.provider.key_of(self.counter.environment, self.account)

    @property
    def offer(self) -> Offer:
        """The offer that is paid, with its price."""
        return self.ready.offer

    @property
    def entries(self) -> tuple[EnteredFact, ...]:
        """The clerk's entries beside the account id and the amount."""
        return entered_facts(self.provider, self.inquiry.dialogue)

    @property
    def cash_due(self) -> Money:
        """What the customer pays: the total and a charge, rounded by the shop's setting."""
        return self.ready.payable.rounded(self.counter.rounding)

    @property
    def cash_tender(self) -> Money:
        """The part of it to take in cash."""
        return self.cash_due - total_of(self.other_tenders)


def build_order(
    request: PaymentRequest, connection: Connection, connection_id: str
) -> PaymentOrder:
    """Everything that is written before the first byte leaves (rule 2).

    Raises:
        NotUnderstood: the dialogue, asked anew, does not come to what the clerk saw; the amount is
            zero, or not the one that was chosen, entered, answered last or would be sent (rule
            14); or no reference would ever have been sent, so that nobody could ask about it.
        BhuktaniError: ``TENDERS_DIFFER``, where what it is paid with does not come to the bill.
    """
    if not may_pay(request.other_tenders, request.cash_due):
        raise BhuktaniError(Problem.TENDERS_DIFFER)
    ready = replay(request.provider, request.inquiry.dialogue)
    if ready != request.ready:
        raise NotUnderstood("replay_differs")
    account, offer, call = ready.account, ready.offer, ready.call
    _check_amount_sent(call, offer.total)
    info = request.provider.info
    sends_reference = call.with_reference or info.sends_unlisted_reference
    references = request.inquiry.references
    if not (sends_reference or references):
        raise NotUnderstood("no_reference")
    session = account.session_id
    key = request.provider.key_of(connection.environment, account)
    return PaymentOrder(
        reference=request.reference,
        environment=connection.environment,
        base_url=connection.base_url,
        connection_id=connection_id,
        provider=info.slug,
        provider_name=info.name,
        company=key.company,
        account_id=account.account_id,
        account_key=key.account,
        customer_name=account.customer_name,
        offer_id=offer.id,
        offer_kind=offer.kind.value,
        offer_label=offer.label,
        amount=offer.total,
        lines=offer.lines,
        cash_due=request.cash_due,
        cash_received=request.cash_received,
        operator=request.counter.operator,
        shop=request.counter.shop,
        details_reference=references[0] if references else None,
        session_id=None if session is None else str(session),
        service_name=offer.service_name,
        branch=account.branch,
        duration_days=offer.duration_days,
        duplicate_confirmed=request.duplicate_confirmed,
        another_bill=request.another_bill,
        middle_references=references[1:],
        sends_reference=sends_reference,
        path=call.path,
        fields=call.fields,
        duration_months=offer.duration_months,
        entries=request.entries,
        counter=request.counter.counter,
        drawer=request.counter.drawer,
        operator_id=request.counter.operator_id,
        instead_of=request.instead_of,
        other_tenders=request.other_tenders,
    )


def _check_amount_sent(call: Call, total: Money) -> None:
    """A call names the amount that is recorded, where it names one."""
    sent = call.fields.get("amount")
    if sent is None:
        return
    try:
        same = Money.read(sent) == total
    except NotMoney:
        same = False
    if not same:
        raise NotUnderstood("amount_differs")
