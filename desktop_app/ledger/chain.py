"""The audit chain: each row that is never changed is linked by a hash to all that came before it.

A link is written in the transaction of its row. Its hash covers what is in the row, its place in
the chain, and the hash before it, so that one changed byte breaks the chain there. There is one
chain a counter, so that counters write side by side.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

from desktop_app.core.audit import BrokenLink, ChainHead
from desktop_app.core.journal import JournalKind
from desktop_app.core.payments.payment import EventKind, PaymentState
from desktop_app.ledger.column_types import write_json
from desktop_app.ledger.schema import (
    commission_rates,
    credit_notes,
    events,
    journal,
    links,
    movements,
    on_account_entries,
    payments,
    reports,
    shifts,
    tenders,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from desktop_app.core.environment import Environment
    from desktop_app.core.journal import JournalEntry

_Plain = str | int | None
_Values = dict[str, object]

FORM = 1
"""Which columns a hash covers. The lists below never change: more columns are another form."""


class Source(StrEnum):
    """The table that a linked row is in."""

    EVENT = "event"
    MOVEMENT = "movement"
    TENDER = "tender"
    JOURNAL = "journal"
    REPORT = "report"
    ON_ACCOUNT = "on_account"
    CREDIT_NOTE = "credit_note"
    COMMISSION_RATE = "commission_rate"


_TABLES = {
    Source.EVENT: events,
    Source.MOVEMENT: movements,
    Source.TENDER: tenders,
    Source.JOURNAL: journal,
    Source.REPORT: reports,
    Source.ON_ACCOUNT: on_account_entries,
    Source.CREDIT_NOTE: credit_notes,
    Source.COMMISSION_RATE: commission_rates,
}

_BY = ("operator", "operator_id")
_COLUMNS: dict[Source, tuple[str, ...]] = {
    Source.EVENT: ("id", "payment", "kind", "at", "state", "content", "counter", *_BY),
    Source.MOVEMENT: (
        "id", "environment", "counter", "drawer", "shift", "kind", "at", "amount", "payment",
        *_BY, "reason", "content",
    ),
    Source.TENDER: ("id", "payment", "position", "kind", "amount", "reference", "customer"),
    Source.JOURNAL: ("id", "environment", "counter", "at", "kind", *_BY, "content", "shift"),
    Source.REPORT: (
        "id", "environment", "counter", "shift", "z_number", "at", *_BY, "content",
        "chain_position", "chain_hash",
    ),
    Source.ON_ACCOUNT: (
        "id", "customer", "at", "amount", "payment", "movement", "shift", *_BY, "note",
    ),
    Source.CREDIT_NOTE: ("id", "environment", "counter", "at", "kind", "amount", "note", *_BY),
    Source.COMMISSION_RATE: (
        "id", "counter", "provider", "from_day", "percent_millionths", "fixed_paisa", "at", *_BY,
    ),
}  # fmt: skip

_ORDER = (
    "number", "environment", "base_url", "connection_id", "reference", "details_reference",
    "session_id", "provider", "provider_name", "company", "account_id", "account_key",
    "typed_key", "customer_name", "branch", "service_name", "offer_id", "offer_kind", "offer_label",
    "duration_days", "duration_months", "amount", "lines", "cash_due", "cash_received",
    "cash_tender", "pays_again", "another_bill", "second_open", "middle_references",
    "sends_reference", "path", "fields", "entries", "operator", "operator_id", "shop",
    "recorded_at", "counter", "drawer", "shift",
)  # fmt: skip
"""What of a payment never changes: it is in the link of its first event."""

_RECEIPT = ("receipt_series", "receipt")
"""What a payment gets when it becomes PAID: in the link of the event that made it so."""

_OPENING = (
    "number", "environment", "counter", "drawer", "opened_at", "opened_by", "opened_by_id",
    "opened_how",
)  # fmt: skip
_CLOSING = (*_OPENING, "closed_at", "closed_by", "closed_by_id", "z_number", "note")
_OF_SHIFT: dict[object, tuple[str, ...]] = {
    JournalKind.SHIFT_OPENED.value: _OPENING,
    JournalKind.SHIFT_CLOSED.value: _CLOSING,
}
"""What of a shift is in the link of the entry that tells of it."""

_MANY = 500
_ANY = DefaultDialect()


class Chain:
    """The links that one transaction adds at a counter. ``write`` ends it."""

    def __init__(self, connection: sa.Connection, counter: str) -> None:
        self.connection = connection
        self.counter = counter
        self._new: list[tuple[Source, int, list[_Plain]]] = []

    def insert(self, source: Source, rows: Sequence[_Values]) -> list[int]:
        """Write rows of a table, which the next links are of; their numbers."""
        table = _TABLES[source]
        new = sa.insert(table).returning(table.c.id, sort_by_parameter_order=True)
        numbers = list(self.connection.scalars(new, list(rows)))
        for number, row in zip(numbers, rows, strict=True):
            self._new.append((source, number, _stored(table, _COLUMNS[source], row, number)))
        return numbers

    def insert_event(self, event: _Values, payment: _Values) -> None:
        """Write an event of a payment: its first one, or any other.

        ``payment`` are the columns that the event writes into the payment as well.
        """
        self.insert(Source.EVENT, [event])
        self._new[-1][2].extend(_stored(payments, _beside(event["kind"], event["state"]), payment))

    def insert_shift(self, environment: Environment, entry: JournalEntry, shift: _Values) -> None:
        """Write a journal's entry on a shift, whose columns are in its link."""
        self.insert(Source.JOURNAL, [_entry_values(environment, self.counter, entry, shift)])
        self._new[-1][2].extend(_stored(shifts, _OF_SHIFT[entry.kind.value], shift))

    def write(self) -> ChainHead:
        """Write the links of what was inserted since; the newest one."""
        head = _head(self.connection, self.counter)
        made: list[_Values] = []
        for source, row, content in self._new:
            position = head.position + 1
            head = ChainHead(
                position, _hash(FORM, self.counter, position, source, row, head.hash, content)
            )
            made.append(
                {
                    "counter": self.counter,
                    "position": position,
                    "form": FORM,
                    "source": source.value,
                    "row": row,
                    "hash": head.hash,
                }
            )
        if made:
            self.connection.execute(sa.insert(links), made)
        self._new.clear()
        return head


