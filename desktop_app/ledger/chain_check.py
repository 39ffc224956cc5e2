"""Checks the audit chain: the first row or link that is not what was written is named."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
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

_MANY = 500


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
        for link in batch:
            position += 1
            content = contents.get((link.source, link.row))
            if link.position != position:
                return BrokenLink(counter, position, "link", 0)
            expected = (
                None
                if content is None
                else link_hash(
                    link.form, counter, position, link.source, link.row, previous, content
                )
            )
            if link.hash != expected:
                return BrokenLink(counter, position, link.source, link.row)
            previous = link.hash
        time.sleep(pause)
    return None


def _batches(connection: sa.Connection, counter: str) -> Iterator[Sequence[Any]]:
    """The links of a counter in their order; an empty batch for one that is no text any more."""
    after, many = None, _MANY
    while True:
        query = sa.select(links).where(links.c.counter == counter).order_by(links.c.position)
        if after is not None:
            query = query.where(links.c.position > after)
        try:
            batch = connection.execute(query.limit(many)).all()
        except sa.exc.OperationalError:
            if many == 1:
                yield ()
                return
            many = 1
            continue
        if not batch:
            return
        yield batch
        after = batch[-1].position


def _readable(
    connection: sa.Connection, batch: Sequence[Any]
) -> dict[tuple[str, int], list[Plain]]:
    """What the links of a batch cover, without the rows that are no text any more."""
    try:
        return _contents(connection, batch)
    except sa.exc.OperationalError:
        if len(batch) == 1:
            return {}
        half = len(batch) // 2
        return _readable(connection, batch[:half]) | _readable(connection, batch[half:])


def _contents(
    connection: sa.Connection, batch: Iterable[Any]
) -> dict[tuple[str, int], list[Plain]]:
    """What the links of a batch cover, by their sources and rows."""
    found: dict[tuple[str, int], list[Plain]] = {}
    by_source = sorted(batch, key=lambda link: link.source)
    for name, of_source in groupby(by_source, key=lambda link: link.source):
        source = next((one for one in Source if one.value == name), None)
        numbers = [link.row for link in of_source if link.form == FORM]
        if source is not None:
            rows = _rows(connection, TABLES[source], "id", COLUMNS[source], numbers)
            found |= {(name, number): list(row) for number, row in rows.items()}
            if source is Source.EVENT:
                _add_payments(connection, rows, found)
            elif source is Source.JOURNAL:
                _add_shifts(connection, rows, found)
    return found


def _rows(
    connection: sa.Connection,
    table: sa.Table,
    key: str,
    names: Sequence[str],
    numbers: Iterable[int],
) -> dict[int, tuple[Plain, ...]]:
    """Rows by their number, with the values as the file has them."""
    columns = (sa.type_coerce(table.c[name], _bare(table.c[name].type)) for name in names)
    query = sa.select(table.c[key], *columns).where(table.c[key].in_(list(numbers)))
    return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _bare(kind: Any) -> Any:
    return kind.impl if isinstance(kind, TypeDecorator) else kind


def _add_payments(
    connection: sa.Connection,
    rows: Mapping[int, tuple[Plain, ...]],
    found: dict[tuple[str, int], list[Plain]],
) -> None:
    kind, state, payment = (COLUMNS[Source.EVENT].index(n) for n in ("kind", "state", "payment"))
    wanted = {number: (row[payment], beside(row[kind], row[state])) for number, row in rows.items()}
    names = (*ORDER, *RECEIPT)
    numbers = {of for of, names_beside in wanted.values() if names_beside and isinstance(of, int)}
    those = _rows(connection, payments, "number", names, numbers)
    for number, (of, names_beside) in wanted.items():
        if names_beside:
            row = those.get(of) if isinstance(of, int) else None
            told = dict(zip(names, row, strict=True)) if row is not None else {}
            found[Source.EVENT.value, number] += [told.get(name) for name in names_beside]


def _add_shifts(
    connection: sa.Connection,
    rows: Mapping[int, tuple[Plain, ...]],
    found: dict[tuple[str, int], list[Plain]],
) -> None:
    kind, shift = (COLUMNS[Source.JOURNAL].index(name) for name in ("kind", "shift"))
    wanted = {
        number: (row[shift], OF_SHIFT[row[kind]])
        for number, row in rows.items()
        if row[kind] in OF_SHIFT
    }
    numbers = {of for of, _ in wanted.values() if isinstance(of, int)}
    those = _rows(connection, shifts, "number", CLOSING, numbers)
    for number, (of, names_beside) in wanted.items():
        row = those.get(of) if isinstance(of, int) else None
        told = dict(zip(CLOSING, row, strict=True)) if row is not None else {}
        found[Source.JOURNAL.value, number] += [told.get(name) for name in names_beside]


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
