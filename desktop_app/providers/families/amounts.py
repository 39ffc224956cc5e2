"""The form in which a company wants its amount back (contract A20)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.core.errors import NotUnderstood
from desktop_app.core.money import PAISA_PER_RUPEE, Money, NotMoney
from desktop_app.providers.families import parsing

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import Json


class AmountForm(StrEnum):
    """The JSON form of the amount in a call that pays."""

    NUMBER = "number"
    """A number; an integer where there are no paisa."""
    WHOLE = "whole"
    """An integer. An amount with paisa is refused: rounded, it would be another amount."""
    DIGITS = "digits"
    """The shortest text: ``"1850"`` and ``"277.98"``."""
    TWO_DECIMALS = "two_decimals"
    """A text with its paisa: ``"1000.00"``."""
    AS_ANSWERED = "as_answered"
    """The value of the answer, unchanged."""


def read_for(form: AmountForm, value: Json) -> tuple[Money, Json]:
    """Read an amount of an answer that is to be paid, and how it is sent back.

    Raises:
        NotUnderstood: it is not an amount above zero, or cannot be sent in this form.
    """
    total = parsing.amount(value)
    return total, sent_as(form, total, value)


def sent_as(form: AmountForm, total: Money, answered: Json = None) -> Json:
    """Return how an amount is sent; ``answered`` is its value in the answer.

    Raises:
        NotUnderstood: it cannot be sent in this form.
    """
    match form:
        case AmountForm.NUMBER:
            return total.number
        case AmountForm.WHOLE:
            if total.paisa % PAISA_PER_RUPEE:
                raise NotUnderstood("not_whole_rupees")
            return total.number
        case AmountForm.DIGITS:
            return str(total.decimal)
        case AmountForm.TWO_DECIMALS:
            rupees, paisa = divmod(total.paisa, PAISA_PER_RUPEE)
            return f"{rupees}.{paisa:02d}"
        case AmountForm.AS_ANSWERED:
            return _unchanged(answered, total)


def _unchanged(answered: Json, total: Money) -> Json:
    """The answered value, if it is plainly the amount: nothing else goes back unread."""
    try:
        same = Money.read(answered) == total
    except NotMoney:
        same = False
    if not same:
        raise NotUnderstood("bad_amount")
    return answered
