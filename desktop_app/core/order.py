"""From a look-up and a choice to the order that is recorded and sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop_app.core.accounts import Account, Offer
from desktop_app.core.environment import Connection, Environment
from desktop_app.core.money import CashRounding, Money
from desktop_app.core.payment import PaymentOrder, Shop
from desktop_app.core.provider import Provider


@dataclass(frozen=True, slots=True)
class LookedUp:
    """An account with where and when it was looked up. ``monotonic`` is in seconds."""

    account: Account
    environment: Environment
    connection_id: str
    at: datetime
    monotonic: float
    details_reference: str | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """Who takes the cash, and how: the part of the settings that a payment keeps."""

    operator: str
    shop: Shop
    rounding: CashRounding
    environment: Environment


@dataclass(frozen=True, slots=True)
class PayRequest:
    """What the clerk confirmed. ``reference`` was made when Confirm was reached (rule 1)."""

    provider: Provider
    found: LookedUp
    offer: Offer
    reference: str
    cash_received: Money
    counter: Counter
    pays_again: bool = False

    @property
    def cash_due(self) -> Money:
        """The cash to take: the total, rounded by the shop's setting."""
        return self.offer.total.rounded(self.counter.rounding)


def draw_up(request: PayRequest, connection: Connection, connection_id: str) -> PaymentOrder:
    """Everything that is written before the first byte leaves (rule 2)."""
    account, offer = request.found.account, request.offer
    call = request.provider.commit(account, offer)
    info = request.provider.info
    session = account.session_id
    return PaymentOrder(
        reference=request.reference,
        environment=connection.environment,
        base_url=connection.base_url,
        connection_id=connection_id,
        provider=info.slug,
        provider_name=info.name,
        account_id=account.account_id,
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
        details_reference=request.found.details_reference,
        session_id=None if session is None else str(session),
        service_name=offer.service_name,
        branch=account.branch,
        duration_days=offer.duration_days,
        pays_again=request.pays_again,
        path=call.path,
        fields=call.fields,
    )
