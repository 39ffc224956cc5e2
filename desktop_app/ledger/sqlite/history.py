"""The payments of days and years: lists, searches and sums, in which nothing is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.payments.search import SearchOrder
from desktop_app.ledger import queries
from desktop_app.ledger.listed_rows import LISTED, read_listed
from desktop_app.ledger.read_payments import read_payments
from desktop_app.ledger.rows import figures_of
from desktop_app.ledger.schema.column_types import write_moment
from desktop_app.ledger.sqlite import search

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.exported import ExportedPayment
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.payment import Payment
    from desktop_app.core.payments.ports import DayFigures
    from desktop_app.core.payments.search import FoundPage, FoundTotals, PaymentFilter, Position
    from desktop_app.ledger.sqlite.connections import Store


class SqliteHistory:
    """Implements ``core.payments.ports.PaymentHistory`` on one SQLite file. Any thread may call it.

    A query with an ``environment`` tells of its payments alone, one with None of all in the file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def between(
        self, since: datetime, until: datetime, *, environment: Environment | None = None
    ) -> tuple[Payment, ...]:
        """Payments recorded from ``since`` to just before ``until``, newest first."""
        with self._store.reading() as connection:
            return read_payments(connection, queries.between(since, until, environment))

    def within(self, spans: Sequence[tuple[datetime, datetime]]) -> tuple[Payment, ...]:
        """Payments recorded in any of some spans, each without its end, newest first."""
        with self._store.reading() as connection:
            return read_payments(connection, queries.within(spans))

    def listed(self, since: datetime, until: datetime) -> tuple[ListedPayment, ...]:
        """The listed part of the payments recorded in that span, newest first."""
        query = queries.between(since, until, None).with_only_columns(*LISTED)
        with self._store.reading() as connection:
            return read_listed(connection, query)

    def returned_between(
        self, since: datetime, until: datetime, *, environment: Environment | None = None
    ) -> tuple[Payment, ...]:
        """Payments whose cash was given back in that span, whenever they were recorded."""
        query = queries.returned_between(since, until, environment)
        with self._store.reading() as connection:
            return read_payments(connection, query)

    def find(
        self,
        wanted: PaymentFilter,
        *,
        order: SearchOrder = SearchOrder.NEWEST_FIRST,
        after: Position | None = None,
        most: int = 200,
    ) -> FoundPage:
        """Find payments of all years, page by page: ``after`` is where the page before ended."""
        return search.find(self._store, wanted, order, after, most)

    def exported(
        self, wanted: PaymentFilter, *, after: int, most: int
    ) -> tuple[ExportedPayment, ...]:
        """The exported part of the payments that are found after a number, oldest first."""
        return search.exported(self._store, wanted, after, most)

    def operators(self) -> tuple[str, ...]:
        """The names of all who took cash, in their order."""
        return search.operators(self._store)

    def totals(self, wanted: PaymentFilter) -> FoundTotals:
        """Count and sum the payments that ``find`` finds, on all its pages."""
        return search.totals(self._store, wanted)

    def day(
        self, since: datetime, until: datetime, *, environment: Environment | None = None
    ) -> DayFigures:
        """Figures of the payments recorded from ``since`` to just before ``until``.

        ``paid_total`` sums what the service was sent, all others sum cash: ``cash_in`` is that
        of the span's payments but those whose cash was given back. Waiting counts all that are
        open, of all days, as ``to_return`` does.
        """
        query = queries.day_figures(of_one=environment is not None)
        span = {"since": write_moment(since), "until": write_moment(until)}
        values = span if environment is None else {**span, "environment": environment}
        with self._store.reading() as connection:
            return figures_of(connection.execute(query, values).one())

    def uses(self, since: datetime, *, environment: Environment | None = None) -> dict[str, int]:
        """Count the payments recorded since then, by provider, whatever their outcome."""
        with self._store.reading() as connection:
            rows = connection.execute(queries.uses(since, environment))
            return {row.provider: row.count_ for row in rows}