def add_journal(
    connection: sa.Connection, environment: Environment, counter: str, entry: JournalEntry
) -> None:
    """Write an entry of the journal with its link, in the caller's transaction."""
    chain = Chain(connection, counter)
    chain.insert(Source.JOURNAL, [_entry_values(environment, counter, entry, {})])
    chain.write()


def check_chain(connection: sa.Connection) -> BrokenLink | None:
    """Compare all links with their rows; the first that is not what was written.

    Within one transaction: what others write meanwhile is not seen.
    """
    counters = connection.scalars(sa.select(links.c.counter).distinct().order_by(links.c.counter))
    for counter in counters.all():
        broken = _check_counter(connection, counter)
        if broken is not None:
            return broken
    return _unlinked(connection) or _underived(connection)


# --- writing ------------------------------------------------------------------------------


def _head(connection: sa.Connection, counter: str) -> ChainHead:
    newest = (
        sa.select(links.c.position, links.c.hash)
        .where(links.c.counter == counter)
        .order_by(links.c.position.desc())
        .limit(1)
    )
    row = connection.execute(newest).first()
    return ChainHead() if row is None else ChainHead(row.position, row.hash)


def _hash(
    form: int,
    counter: str,
    position: int,
    source: str,
    row: int,
    previous: str,
    content: Sequence[_Plain],
) -> str:
    text = msgspec.json.encode([form, counter, position, source, row, previous, content])
    return hashlib.sha256(text).hexdigest()


def _stored(
    table: sa.Table, names: Sequence[str], values: Mapping[str, object], number: int = 0
) -> list[_Plain]:
    """The values as the file has them."""
    return [
        number if name == "id" else _plain(table.c[name].type, values.get(name)) for name in names
    ]


def _plain(kind: Any, value: Any) -> Any:
    return kind.process_bind_param(value, _ANY) if isinstance(kind, TypeDecorator) else value


