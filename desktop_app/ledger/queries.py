"""The queries on the ledger's file. Each query names the index that it lives on."""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.tenders import TenderKind
from desktop_app.ledger.schema import (
    HAS_RECEIPT,
    IS_DOUBTED,
    IS_OPEN,
    IS_RETURNED,
    MAY_COME_BACK,
    OWES_CASH,
    OWES_REVERSAL,
    customers,
    events,
    journal,
    payments,
    tenders,
)
from desktop_app.ledger.schema.dialect import insert_text, sorted_later

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalKind

_Query = sa.Select[*tuple[Any, ...]]
_Condition = sa.ColumnElement[bool]
_P = payments.c

# Very few payments are open, or owe cash.
_NUMBER: sa.ColumnElement[int] = sorted_later(_P.number)
_PROVIDER: sa.ColumnElement[str] = sorted_later(_P.provider)


# What every payment needs some times over is made once: to make a statement of so many columns, and
# to find it among the compiled ones, takes longer than SQLite takes to run it.
PAYMENT = sa.select(payments).where(_P.number == sa.bindparam("which"))
"""Selects the payment ``which`` (primary key)."""
NEW_PAYMENT_COLUMNS = tuple(name for name in payments.columns.keys() if name != "number")  # noqa: SIM118
NEW_PAYMENT = insert_text(payments, NEW_PAYMENT_COLUMNS)
"""Inserts a payment, of which all columns are given as they are stored."""


def history(number: int) -> _Query:
    """A payment's events, oldest first (events_by_payment)."""
    return sa.select(events).where(events.c.payment == number).order_by(events.c.id)


HISTORY_OF_OPEN = (
    sa.select(events)
    .where(events.c.payment.in_(sa.select(_P.number).where(IS_OPEN)))
    .order_by(events.c.id)
)
"""Selects the events of all open payments, oldest first (payments_one_open, events_by_payment)."""


@lru_cache(maxsize=8)
def open_payments(counter: str | None = None) -> _Query:
    """Select the open payments of one counter or of all, oldest first (payments_one_open)."""
    return sa.select(payments).where(IS_OPEN, *_at(counter)).order_by(_NUMBER)


@cache
def cash_to_return() -> _Query:
    """Select the payments that owe cash, oldest first (payments_owing)."""
    return sa.select(payments).where(*owes_money()).order_by(_NUMBER)


@cache
def came_back() -> _Query:
    """Select what came back and is not settled, or is in doubt (payments_owing_reversal,
    payments_doubted).
    """
    owing = sa.select(_P.number).where(OWES_REVERSAL)
    both = owing.union_all(sa.select(_P.number).where(IS_DOUBTED))
    return sa.select(payments).where(_P.number.in_(both)).order_by(_NUMBER)


def may_come_back(since: datetime, until: datetime) -> _Query:
    """Select what became PAID in that span and was not taken back (payments_may_come_back)."""
    span = (_P.changed_at >= since, _P.changed_at < until)
    return sa.select(payments).where(MAY_COME_BACK, *span).order_by(_P.changed_at, _P.number)


def last_entry(kind: JournalKind) -> _Query:
    """Select the time of the last entry of that kind in the journal (primary key, backwards).

    The last that was written, whatever the clock said then.
    """
    newest = sa.select(journal.c.at).where(journal.c.kind == kind.value)
    return newest.order_by(journal.c.id.desc()).limit(1)


OPEN_FOR = sa.select(payments).where(
    IS_OPEN,
    _P.environment == sa.bindparam("environment"),
    _P.company == sa.bindparam("company"),
    _P.offer_id == sa.bindparam("offer_id"),
)
"""Selects open ones for an offer of a company, whoever's they are (payments_one_open)."""

NEXT_RECEIPT = sa.select(sa.func.coalesce(sa.func.max(_P.receipt), 0) + 1).where(
    _P.environment == sa.bindparam("environment"),
    _P.counter == sa.bindparam("counter"),
    _P.receipt_series == sa.bindparam("series"),
    HAS_RECEIPT,
)
"""Selects the number of the next receipt of a counter in a series (payments_receipt)."""


def owes_money() -> tuple[sa.TextClause | _Condition, ...]:
    """Conditions of a payment whose money must go back (payments_owing, tenders' unique key).

    Nothing was taken for a bill that is on account as a whole.
    """
    whole = sa.exists().where(
        tenders.c.payment == _P.number,
        tenders.c.kind == TenderKind.ON_ACCOUNT,
        tenders.c.amount == _P.cash_due,
    )
    return (OWES_CASH, ~whole)


def other_tenders(numbers: Sequence[int]) -> _Query:
    """Select the tenders beside cash of these payments, in their order (tenders' unique key)."""
    return (
        sa.select(tenders)
        .where(tenders.c.payment.in_(numbers), tenders.c.kind != TenderKind.CASH)
        .order_by(tenders.c.payment, tenders.c.position)
    )


def debtors(numbers: Sequence[int]) -> _Query:
    """Select who owes a part of these payments: number and name (tenders' unique key)."""
    return (
        sa.select(tenders.c.payment, customers.c.name)
        .join(customers, customers.c.id == tenders.c.customer)
        .where(tenders.c.payment.in_(numbers))
    )


