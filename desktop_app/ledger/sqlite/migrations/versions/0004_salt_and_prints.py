"""The salt of the token's names, papers that the printer did not take, and cash by when it moved.

The names of tokens stand in the payments, so that what they were made with belongs beside them
and into every backup: with another salt no waiting payment would find its token again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

# name, moment, condition, message
_TRIGGERS = (
    ("token_salt_stays", "BEFORE UPDATE ON token_salt", "1", "append_only"),
    ("token_salt_is_kept", "BEFORE DELETE ON token_salt", "1", "append_only"),
    (
        "token_salt_once",
        "BEFORE INSERT ON token_salt",
        "EXISTS (SELECT 1 FROM token_salt)",
        "append_only",
    ),
    # A paper is counted before it is printed; what the printer did not take is counted no more.
    (
        "payments_prints",
        "BEFORE UPDATE ON payments",
        "NEW.prints < OLD.prints AND (NEW.prints <> OLD.prints - 1 OR 'not_printed' IS NOT"
        " (SELECT kind FROM events WHERE payment = NEW.number ORDER BY id DESC LIMIT 1))",
        "illegal_step: prints",
    ),
)


def upgrade() -> None:
    op.create_table(
        "token_salt",
        sa.Column("salt", sa.Text(), primary_key=True),
        sa.CheckConstraint("length(salt) >= 16"),
        sqlite_strict=True,
    )
    op.create_index(
        "payments_cash_returned",
        "payments",
        ["cash_returned_at"],
        sqlite_where=sa.text("cash_returned_at IS NOT NULL"),
    )
    op.execute("DROP TRIGGER payments_prints")
    for name, moment, condition, message in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