def _beside(kind: object, state: object) -> tuple[str, ...]:
    """The columns of the payment that are in the link of an event."""
    first = _ORDER if kind == EventKind.RECORDED.value else ()
    return (*first, *(_RECEIPT if state == PaymentState.PAID.value else ()))


def _entry_values(
    environment: Environment, counter: str, entry: JournalEntry, shift: _Values
) -> _Values:
    return {
        "environment": environment,
        "counter": counter,
        "at": entry.at,
        "kind": entry.kind,
        "operator": entry.operator,
        "operator_id": entry.operator_id,
        "content": write_json(dict(entry.content)),
        "shift": shift.get("number"),
    }


# --- checking -----------------------------------------------------------------------------


def _check_counter(connection: sa.Connection, counter: str) -> BrokenLink | None:
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
                else _hash(link.form, counter, position, link.source, link.row, previous, content)
            )
            if link.hash != expected:
                return BrokenLink(counter, position, link.source, link.row)
            previous = link.hash
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
) -> dict[tuple[str, int], list[_Plain]]:
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
) -> dict[tuple[str, int], list[_Plain]]:
    """What the links of a batch cover, by their sources and rows."""
    found: dict[tuple[str, int], list[_Plain]] = {}
    by_source = sorted(batch, key=lambda link: link.source)
    for name, of_source in groupby(by_source, key=lambda link: link.source):
        source = next((one for one in Source if one.value == name), None)
        numbers = [link.row for link in of_source if link.form == FORM]
        if source is not None:
            rows = _rows(connection, _TABLES[source], "id", _COLUMNS[source], numbers)
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
) -> dict[int, tuple[_Plain, ...]]:
    """Rows by their number, with the values as the file has them."""
    columns = (sa.type_coerce(table.c[name], _bare(table.c[name].type)) for name in names)
    query = sa.select(table.c[key], *columns).where(table.c[key].in_(list(numbers)))
    return {row[0]: tuple(row[1:]) for row in connection.execute(query)}


def _bare(kind: Any) -> Any:
    return kind.impl if isinstance(kind, TypeDecorator) else kind


def _add_payments(
    connection: sa.Connection,
    rows: Mapping[int, tuple[_Plain, ...]],
    found: dict[tuple[str, int], list[_Plain]],
) -> None:
    kind, state, payment = (_COLUMNS[Source.EVENT].index(n) for n in ("kind", "state", "payment"))
    wanted = {
        number: (row[payment], _beside(row[kind], row[state])) for number, row in rows.items()
    }
    names = (*_ORDER, *_RECEIPT)
    numbers = {of for of, beside in wanted.values() if beside and isinstance(of, int)}
    those = _rows(connection, payments, "number", names, numbers)
    for number, (of, beside) in wanted.items():
        if beside:
            row = those.get(of) if isinstance(of, int) else None
            told = dict(zip(names, row, strict=True)) if row is not None else {}
            found[Source.EVENT.value, number] += [told.get(name) for name in beside]


def _add_shifts(
    connection: sa.Connection,
    rows: Mapping[int, tuple[_Plain, ...]],
    found: dict[tuple[str, int], list[_Plain]],
) -> None:
    kind, shift = (_COLUMNS[Source.JOURNAL].index(name) for name in ("kind", "shift"))
    wanted = {
        number: (row[shift], _OF_SHIFT[row[kind]])
        for number, row in rows.items()
        if row[kind] in _OF_SHIFT
    }
    numbers = {of for of, _ in wanted.values() if isinstance(of, int)}
    those = _rows(connection, shifts, "number", _CLOSING, numbers)
    for number, (of, beside) in wanted.items():
        row = those.get(of) if isinstance(of, int) else None
        told = dict(zip(_CLOSING, row, strict=True)) if row is not None else {}
        found[Source.JOURNAL.value, number] += [told.get(name) for name in beside]


def _unlinked(connection: sa.Connection) -> BrokenLink | None:
    """The first row that has no link. Each link has its row, and no row has two."""
    for source, table in _TABLES.items():
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
