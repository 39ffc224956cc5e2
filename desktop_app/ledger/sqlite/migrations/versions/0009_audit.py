"""Adds people, the journal, and the audit chain over all that is written once.

All that is there is linked in the order of its events.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0009"
down_revision = "0008"

_MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
_MANY = 500

# name, moment, condition
_TRIGGERS = (
    ("operators_stay", "BEFORE DELETE ON operators", "1"),
    ("journal_keep", "BEFORE UPDATE ON journal", "1"),
    ("journal_stay", "BEFORE DELETE ON journal", "1"),
    (
        "journal_no_replacing",
        "BEFORE INSERT ON journal",
        "EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)",
    ),
    (
        "journal_in_order",
        "AFTER INSERT ON journal",
        "EXISTS (SELECT 1 FROM journal WHERE id > NEW.id)",
    ),
    ("links_keep", "BEFORE UPDATE ON links", "1"),
    ("links_stay", "BEFORE DELETE ON links", "1"),
    (
        "links_in_order",
        "BEFORE INSERT ON links",
        "NEW.position IS NOT"
        " (SELECT COALESCE(MAX(position), 0) + 1 FROM links WHERE counter = NEW.counter)",
    ),
    (
        "links_once",
        "BEFORE INSERT ON links",
        "EXISTS (SELECT 1 FROM links WHERE source = NEW.source AND row = NEW.row)",
    ),
)

_EVENT = (
    "id", "payment", "kind", "at", "state", "content", "counter", "operator", "operator_id",
)  # fmt: skip
_ORDER = (
    "number", "environment", "base_url", "connection_id", "reference", "details_reference",
    "session_id", "provider", "provider_name", "company", "account_id", "account_key",
    "typed_key", "customer_name", "branch", "service_name", "offer_id", "offer_kind", "offer_label",
    "duration_days", "duration_months", "amount", "lines", "cash_due", "cash_received",
    "cash_tender", "pays_again", "another_bill", "second_open", "middle_references",
    "sends_reference", "path", "fields", "entries", "operator", "operator_id", "shop",
    "recorded_at", "counter", "drawer", "shift", "instead_of",
)  # fmt: skip
_RECEIPT = ("receipt_series", "receipt")
_TENDER = (
    "id", "payment", "position", "kind", "amount", "reference", "customer", "allowed_by",
)  # fmt: skip
_FORM = 1


def upgrade() -> None:
    _people()
    _chain()
    for name, moment, condition in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            " BEGIN SELECT RAISE(ABORT, 'append_only'); END"
        )


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, to: str = "", *, empty: bool = False) -> sa.Column[int]:
    foreign = [sa.ForeignKey(to)] if to else []
    return sa.Column(name, sa.Integer(), *foreign, nullable=empty)


def _people() -> None:
    op.create_table(
        "operators",
        sa.Column("id", sa.Text(), primary_key=True),
        _text("name"),
        _text("role"),
        _text("pin_hash"),
        _number("is_active"),
        _text("added_at"),
        _number("failures"),
        _text("locked_until", empty=True),
        sa.CheckConstraint("is_active IN (0, 1) AND failures >= 0"),
        sa.CheckConstraint(f"added_at {_MOMENT}"),
        sa.CheckConstraint(f"locked_until IS NULL OR locked_until {_MOMENT}"),
        sqlite_strict=True,
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("counter"),
        _text("at"),
        _text("kind"),
        _text("operator"),
        _text("operator_id"),
        _text("content"),
        _number("shift", "shifts.number", empty=True),
        sa.CheckConstraint("environment IN ('practice', 'test', 'live')"),
        sa.CheckConstraint(f"at {_MOMENT}"),
        sqlite_strict=True,
    )
    op.create_index("journal_by_time", "journal", ["at"])
    op.create_index(
        "journal_by_shift", "journal", ["shift"], sqlite_where=sa.text("shift IS NOT NULL")
    )


def _chain() -> None:
    op.create_table(
        "links",
        sa.Column("counter", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        _number("form"),
        _text("source"),
        _number("row"),
        _text("hash"),
        sa.UniqueConstraint("source", "row"),
        sa.CheckConstraint("length(hash) = 64"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _link()


def _link() -> None:
    """Link what is there: events in their order, each first one with its payment, then tenders."""
    connection = op.get_bind()
    previous, position = "", 0
    made: list[dict[str, object]] = []
    for source, rows in (("event", _events(connection)), ("tender", _linked_tenders(connection))):
        for row, content in rows:
            position += 1
            text = msgspec.json.encode([_FORM, "1", position, source, row, previous, content])
            previous = hashlib.sha256(text).hexdigest()
            made.append(
                {"p": position, "form": _FORM, "source": source, "row": row, "hash": previous}
            )
            if len(made) == _MANY:
                _write(connection, made)
    _write(connection, made)


def _events(connection: sa.Connection) -> Iterator[tuple[int, list[object]]]:
    events = ", ".join(f"events.{name}" for name in _EVENT)
    kept = ", ".join(f"payments.{name}" for name in (*_ORDER, *_RECEIPT))
    found = connection.exec_driver_sql(
        f"SELECT {events}, {kept} FROM events JOIN payments ON number = payment"  # noqa: S608
        " ORDER BY events.id"
    )
    for row in found:
        content: list[object] = list(row[: len(_EVENT)])
        if row.kind == "recorded":
            content += row[len(_EVENT) : len(_EVENT) + len(_ORDER)]
        if row.state == "paid":
            content += row[len(_EVENT) + len(_ORDER) :]
        yield row.id, content


def _linked_tenders(connection: sa.Connection) -> Iterator[tuple[int, list[object]]]:
    columns = ", ".join(_TENDER)
    found = connection.exec_driver_sql(f"SELECT {columns} FROM tenders ORDER BY id")  # noqa: S608
    for row in found:
        yield row.id, list(row)


def _write(connection: sa.Connection, made: list[dict[str, object]]) -> None:
    if made:
        insert = (
            "INSERT INTO links (counter, position, form, source, row, hash)"
            " VALUES ('1', :p, :form, :source, :row, :hash)"
        )
        connection.execute(sa.text(insert), made)
        made.clear()
