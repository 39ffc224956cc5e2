"""A payment that was given up before sending owes no cash.

Its screen said at once that nothing was sent and that the cash is the customer's, so it is on no
list of cash to give back. What a start finds recorded is another thing: nobody has seen its end.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# name, moment, condition, message
_TRIGGERS = (
    (
        "payments_begin_unabandoned",
        "BEFORE INSERT ON payments",
        "NEW.abandoned <> 0",
        "illegal_step: abandoned",
    ),
    # Rule 5: only with its event, and only what was not answered yet; for good.
    (
        "payments_abandoned",
        "BEFORE UPDATE ON payments",
        "NEW.abandoned IS NOT OLD.abandoned AND (NEW.abandoned IS NOT 1 OR NEW.state <> 'not_paid'"
        " OR OLD.state NOT IN ('recorded', 'sending') OR NOT EXISTS (SELECT 1 FROM events"
        " WHERE payment = NEW.number AND kind = 'abandoned'))",
        "illegal_step: abandoned",
    ),
    # Rule 8: no cash is given back for it.
    (
        "events_cash_of_abandoned",
        "BEFORE INSERT ON events",
        "NEW.kind = 'cash_returned' AND EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND abandoned = 1)",
        "illegal_step: cash",
    ),
)


def upgrade() -> None:
    column = sa.Column("abandoned", sa.Integer(), nullable=False, server_default=sa.text("0"))
    op.add_column("payments", column)
    op.drop_index("payments_owing", "payments")
    op.create_index(
        "payments_owing",
        "payments",
        ["recorded_at"],
        sqlite_where=sa.text("state = 'not_paid' AND cash_returned_at IS NULL AND abandoned = 0"),
    )
    for name, moment, condition, message in _TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {name} {moment} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
