"""Reads the payments that the page shows, on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.core.clock import AND_LATER
from desktop_app.core.payments.search import PaymentFilter
from desktop_app.formatting.dates import local
from desktop_app.ui.payments.filter_row import NOTHING, Chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from desktop_app.core.billing.provider import Provider
    from desktop_app.core.environment import Environment
    from desktop_app.core.payments.listed import ListedPayment
    from desktop_app.core.payments.ports import Ledger
    from desktop_app.core.payments.search import FoundTotals, Position
    from desktop_app.ui.runtime.context import AppContext

_ALL = PaymentFilter()


@dataclass(frozen=True, slots=True)
class Shown:
    """The page's rows, read on a worker. A search tells where its next ones begin as well."""

    today: date
    payments: tuple[ListedPayment, ...]
    providers: Mapping[str, Provider]
    words: str = ""
    chosen: Chosen = NOTHING
    wanted: PaymentFilter = _ALL
    is_found: bool = False
    """They are those that a search finds, of any day."""
    before: Position | None = None
    """What is found before the first payment ends here; None where that is the first of all."""
    next: Position | None = None
    records: tuple[Environment, ...] = ()
    """The environments that have a record."""


def day_job(context: AppContext, wanted: date | None) -> Callable[[Ledger], Shown]:
    """Read the payments of a day; None is today, whenever that is."""
    clock, catalog, environments = context.clock, context.catalog, context.environments

    def load(ledger: Ledger) -> Shown:
        midnight = clock.start_of_day()
        today = local(clock.now()).date()
        since = midnight - (today - (wanted or today))
        span = timedelta(days=1) if wanted is not None and wanted < today else AND_LATER
        return Shown(
            today=today,
            payments=ledger.history.listed(since, since + span),
            providers={p.info.slug: p for p in catalog.providers()},
            records=tuple(environments.with_records()),
        )

    return load


def search_job(
    context: AppContext,
    words: str,
    chosen: Chosen,
    day: date | None,
    most: int,
    after: Position | None,
) -> Callable[[Ledger], Shown]:
    """Find what is typed and chosen behind ``after``, of ``day`` where neither names other days."""
    clock, catalog, environments = context.clock, context.catalog, context.environments

    def load(ledger: Ledger) -> Shown:
        today, wanted = local(clock.now()).date(), _filter(context, words, chosen, day)
        page = ledger.history.find(wanted, order=chosen.order, after=after, most=most)
        return Shown(
            today=today,
            payments=page.payments,
            providers={p.info.slug: p for p in catalog.providers()},
            words=words,
            chosen=chosen,
            wanted=wanted,
            is_found=True,
            before=after,
            next=page.next,
            records=tuple(environments.with_records()),
        )

    return load


def totals_job(
    context: AppContext, words: str, chosen: Chosen, day: date | None
) -> Callable[[Ledger], FoundTotals]:
    """Sum all that the same search finds: of a million payments that takes a second."""
    return lambda ledger: ledger.history.totals(_filter(context, words, chosen, day))


def _filter(context: AppContext, words: str, chosen: Chosen, day: date | None) -> PaymentFilter:
    midnight, today = context.clock.start_of_day(), local(context.clock.now()).date()
    since = midnight - (today - (day or today))
    return chosen.filter(words, (since, since + timedelta(days=1)), midnight, today)
