"""Offers as the families make them from an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import (
    NOTHING,
    AmountLimits,
    Body,
    Json,
    LineKind,
    Offer,
    OfferKind,
    Quote,
    QuoteLine,
)
from desktop_app.providers.families import parsing

if TYPE_CHECKING:
    from desktop_app.core.money import Money


def package(
    offer_id: str,
    label: Json,
    total: Money,
    *,
    data: Body = NOTHING,
    is_current: bool = False,
    days: int | None = None,
    months: int | None = None,
) -> Offer:
    """A package at its price. ``data`` is what goes back to the company for it."""
    return Offer(
        offer_id,
        OfferKind.PACKAGE,
        parsing.clean_text(label),
        Quote(total, (QuoteLine(LineKind.PACKAGE, total),)),
        duration_days=days,
        duration_months=months,
        is_current=is_current,
        data=data,
    )


def bill(offer_id: str, label: Json, total: Money, *, data: Body = NOTHING) -> Offer:
    """What is owed, paid as it is."""
    quote = Quote(total, (QuoteLine(LineKind.BILL, total),))
    return Offer(offer_id, OfferKind.BILL, parsing.clean_text(label), quote, data=data)


def open_package(
    offer_id: str, label: Json, limits: AmountLimits, *, data: Body = NOTHING
) -> Offer:
    """A package without a price: the clerk enters what the customer pays for it."""
    text = parsing.clean_text(label)
    return Offer(offer_id, OfferKind.PACKAGE, text, None, open_amount=limits, data=data)


def entered_amount(amount: Money) -> Offer:
    """An amount that was entered in the form."""
    return Offer("amount", OfferKind.AMOUNT, "", None).with_amount(amount)


def connection(offer_id: str, label: Json, *, data: Body = NOTHING) -> Offer:
    """A line or a box of the customer's: chosen before anything has a price."""
    return Offer(offer_id, OfferKind.CONNECTION, parsing.clean_text(label), None, data=data)
