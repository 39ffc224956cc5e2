"""Adds shifts, cash movements, tenders, Z reports, and notes on the shop's credit.

Payments of before get no movement: what was taken on days that are over is not told anew. The cash
of those that are open, or owe cash, enters the first shift when it is opened.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop_app.core.billing.account_key import canonical
from desktop_app.ledger.sqlite.migration_0008 import COLUMNS, INDEXES, MOMENT, TRIGGERS, UNIQUE

revision = "0008"
down_revision = "0007"

_ENVIRONMENT = "environment IN ('practice', 'test', 'live')"

_APPEND_ONLY = (
    "movements", "tenders", "on_account_entries", "reports", "credit_notes", "commission_rates",
)  # fmt: skip


def upgrade() -> None:
    _shifts()
    _customers()
    for table, name, kind in COLUMNS:
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
        sa.CheckConstraint(f"opened_at {MOMENT} AND (closed_at IS NULL OR closed_at {MOMENT})"),
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
        sa.CheckConstraint(f"at {MOMENT}"),
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
        sa.CheckConstraint(f"added_at {MOMENT}"),
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
        sa.CheckConstraint(f"at {MOMENT}"),
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
        sa.CheckConstraint(f"at {MOMENT}"),
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
        sa.CheckConstraint(f"at {MOMENT}"),
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
        sa.CheckConstraint(f"at {MOMENT} AND from_day GLOB '????-??-??'"),
        sa.CheckConstraint("percent_millionths IS NOT NULL OR fixed_paisa IS NOT NULL"),
        sqlite_strict=True,
    )


def _indexes() -> None:
    op.execute("DROP TRIGGER payments_receipts")
    op.drop_index("payments_receipt", "payments")
    for name, table, columns, where in INDEXES:
        unique = name in UNIQUE
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
    for name, moment, condition, message in TRIGGERS:
        _trigger(name, moment, condition, message)


def _trigger(name: str, moment: str, condition: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} {moment} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )
