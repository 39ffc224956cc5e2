"""The part of a payment that an export holds: a small one, as there are very many payments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.money import Money

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.payments.payment import PaymentState


class ExportedPayment(NamedTuple):
    """One payment of an export. A tuple: a hundred thousand of them are made one after the other.

    Attributes:
        state: as it stands there; that of a newer program is ``WRITTEN_BY_NEWER``.
        receipt: the whole number as it stands on the paper; empty without a receipt.
        amount: of the bill, whatever became of it.
        cash, wallet, on_account: the parts of ``cash_due``.
        debtor: who owes what is on account; empty where nothing is.
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
    debtor: str
    cash_returned: Money
    operator: str
    transaction_id: str
    reference: str

    @property
    def rounding(self) -> Money:
        """What rounding to whole rupees added to the bill, or took from it."""
        return Money(self.cash_due.paisa - self.amount.paisa - self.charge.paisa)
