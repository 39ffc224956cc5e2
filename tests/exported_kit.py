"""What an export is to have of a payment: out of the payment as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.core.money import ZERO
from desktop_app.core.payments.exported import ExportedPayment
from desktop_app.formatting.numbers import receipt_number

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.payments.payment import Payment


def workbook(path: Path) -> Any:
    """A written workbook, as another library reads it, which is slow to load."""
    from openpyxl import load_workbook

    return load_workbook(path)


def exported_of(payment: Payment, debtor: str = "") -> ExportedPayment:
    order = payment.order
    return ExportedPayment(
        number=payment.number,
        recorded_at=payment.recorded_at,
        state=payment.state,
        receipt="" if payment.receipt is None else receipt_number(payment).text,
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
        debtor=debtor if order.on_account else "",
        cash_returned=order.cash_tender if payment.cash_returned_at is not None else ZERO,
        operator=order.operator,
        transaction_id=payment.transaction_id or "",
        reference=order.reference,
    )