@cache
def paid_since() -> _Query:
    """Select the payments of the customer with ``names`` at a ``company`` that became PAID
    ``since``, newest first.

    Under whichever name the customer stands there (payments_by_account, payments_by_typed).
    """
    by_key, by_typed = (
        sa.select(_P.number).where(
            _P.company == sa.bindparam("company"),
            name.in_(sa.bindparam("names", expanding=True)),
            _P.state == PaymentState.PAID,
            _P.changed_at >= sa.bindparam("since"),
            _P.environment == sa.bindparam("environment"),
        )
        for name in (_P.account_key, _P.typed_key)
    )
    return (
        sa.select(payments)
        .where(_P.number.in_(by_key.union(by_typed)))
        .order_by(_P.changed_at.desc(), _P.number.desc())
    )


def between(since: datetime, until: datetime, environment: Environment | None) -> _Query:
    """Payments recorded from ``since`` to just before ``until`` (payments_by_time)."""
    return (
        sa.select(payments)
        .where(_P.recorded_at >= since, _P.recorded_at < until, *_of(environment))
        .order_by(_P.recorded_at.desc(), _P.number.desc())
    )


def within(spans: Sequence[tuple[datetime, datetime]]) -> _Query:
    """Payments recorded in any of some spans, each without its end (payments_by_time)."""
    any_of = (sa.and_(_P.recorded_at >= since, _P.recorded_at < until) for since, until in spans)
    return (
        sa.select(payments)
        .where(sa.or_(sa.false(), *any_of))
        .order_by(_P.recorded_at.desc(), _P.number.desc())
    )


def returned_between(since: datetime, until: datetime, environment: Environment | None) -> _Query:
    """Payments whose cash was given back in that span, oldest first (payments_cash_returned)."""
    return (
        sa.select(payments)
        .where(IS_RETURNED, *_returned_in(since, until), *_of(environment))
        .order_by(_P.cash_returned_at, _P.number)
    )


@lru_cache(maxsize=2)
def day_figures(*, of_one: bool) -> _Query:
    """All figures of a day in one row: of the environment ``environment``, or of all.

    Each part counts what its own index has. The day goes from ``since`` to just before ``until``,
    given as the column stores them: moments would be written anew for each place that they have.
    """
    of = (_P.environment == sa.bindparam("environment"),) if of_one else ()
    since, until = (sa.bindparam(name, type_=sa.String) for name in ("since", "until"))
    parts = (
        _of_span(since, until),
        _count_and_cash("open").where(IS_OPEN, _P.state != PaymentState.RECORDED),
        _count_and_cash("owing").where(*owes_money()),
        _count_and_cash("returned").where(
            IS_RETURNED, *_returned_in(since, until), _P.recorded_at < since
        ),
    )
    back = came_back().where(*of).order_by(None).subquery()
    counted: tuple[sa.FromClause, ...] = (
        *(part.where(*of).subquery() for part in parts),
        sa.select(sa.func.count().label("back_count")).select_from(back).subquery(),
    )
    return sa.select(*counted).select_from(reduce(_beside, counted))


def _beside(left: sa.FromClause, right: sa.FromClause) -> sa.FromClause:
    """Two tables of one row each."""
    return left.join(right, sa.true())


def _of_span(since: Any, until: Any) -> _Query:
    """Payments recorded in the span (payments_by_time).

    A payment belongs to the span in which its cash was taken, whenever its outcome came. Cash
    that was given back after the span was there at its end.
    """
    is_paid = _P.state == PaymentState.PAID
    went_back = _P.cash_returned_at.is_not(None) & (_P.cash_returned_at < until)
    is_given_back = (_P.state == PaymentState.NOT_PAID) & went_back
    never_sent = (_P.state == PaymentState.RECORDED) | (_P.abandoned == 1)
    has_cash = ~is_given_back & ~never_sent
    return sa.select(
        sa.func.count().filter(is_paid).label("paid_count"),
        sa.func.sum(_P.amount).filter(is_paid).label("paid_total"),
        sa.func.sum(_P.cash_tender).filter(has_cash).label("cash_in"),
        sa.func.min(_P.recorded_at).label("first_at"),
    ).where(_P.recorded_at >= since, _P.recorded_at < until)


def uses(since: datetime, environment: Environment | None) -> _Query:
    """Count the payments recorded since then, by provider (payments_by_time)."""
    count = sa.func.count().label("count_")
    recent = (_P.recorded_at >= since, *_of(environment))
    return sa.select(_P.provider, count).where(*recent).group_by(_PROVIDER)


def _returned_in(since: Any, until: Any) -> tuple[_Condition, ...]:
    return (_P.cash_returned_at >= since, _P.cash_returned_at < until)


def _count_and_cash(name: str) -> _Query:
    return sa.select(
        sa.func.count().label(f"{name}_count"),
        sa.func.sum(_P.cash_tender).label(f"{name}_total"),
    ).select_from(payments)


def _at(counter: str | None) -> tuple[_Condition, ...]:
    return () if counter is None else (_P.counter == counter,)


def _of(environment: Environment | None) -> tuple[_Condition, ...]:
    return () if environment is None else (_P.environment == environment,)
