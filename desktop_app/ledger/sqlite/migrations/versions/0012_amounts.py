"""Adds the index by which a search that is sorted by amount reads no more than it shows."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_index("payments_by_amount", "payments", ["amount"])
