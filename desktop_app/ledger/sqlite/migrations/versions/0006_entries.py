"""Adds the clerk's entries beside the account id: for receipts, and for the customer's next
payment.

Durations that a company counts in months stand beside those in days.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    entries = sa.Column("entries", sa.Text(), nullable=False, server_default=sa.text("'[]'"))
    op.add_column("payments", entries)
    op.add_column("payments", sa.Column("duration_months", sa.Integer()))
    op.add_column(
        "accounts", sa.Column("entry", sa.Text(), nullable=False, server_default=sa.text("'{}'"))
    )
    # Rule 2: the columns that are new here; the older ones have triggers of their own.
    op.execute(
        "CREATE TRIGGER payments_keep_entries BEFORE UPDATE ON payments"
        " WHEN NEW.entries IS NOT OLD.entries OR NEW.duration_months IS NOT OLD.duration_months"
        " BEGIN SELECT RAISE(ABORT, 'append_only'); END"
    )
