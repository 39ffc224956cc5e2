"""The fields that a provider asks the clerk to fill in: texts, one of several options, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.core.money import Money, NotMoney, grouped

if TYPE_CHECKING:
    from desktop_app.core.billing.accounts import AmountLimits

Values: TypeAlias = Mapping[str, str]
"""What the clerk entered, by the name of the field: a text, an option's id, rupees as a number."""

NO_VALUES: Values = MappingProxyType({})

MAX_CHARACTERS = 50


class FieldLabel(StrEnum):
    """The label of a field; the words are made in ``ui/``."""

    USERNAME = "username"
    CUSTOMER_ID = "customer_id"
    PHONE = "phone"
    NAME = "name"
    MOBILE = "mobile"
    ADDRESS = "address"
    LANDLINE = "landline"
    LINE_NUMBER = "line_number"
    SET_TOP_BOX = "set_top_box"
    PACKAGE = "package"
    SERVICE = "service"
    REMARKS = "remarks"
    AMOUNT = "amount"


PHONE_LABELS = frozenset({FieldLabel.MOBILE.value, FieldLabel.PHONE.value})
"""The labels of numbers under which a customer is reached."""


class FieldErrorKind(StrEnum):
    """The reason why a value is refused before it is sent."""

    TOO_LONG = "too_long"
    CHARACTER = "character"
    PATTERN = "pattern"
    NOT_AN_OPTION = "not_an_option"
    NOT_AN_AMOUNT = "not_an_amount"
    TOO_LITTLE = "too_little"
    TOO_MUCH = "too_much"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True, slots=True)
class FieldError:
    """A value's refusal; ``what`` is the limit, the character or the text."""

    kind: FieldErrorKind
    what: str


_DIGITS = re.compile(r"(?P<first>\d*)\[0-9\]\{(?P<least>\d+)(?:,(?P<most>\d+))?\}")
"""Digits that are written out, then a number of any digits."""


@dataclass(frozen=True, slots=True)
class WantedDigits:
    """A number of digits; ``first`` are those that it begins with, if they are fixed."""

    least: int
    most: int
    first: str = ""


@dataclass(frozen=True, slots=True)
class TextEntry:
    """A text that the clerk types. ``pattern`` is matched against the whole text.

    ``allowed`` is a pattern of one allowed character, to name the first that is not.
    """

    name: str
    label: FieldLabel
    example: str = ""
    pattern: str = ""
    allowed: str = ""
    max_length: int = MAX_CHARACTERS
    is_optional: bool = False

    def validate(self, text: str) -> FieldError | None:
        """Return the reason why the text is refused, or None. The empty text is no error yet."""
        if len(text) > self.max_length:
            return FieldError(FieldErrorKind.TOO_LONG, str(self.max_length))
        if self.allowed:
            for character in text:
                if not re.fullmatch(self.allowed, character):
                    return FieldError(FieldErrorKind.CHARACTER, character)
        if text and self.pattern and not re.fullmatch(self.pattern, text):
            return FieldError(FieldErrorKind.PATTERN, text)
        return None

    @property
    def wanted_digits(self) -> tuple[WantedDigits, ...]:
        """Return the numbers of digits that the pattern allows; none if it asks for more."""
        found = []
        for one in self.pattern.split("|"):
            match = _DIGITS.fullmatch(one)
            if match is None:
                return ()
            first, least, most = match.group("first", "least", "most")
            fixed = len(first)
            found.append(WantedDigits(fixed + int(least), fixed + int(most or least), first))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice; ``label`` is the company's own word."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ChoiceEntry:
    """A choice among a few fixed options. The value is the option's id."""

    name: str
    label: FieldLabel
    options: tuple[Option, ...]
    is_optional: bool = False

    def validate(self, text: str) -> FieldError | None:
        """Return the reason why the id is refused, or None. The empty text is no error yet."""
        if text and text not in (option.id for option in self.options):
            return FieldError(FieldErrorKind.NOT_AN_OPTION, text)
        return None


@dataclass(frozen=True, slots=True)
class AmountEntry:
    """An amount that the clerk enters, in rupees as a plain number such as ``277.98``."""

    name: str
    label: FieldLabel
    limits: AmountLimits
    is_optional: bool = False

    def validate(self, text: str) -> FieldError | None:
        """Return the reason why the amount is refused, or None. The empty text is no error yet."""
        if not text:
            return None
        try:
            amount = Money.read(text)
        except NotMoney:
            return FieldError(FieldErrorKind.NOT_AN_AMOUNT, text)
        return amount_error(self.limits, amount)


def amount_error(limits: AmountLimits, amount: Money) -> FieldError | None:
    """Return the reason why an amount is refused under these limits, or None; ``what`` is an
    amount as people read it.
    """
    if limits.allows(amount):
        return None
    if amount.paisa <= 0 or amount < limits.minimum:
        return FieldError(FieldErrorKind.TOO_LITTLE, grouped(limits.minimum))
    if limits.maximum is not None and amount > limits.maximum:
        return FieldError(FieldErrorKind.TOO_MUCH, grouped(limits.maximum))
    return FieldError(FieldErrorKind.NOT_ALLOWED, grouped(amount))


def allowed_amount(limits: AmountLimits, text: str) -> Money | None:
    """The amount that a plain number stands for, if the limits allow it."""
    try:
        amount = Money.read(text)
    except NotMoney:
        return None
    return amount if limits.allows(amount) else None


EntryField: TypeAlias = TextEntry | ChoiceEntry | AmountEntry


@dataclass(frozen=True, slots=True)
class EnteredFact:
    """An entry of the clerk, as people read it. ``label`` is that of :class:`FieldLabel`."""

    label: str
    value: str


def entered_phone(entries: Iterable[EnteredFact]) -> str:
    """The number of the customer among what was entered to pay; empty without one."""
    return next((one.value for one in entries if one.label in PHONE_LABELS), "")


def beside_customer(entries: Iterable[EnteredFact], customer: str) -> tuple[EnteredFact, ...]:
    """Leave out the entered name where it is the customer's, which stands beside it already."""
    return tuple(
        one for one in entries if one.label != FieldLabel.NAME.value or one.value != customer
    )


@dataclass(frozen=True, slots=True)
class Form:
    """Fields that the clerk fills in together, in the order in which they are asked."""

    fields: tuple[EntryField, ...]

    def facts(self, values: Values) -> tuple[EnteredFact, ...]:
        """Return the entries without amounts; a choice is given by the option's label."""
        found = []
        for one in self.fields:
            value = values.get(one.name, "")
            if isinstance(one, ChoiceEntry):
                value = next((o.label for o in one.options if o.id == value), "")
            if value and not isinstance(one, AmountEntry):
                found.append(EnteredFact(one.label.value, value))
        return tuple(found)

    def accepts(self, values: Values) -> bool:
        """Tell whether each required field has a valid value and no unknown field has one."""
        known = {field.name for field in self.fields}
        return known >= set(values) and self.first_missing(values) is None

    def first_missing(self, values: Values) -> EntryField | None:
        """Return the first field that is refused, or is required and still empty."""
        return next((one for one in self.fields if not _is_filled(one, values)), None)


def _is_filled(field: EntryField, values: Values) -> bool:
    value = values.get(field.name, "")
    if not value:
        return field.is_optional
    return field.validate(value) is None
