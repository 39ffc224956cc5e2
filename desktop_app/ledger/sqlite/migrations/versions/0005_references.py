"""Adds all references that were sent for a payment, and whether the service has known it.

Some companies' commits take no reference, and some ask twice before it: a look-up must then ask
for what went with those reads.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# name, moment, condition, message
_TRIGGERS = (
    # Rule 2: the columns that are new here; the older ones have triggers of their own.
    (
        "payments_keep_references",
        "BEFORE UPDATE ON payments",
        "NEW.middle_references IS NOT OLD.middle_references"
        " OR NEW.sends_reference IS NOT OLD.sends_reference",
        "append_only",
    ),
    # Rule 6: what cannot be looked up must not be sent.
    (
        "payments_can_be_looked_up",
        "BEFORE INSERT ON payments",
        "NEW.sends_reference NOT IN (0, 1) OR NEW.acknowledged <> 0 OR (NEW.sends_reference = 0"
        " AND NEW.details_reference IS NULL AND NEW.middle_references = '[]')",
        "no_reference",
    ),
    (
        "payments_acknowledged",
        "BEFORE UPDATE ON payments",
        "NEW.acknowledged IS NOT OLD.acknowledged AND NEW.acknowledged IS NOT 1",
        "illegal_step: acknowledged",
    ),
)


def upgrade() -> None:
    for name, kind, default in (
        ("middle_references", sa.Text(), "'[]'"),
        ("sends_reference", sa.Integer(), "1"),
        ("acknowledged", sa.Integer(), "0"),
    ):
        column = sa.Column(name, kind, nullable=False, server_default=sa.text(default))
        op.add_column("payments", column)
    op.execute(
        "UPDATE payments SET acknowledged = 1 WHERE EXISTS (SELECT 1 FROM events"
        " WHERE payment = number AND content GLOB '*\"acknowledged\"?true*')"
    )
    for name, moment, condition, message in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
