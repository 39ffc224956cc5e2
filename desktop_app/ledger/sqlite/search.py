"""The index of words: SQLite's own full text search, kept right by the ledger's transactions."""

from __future__ import annotations

import logging
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from desktop_app.core.money import ZERO, Money
from desktop_app.core.payments.payment import PaymentState
from desktop_app.core.payments.search import (
    WORDS_FORM,
    FoundPage,
    FoundTotals,
    PaymentFilter,
    Position,
    SearchOrder,
    has_other_words,
    meant,
    terms_of,
    typed_reference,
    words_of,
)
from desktop_app.ledger.exported_rows import EXPORTED, read_exported
from desktop_app.ledger.listed_rows import LISTED, read_listed
from desktop_app.ledger.read_payments import read_payments
from desktop_app.ledger.schema import payments, tenders
from desktop_app.ledger.sqlite.debtors import bills_on_account_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.core.payments.exported import ExportedPayment
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.ledger.sqlite.connections import Store

log = logging.getLogger(__name__)

_MANY = 1000
_P = payments.c
_WORDS = sa.table("payment_words", sa.column("rowid", sa.Integer), sa.column("payment_words"))
_INSERT = "INSERT INTO payment_words (rowid, words) VALUES (?, ?)"
_DELETE = "INSERT INTO payment_words (payment_words, rowid, words) VALUES ('delete', ?, ?)"
_EMPTY = sa.text("INSERT INTO payment_words (payment_words) VALUES ('delete-all')")
_STATES = frozenset(PaymentState)
_AFTER_HEX = "g"
"""Sorts behind every hexadecimal digit."""


def index_words(connection: sa.Connection, before: Payment | None, after: Payment) -> None:
    """Put the words of a payment in the place of those that it had; None for a new one.

    The record comes first: an index that cannot be written is left as it is, no payment fails for
    it, and the next opening makes it anew.
    """
    if before is not None and not has_other_words(before, after):
        return
    if not _is_current(connection):
        return
    try:
        _replace_words(connection, before, after)
    except sa.exc.DatabaseError as error:
        log.warning("the index of words is out of use: %s", type(error.orig).__name__)
        _mark(connection, 0)


def _replace_words(connection: sa.Connection, before: Payment | None, after: Payment) -> None:
    """Within a savepoint: its release writes the words, which else failed with the payment."""
    connection.exec_driver_sql("SAVEPOINT words")
    try:
        if before is not None:
            connection.exec_driver_sql(_DELETE, _row_of(before))
        connection.exec_driver_sql(_INSERT, _row_of(after))
    except sa.exc.DatabaseError:
        connection.exec_driver_sql("ROLLBACK TO words")
        raise
    connection.exec_driver_sql("RELEASE words")


def _row_of(payment: Payment) -> tuple[int, str]:
    return payment.number, " ".join(words_of(payment))


def fill_if_needed(store: Store) -> None:
    """Make the index anew where it is empty, out of use, or of other rules for words.

    Raises:
        LedgerError: it cannot be written.
    """
    with store.reading() as connection:
        if _is_current(connection):
            return
    with store.writing() as connection:
        connection.execute(_EMPTY)
        after = 0
        while True:
            query = sa.select(payments).where(_P.number > after).order_by(_P.number).limit(_MANY)
            batch = read_payments(connection, query)
            if not batch:
                break
            connection.exec_driver_sql(_INSERT, [_row_of(payment) for payment in batch])
            after = batch[-1].number
        _mark(connection, WORDS_FORM)


def find(
    store: Store, wanted: PaymentFilter, order: SearchOrder, after: Position | None, most: int
) -> FoundPage:
    """Find at most so many payments behind that number, in that order.

    Raises:
        LedgerError: the record cannot be read.
        GivenUp: nobody waits for it any more (``core.cancellation``).
    """
    with store.searching() as connection:
        found = [
            one
            for query in _sources(connection, sa.select(*LISTED), wanted)
            for one in read_listed(connection, _page(query, order, after, most + 1))
        ]
    page = _in_order(found, order)[:most]
    return FoundPage(page, None if len(found) <= most else Position.of(page[-1]))


def _page(source: _Source, order: SearchOrder, after: Position | None, most: int) -> sa.Select[Any]:
    """At most so many payments behind that number, in that order."""
    number, query = source.number, source.query.limit(most)
    match order:
        case SearchOrder.NEWEST_FIRST:
            query = query.order_by(number.desc())
            query = query if after is None else query.where(number < after.number)
        case SearchOrder.OLDEST_FIRST:
            query = query.order_by(number)
            query = query if after is None else query.where(number > after.number)
        case SearchOrder.LARGEST_FIRST:
            query = query.order_by(_P.amount.desc(), number.desc())
            if after is not None:
                equal = sa.and_(_P.amount == after.amount, number < after.number)
                query = query.where(_P.amount <= after.amount)
                query = query.where(sa.or_(_P.amount < after.amount, equal))
        case SearchOrder.SMALLEST_FIRST:
            query = query.order_by(_P.amount, number)
            if after is not None:
                equal = sa.and_(_P.amount == after.amount, number > after.number)
                query = query.where(_P.amount >= after.amount)
                query = query.where(sa.or_(_P.amount > after.amount, equal))
    return query


