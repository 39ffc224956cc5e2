"""Finds a payment by what stands on its paper, however it was typed, pasted or scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.receipts import read_receipt_number
from desktop_app.core.typed_text import typed_code
from desktop_app.formatting.numbers import receipt_number, slip_number
from desktop_app.printing.facts import shown_reference

if TYPE_CHECKING:
    from desktop_app.core.payments.payment import Payment

_SLIPS = ("H", "N")
"""Cash held and cash to return: a customer keeps the slip after the payment has moved on."""


def holds(payment: Payment, text: str) -> bool:
    """True if name, id, reference, receipt or slip number hold the text.

    Numbers and references are compared without the blanks and dashes that they are printed with,
    in any letter case and any digits. Digits alone are looked for in a receipt's own number: its
    year is that of all others.
    """
    if payment.receipt is not None:
        typed = read_receipt_number(text)
        if typed is not None and typed.means(receipt_number(payment)):
            return True
    words, code = " ".join(typed_code(text).casefold().split()), _code(text)
    order = payment.order
    if words in typed_code(order.customer_name).casefold():
        return True
    return bool(code) and any(code in _code(number) for number in _numbers(payment, code))


def _numbers(payment: Payment, code: str) -> list[str]:
    order = payment.order
    found = [order.account_id, order.reference, shown_reference(order)]
    if payment.receipt is not None:
        receipt = receipt_number(payment)
        found.append(receipt.short)
        if not code.isdigit():
            found.append(receipt.text)
    if not code.isdigit():
        # Digits alone are more likely those of a receipt, which are counted otherwise.
        found += [slip_number(letter, payment) for letter in _SLIPS]
    return found


def _code(text: str) -> str:
    return "".join(typed_code(text).casefold().replace("-", " ").split())
