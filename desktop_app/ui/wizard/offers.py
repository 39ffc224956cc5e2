"""Offers as rows of the table: packages with their dues, bills with their parts, amounts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.accounts import Account, LineKind, Offer, OfferKind
from desktop_app.core.money import grouped
from desktop_app.core.settings import Language
from desktop_app.formatting.dates import bs_text
from desktop_app.ui.widgets import Cell, Column, Row

NONE = "—"
translate = QCoreApplication.translate
_DIGITS = 9


def days_text(days: int | None) -> str:
    """``30 days``; a dash where none is given, it is never read from the name."""
    return NONE if days is None else translate("Offers", "%n day(s)", "", days)


def is_bills(account: Account) -> bool:
    """The account has bills to pay, not packages."""
    return bool(account.offers) and account.offers[0].kind is OfferKind.BILL


def columns(account: Account) -> tuple[Column, ...]:
    """The columns that fit what the account can pay."""
    if is_bills(account):
        return _bill_columns(account.offers)
    total = Column(
        title=translate("Offers", "Total (Rs.)"),
        width=150,
        compact_width=120,
        right=True,
        strong=True,
    )
    if account.offers and account.offers[0].kind is OfferKind.AMOUNT:
        return (Column(title=translate("Offers", "To pay"), stretch=True), total)
    package = Column(title=translate("Offers", "Package"), stretch=True)
    duration = Column(
        title=translate("Offers", "Duration"), width=120, compact_width=100, right=True
    )
    price = Column(title=translate("Offers", "Price"), width=130, compact_width=100, right=True)
    if account.due is None:
        return (package, duration, total)
    due = Column(title=translate("Offers", "+ Due"), width=110, compact_width=75, right=True)
    return (package, duration, price, due, total)


def rows(account: Account, language: Language) -> tuple[Row, ...]:
    """A row for each offer; its id is the offer's."""
    return tuple(
        Row(
            id=offer.id,
            cells=_cells(account, offer, language),
            digit=str(number) if number <= _DIGITS else "",
        )
        for number, offer in enumerate(account.offers, 1)
    )


def _bill_columns(offers: Sequence[Offer]) -> tuple[Column, ...]:
    shown = [Column(title=translate("Offers", "Service"), width=190, compact_width=160)]
    shown.append(Column(title=translate("Offers", "Details"), stretch=True))
    if any(offer.bill_date for offer in offers):
        shown.append(Column(title=translate("Offers", "Bill date"), width=150, compact_width=120))
    for kind, title in (
        (LineKind.RATE, translate("Offers", "Rate")),
        (LineKind.VAT, translate("Offers", "VAT")),
    ):
        if any(offer.line(kind) for offer in offers):
            shown.append(Column(title=title, width=100, compact_width=80, right=True))
    shown.append(
        Column(title=translate("Offers", "Amount (Rs.)"), width=140, right=True, strong=True)
    )
    return tuple(shown)


def _cells(account: Account, offer: Offer, language: Language) -> tuple[Cell | str, ...]:
    total = grouped(offer.total)
    if offer.kind is OfferKind.BILL:
        cells: list[Cell | str] = [offer.service_name or NONE, offer.label]
        if any(other.bill_date for other in account.offers):
            cells.append(bs_text(offer.bill_date, language) if offer.bill_date else NONE)
        shown = (k for k in (LineKind.RATE, LineKind.VAT) if any(o.line(k) for o in account.offers))
        return (*cells, *(_part(offer, kind) for kind in shown), total)
    name = Cell(
        text=offer_name(offer), badge=translate("Offers", "Current") if offer.is_current else ""
    )
    if offer.kind is OfferKind.AMOUNT:
        return (name, total)
    duration = days_text(offer.duration_days)
    if account.due is None:
        return (name, duration, total)
    return (name, duration, _part(offer, LineKind.PACKAGE), _part(offer, LineKind.DUE), total)


def offer_name(offer: Offer) -> str:
    """What an offer is called; an amount that is owed has no name of its own."""
    return offer.label or translate("Offers", "Due so far")


def offer_text(offer: Offer) -> str:
    """Name and duration in one line."""
    name = offer_name(offer)
    return name if offer.duration_days is None else f"{name}, {days_text(offer.duration_days)}"


def _part(offer: Offer, kind: LineKind) -> str:
    line = offer.line(kind)
    return grouped(line.amount) if line is not None and line.amount else NONE
