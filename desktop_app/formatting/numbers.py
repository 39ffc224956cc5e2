"""Digits of a text, and amounts as they are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.core.money import ZERO, Money, grouped
from desktop_app.core.receipts import MARKS, ReceiptNumber
from desktop_app.formatting.dates import calendar, local

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.core.payments.payment import Payment

_NEPALI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")


def digits(text: str, nepali: bool) -> str:
    """``text`` with its digits 0–9 written as ०–९ if ``nepali``; everything else is kept."""
    return text.translate(_NEPALI_DIGITS) if nepali else text


def signed(amount: Money) -> str:
    """A difference with its sign: ``+0.02``, ``−0.35``."""
    return f"+{grouped(amount)}" if amount > ZERO else grouped(amount)


_LONG_NUMBER = re.compile("[0-9]{5,}")
_GROUP = 3


def spaced_id(account_id: str) -> str:
    """An account id to be read aloud: ``9841234567`` as ``984 123 4567``.

    Only digits are grouped. A digit never stands alone.
    """
    return _LONG_NUMBER.sub(lambda found: _spaced(found.group()), account_id)


def _spaced(number: str) -> str:
    last = len(number) - (len(number) % _GROUP or _GROUP)
    if len(number) - last == 1:
        last -= _GROUP
    groups = [number[at : at + _GROUP] for at in range(0, last, _GROUP)]
    return " ".join([*groups, number[last:]])


def receipt_number(payment: Payment) -> ReceiptNumber:
    """The number of a PAID payment's receipt, with the prefix that the shop had then."""
    order = payment.order
    return ReceiptNumber(
        payment.receipt_series, payment.receipt or 0, order.shop.receipt_prefix, order.environment
    )


def slip_number(letter: str, payment: Payment) -> str:
    """``H-000131``: slips carry the payment's own number, since receipts count only PAID."""
    parts = (MARKS[payment.order.environment], letter, f"{payment.number:06d}")
    return "-".join(part for part in parts if part)


def receipt_series(at: datetime) -> str:
    """The series of receipts at a moment, by the clocks in Nepal (``core.receipts.SeriesOf``).

    ``2083/84``; ``AD 2031`` where the calendar is not certain of the day, since a receipt of a
    wrong fiscal year cannot be taken back.
    """
    day = local(at).date()
    known = calendar()
    year = None if known is None else known.fiscal_year(day)
    return year or f"AD {day.year}"
