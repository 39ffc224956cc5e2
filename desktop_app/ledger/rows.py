"""Rows of the file as values of the core, and back."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import Row

from desktop_app.core.billing.account_key import AccountKey
from desktop_app.core.billing.accounts import NOTHING, Account, LineKind, OfferKind, QuoteLine
from desktop_app.core.billing.forms import EnteredFact, Values
from desktop_app.core.customer_book import CustomerCard
from desktop_app.core.customers import KnownAccount, found_by
from desktop_app.core.environment import Environment
from desktop_app.core.errors import LedgerError, Problem
from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import (
    OPEN_STATES,
    Event,
    EventKind,
    Payment,
    PaymentOrder,
    PaymentState,
)
from desktop_app.core.payments.ports import DayFigures
from desktop_app.core.shop import Shop
from desktop_app.ledger.schema import payments
from desktop_app.ledger.schema.column_types import read_body, read_json, write_json
from desktop_app.ledger.stored_rows import as_read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.core.tenders import Tender
    from desktop_app.ledger.chain_form import Plain

_AnyRow = Row[Any]
_T = TypeVar("_T")

_FLAGS = ("abandoned", "acknowledged")
# What stands in the columns of the order as it does in the order.
_SAME = (
    "reference",
    "details_reference",
    "session_id",
    "environment",
    "base_url",
    "connection_id",
    "provider",
    "provider_name",
    "company",
    "account_id",
    "account_key",
    "customer_name",
    "branch",
    "service_name",
    "offer_id",
    "offer_kind",
    "offer_label",
    "duration_days",
    "amount",
    "cash_due",
    "cash_received",
    "operator",
    "path",
    "duration_months",
    "counter",
    "drawer",
    "operator_id",
    "instead_of",
)
# What stands there as it does in the payment.
_OWN = (
    "number",
    "recorded_at",
    "changed_at",
    "sent_at",
    "receipt",
    "transaction_id",
    "reason",
    "reason_code",
    "phone",
    "prints",
    "cash_returned_at",
    "shift",
    "receipt_series",
    "reversed_at",
    "reversal_settled_at",
    "doubted_at",
)
# What is made into something else before it is given, and what that takes.
_OWN_APART = ("state", "middle_references", *_FLAGS)
_ORDER_APART = (
    "environment",
    "lines",
    "amount",
    "fields",
    "shop",
    "pays_again",
    "another_bill",
    "middle_references",
    "sends_reference",
    "entries",
)
# By their places in a row of all columns: asked by name, each takes ten times as long.
_COLUMNS = tuple(payments.columns.keys())
_NUMBER = _COLUMNS.index("number")
_SAME_OF, _OWN_OF, _OWN_APART_OF, _ORDER_APART_OF = (
    itemgetter(*(_COLUMNS.index(name) for name in names))
    for names in (_SAME, _OWN, _OWN_APART, _ORDER_APART)
)


def payment_values(order: PaymentOrder, event: Event, shift: int) -> dict[str, object]:
    """The columns of a new payment with its first event; its cash was taken in ``shift``."""
    return {name: getattr(order, name) for name in _SAME} | {
        "lines": write_json([_plain_line(line) for line in order.lines]),
        "fields": write_json(order.fields),
        "shop": _shop_text(order.shop),
        "pays_again": int(order.duplicate_confirmed),
        "another_bill": int(order.another_bill),
        "middle_references": write_json(order.middle_references),
        "sends_reference": int(order.sends_reference),
        "entries": write_json(msgspec.to_builtins(order.entries)),
        "second_open": 0,
        "recorded_at": event.at,
        "state": event.state,
        "changed_at": event.at,
        "reason": "",
        "reason_code": "",
        "phone": "",
        "prints": 0,
        "abandoned": 0,
        "acknowledged": 0,
        "typed_key": order.customer.typed,
        "shift": shift,
        "cash_tender": order.cash_tender,
        "receipt_series": "",
    }


def payment_of(row: Sequence[Any], tenders: tuple[Tender, ...] = ()) -> Payment:
    """The payment of a row of all columns; ``tenders`` are those beside cash.

    Raises:
        LedgerError: a column does not hold what any program wrote. A state or a list that only a
            newer program can read takes no other payment down with it.
    """
    try:
        state, middle_references, abandoned, acknowledged = _OWN_APART_OF(row)
        return Payment(
            **dict(zip(_OWN, _OWN_OF(row), strict=True)),
            order=_order_of(row, tenders),
            state=state_in(state, middle_references),
            abandoned=bool(abandoned),
            acknowledged=bool(acknowledged),
        )
    except (ValueError, TypeError) as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, number=row[_NUMBER]) from error


def stored_payment(plain: Mapping[str, Plain]) -> Payment:
    """The payment whose row was just stored, paid in cash alone, as it would be read."""
    read = as_read(payments, plain)
    return payment_of([read.get(name) for name in _COLUMNS])


def with_changes(payment: Payment, plain: Mapping[str, Plain]) -> Payment:
    """The payment after columns of its row were stored anew, as its row would be read then."""
    read = as_read(payments, plain)
    if "state" in read:
        read["state"] = _state_of(read["state"])
    flags = {name: bool(read[name]) for name in _FLAGS if name in read}
    return replace(payment, **(read | flags))


def event_values(number: int, event: Event) -> dict[str, object]:
    """The columns of a new event of payment ``number``."""
    return {
        "payment": number,
        "kind": event.kind,
        "at": event.at,
        "state": event.state,
        "content": write_json(event.content),
        "counter": event.counter,
        "operator": event.operator,
        "operator_id": event.operator_id,
    }


def event_of(row: _AnyRow) -> Event:
    """The event of a row; raises ``LedgerError`` as :func:`payment_of` does."""
    try:
        state = None if row.state is None else _state_of(row.state)
        content = read_json(row.content)
        return Event(
            _kind_of(row.kind),
            row.at,
            state,
            content if isinstance(content, dict) else NOTHING,
            row.counter,
            row.operator,
            row.operator_id,
        )
    except (ValueError, TypeError) as error:
        raise LedgerError(Problem.LEDGER_DAMAGED, number=row.payment) from error


def _state_of(state: str) -> PaymentState:
    """The state of a payment or an event; a newer program may know more of them."""
    try:
        return PaymentState(state)
    except ValueError:
        return PaymentState.WRITTEN_BY_NEWER


@lru_cache(maxsize=1024)
def state_in(written: str, middle_references: str) -> PaymentState:
    """The state of a payment, out of its columns.

    One that is open, and of whose references some cannot be read, may not be settled by a look-up:
    it could not ask for all of them (rule 6).
    """
    state = _state_of(written)
    is_whole = read_as(tuple[str, ...], middle_references) is not None
    return state if is_whole or state not in OPEN_STATES else PaymentState.WRITTEN_BY_NEWER


@lru_cache(maxsize=1024)
def read_as(kind: type[_T], text: str) -> _T | None:
    """The value of a JSON text; None where a newer program gave it another shape.

    Most payments of a shop have the same texts there: they are read once, and never changed.

    Raises:
        ValueError: the text is no JSON.
    """
    value = read_json(text)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return None


def _kind_of(kind: str) -> EventKind:
    """The kind of an event; a newer program may know more of them."""
    try:
        return EventKind(kind)
    except ValueError:
        return EventKind.WRITTEN_BY_NEWER


def account_values(account: Account, customer: AccountKey, entry: Values) -> dict[str, object]:
    """Return the column values that are kept of an account look-up. ``bills`` is None where the
    provider gave no bill.
    """
    bills = sum(offer.kind is OfferKind.BILL for offer in account.offers)
    return {
        "company": customer.company,
        "account_key": customer.account,
        "provider": account.provider,
        "account_id": account.account_id,
        "customer_name": account.customer_name,
        "branch": account.branch,
        "bills": bills or None,
        "entry": write_json(dict(entry)),
        "typed_key": customer.typed or customer.account,
        "found_by": found_by(account.customer_name, account.account_id, customer),
    }


def known_account_of(row: _AnyRow, environment: Environment) -> KnownAccount:
    """An account looked up before, with its newest payment that is PAID and the count of held."""
    return KnownAccount(
        key=AccountKey(environment, row.company, row.account_key, row.typed_key),
        provider=row.provider,
        account_id=row.account_id,
        customer_name=row.customer_name,
        looked_up_at=row.looked_up_at,
        days_left=row.days_left,
        branch=row.branch,
        bills=row.bills,
        paid_times=row.paid_times,
        last_paid_at=row.last_paid_at,
        last_amount=row.last_amount,
        last_offer=row.last_offer or "",
        last_came_back=row.last_reversed_at is not None,
        held_payments=row.held_payments,
        entry=dict(read_as(dict[str, str], row.entry) or {}),
    )


def card_values(card: CustomerCard) -> dict[str, object]:
    """The columns that are kept of a customer's card."""
    return {
        "name": card.name,
        "phone": card.phone,
        "note": card.note,
        "is_favourite": int(card.is_favourite),
        "found_by": card.found_by,
    }


