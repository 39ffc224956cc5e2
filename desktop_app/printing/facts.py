"""The facts about a payment, cleaned and worded, before they are arranged on a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.billing.accounts import LineKind, OfferKind, QuoteLine
from desktop_app.core.billing.forms import EnteredFact, FieldLabel, beside_customer
from desktop_app.core.environment import Environment
from desktop_app.core.money import Money
from desktop_app.core.settings import Language
from desktop_app.core.tenders import TenderKind
from desktop_app.formatting import dates
from desktop_app.formatting.amount_in_words import in_words
from desktop_app.formatting.plain_text import sanitize
from desktop_app.printing import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from desktop_app.core.payments.payment import Payment, PaymentOrder
    from desktop_app.core.shop import Shop
    from desktop_app.printing.texts import Wording

_NAME, _LABEL, _SHORT = 120, 160, 60

TENDER_WORDS: dict[str, str] = {
    TenderKind.CASH: texts.CASH,
    TenderKind.WALLET: texts.WALLET,
    TenderKind.ON_ACCOUNT: texts.ON_ACCOUNT,
}
_REFERENCE_GROUP = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A label with its value."""

    label: str
    value: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """A part of the price."""

    kind: LineKind
    label: str
    amount: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The head of every paper. ``contacts`` are phone and PAN, where known."""

    name: str
    address: str
    contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """The customer, offer and price of an order, the same on receipts and slips.

    ``mark`` is the bar of a paper that is not live, else empty. ``not_checked`` is set where the
    company tells nothing of an account. ``total_note`` is set where the parts of the price do not
    add up to the total.
    """

    mark: str
    not_checked: str
    customer: str
    account: Entry
    entries: tuple[Entry, ...]
    provider: str
    branch: str
    service: Entry
    """A bill's service, or the connection that a package is for; its value is empty without one."""
    offer: Entry
    duration: str
    prices: tuple[Price, ...]
    total: str
    words: str
    total_note: str
    rounding: tuple[Entry, ...]
    cash: tuple[Entry, ...]
    reference: str


MARKS = {Environment.PRACTICE: texts.PRACTICE_BAR, Environment.TEST: texts.TEST_BAR}
_FIELD_LABELS = {
    FieldLabel.USERNAME: texts.USERNAME,
    FieldLabel.CUSTOMER_ID: texts.CUSTOMER_ID,
    FieldLabel.PHONE: texts.ACCOUNT_PHONE,
    FieldLabel.NAME: texts.CUSTOMER_NAME,
    FieldLabel.MOBILE: texts.MOBILE,
    FieldLabel.ADDRESS: texts.ADDRESS,
    FieldLabel.LANDLINE: texts.LANDLINE,
    FieldLabel.LINE_NUMBER: texts.LINE_NUMBER,
    FieldLabel.SET_TOP_BOX: texts.SET_TOP_BOX,
    FieldLabel.PACKAGE: texts.PACKAGE,
    FieldLabel.SERVICE: texts.SERVICE,
    FieldLabel.REMARKS: texts.REMARKS,
    FieldLabel.AMOUNT: texts.AMOUNT,
}
_OFFER_LABELS = {
    OfferKind.PACKAGE.value: texts.PACKAGE,
    OfferKind.BILL.value: texts.BILL,
}
_PRICE_LABELS = {
    LineKind.PACKAGE: texts.PACKAGE_PRICE,
    LineKind.DUE: texts.DUE,
    LineKind.RATE: texts.RATE,
    LineKind.VAT: texts.VAT,
    LineKind.BILL: texts.AMOUNT,
    LineKind.AMOUNT: texts.AMOUNT,
    LineKind.CHARGE: texts.SERVICE_CHARGE,
    LineKind.WRITTEN_BY_NEWER: texts.AMOUNT,
}
_WHOLE = frozenset({LineKind.BILL, LineKind.AMOUNT})
_BILL_PARTS = frozenset({LineKind.RATE, LineKind.VAT})


