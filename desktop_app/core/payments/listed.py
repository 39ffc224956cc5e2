"""The part of a payment that a list shows: a small one, as lists show very many payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.payments.payment import PaymentKey, has_paper
from desktop_app.core.receipts import ReceiptNumber

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.money import Money
    from desktop_app.core.payments.payment import Payment, PaymentState


class ListedPayment(NamedTuple):
    """One payment of a list. A tuple: hundreds of them are made one after the other.

    What it says of the payment's state is what :class:`Payment` says under the same names.
    """

    number: int
    reference: str
    environment: Environment
    recorded_at: datetime
    state: PaymentState
    provider: str
    provider_name: str
    account_id: str
    customer_name: str
    amount: Money
    operator: str
    receipt: int | None
    abandoned: bool
    is_returned: bool
    owes_reversal: bool
    is_doubted: bool

    @classmethod
    def of(cls, payment: Payment) -> ListedPayment:
        """The same part of a payment that was read as a whole."""
        order = payment.order
        return cls(
            number=payment.number,
            reference=order.reference,
            environment=order.environment,
            recorded_at=payment.recorded_at,
            state=payment.state,
            provider=order.provider,
            provider_name=order.provider_name,
            account_id=order.account_id,
            customer_name=order.customer_name,
            amount=order.amount,
            operator=order.operator,
            receipt=payment.receipt,
            abandoned=payment.abandoned,
            is_returned=payment.is_returned,
            owes_reversal=payment.owes_reversal,
            is_doubted=payment.is_doubted,
        )

    @property
    def key(self) -> PaymentKey:
        """What the whole payment is read by."""
        return PaymentKey(self.environment, self.number, self.reference)

    @property
    def has_paper(self) -> bool:
        """True if it has a receipt or a slip."""
        return has_paper(self.state, abandoned=self.abandoned)

    @property
    def customer(self) -> str:
        """Whom it was paid for: the name, or the account where no name is known."""
        return self.customer_name or self.account_id

    @property
    def short_receipt(self) -> str:
        """The number of its receipt as lists show it; empty where it has none."""
        if self.receipt is None:
            return ""
        return ReceiptNumber("", self.receipt, environment=self.environment).short
