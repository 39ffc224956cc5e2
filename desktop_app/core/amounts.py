"""Amounts in answers of the service: one careful reading, for bills, look-ups and the balance.

An amount comes as a number, or as a text with grouping and a currency mark. Floats of the service
bring noise with them (``277.98000000000002``). What can be read is exact to the paisa; what cannot
is never guessed at.
"""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum

from desktop_app.core.money import PAISA_PER_RUPEE, Money, NotMoney
from desktop_app.core.typed_text import latin_digits

_MAX_SCALE = 24
_MAX_DIGITS = 4300
"""Python's own bound for numbers as text; what is longer is no amount."""

# Room for the longest number in full, so that nothing is rounded before it is compared.
_EXACT = Context(prec=_MAX_DIGITS + 2 * _MAX_SCALE)
_NOISE = Decimal("0.01")
"""In paisa. What differs by less is the same amount, as a float wrote it."""

_DIGITS = "[0-9]{1,24}"
_BY_THOUSANDS = "[0-9]{1,3}(?:,[0-9]{3}){1,7}"
_BY_LAKHS = "[0-9]{1,2}(?:,[0-9]{2}){0,10},[0-9]{3}"
_MARK = r"(?:(?:npr|nrs|rs|रु|रू|₨)\.?)"
_AMOUNT = re.compile(
    rf"{_MARK}?\s*(?P<number>[+-]?(?:{_BY_THOUSANDS}|{_BY_LAKHS}|{_DIGITS})(?:\.[0-9]{{1,48}})?)"
    rf"\s*(?:/[-=])?\s*{_MARK}?",
    re.IGNORECASE,
)
_MAX_TEXT = 120


class AmountMatch(StrEnum):
    """The result of comparing an amount in an answer with ours."""

    SAME = "same"
    SILENT = "silent"
    """The answer names none: it says nothing about the amount."""
    OTHER = "other"
    UNCLEAR = "unclear"
    """It names one that cannot be read: neither the same nor another."""


def read_amount(value: object) -> Money:
    """An amount in an answer, as number or text, to the paisa.

    Raises:
        NotMoney: it is none, cannot be read for sure, has parts of a paisa beyond the noise of
            floats, or is more than any bill.
    """
    paisa = _in_paisa(value)
    whole = paisa.to_integral_value(ROUND_HALF_EVEN, _EXACT)
    if abs(_EXACT.subtract(paisa, whole)) >= _NOISE:
        raise NotMoney("parts of a paisa")
    return Money.read(_EXACT.divide(whole, PAISA_PER_RUPEE))


def read_amount_down(value: object) -> Money:
    """Read an amount like :func:`read_amount`, but cut off parts of a paisa: for the shop's
    balance.

    Raises:
        NotMoney: it is no amount, or cannot be read for sure.
    """
    try:
        return read_amount(value)
    except NotMoney:
        whole = _in_paisa(value).to_integral_value(ROUND_FLOOR, _EXACT)
        return Money.read(_EXACT.divide(whole, PAISA_PER_RUPEE))


def match_amount(value: object, ours: Money) -> AmountMatch:
    """Compare the amount in an answer to ours. Never guesses, never raises."""
    try:
        return AmountMatch.SAME if read_amount(value) == ours else AmountMatch.OTHER
    except NotMoney:
        pass
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        # A number with parts of a paisa, or beyond all bounds, is another amount for sure.
        return AmountMatch.OTHER
    return AmountMatch.UNCLEAR if _names_something(value) else AmountMatch.SILENT


def _names_something(value: object) -> bool:
    """Stars, "NaN" and what is empty name no amount; digits do, in whatever writing."""
    if isinstance(value, str):
        return any(character.isdigit() for character in value)
    return isinstance(value, list | dict) and bool(value)


def _in_paisa(value: object) -> Decimal:
    number = _number(value)
    # The size is checked first: scaling 1e999999999 would take all memory.
    if not number.is_finite() or number.adjusted() > _MAX_SCALE:
        raise NotMoney("not finite or out of bounds")
    if len(number.as_tuple().digits) > _MAX_DIGITS:
        raise NotMoney("too many digits")
    if number.adjusted() < -_MAX_SCALE:
        return Decimal(0)  # noise, of however many digits
    return _EXACT.multiply(number, PAISA_PER_RUPEE)


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise NotMoney(type(value).__name__)
    if isinstance(value, int):
        if abs(value) > 10**_MAX_SCALE:
            raise NotMoney("out of bounds")
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    text = value.strip()
    found = None
    if len(text) <= _MAX_TEXT:
        found = _AMOUNT.fullmatch(latin_digits(text))
    if found is None:
        raise NotMoney("not an amount")
    return Decimal(found["number"].replace(",", ""))