def shop_facts(shop: Shop, wording: Wording) -> ShopFacts:
    """The shop in the paper's language, as far as it has a name in it."""
    nepali = wording.language is Language.NEPALI
    name = (shop.name_nepali if nepali else "") or shop.name or shop.name_nepali
    address = (shop.address_nepali if nepali else "") or shop.address or shop.address_nepali
    phone, pan = sanitize(shop.phone, _SHORT), sanitize(shop.pan, _SHORT)
    contacts = (
        wording.text(texts.PHONE, phone=phone) if phone else "",
        wording.text(texts.PAN, pan=pan) if pan else "",
    )
    return ShopFacts(
        sanitize(name, _NAME), sanitize(address, _NAME), tuple(text for text in contacts if text)
    )


def order_facts(
    payment: Payment,
    wording: Wording,
    account: FieldLabel | None,
    *,
    is_checked: bool = True,
    debtor: str = "",
) -> OrderFacts:
    """Word the facts of an order in the paper's language; ``debtor`` owes what is on account."""
    order = payment.order
    provider = sanitize(order.provider_name, _SHORT)
    not_checked = "" if is_checked else wording.text(texts.NOT_CHECKED_NOTE, provider=provider)
    offer_label = _OFFER_LABELS.get(order.offer_kind, texts.PAYMENT_FOR)
    account_label = texts.ACCOUNT if account is None else _FIELD_LABELS[account]
    is_package = order.offer_kind == OfferKind.PACKAGE.value
    service = texts.CONNECTION if is_package else texts.SERVICE
    return OrderFacts(
        mark=mark_of(order.environment, wording),
        not_checked=not_checked,
        customer=sanitize(order.customer_name, _NAME),
        account=Entry(wording.text(account_label), sanitize(order.account_id, _SHORT)),
        entries=tuple(
            _entered(fact, wording) for fact in beside_customer(order.entries, order.customer_name)
        ),
        provider=provider,
        branch=sanitize(order.branch, _SHORT),
        service=Entry(wording.text(service), sanitize(order.service_name, _NAME)),
        offer=Entry(wording.text(offer_label), sanitize(order.offer_label, _LABEL), bold=True),
        duration=_duration(order, wording),
        prices=_prices(order, wording),
        total=wording.rupees(order.payable),
        words=in_words(order.payable, wording.language),
        total_note=_total_note(order, wording),
        rounding=_rounding(order, wording),
        cash=tuple(_paid_with(order, wording, debtor)),
        reference=shown_reference(order),
    )


def date_entries(at: datetime, operator: str, wording: Wording, *, narrow: bool) -> list[Entry]:
    """Both dates, the time (in its own row where the paper is narrow) and the operator.

    Where the calendar is not certain of the day, the paper says so and leaves the AD date.
    """
    here = dates.local(at)
    is_certain = dates.bs_date(here.date()) is not None
    bs = dates.bs_text(here.date(), wording.language) if is_certain else wording.text(texts.NO_BS)
    ad = wording.digits(dates.ad_text(here.date(), wording.language))
    time = wording.digits(dates.time_text(here, wording.language))
    entries = [
        Entry(wording.text(texts.DATE_BS), wording.digits(bs)),
        Entry(wording.text(texts.DATE_AD), ad if narrow else f"{ad}, {time}"),
    ]
    if narrow:
        entries.append(Entry(wording.text(texts.TIME), time))
    name = sanitize(operator, _SHORT)
    if name:
        entries.append(Entry(wording.text(texts.OPERATOR), name))
    return entries


def mark_of(environment: Environment, wording: Wording) -> str:
    """The bar of a paper that is not live, else empty."""
    mark = MARKS.get(environment)
    return wording.text(mark) if mark else ""


def moment(at: datetime, wording: Wording) -> str:
    """``2083 Mangsir 7, 10:05 AM`` or ``2083 मंसिर 7, बिहान 10:05``."""
    return wording.digits(dates.bs_moment_text(dates.local(at), wording.language))


