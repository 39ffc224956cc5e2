"""The collection of all tables, and the columns that several of them have."""

from __future__ import annotations

import sqlalchemy as sa

from desktop_app.ledger.schema.column_types import CleanText

METADATA = sa.MetaData()


def text(name: str) -> sa.Column[str]:
    """A column of text that always has a value."""
    return sa.Column(name, CleanText, nullable=False)


def place() -> tuple[sa.Column[str], ...]:
    """The columns that say where: the environment, and the counter in it."""
    return text("environment"), text("counter")


def person() -> tuple[sa.Column[str], ...]:
    """The columns that say who: the name as it was then, and the id of who proved it."""
    return text("operator"), text("operator_id")
