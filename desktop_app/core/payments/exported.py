"""What a list for other programs has of a payment: a small part of it, of very many payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.money import ZERO, Money
from desktop_app.core.receipts import ReceiptNumber

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.payments.payment import Payment, PaymentState


class ExportedPayment(NamedTuple):
    """One payment of an export. A tuple: a hundred thousand of them are made one after the other.

    Attributes:
        state: as it stands there; that of a newer program is ``WRITTEN_BY_NEWER``.
        receipt: the whole number as it stands on the paper; empty without a receipt.
        amount: of the bill, whatever became of it.
        cash, wallet, on_account: the parts of ``cash_due``.
        cash_returned: the cash that was given back.
    """

    number: int
    recorded_at: datetime
    state: PaymentState
    receipt: str
    provider_name: str
    account_id: str
    customer_name: str
    phone: str
    offer_label: str
    amount: Money
    charge: Money
    cash_due: Money
    cash: Money
    wallet: Money
    on_account: Money
    cash_returned: Money
    operator: str
    transaction_id: str
    reference: str

    @classmethod
    def of(cls, payment: Payment) -> ExportedPayment:
        """That part of a payment."""
        order, receipt = payment.order, ""
        if payment.receipt is not None:
            prefix = order.shop.receipt_prefix
            receipt = ReceiptNumber(
                payment.receipt_series, payment.receipt, prefix, order.environment
            ).text
        return cls(
            number=payment.number,
            recorded_at=payment.recorded_at,
            state=payment.state,
            receipt=receipt,
            provider_name=order.provider_name,
            account_id=order.account_id,
            customer_name=order.customer_name,
            phone=payment.customer_phone,
            offer_label=order.offer_label,
            amount=order.amount,
            charge=order.charge,
            cash_due=order.cash_due,
            cash=order.cash_tender,
            wallet=order.wallet,
            on_account=order.on_account,
            cash_returned=order.cash_tender if payment.cash_returned_at is not None else ZERO,
            operator=order.operator,
            transaction_id=payment.transaction_id or "",
            reference=order.reference,
        )