def shown_reference(order: PaymentOrder) -> str:
    """The reference in groups of 8; shortened and marked where it is not live."""
    return grouped_reference(order.reference, order.environment)


def grouped_reference(reference: str, environment: Environment) -> str:
    """A reference in groups of 8; shortened and marked where it is not live."""
    plain = sanitize(reference, _SHORT)
    groups = [
        plain[start : start + _REFERENCE_GROUP] for start in range(0, len(plain), _REFERENCE_GROUP)
    ]
    if environment is Environment.LIVE:
        return " ".join(groups)
    return " ".join([environment.value.upper(), *groups[:1]])


def _prices(order: PaymentOrder, wording: Wording) -> tuple[Price, ...]:
    prices = [_price(line, wording) for line in order.lines]
    kinds = {line.kind for line in order.lines}
    if kinds & _BILL_PARTS and not kinds & _WHOLE:
        whole = QuoteLine(LineKind.BILL, order.amount)
        prices.append(_price(whole, wording))
    return tuple(prices)


def _price(line: QuoteLine, wording: Wording) -> Price:
    detail = sanitize(line.note, _SHORT)
    if line.used_days is not None:
        detail = _days(line.used_days, wording, texts.USED_ONE_DAY, texts.USED_DAYS)
    label = wording.text(_PRICE_LABELS[line.kind])
    return Price(line.kind, label, wording.amount(line.amount), detail)


def _total_note(order: PaymentOrder, wording: Wording) -> str:
    """Says so where the printed parts do not add up: the provider's total is what is owed."""
    parts = [line for line in order.lines if line.kind not in _WHOLE]
    if all(line.kind is LineKind.CHARGE for line in parts):
        return ""
    if not parts or Money(sum(line.amount.paisa for line in parts)) == order.payable:
        return ""
    is_bill = any(line.kind in _BILL_PARTS for line in parts)
    note = texts.BILL_AMOUNT_NOTE if is_bill else texts.TOTAL_NOTE
    return wording.text(note, provider=sanitize(order.provider_name, _SHORT))


def _rounding(order: PaymentOrder, wording: Wording) -> tuple[Entry, ...]:
    if not order.rounding:
        return ()
    return (
        Entry(wording.text(texts.ROUNDING), wording.difference(order.rounding)),
        Entry(
            wording.text(texts.TO_PAY if order.other_tenders else texts.CASH_TO_TAKE),
            wording.amount(order.cash_due),
            bold=True,
        ),
    )


def _paid_with(order: PaymentOrder, wording: Wording, debtor: str) -> Iterator[Entry]:
    """How it was paid: what came otherwise, then the cash with its change."""
    for tender in order.other_tenders:
        words = wording.text(TENDER_WORDS[tender.kind])
        detail = tender.reference if tender.customer is None else debtor
        label = " · ".join(part for part in (words, sanitize(detail, _SHORT)) if part)
        yield Entry(label, wording.amount(tender.amount))
    if order.cash_tender or not order.other_tenders:
        yield Entry(wording.text(texts.CASH_RECEIVED), wording.amount(order.cash_received))
        yield Entry(wording.text(texts.CHANGE_GIVEN), wording.amount(order.change))


def _entered(fact: EnteredFact, wording: Wording) -> Entry:
    """Word an entry of the clerk; a label of a newer program is printed as it is."""
    known = {label.value: words for label, words in _FIELD_LABELS.items()}
    label = known.get(fact.label)
    words = fact.label if label is None else wording.text(label)
    return Entry(sanitize(words, _SHORT), sanitize(fact.value, _SHORT))


def _duration(order: PaymentOrder, wording: Wording) -> str:
    if order.duration_months is not None:
        return _days(order.duration_months, wording, texts.ONE_MONTH, texts.MONTHS)
    return _days(order.duration_days, wording, texts.ONE_DAY, texts.DAYS)


def _days(days: int | None, wording: Wording, one: str, several: str) -> str:
    if days is None:
        return ""
    if days == 1:
        return wording.digits(wording.text(one))
    return wording.digits(wording.text(several, days=str(days)))