def _in_order(found: Iterable[ListedPayment], order: SearchOrder) -> tuple[ListedPayment, ...]:
    """Bring what several sources gave into one order."""
    by_amount = order in {SearchOrder.LARGEST_FIRST, SearchOrder.SMALLEST_FIRST}
    backwards = order in {SearchOrder.LARGEST_FIRST, SearchOrder.NEWEST_FIRST}
    key = attrgetter("amount", "number") if by_amount else attrgetter("number")
    return tuple(sorted(found, key=key, reverse=backwards))


def exported(
    store: Store, wanted: PaymentFilter, after: int, most: int
) -> tuple[ExportedPayment, ...]:
    """Find at most so many payments after that number, oldest first.

    Raises:
        LedgerError: the record cannot be read.
    """
    with store.reading() as connection:
        found = [
            one
            for source in _sources(connection, sa.select(*EXPORTED), wanted)
            for one in read_exported(
                connection,
                source.query.where(source.number > after).order_by(source.number).limit(most),
            )
        ]
    return tuple(sorted(found, key=attrgetter("number")))[:most]


def operators(store: Store) -> tuple[str, ...]:
    """The names of all who took cash, in their order.

    Raises:
        LedgerError: the record cannot be read.
    """
    query = sa.select(_P.operator).where(_P.operator != "").distinct().order_by(_P.operator)
    with store.reading() as connection:
        return tuple(connection.execute(query).scalars())


def totals(store: Store, wanted: PaymentFilter) -> FoundTotals:
    """Count and sum what the filter finds, by state.

    Raises:
        LedgerError: the record cannot be read.
        GivenUp: nobody waits for it any more (``core.cancellation``).
    """
    sums = sa.select(
        _P.state, sa.func.count().label("count_"), sa.func.sum(_P.amount).label("amount")
    )
    counts: Counter[PaymentState] = Counter()
    amounts: dict[PaymentState, Money] = {}
    with store.searching() as connection:
        for source in _sources(connection, sums, wanted):
            for row in connection.execute(source.query.group_by(_P.state)):
                if row.state in _STATES:
                    state = PaymentState(row.state)
                    counts[state] += row.count_
                    amounts[state] = amounts.get(state, ZERO) + (row.amount or ZERO)
    return FoundTotals(counts, amounts)


class _Source(NamedTuple):
    """A query that finds some of the payments; ``number`` is the column that it has in order."""

    query: sa.Select[Any]
    number: sa.ColumnElement[int]


def _sources(
    connection: sa.Connection, query: sa.Select[Any], wanted: PaymentFilter
) -> Iterator[_Source]:
    """What finds the payments, each in one of them: by their own words, and by who owes them."""
    text = meant(wanted.text)
    terms, reference = terms_of(text), typed_reference(text)
    by_words = query
    number: sa.ColumnElement[int] = _P.number
    if reference is not None:
        # Few have it: their numbers are looked up first.
        either = [_by_reference(reference)]
        if terms:
            either.append(sa.select(_WORDS.c.rowid).where(_match(terms)))
        by_words = query.where(_P.number.in_(sa.union_all(*either)))
    elif terms:
        # The index of words gives them in their order.
        number = _WORDS.c.rowid
        by_words = query.join_from(_WORDS, payments, _P.number == number).where(_match(terms))
    elif wanted.text.strip():
        by_words = query.where(sa.false())
    yield _Source(by_words.where(*_conditions(wanted)), number)
    on_account = bills_on_account_of(connection, terms) if terms else None
    if on_account is not None:
        rest = query.where(_P.number.in_(on_account), ~_has_words(terms), *_conditions(wanted))
        if reference is not None:
            rest = rest.where(_P.number.not_in(_by_reference(reference)))
        yield _Source(rest, _P.number)


def _has_words(terms: Iterable[str]) -> sa.ColumnElement[bool]:
    return sa.exists().where(_WORDS.c.rowid == _P.number, _match(terms))


def _match(terms: Iterable[str]) -> sa.ColumnElement[bool]:
    """Each term begins a word; the quotes keep FTS5 from reading it as one of its own words."""
    typed = " AND ".join(f'"{term}"*' for term in terms)
    return _WORDS.c.payment_words.op("MATCH", is_comparison=True)(sa.bindparam(None, typed))


def _by_reference(beginning: str) -> sa.Select[Any]:
    """The payments with a reference that begins so, in either role (unique indexes)."""
    of = sa.select(_P.number)
    spans = (
        of.where(column >= beginning, column < beginning + _AFTER_HEX)
        for column in (_P.reference, _P.details_reference)
    )
    return sa.union_all(*spans).subquery().select()


def _conditions(wanted: PaymentFilter) -> Iterable[sa.ColumnElement[bool]]:
    if wanted.since is not None:
        yield _P.recorded_at >= wanted.since
    if wanted.until is not None:
        yield _P.recorded_at < wanted.until
    if wanted.provider is not None:
        yield _P.provider == wanted.provider
    if wanted.states:
        yield _P.state.in_(sorted(wanted.states))
    if wanted.operator is not None:
        yield _P.operator == wanted.operator
    if wanted.tender is not None:
        yield sa.exists().where(
            tenders.c.payment == _P.number, tenders.c.kind == wanted.tender.value
        )


def _is_current(connection: sa.Connection) -> bool:
    return bool(connection.exec_driver_sql("PRAGMA user_version").scalar() == WORDS_FORM)


def _mark(connection: sa.Connection, form: int) -> None:
    """Note whose rules the words of the index follow; 0 for an index that is out of use."""
    connection.exec_driver_sql(f"PRAGMA user_version = {form}")
