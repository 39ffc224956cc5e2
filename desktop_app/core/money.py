"""Money in Nepali rupees, as a whole number of paisa.

Decimal only at the edges: amounts arrive as numbers or texts of the service and leave as numbers
or as text with lakh grouping. A float never enters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from enum import StrEnum

from desktop_app.core.typed_text import typed_code

PAISA_PER_RUPEE = 100
# One hundred crore rupees: more than any bill, less than what could upset a column or a layout.
_LARGEST_PAISA = 10**9 * PAISA_PER_RUPEE
_MAX_SCALE = 24
_MAX_DIGITS = 48
# Not the thread's own context: its 28 digits would round parts of a paisa away.
_EXACT = Context(prec=64)
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]{1,24}(\.[0-9]{1,24})?")
# With the currency before it or "/-" after it, as people write prices. Commas stand before the
# point only: "2.000,00" could be meant as two thousand, so it is no amount here.
_CASH = re.compile(r"(?:n?rs|npr|रु|रू)?[.:]? *([0-9][0-9, ]*(?:\.[0-9]*)?) *(?:/[-=]?)?")
_LARGEST_NOTE = 1000 * PAISA_PER_RUPEE


class NotMoney(ValueError):
    """The value is not an amount in rupees and whole paisa within bounds."""


class CashRounding(StrEnum):
    """The way of rounding cash to whole rupees; paisa do not exist as coins."""

    NEAREST = "nearest"
    UP = "up"
    EXACT = "exact"


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in paisa; negative for a difference such as a rounding."""

    paisa: int

    @classmethod
    def rupees(cls, rupees: int) -> Money:
        """Whole rupees."""
        return cls(rupees * PAISA_PER_RUPEE)

    @classmethod
    def read(cls, value: object) -> Money:
        """An amount as the service writes it: a number, or a text such as ``"1921.0000"``.

        Raises:
            NotMoney: for a bool, a float, text that is not a plain number, a value that is not
                finite, parts of a paisa, or more than a hundred crore rupees.
        """
        if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
            raise NotMoney(type(value).__name__)
        if isinstance(value, str):
            text = value.strip()
            if not _PLAIN_NUMBER.fullmatch(text):
                raise NotMoney("not a plain number")
            value = text
        try:
            number = Decimal(value)
        except InvalidOperation as error:
            raise NotMoney("not a number") from error
        # The size is checked first: scaling 1e999999999 would take all memory.
        if not number.is_finite() or abs(number.adjusted()) > _MAX_SCALE:
            raise NotMoney("not finite or out of bounds")
        if len(number.as_tuple().digits) > _MAX_DIGITS:
            raise NotMoney("too many digits")
        paisa = _EXACT.multiply(number, PAISA_PER_RUPEE)
        if paisa != paisa.to_integral_value():
            raise NotMoney("parts of a paisa")
        if abs(paisa) > _LARGEST_PAISA:
            raise NotMoney("out of bounds")
        return cls(int(paisa))

    def __add__(self, other: Money) -> Money:
        return Money(self.paisa + other.paisa)

    def __sub__(self, other: Money) -> Money:
        return Money(self.paisa - other.paisa)

    def __neg__(self) -> Money:
        return Money(-self.paisa)

    def __bool__(self) -> bool:
        return self.paisa != 0

    @property
    def decimal(self) -> Decimal:
        """Rupees as an exact decimal, without trailing zeros: ``4950`` and ``277.98``."""
        if self.paisa % PAISA_PER_RUPEE == 0:
            return Decimal(self.paisa // PAISA_PER_RUPEE)
        return _EXACT.divide(self.paisa, PAISA_PER_RUPEE).normalize(_EXACT)

    @property
    def number(self) -> int | Decimal:
        """The amount as a JSON number of the service: an integer where there are no paisa."""
        value = self.decimal
        return int(value) if value == value.to_integral_value() else value

    def rounded(self, rounding: CashRounding) -> Money:
        """The cash to take for this amount under the shop's setting."""
        if rounding is CashRounding.EXACT:
            return self
        mode = ROUND_HALF_UP if rounding is CashRounding.NEAREST else ROUND_CEILING
        rupees = _EXACT.divide(self.paisa, PAISA_PER_RUPEE)
        whole = rupees.quantize(Decimal(1), rounding=mode, context=_EXACT)
        return Money.rupees(int(whole))

    def __str__(self) -> str:
        return grouped(self)


ZERO = Money(0)


def grouped(amount: Money, *, decimals: bool = True) -> str:
    """Lakh grouping as Nepal writes it: ``1,23,456.00``; minus as ``−``."""
    rupees, paisa = divmod(abs(amount.paisa), PAISA_PER_RUPEE)
    digits = str(rupees)
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    text = ",".join([*groups, tail])
    if decimals or paisa:
        text += f".{paisa:02d}"
    return f"−{text}" if amount.paisa < 0 else text


def read_cash(text: str) -> Money | None:
    """Parse the cash that a clerk typed, pasted or scanned; return None if it is not an amount.

    Grouping, Nepali digits, the currency, unseen characters and a point at the end are taken for
    what they are: ``Rs. 2000``, ``2,000.00``, ``5000.``
    """
    found = _CASH.fullmatch(typed_code(text).casefold())
    if found is None:
        return None
    plain = found[1].replace(",", "").replace(" ", "").removesuffix(".")
    try:
        return Money.read(plain)
    except NotMoney:
        return None


def is_payable_in_cash(amount: Money) -> bool:
    """Tell whether notes and coins come to exactly this: paisa do not exist as coins."""
    return amount.paisa % PAISA_PER_RUPEE == 0


def sensible_cash_limit(cash_due: Money) -> Money:
    """The most that a customer hands over for ``cash_due`` without a word.

    That is the due in the largest notes of Nepal, Rs. 1,000, and one note more.
    """
    notes = -(-cash_due.paisa // _LARGEST_NOTE)
    return Money((notes + 1) * _LARGEST_NOTE)


def is_unusual_cash(cash: Money, cash_due: Money) -> bool:
    """So much that it is rather a slip of the finger, or a bar code read into the field."""
    return cash > sensible_cash_limit(cash_due)


def round_notes(cash_due: Money, *, most: int = 2) -> tuple[Money, ...]:
    """Round amounts above ``cash_due`` that a customer is likely to hand over, smallest first."""
    found: list[Money] = []
    for note in (50, 100, 500, 1000, 5000, 10000):
        step = note * PAISA_PER_RUPEE
        amount = Money(-(-cash_due.paisa // step) * step)
        usual = amount > cash_due and not is_unusual_cash(amount, cash_due)
        if usual and amount not in found:
            found.append(amount)
    return tuple(found[:most])
