"""Digits of a text, and amounts as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.environment import Environment
from desktop_app.core.money import ZERO, Money, grouped

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment

_NEPALI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")


def digits(text: str, nepali: bool) -> str:
    """``text`` with its digits 0–9 written as ०–९ if ``nepali``; everything else is kept."""
    return text.translate(_NEPALI_DIGITS) if nepali else text


def signed(amount: Money) -> str:
    """A difference with its sign: ``+0.02``, ``−0.35``."""
    return f"+{grouped(amount)}" if amount > ZERO else grouped(amount)


_NUMBER_PREFIX = {Environment.LIVE: "", Environment.PRACTICE: "P-", Environment.TEST: "T-"}


def receipt_number(number: int, environment: Environment) -> str:
    """``000131``; ``P-000007`` in practice, ``T-000007`` on the test system."""
    return f"{_NUMBER_PREFIX[environment]}{number:06d}"


def slip_number(letter: str, payment: Payment) -> str:
    """``H-000131``: slips carry the payment's own number, since receipts count only PAID."""
    return f"{_NUMBER_PREFIX[payment.order.environment]}{letter}-{payment.number:06d}"