def card_of(row: _AnyRow) -> CustomerCard:
    """The card of a row."""
    return CustomerCard(row.name, row.phone, row.note, bool(row.is_favourite), row.id)


def figures_of(row: _AnyRow) -> DayFigures:
    """A day's figures from the row of ``queries.day_figures``."""
    return DayFigures(
        paid_count=row.paid_count,
        paid_total=row.paid_total or ZERO,
        waiting_count=row.open_count,
        waiting_total=row.open_total or ZERO,
        to_return_count=row.owing_count,
        to_return_total=row.owing_total or ZERO,
        cash_in=row.cash_in or ZERO,
        first_at=row.first_at,
        returned_count=row.returned_count,
        returned_total=row.returned_total or ZERO,
        came_back_count=row.back_count,
    )


def _order_of(row: Sequence[Any], tenders: tuple[Tender, ...]) -> PaymentOrder:
    (
        environment,
        written_lines,
        amount,
        fields,
        shop,
        pays_again,
        another_bill,
        middle_references,
        sends_reference,
        entries,
    ) = _ORDER_APART_OF(row)
    same = dict(zip(_SAME, _SAME_OF(row), strict=True))
    same["environment"] = Environment(environment)
    lines = lines_of(written_lines)
    if lines is None:
        lines = (QuoteLine(LineKind.WRITTEN_BY_NEWER, amount),)
    return PaymentOrder(
        **same,
        lines=lines,
        fields=read_body(fields),
        shop=shop_of(shop),
        duplicate_confirmed=bool(pays_again),
        another_bill=bool(another_bill),
        middle_references=read_as(tuple[str, ...], middle_references) or (),
        sends_reference=bool(sends_reference),
        entries=read_as(tuple[EnteredFact, ...], entries) or (),
        other_tenders=tenders,
    )


@lru_cache(maxsize=1024)
def lines_of(text: str) -> tuple[QuoteLine, ...] | None:
    """The lines of a quote; None where a newer program wrote them in another shape."""
    lines = read_as(tuple[_PlainLine, ...], text)
    return None if lines is None else tuple(_line_of(line) for line in lines)


@lru_cache(maxsize=16)
def shop_of(text: str) -> Shop:
    """The shop whose texts a payment has; few payments have other ones than those before."""
    return msgspec.convert(read_json(text), Shop)


@lru_cache(maxsize=16)
def _shop_text(shop: Shop) -> str:
    return write_json(msgspec.to_builtins(shop))


class _PlainLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of a quote as it stands in the file; ``paisa`` is its amount."""

    kind: str
    paisa: int
    used_days: int | None = None
    note: str = ""


def _plain_line(line: QuoteLine) -> object:
    return msgspec.to_builtins(
        _PlainLine(line.kind.value, line.amount.paisa, line.used_days, line.note)
    )


def _line_of(plain: _PlainLine) -> QuoteLine:
    try:
        kind = LineKind(plain.kind)
    except ValueError:
        kind = LineKind.WRITTEN_BY_NEWER
    return QuoteLine(kind, Money(plain.paisa), plain.used_days, plain.note)
