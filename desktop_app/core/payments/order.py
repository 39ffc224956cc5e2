"""From a look-up and a choice to the order that is recorded and sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.core.billing.accounts import Account, Offer
from desktop_app.core.billing.provider import Call, Provider
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import Money, NotMoney
from desktop_app.core.payments.payment import PaymentOrder, new_reference
from desktop_app.core.shop import TillContext


@dataclass(frozen=True, slots=True)
class AccountSnapshot:
    """An account with where and when it was looked up. ``monotonic`` is in seconds.

    ``id`` names the look-up, whatever the service calls it: some give neither a session nor take a
    reference. A call in the middle changes the account and adds its reference to
    ``middle_references``; it is still the same look-up, of the same age.
    """

    account: Account
    environment: Environment
    connection_id: str
    at: datetime
    monotonic: float
    details_reference: str | None = None
    middle_references: tuple[str, ...] = ()
    id: str = field(default_factory=new_reference)


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """What the clerk confirmed. ``reference`` was made when Confirm was reached (rule 1).

    ``duplicate_confirmed``: the customer wants to pay what was paid a short time ago.
    ``another_bill``: this is not the bill whose payment is open.
    """

    provider: Provider
    found: AccountSnapshot
    offer: Offer
    reference: str
    cash_received: Money
    counter: TillContext
    duplicate_confirmed: bool = False
    another_bill: bool = False

    @property
    def cash_due(self) -> Money:
        """The cash to take: the total, rounded by the shop's setting."""
        return self.offer.total.rounded(self.counter.rounding)


def build_order(
    request: PaymentRequest, connection: Connection, connection_id: str
) -> PaymentOrder:
    """Everything that is written before the first byte leaves (rule 2).

    Raises:
        NotUnderstood: the amount is zero, was not typed, or is not the one that the look-up
            answered or that would be sent (rule 14); a call in the middle is still to be made; or
            no reference would ever have been sent, so that nobody could ask what came of it.
    """
    found = request.found
    account, offer = found.account, request.offer
    if not account.can_be_paid(offer):
        raise NotUnderstood("bad_amount")
    if request.provider.middle(account, offer) is not None:
        raise NotUnderstood("not_quoted")
    call = request.provider.commit(account, offer)
    _check_amount_sent(call, offer.total)
    if not (call.with_reference or found.details_reference or found.middle_references):
        raise NotUnderstood("no_reference")
    info = request.provider.info
    session = account.session_id
    key = request.provider.account_key(connection.environment, account.account_id)
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
        lines=offer.quote.lines,
        cash_due=request.cash_due,
        cash_received=request.cash_received,
        operator=request.counter.operator,
        shop=request.counter.shop,
        details_reference=found.details_reference,
        session_id=None if session is None else str(session),
        service_name=offer.service_name,
        branch=account.branch,
        duration_days=offer.duration_days,
        duplicate_confirmed=request.duplicate_confirmed,
        another_bill=request.another_bill,
        middle_references=found.middle_references,
        sends_reference=call.with_reference,
        path=call.path,
        fields=call.fields,
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
