"""What the sample companies share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import (
    NOTHING,
    Account,
    Body,
    Json,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.core.billing.forms import EntryField, FieldLabel, TextEntry
from desktop_app.core.billing.provider import OfferStyle, ProviderInfo
from desktop_app.core.errors import NotUnderstood
from desktop_app.providers.families import parsing

if TYPE_CHECKING:
    from desktop_app.core.money import Money

GROUP = "/api/servicegroup"
MOBILE = TextEntry("mobile_number", FieldLabel.MOBILE, example="9841000000", pattern="[0-9]{7,10}")


def username(name: str = "username", *, example: str = "ram_ftth", pattern: str = "") -> TextEntry:
    """The field of the account, where it is a name of letters and digits."""
    return TextEntry(name, FieldLabel.USERNAME, example=example, pattern=pattern)


def customer_id(name: str = "customer_id", *, pattern: str = "[0-9]+") -> TextEntry:
    """The field of the account, where it is a number."""
    return TextEntry(name, FieldLabel.CUSTOMER_ID, example="1000088", pattern=pattern)


def info_of(slug: str, name: str, style: OfferStyle, *fields: EntryField) -> ProviderInfo:
    """Who a company is."""
    return ProviderInfo(slug, name, "".join(w[0] for w in name.split())[:2].upper(), style, fields)


def priced(
    offer_id: str,
    label: Json,
    total: Money,
    *,
    kind: OfferKind = OfferKind.PACKAGE,
    line: LineKind = LineKind.PACKAGE,
    data: Body = NOTHING,
    is_current: bool = False,
    months: int | None = None,
    service: str = "",
) -> Offer:
    """Something with one price and no parts."""
    quote = Quote(total, (QuoteLine(line, total),))
    text = parsing.clean_text(label)
    return Offer(
        offer_id,
        kind,
        text,
        quote,
        duration_months=months,
        is_current=is_current,
        service_name=service,
        data=data,
    )


def connection(offer_id: str, label: Json, **data: Json) -> Offer:
    """A line of the customer's, chosen before anybody says what there is to pay."""
    return Offer(offer_id, OfferKind.CONNECTION, parsing.clean_text(label), None, data=data)


def typed_amount(amount: Money) -> Offer:
    """An amount that was entered in the form."""
    return Offer("amount", OfferKind.AMOUNT, "", None).with_amount(amount)


def part(answer: Body, name: str) -> Body:
    """An object within an answer.

    Raises:
        NotUnderstood: there is none.
    """
    found = answer.get(name)
    if not isinstance(found, Mapping):
        raise NotUnderstood("not_an_object")
    return found


def session_fields(account: Account, amount: Json) -> dict[str, Json]:
    """What nearly every commit begins with."""
    return {"session_id": account.session_id, "amount": amount}
