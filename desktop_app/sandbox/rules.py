"""Rules for the calls of a service: its reads, its pay call, and what a payment changes.

A service has no read at all, one, or two; then one call that pays. The data files put them together
by the names of their fields.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from desktop_app.sandbox.fields import FieldRule, Fields, FieldType, field_text, invalid
from desktop_app.sandbox.replies import Refusal

ReadStep: TypeAlias = Literal[
    "details", "userlist", "getpackages", "getpackagerates", "get_discounted_amount", "lookup"
]
PayStep: TypeAlias = Literal["commit", "use"]
BookedUnder: TypeAlias = Literal["first", "last", "own"]

_ONLY_POST = "POST"


class Bills(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="bills",
):
    """A list in the answer of which each entry is paid once and then disappears."""

    list: str
    id: str


class Renewal(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="renewal",
):
    """Packages that are paid again and again; ``lists`` name where they stand in the answer."""

    lists: tuple[str, ...]
    id: str
    name: str
    rate: str
    days: str
    current_ids: tuple[str, ...]
    current_name: str
    amount: str


class Anything(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag_field="kind",
    tag="anything",
):
    """Allows the same payment again; only a customer's ``after_paid`` changes the answer."""


class ReadRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call that reads.

    The customer's id is in ``id_field``; a price list has none. It is answered under that name, if
    ``shows_id``, and the company's own id wherever the dotted paths ``id_at`` lead. What the fields
    in ``selects`` name is answered by it, and remembered until the next read of the session.
    ``session`` says whether the read opens one, goes on in one, or knows none.
    """

    step: ReadStep = "details"
    final_slash: bool = True
    reference: bool = True
    session: Literal["opens", "continues", "none"] = "opens"
    shows_session: bool = True
    id_field: str = ""
    id_type: FieldType = "text"
    pattern: str = ""
    message: str = "Invalid value"
    shows_id: bool = True
    id_at: tuple[str, ...] = ()
    fields: dict[str, FieldRule] = {}
    selects: dict[str, FieldRule] = {}

    @property
    def method(self) -> str:
        """The HTTP method."""
        return "GET" if self.step == "lookup" else _ONLY_POST

    def path(self, slug: str) -> str:
        """The path of the call."""
        root = "/api/lookup" if self.step == "lookup" else f"/api/servicegroup/{self.step}"
        return f"{root}/{slug}" + "/" * self.final_slash

    def account(self, fields: Fields) -> str:
        """The customer's id as text, refused with 1010 as the service does."""
        rule = FieldRule(type=self.id_type, pattern=self.pattern, message=self.message)
        return rule.text(fields, self.id_field)

    def selection(self, fields: Fields) -> str:
        """Return the key of the fields that select; further fields are checked too."""
        check(self.fields, fields)
        return joined([rule.text(fields, name) for name, rule in self.selects.items()])


class Amounts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Amounts that the payer chooses freely, bounds included, or one of ``values``."""

    minimum: Decimal = Decimal(1)
    maximum: Decimal | None = None
    values: tuple[Decimal, ...] = ()

    def allow(self, amount: Decimal) -> bool:
        """The amount may be paid."""
        if amount < self.minimum or (self.maximum is not None and amount > self.maximum):
            return False
        return not self.values or amount in self.values


class PayRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The call that pays, by the names of its fields; empty where it has none.

    Without ``reference`` none is asked for, and the payment is known under the ``booked_under``
    reference of the session's reads, or under the pay call's own if it brings one. Without
    ``session`` the customer is named by ``account_field``. ``echoes`` are fields that come back
    unchanged from the first answer, by the path to them. With ``amounts`` the payer decides the
    amount. ``list`` is the price list that the choice must stand in, where there are several.
    ``extra`` names the fields that the answer repeats.
    """

    step: PayStep = "commit"
    final_slash: bool = True
    reference: bool = True
    booked_under: BookedUnder = "last"
    session: bool = True
    account_field: str = ""
    account_type: FieldType = "text"
    account_pattern: str = ""
    choice: dict[str, FieldRule] = {}
    list: str = ""
    amount_field: str = "amount"
    amount_type: FieldType = "number"
    amounts: Amounts | None = None
    fields: dict[str, FieldRule] = {}
    echoes: dict[str, str] = {}
    extra: tuple[str, ...] = ()
    amount_at: str = ""

    @property
    def method(self) -> str:
        """The HTTP method."""
        return _ONLY_POST

    def path(self, slug: str) -> str:
        """The path of the call."""
        root = "/api/use" if self.step == "use" else "/api/servicegroup/commit"
        return f"{root}/{slug}" + "/" * self.final_slash

    def account(self, fields: Fields) -> str:
        """The customer's id as text, refused with 1010 as the service does."""
        rule = FieldRule(type=self.account_type, pattern=self.account_pattern)
        return rule.text(fields, self.account_field)

    def chosen(self, fields: Fields) -> str:
        """Return the key of the fields that name the choice; empty if none of them was sent.

        Raises:
            Refusal: 1010 for a field of another type than documented.
        """
        parts = [
            "" if fields.get(name) is None else rule.text(fields, name)
            for name, rule in self.choice.items()
        ]
        return joined(parts)


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An error that a service answers where there is nothing to be read."""

    code: str
    details: str = ""
    error_data: dict[str, str] = {}

    def refusal(self) -> Refusal:
        """The error to answer."""
        return Refusal(self.code, self.details, error_data=self.error_data)


def check(rules: dict[str, FieldRule], fields: Fields) -> None:
    """Refuse fields that are missing or not as their rules ask."""
    for name, rule in rules.items():
        rule.text(fields, name)


def check_amount(rule: PayRule, fields: Fields) -> Decimal:
    """The amount that was sent, of its documented type.

    Raises:
        Refusal: 1010.
    """
    text = field_text(fields.get(rule.amount_field), rule.amount_field, rule.amount_type)
    try:
        amount = Decimal(text)
    except ArithmeticError:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise invalid("1010", {rule.amount_field: "A valid number is required."})
    return amount


def joined(parts: list[str]) -> str:
    """Join several fields to one key, without the missing ones at the end."""
    return "|".join(parts).rstrip("|")
