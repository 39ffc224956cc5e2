"""Digits of a text, and amounts as they are printed."""

from __future__ import annotations

from desktop_app.core.money import ZERO, Money, grouped

_NEPALI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")


def digits(text: str, nepali: bool) -> str:
    """``text`` with its digits 0–9 written as ०–९ if ``nepali``; everything else is kept."""
    return text.translate(_NEPALI_DIGITS) if nepali else text


def signed(amount: Money) -> str:
    """A difference with its sign: ``+0.02``, ``−0.35``."""
    return f"+{grouped(amount)}" if amount > ZERO else grouped(amount)
