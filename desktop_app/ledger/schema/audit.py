"""The tables of people, of what they did beside payments, and of the chain over all of it."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.column_types import CleanText, UtcDateTime
from desktop_app.ledger.dialect import KEY_ORDERED, STRICT, partial_index
from desktop_app.ledger.schema.metadata import METADATA

operators = sa.Table(
    "operators",
    METADATA,
    sa.Column("id", CleanText, primary_key=True),
    sa.Column("name", CleanText, nullable=False),
    sa.Column("role", CleanText, nullable=False),
    sa.Column("pin_hash", CleanText, nullable=False),
    sa.Column("is_active", sa.Integer, nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("locked_until", UtcDateTime),
    **STRICT,
)

journal = sa.Table(
    "journal",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("environment", CleanText, nullable=False),
    sa.Column("counter", CleanText, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("kind", CleanText, nullable=False),
    sa.Column("operator", CleanText, nullable=False),
    sa.Column("operator_id", CleanText, nullable=False),
    sa.Column("content", CleanText, nullable=False),
    # The shift that was opened or closed: its row is in the link of this one.
    sa.Column("shift", sa.Integer, sa.ForeignKey("shifts.number")),
    **STRICT,
)

links = sa.Table(
    "links",
    METADATA,
    sa.Column("counter", CleanText, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("form", sa.Integer, nullable=False),
    sa.Column("source", CleanText, nullable=False),
    sa.Column("row", sa.Integer, nullable=False),
    sa.Column("hash", CleanText, nullable=False),
    sa.UniqueConstraint("source", "row"),
    **KEY_ORDERED,
)

sa.Index("journal_by_time", journal.c.at)
partial_index("journal_by_shift", journal.c.shift, where=sa.text("shift IS NOT NULL"))
