"""Checks the audit chain: the first row or link that is not what was written is named."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from desktop_app.core.audit import BrokenLink
from desktop_app.core.journal import JournalKind
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.ledger.chain_form import (
    CLOSING,
    COLUMNS,
    FORM,
    OF_SHIFT,
    ORDER,
    RECEIPT,
    TABLES,
    Plain,
    Source,
    beside,
    link_hash,
)
from desktop_app.ledger.schema import events, journal, links, payments, shifts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Link = sa.Row[int, int, str, int, str]
"""Position, form, source, row and hash of a link."""
Content = tuple[Plain, ...]

_MANY = 500
_LEAST = -(2**63)
"""The least number that SQLite has: positions count from 1, what a stranger slipped in may not."""


def check_chain(connection: sa.Connection, pause: float = 0) -> BrokenLink | None:
    """Compare all links with their rows; the first that is not what was written.

    Within one transaction: what others write meanwhile is not seen. `pause` is a rest in seconds
    after some hundred links, for a check that nobody waits for.
    """
    broken = _first_broken(connection, pause)
    return None if broken is None else _named(connection, broken)


def _first_broken(connection: sa.Connection, pause: float) -> BrokenLink | None:
    names = sa.select(links.c.counter).distinct().order_by(links.c.counter)
    try:
        counters = connection.scalars(names).all()
    except sa.exc.OperationalError as error:
        if "decode" not in str(error.orig):
            raise
        # The name of a counter is no text any more.
        return BrokenLink("", 0, "link", 0)
    for counter in counters:
        broken = _check_counter(connection, counter, pause)
        if broken is not None:
            return broken
    return _unlinked(connection) or _underived(connection)


def _named(connection: sa.Connection, broken: BrokenLink) -> BrokenLink:
    """With what people know the row by, as far as that can still be read."""
    if broken.source == "payment":
        return replace(broken, payment=broken.row)
    table = next((table for one, table in TABLES.items() if one.value == broken.source), None)
    if table is None:
        return broken

    def read(name: str) -> object:
        column = table.columns.get(name)
        if column is None:
            return None
        with suppress(sa.exc.OperationalError):
            told = sa.select(sa.type_coerce(column, _bare(column.type)))
            return connection.scalar(told.where(table.c.id == broken.row))
        return None

    payment, kind, z_number = read("payment"), read("kind"), read("z_number")
    return replace(
        broken,
        payment=payment if isinstance(payment, int) else None,
        kind=kind if isinstance(kind, str) else "",
        z_number=z_number if isinstance(z_number, int) else None,
    )


def _check_counter(connection: sa.Connection, counter: str, pause: float) -> BrokenLink | None:
    previous, position = "", 0
    for batch in _batches(connection, counter):
        if not batch:
            return BrokenLink(counter, position + 1, "link", 0)
        contents = _readable(connection, batch)
        for at, form, source, row, told in batch:
            position += 1
            if at != position:
                return BrokenLink(counter, position, "link", 0)
            content = contents.get((source, row))
            if content is None or told != link_hash(
                form, counter, position, source, row, previous, content
            ):
                return BrokenLink(counter, position, source, row)
            previous = told
        time.sleep(pause)
    return None


def _batches(connection: sa.Connection, counter: str) -> Iterator[Sequence[Link]]:
    """The links of a counter in their order; an empty batch for one that is no text any more."""
    query = (
        sa.select(*(links.c[name] for name in ("position", "form", "source", "row", "hash")))
        .where(links.c.counter == counter, links.c.position >= sa.bindparam("first"))
        .order_by(links.c.position)
        .limit(sa.bindparam("many"))
    )
    first, many = _LEAST, _MANY
    while True:
        try:
            batch = connection.execute(query, {"first": first, "many": many}).all()
        except sa.exc.OperationalError:
            if many == 1:
                yield ()
                return
            many = 1
            continue
        if not batch:
            return
        yield batch
        first = batch[-1][0] + 1


def _readable(connection: sa.Connection, batch: Sequence[Link]) -> dict[tuple[str, int], Content]:
    """What the links of a batch cover, without the rows that are no text any more."""
    try:
        return _contents(connection, batch)
    except sa.exc.OperationalError:
        if len(batch) == 1:
            return {}
        half = len(batch) // 2
        return _readable(connection, batch[:half]) | _readable(connection, batch[half:])


def _contents(connection: sa.Connection, batch: Iterable[Link]) -> dict[tuple[str, int], Content]:
    """What the links of a batch cover, by their sources and rows."""
    numbers: dict[str, list[int]] = {}
    for _, form, name, row, _ in batch:
        if form == FORM:
            numbers.setdefault(name, []).append(row)
    found: dict[tuple[str, int], Content] = {}
    for source, table in TABLES.items():
        name = source.value
        if name not in numbers:
            continue
        rows = _rows(connection, table, COLUMNS[source], numbers[name])
        if source is Source.EVENT:
            rows = _with_payments(connection, rows)
        elif source is Source.JOURNAL:
            rows = _with_shifts(connection, rows)
        found |= {(name, number): content for number, content in rows.items()}
    return found


def _rows(
    connection: sa.Connection, table: sa.Table, names: tuple[str, ...], numbers: Iterable[int]
) -> dict[int, Content]:
    """Rows by their number, the first of the columns, with the values as the file has them."""
    rows = connection.execute(_rows_of(table, names), {"numbers": list(numbers)}).all()
    return {row[0]: tuple(row) for row in rows}


@cache
def _rows_of(table: sa.Table, names: tuple[str, ...]) -> sa.Select[Any]:
    """Select columns of the rows with these numbers: made once, since it is asked thousands of
    times.
    """
    columns = (sa.type_coerce(table.c[name], _bare(table.c[name].type)) for name in names)
    numbers: sa.BindParameter[Any] = sa.bindparam("numbers", expanding=True)
    return sa.select(*columns).where(table.c[names[0]].in_(numbers))


def _bare(kind: Any) -> Any:
    return kind.impl if isinstance(kind, TypeDecorator) else kind


def _with_payments(connection: sa.Connection, rows: Mapping[int, Content]) -> dict[int, Content]:
    """Events, each with what its link covers of the payment."""
    names = COLUMNS[Source.EVENT]
    kind, state, payment = (names.index(name) for name in ("kind", "state", "payment"))
    wanted = {number: beside(row[kind], row[state]) for number, row in rows.items()}
    return _joined(
        connection, rows, wanted, key_at=payment, table=payments, names=(*ORDER, *RECEIPT)
    )


def _with_shifts(connection: sa.Connection, rows: Mapping[int, Content]) -> dict[int, Content]:
    """Entries of the journal, each with what its link covers of the shift."""
    names = COLUMNS[Source.JOURNAL]
    kind, shift = (names.index(name) for name in ("kind", "shift"))
    wanted = {number: OF_SHIFT.get(row[kind], ()) for number, row in rows.items()}
    return _joined(connection, rows, wanted, key_at=shift, table=shifts, names=CLOSING)


def _joined(
    connection: sa.Connection,
    rows: Mapping[int, Content],
    wanted: Mapping[int, tuple[str, ...]],
    *,
    key_at: int,
    table: sa.Table,
    names: tuple[str, ...],
) -> dict[int, Content]:
    """Rows, each followed by the wanted columns of another table: None where that has no row.

    Args:
        key_at: where in a row the number of the other one stands.
        table: the other table, of which ``names`` are read.
    """
    numbers = {row[key_at] for number, row in rows.items() if wanted[number]}
    those = _rows(connection, table, names, [one for one in numbers if isinstance(one, int)])
    nothing: Content = (None,) * len(names)
    found: dict[int, Content] = {}
    for number, row in rows.items():
        other = row[key_at]
        told = those.get(other, nothing) if isinstance(other, int) else nothing
        found[number] = row + tuple([told[place] for place in _places(wanted[number], names)])
    return found


@cache
def _places(wanted: tuple[str, ...], names: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(names.index(name) for name in wanted)


def _unlinked(connection: sa.Connection) -> BrokenLink | None:
    """The first row that has no link. Each link has its row, and no row has two."""
    for source, table in TABLES.items():
        mine = links.c.source == source.value
        counted = connection.scalar(sa.select(sa.func.count()).select_from(table))
        linked = connection.scalar(sa.select(sa.func.count()).select_from(links).where(mine))
        if counted != linked:
            has_link = sa.exists().where(mine, links.c.row == table.c.id)
            first = connection.scalar(sa.select(sa.func.min(table.c.id)).where(~has_link))
            return BrokenLink("", 0, source.value, first or 0)
    return None


def _underived(connection: sa.Connection) -> BrokenLink | None:
    """The first payment or shift that is not what its events or entries made of it."""
    told = (
        sa.select(events.c.state)
        .where(events.c.payment == payments.c.number, events.c.state.is_not(None))
        .order_by(events.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    returned = sa.exists().where(
        events.c.payment == payments.c.number, events.c.kind == EventKind.CASH_RETURNED
    )
    is_other = payments.c.state.is_distinct_from(told)
    is_other |= payments.c.cash_returned_at.is_not(None) != returned
    is_paid = payments.c.state == PaymentState.PAID.value
    is_other |= payments.c.receipt.is_not(None) != is_paid
    is_other |= ~is_paid & (payments.c.receipt_series != "")
    number = connection.scalar(sa.select(sa.func.min(payments.c.number)).where(is_other))
    if number is not None:
        return BrokenLink("", 0, "payment", number)

    def has(kind: JournalKind) -> sa.Exists:
        return sa.exists().where(journal.c.shift == shifts.c.number, journal.c.kind == kind)

    is_other = ~has(JournalKind.SHIFT_OPENED)
    is_closed = shifts.c.closed_at.is_not(None)
    is_other |= is_closed != has(JournalKind.SHIFT_CLOSED)
    written = (
        column != "" for column in (shifts.c.closed_by, shifts.c.closed_by_id, shifts.c.note)
    )
    is_other |= ~is_closed & sa.or_(shifts.c.z_number.is_not(None), *written)
    number = connection.scalar(sa.select(sa.func.min(shifts.c.number)).where(is_other))
    return None if number is None else BrokenLink("", 0, "shift", number)
