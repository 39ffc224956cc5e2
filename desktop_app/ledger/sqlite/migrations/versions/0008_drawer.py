"""Adds shifts, cash movements, tenders, Z reports, and notes on the shop's credit.

Payments of before get no movement: what was taken on days that are over is not told anew. The cash
of those that are open, or owe cash, enters the first shift when it is opened.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.core.billing.account_key import canonical

revision = "0008"
down_revision = "0007"

_MOMENT = "GLOB '????-??-??T??:??:??.??????+00:00'"
_ENVIRONMENT = "environment IN ('practice', 'test', 'live')"

_APPEND_ONLY = (
    "movements", "tenders", "on_account_entries", "reports", "credit_notes", "commission_rates",
)  # fmt: skip

# name, type and default of the columns of tables that are there already
_COLUMNS = (
    ("payments", "typed_key", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "counter", "TEXT NOT NULL DEFAULT '1'"),
    ("payments", "drawer", "TEXT NOT NULL DEFAULT '1'"),
    ("payments", "shift", "INTEGER REFERENCES shifts (number)"),
    ("payments", "operator_id", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "receipt_series", "TEXT NOT NULL DEFAULT ''"),
    ("payments", "cash_tender", "INTEGER NOT NULL DEFAULT 0"),
    ("payments", "reversed_at", f"TEXT CHECK (reversed_at {_MOMENT})"),
    ("payments", "reversal_settled_at", f"TEXT CHECK (reversal_settled_at {_MOMENT})"),
    ("payments", "doubted_at", f"TEXT CHECK (doubted_at {_MOMENT})"),
    ("payments", "instead_of", "INTEGER"),
    ("events", "counter", "TEXT NOT NULL DEFAULT '1'"),
    ("events", "operator", "TEXT NOT NULL DEFAULT ''"),
    ("events", "operator_id", "TEXT NOT NULL DEFAULT ''"),
    ("accounts", "customer", "INTEGER REFERENCES customers (id)"),
    ("accounts", "typed_key", "TEXT NOT NULL DEFAULT ''"),
    ("accounts", "found_by", "TEXT NOT NULL DEFAULT ''"),
)

# name, table, columns and condition
_INDEXES = (
    (
        "payments_receipt",
        "payments",
        "environment counter receipt_series receipt",
        "receipt IS NOT NULL",
    ),
    (
        "payments_owing_reversal",
        "payments",
        "reversed_at",
        "reversed_at IS NOT NULL AND reversal_settled_at IS NULL",
    ),
    ("payments_doubted", "payments", "doubted_at", "doubted_at IS NOT NULL"),
    (
        "payments_may_come_back",
        "payments",
        "changed_at",
        "state = 'paid' AND reversed_at IS NULL",
    ),
    ("payments_by_shift", "payments", "shift", ""),
    ("payments_by_typed", "payments", "company typed_key state changed_at environment", ""),
    ("accounts_by_time", "accounts", "looked_up_at company account_key found_by", ""),
    ("accounts_by_typed", "accounts", "company typed_key", ""),
    ("credit_notes_by_time", "credit_notes", "environment at", ""),
    ("shifts_one_open", "shifts", "environment counter drawer", "closed_at IS NULL"),
    ("shifts_z_number", "shifts", "environment counter z_number", "z_number IS NOT NULL"),
    ("movements_by_shift", "movements", "shift", ""),
    ("movements_by_payment", "movements", "payment", "payment IS NOT NULL"),
    ("on_account_by_customer", "on_account_entries", "customer", ""),
    ("on_account_by_payment", "on_account_entries", "payment", "payment IS NOT NULL"),
    ("on_account_by_movement", "on_account_entries", "movement", "movement IS NOT NULL"),
    ("on_account_by_shift", "on_account_entries", "shift", "shift IS NOT NULL"),
)
_UNIQUE = ("payments_receipt", "shifts_one_open", "shifts_z_number")

_OPENING = (
    "number", "environment", "counter", "drawer", "opened_at", "opened_by", "opened_by_id",
    "opened_how",
)  # fmt: skip
_OPEN_SHIFT = (
    "(SELECT 1 FROM shifts WHERE number = NEW.shift AND environment = NEW.environment"
    " AND counter = NEW.counter AND drawer = NEW.drawer AND closed_at IS NULL)"
)
_CASH_OF = "(SELECT COALESCE(SUM(amount), 0) FROM movements WHERE payment = {payment})"
# What was taken before there were shifts, and carried into none, has not moved yet.
_TO_RETURN = (
    "(SELECT CASE WHEN COUNT(*) > 0 THEN SUM(amount) ELSE COALESCE("
    "(SELECT cash_tender FROM payments WHERE number = NEW.payment AND shift IS NULL), 0) END"
    " FROM movements WHERE payment = NEW.payment)"
)

# name, moment, condition, message
_TRIGGERS = (
    # Rule 2: the columns that are new here; the older ones have triggers of their own.
    (
        "payments_keep_till",
        "BEFORE UPDATE ON payments",
        " OR ".join(
            f"NEW.{name} IS NOT OLD.{name}"
            for name in (
                "typed_key",
                "counter",
                "drawer",
                "shift",
                "operator_id",
                "cash_tender",
                "instead_of",
            )
        ),
        "append_only",
    ),
    (
        "payments_begin_till",
        "BEFORE INSERT ON payments",
        "NEW.cash_tender < 0 OR NEW.cash_tender > NEW.cash_due OR NEW.receipt_series <> ''"
        " OR NEW.reversed_at IS NOT NULL OR NEW.reversal_settled_at IS NOT NULL"
        " OR NEW.doubted_at IS NOT NULL"
        f" OR NOT EXISTS {_OPEN_SHIFT}",
        "illegal_step: shift",
    ),
    (
        "payments_begin_instead",
        "BEFORE INSERT ON payments",
        "NEW.instead_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payments"
        " WHERE number = NEW.instead_of AND reversed_at IS NOT NULL)",
        "illegal_step: reversed",
    ),
    # One number after the other within a counter and a series.
    (
        "payments_receipts",
        "BEFORE UPDATE ON payments",
        "NEW.receipt IS NOT OLD.receipt AND (OLD.receipt IS NOT NULL OR NEW.receipt <>"
        " (SELECT COALESCE(MAX(receipt), 0) + 1 FROM payments"
        " WHERE environment = NEW.environment AND counter = NEW.counter"
        " AND receipt_series = NEW.receipt_series AND receipt IS NOT NULL))",
        "illegal_step: receipt",
    ),
    (
        "payments_receipt_series",
        "BEFORE UPDATE ON payments",
        "NEW.receipt_series IS NOT OLD.receipt_series"
        " AND (OLD.receipt IS NOT NULL OR NEW.receipt IS NULL)",
        "illegal_step: receipt",
    ),
    # A reversal is a duty of its own: it is opened once, for what is PAID, and settled once.
    (
        "payments_reversed",
        "BEFORE UPDATE ON payments",
        "NEW.reversed_at IS NOT OLD.reversed_at AND (OLD.reversed_at IS NOT NULL"
        " OR NEW.state <> 'paid' OR NOT EXISTS (SELECT 1 FROM events"
        " WHERE payment = NEW.number AND kind = 'reversed'))",
        "illegal_step: reversed",
    ),
    # Only what is PAID, and was not taken back, can be in doubt.
    (
        "payments_doubted",
        "BEFORE UPDATE ON payments",
        "NEW.doubted_at IS NOT NULL AND (NEW.state <> 'paid' OR NEW.reversed_at IS NOT NULL)",
        "illegal_step: doubted",
    ),
    (
        "payments_reversal_settled",
        "BEFORE UPDATE ON payments",
        "NEW.reversal_settled_at IS NOT OLD.reversal_settled_at AND"
        " (OLD.reversal_settled_at IS NOT NULL OR OLD.reversed_at IS NULL OR NOT EXISTS"
        " (SELECT 1 FROM events WHERE payment = NEW.number AND kind = 'reversal_settled'))",
        "illegal_step: reversed",
    ),
    (
        "events_reversed",
        "BEFORE INSERT ON events",
        "NEW.kind = 'reversed' AND (NOT EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND state = 'paid' AND reversed_at IS NULL) OR EXISTS"
        " (SELECT 1 FROM events WHERE payment = NEW.payment AND kind = 'reversed'))",
        "illegal_step: reversed",
    ),
    (
        "events_reversal_settled",
        "BEFORE INSERT ON events",
        "NEW.kind = 'reversal_settled' AND (NOT EXISTS (SELECT 1 FROM payments WHERE"
        " number = NEW.payment AND reversed_at IS NOT NULL AND reversal_settled_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM events"
        " WHERE payment = NEW.payment AND kind = 'reversal_settled'))",
        "illegal_step: reversed",
    ),
    # Nothing is sent whose cash is not on the drawer's list.
    (
        "events_cash_counted",
        "BEFORE INSERT ON events",
        "NEW.kind = 'sent' AND EXISTS (SELECT 1 FROM payments WHERE number = NEW.payment"  # noqa: S608
        " AND shift IS NOT NULL"
        f" AND cash_tender <> {_CASH_OF.format(payment='NEW.payment')})",
        "illegal_step: cash",
    ),
    # Shifts: one open a drawer, opened and closed once, numbered without a gap.
    ("shifts_stay", "BEFORE DELETE ON shifts", "1", "append_only"),
    (
        "shifts_no_replacing",
        "BEFORE INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE number = NEW.number)",
        "append_only",
    ),
    (
        "shifts_in_order",
        "AFTER INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE number > NEW.number)",
        "append_only",
    ),
    (
        "shifts_one",
        "BEFORE INSERT ON shifts",
        "EXISTS (SELECT 1 FROM shifts WHERE environment = NEW.environment"
        " AND counter = NEW.counter AND drawer = NEW.drawer AND closed_at IS NULL)",
        "illegal_step: shift",
    ),
    (
        "shifts_begin",
        "BEFORE INSERT ON shifts",
        "NEW.closed_at IS NOT NULL OR NEW.z_number IS NOT NULL OR NEW.closed_by <> ''"
        " OR NEW.closed_by_id <> '' OR NEW.note <> ''",
        "illegal_step: shift",
    ),
    (
        "shifts_closed",
        "BEFORE UPDATE ON shifts",
        "OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL",
        "append_only",
    ),
    (
        "shifts_keep_opening",
        "BEFORE UPDATE ON shifts",
        " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _OPENING),
        "append_only",
    ),
    (
        "shifts_z_number",
        "BEFORE UPDATE ON shifts",
        "NEW.z_number IS NOT (SELECT COALESCE(MAX(z_number), 0) + 1 FROM shifts"
        " WHERE environment = NEW.environment AND counter = NEW.counter"
        " AND z_number IS NOT NULL)",
        "illegal_step: z_number",
    ),
    # What moved, moved in an open shift, once.
    (
        "movements_shift",
        "BEFORE INSERT ON movements",
        f"NOT EXISTS {_OPEN_SHIFT}",
        "illegal_step: shift",
    ),
    (
        "movements_float",
        "BEFORE INSERT ON movements",
        "NEW.kind = 'float' AND EXISTS (SELECT 1 FROM movements"
        " WHERE shift = NEW.shift AND kind = 'float')",
        "illegal_step: float",
    ),
    (
        "movements_taken",
        "BEFORE INSERT ON movements",
        "NEW.kind IN ('cash_taken', 'carried') AND EXISTS (SELECT 1 FROM movements"
        " WHERE payment = NEW.payment AND kind IN ('cash_taken', 'carried'))",
        "illegal_step: cash",
    ),
    # Rule 8: what goes back is what was taken, all of it.
    (
        "movements_returned",
        "BEFORE INSERT ON movements",
        f"NEW.kind = 'cash_returned' AND NEW.amount <> -{_TO_RETURN}",
        "illegal_step: cash",
    ),
    (
        "tenders_once",
        "BEFORE INSERT ON tenders",
        "EXISTS (SELECT 1 FROM tenders WHERE payment = NEW.payment AND position = NEW.position)",
        "append_only",
    ),
    (
        "reports_once",
        "BEFORE INSERT ON reports",
        "EXISTS (SELECT 1 FROM reports WHERE shift = NEW.shift OR (environment = NEW.environment"
        " AND counter = NEW.counter AND z_number = NEW.z_number))",
        "append_only",
    ),
    ("customers_stay", "BEFORE DELETE ON customers", "1", "append_only"),
)


def upgrade() -> None:
    _shifts()
    _customers()
    for table, name, kind in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {kind}")
    # So far a customer was known by what was typed alone.
    op.execute("UPDATE payments SET cash_tender = cash_due, typed_key = account_key")
    _name_accounts()
    _movements()
    _tenders()
    _reports()
    _credit()
    _indexes()
    op.execute(
        "INSERT INTO tenders (payment, position, kind, amount, reference, allowed_by)"
        " SELECT number, 1, 'cash', cash_due, '', '' FROM payments ORDER BY number"
    )
    _triggers()


def _name_accounts() -> None:
    """Give the accounts what a search finds them by. Other rules for that need a migration."""
    connection = op.get_bind()
    found = connection.execute(sa.text("SELECT rowid AS row, * FROM accounts")).all()
    named = [
        {
            "row": row.row,
            "typed": (typed := canonical(row.account_id)),
            "found_by": "\n".join(
                dict.fromkeys((canonical(row.customer_name), row.account_key, typed))
            ),
        }
        for row in found
    ]
    if named:
        update = "UPDATE accounts SET typed_key = :typed, found_by = :found_by WHERE rowid = :row"
        connection.execute(sa.text(update), named)


def _text(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=empty)


def _number(name: str, to: str = "", *, empty: bool = False) -> sa.Column[int]:
    foreign = [sa.ForeignKey(to)] if to else []
    return sa.Column(name, sa.Integer(), *foreign, nullable=empty)


def _shifts() -> None:
    op.create_table(
        "shifts",
        sa.Column("number", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("counter"),
        _text("drawer"),
        _text("opened_at"),
        _text("opened_by"),
        _text("opened_by_id"),
        _text("opened_how"),
        _text("closed_at", empty=True),
        _text("closed_by"),
        _text("closed_by_id"),
        _number("z_number", empty=True),
        _text("note"),
        sa.CheckConstraint(_ENVIRONMENT),
        sa.CheckConstraint("counter <> '' AND drawer <> ''"),
        sa.CheckConstraint("opened_how IN ('counted', 'by_payment')"),
        sa.CheckConstraint(f"opened_at {_MOMENT} AND (closed_at IS NULL OR closed_at {_MOMENT})"),
        sa.CheckConstraint("(closed_at IS NULL) = (z_number IS NULL)"),
        sqlite_strict=True,
    )


def _movements() -> None:
    op.create_table(
        "movements",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("counter"),
        _text("drawer"),
        _number("shift", "shifts.number"),
        _text("kind"),
        _text("at"),
        _number("amount"),
        _number("payment", "payments.number", empty=True),
        _text("operator"),
        _text("operator_id"),
        _text("reason"),
        _text("content"),
        sa.CheckConstraint(f"at {_MOMENT}"),
        # The float may be below zero where more was carried than lay in the drawer.
        sa.CheckConstraint(
            "CASE kind"
            " WHEN 'float' THEN 1"
            " WHEN 'cash_taken' THEN amount > 0"
            " WHEN 'change_given' THEN amount < 0"
            " WHEN 'rounding' THEN amount <> 0"
            " WHEN 'cash_returned' THEN amount < 0"
            " WHEN 'paid_in' THEN amount > 0"
            " WHEN 'paid_out' THEN amount < 0"
            " WHEN 'safe_drop' THEN amount < 0"
            " WHEN 'no_sale' THEN amount = 0"
            " WHEN 'on_account_settled' THEN amount > 0"
            " WHEN 'carried' THEN amount > 0"
            " ELSE 0 END"
        ),
        sa.CheckConstraint(
            "(payment IS NOT NULL) ="
            " (kind IN ('cash_taken', 'change_given', 'rounding', 'cash_returned', 'carried'))"
        ),
        sa.CheckConstraint("kind NOT IN ('paid_in', 'paid_out') OR reason <> ''"),
        sqlite_strict=True,
    )


def _customers() -> None:
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("name"),
        _text("phone"),
        _text("note"),
        _number("on_account_limit", empty=True),
        _text("added_at"),
        sa.CheckConstraint(f"added_at {_MOMENT}"),
        sqlite_strict=True,
    )


def _tenders() -> None:
    op.create_table(
        "tenders",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("payment", "payments.number"),
        _number("position"),
        _text("kind"),
        _number("amount"),
        _text("reference"),
        _number("customer", "customers.id", empty=True),
        _text("allowed_by"),
        sa.UniqueConstraint("payment", "position"),
        sa.CheckConstraint("kind IN ('cash', 'wallet', 'on_account')"),
        sa.CheckConstraint("amount >= 0 AND position > 0"),
        sa.CheckConstraint("(kind = 'on_account') = (customer IS NOT NULL)"),
        sa.CheckConstraint("kind <> 'wallet' OR trim(reference) <> ''"),
        sqlite_strict=True,
    )
    op.create_table(
        "on_account_entries",
        sa.Column("id", sa.Integer(), primary_key=True),
        _number("customer", "customers.id"),
        _text("at"),
        _number("amount"),
        _number("payment", "payments.number", empty=True),
        _number("movement", "movements.id", empty=True),
        _number("shift", "shifts.number", empty=True),
        _text("operator"),
        _text("operator_id"),
        _text("note"),
        sa.CheckConstraint(f"at {_MOMENT}"),
        sa.CheckConstraint("amount <> 0"),
        sqlite_strict=True,
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("counter"),
        _number("shift", "shifts.number"),
        _number("z_number"),
        _text("at"),
        _text("operator"),
        _text("operator_id"),
        _text("content"),
        _number("chain_position"),
        _text("chain_hash"),
        sa.UniqueConstraint("shift"),
        sa.UniqueConstraint("environment", "counter", "z_number"),
        sa.CheckConstraint(_ENVIRONMENT),
        sa.CheckConstraint(f"at {_MOMENT}"),
        sqlite_strict=True,
    )


def _credit() -> None:
    op.create_table(
        "credit_notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("environment"),
        _text("counter"),
        _text("at"),
        _text("kind"),
        _number("amount"),
        _text("note"),
        _text("operator"),
        _text("operator_id"),
        sa.CheckConstraint(_ENVIRONMENT),
        sa.CheckConstraint(f"at {_MOMENT}"),
        sa.CheckConstraint("kind IN ('reading', 'top_up', 'charge', 'requested')"),
        sqlite_strict=True,
    )
    op.create_table(
        "commission_rates",
        sa.Column("id", sa.Integer(), primary_key=True),
        _text("counter"),
        _text("provider"),
        _text("from_day"),
        _number("percent_millionths", empty=True),
        _number("fixed_paisa", empty=True),
        _text("at"),
        _text("operator"),
        _text("operator_id"),
        sa.CheckConstraint(f"at {_MOMENT} AND from_day GLOB '????-??-??'"),
        sa.CheckConstraint("percent_millionths IS NOT NULL OR fixed_paisa IS NOT NULL"),
        sqlite_strict=True,
    )


def _indexes() -> None:
    op.execute("DROP TRIGGER payments_receipts")
    op.drop_index("payments_receipt", "payments")
    for name, table, columns, where in _INDEXES:
        unique = name in _UNIQUE
        condition = sa.text(where) if where else None
        op.create_index(name, table, columns.split(), unique=unique, sqlite_where=condition)


def _triggers() -> None:
    for table in _APPEND_ONLY:
        for name, moment, condition in (
            ("keep", f"BEFORE UPDATE ON {table}", "1"),
            ("stay", f"BEFORE DELETE ON {table}", "1"),
            (
                "no_replacing",
                f"BEFORE INSERT ON {table}",
                f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)",  # noqa: S608
            ),
            (
                "in_order",
                f"AFTER INSERT ON {table}",
                f"EXISTS (SELECT 1 FROM {table} WHERE id > NEW.id)",  # noqa: S608
            ),
        ):
            _trigger(f"{table}_{name}", moment, condition, "append_only")
    for name, moment, condition, message in _TRIGGERS:
        _trigger(name, moment, condition, message)


def _trigger(name: str, moment: str, condition: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} {moment} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
