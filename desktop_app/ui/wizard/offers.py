"""Offers as rows of the table: packages with their dues, bills with their parts, amounts.

The columns are those that some offer of the list has something for, so that lists of several kinds
never put one's figure under the title of another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.billing.accounts import Account, LineKind, Offer, OfferKind
from desktop_app.core.money import Money, grouped
from desktop_app.core.typed_text import typed_code
from desktop_app.formatting.dates import bs_text
from desktop_app.ui.widgets import Cell, Column, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.payments.payment import PaymentOrder
    from desktop_app.core.settings import Language

NONE = "—"
MAX_DIGITS = 9
"""How many rows have a digit; a longer list can be filtered."""
translate = QCoreApplication.translate
_PARTS = (LineKind.RATE, LineKind.VAT)


def days_text(days: int | None) -> str:
    """``30 days``; a dash where none is given, it is never read from the name."""
    return NONE if days is None else translate("Offers", "%n day(s)", "", days)


def duration_text(offer: Offer) -> str:
    """``30 days`` or ``3 months``, as the company counts it."""
    if offer.duration_months is not None:
        return translate("Offers", "%n month(s)", "", offer.duration_months)
    return days_text(offer.duration_days)


def is_bills(account: Account) -> bool:
    """The account has bills to pay, and nothing else."""
    return bool(account.offers) and all(one.kind is OfferKind.BILL for one in account.offers)


def collects_due(account: Account) -> bool:
    """A due is added to some offer. Some companies show one that is not part of the payment."""
    return any(one.line(LineKind.PACKAGE) and one.line(LineKind.DUE) for one in account.offers)


def due_apart(account: Account) -> Money | None:
    """The due that is only shown: no offer has one in it, and the customer pays it elsewhere."""
    if not account.due or any(one.line(LineKind.DUE) for one in account.offers):
        return None
    return account.due


def choice_note(account: Account) -> str:
    """Word what the choice is about, where that is not clear from the rows."""
    if is_bills(account):
        return translate("Offers", "Choose one bill")
    if collects_due(account):
        return translate("Offers", "The due is added only when the package changes")
    if not account.offers or any(_has_amount(offer) for offer in account.offers):
        return ""
    if all(offer.kind is OfferKind.CONNECTION for offer in account.offers):
        return translate("Offers", "First for which one, then what it costs")
    return translate("Offers", "First the package, then how long")


def columns(account: Account, *, quotes_later: bool = False) -> tuple[Column, ...]:
    """The columns that fit what the account can pay; prices may be quoted anew later."""
    if is_bills(account):
        return _bill_columns(account.offers)
    found = [Column(title=_title(account.offers), stretch=True)]
    if _has_duration(account.offers):
        found.append(
            Column(title=translate("Offers", "Duration"), width=120, compact_width=100, right=True)
        )
    if collects_due(account):
        found += [
            Column(title=translate("Offers", "Price"), width=130, compact_width=100, right=True),
            Column(title=translate("Offers", "+ Due"), width=110, compact_width=75, right=True),
        ]
    if any(_has_amount(offer) for offer in account.offers):
        listed = translate("Offers", "Price in the list (Rs.)")
        total = listed if quotes_later else translate("Offers", "Total (Rs.)")
        found.append(
            Column(
                title=total,
                width=210 if quotes_later else 150,
                compact_width=175 if quotes_later else 120,
                right=True,
                strong=True,
            )
        )
    return tuple(found)


def rows(account: Account, language: Language, words: str = "") -> tuple[Row, ...]:
    """A row for each offer that has ``words`` in its name; its id is the offer's.

    A speed such as 20 stands in nearly every price: prices count where no name has the words.
    """
    sought = typed_code(words).casefold().split()
    shown = [offer for offer in account.offers if _is_named(offer, sought)]
    shown = shown or [offer for offer in account.offers if _is_named_or_costs(offer, sought)]
    return tuple(
        Row(
            id=offer.id,
            cells=_cells(account, offer, language),
            digit=str(number) if number <= MAX_DIGITS else "",
        )
        for number, offer in enumerate(shown, 1)
    )


def _name(offer: Offer) -> str:
    return f"{offer.label} {offer.service_name} {duration_text(offer)}".casefold()


def _is_named(offer: Offer, words: Sequence[str]) -> bool:
    name = _name(offer)
    return all(word in name for word in words)


def _is_named_or_costs(offer: Offer, words: Sequence[str]) -> bool:
    name, price = _name(offer), "" if offer.quote is None else grouped(offer.payable)
    price = price.replace(",", "")
    return all(word in name or word.replace(",", "") in price for word in words)


def _title(offers: Sequence[Offer]) -> str:
    kinds = {offer.kind for offer in offers}
    if kinds == {OfferKind.CONNECTION}:
        return translate("Offers", "Connection or set-top box")
    if kinds == {OfferKind.PACKAGE}:
        return translate("Offers", "Package")
    return translate("Offers", "To pay")


def _has_duration(offers: Sequence[Offer]) -> bool:
    return any(offer.duration_days or offer.duration_months for offer in offers)


def _has_amount(offer: Offer) -> bool:
    return offer.quote is not None or offer.open_amount is not None


def _bill_columns(offers: Sequence[Offer]) -> tuple[Column, ...]:
    shown = [Column(title=translate("Offers", "Service"), width=190, compact_width=160)]
    shown.append(Column(title=translate("Offers", "Details"), stretch=True))
    if any(offer.bill_date for offer in offers):
        shown.append(Column(title=translate("Offers", "Bill date"), width=150, compact_width=120))
    titles = {
        LineKind.RATE: translate("Offers", "Rate"),
        LineKind.VAT: translate("Offers", "VAT"),
    }
    shown += [
        Column(title=titles[kind], width=100, compact_width=80, right=True)
        for kind in _PARTS
        if any(offer.line(kind) for offer in offers)
    ]
    shown.append(
        Column(title=translate("Offers", "Amount (Rs.)"), width=140, right=True, strong=True)
    )
    return tuple(shown)


def _cells(account: Account, offer: Offer, language: Language) -> tuple[Cell | str, ...]:
    if is_bills(account):
        cells: list[Cell | str] = [offer.service_name or NONE, offer.label]
        if any(other.bill_date for other in account.offers):
            cells.append(bs_text(offer.bill_date, language) if offer.bill_date else NONE)
        shown = (kind for kind in _PARTS if any(one.line(kind) for one in account.offers))
        return (*cells, *(_part(offer, kind) for kind in shown), _total(offer))
    badge = translate("Offers", "Current") if offer.is_current else ""
    cells = [Cell(text=offer_name(offer), badge=badge)]
    if _has_duration(account.offers):
        cells.append(duration_text(offer))
    if collects_due(account):
        cells += [_part(offer, LineKind.PACKAGE), _part(offer, LineKind.DUE)]
    if any(_has_amount(one) for one in account.offers):
        cells.append(_total(offer))
    return tuple(cells)


def _total(offer: Offer) -> str:
    """The price; what is still to be entered or asked for has none, and never reads 0.00."""
    if offer.quote is not None:
        return grouped(offer.payable)
    if offer.open_amount is None:
        return NONE
    is_listed = bool(offer.open_amount.allowed)
    return translate("Offers", "pick it") if is_listed else translate("Offers", "enter it")


def offer_name(offer: Offer) -> str:
    """Return the name of an offer; an amount that is owed gets a general one."""
    if offer.label:
        return offer.label
    if offer.open_amount is not None or offer.line(LineKind.AMOUNT):
        return translate("Offers", "Amount")
    return translate("Offers", "Due so far")


def order_name(order: PaymentOrder) -> str:
    """Return the name of what a payment is for: for an amount of one's own there is none."""
    if order.offer_label or any(line.kind is LineKind.AMOUNT for line in order.lines):
        return order.offer_label
    return translate("Offers", "Due so far")


def connection_of(account: Account) -> str:
    """The connection that was chosen before, where all packages are for one."""
    names = {offer.service_name for offer in account.offers if offer.kind is OfferKind.PACKAGE}
    return names.pop() if len(names) == 1 else ""


def offer_text(offer: Offer) -> str:
    """Name and duration in one line."""
    name = offer_name(offer)
    duration = duration_text(offer)
    return name if duration == NONE else f"{name}, {duration}"


def _part(offer: Offer, kind: LineKind) -> str:
    line = offer.line(kind)
    return grouped(line.amount) if line is not None and line.amount else NONE
