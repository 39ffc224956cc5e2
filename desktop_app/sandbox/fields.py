"""Fields of a request: their types, their rules, and the errors for what breaks them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from desktop_app.sandbox.replies import Refusal

Fields: TypeAlias = Mapping[str, object]
"""The fields of a request, as they came."""

FieldType: TypeAlias = Literal["text", "number", "integer", "any"]

_KINDS: Mapping[FieldType, str] = {
    "text": "Not a valid string.",
    "number": "A valid number is required.",
    "integer": "A valid integer is required.",
    "any": "Not a valid value.",
}
_MAX_CHARACTERS = 50


class FieldRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rule for a field of a call. ``values``, if there are any, are the only ones accepted."""

    type: FieldType = "text"
    optional: bool = False
    pattern: str = ""
    message: str = "Invalid value"
    values: tuple[str, ...] = ()

    def text(self, fields: Fields, name: str) -> str:
        """The field as text; empty where it is optional and missing.

        Raises:
            Refusal: 1010 where it is missing, of another type or does not match the pattern; 1011
                where it is not one of ``values``.
        """
        value = fields.get(name)
        if self.optional and (value is None or value == ""):
            return ""
        text = field_text(value, name, self.type)
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise invalid("1010", {name: self.message})
        if self.values and text not in self.values:
            raise invalid("1011", {name: self.message})
        return text


def field_text(value: object, name: str, kind: FieldType) -> str:
    """A field as text, if it is there and of its documented type; else 1010."""
    if value is None or value == "":
        raise invalid("1010", {name: "This field is required."})
    if not _is_kind(value, kind):
        raise invalid("1010", {name: _KINDS[kind]})
    text = str(value)
    if len(text) > _MAX_CHARACTERS:
        raise invalid("1010", {name: "Ensure this field has no more than 50 characters."})
    return text


def invalid(code: str, faults: Mapping[str, str]) -> Refusal:
    """A validation error: the faults stand in ``details`` and in ``error_data``."""
    return Refusal(code, dict(faults), error_data=faults)


def _is_kind(value: object, kind: FieldType) -> bool:
    if isinstance(value, bool):
        return False
    if kind == "text":
        return isinstance(value, str)
    if kind == "integer":
        return isinstance(value, int)
    if kind == "number":
        return isinstance(value, int | Decimal)
    return isinstance(value, int | str)
