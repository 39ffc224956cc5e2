"""Makes every payment open that is neither PAID nor NOT PAID, whatever its state is called.

A state that this program does not know must block a second payment (rule 7) as the known ones do.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_IS_OPEN = "state NOT IN ('paid', 'not_paid')"


def upgrade() -> None:
    op.execute("DROP TRIGGER payments_second_open")
    op.drop_index("payments_one_open", "payments")
    op.create_index(
        "payments_one_open",
        "payments",
        ["environment", "company", "account_key", "offer_id", "second_open"],
        unique=True,
        sqlite_where=sa.text(_IS_OPEN),
    )
    op.execute(
        "CREATE TRIGGER payments_second_open BEFORE INSERT ON payments"  # noqa: S608
        " WHEN EXISTS (SELECT 1 FROM payments WHERE environment = NEW.environment"
        " AND company = NEW.company AND account_key = NEW.account_key"
        f" AND offer_id = NEW.offer_id AND {_IS_OPEN})"
        " BEGIN SELECT RAISE(ABORT, 'already_open'); END"
    )
