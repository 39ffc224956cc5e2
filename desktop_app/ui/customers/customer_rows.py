"""The lines of the book of customers as rows: what was paid last, and when it runs out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.core.customers import NEVER, KnownAccount, days_left, is_urgent, provider_of
from desktop_app.formatting.dates import bs_text, local
from desktop_app.ui.widgets import Cell, Column, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.customer_book import CustomerLine
    from desktop_app.core.settings import Language

translate = QCoreApplication.translate

NONE = "—"
BUTTONS = 4
"""The column of the buttons."""
_STAR = "★ "
_RECENT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Customer:
    """A line with its provider, if it has an account; ``id`` is that of its row."""

    id: str
    line: CustomerLine
    provider: Provider | None = None

    @property
    def known(self) -> KnownAccount | None:
        """The account."""
        return self.line.account


def customers_of(
    lines: Iterable[CustomerLine], providers: Mapping[str, Provider]
) -> tuple[Customer, ...]:
    """Those whose provider can be paid, and those without an account. A row keeps its id however
    the account is spelled, and whichever rows stand beside it: it is that of the key and company.
    """
    found: list[Customer] = []
    for line in lines:
        known, card = line.account, line.card
        if known is None:
            found.append(Customer(f"card:{card.id if card else ''}", line))
        elif (provider := provider_of(known, providers)) is not None:
            found.append(Customer(f"{known.key.account}@{known.key.company}", line, provider))
    return tuple(found)


def columns(*, compact: bool, is_due: bool = False) -> tuple[Column, ...]:
    """The columns; the last one holds the buttons."""
    customer = Column(title=translate("Customers", "Customer"), width=330, compact_width=230)
    last = Column(title=translate("Customers", "Package or bill last time"), stretch=True)
    buttons = Column(title="", width=152 if not compact else 136)
    if is_due:
        runs_out = translate("Customers", "Runs out")
        asked = translate("Customers", "Last asked")
        return (
            customer,
            last,
            Column(title=runs_out, width=180, compact_width=150),
            Column(title=asked, width=150, compact_width=130),
            buttons,
        )
    return (
        customer,
        last,
        Column(title=translate("Customers", "Paid here"), width=150, compact_width=110),
        Column(title=translate("Customers", "Days left"), width=150, compact_width=110, right=True),
        buttons,
    )


def row_of(customer: Customer, now: datetime, language: Language, *, is_due: bool = False) -> Row:
    """Make the table row of a customer."""
    known = customer.known
    if known is None:
        middle: tuple[Cell, ...] = (Cell(text=NONE), Cell(text=NONE))
    elif is_due:
        middle = (_runs_out(customer.line, now, language), _asked(customer.line, now, language))
    else:
        paid = Cell(text=_paid(known, now, language), colour="text2")
        middle = (paid, _left(known, now, language))
    pay = "" if known is None else f"{translate('CustomerList', 'Pay')}, Enter"
    card = customer.line.card
    note = "" if card is None else card.note
    last = Cell(text=NONE if known is None else _last(known), second=note)
    return Row(id=customer.id, cells=(_who(customer), last, *middle, Cell(spoken=pay)))


def day_text(day: date, today: date, language: Language) -> str:
    """How far away a day is, in words; a day long ago as a date."""
    ahead = (day - today).days
    if ahead == 0:
        return translate("Customers", "today")
    if ahead > 0:
        return translate("Customers", "in %n day(s)", "", ahead)
    if ahead >= -_RECENT_DAYS:
        return translate("Customers", "%n day(s) ago", "", -ahead)
    return bs_text(day, language)


def _who(customer: Customer) -> Cell:
    line, provider = customer.line, customer.provider
    phone = "" if line.card is None else line.card.phone
    account = "" if line.account is None else line.account.account_id
    company = "" if provider is None else provider.info.name
    star = _STAR if line.card is not None and line.card.is_favourite else ""
    second = " · ".join(part for part in (company, account, phone) if part)
    look = None if provider is None else (provider.info.monogram, provider.info.slug)
    return Cell(text=f"{star}{line.name}", second=second, monogram=look, strong=True)


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
        return Cell(text=NONE, second=_paid_since(known, now, language))
    words = translate("Customers", "%n day(s)", "", left)
    urgent = is_urgent(known, now)
    asked = translate("Customers", "asked {when}").format(
        when=_ago(known.looked_up_at, now, language)
    )
    return Cell(text=words, second=asked, strong=True, colour="waittext" if urgent else None)


def _paid_since(known: KnownAccount, now: datetime, language: Language) -> str:
    """Why the days left are not known; empty where no look-up ever told them."""
    if known.days_left is None or known.last_paid_at is None:
        return ""
    paid = translate("Customers", "paid {when}")
    return paid.format(when=_ago(known.last_paid_at, now, language))


def _runs_out(line: CustomerLine, now: datetime, language: Language) -> Cell:
    day, today = line.expires_on, local(now).date()
    if day is None:
        return Cell(text=NONE)
    urgent = line.account is not None and is_urgent(line.account, now)
    return Cell(
        text=bs_text(day, language),
        second=day_text(day, today, language),
        strong=True,
        colour="waittext" if urgent else None,
    )


def _asked(line: CustomerLine, now: datetime, language: Language) -> Cell:
    known = line.account
    asked = NONE
    if known is not None and known.looked_up_at != NEVER:
        asked = _ago(known.looked_up_at, now, language)
    told = ""
    if line.reminded_at is not None:
        told = translate("Customers", "told {when}")
        told = told.format(when=_ago(line.reminded_at, now, language))
    return Cell(text=asked, second=told)


def _ago(at: datetime, now: datetime, language: Language) -> str:
    today = local(now).date()
    return day_text(min(local(at).date(), today), today, language)
