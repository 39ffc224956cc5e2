"""Known accounts as rows: what was paid last, when, and how many days are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.customers import KnownAccount, days_left, is_urgent, provider_of
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.widgets import Cell, Column, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from desktop_app.core.billing.account_key import AccountKey
    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.settings import Language

translate = QCoreApplication.translate

NONE = "—"
_RECENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Customer:
    """A known account with its provider; ``id`` is that of its row."""

    id: str
    known: KnownAccount
    provider: Provider


def customers_of(
    known: Iterable[KnownAccount], providers: Mapping[str, Provider]
) -> tuple[Customer, ...]:
    """Those whose provider can be paid. A row keeps its id however the account is spelled: it is
    that of the key, with the company behind it where two companies have the same one.
    """
    payable = [(k, p) for k in known if (p := provider_of(k, providers)) is not None]
    times = Counter(known.key.account for known, _ in payable)

    def row_id(key: AccountKey) -> str:
        return key.account if times[key.account] == 1 else f"{key.account}@{key.company}"

    return tuple(Customer(id=row_id(k.key), known=k, provider=p) for k, p in payable)


def columns(*, compact: bool) -> tuple[Column, ...]:
    """The columns; the last one holds the buttons."""
    return (
        Column(title=translate("Customers", "Customer"), width=330, compact_width=230),
        Column(title=translate("Customers", "Package or bill last time"), stretch=True),
        Column(title=translate("Customers", "Paid here"), width=150, compact_width=110),
        Column(title=translate("Customers", "Days left"), width=150, compact_width=110, right=True),
        Column(title="", width=152 if not compact else 136),
    )


def row_of(customer: Customer, now: datetime, language: Language) -> Row:
    """Make the table row of a customer."""
    known, info = customer.known, customer.provider.info
    name = known.customer_name or known.account_id
    who = Cell(
        text=name,
        second=f"{info.name} · {known.account_id}",
        monogram=(info.monogram, info.slug),
        strong=True,
    )
    return Row(
        id=customer.id,
        cells=(
            who,
            _last(known),
            Cell(text=_paid(known, now, language), colour="text2"),
            _left(known, now, language),
            Cell(spoken=f"{translate('CustomersPage', 'Pay')}, Enter"),
        ),
    )


def _last(known: KnownAccount) -> str:
    if known.last_paid_at is None:
        return NONE
    return known.last_offer or NONE


def _paid(known: KnownAccount, now: datetime, language: Language) -> str:
    if known.held_payments:
        return translate("Customers", "%n payment(s) waiting", "", known.held_payments)
    if known.last_paid_at is None:
        return translate("Customers", "not yet")
    return _ago(known.last_paid_at, now, language)


def _left(known: KnownAccount, now: datetime, language: Language) -> Cell:
    left = days_left(known, now)
    if left is None:
        return Cell(text=NONE)
    words = translate("Customers", "%n day(s)", "", left)
    urgent = is_urgent(known, now)
    asked = translate("Customers", "asked {when}").format(
        when=_ago(known.looked_up_at, now, language)
    )
    return Cell(text=words, second=asked, strong=True, colour="waittext" if urgent else None)


def _ago(at: datetime, now: datetime, language: Language) -> str:
    day = local(at).date()
    gone = (local(now).date() - day).days
    if gone <= 0:
        return translate("Customers", "today")
    if gone <= _RECENT_DAYS:
        return translate("Customers", "%n day(s) ago", "", gone)
    return bs_text(day, language)
