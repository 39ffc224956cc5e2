"""Reads the whole payment that a list, or an earlier read, spoke of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.errors import LedgerError, Problem

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment, PaymentKey
    from desktop_app.core.payments.ports import Ledger


def find_payment(ledger: Ledger, key: PaymentKey) -> Payment | None:
    """The whole payment with this key, as it stands now; None where the record does not have it."""
    found = ledger.payment(key.number)
    return found if found is not None and found.key == key else None


def whole_payment(ledger: Ledger, key: PaymentKey) -> Payment:
    """The whole payment with this key, as it stands now.

    Raises:
        LedgerError: ``PAYMENT_GONE``: the record does not have it.
    """
    found = find_payment(ledger, key)
    if found is None:
        raise LedgerError(Problem.PAYMENT_GONE, number=key.number)
    return found
