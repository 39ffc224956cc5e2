"""A receipt as a short text that a customer can be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.payments.payment import Payment, PaymentState
from desktop_app.formatting.numbers import receipt_number
from desktop_app.printing import texts
from desktop_app.printing.facts import moment, order_facts, shop_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.billing.forms import FieldLabel
    from desktop_app.printing.texts import Wording


def receipt_message(payment: Payment, wording: Wording, account_label: FieldLabel | None) -> str:
    """Word the receipt of a PAID payment in a few lines.

    It says what a customer asks about, without the numbers of the service. What is not live, or was
    sent back, says so first.

    Raises:
        ValueError: the payment is not PAID or has no receipt number.
    """
    if payment.state is not PaymentState.PAID or payment.receipt is None:
        raise ValueError("only a paid payment with a receipt number gives a receipt")
    return "\n".join(line for line in _lines(payment, wording, account_label) if line)


def _lines(payment: Payment, wording: Wording, label: FieldLabel | None) -> Iterator[str]:
    facts, shop = order_facts(payment, wording, label), shop_facts(payment.order.shop, wording)
    yield facts.mark
    if payment.reversed_at is not None:
        yield wording.text(texts.CAME_BACK_NOTICE)
    yield shop.name
    yield wording.text(texts.RECEIPT_TITLE, number=receipt_number(payment).text)
    yield moment(payment.changed_at, wording)
    yield facts.customer
    yield f"{facts.provider} · {facts.account.label}: {facts.account.value}"
    offer = " · ".join(part for part in (facts.offer.value, facts.duration) if part)
    if offer:
        yield f"{facts.offer.label}: {offer}"
    yield f"{wording.text(texts.PAID)}: {facts.total}"
    if payment.reversed_at is None and not facts.mark:
        yield wording.text(texts.THANK_YOU)
    yield shop.contacts[0] if payment.order.shop.phone and shop.contacts else ""
