"""The tables of people, of what they did beside payments, and of the chain over all of it."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.schema.column_types import CleanText, UtcDateTime
from desktop_app.ledger.schema.dialect import KEY_ORDERED, STRICT, partial_index
from desktop_app.ledger.schema.metadata import METADATA, person, place, text

operators = sa.Table(
    "operators",
    METADATA,
    sa.Column("id", CleanText, primary_key=True),
    text("name"),
    text("role"),
    text("pin_hash"),
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
    *place(),
    sa.Column("at", UtcDateTime, nullable=False),
    text("kind"),
    *person(),
    text("content"),
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
    text("source"),
    sa.Column("row", sa.Integer, nullable=False),
    text("hash"),
    sa.UniqueConstraint("source", "row"),
    **KEY_ORDERED,
)

sa.Index("journal_by_time", journal.c.at)
partial_index("journal_by_shift", journal.c.shift, where=sa.text("shift IS NOT NULL"))
