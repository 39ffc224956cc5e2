"""A made-up payment, for the preview of the receipt and for a test page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import LineKind, OfferKind, QuoteLine
from desktop_app.core.environment import STANDARD, Environment
from desktop_app.core.money import Money
from desktop_app.core.payments.payment import Payment, PaymentOrder, PaymentState
from desktop_app.formatting.numbers import receipt_series

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.settings import Settings

_REFERENCE = "0" * 32
_PRICE, _DUE, _CASH = Money(135_600), Money(30_150), Money.rupees(2_000)


def sample_payment(settings: Settings, environment: Environment, at: datetime) -> Payment:
    """Paid at that time, in the shop and with the rounding of these settings."""
    amount = _PRICE + _DUE
    order = PaymentOrder(
        reference=_REFERENCE,
        environment=environment,
        base_url=STANDARD[environment].base_url,
        connection_id="",
        provider="sample",
        provider_name="Example Internet",
        company="sample",
        account_id="rambdr_thapa",
        account_key="rambdr_thapa",
        customer_name="Ram Bahadur Thapa",
        offer_id="1",
        offer_kind=OfferKind.PACKAGE.value,
        offer_label="Fiber 100 Mbps",
        amount=amount,
        lines=(QuoteLine(LineKind.PACKAGE, _PRICE), QuoteLine(LineKind.DUE, _DUE)),
        cash_due=amount.rounded(settings.rounding),
        cash_received=_CASH,
        operator=settings.operator,
        shop=settings.shop,
        duration_days=30,
    )
    return Payment(
        number=1,
        order=order,
        state=PaymentState.PAID,
        recorded_at=at,
        changed_at=at,
        sent_at=at,
        receipt=1,
        receipt_series=receipt_series(at),
        transaction_id="5033",
    )
