"""The entry fields that companies share; what differs is how a page calls them and their limits."""

from __future__ import annotations

from desktop_app.core.billing.accounts import AmountLimits
from desktop_app.core.billing.forms import AmountEntry, FieldLabel, TextEntry
from desktop_app.core.money import Money

RUPEE = Money.rupees(1)


def username(
    name: str = "username", *, example: str = "ram_home01", pattern: str = "", allowed: str = ""
) -> TextEntry:
    """The user name that the customer has with the company."""
    return TextEntry(name, FieldLabel.USERNAME, example, pattern, allowed)


def customer_id(
    name: str = "customer_id", *, example: str = "1000088", pattern: str = "", allowed: str = ""
) -> TextEntry:
    """The number that the customer has with the company."""
    return TextEntry(name, FieldLabel.CUSTOMER_ID, example, pattern, allowed)


def mobile(name: str = "mobile_number") -> TextEntry:
    """The customer's mobile number: ten digits, the first of them 9."""
    return TextEntry(name, FieldLabel.MOBILE, example="9841000000", pattern="9[0-9]{9}")


def phone(name: str = "contact_number") -> TextEntry:
    """A number under which the customer is reached, also a landline with its area code."""
    return TextEntry(name, FieldLabel.PHONE, example="9841000000", pattern="[0-9]{7,10}")


def customer_name(name: str = "name") -> TextEntry:
    """The customer's name, as the company knows it."""
    return TextEntry(name, FieldLabel.NAME, example="Asha Rana")


def address(name: str = "address") -> TextEntry:
    """The customer's address."""
    return TextEntry(name, FieldLabel.ADDRESS, example="Banepa")


def package(name: str = "package", *, example: str) -> TextEntry:
    """The package that the customer has, in words."""
    return TextEntry(name, FieldLabel.PACKAGE, example)


def remarks(name: str = "remarks", *, is_optional: bool = True) -> TextEntry:
    """A remark for the company."""
    return TextEntry(name, FieldLabel.REMARKS, example="Internet", is_optional=is_optional)


def whole_rupees(minimum: int = 1, maximum: int | None = None) -> AmountLimits:
    """The limits of an amount in whole rupees; both bounds are included."""
    most = None if maximum is None else Money.rupees(maximum)
    return AmountLimits(Money.rupees(minimum), most, step=RUPEE)


def amount(minimum: int = 1, maximum: int | None = None, *, name: str = "amount") -> AmountEntry:
    """An amount in whole rupees; both bounds are included."""
    return AmountEntry(name, FieldLabel.AMOUNT, whole_rupees(minimum, maximum))
